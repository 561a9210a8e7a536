"""The way in: the side door for prompts and TAB, the main road for everything else."""

import atexit
import gc
import os
import sys

FAILED, INTERRUPTED, CLOSED_PIPE = 1, 130, 141
"""As `errors` has them; the last two are what a shell reports for a program ended by SIGINT or SIGPIPE."""


def run() -> None:
    """Run the command line and leave with its exit code."""
    code = INTERRUPTED
    try:
        reopen_closed_streams()
        if not os.environ.get("NETLOG_TRACEBACK"):
            sys.unraisablehook = unsaid
        code = answered(sys.argv[1:])
        leave(code)
    except KeyboardInterrupt:
        leave(code)


def reopen_closed_streams() -> None:
    """Let a stream that was closed lead nowhere, before a file of ours gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: PTH123, SIM115 (as early as this, and to the end)


def unsaid(_: object) -> None:
    """What goes wrong while Python tidies up after a failure adds nothing to the one line that tells of it."""


def answered(arguments: list[str]) -> int:
    """The exit code, from whoever answers first."""
    told = told_at_the_side(arguments) if "--count" in arguments or "--names" in arguments else None
    if told is None:
        return by_the_main_road(arguments)
    try:
        os.write(1, told.encode())
    except BrokenPipeError:
        return CLOSED_PIPE
    except OSError:
        return FAILED if "--names" in arguments else by_the_main_road(arguments)
    return 0


def told_at_the_side(arguments: list[str]) -> str | None:
    """What the side door answers, also where only platformdirs knows the journal that names are asked of."""
    from datetime import datetime

    from netlog.side_door import answer, asked

    told = answer(arguments, os.environ, now=datetime.now(), fold=fold)
    if told is None and asked(arguments)[1][:1] == ["--names"]:
        from netlog.folders import store_path

        told = answer(arguments, {"NETLOG_DB": str(store_path())}, now=datetime.now(), fold=fold)
    return told


def fold(text: str) -> str:
    """As the domain folds, which few letters need."""
    if text.isascii():
        return text.lower()
    from netlog.domain import folding

    return folding.fold(text)


def by_the_main_road(arguments: list[str]) -> int:
    """Run any command; what is imported stays to the end, so that seeking garbage in it would be time lost."""
    gc.disable()
    from netlog.cli.main import main

    gc.freeze()
    gc.enable()
    return main(arguments)


def leave(code: int) -> None:
    """End at once: taking the interpreter apart would take as long as a short command does."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, OSError, ValueError):
            continue
    os._exit(code)


if __name__ == "__main__":
    run()
