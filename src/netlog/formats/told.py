"""What a record of a contact tells: what kind it was, whether its day is asked for, what to know it again by."""

import hashlib
import re
from collections import Counter
from datetime import date
from functools import cache

from netlog.domain.folding import fold
from netlog.domain.interactions import KIND_WORDS
from netlog.interchange import Reading

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

OUTSIDE = "outside the days asked for"


def is_outside(on: date, reading: Reading) -> bool:
    """Whether the day of a contact lies before or after the days asked for."""
    return not (reading.since or on) <= on <= (reading.until or on)


def kind_in(text: str) -> str | None:
    """The kind of the first word that says one."""
    kinds = _kinds()
    return next((kinds[word] for word in WORD.findall(fold(text)) if word in kinds), None)


@cache
def _kinds() -> dict[str, str]:
    return {fold(word): kind for word, kind in KIND_WORDS.items()}


def once_more(key: str, seen: Counter[str]) -> str:
    """The key, with its number from the second time on that it is asked for."""
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}|{seen[key]}"


def digest(text: str) -> str:
    """Sixteen hexadecimal digits that a text keeps for ever."""
    return hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:16]
