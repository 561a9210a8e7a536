"""Write docs/reference from the code: `python scripts/reference.py [--check]`."""

import ast
import inspect
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from textwrap import dedent
from typing import Any, Union, get_args, get_origin, get_type_hints

import netlog
from netlog import options
from netlog.cli.app import COMMANDS, PANELS, Entry, app, built
from netlog.cli.main import CLOSED_PIPE
from netlog.demo.build import Demo
from netlog.domain import (
    receipts,
    views,
    views_brief,
    views_dossier,
    views_dupes,
    views_events,
    views_exchanges,
    views_health,
    views_introductions,
    views_load,
    views_mentoring,
    views_promises,
    views_seasons,
    views_stats,
    views_topics,
)
from netlog.errors import ExitCode, NetlogError
from netlog.render.as_json import VERSION, type_of
from netlog.render.columns import COLUMNS

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs/reference"
WIDTH = 80
MADE = "<!-- Made by scripts/reference.py from the code; change the code and run that. -->"

VIEWS = (
    views,
    views_brief,
    views_dossier,
    views_dupes,
    views_events,
    views_exchanges,
    views_health,
    views_introductions,
    views_load,
    views_mentoring,
    views_promises,
    views_seasons,
    views_stats,
    views_topics,
)
QUESTIONS = {home.__name__ for home in VIEWS}
JSON_NAMES = {str: "string", int: "number", float: "number", bool: "true or false", type(None): "null"}

MEANINGS: Mapping[ExitCode, tuple[str, str]] = {
    ExitCode.OK: ("done, also when a list is empty", "use what stands on standard output"),
    ExitCode.FAILURE: (
        "you said no, the editor failed, the answer could not be written, or a bug",
        "read the line on standard error; `netlog history` tells whether a change was stored",
    ),
    ExitCode.USAGE: ("an unknown option, an unreadable date, a wrong setting", "correct the command"),
    ExitCode.NOT_FOUND: (
        "no such person, entry, promise, note or operation",
        "look it up with `people`, `show` or `history`",
    ),
    ExitCode.AMBIGUOUS: ("several people answer to the name", "use one of the handles listed"),
    ExitCode.CONFLICT: (
        "it exists already, or something else stands in the way",
        "read which; nothing was changed",
    ),
    ExitCode.STORAGE: (
        "the journal is locked, damaged, full, read-only, or newer than this netlog",
        "read which; nothing was changed",
    ),
    ExitCode.INTERRUPTED: ("interrupted with Ctrl-C", "`netlog history` tells whether a change was stored"),
}


def commands() -> str:
    """The page of commands: what `--help` says, command by command."""
    parts = [
        "# Commands",
        MADE,
        "What `netlog --help` and `netlog COMMAND --help` say. `PERSON` is a handle, a name, an alias, a first name"
        " or part of one; see [ambiguous names](../how-to/ambiguous-names.md). `DATE` and `SPAN` are"
        " [read in three languages](../how-to/dates.md).",
        "## netlog",
        fenced(root_help()),
    ]
    for panel in PANELS:
        parts.append(f"## {panel}")
        for entry in COMMANDS:
            if entry.panel == panel:
                parts += [f"### netlog {entry.name}", fenced(command_help(entry))]
    return page(parts)


def command_help(entry: Entry) -> str:
    """What `--help` says about one command, in 80 columns."""
    command = built(entry)
    context = command.make_context(f"netlog {entry.name}", [], resilient_parsing=True, terminal_width=WIDTH)
    return str(command.get_help(context))


def root_help() -> str:
    """What `netlog --help` says, in 80 columns."""
    command = app()
    return str(command.get_help(command.make_context("netlog", [], resilient_parsing=True, terminal_width=WIDTH)))


def json_page() -> str:
    """The page of JSON answers: every view and receipt, field by field."""
    parts = {record for kind in records() for record in records_in(kind)}
    answers = [kind for kind in records() if kind not in parts]
    return page(
        [
            "# JSON",
            MADE,
            dedent(f"""
                Every command takes `--json` and then writes one document to standard output: an object whose first
                keys are `netlog`, the version of this format (now {VERSION}), and `type`, the sort of answer. The
                version rises when a key goes or changes its meaning; new keys may come at any time.

                Dates are `YYYY-MM-DD`, instants end in `Z`, numbers have at most four decimals, keys come in the
                order given here and are always there. What is not known is `null`. Shares lie between 0 and 1.

                A failure leaves standard output empty and writes one line to standard error:
                `{{"netlog": {VERSION}, "error": {{"code": …, "exit_code": …, "message": …, "hint": …}}}}`, perhaps
                with more keys. Branch on `code`; messages may change. [Exit codes](exit-codes.md) lists the codes.
            """).strip(),
            "## Answers to questions",
            *(record_part(kind) for kind in answers if kind.__module__ in QUESTIONS),
            "## Answers to changes",
            *(record_part(kind) for kind in answers if kind.__module__ not in QUESTIONS),
            "## Parts of answers",
            *(record_part(kind) for kind in records() if kind in parts),
        ]
    )


