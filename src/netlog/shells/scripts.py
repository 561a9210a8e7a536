"""Completion scripts for bash, zsh and fish, made from the command tree; nothing of the journal is in them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

from netlog.shells.outline import ANY_PLACE, Command


class Shell(NamedTuple):
    """How one shell writes what differs between them."""

    takes: Callable[[Sequence[str], str], str]
    lists: Callable[[str, Sequence[tuple[str, str]]], str]
    rc: str
    line: str


def script(shell: str, tree: Sequence[Command], *, has_alias: bool = True) -> str:
    """What the shell is to evaluate; the first command of the tree is the bare `netlog`."""
    form = SHELLS[shell]
    parts = {
        "@TAKES@": [form.takes(patterns, takes) for command in tree for patterns, takes in places(command)],
        "@LISTS@": [form.lists(name, words) for name, words in lists(tree)],
        "@ALIAS@": [template(f"alias.{shell}").rstrip("\n")] if has_alias else [],
    }
    lines = template(f"completion.{shell}").splitlines()
    return "".join(f"{line}\n" for part in lines for line in parts.get(part.strip(), [part]))


def lists(tree: Sequence[Command]) -> Iterable[tuple[str, list[tuple[str, str]]]]:
    """The commands under no name, then the options of each, those of the bare `netlog` under a hyphen."""
    yield "", [(command.name, command.help) for command in tree if command.name]
    for command in tree:
        yield command.name or "-", [(name, option.help) for option in command.options for name in option.names]


def places(command: Command) -> Iterable[tuple[list[str], str]]:
    """(patterns of command:place, what is expected there); the pattern of any place comes last."""
    grouped: dict[tuple[bool, str], list[str]] = {}
    for place, takes in command.following():
        grouped.setdefault((place == ANY_PLACE, takes), []).append(f"{command.name}:{place}")
    yield from ((patterns, takes) for (_, takes), patterns in grouped.items())


def posix_takes(patterns: Sequence[str], takes: str) -> str:
    """A branch of `case`."""
    return f"    {' | '.join(patterns)}) takes={quoted(takes)} ;;"


def bash_lists(command: str, words: Sequence[tuple[str, str]]) -> str:
    """A branch of `case` with the words alone."""
    return f"    {quoted(command)}) found=({' '.join(quoted(word) for word, _ in words)}) ;;"


def zsh_lists(command: str, words: Sequence[tuple[str, str]]) -> str:
    """A branch of `case` with the words and a line about each."""
    names = " ".join(quoted(word) for word, _ in words)
    lines = " ".join(quoted(f"{word:16} {text}") for word, text in words)
    return f"    {quoted(command)}) found=({names}); about=({lines}) ;;"


def fish_takes(patterns: Sequence[str], takes: str) -> str:
    """A branch of `switch`."""
    cases, words = (" ".join(map(escaped, each)) for each in (patterns, takes.split()))
    return f"        case {cases}\n            printf '%s\\n' {words}"


def fish_lists(command: str, words: Sequence[tuple[str, str]]) -> str:
    """A branch of `switch` that prints each word with what it does."""
    lines = "".join(f" \\\n                {quoted(word)} {escaped(text)}" for word, text in words)
    return f"        case {quoted(command)}\n            printf '%s\\t%s\\n'{lines}"


def quoted(text: str) -> str:
    """The text as one word of a POSIX shell."""
    return "'" + text.replace("'", "'\\''") + "'"


def escaped(text: str) -> str:
    """The text as one word of fish."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def template(name: str) -> str:
    """A file that lies beside this one."""
    return files("netlog.shells").joinpath(name).read_text(encoding="utf-8")


SHELLS: Mapping[str, Shell] = {
    "bash": Shell(posix_takes, bash_lists, "~/.bashrc", 'eval "$(netlog shell bash)"'),
    "zsh": Shell(posix_takes, zsh_lists, "~/.zshrc, below compinit", 'eval "$(netlog shell zsh)"'),
    "fish": Shell(fish_takes, fish_lists, "~/.config/fish/config.fish", "netlog shell fish | source"),
}
