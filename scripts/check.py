"""Run every check, the tests last: `python scripts/check.py [arguments for pytest]`."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
CODE = ("src", "tests", "scripts", "benchmarks")
SCRIPTS = Path(sys.executable).parent


class Step(NamedTuple):
    """One check: what it is called, and the command."""

    name: str
    command: tuple[str, ...]


def module(*words: str) -> tuple[str, ...]:
    """A command of this interpreter's own packages."""
    return sys.executable, "-m", *words


def script(name: str, *words: str) -> tuple[str, ...]:
    """One of this project's scripts."""
    return sys.executable, str(Path("scripts", name)), *words


STEPS = (
    Step("lint", module("ruff", "check", *CODE)),
    Step("format", module("ruff", "format", "--check", *CODE)),
    Step("types", module("mypy")),
    Step("imports", (shutil.which("lint-imports", path=str(SCRIPTS)) or "lint-imports", "--no-cache", "--no-logo")),
    Step("compiled SQL", script("statements.py", "--check")),
    Step("reference", script("reference.py", "--check")),
    Step("pictures", script("pictures.py", "--check")),
)
TESTS = Step("tests", module("pytest", "-n", "auto"))


def passes(step: Step) -> bool:
    """Run one step, with its name above what it prints."""
    print(f"\n== {step.name}", flush=True)
    try:
        return subprocess.run(step.command, cwd=ROOT, check=False).returncode == 0
    except FileNotFoundError as missing:
        print(f"{missing.filename} is not installed: pip install -e '.[dev]'", file=sys.stderr)
        return False


def main(arguments: list[str]) -> int:
    """Run every step whatever the others say; 1 if any failed."""
    failed = [step.name for step in STEPS if not passes(step)]
    print(f"\n{len(STEPS)} checks, failed: {', '.join(failed) or 'none'}", flush=True)
    passed = passes(TESTS._replace(command=(*TESTS.command, *arguments)))
    return 0 if passed and not failed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