def records() -> list[type[Any]]:
    """Every answer and part of one: the views, the receipts, and what the demo says of itself.

    A tie is left out, for its keys stand among those of the answer that holds it.
    """
    kinds = [kind for home in (*VIEWS, receipts) for kind in vars(home).values() if hasattr(kind, "_fields")]
    return [*dict.fromkeys(kind for kind in kinds if kind is not views.TieState), Demo]


def records_in(kind: type[Any]) -> Iterator[type[Any]]:
    """The named tuples that the fields of another one hold."""
    waiting = [hint for _, hint in keys_of(kind)]
    while waiting:
        hint = waiting.pop()
        if hasattr(hint, "_fields"):
            yield hint
        waiting += get_args(hint)


def record_part(kind: type[Any]) -> str:
    """One answer or part: its sentence and a table of its fields."""
    notes = field_notes(kind)
    rows = [(f"`{name}`", shape(hint), notes.get(name, "")) for name, hint in keys_of(kind)]
    words = ("key", "value", "")[: 3 if notes else 2]
    sentence = " ".join((inspect.getdoc(kind) or "").split())
    return f"### {type_of_class(kind)}\n\n{sentence}\n\n{table(words, [row[: len(words)] for row in rows])}"


def keys_of(kind: type[Any]) -> Iterator[tuple[str, Any]]:
    """The keys of an answer with their types: those of a tie stand among the others."""
    for name, hint in get_type_hints(kind).items():
        yield from keys_of(hint) if hint is views.TieState else [(name, hint)]


def type_of_class(kind: type[Any]) -> str:
    """The `type` an answer of this class has."""
    return type_of(kind(*(None for _ in kind._fields)))


def field_notes(kind: type[Any]) -> dict[str, str]:
    """The strings that stand under fields in the source, by field."""
    notes = re.findall(r'^    (\w+): [^\n]*\n    """(.*?)"""$', inspect.getsource(kind), flags=re.MULTILINE | re.DOTALL)
    return {name: " ".join(text.split()) for name, text in notes}


def shape(hint: Any) -> str:  # noqa: ANN401 (a type, or a form of typing)
    """A type as JSON has it, in words."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " or ".join(shape(part) for part in inner)
    if origin is tuple:
        members = [part for part in inner if part is not Ellipsis]
        return f"list of {shape(members[0])}" if Ellipsis in inner else f"[{', '.join(map(shape, members))}]"
    if hasattr(hint, "_fields"):
        name = type_of_class(hint)
        return f"[{name}](#{name})"
    return JSON_NAMES.get(hint) or hint.__name__


def plain_page() -> str:
    """The page of the pipe form: the columns of every sort of row."""
    rows = [(f"`{name}`", " · ".join(f"`{column}`" for column in columns)) for name, columns in COLUMNS.items()]
    return page(
        [
            "# Plain text in a pipe",
            MADE,
            dedent("""
                When standard output is no terminal, answers are rows of cells parted by tabs: every row, no header,
                nothing cut, no colour. Dates are `YYYY-MM-DD`, a list is joined with commas, yes and no are `yes`
                and `no`, and what is not known is an empty cell. A tab or newline inside a value is a space, and
                control characters are shown by visible stand-ins.

                Where an answer holds one sort of row, the cells stand alone. Where it holds several, the first cell
                says which: a single field (`field`, `value`) has the name of the field there, every other row the
                word in the first column of this table. Receipts of changes are sentences, one a line; scripts that
                need their parts use `--json`.
            """).strip(),
            table(("rows of", "cells, in order"), rows),
            "New columns may be added at the end of a row; those listed here keep their places.",
        ]
    )


def exit_codes() -> str:
    """The page of exit codes and error codes."""
    numbers = [(f"{int(code)}", *MEANINGS[code]) for code in ExitCode]
    numbers.append(
        (f"{CLOSED_PIPE}", "whoever read the output stopped reading", "nothing, it is normal before `| head`")
    )
    return page(
        [
            "# Exit codes",
            MADE,
            table(("code", "meaning", "what to do"), numbers),
            dedent("""
                A command that ends with 2 to 6 has changed nothing, unless it says otherwise: with the codes
                `commit_unknown` and `unfinished`. The reason is one line on standard error, or one
                object with `--json`, whose `code` is one of these words:
            """).strip(),
            table(("code", "exit", "meaning"), error_rows()),
            "Of the words with exit code 6, the message says more:",
            table(("code", "message"), storage_rows()),
        ]
    )


def error_rows() -> list[tuple[str, str, str]]:
    """Every family of errors: its word, its number, its sentence."""
    for module in walk_packages(netlog.__path__, "netlog."):
        if "migrations" not in module.name:
            import_module(module.name)
    by_word = {kind.code: kind for kind in reversed([*family(NetlogError)])}
    return [
        (f"`{kind.code}`", str(int(kind.exit_code)), (inspect.getdoc(kind) or "").split("\n")[0])
        for kind in sorted(by_word.values(), key=lambda kind: (kind.exit_code, kind.code))
    ]


def family(kind: type[NetlogError]) -> Iterator[type[NetlogError]]:
    """The error and all its heirs, each before its own."""
    yield kind
    for heir in kind.__subclasses__():
        yield from family(heir)


def storage_rows() -> list[tuple[str, str]]:
    """The words a problem with the store may have, each with the messages that go with it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "src/netlog").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for word, message in (*raised(node), *translated(node)):
                found.setdefault(word, []).append(message)
    return [(f"`{word}`", "; ".join(dict.fromkeys(messages))) for word, messages in sorted(found.items())]


