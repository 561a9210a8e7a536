"""log, note: writing down what happened."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.editor import written_in_editor
from netlog.cli.params import Counts, Json, Private
from netlog.cli.pledges import pledge
from netlog.cli.words import sentence_command, with_input
from netlog.domain.interactions import Direction
from netlog.domain.note import Note, read_note
from netlog.domain.people import Named
from netlog.domain.promises import MINE, THEIRS
from netlog.domain.receipts import Kept, Logged
from netlog.errors import Declined, UsageProblem
from netlog.services import capture
from netlog.services.capture import Details
from netlog.services.checks import check_event, check_field, kind_slug, read_counts, tag_slug
from netlog.services.naming import one_person, some_people
from netlog.services.promises import Pledge
from netlog.workspace import Workspace

Words = Annotated[list[str] | None, typer.Argument(metavar="[PEOPLE] [TEXT]", show_default=False)]
Several = list[str] | None


@sentence_command(is_lenient=False)
def log(
    ctx: typer.Context,
    words: Words = None,
    kind: Annotated[str | None, typer.Option("-k", "--kind", help="The kind: coffee, call, email …")] = None,
    out: Annotated[bool, typer.Option("--out", help="You wrote, and wait for an answer.")] = False,  # noqa: FBT002
    into: Annotated[bool, typer.Option("--in", help="They wrote to you.")] = False,  # noqa: FBT002
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When, as yesterday or 2026-11-05.")] = None,
    minutes: Annotated[int | None, typer.Option(help="How long it took.")] = None,
    at: Annotated[str | None, typer.Option(metavar="PLACE", help="Where it was.")] = None,
    event: Annotated[str | None, typer.Option(help="The event it belongs to.")] = None,
    tag: Annotated[Several, typer.Option(help="A tag; +tag in the text does the same.")] = None,
    people: Annotated[Several, typer.Option("--with", metavar="PERSON", help="One more person.")] = None,
    counts: Counts = None,
    i_promised: Annotated[Several, typer.Option(metavar="TEXT", help="What you promised; “by fri” dates it.")] = None,
    they_promised: Annotated[Several, typer.Option(metavar="TEXT", help="What they promised, in the same way.")] = None,
    gave: Annotated[Several, typer.Option(metavar="TEXT", help="Help you gave.")] = None,
    got: Annotated[Several, typer.Option(metavar="TEXT", help="Help you got.")] = None,
    asked: Annotated[Several, typer.Option(metavar="TEXT", help="What you asked them for.")] = None,
    asked_by: Annotated[Several, typer.Option(metavar="TEXT", help="What they asked you for.")] = None,
    private: Private = False,  # noqa: FBT002
    edit: Annotated[bool, typer.Option("-e", "--edit", help="Write the text in $EDITOR.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Log a contact, in a sentence.

    Leading words that name people are the participants; names, +tags, a kind and a date are found in the text.
    A lone “-” reads standard input.

    Example: netlog log giulia coffee, talked about pricing +saas yesterday
    """
    net = workspace(ctx, as_json=as_json)
    details = Details(
        kind=kind_slug(kind) if kind is not None else None,
        direction=direction(out=out, into=into),
        on=net.past(on) if on is not None else None,
        minutes=minutes,
        place=check_field(at) if at is not None else None,
        event=check_event(event) if event is not None else None,
        tags=tuple(map(tag_slug, tag or ())),
        counts=share(counts),
        promises=pledges(net, i_promised, they_promised),
        exchanges=flowing(gave=gave, got=got, asked=asked, asked_by=asked_by),
        is_private=private,
    )
    with sentence(net, words, edit=edit, is_optional=bool(people)) as typed:
        note, newcomers = settled(net, capture.with_first_word(understood(net, typed, people)))
        draft = capture.draft(note, details, today=net.today)
        with net.appending() as appender:
            logged = capture.log(appender, draft, clock=net.clock, worths=net.config.worths, newcomers=newcomers)
    net.show(logged)


def pledges(net: Workspace, mine: Several, theirs: Several) -> tuple[Pledge, ...]:
    """What the options say was promised, by whom and by when."""
    if not mine and not theirs:
        return ()
    return tuple(pledge(net, side, text) for side, said in ((MINE, mine), (THEIRS, theirs)) for text in said or ())


