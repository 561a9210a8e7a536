"""snooze, skip, pause, resume, let-go: off the list for a while or for good."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Person
from netlog.errors import UsageProblem
from netlog.services import hiding
from netlog.services.checks import check_field
from netlog.services.naming import one_person

AnyPerson = Annotated[
    str | None,
    typer.Argument(metavar="[PERSON]", help="A handle, name, alias or part of one.", show_default=False),
]


def snooze(
    ctx: typer.Context,
    person: Person,
    until: Annotated[list[str], typer.Argument(metavar="DATE", help="As 2w, next tuesday or 2027-01-15.")],
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Hide a person from the morning until a day; the clock runs on.

    Example: netlog snooze giulia 2w
    """
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, person)
    day = net.ahead(" ".join(until))
    with net.recording() as records:
        changed = hiding.snooze(records, named, day, today=net.today)
    net.show(changed)


def skip(ctx: typer.Context, person: Person, as_json: Json = False) -> None:  # noqa: FBT002
    """Pass over a check-in this time; the next comes in half an interval.

    Example: netlog skip giulia
    """
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, person)
    with net.recording() as records:
        changed = hiding.skip(records, named, today=net.today)
    net.show(changed)


def pause(
    ctx: typer.Context,
    person: AnyPerson = None,
    everyone: Annotated[bool, typer.Option("--everyone", help="Pause the check-ins with everybody.")] = False,  # noqa: FBT002
    until: Annotated[str | None, typer.Option(metavar="DATE", help="With --everyone: until when.")] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Suspend the check-ins with a person, or with everybody, until resumed.

    Birthdays and replies owed stay on the list while everybody is paused.

    Example: netlog pause --everyone --until "11 jan"
    """
    whom = person_or_everyone(person, everyone=everyone)
    if whom is not None and until is not None:
        raise UsageProblem("--until goes with --everyone", hint=f"for one person: netlog snooze {whom} 2w")
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, whom) if whom is not None else None
    day = net.ahead(until) if until is not None else None
    with net.recording() as records:
        if named:
            changed = hiding.pause(records, named, today=net.today)
        else:
            changed = hiding.pause_everyone(records, day, today=net.today)
    net.show(changed)


def resume(
    ctx: typer.Context,
    person: AnyPerson = None,
    everyone: Annotated[bool, typer.Option("--everyone", help="End the pause of everybody.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Take up the check-ins again after a pause, a snooze or a letting go.

    Example: netlog resume giulia
    """
    whom = person_or_everyone(person, everyone=everyone)
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, whom) if whom is not None else None
    with net.recording() as records:
        if named:
            changed = hiding.resume(records, named, today=net.today)
        else:
            changed = hiding.resume_everyone(records, today=net.today)
    net.show(changed)


def person_or_everyone(person: str | None, *, everyone: bool) -> str | None:
    """Who is meant, None being everybody; UsageProblem unless it is exactly one of the two."""
    if (person is None) == (not everyone):
        raise UsageProblem("name one person, or say --everyone", hint="for example: netlog pause giulia")
    return person


def let_go(
    ctx: typer.Context,
    person: Person,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="For yourself: why.")] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """End a tie on purpose: no more check-ins, the history stays.

    Example: netlog let-go giulia --why "moved on"
    """
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, person)
    reason = check_field(why) if why is not None else None
    with net.recording() as records:
        changed = hiding.let_go(records, named, reason, today=net.today)
    net.show(changed)