def raised(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The word and message of a `StorageProblem(message, code=word)`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "StorageProblem":
        for keyword in node.keywords:
            if keyword.arg == "code" and isinstance(keyword.value, ast.Constant):
                yield str(keyword.value.value), wording(node.args[0])


def translated(node: ast.AST) -> Iterator[tuple[str, str]]:
    """The words and messages of the table `PROBLEMS`, which translates the driver's errors."""
    if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "PROBLEMS" for t in node.targets):
        for word, message, _ in ast.literal_eval(node.value).values():
            yield word, re.sub(r"\{\w+\}", "…", message)


def wording(message: ast.expr) -> str:
    """A message as written, its filled-in parts as dots."""
    if isinstance(message, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in message.values)
    return str(ast.literal_eval(message)) if isinstance(message, ast.Constant) else "…"


def configuration() -> str:
    """The page of settings."""
    rows = [
        (f"`{each.name}`", f"`{options.written(each.default)}`" if each.default != "" else "", each.allowed, each.help)
        for each in options.SETTINGS
    ]
    examples = "\n".join(f"netlog config set {each.name} {each.example}" for each in options.SETTINGS[:2])
    return page(
        [
            "# Configuration",
            MADE,
            dedent("""
                netlog works without any configuration. `netlog config` lists every setting with its value,
                `netlog config explain NAME` says what one means, `netlog config set NAME VALUE` changes it and
                leaves the comments in the file alone, and `netlog config unset NAME` takes it out again.
            """).strip(),
            fenced(examples, "sh"),
            table(("setting", "default", "takes", "meaning"), rows),
            "## The file",
            dedent("""
                The settings stand in a TOML file, `config.toml` in the folder your system has for configuration:
                `$XDG_CONFIG_HOME/netlog` or `~/.config/netlog` on Linux. `netlog config --json` names it. A name
                with dots is a key in a table:
            """).strip(),
            fenced('per_day = 2.5\n\n[cadence]\nclose = "6w"\n\n[cadence.tag]\nfounder = "60d"', "toml"),
            "An unknown name or a wrong value stops every command that opens the journal, with exit code 2 and a line"
            " that says which, so that a typing mistake never passes for a setting.",
            "## The environment",
            table(("variable", "meaning"), ENVIRONMENT),
        ]
    )


ENVIRONMENT = (
    ("`NETLOG_DB`", "The journal to use; `--db PATH` before the command goes before it."),
    ("`NETLOG_CONFIG`", "The configuration file to use."),
    ("`XDG_DATA_HOME`, `XDG_CONFIG_HOME`", "The folders that `netlog/` lies in, on Linux and where XDG rules hold."),
    ("`TZ`", "The local time zone, when it is not the system's."),
    ("`NO_COLOR`, `COLUMNS`, `LINES`", "Respected on a terminal."),
    ("`VISUAL`, `EDITOR`", "The editor that `-e` and `edit` open."),
    ("`NETLOG_TRACEBACK`", "Set to 1, an unexpected failure shows where in the code it happened."),
)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; bars inside cells are escaped."""
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def fenced(text: str, language: str = "text") -> str:
    """A block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def page(parts: Iterable[str]) -> str:
    """The parts, a blank line between them."""
    return "\n\n".join(parts) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands,
    "json.md": json_page,
    "plain.md": plain_page,
    "exit-codes.md": exit_codes,
    "configuration.md": configuration,
}


def main() -> int:
    """Write the pages, or with --check name those that are not what the code says."""
    pages = {TARGET / name: make() for name, make in PAGES.items()}
    if "--check" not in sys.argv:
        for path, text in pages.items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path.relative_to(ROOT)} is stale: run python scripts/reference.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
