"""Text reaches a person through few functions, each of which makes it safe; nothing else in the source can speak."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rich.text import Text
from tests.cli.running import Run
from tests.hostile.judge import live
from tests.hostile.scene import at_terminal, handles

SOURCE = Path(__file__).parents[2] / "src" / "netlog"

SPEAK = {
    ("cli/app.py", "root", "typer.echo"): "the version",
    ("cli/ask.py", "text", "typer.prompt"): "through safe",
    ("cli/ask.py", "is_sure", "typer.confirm"): "through safe",
    ("cli/ask.py", "say", "typer.echo"): "through safe",
    ("cli/ask.py", "say", "sys.stderr"): "through safe",
    ("cli/demo.py", "demo", "sys.stdout.write"): "what a renderer wrote on paper",
    ("cli/exporting.py", "print_out", "sys.stdout.writelines"): "through safe_lines",
    ("cli/exporting.py", "print_out", "sys.stdout.buffer.writelines"): "a file, into a pipe",
    ("cli/main.py", "failed", "sys.stderr"): "to tell",
    ("cli/main.py", "unexpected", "sys.stderr.write"): "through safe_lines",
    ("cli/importing.py", "bring_back", "sys.stderr"): "to counted",
    ("cli/importing.py", "take_all", "sys.stderr"): "to counted",
    ("render/errors.py", "tell", "stream.write"): "through safe, or JSON",
    ("render/as_json.py", "show", "stream.write"): "JSON",
    ("render/plain.py", "show", "stream.write"): "through cell, or safe_cells",
    ("render/progress.py", "counted", "Console"): "an own template, a safe field",
    ("render/progress.py", "counted", "Progress"): "an own template, a safe field",
    ("render/progress.py", "counted", "TextColumn"): "an own template, a safe field",
    ("render/progress.py", "counted", "SpinnerColumn"): "an own template, a safe field",
    ("render/terminal.py", "page_on", "Console"): "a Page makes its words safe",
    ("render/terminal.py", "show", "page.console.print"): "lines of a Page",
    ("render/terminal.py", "show", "page.console.file.write"): "through safe_cells",
    ("workspace.py", "show", "sys.stdout"): "to a renderer",
    ("__main__.py", "answered", "os.write"): "slugs and a number",
}
"""Where text leaves netlog: file, function, what is called or handed on, and why that is safe."""

VOICES = {
    *("print", "input", "breakpoint", "typer.echo", "typer.secho", "typer.prompt", "typer.confirm", "typer.style"),
    *("typer.launch", "typer.edit", "typer.echo_via_pager", "typer.progressbar", "getpass.getpass", "os.write"),
    *("os.system", "os.popen", "pydoc.pager", "warnings.warn", "sys.__excepthook__", "sys.excepthook"),
    *("print_exc", "print_exception", "traceback.print_exception", "traceback.print_exc", "rich.print"),
    *("logging.basicConfig", "logging.getLogger", "logging.warning", "logging.error"),
}
RICH = {
    *("Console", "Progress", "Prompt", "Confirm", "Panel", "Table", "Live", "Status", "Pager", "Markdown", "Syntax"),
    *("TextColumn", "SpinnerColumn", "BarColumn", "Text.from_markup", "Text.from_ansi", "Columns", "Rule", "Tree"),
}
"""Only renderers know Rich, says the contract of imports."""

STREAMS = ("sys.stdout", "sys.stderr", "sys.stdout.buffer", "sys.stderr.buffer", "sys.__stdout__", "sys.__stderr__")
WRITING = ("write", "writelines", "print", "out", "log", "rule", "input", "write_text")
HARMLESS = {"is_terminal", "encoding_of", "silence", "getattr", "setattr", "isinstance", "reconfigure"}
"""What is done to a stream without saying anything."""

RUNS_PROGRAMS = {"cli/editor.py"}


def calls_in(node: ast.AST, name: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Every call, with the function it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield name, child
        yield from calls_in(child, child.name if isinstance(child, ast.FunctionDef) else name)


def dotted(node: ast.AST) -> str:
    """A name with its dots; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def spoken(call: ast.Call, *, is_renderer: bool) -> Iterator[str]:
    """What is called if it can speak, and which streams are handed on."""
    name = dotted(call.func)
    owner, _, last = name.rpartition(".")
    is_output = owner in (*STREAMS, "stream") or "console" in owner
    if name in VOICES or (is_output and last in WRITING) or (is_renderer and name in RICH):
        yield name
    if last not in HARMLESS:
        handed = (dotted(argument) for argument in (*call.args, *(key.value for key in call.keywords)))
        yield from (stream for stream in handed if stream in STREAMS)


@cache
def found() -> set[tuple[str, str, str]]:
    """Every place from which text can leave."""
    return {
        (where, name, said)
        for path in sorted(SOURCE.rglob("*.py"))
        for where in [str(path.relative_to(SOURCE)).replace("\\", "/")]
        for name, call in calls_in(ast.parse(path.read_text(encoding="utf-8")))
        for said in spoken(call, is_renderer=where.startswith("render/"))
    }


def test_only_these_functions_speak() -> None:
    assert found() - set(SPEAK) == set()


def test_each_of_these_functions_is_there() -> None:
    assert set(SPEAK) - found() == set()


def test_only_the_editor_is_run_so_there_is_no_pager() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}

    running = {str(path.relative_to(SOURCE)).replace("\\", "/") for path, text in texts.items() if RUNS.search(text)}
    assert running == RUNS_PROGRAMS


RUNS = re.compile(
    r"^\s*(?:import|from) (?:subprocess|pty|multiprocessing|pydoc|asyncio|concurrent)\b"
    r"|\bos\.(?:system|popen|exec\w+|spawn\w+|posix_spawn\w*|fork\w*|startfile)\(",
    re.MULTILINE,
)


def test_no_pager_is_run_though_the_answer_is_long_and_one_is_named(hostile: Run) -> None:
    mark, program = hostile.home / "PAGED", hostile.home / "pager"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n")
    program.chmod(0o755)
    for name in ("PAGER", "MANPAGER", "GIT_PAGER", "LESSOPEN", "NETLOG_PAGER"):
        hostile.monkeypatch.setenv(name, str(program))

    for line in ("people", "history --limit 1000", "show zed --all", "--help", "export netlog"):
        at_terminal(hostile, *line.split())

    assert not mark.exists()


def test_rich_never_sees_anything_live(hostile: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    init, append = Text.__init__, Text.append

    def made(self: Text, text: str = "", *more: object, **others: object) -> None:
        seen.append(text)
        init(self, text, *more, **others)  # type: ignore[arg-type]

    def appended(self: Text, text: Text | str, *more: object) -> Text:
        seen.append(text if isinstance(text, str) else text.plain)
        return append(self, text, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Text, "__init__", made)
    monkeypatch.setattr(Text, "append", appended)
    for line in ("people", "due --all", "history", "find owned", "promises --all", "dupes --all"):
        at_terminal(hostile, *line.split())
    for handle in handles(hostile.path)[::6]:
        at_terminal(hostile, "show", handle, "--all")

    assert len(seen) > 1000
    assert live("".join(set(seen))) == set()
