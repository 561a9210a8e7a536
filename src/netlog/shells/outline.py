"""The command tree as completion sees it: names, and what may stand at each place."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

PEOPLE, MENTIONS, TAGS, EVENTS, KINDS = "@people", "@mentions", "@tags", "@events", "@kinds"
"""Asked of the journal; mentions are people once something of them is typed."""

FILES, TEXT, FLAG = "@files", "@text", ""
"""Files; something with nothing to offer for it; nothing follows at all. All else is a list of words."""

BY_METAVAR: Mapping[str, str] = {
    "PERSON": PEOPLE,
    "PEOPLE": PEOPLE,
    "TAG": TAGS,
    "EVENT": EVENTS,
    "KIND": KINDS,
    "PATH": FILES,
    "FILE": FILES,
}
ANY_PLACE = ".*"
CHOICE = re.compile(r"\[?([a-z0-9-]+(?:\|[a-z0-9-]+)+)\]?")


class Option(NamedTuple):
    """An option: its names, what it does, and what follows it."""

    names: tuple[str, ...]
    help: str
    takes: str


class Command(NamedTuple):
    """A command: `places` says what stands at each place, `rest` what stands at all after them."""

    name: str
    help: str
    options: tuple[Option, ...]
    places: tuple[str, ...]
    rest: str = TEXT

    def following(self) -> Iterator[tuple[str, str]]:
        """(an option or a place such as .0, what is expected there); any other place comes last."""
        yield from ((name, option.takes) for option in self.options if option.takes for name in option.names)
        yield from ((f".{place}", takes) for place, takes in enumerate(self.places))
        if self.rest != TEXT:
            yield ANY_PLACE, self.rest


def expected(metavar: str, known: str = "") -> str:
    """What a metavar promises, unless its name is `known` to stand for something."""
    if known:
        return known
    if choice := CHOICE.fullmatch(metavar):
        return choice[1].replace("|", " ")
    return next((BY_METAVAR[word] for word in re.findall("[A-Z]+", metavar) if word in BY_METAVAR), TEXT)


def repeated(metavar: str) -> str:
    """What stands at every further place, by the metavar of the last argument."""
    if "PEOPLE" in metavar:
        return MENTIONS
    return expected(metavar) if "…" in metavar else TEXT
