"""mentor: mentorships in both roles, from an agreement to a graceful end."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, NamedTuple, TypeVar

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.cli.pledges import pledge
from netlog.domain.agreements import check_role, end_of, read_months
from netlog.domain.cadence import check_days
from netlog.domain.interactions import Direction, kind_named
from netlog.domain.people import Named
from netlog.domain.promises import MINE, THEIRS
from netlog.domain.receipts import Changed, Unchanged
from netlog.errors import NotFound, UsageProblem, either, shorten
from netlog.services import mentoring, mentorships
from netlog.services.capture import Details, Draft
from netlog.services.checks import check_field, checked_text, kind_slug, typed_number
from netlog.services.mentoring import Agreement, Meeting
from netlog.services.naming import one_person
from netlog.workspace import Workspace

Several = list[str] | None
Value = TypeVar("Value", str, list[str])
HOW = "try netlog mentor, mentor start PERSON --role mentee --every 2w --for 6m, or mentor session PERSON “…”"
TAKES: Mapping[str, tuple[str, ...]] = {
    "list": (),
    "start": ("role", "every", "for", "until", "on", "goal", "area", "channel", "hours", "not"),
    "session": ("role", "kind", "on", "topic", "gave-feedback", "got-feedback", "i-will", "they-will"),
    "agenda": ("role",),
    "goals": ("role",),
    "review": ("role",),
    "renew": ("role", "for", "until"),
    "end": ("role", "why"),
}
"""Which options each action has."""


SPELLED: Mapping[str, str] = {"lasting": "for", "months_off": "not"}
"""Options whose names are words of Python."""


class Asked(NamedTuple):
    """The person and the words after them, and every option by name, those not given left out."""

    named: Named
    words: tuple[str, ...]
    options: Mapping[str, str]
    many: Mapping[str, list[str]]

    @property
    def role(self) -> str | None:
        """My role, where it is said."""
        return check_role(self.options["role"]) if "role" in self.options else None

    def field(self, name: str) -> str | None:
        """A short text that an option gives."""
        return check_field(self.options[name]) if name in self.options else None

    def fields(self, name: str) -> tuple[str, ...]:
        """The short texts of an option that may be given more than once."""
        return tuple(map(check_field, self.many.get(name, ())))


def mentor(
    ctx: typer.Context,
    action: Annotated[str | None, typer.Argument(metavar=f"[{'|'.join(TAKES)}]", show_default=False)] = None,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", show_default=False)] = None,
    words: Annotated[
        Several, typer.Argument(metavar="[TEXT | add TEXT | done N | reached N]", show_default=False)
    ] = None,
    role: Annotated[str | None, typer.Option(metavar="mentor|mentee", help="Your role.")] = None,
    every: Annotated[str | None, typer.Option(metavar="SPAN", help="How often you meet, as 2w.")] = None,
    lasting: Annotated[str | None, typer.Option("--for", metavar="SPAN", help="For how long, as 6m.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Until when, instead of --for.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When it began, or when the session was.")] = None,
    goal: Annotated[Several, typer.Option(metavar="TEXT", help="What it is for; may be repeated.")] = None,
    area: Annotated[str | None, typer.Option(metavar="TEXT", help="The field it is about.")] = None,
    channel: Annotated[str | None, typer.Option(metavar="TEXT", help="How you meet.")] = None,
    hours: Annotated[str | None, typer.Option(metavar="TEXT", help="When you may be reached.")] = None,
    months_off: Annotated[Several, typer.Option("--not", metavar="MONTH", help="A month without meetings.")] = None,
    kind: Annotated[str | None, typer.Option("-k", "--kind", metavar="KIND", help="The kind of session.")] = None,
    topic: Annotated[Several, typer.Option(metavar="TEXT", help="What the session was about.")] = None,
    gave_feedback: Annotated[str | None, typer.Option(metavar="TEXT", help="Feedback you gave.")] = None,
    got_feedback: Annotated[str | None, typer.Option(metavar="TEXT", help="Feedback you got.")] = None,
    i_will: Annotated[Several, typer.Option(metavar="TEXT", help="What you will do, perhaps “by friday”.")] = None,
    they_will: Annotated[Several, typer.Option(metavar="TEXT", help="What they will do.")] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="For yourself: why it ends.")] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Meet as mentor or mentee: agree, meet, look back, end well.

    Without an action it lists what runs. start agrees on role, rhythm and length; session shows what was agreed last
    time and, with a text, logs a meeting; agenda and goals list, add, and tick off by number; review holds sessions,
    goals and actions against the plan; renew begins the next cycle; end closes it.

    Example: netlog mentor session laura "first ninety days" --i-will "draft a plan by friday"
    """
    agreed = said(role=role, every=every, lasting=lasting, until=until, on=on, area=area, channel=channel, hours=hours)
    met = said(kind=kind, gave_feedback=gave_feedback, got_feedback=got_feedback, why=why)
    many = said(goal=goal, months_off=months_off, topic=topic, i_will=i_will, they_will=they_will)
    run(workspace(ctx, as_json=as_json), action or "list", person, tuple(words or ()), agreed | met, many)


