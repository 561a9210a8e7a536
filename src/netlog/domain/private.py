"""What stands where private words were."""

WITHHELD = "(private)"
