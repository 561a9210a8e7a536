"""edit: changing a person or an entry, by options or on a form in the user's editor."""

from pathlib import Path
from typing import Annotated

import typer

from netlog.cli.changing import Target, target
from netlog.cli.context import workspace
from netlog.cli.editor import content, draft, edited, rewrite
from netlog.cli.params import FRESH_HELP, KIN_HELP, Json
from netlog.domain import form
from netlog.domain.form import Edits, FormProblem, Values
from netlog.domain.people import Named
from netlog.domain.receipts import Changed, Unchanged
from netlog.errors import Ambiguous, Conflict, Declined, NotFound, UsageProblem
from netlog.services import facts
from netlog.services.changing import one_entry
from netlog.services.checks import typed_number
from netlog.services.editing import Desk, Sheet, refuse_foreign, stored
from netlog.services.entry_sheet import EntrySheet
from netlog.services.person_sheet import PersonSheet
from netlog.workspace import Workspace

Text = str | None
Several = list[str] | None

FACT, PRIVATE = "fact", "private"
MOST_TRIES = 25
"""A person has given up long before; an editor that is a program may not."""


def edit(
    ctx: typer.Context,
    what: Target,
    name: Annotated[Text, typer.Option(help="The full name.")] = None,
    handle: Annotated[Text, typer.Option(help="The handle.")] = None,
    company: Annotated[Text, typer.Option(help="Where they work; empty clears, as everywhere.")] = None,
    role: Annotated[Text, typer.Option(help="What they do there.")] = None,
    place: Annotated[Text, typer.Option(help="Where they live, or where it was.")] = None,
    met: Annotated[Text, typer.Option(metavar="EVENT-OR-TEXT", help="Where or how you met.")] = None,
    via: Annotated[Text, typer.Option(metavar="PERSON", help="Who introduced you.")] = None,
    tier: Annotated[Text, typer.Option(help="How close: inner, close, active, wide or none.")] = None,
    every: Annotated[Text, typer.Option(metavar="SPAN", help="Check in this often.")] = None,
    birthday: Annotated[Text, typer.Option(metavar="DATE", help="As 1988-02-29, or 02-29.")] = None,
    alias: Annotated[Several, typer.Option(metavar="NAME", help="One more name.")] = None,
    tag: Annotated[Several, typer.Option(help="One more tag.")] = None,
    can: Annotated[Several, typer.Option(metavar="TOPIC", help="One more thing they can help with.")] = None,
    wants: Annotated[Several, typer.Option(metavar="TOPIC", help="One more thing they look for.")] = None,
    email: Annotated[Several, typer.Option(help="One more e-mail address.")] = None,
    phone: Annotated[Several, typer.Option(help="One more phone number.")] = None,
    url: Annotated[Several, typer.Option(help="One more web page.")] = None,
    note: Annotated[Several, typer.Option(help="One more fact.")] = None,
    drop: Annotated[
        Several, typer.Option(metavar="VALUE", help="Take away a tag, topic, address, fact or alias.")
    ] = None,
    on: Annotated[Text, typer.Option(metavar="DATE", help="The day of an entry, or when you met.")] = None,
    text: Annotated[Text, typer.Option(help="Of an entry: its text.")] = None,
    kind: Annotated[Text, typer.Option("-k", "--kind", help="Of an entry: its kind.")] = None,
    minutes: Annotated[Text, typer.Option(metavar="N", help="Of an entry: how long it took.")] = None,
    people: Annotated[Several, typer.Option("--with", metavar="PERSON", help="Of an entry: its people.")] = None,
    event: Annotated[Text, typer.Option(help="Of an entry: its event.")] = None,
    counts: Annotated[Text, typer.Option(metavar="0..1", help="Of an entry: how much of a full contact it is.")] = None,
    kin: Annotated[bool | None, typer.Option("--kin/--no-kin", help=KIN_HELP, show_default=False)] = None,
    fresh: Annotated[bool | None, typer.Option("--fresh/--settled", help=FRESH_HELP, show_default=False)] = None,
    private: Annotated[
        bool | None,
        typer.Option("--private/--no-private", help="Of an entry, or of “fact 7”: out of lists.", show_default=False),
    ] = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Change a person or an entry, with options or in $EDITOR when there are none.

    Example: netlog edit giulia --company Acme --tier close
    """
    net = workspace(ctx, as_json=as_json)
    wanted = Edits(
        fields={
            **said(name=name, handle=handle, company=company, role=role, place=place, met=met, via=via, tier=tier),
            **said(every=every, birthday=birthday, on=on, text=text, kind=kind, minutes=minutes, event=event),
            **said(counts=counts, kin=claim(kin), fresh=claim(fresh), private=claim(private)),
            **several(**{"with": people}),
        },
        added=several(alias=alias, tag=tag, can=can, wants=wants, email=email, phone=phone, url=url, note=note),
        dropped=tuple(drop or ()),
    )
    if len(what) == 2 and what[0] == FACT:
        net.show(edit_fact(net, what[1], wanted))
        return
    sheet = sheet_of(net, target(net, what))
    if is_private(sheet):
        net, wanted = opened(ctx, net, sheet, wanted)
    net.show(by_options(net, sheet, wanted) if any(wanted) else on_form(net, sheet))


def edit_fact(net: Workspace, word: str, wanted: Edits) -> Changed | Unchanged:
    """Make a fact private or not, which is all that can be changed of it by its number."""
    if wanted.added or wanted.dropped or wanted.fields.keys() != {PRIVATE}:
        raise UsageProblem(
            "of a fact that is not changed so", hint=f"netlog edit fact {word} --private, or --no-private"
        )
    with net.recording() as records:
        row = facts.one_fact(records.reader, typed_number(word) or 0)
        return facts.set_private(records, row, is_private=bool(wanted.fields[PRIVATE]), today=net.today)


def is_private(sheet: Sheet) -> bool:
    """Whether its words are not shown unless that is asked for."""
    return isinstance(sheet, EntrySheet) and sheet.row.entry.is_private


def opened(ctx: typer.Context, net: Workspace, sheet: Sheet, wanted: Edits) -> tuple[Workspace, Edits]:
    """What it takes to edit a private entry: on a form --private opens it, which otherwise is nothing new."""
    is_asked = wanted == Edits({PRIVATE: ("yes",)}, {})
    if is_asked and net.is_interactive:
        return workspace(ctx, as_json=net.as_json, private=True), Edits({}, {})
    if not any(wanted) and net.is_interactive:
        raise UsageProblem(f"{sheet.title.partition(':')[0]} is private", hint="--private opens it")
    return net, wanted


def said(**options: Text) -> dict[str, tuple[str, ...]]:
    """The options that were given; an empty one clears."""
    return {name: (words,) if words.strip() else () for name, words in options.items() if words is not None}


def claim(said: bool | None) -> str | None:  # noqa: FBT001 (what Typer gives)
    """What a pair of options comes to: yes, empty, or nothing said."""
    return None if said is None else "yes" if said else ""


def several(**options: Several) -> dict[str, tuple[str, ...]]:
    """The options that were given at least once."""
    return {name: tuple(words) for name, words in options.items() if words}


def sheet_of(net: Workspace, found: Named | int) -> Sheet:
    """What is to be edited; raises NotFound."""
    return EntrySheet(one_entry(net.reader, found)) if isinstance(found, int) else PersonSheet(found)


def by_options(net: Workspace, sheet: Sheet, wanted: Edits) -> Changed | Unchanged:
    """Store what the options say."""
    refuse_foreign(sheet.form, wanted)
    with net.recording() as records:
        return stored(records, sheet, wanted, Desk(records.reader, net.clock, net.past, records.reader))


def on_form(net: Workspace, sheet: Sheet) -> Changed | Unchanged:
    """Let the user fill in the form, and store what changed; no transaction is open meanwhile."""
    if not net.is_interactive:
        raise UsageProblem("nothing says what to change", hint="for example: netlog edit giulia --company Acme")
    seen = sheet.values(net.reader)
    offered = form.written(sheet.form, seen, title=sheet.title)
    with draft(net, offered, blank=offered) as path:
        wanted = filled_in(net, sheet, seen, path)
        with net.recording() as records:
            return stored(records, sheet, wanted, Desk(records.reader, net.clock, net.past, records.reader), seen=seen)


def filled_in(net: Workspace, sheet: Sheet, seen: Values, path: Path) -> Edits:
    """What the form says in the end; while it cannot be read the editor opens again, until it is left alone."""
    edited(net, path)
    for _ in range(MOST_TRIES):
        if not (text := content(path)).strip():
            break
        try:
            return understood(net, sheet, seen, text)
        except FormProblem as problem:
            rewrite(path, again := form.reopened(text, problem))
            edited(net, path)
            if content(path) == again:
                raise Declined(f"nothing was changed: {form.complaint(again)}") from problem
    raise Declined("nothing was changed")


def understood(net: Workspace, sheet: Sheet, seen: Values, text: str) -> Edits:
    """What the form says otherwise; raises FormProblem with the line of the first value that is wrong."""
    filled = form.read(sheet.form, text)
    wanted = form.edits(sheet.form, seen, filled.values)
    if field := form.emptied(sheet.form, wanted):
        raise FormProblem(filled.lines.get((field.name, ""), 0), f"“{field.label}” cannot be empty")
    checks = sheet.checks(Desk(net.reader, net.clock, net.past))
    for name, values in (*wanted.fields.items(), *wanted.added.items()):
        for value in values:
            try:
                checks[name](value)
            except (UsageProblem, NotFound, Ambiguous, Conflict) as problem:
                line = filled.lines.get((name, value), 0)
                raise FormProblem(line, problem.message, hint=problem.hint) from problem
    return wanted