def said(**options: Value | None) -> dict[str, Value]:
    """The options that were given, called as they are typed."""
    given = ((name, value) for name, value in options.items() if value is not None and value != [])
    return {SPELLED.get(name, name.replace("_", "-")): value for name, value in given}


def run(
    net: Workspace,
    action: str,
    person: str | None,
    words: tuple[str, ...],
    options: Mapping[str, str],
    many: Mapping[str, list[str]],
) -> None:
    """Carry out one action; raises UsageProblem for what is none, or for an option that is another action's."""
    if action not in TAKES:
        raise UsageProblem(f"mentor has no {shorten(action)}", hint=f"try {either(tuple(TAKES))}")
    for name in (*options, *many):
        if name not in TAKES[action]:
            raise UsageProblem(f"--{name} does not go with mentor {action}", hint="netlog mentor --help says what does")
    if (action == "list") != (person is None):
        raise UsageProblem("that is not how mentor works", hint=HOW)
    if person is None:
        net.show(mentorships.mentorships(net.reader, today=net.today))
    else:
        ACTIONS[action](net, Asked(one_person(net.reader, person), words, options, many))


def start(net: Workspace, asked: Asked) -> None:
    """Begin a mentorship."""
    no_words(asked)
    if asked.role is None or "every" not in asked.options:
        raise UsageProblem("say your role, how often and how long", hint=HOW)
    began_on = net.past(asked.options["on"]).on if "on" in asked.options else net.today
    agreed = Agreement(
        role=asked.role,
        every_days=check_days(net.span(asked.options["every"])),
        began_on=began_on,
        until_on=end(net, asked, began_on),
        goals=asked.fields("goal"),
        area=asked.field("area"),
        channel=asked.field("channel"),
        hours=asked.field("hours"),
        not_months=read_months(asked.many.get("not", ())),
    )
    with net.appending() as appender:
        changed = mentoring.start(appender, asked.named, agreed, today=net.today)
    net.show(changed)


def end(net: Workspace, asked: Asked, began_on: date) -> date:
    """The agreed end, from --for or --until."""
    if ("for" in asked.options) == ("until" in asked.options):
        raise UsageProblem("say how long it lasts, or until when", hint="--for 6m, or --until 2027-05-21")
    if "until" in asked.options:
        return net.ahead(asked.options["until"])
    return end_of(asked.options["for"], began_on)


def session(net: Workspace, asked: Asked) -> None:
    """Log a meeting, or show what one opens with."""
    text = " ".join(asked.words).strip()
    if not text and not asked.many and not asked.options.keys() - {"role"}:
        net.show(mentorships.opening(net.reader, asked.named, asked.role, today=net.today))
        return
    when = net.past(asked.options["on"]) if "on" in asked.options else None
    on, at = (when.on, when.at) if when else (net.today, None)
    draft = Draft(
        people=(asked.named,),
        kind=kind_named(kind_slug(asked.options.get("kind", "meeting"))),
        direction=Direction.MUTUAL,
        on=on,
        at=at,
        text=checked_text(text),
        tags=(),
        details=Details(),
    )
    pledges = [(side, each) for side, name in SIDES.items() for each in asked.many.get(name, ())]
    meeting = Meeting(
        topics=asked.fields("topic"),
        feedback_given=asked.field("gave-feedback"),
        feedback_got=asked.field("got-feedback"),
        pledges=tuple(pledge(net, side, each) for side, each in pledges),
    )
    with net.appending() as appender:
        changed = mentoring.session(appender, asked.named, meeting, draft, clock=net.clock, role=asked.role)
    net.show(changed)


