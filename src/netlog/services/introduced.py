"""Introductions as other answers have them: lines of the morning, parts of a dossier."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.introductions import nudge, standing
from netlog.domain.views import Loop
from netlog.domain.views_introductions import Introduced
from netlog.domain.wording import ago
from netlog.ports import Reader
from netlog.rows import IntroductionRow, LoopRow, PersonRow


def of_person(reader: Reader, person: int, *, today: date) -> tuple[Introduced, ...]:
    """The introductions somebody is a side of, as their dossier shows them."""
    return tuple(seen_from(row, person, today) for row in reader.introductions(person=person))


def seen_from(row: IntroductionRow, person: int, today: date) -> Introduced:
    """An introduction as one side of it has it."""
    handle, name = (row.other_handle, row.other_name) if person == row.person_id else (row.handle, row.name)
    stands = standing(row.name, row.other_name, state=row.state, moved_on=row.moved_on, today=today)
    return Introduced(row.id, handle, name, row.state, row.made_on, stands, row.why, row.outcome)


def nudges(reader: Reader, rows: Sequence[LoopRow], today: date) -> list[Loop]:
    """The lines of the morning, each with its next step."""
    return [line(row, today) for row in reader.introductions(numbers=[row.source_id for row in rows])]


def thanks(reader: Reader, rows: Sequence[LoopRow], today: date) -> list[Loop]:
    """Whoever introduced somebody to me, unless we were in touch since."""
    last = reader.last_words([row.person_id for row in rows])
    lines = []
    for row in rows:
        met, introducer = reader.person(row.source_id), reader.person(row.person_id)
        since, word = met.met_on or met.since_on, last.get(row.person_id)
        if word is None or word.on is None or word.on < since:
            lines.append(thank(introducer, met.name, met.id, since, today))
    return lines


def thank(introducer: PersonRow, name: str, number: int, since: date, today: date) -> Loop:
    """A word of thanks as a line of the morning."""
    words = f"introduced you to {name} {ago((today - since).days)} · a word of thanks"
    how = f"netlog log {introducer.handle} message --out"
    return Loop("thanks", number, introducer.handle, introducer.name, since, words, how)


def line(row: IntroductionRow, today: date) -> Loop:
    """One introduction as a line of the morning."""
    words = nudge(row.name, row.other_name, state=row.state, moved_on=row.moved_on, today=today)
    return Loop("introduction", row.id, row.handle, row.name, row.moved_on, words, how(row.id, row.state))


def how(number: int, state: str) -> str:
    """The command that moves it on."""
    return f"netlog intro next {number}" + (' "how it went"' if state == "made" else "")
