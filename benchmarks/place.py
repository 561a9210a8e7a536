"""Where benchmarks run: a clean virtual environment, an environment without surprises, copies of journals."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
SMALL_ENOUGH_TO_COPY = 100 * 1024 * 1024
KEPT = ("PATH", "TZ", "SYSTEMROOT", "TMPDIR")


def environ(home: Path) -> dict[str, str]:
    """The variables commands see: no settings of the user's, bytecode allowed, UTF-8."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "HOME": str(home), "LANG": "C.UTF-8", "NETLOG_CONFIG": str(home / "none.toml")}


def installed(folder: Path, *packages: str) -> Path:
    """The Python of a fresh virtual environment with these packages, compiled ahead; raises CalledProcessError.

    A current pip comes first: the scripts that versions before 26 write import `re`, a quarter of a floor.
    """
    python = folder / "bin" / "python"
    install = (str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    quietly(sys.executable, "-m", "venv", "--clear", str(folder))
    quietly(*install, "--upgrade", "pip")
    quietly(*install, *packages)
    quietly(str(python), "-m", "compileall", "-q", str(folder / "lib"))
    return python


def quietly(*command: str) -> None:
    """Run a command whose output matters only when it fails."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, env=variables, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        done.check_returncode()


def script(python: Path, name: str) -> tuple[str, ...]:
    """How to start the program of that name beside the Python."""
    beside = python.parent / name
    return (str(beside),) if beside.exists() else (str(python), "-m", name)


def copier(journal: Path, copy: Path) -> Callable[[], object]:
    """Restores the copy before each run; of a journal too big for that there is one copy for all runs.

    A run adds one entry to a million: the copy stays what it was.
    """
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(journal, copy)
    if journal.stat().st_size > SMALL_ENOUGH_TO_COPY:
        return lambda: None
    return lambda: shutil.copy(journal, copy)
