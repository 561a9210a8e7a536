"""The cards of a file as content lines: bytes are unfolded before they are text, and a bad line spoils no other."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from netlog.formats.decoding import encoding_of, opened_text
from netlog.formats.vcard_content import Line, content_line, decoded, escape
from netlog.interchange import Source

BLOCK = 1 << 20
LONGEST = 16 << 20
"""Bytes of one card, far beyond any with a photo, so that no file can fill the memory."""

LINE_COST = 200
"""Bytes a line takes beside its own."""

BASE64_HEAD = re.compile(rb"(?i)[^:]*;(?:ENCODING=)?(?:B|BASE64)\s*[;:]")
QUOTED_HEAD = re.compile(rb"(?i)[^:]*QUOTED-PRINTABLE")
BASE64_LINE = re.compile(rb"[A-Za-z0-9+/=]+\s*")
WIDE = ("utf-16", "utf-32")
BEGIN, END = b"BEGIN:VCARD", b"END:VCARD"


class Block(NamedTuple):
    """One card: the line it begins in, its content lines, and why it cannot be read if it cannot."""

    where: str
    lines: list[Line]
    problem: str = ""


class OpenCard:
    """A card whose end is still to come; another inside it, after AGENT, becomes the value of that line."""

    def __init__(self, number: int) -> None:
        self.where = f"line {number}"
        self.lines: list[Line] = []
        self.agent: list[str] = []
        self.depth = self.size = 0

    def includes(self, mark: bytes) -> bool:
        """Whether a line that begins or ends a card does so, if at all, inside this one."""
        return bool(self.depth or not mark or (mark == BEGIN and self._awaits_agent()))

    def take(self, raw: bytes, mark: bytes, charset: str) -> None:
        """Keep a line; one that is no property is left out."""
        self.depth += mark == BEGIN
        self.size += len(raw) + LINE_COST
        if self.size <= LONGEST:
            self._keep(raw, charset)
        self.depth -= mark == END
        if mark == END and not self.depth:
            self.lines[-1] = Line("AGENT", escape("\n".join(self.agent)))
            self.agent = []

    def _keep(self, raw: bytes, charset: str) -> None:
        if self.depth:
            self.agent.append(decoded(raw, "", charset))
        elif line := content_line(raw, charset):
            self.lines.append(line)

    def _awaits_agent(self) -> bool:
        return bool(self.lines and self.lines[-1].name == "AGENT" and not self.lines[-1].value.strip())

    def closed(self, problem: str = "") -> Block:
        """The card as it is now."""
        return Block(self.where, self.lines, "it is too long" if self.size > LONGEST else problem)


def blocks(source: Source, declared: str | None = None) -> Iterator[Block]:
    """Every card of the file; what stands between cards is passed over."""
    charset = encoding_of(source, declared)
    card: OpenCard | None = None
    for number, raw in logical_lines(physical_lines(source, charset)):
        mark = marker(raw)
        if card and card.includes(mark):
            card.take(raw, mark, charset)
        elif mark:
            if card:
                yield card.closed("" if mark == END else "another card begins before its end")
            card = OpenCard(number) if mark == BEGIN else None
    if card:
        yield card.closed("the file ends before the card does")


def marker(raw: bytes) -> bytes:
    """What a line begins or ends, spelt as it should be; nothing for other lines."""
    if len(raw) > 2 * len(BEGIN) or raw[:1] not in b"BbEe":
        return b""
    mark = raw.replace(b" ", b"").strip().upper()
    return mark if mark in {BEGIN, END} else b""


def logical_lines(physical: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines unfolded, each with the number of its first; folds may cut a character in two."""
    number, size = 0, 0
    pieces: list[bytes] = []
    for at, raw in enumerate(physical, 1):
        following = continuation(pieces, raw)
        if following is None:
            if pieces:
                yield number, b"".join(pieces)
            number, size, pieces = at, len(raw), [raw]
        elif size + len(following) <= LONGEST:
            size += len(following)
            pieces.append(following)
    if pieces:
        yield number, b"".join(pieces)


def continuation(pieces: list[bytes], raw: bytes) -> bytes | None:
    """What a line adds to the one before; None when it begins its own. A soft break that it follows is cut off.

    Some programs write base64 without folds; an empty line means nothing.
    """
    if pieces and pieces[-1].endswith(b"=") and QUOTED_HEAD.match(pieces[0]):
        pieces[-1] = pieces[-1][:-1]
        return None if marker(raw) == END else raw
    if not raw:
        return b""
    if not pieces:
        return None
    if raw[:1] in b" \t":
        return raw[1:]
    is_base64 = b":" not in raw and BASE64_LINE.fullmatch(raw) and BASE64_HEAD.match(pieces[0])
    return raw.rstrip() if is_base64 else None


def physical_lines(source: Source, charset: str) -> Iterator[bytes]:
    """The lines as they stand in the file, in UTF-8 or a code page; they end with LF, CR, CR LF or CR CR LF."""
    rest = b""
    for block in byte_blocks(source, charset):
        rest += block
        cut = rest.rfind(b"\n") + 1 or rest.rfind(b"\r", 0, -2) + 1
        if not cut and len(rest) > LONGEST:
            cut = len(rest)
        if cut:
            yield from lines_in(rest[:cut])
            rest = rest[cut:]
    if rest:
        yield from lines_in(rest)


def lines_in(block: bytes) -> list[bytes]:
    """The lines of a block that ends with one."""
    if b"\r" in block:
        block = block.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return block.removesuffix(b"\n").split(b"\n")


def byte_blocks(source: Source, charset: str) -> Iterator[bytes]:
    """The file a block at a time without its mark: as it is if ASCII is ASCII in it, else in UTF-8."""
    if charset.startswith(WIDE):
        with opened_text(source, charset) as text:
            while part := text.read(BLOCK):
                yield part.removeprefix("\ufeff").encode("utf-8", "replace")
        return
    with source.open() as stream:
        yield stream.read(BLOCK).removeprefix(BOM_UTF8)
        while block := stream.read(BLOCK):
            yield block
