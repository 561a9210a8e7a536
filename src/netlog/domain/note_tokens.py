"""A typed note as words: what is shown of each, its core, and the tags taken out."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from netlog.domain.people import slug

SCANNED = 2_000

PIECE = re.compile(r"(\s*)(\S+?(?:(?<=\w)[,;:](?=[^\W\d_]|@)|(?!\S)))")
QUOTED = re.compile(r"""(?<!\w)["“„«](?=\S)[^"“”„«»]*(?<=\S)["“”»](?!\w)|(?<!\w)['‘]\w+['’](?!\w)""")
ESCAPE = re.compile(r"([^\w@+\\-]*)\\(?=[\w@+-])")
POSSESSIVE = ("'s", "’s")


class Token(NamedTuple):
    """A typed word: the space before, what is shown of it, and its core with the punctuation around."""

    gap: str
    shown: str
    core: str
    closing: str
    is_handle: bool
    is_plain: bool


def cut(text: str) -> tuple[list[Token], str]:
    """The words to scan, and the rest as typed: what a bare "--" opens, or follows the first 2,000 words."""
    quoted = bytearray(len(text))
    for span in QUOTED.finditer(text):
        quoted[span.start() : span.end()] = b"\1" * len(span[0])
    tokens: list[Token] = []
    for piece in PIECE.finditer(text):
        is_quoted = 1 in quoted[piece.start(2) : piece.end(2)]
        if len(tokens) == SCANNED or (piece[2] == "--" and not is_quoted):
            return tokens, text[piece.start() :]
        tokens.append(_token_of(piece[1], piece[2], is_quoted=is_quoted))
    return tokens, ""


def _token_of(gap: str, typed: str, *, is_quoted: bool) -> Token:
    """The word with its punctuation, possessive, backslash and @ told apart."""
    escape = None if is_quoted else ESCAPE.match(typed)
    shown = escape[1] + typed[escape.end() :] if escape else typed
    start, end = _edges(shown)
    is_handle = shown[start:end].startswith("@")
    core = shown[start + is_handle : end]
    if core.endswith(POSSESSIVE):
        core, end = core[:-2], end - 2
    return Token(gap, shown, core, shown[end:], is_handle, is_plain=bool(is_quoted or escape))


def _edges(word: str) -> tuple[int, int]:
    """Where the punctuation before the word ends and that after it begins; marks belong to their letter."""
    start, end = 0, len(word)
    while end and unicodedata.category(word[end - 1])[0] not in "LMN":
        end -= 1
    while start < end and not (word[start].isalnum() or word[start] == "@"):
        start += 1
    return start, end


def without_tags(tokens: Iterable[Token]) -> tuple[tuple[str, ...], list[Token]]:
    """The tags, each once, and the other words, with the wider of the spaces that a tag stood between."""
    tags: list[str] = []
    others: list[Token] = []
    gap = ""
    for token in tokens:
        gap = max(token.gap, gap, key=lambda space: (space.count("\n"), bool(space)))
        if tag := _tag_said(token):
            tags.append(tag)
        else:
            others.append(token._replace(gap=gap))
            gap = ""
    return tuple(dict.fromkeys(tags)), others


def _tag_said(token: Token) -> str:
    """The slug of the tag the word is, or nothing: +1m and +39 are no tags."""
    is_tag = not token.is_plain and token.shown[0] == "+" and token.shown[1:2].isalpha()
    return slug(token.core) if is_tag else ""
