"""Mentorships on a terminal: what runs, what a session opens with, how the time was spent."""

from collections.abc import Sequence
from itertools import chain

from rich.text import Text

from netlog.domain.promises import MINE, standing
from netlog.domain.views_mentoring import (
    ActionCount,
    Feedback,
    MentorAgenda,
    MentorGoals,
    MentorReview,
    Mentorships,
    SessionOpening,
)
from netlog.domain.views_promises import Promise
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import count, dated, day
from netlog.render.terminal import draw
from netlog.render.terminal_cycles import agenda_lines, agreed, cycle, goal_lines, held, terms

NOBODY = "No mentorship is running."
BEGIN = "netlog mentor start PERSON --role mentee --every 2w --for 6m begins one"
FIRST = "Nothing to look back on yet: this is the first session."
PARTS = {"early": "so far", "mid-term": "mid-term review", "closing": "closing review"}


def mentorships(view: Mentorships, page: Page) -> Block:
    """Every running mentorship with its person, in both roles."""
    if not view.mentorships:
        return [*page.wrapped(page.words(NOBODY)), *page.wrapped(page.words(BEGIN, "dim"))]
    rows = [[page.words(each.name, "bold"), *cycle(each, page, today=view.today)] for each in view.mentorships]
    return list(chain.from_iterable(page.table(rows)))


def agenda(view: MentorAgenda, page: Page) -> Block:
    """What is to be talked about, with the numbers that tick it off."""
    lines = agenda_lines(view.items, page, today=view.today)
    empty = f"Nothing on the agenda. netlog mentor agenda {view.handle} add “…” puts something on it."
    return _list(f"agenda with {view.name}", lines, empty, page)


def goals(view: MentorGoals, page: Page) -> Block:
    """What it is for, with the numbers that tick it off."""
    lines = goal_lines(view.goals, page, today=view.today)
    empty = f"No goal is set. netlog mentor goals {view.handle} add “…” sets one."
    return _list(f"goals with {view.name}", lines, empty, page)


def _list(title: str, rows: Sequence[Sequence[Text]], empty: str, page: Page) -> Block:
    if not rows:
        return page.wrapped(page.words(empty))
    return [*page.wrapped(page.words(title, "bold")), *chain.from_iterable(page.table(rows))]


def opening(view: SessionOpening, page: Page) -> Block:
    """What both agreed last time, then the agenda and the open goals."""
    title = page.words(f"session with {view.name}", "bold") + page.words(f" (you are {view.role})", "dim")
    last = f"last: {dated(view.last_on, view.today)}" if view.last_on else FIRST
    topics = [page.lines(topic) for topic in view.last_topics]
    return [
        *page.wrapped(title),
        *page.wrapped(page.dotted([page.words(last), *topics]), hang=2),
        *_actions("you agreed to", view.mine, view, page),
        *_actions(f"{view.name} agreed to", view.theirs, view, page),
        *_part("agenda", agenda_lines(view.agenda, page, today=view.today), page),
        *_part("goals", goal_lines(view.goals, page, today=view.today), page),
    ]


def _actions(title: str, actions: Sequence[Promise], view: SessionOpening, page: Page) -> Block:
    rows = [
        [
            page.words(f"#{each.id}", "dim"),
            page.dotted(
                [page.lines(each.text), page.words(standing(each, view.today), "" if each.outcome else "cyan")]
            ),
        ]
        for each in actions
    ]
    return _part(title, rows, page)


def _part(title: str, rows: Sequence[Sequence[Text]], page: Page) -> Block:
    return [*page.heading(title), *chain.from_iterable(page.table(rows))] if rows else []


def review(view: MentorReview, page: Page) -> Block:
    """Facts about the time: sessions against the plan, goals, actions, feedback both ways."""
    each = view.mentorship
    title = page.words(f"{PARTS.get(view.part, view.part)} with {each.name}", "bold") + page.words(
        f" (you are {each.role})", "dim"
    )
    ended = f"ended {day(each.ended_on, view.today)}" if each.ended_on else ""
    about = [page.words(part) for part in (agreed(each, view.today), *terms(each), ended) if part]
    return [
        *page.wrapped(title),
        *page.wrapped(page.dotted(about), hang=2),
        BLANK,
        *chain.from_iterable(page.table(_counts(view, page))),
        *_part("goals", goal_lines(each.goals, page, today=view.today), page),
        *_part("talked about", [[page.lines(topic)] for topic in view.topics], page),
        *_part("feedback you gave", _feedback(view.feedback_given, view, page), page),
        *_part("feedback you got", _feedback(view.feedback_got, view, page), page),
        *_next(view, page),
    ]


def _counts(view: MentorReview, page: Page) -> list[list[Text]]:
    reached = sum(goal.reached_on is not None for goal in view.mentorship.goals)
    planned = f"{view.planned_so_far:,} planned by now, {view.planned:,} in all"
    rows = [("sessions", f"{held(view.mentorship, view.today)} · {planned}")]
    if view.mentorship.goals:
        rows += [("goals", f"{reached:,} of {len(view.mentorship.goals):,} reached")]
    rows += [(_whose(each), _kept(each)) for each in view.actions if each.agreed]
    return [[page.words(label, "dim"), page.words(words)] for label, words in rows]


def _whose(each: ActionCount) -> str:
    return "your actions" if each.side == MINE else "their actions"


def _kept(each: ActionCount) -> str:
    parts = [f"{count(each.agreed, 'action')} agreed", f"{each.kept:,} kept"]
    parts += [f"{number:,} {word}" for number, word in ((each.dropped, "dropped"), (each.open, "open")) if number]
    return ", ".join(parts)


def _feedback(feedback: Sequence[Feedback], view: MentorReview, page: Page) -> list[list[Text]]:
    return [[page.words(day(each.on, view.today)), page.lines(each.text)] for each in feedback]


def _next(view: MentorReview, page: Page) -> Block:
    each = view.mentorship
    if each.ended_on:
        return []
    how = f"netlog mentor renew {each.handle} --for 6m · netlog mentor end {each.handle}"
    return [BLANK, *page.wrapped(page.words(how, "dim"))] if view.part == "closing" else []


draw.register(Mentorships, mentorships)
draw.register(MentorAgenda, agenda)
draw.register(MentorGoals, goals)
draw.register(SessionOpening, opening)
draw.register(MentorReview, review)
