"""rm, rename, alias: changing what is known."""

from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json, Person
from netlog.domain.people import Named
from netlog.services import changing, exchanges
from netlog.services.naming import one_person
from netlog.workspace import Workspace

Target = Annotated[list[str], typer.Argument(metavar="PERSON|NUMBER", help="A person, or the number of an entry.")]


def target(net: Workspace, words: list[str]) -> Named | int:
    """What is meant: "12" and "entry 12" are an entry, everything else a person."""
    if len(words) == 2 and words[0] == "entry":
        words = words[1:]
    return changing.person_or_entry(net.reader, " ".join(words))


def rm(ctx: typer.Context, what: Target, as_json: Json = False) -> None:  # noqa: FBT002
    """Remove a person, an entry or, as “exchange 4”, help written down; undo brings them back.

    Example: netlog rm 12
    """
    net = workspace(ctx, as_json=as_json)
    if len(what) == 2 and what[0] == "exchange":
        remove_exchange(net, what[1])
        return
    found = target(net, what)
    with net.recording() as records:
        if isinstance(found, int):
            changed = changing.remove_entry(records, found, today=net.today)
        else:
            changed = changing.remove_person(records, found, today=net.today)
    net.show(changed)


def remove_exchange(net: Workspace, number: str) -> None:
    """Remove help that was written down, and say so."""
    found = exchanges.one_exchange(net.reader, number)
    with net.recording() as records:
        changed = exchanges.remove(records, found, today=net.today)
    net.show(changed)


def rename(
    ctx: typer.Context,
    person: Person,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="The new full name.")],
    handle: Annotated[str | None, typer.Option(help="A new handle as well.")] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Give a person another name.

    Example: netlog rename giulia Giulia Bianchi --handle giulia-b
    """
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, person)
    with net.recording() as records:
        changed = changing.rename(records, named, " ".join(name), handle, today=net.today)
    net.show(changed)


def alias(
    ctx: typer.Context,
    person: Person,
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="What they are called too.")],
    remove: Annotated[bool, typer.Option("--remove", help="They are not called that any more.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Let a person answer to one more name.

    Example: netlog alias giulia Giu
    """
    net = workspace(ctx, as_json=as_json)
    named = one_person(net.reader, person)
    change = changing.unalias if remove else changing.alias
    with net.recording() as records:
        changed = change(records, named, " ".join(name), today=net.today)
    net.show(changed)
