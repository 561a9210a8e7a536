"""The packaged tables: invented people, what was said with them, and what was written down lately."""

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple


class Someone(NamedTuple):
    """An invented person; `since` and `last` are days before today, `times` the contacts between the two."""

    name: str
    aliases: tuple[str, ...]
    tier: str | None
    every_days: int | None
    circle: str
    speaks: str
    company: str | None
    role: str | None
    place: str | None
    met: str | None
    since: int
    last: int
    times: int
    via: str | None
    tags: tuple[str, ...]
    can: tuple[str, ...]
    wants: tuple[str, ...]
    birthday: str
    emails: tuple[str, ...]
    facts: tuple[tuple[int, str], ...]


class Saying(NamedTuple):
    """What may be said in a circle ("any": in all of them), live, written, or with a mere touch."""

    circle: str
    language: str
    way: str
    tags: tuple[str, ...]
    text: str


class Story(NamedTuple):
    """A contact told by hand, so many days ago."""

    days: int
    names: tuple[str, ...]
    kind: str
    direction: str
    minutes: int | None
    place: str | None
    tags: tuple[str, ...]
    text: str


class Bridge(NamedTuple):
    """An introduction in a state since so many days; `made` is how many days ago it was made."""

    moved: int
    one: str
    other: str
    state: str
    made: int | None
    why: str
    outcome: str | None


class Help(NamedTuple):
    """Help that flowed or was asked for, so many days ago, and how many days ago what they asked was answered."""

    days: int
    name: str
    flow: str
    answered: int | None
    text: str


class Lately(NamedTuple):
    """A command of the last days, at a time of the day (hour, minute)."""

    days: int
    time: tuple[int, int]
    command: str
    words: str


def everybody() -> tuple[Someone, ...]:
    """The people, those who introduced somebody before those they introduced."""
    return tuple(someone(cells) for cells in cells_of("people.tsv"))


def someone(cells: list[str]) -> Someone:
    """One line of people.tsv."""
    name, aliases, tier, every, circle, speaks, company, role, place, met, since, last, times, *more = cells
    via, tags, can, wants, birthday, email, facts = more
    return Someone(
        name=name,
        aliases=listed(aliases, ","),
        tier=tier or None,
        every_days=number(every),
        circle=circle,
        speaks=speaks,
        company=company or None,
        role=role or None,
        place=place or None,
        met=met or None,
        since=int(since),
        last=int(last),
        times=int(times),
        via=via or None,
        tags=listed(tags, ","),
        can=listed(can, " / "),
        wants=listed(wants, " / "),
        birthday=birthday,
        emails=listed(email, ","),
        facts=tuple(fact(words) for words in listed(facts, " / ")),
    )


def sayings() -> tuple[Saying, ...]:
    """What people say when no story tells it."""
    return tuple(
        Saying(circle, language, way, listed(tag, ","), text)
        for circle, language, way, tag, text in cells_of("sayings.tsv")
    )


def stories() -> tuple[Story, ...]:
    """The contacts told by hand."""
    return tuple(
        Story(int(days), listed(names, ";"), kind, way, number(minutes), place or None, listed(tags, ","), text)
        for days, names, kind, way, minutes, place, tags, text in cells_of("stories.tsv")
    )


def bridges() -> tuple[Bridge, ...]:
    """The introductions, one for each state."""
    return tuple(
        Bridge(int(moved), one, other, state, number(made), why, outcome or None)
        for moved, one, other, state, made, why, outcome in cells_of("introductions.tsv")
    )


def helps() -> tuple[Help, ...]:
    """Help given, got and asked for, oldest first."""
    return tuple(
        Help(int(days), name, flow, number(answered), text)
        for days, name, flow, answered, text in cells_of("exchanges.tsv")
    )


def lately() -> tuple[Lately, ...]:
    """The commands of the last days, oldest first."""
    return tuple(
        Lately(int(days), (int(time[:2]), int(time[3:])), command, words)
        for days, time, command, words in cells_of("lately.tsv")
    )


def cells_of(table: str) -> Iterator[list[str]]:
    """The cells of every line after the first, which names them."""
    text = files("netlog.demo").joinpath(table).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])


def listed(text: str, separator: str) -> tuple[str, ...]:
    """The parts of a cell that holds several."""
    return tuple(text.split(separator)) if text else ()


def number(text: str) -> int | None:
    """A number, or nothing."""
    return int(text) if text else None


def fact(text: str) -> tuple[int, str]:
    """(days ago, words) of "35:runs a half-marathon"."""
    days, _, words = text.partition(":")
    return int(days), words
