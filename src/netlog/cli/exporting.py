"""export: everything comes back out, in a format that others read."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Annotated

import typer

from netlog.cli.context import workspace
from netlog.cli.params import (
    Event,
    IOwe,
    Json,
    Kind,
    Near,
    OnlyAsked,
    Since,
    Tags,
    Tier,
    Unlocked,
    Until,
    With,
    filters,
)
from netlog.domain.views_import import Exported
from netlog.errors import Conflict, FormatProblem, StorageProblem, UsageProblem
from netlog.formats.registry import format_named
from netlog.interchange import Writing
from netlog.render.encoding import encoding_of, legible
from netlog.render.safe import safe_lines
from netlog.services.exporting import Everything

OWN = "netlog"

Name = Annotated[str, typer.Argument(metavar="[FORMAT]", help="As netlog formats lists them.")]
To = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="A new file, for your eyes alone.")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
Version = Annotated[str | None, typer.Option("--version", help="Of the format, as 4.0 for vCard.")]
Raw = Annotated[bool, typer.Option("--raw", help="CSV cells as they are, even where a spreadsheet would calculate.")]
Excel = Annotated[bool, typer.Option("--excel", help="CSV with the mark by which Excel knows UTF-8.")]


def export(
    ctx: typer.Context,
    format: Name = OWN,  # noqa: A002
    output: To = None,
    force: Force = False,  # noqa: FBT002
    people: With = None,
    tag: Tags = None,
    tier: Tier = None,
    kind: Kind = None,
    event: Event = None,
    near: Near = None,
    since: Since = None,
    until: Until = None,
    i_owe: IOwe = False,  # noqa: FBT002
    only_asked: OnlyAsked = False,  # noqa: FBT002
    version: Version = None,
    raw: Raw = False,  # noqa: FBT002
    excel: Excel = False,  # noqa: FBT002
    private: Unlocked = False,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Write everything out, or what concerns the people who pass the filters.

    Without a format it is netlog's own, which import takes back whole.

    Example: netlog export vcard --tag investor -o investors.vcf
    """
    net = workspace(ctx, as_json=as_json, private=private)
    chosen = format_named(format)
    if chosen.write is None:
        raise UsageProblem(f"{chosen.name} is read, not written", hint="netlog formats lists what can be written")
    if as_json and output is None:
        raise UsageProblem("an export is no JSON answer", hint="give it a file with -o, or leave --json out")
    those = filters(
        net, people=people, tags=tag, tier=tier, kind=kind, event=event, near=near, since=since, until=until
    )
    those = those._replace(i_owe=i_owe, only_asked=only_asked)
    everything = Everything(net.reader, net.cards, those, today=net.today)
    written = chosen.write(everything, Writing(version, raw, excel))
    if output is None:
        print_out(written)
    else:
        save(written, output, force=force)
        net.show(Exported(net.today, chosen.name, str(output), len(everything.ties)))


def print_out(parts: Iterable[str]) -> None:
    """Write the export to standard output: as it is to a pipe, harmless to a terminal."""
    if sys.stdout.isatty():
        sys.stdout.writelines(legible(safe_lines(part), encoding_of(sys.stdout)) for part in parts)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(part.encode() for part in parts)
        sys.stdout.buffer.flush()


def save(parts: Iterable[str], path: Path, *, force: bool) -> None:
    """Write the export to a new file that only its owner reads, whole or not at all."""
    if not force and os.path.lexists(path):
        raise Conflict(f"{path} is there already", hint="--force writes over it")
    if path.is_dir():
        raise FormatProblem(f"{path} is a folder", hint="name a file in it")
    unfinished: str | None = None
    try:
        descriptor, unfinished = mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(part.encode() for part in parts)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
        unfinished = None
    except OSError as problem:
        raise StorageProblem(
            f"cannot write {path}: {problem.strerror or problem}",
            code="unwritable",
            hint="nothing is there but what was before",
        ) from problem
    finally:
        if unfinished:
            with suppress(OSError):
                Path(unfinished).unlink()
