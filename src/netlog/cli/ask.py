"""Questions to the person at the terminal; asked on standard error, never in a pipe."""

import sys
from collections.abc import Sequence

import typer

from netlog.domain.people import Named
from netlog.errors import Declined
from netlog.render.safe import safe


def text(question: str, *, default: str = "") -> str:
    """A line typed in answer."""
    asked = f"{question} [{default}]" if default else question
    return str(typer.prompt(safe(asked), default=default, show_default=False, err=True)).strip()


def is_sure(question: str) -> bool:
    """Yes or no, no unless said."""
    return bool(typer.confirm(safe(question), default=False, err=True))


def which(query: str, people: Sequence[Named]) -> Named:
    """One of the people, by number; raises Declined when nothing is chosen."""
    say(f"Who is “{query}”?")
    for number, person in enumerate(people, start=1):
        say(f"  {number}. {person.name} ({person.handle})")
    while answer := text("Number, or nothing to stop"):
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(people):
            return people[int(answer) - 1]
        if chosen := [person for person in people if person.handle == answer]:
            return chosen[0]
        say(f"Choose 1 to {len(people)}.")
    raise Declined("nobody chosen; nothing was stored")


def say(line: str) -> None:
    """A line beside the question."""
    typer.echo(safe(line), file=sys.stderr)
