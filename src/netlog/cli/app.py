"""The command tree: one table of commands, each imported and built only when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from netlog.version import __version__

EVERY_DAY, WHEN_NEEDED, IN_AND_OUT, SETTING_UP = "Every day", "When needed", "In, out and safe", "Setting up"
PANELS = (EVERY_DAY, WHEN_NEEDED, IN_AND_OUT, SETTING_UP)
"""The parts of the help, in order."""

SETTINGS = {"help_option_names": ["-h", "--help"]}


class Entry(NamedTuple):
    """A command: its name, the part of the help it stands in, and where what runs it is."""

    name: str
    panel: str
    module: str

    def run(self) -> Callable[..., None]:
        """The function of the same name in the module, `import_` for import; importing it is half of the start-up."""
        name = self.name.replace("-", "_")
        function: Callable[..., None] = getattr(import_module(self.module), f"{name}_" if iskeyword(name) else name)
        return function


COMMANDS = (
    Entry("add", EVERY_DAY, "netlog.cli.adding"),
    Entry("log", EVERY_DAY, "netlog.cli.capture"),
    Entry("note", EVERY_DAY, "netlog.cli.capture"),
    Entry("due", EVERY_DAY, "netlog.cli.morning"),
    Entry("why", EVERY_DAY, "netlog.cli.why"),
    Entry("show", EVERY_DAY, "netlog.cli.looking"),
    Entry("brief", EVERY_DAY, "netlog.cli.briefing"),
    Entry("find", EVERY_DAY, "netlog.cli.looking"),
    Entry("people", EVERY_DAY, "netlog.cli.people"),
    Entry("who", EVERY_DAY, "netlog.cli.topics"),
    Entry("stats", EVERY_DAY, "netlog.cli.stats"),
    Entry("forecast", EVERY_DAY, "netlog.cli.load"),
    Entry("undo", EVERY_DAY, "netlog.cli.reversing"),
    Entry("redo", EVERY_DAY, "netlog.cli.reversing"),
    Entry("history", EVERY_DAY, "netlog.cli.reversing"),
    Entry("gave", WHEN_NEEDED, "netlog.cli.helping"),
    Entry("got", WHEN_NEEDED, "netlog.cli.helping"),
    Entry("asked", WHEN_NEEDED, "netlog.cli.helping"),
    Entry("asked-by", WHEN_NEEDED, "netlog.cli.helping"),
    Entry("answer", WHEN_NEEDED, "netlog.cli.helping"),
    Entry("exchanges", WHEN_NEEDED, "netlog.cli.helping"),
    Entry("fact", WHEN_NEEDED, "netlog.cli.facts"),
    Entry("facts", WHEN_NEEDED, "netlog.cli.facts"),
    Entry("match", WHEN_NEEDED, "netlog.cli.topics"),
    Entry("inbox", WHEN_NEEDED, "netlog.cli.inbox"),
    Entry("edit", WHEN_NEEDED, "netlog.cli.editing"),
    Entry("rm", WHEN_NEEDED, "netlog.cli.changing"),
    Entry("rename", WHEN_NEEDED, "netlog.cli.changing"),
    Entry("alias", WHEN_NEEDED, "netlog.cli.changing"),
    Entry("snooze", WHEN_NEEDED, "netlog.cli.hiding"),
    Entry("skip", WHEN_NEEDED, "netlog.cli.hiding"),
    Entry("pause", WHEN_NEEDED, "netlog.cli.hiding"),
    Entry("resume", WHEN_NEEDED, "netlog.cli.hiding"),
    Entry("let-go", WHEN_NEEDED, "netlog.cli.hiding"),
    Entry("event", WHEN_NEEDED, "netlog.cli.events"),
    Entry("intro", WHEN_NEEDED, "netlog.cli.introducing"),
    Entry("mentor", WHEN_NEEDED, "netlog.cli.mentoring"),
    Entry("tiers", WHEN_NEEDED, "netlog.cli.load"),
    Entry("season", WHEN_NEEDED, "netlog.cli.seasons"),
    Entry("promise", WHEN_NEEDED, "netlog.cli.promising"),
    Entry("promised-by", WHEN_NEEDED, "netlog.cli.promising"),
    Entry("promises", WHEN_NEEDED, "netlog.cli.promising"),
    Entry("keep", WHEN_NEEDED, "netlog.cli.promising"),
    Entry("drop", WHEN_NEEDED, "netlog.cli.promising"),
    Entry("postpone", WHEN_NEEDED, "netlog.cli.promising"),
    Entry("import", IN_AND_OUT, "netlog.cli.importing"),
    Entry("export", IN_AND_OUT, "netlog.cli.exporting"),
    Entry("formats", IN_AND_OUT, "netlog.cli.formats"),
    Entry("dupes", IN_AND_OUT, "netlog.cli.merging"),
    Entry("merge", IN_AND_OUT, "netlog.cli.merging"),
    Entry("backup", IN_AND_OUT, "netlog.cli.safekeeping"),
    Entry("restore", IN_AND_OUT, "netlog.cli.safekeeping"),
    Entry("doctor", IN_AND_OUT, "netlog.cli.safekeeping"),
    Entry("forget", IN_AND_OUT, "netlog.cli.forgetting"),
    Entry("config", SETTING_UP, "netlog.cli.config"),
    Entry("shell", SETTING_UP, "netlog.cli.shell"),
    Entry("demo", SETTING_UP, "netlog.cli.demo"),
)


class CommandTree(TyperGroup):
    """A group that turns a function into a command only when it is needed: most of the start-up time."""

    def list_commands(self, _: Any) -> list[str]:  # noqa: ANN401 (Typer's own context)
        """Every name, in the order of the table."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, _: Any, cmd_name: str) -> Any:  # noqa: ANN401 (Typer's own context and command)
        """The command of that name, or None."""
        return next((built(entry) for entry in COMMANDS if entry.name == cmd_name), None)

    def format_commands(self, _: Any, formatter: Any) -> None:  # noqa: ANN401 (Typer's own context and formatter)
        """The commands under their headings, each with its first sentence."""
        for panel in PANELS:
            rows = [(entry.name, first_sentence(entry.run())) for entry in COMMANDS if entry.panel == panel]
            with formatter.section(panel):
                formatter.write_dl(rows)


