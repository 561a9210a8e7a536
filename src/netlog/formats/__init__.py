"""The files of other programs, read into plain records and written from them; nothing here knows the store."""
