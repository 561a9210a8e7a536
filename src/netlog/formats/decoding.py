"""The text of a file whose encoding nobody wrote down."""

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from netlog.errors import FormatProblem, shorten
from netlog.interchange import Source

BLOCK = 1 << 20
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
POLISH = frozenset("ąćęłńśźż")
"""Small letters that Windows' code page 1250 has and 1252 has not."""


@contextmanager
def opened_text(source: Source, encoding: str | None = None) -> Iterator[TextIO]:
    """The source as text, line ends untouched; bytes that are none in its encoding become U+FFFD."""
    chosen = encoding_of(source, encoding)
    with source.open() as stream, TextIOWrapper(stream, chosen, errors="replace", newline="") as text:
        yield text


def encoding_of(source: Source, declared: str | None = None) -> str:
    """The encoding of a source: its mark, UTF-8 if it is that, the declared one, or a Windows code page."""
    head = source.head
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    if len(head) > 1 and 0 in head[:2]:
        return "utf-16-be" if head[0] == 0 else "utf-16-le"
    if is_utf8(source):
        return "utf-8"
    return known_encoding(declared) if declared else code_page(head)


def known_encoding(name: str) -> str:
    """The name as Python spells it; raises FormatProblem for one it does not know."""
    try:
        found = codecs.lookup(name)
        # rot13 is no encoding of text, and idna reads not every byte
        bytes(range(256)).decode(found.name, "replace")
        return found.name
    except (LookupError, UnicodeError):
        raise FormatProblem(f"no encoding is called {shorten(name)}", hint="for example: cp1250, latin-1") from None


def is_utf8(source: Source) -> bool:
    """Whether every byte of the source is strict UTF-8, read a block at a time."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with source.open() as stream:
        try:
            while block := stream.read(BLOCK):
                decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def code_page(head: bytes) -> str:
    """The Windows code page whose reading of the bytes has more of the letters of its languages."""
    as_polish = sum(letter in POLISH for letter in head.decode("cp1250", errors="replace").lower())
    as_western = sum(letter in "àèéìòùäöüñç" for letter in head.decode("cp1252", errors="replace").lower())
    return "cp1250" if as_polish > as_western else "cp1252"
