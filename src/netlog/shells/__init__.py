"""What makes a shell at home with netlog: completion, aliases, a prompt, and reminders to set up."""
