"""import: people and history come in from the files of other programs."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import typer

from netlog.cli import ask
from netlog.cli.context import workspace
from netlog.cli.params import Json, Since, Until
from netlog.cli.params_import import (
    AddPeople,
    As,
    DayFirst,
    DryRun,
    Encoding,
    File,
    IncludeOther,
    Map,
    Me,
    NewTags,
    NewTier,
    WholeChat,
    Yes,
)
from netlog.cli.uniting import from_export
from netlog.domain.views_import import Imported
from netlog.errors import Declined, FormatProblem, UsageProblem, either, shorten
from netlog.formats.opening import sources
from netlog.formats.registry import format_named, formats, recognised
from netlog.interchange import Format, Reading, Source
from netlog.render import counted
from netlog.services.checks import check_tier, tag_slug
from netlog.services.importing import Intake
from netlog.services.intake_cards import LATER, NEW, Options, Question
from netlog.workspace import Workspace

OWN, LINKEDIN = "netlog", "linkedin"
ANY_CSV = "csv"
"""What a file is whose columns are mapped."""

MOST_ASKED = 30
"""More doubts than a person would answer in a row go to the inbox."""


class Input(NamedTuple):
    """A source and the format it is read as, None when no format is sure of it."""

    source: Source
    format: Format | None


class Manner(NamedTuple):
    """Whether only to say what would be done, and whether to do it unasked."""

    is_dry: bool
    is_sure: bool


def import_(
    ctx: typer.Context,
    file: File,
    format: As = None,  # noqa: A002
    dry_run: DryRun = False,  # noqa: FBT002
    yes: Yes = False,  # noqa: FBT002
    column: Map = None,
    tier: NewTier = None,
    tag: NewTags = None,
    me: Me = None,
    person: WholeChat = None,
    since: Since = None,
    until: Until = None,
    add_people: AddPeople = False,  # noqa: FBT002
    include_other: IncludeOther = False,  # noqa: FBT002
    encoding: Encoding = None,
    day_first: DayFirst = None,
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Bring people and history in from another program's file.

    On a terminal it shows what would come in and asks; elsewhere it takes what is certain, and doubts go to the
    inbox. The same file again changes nothing, and undo takes an import out whole.

    Example: netlog import Connections.csv --dry-run
    """
    net = workspace(ctx, as_json=as_json)
    reading = Reading(
        today=net.today,
        me=(*(me or ()), *net.config.me),
        encoding=encoding,
        day_first=day_first,
        mapping=mapping(column or ()),
        since=net.past(since).on if since is not None else None,
        until=net.past(until).on if until is not None else None,
        person=person,
        is_other_included=include_other,
    )
    options = Options(
        tier=check_tier(tier) if tier is not None else None,
        tags=tuple(map(tag_slug, tag or ())),
        are_people_added=add_people,
    )
    with inputs(file, format or (ANY_CSV if column else None)) as files:
        bring_in(net, files, reading, options, Manner(dry_run, yes))


def bring_in(net: Workspace, files: list[Input], reading: Reading, options: Options, manner: Manner) -> None:
    """Show what would come in, ask about it, take it in; as far as the user wants each of these."""
    if own := [each for each in files if each.format and each.format.name == OWN]:
        bring_back(net, own[0], reading, manner, is_alone=len(files) == 1)
        return
    if manner.is_dry or (net.is_interactive and not manner.is_sure):
        plan, questions = rehearse(net, files, reading, options)
        net.show(plan)
        if manner.is_dry or not is_anything(plan):
            return
        options = options._replace(answers=dict(answers(questions)))
        if not ask.is_sure("Import this?"):
            raise Declined("nothing was imported")
    net.show(carry_out(net, files, reading, options))


def bring_back(net: Workspace, file: Input, reading: Reading, manner: Manner, *, is_alone: bool) -> None:
    """Take in an export of netlog, row by row as it was."""
    source, format_ = file
    if not is_alone or format_ is None or format_.read is None:
        raise UsageProblem(f"{source.name} is an export of netlog among other files", hint="import it by itself")
    records = partial(format_.read, source, reading)
    from_export(
        net, source.name, lambda: counted(records(), source.name, sys.stderr), dry_run=manner.is_dry, yes=manner.is_sure
    )


