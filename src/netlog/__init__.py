"""A terminal-first networking journal: who you met, what was said, who is due."""
