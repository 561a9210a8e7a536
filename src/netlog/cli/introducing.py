"""intro: making people known to each other."""

from collections.abc import Mapping
from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.errors import UsageProblem, shorten
from netlog.services import introductions as making
from netlog.services.checks import check_field, typed_number
from netlog.services.naming import one_person
from netlog.workspace import Workspace

HOW = 'try netlog intro A B --why "…", intro next NUMBER, intro decline NUMBER or intro list'
NOT_SO = "that is not how intro works"
TAKES: Mapping[str, tuple[str, ...]] = {"add": ("why", "first"), "next": (), "decline": ("why",), "list": ("all",)}
"""Which options each action has."""


def intro(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[PEOPLE | next NUMBER | decline NUMBER | list]", show_default=False)
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help="Why they should meet, or why not.")] = None,
    first: Annotated[str | None, typer.Option(metavar="PERSON", help="Who of the two is asked first.")] = None,
    all: Annotated[bool, typer.Option("--all", help="With list: the closed ones too.")] = False,  # noqa: A002, FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Introduce two people to each other, one step at a time.

    “next” goes on: asked, agreed, asked the other, both agreed, made, done; the last one takes how it went.
    The busier of the two is asked first: more contacts in the last year, with as many the stricter cadence.

    Example: netlog intro giulia "Bo Chen" --why "both rebuild their pricing"
    """
    given = list(words or ())
    action = given[0] if given and given[0] in TAKES and given[0] != "add" else "add" if given else "list"
    refuse_foreign(action, why=why, first=first, all=all or None)
    net = workspace(ctx, as_json=as_json)
    if action == "add":
        begin(net, given, why, first)
    elif action == "list":
        if len(given) > 1:
            raise UsageProblem(NOT_SO, hint=HOW)
        net.show(making.introductions(net.reader, today=net.today, is_all=all))
    else:
        step(net, action, given[1:], why)


def refuse_foreign(action: str, **options: object) -> None:
    """Raise UsageProblem for an option that the action does not have."""
    for name, value in options.items():
        if value is not None and name not in TAKES[action]:
            raise UsageProblem(f"--{name} does not go with {'a new one' if action == 'add' else action}", hint=HOW)


def begin(net: Workspace, names: list[str], why: str | None, first: str | None) -> None:
    """Keep an idea."""
    if len(names) != 2:
        raise UsageProblem(f"an introduction has two people, not {len(names)}", hint=HOW)
    if why is None:
        raise UsageProblem("why should they meet?", hint='say it to both in a line: --why "both rebuild their pricing"')
    one, other = one_person(net.reader, names[0]), one_person(net.reader, names[1])
    asked = one_person(net.reader, first) if first is not None else None
    reason = check_field(why)
    with net.appending() as appender:
        changed = making.introduce(appender, one, other, reason, first=asked, today=net.today)
    net.show(changed)


def step(net: Workspace, action: str, words: list[str], why: str | None) -> None:
    """Move one on, or close it."""
    if not words or (action != "next" and len(words) > 1):
        raise UsageProblem(NOT_SO, hint=HOW)
    number, said = read_number(words[0]), " ".join(words[1:])
    with net.recording() as records:
        if action == "next":
            changed = making.move_on(records, number, check_field(said) if said else None, today=net.today)
        else:
            changed = making.decline(records, number, check_field(why) if why is not None else None, today=net.today)
    net.show(changed)


def read_number(word: str) -> int:
    """The number of an introduction, with or without #."""
    if (number := typed_number(word)) is None:
        raise UsageProblem(f"{shorten(word)} is not the number of an introduction", hint="netlog intro shows them")
    return number
