"""fact and facts: what is worth remembering about people, and whether it still holds."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Person, Private, Unlocked
from netlog.errors import UsageProblem
from netlog.rows import NewFact
from netlog.services import facts as known
from netlog.services.checks import check_field
from netlog.services.naming import one_person

LONGEST_NUMBER = 10**18
AnyPerson = Annotated[str | None, typer.Argument(metavar="[PERSON]", help="Whose facts.", show_default=False)]


def fact(
    ctx: typer.Context,
    person: Person,
    text: Annotated[list[str], typer.Argument(metavar="TEXT", help="What is so.")],
    sort: Annotated[str | None, typer.Option(help="job, city, family or other; told by the words unless said.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Since when you know; today unless said.")] = None,
    private: Private = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Remember something about a person; it is no contact.

    Example: netlog fact giulia "moved to Gdańsk"
    """
    net = workspace(ctx, as_json=as_json)
    named, words = one_person(net.reader, person), check_field(" ".join(text))
    kind = known.check_sort(sort) if sort is not None else None
    day = known.check_past(net.past(on).on, net.today) if on is not None else net.today
    with net.appending() as appender:
        noted = known.note_fact(appender, named, NewFact(named.id, day, words, kind, private), today=net.today)
    net.show(noted)


def facts(
    ctx: typer.Context,
    person: AnyPerson = None,
    confirm: Annotated[
        int | None, typer.Option(metavar="NUMBER", min=1, max=LONGEST_NUMBER, help="That one still holds.")
    ] = None,
    private: Unlocked = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """List what you know about people with its age, or confirm that one of it still holds.

    Example: netlog facts giulia
    """
    net = workspace(ctx, as_json=as_json, private=private)
    if confirm is None:
        net.show(
            known.facts(net.reader, one_person(net.reader, person) if person is not None else None, today=net.today)
        )
        return
    if person is not None:
        raise UsageProblem("--confirm takes the number alone", hint=f"for example: netlog facts --confirm {confirm}")
    row = known.one_fact(net.reader, confirm)
    with net.recording() as records:
        done = known.confirm(records, row, today=net.today)
    net.show(done)
