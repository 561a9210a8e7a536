"""The options of import and export, each with its one sentence of help."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

Several: TypeAlias = list[str] | None

File: TypeAlias = Annotated[
    Path, typer.Argument(metavar="FILE", help="A file, a folder, a .zip, or - for standard input.")
]
As: TypeAlias = Annotated[str | None, typer.Option("--as", metavar="FORMAT", help="Instead of what it seems to be.")]
DryRun: TypeAlias = Annotated[bool, typer.Option("--dry-run", help="Say what would come of it, and stop.")]
Yes: TypeAlias = Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")]
Map: TypeAlias = Annotated[
    Several, typer.Option("--map", metavar="COLUMN=FIELD", help="What a column of a CSV holds; remembered.")
]
NewTier: TypeAlias = Annotated[str | None, typer.Option("--tier", metavar="TIER", help="The tier of new people.")]
NewTags: TypeAlias = Annotated[Several, typer.Option("--tag", metavar="TAG", help="A tag for new people.")]
Me: TypeAlias = Annotated[
    Several, typer.Option("--me", metavar="NAME|ADDRESS", help="Who you are in it, besides what the option me says.")
]
WholeChat: TypeAlias = Annotated[
    str | None, typer.Option("--person", metavar="NAME", help="With whom a chat was, when it is a group.")
]
AddPeople: TypeAlias = Annotated[
    bool, typer.Option("--add-people", help="Add whoever you had contact with and is not in the journal.")
]
IncludeOther: TypeAlias = Annotated[
    bool, typer.Option("--include-other", help="Take bare addresses too, which Google collects by itself.")
]
Encoding: TypeAlias = Annotated[str | None, typer.Option("--encoding", help="How its letters are stored, as cp1250.")]
DayFirst: TypeAlias = Annotated[
    bool | None, typer.Option("--day-first/--month-first", help="How 3/4/2026 is to be read.", show_default=False)
]
