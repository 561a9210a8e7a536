"""Commands whose arguments are a sentence: a signed span such as -3d is a date, not an option."""

import re
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from typer.core import TyperCommand

from netlog.errors import UsageProblem

Run = TypeVar("Run", bound=Callable[..., None])
SIGNED_SPAN = re.compile(r"-\d+[a-z]{1,2}")
LONGEST_INPUT = 4_000_000
"""Bytes read from standard input; more is a mistake, not a note."""


class SentenceCommand(TyperCommand):
    """A command that takes words as they come."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (Typer's own context)
        """The arguments, where there is --on with "-3d" read as "--on -3d", up to a "--"."""
        has_date = any("--on" in option.opts for option in self.params)
        return super().parse_args(ctx, dated(args) if has_date else args)


def sentence_command(*, is_lenient: bool) -> Callable[[Run], Run]:
    """Marks a function as a command that takes a sentence; a lenient one reads unknown options as words."""

    def mark(run: Run) -> Run:
        run.command_class = SentenceCommand  # type: ignore[attr-defined]
        run.context_settings = {"ignore_unknown_options": is_lenient}  # type: ignore[attr-defined]
        return run

    return mark


def dated(args: list[str]) -> list[str]:
    """Every signed span that no option is waiting for gets its --on."""
    end = args.index("--") if "--" in args else len(args)
    read: list[str] = []
    for i, word in enumerate(args[:end]):
        is_free = i == 0 or args[i - 1] != "--on"
        read += ["--on", word] if is_free and SIGNED_SPAN.fullmatch(word) else [word]
    return [*read, *args[end:]]


def with_input(words: list[str]) -> list[str]:
    """The words, a lone "-" replaced by what stands on standard input."""
    return [piped() if word == "-" else word for word in words]


def piped() -> str:
    """All of standard input as text; raises UsageProblem when it is not UTF-8, or endless."""
    stream = sys.stdin.buffer if sys.stdin is not None else None
    if stream is None or sys.stdin.closed:
        raise UsageProblem("there is no standard input to read", hint="leave the “-” out, or pipe a text in")
    data = stream.read(LONGEST_INPUT + 1)
    if len(data) > LONGEST_INPUT:
        raise UsageProblem("standard input is longer than a note can be", hint="cut it to a few pages")
    try:
        text = data.decode("utf-8-sig").rstrip("\n")
    except UnicodeDecodeError:
        raise UsageProblem("standard input is not valid UTF-8", hint="save it as UTF-8 and try again") from None
    if not text.strip():
        raise UsageProblem("there is nothing on standard input", hint="leave the “-” out, or pipe a text in")
    return text
