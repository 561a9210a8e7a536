"""add, log, note, inbox: writing down what happened."""

from dataclasses import replace
from typing import Annotated

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.editor import written_in_editor
from netlog.cli.params import Json, event_named
from netlog.cli.words import with_input
from netlog.domain.birthdays import read_birthday
from netlog.domain.cadence import check_days
from netlog.domain.interactions import Direction
from netlog.domain.note import Note, read_note
from netlog.domain.people import Named
from netlog.domain.receipts import Kept, Logged
from netlog.domain.when import Prefer, read_span
from netlog.errors import Conflict, UsageProblem
from netlog.services import capture, changing, looking
from netlog.services import people as adding
from netlog.services.capture import Details, kind_slug, tag_slug
from netlog.services.naming import one_person, some_people
from netlog.services.people import NO_PARTICULARS, Particulars, check_email, check_field, check_phone, check_tier
from netlog.workspace import Workspace

Words = Annotated[list[str] | None, typer.Argument(metavar="[PEOPLE] [TEXT]", show_default=False)]
Several = list[str] | None


def add(
    ctx: typer.Context,
    name: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The full name.", show_default=False)] = None,
    company: Annotated[str | None, typer.Option(help="Where they work.")] = None,
    role: Annotated[str | None, typer.Option(help="What they do there.")] = None,
    place: Annotated[str | None, typer.Option(help="Where they live.")] = None,
    met: Annotated[str | None, typer.Option(metavar="EVENT-OR-TEXT", help="Where or how you met.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="When you met; today unless said.")] = None,
    via: Annotated[str | None, typer.Option(metavar="PERSON", help="Who introduced you.")] = None,
    tier: Annotated[str | None, typer.Option(help="How close: inner, close, active, wide or none.")] = None,
    every: Annotated[str | None, typer.Option(metavar="SPAN", help="Check in this often, as 6w or 90d.")] = None,
    birthday: Annotated[str | None, typer.Option(metavar="DATE", help="As 1988-02-29, or 02-29.")] = None,
    tag: Annotated[Several, typer.Option(help="A tag; may be repeated.")] = None,
    can: Annotated[Several, typer.Option(metavar="TOPIC", help="What they can help with.")] = None,
    wants: Annotated[Several, typer.Option(metavar="TOPIC", help="What they look for.")] = None,
    email: Annotated[Several, typer.Option(help="An e-mail address.")] = None,
    phone: Annotated[Several, typer.Option(help="A phone number.")] = None,
    url: Annotated[Several, typer.Option(help="A web page or profile.")] = None,
    note: Annotated[Several, typer.Option(help="A fact worth remembering.")] = None,
    new: Annotated[bool, typer.Option("--new", help="Add even if somebody alike is there.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Add a person you have met.

    Example: netlog add Giulia Rossi --company Acme --met ProductTank --can pricing
    """
    net = workspace(ctx, as_json=as_json)
    given = Particulars(
        company=check_field(company) if company is not None else None,
        role=check_field(role) if role is not None else None,
        place=check_field(place) if place is not None else None,
        met=check_field(met) if met is not None else None,
        on=net.when(on, prefer=Prefer.PAST).on if on else None,
        tier=check_tier(tier) if tier else None,
        every_days=check_days(read_span(every)) if every else None,
        birthday=str(read_birthday(birthday)) if birthday else None,
        tags=tuple(dict.fromkeys(map(tag_slug, tag or ()))),
        can=tuple(map(check_field, can or ())),
        wants=tuple(map(check_field, wants or ())),
        emails=tuple(map(check_email, email or ())),
        phones=tuple(map(check_phone, phone or ())),
        urls=tuple(map(check_field, url or ())),
        notes=tuple(map(check_field, note or ())),
    )
    full_name, given = asked(net, " ".join(name or ()), given)
    store_person(net, full_name, given, via=via, is_new=new)


def asked(net: Workspace, name: str, given: Particulars) -> tuple[str, Particulars]:
    """The name and particulars, with what is essential asked for on a terminal when no name was given."""
    if name.strip():
        return name, given
    if not net.is_interactive:
        raise UsageProblem("whom? a name is missing", hint="for example: netlog add Giulia Rossi")
    name = ask.text("Name")
    company = given.company or ask.text("Company (or nothing)")
    met = given.met or ask.text("Where or how you met (or nothing)")
    note = given.notes or tuple(filter(None, [ask.text("Something worth remembering (or nothing)")]))
    return name, given._replace(company=company or None, met=met or None, notes=note)


def store_person(net: Workspace, name: str, given: Particulars, *, via: str | None, is_new: bool) -> None:
    """Store and show the person; on a terminal a likely duplicate is asked about."""
    introducer = one_person(net.reader, via).id if via else None
    try:
        with net.appending() as appender:
            added = adding.add(appender, name, given, clock=net.clock, via_id=introducer, is_new=is_new)
    except Conflict as twin:
        if not net.is_interactive or not ask.is_sure(f"{twin.message}. Add anyway?"):
            raise
        with net.appending() as appender:
            added = adding.add(appender, name, given, clock=net.clock, via_id=introducer, is_new=True)
    net.show(added)


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
        kind=kind_slug(kind) if kind else None,
        direction=direction(out=out, into=into),
        on=net.when(on, prefer=Prefer.PAST) if on else None,
        minutes=minutes,
        place=check_field(at) if at is not None else None,
        event=event_named(event) if event else None,
        tags=tuple(map(tag_slug, tag or ())),
    )
    note = understood(net, sentence(net, words, edit=edit, is_optional=bool(people)), people)
    note = settled(net, capture.with_first_word(note))
    capture.refuse_unsettled(note)
    draft = capture.draft(note, details, today=net.today)
    with net.appending() as appender:
        logged = capture.log(appender, draft, clock=net.clock)
    net.show(logged)


def direction(*, out: bool, into: bool) -> Direction | None:
    """Who started it; UsageProblem when both are said to have."""
    if out and into:
        raise UsageProblem("--out and --in contradict each other", hint="leave both out when it went both ways")
    return Direction.OUT if out else Direction.IN if into else None


def sentence(net: Workspace, words: Several, *, edit: bool, is_optional: bool = False) -> list[str]:
    """The words to read: from the arguments, the editor, standard input, or asked for on a terminal."""
    given = with_input(list(words or ()))
    if edit:
        return [written_in_editor(net, " ".join(given))]
    if given or is_optional:
        return given
    if not net.is_interactive:
        raise UsageProblem("there is nothing to write down", hint="for example: netlog log giulia coffee yesterday")
    return [ask.text("Who and what")]


def understood(net: Workspace, words: list[str], people: Several) -> Note:
    """The note that the words make, with the people of --with."""
    note = read_note(words, net.reader, net.today, day_first=net.config.day_first)
    named = some_people(net.reader, people or ())
    everybody = {person.id: person for person in (*note.people, *named)}
    return replace(note, people=tuple(everybody.values()))


def settled(net: Workspace, note: Note) -> Note:
    """The note with what is open asked on a terminal: which of several, and whether to add somebody new."""
    if not net.is_interactive:
        return note
    chosen = [ask.which(query, found) for query, found in note.ambiguous]
    chosen += [newcomer(net, query) for query in note.unknown]
    everybody = {person.id: person for person in (*note.people, *chosen)}
    return replace(note, people=tuple(everybody.values()), ambiguous=(), unknown=())


def newcomer(net: Workspace, query: str) -> Named:
    """Somebody nobody answers for yet: added if the user says so, else named anew or given up."""
    name = query.lstrip("@")
    if not ask.is_sure(f"Nobody answers to “{name}”. Add them?"):
        return one_person(net.reader, ask.text("Who is it then"))
    with net.appending() as appender:
        added = adding.add(appender, name, NO_PARTICULARS, clock=net.clock, is_new=True)
    net.show(added)
    return one_person(net.reader, f"@{added.person.handle}")


def note(
    ctx: typer.Context,
    words: Words = None,
    edit: Annotated[bool, typer.Option("-e", "--edit", help="Write the text in $EDITOR.")] = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Note something quickly; what cannot be settled goes to the inbox.

    Reads the same sentences as log and never refuses one. Without a word for the kind of contact it is kept as a
    note, which counts as none.

    Example: netlog note Giulia moves to Gdańsk in spring
    """
    net = workspace(ctx, as_json=as_json)
    typed = sentence(net, words, edit=edit)
    read = understood(net, typed, None)
    with net.appending() as appender:
        kept: Logged | Kept
        if capture.is_settled(read):
            kept = capture.log(appender, drafted(net, read), clock=net.clock, command="note")
        else:
            kept = capture.keep(appender, " ".join(typed), read, clock=net.clock)
    net.show(kept)


def drafted(net: Workspace, read: Note) -> capture.Draft:
    """A quick note as a contact, when it says of what kind, else as a note."""
    return capture.draft(read, capture.NO_DETAILS, today=net.today, is_note=read.kind is None)


def inbox(
    ctx: typer.Context,
    action: Annotated[str | None, typer.Argument(metavar="[settle|drop]", show_default=False)] = None,
    number: Annotated[int | None, typer.Argument(metavar="[NUMBER]", show_default=False)] = None,
    people: Annotated[Several, typer.Argument(metavar="[PERSON…]", show_default=False)] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """List quick notes that wait, settle one on its people, or drop it.

    Example: netlog inbox settle 3 giulia
    """
    net = workspace(ctx, as_json=as_json)
    if action is None:
        net.show(looking.inbox(net.reader, today=net.today))
    elif number is None or action not in ("settle", "drop"):
        raise UsageProblem("that is not how the inbox works", hint="try netlog inbox settle 3 giulia, or inbox drop 3")
    elif action == "drop":
        with net.recording() as records:
            changed = changing.remove_note(records, number, today=net.today)
        net.show(changed)
    else:
        settle(net, number, people)


def settle(net: Workspace, number: int, people: Several) -> None:
    """Turn a note of the inbox into a contact with these people, or with those the text names by now."""
    item = changing.inbox_item(net.reader, number)
    read = read_note([item.text], net.reader, item.on, day_first=net.config.day_first)
    if people:
        read = replace(read, people=some_people(net.reader, people), ambiguous=(), unknown=())
    read = settled(net, read)
    capture.refuse_unsettled(read)
    draft = capture.draft(read, capture.NO_DETAILS, today=item.on, is_note=read.kind is None)
    with net.recording() as records:
        records.remove_inbox(number)
        logged = capture.log(records, draft, clock=net.clock, command="inbox")
    net.show(logged)
