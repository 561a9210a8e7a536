"""What stands where private words were."""

WITHHELD = "(private)"


def told(text: str, *, is_private: bool) -> str:
    """The text, or that there is one which is private."""
    return text or (WITHHELD if is_private else "")
