"""gave, got, asked, asked-by, answer, exchanges: help that flows between people."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Person
from netlog.cli.words import sentence_command
from netlog.services import exchanges as helping
from netlog.services.checks import check_field
from netlog.services.naming import one_person

What = Annotated[list[str], typer.Argument(metavar="TEXT", help="What, in a few words.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="When, as yesterday or 2026-11-05; else today.")]


@sentence_command(is_lenient=False)
def gave(ctx: typer.Context, person: Person, what: What, on: On = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Write down help you gave.

    Example: netlog gave giulia "comments on her pricing page" --on yesterday
    """
    flowed(ctx, "gave", person, what, on=on, as_json=as_json)


@sentence_command(is_lenient=False)
def got(ctx: typer.Context, person: Person, what: What, on: On = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Write down help you got.

    Example: netlog got giulia "the name of a good accountant"
    """
    flowed(ctx, "got", person, what, on=on, as_json=as_json)


@sentence_command(is_lenient=False)
def asked(ctx: typer.Context, person: Person, what: What, on: On = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Write down what you asked somebody for.

    Example: netlog asked giulia "a look at my slides"
    """
    flowed(ctx, "asked", person, what, on=on, as_json=as_json)


@sentence_command(is_lenient=False)
def asked_by(ctx: typer.Context, person: Person, what: What, on: On = None, as_json: Json = False) -> None:  # noqa: FBT002
    """Write down what somebody asked you for; it stays open until answered.

    Example: netlog asked-by tymek "feedback on his CV"
    """
    flowed(ctx, "asked_by", person, what, on=on, as_json=as_json)


def flowed(ctx: typer.Context, flow: str, person: str, what: list[str], *, on: str | None, as_json: bool) -> None:
    """Write down one exchange."""
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, person)
    text, day = check_field(" ".join(what)), net.past(on).on if on is not None else net.today
    with net.appending() as appender:
        changed = helping.pass_on(appender, named, flow, text, on=day, today=net.today)
    net.show(changed)


def answer(
    ctx: typer.Context,
    ask: Annotated[str, typer.Argument(metavar="NUMBER|PERSON", help="The number of the ask, or who asked.")],
    what: Annotated[list[str] | None, typer.Argument(metavar="[TEXT]", help="What you gave, if you did.")] = None,
    gave: Annotated[bool, typer.Option("--gave", help="You gave what was asked.")] = False,  # noqa: FBT002
    on: On = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Close what somebody asked of you, whether you helped or declined.

    Example: netlog answer tymek --gave
    """
    net = workspace(ctx, as_json=as_json)
    open_ask = helping.open_ask(net.reader, ask)
    words = check_field(" ".join(what)) if what else None
    said = helping.Answer(words, gave, net.past(on).on if on is not None else net.today)
    with net.recording() as records:
        changed = helping.answer(records, open_ask, said, today=net.today)
    net.show(changed)


def exchanges(
    ctx: typer.Context,
    person: Annotated[str | None, typer.Argument(metavar="[PERSON]", show_default=False)] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Show the help that flowed: given, got and asked for.

    Example: netlog exchanges giulia
    """
    net = workspace(ctx, as_json=as_json)
    net.show(helping.exchanges(net.reader, person, today=net.today))
