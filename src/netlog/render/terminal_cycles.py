"""What is said of a mentorship on a terminal, in its own answers and in a dossier."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from rich.text import Text

from netlog.domain.mentoring import every, lasting
from netlog.domain.views_mentoring import AgendaItem, Goal, Mentorship
from netlog.render.page import Block, Page
from netlog.render.phrases import MONTHS_IN_FULL, count, day, listed


def agreed(each: Mentorship, today: date) -> str:
    """Rhythm and length: "every 2 weeks · 6 months until Fri 21 May 2027"."""
    return f"{every(each.every_days)} · {lasting(each.began_on, each.until_on)} until {day(each.until_on, today)}"


def terms(each: Mentorship) -> Iterator[str]:
    """What else was agreed: the area, the channel, the hours, the months that are off."""
    yield from (words for words in (each.area, each.channel, each.hours) if words)
    if names := [name for month, name in enumerate(MONTHS_IN_FULL, start=1) if month in each.not_months]:
        yield f"not in {listed(names)}"


def held(each: Mentorship, today: date) -> str:
    """The sessions so far: "3 sessions, the last Mon 9 Nov"."""
    if each.last_session_on is None:
        return "no session yet"
    return f"{count(each.sessions, 'session')}, the last {day(each.last_session_on, today)}"


def goal_lines(goals: Sequence[Goal], page: Page, *, today: date) -> list[list[Text]]:
    """One row per goal: its number, and when it was reached."""
    return [_row(goal.id, goal.text, "reached", goal.reached_on, page, today) for goal in goals]


def agenda_lines(items: Sequence[AgendaItem], page: Page, *, today: date) -> list[list[Text]]:
    """One row per item of the agenda."""
    return [_row(item.id, item.text, "talked about", item.done_on, page, today) for item in items]


def _row(number: int, text: str, word: str, on: date | None, page: Page, today: date) -> list[Text]:
    done = page.words(f"{word} {day(on, today)}", "dim") if on else page.words("")
    return [page.words(f"#{number}", "dim"), page.dotted([page.lines(text), done])]


def section(mentorships: Sequence[Mentorship], page: Page, *, today: date) -> Block:
    """The running mentorships with somebody, as a part of a dossier."""
    if not mentorships:
        return []
    rows = [cycle(each, page, today=today) for each in mentorships]
    return [*page.heading("mentoring"), *chain.from_iterable(page.table(rows))]


def cycle(each: Mentorship, page: Page, *, today: date) -> list[Text]:
    """My role, and below what was agreed the open goals and the agenda."""
    parts = [agreed(each, today), *terms(each), held(each, today)]
    account = page.dotted([page.words(part) for part in parts])
    for title, texts in lists(each):
        account = account + Text("\n") + page.words(f"{title}: ", "dim") + page.words(" · ".join(texts))
    return [page.words(f"you are {each.role}", "cyan"), account]


def lists(each: Mentorship) -> Iterator[tuple[str, list[str]]]:
    """Open goals and the next agenda, where there are any."""
    goals = [goal.text for goal in each.goals if goal.reached_on is None]
    agenda = [item.text for item in each.agenda if item.done_on is None]
    yield from ((title, texts) for title, texts in (("goals", goals), ("agenda", agenda)) if texts)
