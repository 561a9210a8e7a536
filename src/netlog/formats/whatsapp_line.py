"""The line that begins a message in a chat of WhatsApp, in the ways its many languages write one."""

import re
from typing import NamedTuple

LONGEST = 300
"""Characters of a line that are looked at: a date, a time and a name are shorter."""

BLANKS = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u2009": " "})
UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00\ud800-\udfff]")
MARK = "\u200e"
HEAD = re.compile(
    r"(?P<bracket>\[)?(?P<first>\d{1,4})[-/.]\s?(?P<second>\d{1,2})[-/.]\s?(?P<third>\d{1,4})(?P<comma>[,.]{0,2})\s"
    r"\D{0,12}?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?(?:[ap]\.?\s?m\.?|[^\W\d_]{1,10}\.?))?"
    r"(?P<end>\]|\s-|:)?\s(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
AUTHOR = re.compile('([^:"“”„«»]{1,120}):(?:\\s|$)')
UNKNOWN = "~"
"""In front of a name that its owner chose, where I have saved none."""


class Line(NamedTuple):
    """A line that begins a message: the numbers of its date, and who wrote it, empty where WhatsApp did.

    `is_plain` is false where the message begins with an invisible mark, as what WhatsApp says itself does.
    """

    numbers: tuple[str, str, str]
    author: str
    is_plain: bool
    is_bracketed: bool
    has_comma: bool


def line_of(line: str) -> Line | None:
    """The line, unless it goes on with the message above."""
    seen = line[:LONGEST].translate(BLANKS)
    found = HEAD.match(UNSEEN.sub("", seen))
    if not found or not (found["end"] or found["bracket"]) or bool(found["bracket"]) != (found["end"] == "]"):
        return None
    author = AUTHOR.match(found["rest"])
    name = " ".join(author[1].split()).removeprefix(UNKNOWN).strip() if author else ""
    _, _, words = seen.partition(": ")
    return Line(
        numbers=(found["first"], found["second"], found["third"]),
        author=name,
        is_plain=not words.startswith(MARK),
        is_bracketed=bool(found["bracket"]),
        has_comma="," in found["comma"],
    )
