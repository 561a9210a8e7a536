"""The revisions, oldest first; each is frozen the day it is released."""
