"""What a user can do: one function per intention, over the ports, with today given."""
