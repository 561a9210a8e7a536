"""Two years of contacts made up from the tables: for the same day always the same."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from random import Random
from typing import NamedTuple
from uuid import UUID

from netlog.demo.tables import Saying, Someone, Story, everybody, sayings, stories
from netlog.domain.birthdays import Birthday
from netlog.domain.interactions import Depth, kind_named
from netlog.rows import NewPerson

SEED = "a journal that nobody wrote"
EVENT = "!"
WEEK, FRIDAY = 7, 4

KINDS: Mapping[str, int] = {
    "coffee": 18, "call": 18, "video": 15, "lunch": 8, "message": 14, "email": 12,
    "meeting": 4, "dinner": 4, "drinks": 4, "walk": 3, "like": 3, "comment": 2,
}  # fmt: skip
LIVE_KINDS: Mapping[str, int] = {"coffee": 4, "call": 4, "video": 3, "lunch": 2}
DIRECTIONS: Mapping[Depth, Mapping[str, int]] = {
    Depth.MEET: {"mutual": 7, "out": 2, "in": 1},
    Depth.TALK: {"mutual": 6, "out": 2, "in": 2},
    Depth.MESSAGE: {"mutual": 5, "out": 3, "in": 2},
    Depth.TOUCH: {"out": 6, "in": 4},
}
WAYS: Mapping[Depth, str] = {Depth.MEET: "live", Depth.TALK: "live", Depth.MESSAGE: "written", Depth.TOUCH: "touch"}
MINUTES = (20, 30, 30, 45, 60, 60, 90)
PLACES: Mapping[str, tuple[str, ...]] = {
    "it": ("Caffè del Ponte", "Trattoria Amelia", "Bar Sport"),
    "pl": ("Pod Lipą", "Kawiarnia Mgiełka", "Bar Mleczny Fala"),
    "en": ("Harbour Café", "the Kettle & Crumb", "Café Ouse"),
}
TIMED, PLACED, IN_OWN_LANGUAGE = 0.35, 0.25, 0.4


class Contact(NamedTuple):
    """An invented contact with people by name."""

    on: date
    names: tuple[str, ...]
    kind: str
    direction: str
    text: str
    minutes: int | None
    place: str | None
    tags: tuple[str, ...]


class Newcomer(NamedTuple):
    """An invented person without handle and introducer, and their facts by day."""

    new: NewPerson
    via: str | None
    facts: tuple[tuple[date, str], ...]


def newcomers(today: date) -> list[Newcomer]:
    """Everybody, as of today."""
    dice = Random(SEED)  # noqa: S311 (no secret is made here)
    return [newcomer(someone, dice, today) for someone in everybody()]


def newcomer(someone: Someone, dice: Random, today: date) -> Newcomer:
    """One person; those of the conference were met in person, the others came from an older list."""
    met_on = ago(today, someone.since)
    is_fresh = someone.met is not None and someone.met.startswith(EVENT)
    new = NewPerson(
        handle="",
        name=someone.name,
        since_on=met_on,
        is_fresh=is_fresh,
        company=someone.company,
        role=someone.role,
        place=someone.place,
        met=None if is_fresh else someone.met,
        met_on=met_on,
        event=someone.met.removeprefix(EVENT) if someone.met and is_fresh else None,
        tier=someone.tier,
        every_days=someone.every_days,
        birthday=birthday(someone.birthday, today),
        aliases=someone.aliases,
        tags=someone.tags,
        contacts=tuple(("email", email) for email in someone.emails),
        topics=(*(("can", words) for words in someone.can), *(("wants", words) for words in someone.wants)),
        uuid=str(UUID(int=dice.getrandbits(128), version=4)),
    )
    return Newcomer(new, someone.via, tuple((ago(today, days), words) for days, words in someone.facts))


def ago(today: date, days: int) -> date:
    """So many days before today."""
    return today - timedelta(days)


def birthday(written: str, today: date) -> str | None:
    """As written, or for "+3:40" the fortieth in three days."""
    if not written.startswith("+"):
        return written or None
    days, _, turns = written.partition(":")
    on = ago(today, -int(days))
    return str(Birthday(on.year - int(turns), on.month, on.day))


def contacts(today: date) -> list[Contact]:
    """Every contact, oldest first."""
    told = stories()
    taken = {(name, story.days) for story in told for name in story.names}
    talk = Talk(Random(SEED))  # noqa: S311 (no secret is made here)
    made = chain.from_iterable(talk.contacts(someone, taken, today) for someone in everybody())
    return sorted([*made, *(contact(story, today) for story in told)], key=lambda contact: contact.on)


def contact(story: Story, today: date) -> Contact:
    """A story as a contact."""
    return Contact(
        on=ago(today, story.days),
        names=story.names,
        kind=story.kind,
        direction=story.direction,
        text=story.text,
        minutes=story.minutes,
        place=story.place,
        tags=story.tags,
    )


class Talk:
    """Makes up contacts, and repeats itself as little as the sayings allow."""

    def __init__(self, dice: Random) -> None:
        self.dice, self.sayings = dice, sayings()
        self.said: Counter[Saying] = Counter()

    def contacts(self, someone: Someone, taken: Collection[tuple[str, int]], today: date) -> Iterator[Contact]:
        """The contacts with one person, but for the days that a story tells."""
        heard: set[Saying] = set()
        for days in self.days(someone):
            is_last = days == someone.last
            made = self.contact(someone, workday(ago(today, days), is_fixed=is_last), heard, is_last=is_last)
            if (someone.name, days) not in taken:
                yield made

    def days(self, someone: Someone) -> list[int]:
        """Days before today: the first, the last, and the others at roughly even steps."""
        if someone.times <= 1:
            return [someone.last] * someone.times
        step = (someone.since - someone.last) / (someone.times - 1)
        even = [someone.since - step * turn for turn in range(1, someone.times - 1)]
        between = {round(day + step * self.dice.uniform(-0.3, 0.3)) for day in even}
        return [someone.since, *sorted(between - {someone.since, someone.last}, reverse=True), someone.last]

    def contact(self, someone: Someone, on: date, heard: set[Saying], *, is_last: bool) -> Contact:
        """One contact; the last is live and mutual, so that the day alone decides about the tie."""
        kind = self.one_of(LIVE_KINDS if is_last else KINDS)
        depth = kind_named(kind).depth
        saying = self.saying(someone, WAYS[depth], heard)
        is_timed = WAYS[depth] == "live" and self.dice.random() < TIMED
        is_placed = depth is Depth.MEET and self.dice.random() < PLACED
        return Contact(
            on=on,
            names=(someone.name,),
            kind=kind,
            direction="mutual" if is_last else self.one_of(DIRECTIONS[depth]),
            text=saying.text,
            minutes=self.dice.choice(MINUTES) if is_timed else None,
            place=self.dice.choice(PLACES[someone.speaks]) if is_placed else None,
            tags=saying.tags,
        )

    def saying(self, someone: Someone, way: str, heard: set[Saying]) -> Saying:
        """Something this person has not said yet, if there is anything, and others have said least."""
        language = someone.speaks if self.dice.random() < IN_OWN_LANGUAGE else "en"
        fitting = [each for each in self.sayings if each.way == way and each.circle in (someone.circle, "any")]
        fresh = [each for each in fitting if each not in heard] or fitting
        spoken = [each for each in fresh if each.language == language] or understood(fresh, someone.speaks)
        least = min(self.said[each] for each in spoken)
        chosen = self.dice.choice([each for each in spoken if self.said[each] == least])
        self.said[chosen] += 1
        heard.add(chosen)
        return chosen

    def one_of(self, weights: Mapping[str, int]) -> str:
        """One of the words, as often as its weight says."""
        return self.dice.choices(list(weights), list(weights.values()))[0]


def understood(sayings: list[Saying], speaks: str) -> list[Saying]:
    """What can be said in English or in the language of that person."""
    return [each for each in sayings if each.language in ("en", speaks)] or sayings


def workday(on: date, *, is_fixed: bool) -> date:
    """The day, or one of the five before a weekend, unless it must be that day."""
    if is_fixed or on.weekday() <= FRIDAY:
        return on
    return ago(on, on.weekday() - FRIDAY + on.toordinal() // WEEK % (FRIDAY + 1))
