"""The name somebody probably meant: only for a handful of known names, such as options."""

from collections.abc import Sequence
from difflib import get_close_matches


def nearest(word: str, names: Sequence[str]) -> str | None:
    """The known name most like the word, or None when nothing is near."""
    found = get_close_matches(word.lower()[:64], names, n=1, cutoff=0.6)
    return found[0] if found else None
