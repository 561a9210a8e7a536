"""What is shipped depends on the files alone: the same bytes wherever, whenever and by whom it is built."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.contract.pages import ROOT

PARTS = ("src", "docs", "scripts", "tests/contract", "tests/conftest.py", "README.md", "LICENSE", "CHANGELOG.md")
FILES = ("CONTRIBUTING.md", "constraints.txt", "constraints-hashed.txt", "pyproject.toml", ".gitignore")
LITTER = (
    ".env", ".coverage", ".venv-dev/bin/python", ".ci/run", "notes.txt", "netlog.db", "uv.lock", "dist/old.whl",
    "src/netlog/cli/app.py.orig", "src/netlog/cli/app.py~", "src/netlog/.app.py.swp", "src/netlog/test.db",
    "src/netlog/__pycache__/app.cpython-311.pyc", "tests/contract/.DS_Store", "docs/page.md.bak",
)  # fmt: skip
SHIPPED = {".py", ".tsv", ".txt", ".bash", ".fish", ".zsh", ".typed"}
ABROAD = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "HOME": "/nowhere"}
Digests = dict[str, str]


def copied(folder: Path) -> Path:
    """The project at another place."""
    for part in (*PARTS, *FILES):
        target = folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, target)
    return folder


def built(project: Path, out: Path, *, sort: str = "", umask: int = 0o022, **environment: str) -> Path:
    """The folder with what is built there: wheel and source archive, or one of them."""
    target = ("--target", sort) if sort else ()
    command = (sys.executable, "-m", "hatchling", "build", "--directory", str(out), *target)
    clean = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"} | environment
    subprocess.run(command, cwd=project, env=clean, umask=umask, check=True, capture_output=True)
    return out


def digests(folder: Path) -> Digests:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def names(folder: Path) -> tuple[set[str], set[str]]:
    """The files of the wheel and those of the source archive."""
    (wheel,), (archive,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as shipped, tarfile.open(archive) as source:
        return set(shipped.namelist()), {name.partition("/")[2] for name in source.getnames()}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Wheel and source archive as they are built here."""
    return built(copied(tmp_path_factory.mktemp("project")), tmp_path_factory.mktemp("out"))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same by somebody else, years ago, in a folder that nobody tidied."""
    project = copied(tmp_path_factory.mktemp("somebody") / "a deeper" / "folder é")
    for path in project.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_500_000_000, 1_500_000_000))
    for litter in LITTER:
        (project / litter).parent.mkdir(parents=True, exist_ok=True)
        (project / litter).write_text("not to be shipped", encoding="utf-8")
    return built(project, tmp_path_factory.mktemp("out"), umask=0o077, **ABROAD)


def test_wheel_and_source_archive_are_the_same_wherever_they_are_built(here: Path, elsewhere: Path) -> None:
    assert len(digests(here)) == 2
    assert digests(here) == digests(elsewhere)


def test_the_wheel_of_the_source_archive_is_the_same(here: Path, tmp_path: Path) -> None:
    (archive,) = here.glob("*.tar.gz")
    with tarfile.open(archive) as source:
        source.extractall(tmp_path, filter="data")
    (project,) = tmp_path.iterdir()
    wheel = digests(built(project, tmp_path / "out", sort="wheel"))

    assert wheel.items() <= digests(here).items()


def test_the_time_in_a_wheel_is_the_one_that_is_asked_for(here: Path, tmp_path: Path) -> None:
    project = copied(tmp_path / "project")
    one, other = (
        built(project, tmp_path / name, sort="wheel", SOURCE_DATE_EPOCH="1700000000", TZ=zone)
        for name, zone in (("one", "UTC"), ("other", "Asia/Tokyo"))
    )
    (wheel,) = one.iterdir()
    with zipfile.ZipFile(wheel) as shipped:
        times = {info.date_time[:3] for info in shipped.infolist()}

    assert digests(one) == digests(other)
    assert times == {(2023, 11, 14)}


def test_nothing_that_lies_about_is_shipped(elsewhere: Path) -> None:
    shipped, source = names(elsewhere)

    assert {f"netlog/{name.removeprefix('src/netlog/')}" for name in LITTER} & shipped == set()
    assert set(LITTER) & source == set()


def test_the_wheel_holds_only_sorts_of_files_that_the_package_has(here: Path) -> None:
    shipped, source = names(here)
    package = {name for name in shipped if name.startswith("netlog/")}

    assert {Path(name).suffix or Path(name).name for name in package} <= {*SHIPPED, "py.typed"}
    assert {f"src/{name}" for name in package} <= source
    assert {name.partition("/")[0] for name in source} <= {
        "src", "docs", "scripts", "tests", "PKG-INFO", *(part for part in (*PARTS, *FILES) if "/" not in part)
    }  # fmt: skip