def flowing(**said: Several) -> tuple[tuple[str, str], ...]:
    """(flow, words) of the help that options tell of."""
    return tuple((flow, check_field(text)) for flow, texts in said.items() for text in texts or ())


def direction(*, out: bool, into: bool) -> Direction | None:
    """Who started it; UsageProblem when both are said to have."""
    if out and into:
        raise UsageProblem("--out and --in contradict each other", hint="leave both out when it went both ways")
    return Direction.OUT if out else Direction.IN if into else None


@contextmanager
def sentence(net: Workspace, words: Several, *, edit: bool, is_optional: bool = False) -> Iterator[list[str]]:
    """The words to read: from the arguments, the editor, standard input, or asked for on a terminal.

    Words from the editor stay in a draft until the block that stores them has ended well.
    """
    given = with_input(list(words or ()))
    if edit:
        with written_in_editor(net, " ".join(given)) as text:
            yield [text]
    elif is_optional or any(word.strip() for word in given):
        yield given
    elif net.is_interactive:
        yield [ask.text("Who and what")]
    else:
        raise UsageProblem("there is nothing to write down", hint="for example: netlog log giulia coffee yesterday")


def understood(net: Workspace, words: list[str], people: Several) -> Note:
    """The note that the words make, with the people of --with."""
    note = read_note(words, net.reader, net.today, day_first=net.config.day_first)
    named = some_people(net.reader, people or ())
    everybody = {person.id: person for person in (*note.people, *named)}
    return note._replace(people=tuple(everybody.values()))


def settled(net: Workspace, note: Note) -> tuple[Note, tuple[str, ...]]:
    """The note with what is open asked on a terminal, and the names to add; raises where nobody can be asked."""
    if not net.is_interactive:
        capture.refuse_unsettled(note)
        return note, ()
    chosen = [ask.which(query, found) for query, found in note.ambiguous]
    meant = {query.lstrip("@"): known_after_all(net, query.lstrip("@")) for query in note.unknown}
    newcomers = tuple(name for name, person in meant.items() if person is None)
    everybody = {person.id: person for person in (*note.people, *chosen, *filter(None, meant.values()))}
    known = note._replace(people=tuple(everybody.values()), ambiguous=(), unknown=())
    if not newcomers:
        capture.refuse_unsettled(known)
    return known, newcomers


def known_after_all(net: Workspace, name: str) -> Named | None:
    """Who is meant by a name nobody answers to; None when it is somebody to add, Declined when nobody is."""
    if ask.is_sure(f"Nobody answers to “{name}”. Add them?"):
        return None
    if who := ask.text("Who is it then (or nothing to stop)"):
        return one_person(net.reader, who)
    raise Declined("nobody chosen; nothing was stored")


@sentence_command(is_lenient=True)
def note(
    ctx: typer.Context,
    words: Words = None,
    counts: Counts = None,
    private: Private = False,  # noqa: FBT002
    edit: Annotated[bool, typer.Option("-e", "--edit", help="Write the text in $EDITOR.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Note something quickly; what cannot be settled goes to the inbox.

    Reads the same sentences as log and never refuses one. Without a word for the kind of contact it is kept as a
    note, which counts as none.

    Example: netlog note Giulia moves to Gdańsk in spring
    """
    net = workspace(ctx, as_json=as_json)
    kept: Logged | Kept
    details = capture.NO_DETAILS._replace(counts=share(counts), is_private=private)
    with sentence(net, words, edit=edit) as typed:
        read = understood(net, typed, None)
        with net.appending() as appender:
            if capture.is_settled(read):
                draft = capture.draft(read, details, today=net.today, is_note=read.kind is None)
                kept = capture.log(appender, draft, clock=net.clock, worths=net.config.worths, command="note")
            else:
                kept = capture.keep(appender, " ".join(typed), read, clock=net.clock, details=details)
    net.show(kept)


def share(counts: str | None) -> float | None:
    """What --counts says; UsageProblem unless it is a number from 0 to 1."""
    return None if counts is None else read_counts(counts)
