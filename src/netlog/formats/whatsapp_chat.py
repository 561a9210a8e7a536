"""Who wrote in a chat of WhatsApp, what the chat is called, and which of them is me."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from netlog.domain.folding import fold
from netlog.errors import shorten
from netlog.formats.whatsapp_line import Line
from netlog.interchange import Mention

I_MYSELF = frozenset({"you", "tu", "ty", "io", "ja", "me"})
CALLED = re.compile(
    r".*whatsapp(?: chat)?\s*(?:with|con|z użytkownikiem|ze|z|mit|avec|com|met|-|–)\s+(?P<name>.+)", re.IGNORECASE
)
COPY = re.compile(r"\s*\(\d+\)$")
PHONE = re.compile(r"\+?[\d\s().-]{6,}")
TWO = 2


class Day:
    """The messages of a day: who wrote first, and who wrote how many."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.counts: Counter[str] = Counter()

    def see(self, author: str) -> None:
        """Count one more message."""
        self.counts[author] += 1

    @property
    def first(self) -> str:
        """Who wrote first."""
        return next(iter(self.counts))


class Chat:
    """A chat as its lines make it known, one after the other."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_any = False
        self.plain: Counter[str] = Counter()
        self.marked: Counter[str] = Counter()

    def see(self, line: Line) -> None:
        """Take one more line into account."""
        self.is_any = True
        if line.author:
            (self.plain if line.is_plain else self.marked)[line.author] += 1

    @property
    def notices(self) -> frozenset[str]:
        """The name under which an iPhone writes down what WhatsApp says in a group: the group's own."""
        is_group = len(self.plain) > TWO
        return frozenset(name for name in self.marked if name not in self.plain and (is_group or name == self.name))

    @property
    def authors(self) -> frozenset[str]:
        """Everybody who wrote."""
        return frozenset((*self.plain, *self.marked)) - self.notices

    @property
    def is_group(self) -> bool:
        """Whether more than two people wrote."""
        return len(self.authors) > TWO

    @property
    def spoken_of(self) -> str:
        """The chat in a sentence."""
        return f"the chat {shorten(self.name)}" if self.name else "the name of the file"

    def mine(self, me: Iterable[str]) -> frozenset[str]:
        """The names under which I wrote: those that are mine, or in a chat of two whoever the chat is not called."""
        known = {fold(name) for name in me}
        mine = frozenset(author for author in self.authors if fold(author) in known | I_MYSELF)
        if mine or self.is_group or not self.name:
            return mine
        return self.authors if len(self.authors) == 1 and not self._is_named_after_any() else self.all_but(self.name)

    def _is_named_after_any(self) -> bool:
        return fold(self.name) in map(fold, self.authors)

    def all_but(self, name: str) -> frozenset[str]:
        """The authors of other names, or nobody where no author is called so."""
        others = frozenset(author for author in self.authors if fold(author) != fold(name))
        return others if len(others) < len(self.authors) else frozenset()

    def others(self, mine: frozenset[str]) -> list[str]:
        """Everybody but me, those who wrote most first."""
        written = self.plain + self.marked
        return sorted(self.authors - mine, key=lambda author: (-written[author], author))


def chat_name(file_name: str) -> str:
    """What a chat is called, by the name of its file or else of the folder it lies in; empty if neither tells."""
    path = PurePosixPath(file_name.replace("\\", "/"))
    for part in (path, path.parent):
        stem = COPY.sub("", part.name.removesuffix(".txt").removesuffix(".zip"))
        if found := CALLED.fullmatch(stem):
            return " ".join(found["name"].split())
    return ""


def mention_of(author: str) -> Mention:
    """A person by name, or by the number of a phone that has none in my contacts."""
    return Mention(address=author) if PHONE.fullmatch(author) else Mention(author)


def is_spaced_head(line: Line) -> bool:
    """Whether a line begins as only WhatsApp writes one: with a comma after the date, or without brackets."""
    return line.has_comma or not line.is_bracketed
