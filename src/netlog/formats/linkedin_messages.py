"""LinkedIn's messages.csv: who wrote to whom on which day, and never what."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from sys import intern
from typing import NamedTuple

from netlog.domain.folding import fold
from netlog.domain.wording import count
from netlog.errors import FormatProblem, either, shorten
from netlog.formats.csv_cards import one_line
from netlog.formats.csv_dates import read_day
from netlog.formats.csv_rows import Fields, Row, is_headed, named, opened_table
from netlog.formats.linkedin_names import called_by, profile_slug, profile_url
from netlog.interchange import Format, Mention, Reading, Record, Rejected, Skipped, Source, Talk

COLUMNS = {
    "conversation id": "conversation",
    "conversation title": "title",
    "from": "from",
    "sender profile url": "from url",
    "to": "to",
    "recipient profile urls": "to urls",
    "date": "date",
    "subject": "subject",
    "content": "content",
    "folder": "folder",
    "direction": "direction",
    "is message draft": "draft",
    "is conversation draft": "draft",
}
BY_COLUMNS = named(COLUMNS, "from", "to", "date", "content")
TELLING = frozenset({"conversation", "direction", "from url"})
HINT = "write your own name into the configuration"
MOST_PEOPLE = 10
CENTURY = 20
LONGEST_SUBJECT = 200
NAMELESS = "linkedin member"
YES = frozenset({"yes", "true", "1"})
STAMP = re.compile(r"(20[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\.[0-9]+)?( ?UTC|Z)?")
CLOCK = re.compile(r"[, ]\s*([0-9]{1,2}):([0-9]{2})(?::[0-9]{2})?(?:\s*([AP])\.?M\.?)?$", re.IGNORECASE)
LINK = re.compile(r"[^\s,;]*linkedin\.com/[^\s,;]+", re.IGNORECASE)


class Somebody(NamedTuple):
    """A name and a profile as a row gives them, either of them perhaps empty."""

    name: str
    url: str


@dataclass(slots=True)
class Day:
    """What was written in one conversation on one day: instants in UTC."""

    where: str
    conversation: str
    on: date
    first_at: datetime
    first_from: Somebody
    is_outgoing: bool | None
    subject: str
    people: frozenset[Somebody]
    messages: int = 0


class Diary:
    """The days of all conversations; people who write often are held once."""

    def __init__(self) -> None:
        self.days: dict[tuple[str, date], Day] = {}
        self.circles: dict[frozenset[Somebody], frozenset[Somebody]] = {}

    def add(self, row: Row, at: datetime) -> None:
        """Count a message under its local day."""
        sender = Somebody(one_line(row.one("from")), profile_url(row.one("from url")))
        people = self.circle(frozenset((sender, *recipients(row))))
        is_outgoing = {"outgoing": True, "incoming": False}.get(fold(row.one("direction")))
        key = intern(row.one("conversation") or conversation_of(people)), at.date()
        subject, at = one_line(row.one("subject")), at.astimezone(UTC)
        day = self.days.get(key) or Day(row.where, *key, at, sender, is_outgoing, subject, people)
        self.days[key] = day
        day.messages += 1
        day.people = self.circle(day.people | people)
        day.subject = day.subject or subject
        if at < day.first_at:
            day.first_at, day.first_from, day.is_outgoing, day.where = at, sender, is_outgoing, row.where

    def circle(self, people: frozenset[Somebody]) -> frozenset[Somebody]:
        """The same people, held once."""
        return self.circles.setdefault(people, people)


def meaning(columns: Sequence[str]) -> Fields | None:
    """The fields of the columns; a header names sender, recipient and day, and what other mail does not have."""
    fields = BY_COLUMNS(columns)
    return fields if fields is not None and TELLING & set(fields) else None


def read_messages(source: Source, reading: Reading) -> Iterator[Record]:
    """One contact for each conversation and local day, by day."""
    diary = Diary()
    with opened_table(source, reading.encoding, meaning) as table:
        for row in table.rows:
            left_out = row if isinstance(row, Rejected) else told(row, reading, diary)
            if left_out:
                yield left_out
    found = sorted(diary.days.values(), key=lambda day: (day.first_at, day.conversation))
    everybody = Everybody(diary.circles)
    mine = myself(found, everybody, reading.me)
    for day in found:
        is_asked_for = (reading.since or day.on) <= day.on <= (reading.until or day.on)
        yield contact(day, everybody, mine) if is_asked_for else Skipped(day.where, "outside the days asked for")


def told(row: Row, reading: Reading, diary: Diary) -> Rejected | Skipped | None:
    """Note a message in the diary, or say why it is left out."""
    if reason := unwanted(row):
        return Skipped(row.where, reason)
    at = instant(row.one("date"), reading)
    if at is None:
        return Rejected(row.where, f"{shorten(row.one('date'))} is no date")
    diary.add(row, at)
    return None


def unwanted(row: Row) -> str:
    """Why a message is no contact, or nothing."""
    folder, title = fold(row.one("folder")), fold(row.one("title"))
    if "draft" in folder or any(fold(text) in YES for text in row.many("draft")):
        return "draft"
    if "spam" in folder:
        return "spam"
    if "sponsored" in title:
        return "sponsored"
    return "from nobody by name" if fold(row.one("from")) in ("", NAMELESS) else ""


def instant(text: str, reading: Reading) -> datetime | None:
    """The local instant of a message: written in UTC since 2018, by the local clock before."""
    try:
        if found := STAMP.fullmatch(text.strip()):
            at = datetime.fromisoformat(found[1])
            return (at.replace(tzinfo=UTC) if found[2] else at).astimezone()
        day = read_day(text, reading.today, day_first=bool(reading.day_first))
        clock = CLOCK.search(text.strip())
        if day is None or clock is None or day.year // 100 != CENTURY:
            return None
        return datetime(day.year, day.month, day.day, hour_of(clock), int(clock[2])).astimezone()
    except (ValueError, OverflowError):
        return None


def hour_of(clock: re.Match[str]) -> int:
    """The hour of a clock that has 12 or 24 of them."""
    hour, half = int(clock[1]), (clock[3] or "").upper()
    return hour % 12 + 12 * (half == "P") if half else hour


def recipients(row: Row) -> list[Somebody]:
    """Everybody a message went to: as many names as profiles, where there are profiles."""
    urls = list(map(profile_url, LINK.findall(row.one("to urls"))))
    whole = one_line(row.one("to"))
    if len(urls) == 1:
        return [Somebody(whole, urls[0])]
    names = [one_line(name) for name in re.split(r",(?! )|;", whole)]
    if urls:
        given = names if len(names) == len(urls) else [""] * len(urls)
        return [Somebody(name, url) for name, url in zip(given, urls, strict=True)]
    return [Somebody(name, "") for name in names if name and fold(name) != NAMELESS]


def conversation_of(people: Collection[Somebody]) -> str:
    """What names a conversation that has no number: who takes part."""
    return "with:" + "|".join(sorted(fold(each.name) or profile_slug(each.url) for each in people))


class Everybody:
    """Who is who in a file: one name has its profile beside it in some rows only."""

    def __init__(self, circles: Iterable[Collection[Somebody]]) -> None:
        self.by_profile: dict[str, Mention] = {}
        self.profiles: dict[str, set[str]] = defaultdict(set)
        for each in (each for people in circles for each in people if each.url):
            slug = profile_slug(each.url)
            self.profiles[fold(each.name)].add(slug)
            if not self.by_profile.get(slug, Mention()).name:
                self.by_profile[slug] = Mention(called_by("", each.name).name, each.url)

    def mention(self, somebody: Somebody) -> Mention:
        """The same for all spellings of one person; a name that two have stays without a profile."""
        known = self.profiles.get(fold(somebody.name), set()) if somebody.name else set()
        if somebody.url:
            return self.by_profile[profile_slug(somebody.url)]
        return self.by_profile[next(iter(known))] if len(known) == 1 else Mention(called_by("", somebody.name).name)


def myself(days: Sequence[Day], everybody: Everybody, me: Sequence[str]) -> frozenset[Mention]:
    """Who I am: as the user says, else who sent what went out, else the one person of most conversations."""
    talks: dict[str, set[Mention]] = defaultdict(set)
    for day in days:
        talks[day.conversation] |= {everybody.mention(each) for each in day.people}
    present = Counter(each for people in talks.values() for each in people)
    names, profiles = set(map(fold, me)), set(map(profile_slug, me))
    said = {each for each in present if fold(each.name) in names or profile_slug(each.address) in profiles}
    sent = {everybody.mention(day.first_from) for day in days if day.is_outgoing}
    return frozenset(said or sent or {most_present(present)}) if present else frozenset()


def most_present(present: Counter[Mention]) -> Mention:
    """The person of most conversations; FormatProblem when two are in as many."""
    (one, often), *others = present.most_common(2)
    if others and others[0][1] == often:
        names = either([shorten(each.name or each.address) for each in (one, others[0][0])])
        raise FormatProblem(f"these messages do not tell whether you are {names}", hint=HINT)
    return one


def contact(day: Day, everybody: Everybody, mine: Collection[Mention]) -> Talk | Skipped:
    """A day of a conversation as a contact: how much was written, and who began."""
    people = sorted({everybody.mention(each) for each in day.people} - set(mine))
    if not people:
        return Skipped(day.where, "with nobody else")
    if len(people) > MOST_PEOPLE:
        return Skipped(day.where, f"more than {MOST_PEOPLE} people")
    is_mine = everybody.mention(day.first_from) in mine if day.is_outgoing is None else day.is_outgoing
    about = f", {shorten(day.subject, LONGEST_SUBJECT)}" if day.subject else ""
    return Talk(
        key=f"{day.conversation}:{day.on.isoformat()}",
        where=day.where,
        on=day.on,
        people=tuple(people),
        kind="message",
        text=f"LinkedIn{about}: {count(day.messages, 'message')}",
        direction="out" if is_mine else "in",
        at=day.first_at.astimezone(),
    )


MESSAGES = Format(
    "linkedin-messages",
    "LinkedIn messages (messages.csv)",
    recognise=lambda source: 95 * is_headed(source, meaning),
    read=read_messages,
    needs_people=True,
)
