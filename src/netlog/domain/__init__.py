"""What is true about people, contacts and time: no I/O, no clock, no framework."""
