"""The command tree: one table of commands, each built only when it is asked for."""

from collections.abc import Callable
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from netlog.cli import capture, changing, config, demo, looking, morning, reversing, shell
from netlog.cli.words import SentenceCommand

EVERY_DAY, WHEN_NEEDED, SETTING_UP = "Every day", "When needed", "Setting up"


class Entry(NamedTuple):
    """A command: its name, the part of the help it stands in, and what runs it."""

    name: str
    panel: str
    run: Callable[..., None]
    cls: type[TyperCommand] = TyperCommand


COMMANDS = (
    Entry("add", EVERY_DAY, capture.add),
    Entry("log", EVERY_DAY, capture.log, SentenceCommand),
    Entry("note", EVERY_DAY, capture.note, SentenceCommand),
    Entry("due", EVERY_DAY, morning.due),
    Entry("why", EVERY_DAY, morning.why),
    Entry("show", EVERY_DAY, looking.show),
    Entry("find", EVERY_DAY, looking.find),
    Entry("people", EVERY_DAY, looking.people),
    Entry("stats", EVERY_DAY, looking.stats),
    Entry("undo", EVERY_DAY, reversing.undo),
    Entry("redo", EVERY_DAY, reversing.redo),
    Entry("history", EVERY_DAY, reversing.history),
    Entry("inbox", WHEN_NEEDED, capture.inbox),
    Entry("edit", WHEN_NEEDED, changing.edit),
    Entry("rm", WHEN_NEEDED, changing.rm),
    Entry("rename", WHEN_NEEDED, changing.rename),
    Entry("alias", WHEN_NEEDED, changing.alias),
    Entry("snooze", WHEN_NEEDED, changing.snooze),
    Entry("pause", WHEN_NEEDED, changing.pause),
    Entry("resume", WHEN_NEEDED, changing.resume),
    Entry("let-go", WHEN_NEEDED, changing.let_go),
    Entry("config", SETTING_UP, config.config),
    Entry("shell", SETTING_UP, shell.shell),
    Entry("demo", SETTING_UP, demo.demo),
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
        for panel in (EVERY_DAY, WHEN_NEEDED, SETTING_UP):
            rows = [(entry.name, first_sentence(entry.run)) for entry in COMMANDS if entry.panel == panel]
            with formatter.section(panel):
                formatter.write_dl(rows)


def built(entry: Entry) -> TyperCommand:
    """The command of an entry."""
    info = CommandInfo(name=entry.name, callback=entry.run, cls=entry.cls, context_settings=dict(SETTINGS))
    return get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None)  # type: ignore[return-value]


SETTINGS = {"help_option_names": ["-h", "--help"]}


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
        config.show_version()
    elif ctx.invoked_subcommand is None:
        morning.due(ctx)


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