SIDES: Mapping[str, str] = {MINE: "i-will", THEIRS: "they-will"}


def agenda(net: Workspace, asked: Asked) -> None:
    """List the agenda, add to it, or tick something off."""
    named, role = asked.named, asked.role
    verb, rest = verb_of(asked, "agenda", ("add", "done"))
    changed: Changed | Unchanged
    if verb == "list":
        net.show(mentorships.agenda(net.reader, named, role, today=net.today))
        return
    if verb == "add":
        text = check_field(rest)
        with net.appending() as appender:
            changed = mentoring.add_agenda(appender, named, text, today=net.today, role=role)
    else:
        number = numbered(rest, "agenda item")
        with net.recording() as records:
            changed = mentoring.done_agenda(records, named, number, today=net.today, role=role)
    net.show(changed)


def goals(net: Workspace, asked: Asked) -> None:
    """List the goals, set one, or note that one was reached."""
    named, role = asked.named, asked.role
    verb, rest = verb_of(asked, "goals", ("add", "reached"))
    changed: Changed | Unchanged
    if verb == "list":
        net.show(mentorships.goals(net.reader, named, role, today=net.today))
        return
    if verb == "add":
        text = check_field(rest)
        with net.appending() as appender:
            changed = mentoring.add_goal(appender, named, text, today=net.today, role=role)
    else:
        number = numbered(rest, "goal")
        with net.recording() as records:
            changed = mentoring.reach_goal(records, named, number, today=net.today, role=role)
    net.show(changed)


def verb_of(asked: Asked, action: str, verbs: tuple[str, str]) -> tuple[str, str]:
    """What is to be done with a list, and the words for it; raises UsageProblem for another verb, or no words."""
    verb, *rest = asked.words or ("list",)
    if (verb == "list" and not rest) or (verb in verbs and rest):
        return verb, " ".join(rest)
    add, tick = verbs
    handle = asked.named.handle
    hint = f"try netlog mentor {action} {handle}, {action} {handle} {add} “…” or {action} {handle} {tick} NUMBER"
    raise UsageProblem(f"that is not how mentor {action} works", hint=hint)


def numbered(words: str, sort: str) -> int:
    """A number, with or without #; what is none names nothing."""
    if (number := typed_number(words)) is None:
        raise NotFound(sort, words, hint="give its number, as in 3")
    return number


def review(net: Workspace, asked: Asked) -> None:
    """Look back."""
    no_words(asked)
    net.show(mentorships.review(net.reader, asked.named, asked.role, today=net.today))


def renew(net: Workspace, asked: Asked) -> None:
    """Begin the next cycle, from the agreed end on."""
    no_words(asked)
    row = mentorships.running(net.reader, asked.named, asked.role)
    until = end(net, asked, max(row.until_on, net.today))
    with net.recording() as records:
        changed = mentoring.renew(records, asked.named, until, today=net.today, role=asked.role)
    net.show(changed)


def finish(net: Workspace, asked: Asked) -> None:
    """Close it."""
    no_words(asked)
    why = asked.field("why")
    with net.recording() as records:
        changed = mentoring.end(records, asked.named, why, today=net.today, role=asked.role)
    net.show(changed)


def no_words(asked: Asked) -> None:
    """Raise UsageProblem for words after the person that the action has no use for."""
    if asked.words:
        raise UsageProblem(f"{shorten(' '.join(asked.words))} is one word too many", hint=HOW)


ACTIONS: Mapping[str, Callable[[Workspace, Asked], None]] = {
    "start": start,
    "session": session,
    "agenda": agenda,
    "goals": goals,
    "review": review,
    "renew": renew,
    "end": finish,
}
