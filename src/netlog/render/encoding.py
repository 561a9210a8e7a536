"""Spells text in what a stream can encode."""

import unicodedata
from typing import TextIO

PLAINER = {
    "·": "-",
    "…": "~",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "’": "'",
    "⟨": "<",
    "⟩": ">",
    "⏎": "/",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ß": "ss",
}


def encoding_of(stream: TextIO) -> str:
    """The encoding of a stream; UTF-8 where it does not say."""
    return getattr(stream, "encoding", None) or "utf-8"


def can_encode(text: str, encoding: str) -> bool:
    """Whether the text can be written in that encoding."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def legible(text: str, encoding: str) -> str:
    """The text for human eyes: what the encoding lacks becomes its plainest form, or a question mark."""
    if can_encode(text, encoding):
        return text
    return "".join(char if can_encode(char, encoding) else _plainer(char, encoding) for char in text)


def _plainer(char: str, encoding: str) -> str:
    plain = PLAINER.get(char) or unicodedata.normalize("NFKD", char)[0]
    return plain if can_encode(plain, encoding) else "" if unicodedata.combining(char) else "?"


def lossless(text: str, encoding: str) -> str:
    """The text for programs: what the encoding lacks becomes a backslash escape."""
    return text.encode(encoding, "backslashreplace").decode(encoding)
