"""The one boundary: runs a command, turns every failure into one line and an exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from traceback import format_exception
from typing import TextIO

import typer
from typer import TyperException

from netlog.cli.app import app
from netlog.cli.context import Root
from netlog.errors import ExitCode, NetlogError, NotFound, UsageProblem
from netlog.render.errors import tell
from netlog.render.safe import safe_lines
from netlog.workspace import Workspace

CLOSED_PIPE = 141
"""What a shell reports for a program that a closed pipe ended: 128 and the number of SIGPIPE."""

NO_VARIABLE = ""
"""Typer's own completion, which a variable would ask for, is not ours: it takes any text for a word of the shell."""

SHOW_TRACEBACK = "NETLOG_TRACEBACK"

NO_LETTERS = "surrogates not allowed"
"""What Python says of bytes that are no text, where they are to become some: only names of files may have them."""


def main(arguments: Sequence[str]) -> int:
    """Run the command line; the exit code."""
    try:
        code = run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
        return CLOSED_PIPE
    except OSError as problem:
        silence(sys.stdout)
        return failed(unanswered(problem), arguments)
    return code


def run(arguments: Sequence[str]) -> int:
    """Run the command; failures are told on standard error."""
    root = Root()
    try:
        return performed(arguments, root)
    except NetlogError as error:
        return failed(with_suggestions(error, root.net), arguments)
    finally:
        root.close()


def performed(arguments: Sequence[str], root: Root) -> int:
    """Run the command; raises NetlogError for every failure, and OSError when the answer cannot be written."""
    try:
        result = app().main(
            args=list(arguments), prog_name="netlog", complete_var=NO_VARIABLE, standalone_mode=False, obj=root
        )
    except typer.Abort as ended:
        # a question that Ctrl-C ends raises the same as one that the end of the input does
        is_interrupt = isinstance(ended.__context__, KeyboardInterrupt)
        return int(ExitCode.INTERRUPTED if is_interrupt else ExitCode.FAILURE)
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    except TyperException as error:
        raise usage(error) from error
    except SystemExit:
        return CLOSED_PIPE  # what the parser makes of a closed pipe, and of nothing else here
    except (NetlogError, OSError):
        raise
    except Exception as bug:  # the last line of defence: no traceback reaches a user
        raise unexpected(bug) from bug
    return result if isinstance(result, int) else int(ExitCode.OK)


def with_suggestions(error: NetlogError, net: Workspace | None) -> NetlogError:
    """The error, with the nearest names when it was a person nobody answers to."""
    if net is None or not isinstance(error, NotFound) or error.sort != "person":
        return error
    return NotFound(error.sort, error.query, net.similar(error.query), hint=error.hint)


def usage(error: TyperException) -> NetlogError:
    """What the parser did not understand, as one of ours."""
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "netlog"
    return UsageProblem(message.rstrip(".").replace("\n", " "), hint=f"{where} --help shows how")


def unexpected(bug: Exception) -> NetlogError:
    """A bug, said plainly; the traceback is there for those who ask."""
    if isinstance(bug, UnicodeEncodeError) and bug.reason == NO_LETTERS:
        return UsageProblem("a word of that is not valid UTF-8", hint="type it again, in a terminal that speaks UTF-8")
    if os.environ.get(SHOW_TRACEBACK):
        sys.stderr.write(safe_lines("".join(format_exception(bug))))
    return NetlogError(
        f"this is a bug in netlog ({type(bug).__name__}); the journal is as it was before",
        hint=f"run it again with {SHOW_TRACEBACK}=1 to see where, and please report it",
    )


def failed(error: NetlogError, arguments: Sequence[str]) -> int:
    """Tell the error; its exit code."""
    try:
        tell(error, as_json="--json" in arguments, stream=sys.stderr)
    except (OSError, ValueError):
        silence(sys.stderr)
    return int(error.exit_code)


def unanswered(problem: OSError) -> NetlogError:
    """The answer could not be written, which does not mean that nothing was done."""
    return NetlogError(
        f"cannot write the answer: {problem.strerror or problem}",
        hint="netlog history lists what was stored nevertheless",
    )


def silence(stream: TextIO) -> None:
    """Let nothing be written at exit where nobody reads."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(devnull, stream.fileno())
    os.close(devnull)
