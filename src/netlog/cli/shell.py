"""shell: what a shell needs to feel at home."""

import shutil
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from netlog.cli.context import workspace
from netlog.cli.params import Json
from netlog.domain.cadence import TIERS
from netlog.domain.views import Text
from netlog.errors import UsageProblem, either, shorten
from netlog.options import NAMED
from netlog.services.looking import SORTS
from netlog.shells import outline
from netlog.shells.scripts import SHELLS, script, template
from netlog.shells.timers import timers

TIMER = "timer"
KNOWN = {
    "--with": outline.PEOPLE,
    "--via": outline.PEOPLE,
    "--tag": outline.TAGS,
    "--event": outline.EVENTS,
    "--met": outline.EVENTS,
    "--kind": outline.KINDS,
    "--tier": " ".join(TIERS),
    "--sort": " ".join(SORTS),
    "config name": " ".join(NAMED),
}
"""What stands after an option of that name in any command, or at an argument, whatever its metavar says."""


def shell(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[bash|zsh|fish|timer]", show_default=False)] = None,
    alias: Annotated[bool, typer.Option("--alias/--no-alias", help="Make nn stand for netlog note.")] = True,  # noqa: FBT002
    as_json: Json = False,  # noqa: FBT002
) -> None:
    """Print completion, an alias and a prompt for your shell, or a reminder each morning.

    Example: eval "$(netlog shell bash)"
    """
    net = workspace(ctx, as_json=as_json)
    net.show(Text(text_for(name, ctx.find_root().command, has_alias=alias)))


def text_for(name: str | None, tree: Any, *, has_alias: bool) -> str:  # noqa: ANN401 (a command of Typer's own Click)
    """What is printed for a shell, for the reminder, or for nothing in particular."""
    if name is None:
        return template("guide.txt")
    if name == TIMER:
        return timers(shutil.which("netlog") or "netlog")
    if name not in SHELLS:
        raise UsageProblem(f"there is nothing for {shorten(name)}", hint=f"try {either((*SHELLS, TIMER))}")
    return script(name, list(commands(tree)), has_alias=has_alias)


def commands(tree: Any) -> Iterator[outline.Command]:  # noqa: ANN401 (a command of Typer's own Click)
    """The bare `netlog`, then every command."""
    yield command("", tree)
    for name in tree.list_commands(None):
        yield command(name, tree.get_command(None, name))


def command(name: str, made: Any) -> outline.Command:  # noqa: ANN401 (a command of Typer's own Click)
    """One command as completion sees it."""
    options = [each for each in made.params if each.param_type_name == "option" and not each.hidden]
    arguments = [each for each in made.params if each.param_type_name == "argument"]
    return outline.Command(
        name=name,
        help=(made.help or "").split("\n\n", maxsplit=1)[0].replace("\n", " ").rstrip("."),
        options=(*map(option, options), HELP),
        places=tuple(expected(name, each) for each in arguments),
        rest=outline.repeated((arguments[-1].metavar or "") if arguments else ""),
    )


HELP = outline.Option(("--help",), "Show how to use it", outline.FLAG)


def option(made: Any) -> outline.Option:  # noqa: ANN401 (an option of Typer's own Click)
    """One option as completion sees it."""
    takes = outline.FLAG if made.is_flag else expected("", made)
    return outline.Option((*made.opts, *made.secondary_opts), (made.help or "").rstrip("."), takes)


def expected(command_name: str, made: Any) -> str:  # noqa: ANN401 (a parameter of Typer's own Click)
    """What stands for an argument, or after an option."""
    names = (*made.opts, f"{command_name} {made.name}")
    known = next((KNOWN[name] for name in names if name in KNOWN), "")
    return outline.expected(made.metavar or "", known)