def built(entry: Entry) -> TyperCommand:
    """The command of an entry; one that takes a sentence says so by its class."""
    run = entry.run()
    info = CommandInfo(
        name=entry.name,
        callback=run,
        cls=getattr(run, "command_class", TyperCommand),
        context_settings={**SETTINGS, **getattr(run, "context_settings", {})},
    )
    command: TyperCommand = get_command_from_info(  # type: ignore[assignment]
        info, pretty_exceptions_short=False, rich_markup_mode=None
    )
    return command


def first_sentence(run: Callable[..., None]) -> str:
    """What a command does, in one line."""
    return (run.__doc__ or "").split("\n\n", maxsplit=1)[0].replace("\n", " ").rstrip(".")


def root(
    ctx: typer.Context,
    db: str | None = typer.Option(None, "--db", metavar="PATH", help="The journal to use; NETLOG_DB says the same."),
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),  # noqa: FBT001, FBT003
) -> None:
    """A journal of the people you know: who you met, what was said, who is due for a check-in.

    Without a command it shows the morning.
    """
    ctx.obj.db = db
    if version:
        typer.echo(f"netlog {__version__}")
    elif ctx.invoked_subcommand is None:
        import_module("netlog.cli.morning").welcome(ctx)


def app() -> Any:  # noqa: ANN401 (a command of the Click that Typer carries inside)
    """The whole command tree."""
    tree = typer.Typer(
        name="netlog",
        cls=CommandTree,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=dict(SETTINGS),
        no_args_is_help=False,
    )
    tree.callback(invoke_without_command=True)(root)
    return typer.main.get_command(tree)