def mapping(pairs: Iterable[str]) -> Mapping[str, str]:
    """Columns and their fields, as --map gives them; raises UsageProblem."""
    parted = {pair: pair.rpartition("=") for pair in pairs}
    for pair, (column, _, field) in parted.items():
        if not column.strip() or not field.strip():
            raise UsageProblem(f"{shorten(pair)} maps no column", hint='write it as --map "Full name=name"')
    return {column.strip(): field.strip() for column, _, field in parted.values()}


@contextmanager
def inputs(file: Path, name: str | None) -> Iterator[list[Input]]:
    """What there is to read, each with its format; raises FormatProblem when nothing is."""
    chosen = (format_named(name),) if name is not None else formats()
    with sources(file, sys.stdin.buffer) as found:
        read = [read_as(source, chosen, is_told=name is not None) for source in found]
        if not any(each.format for each in read):
            raise FormatProblem(
                f"cannot tell what {shorten(file.name or 'this')} is" if len(read) == 1 else "nothing here is known",
                hint="say it with --as; netlog formats lists what can be read",
            )
        people_first = sorted(read, key=lambda each: bool(each.format and each.format.needs_people))
        yield without_lists_of_things(people_first)


def without_lists_of_things(read: list[Input]) -> list[Input]:
    """The files of a LinkedIn archive without those that merely look like people: your own profile, recommendations."""
    if not any(each.format and each.format.name == LINKEDIN for each in read):
        return read
    return [each._replace(format=None) if each.format and each.format.name == ANY_CSV else each for each in read]


def read_as(source: Source, chosen: tuple[Format, ...], *, is_told: bool) -> Input:
    """The source with its format; raises UsageProblem for a format that is only written."""
    if is_told and chosen[0].read is None:
        raise UsageProblem(f"{chosen[0].name} is written, not read", hint="netlog formats lists what can be read")
    return Input(source, chosen[0] if is_told else recognised(source, chosen))


def rehearse(net: Workspace, files: list[Input], reading: Reading, options: Options) -> tuple[Imported, list[Question]]:
    """What would come in, and what is doubtful."""
    with net.rehearsing() as importer:
        intake = Intake(importer, options, clock=net.clock, worths=net.config.worths)
        take_all(intake, files, reading)
        return intake.planned(), intake.questions


def carry_out(net: Workspace, files: list[Input], reading: Reading, options: Options) -> Imported:
    """Take everything in as one operation, after a copy of the journal was kept."""
    net.backed_up("import")
    with net.importing() as importer:
        intake = Intake(importer, options, clock=net.clock, worths=net.config.worths)
        take_all(intake, files, reading)
        return intake.finish()


def take_all(intake: Intake, files: list[Input], reading: Reading) -> None:
    """Read every file into the intake, counting on a terminal."""
    for source, format_ in files:
        if format_ is None or format_.read is None:
            intake.pass_over()
            continue
        told = reading._replace(mapping=intake.mapping(reading.mapping, source))
        records = counted(format_.read(source, told), source.name, sys.stderr)
        intake.take_file(source.name, format_.name, records)


def answers(questions: list[Question]) -> Iterator[tuple[tuple[str, str], str]]:
    """What is said to each doubt, up to as many as one would answer in a row."""
    for question in questions[:MOST_ASKED]:
        handles = [person.handle for person in question.could_be]
        ask.say(f"{question.words} ({question.reason})")
        options = either([*handles, NEW, LATER])
        while (answer := ask.text(f"  who is it: {options}?", default=LATER)) not in (*handles, NEW, LATER):
            ask.say(f"  answer {options}")
        yield (question.source, question.key), answer


def is_anything(plan: Imported) -> bool:
    """Whether anything would come in."""
    return any(part.new or part.updated or part.doubtful for part in (plan.people, plan.contacts))
