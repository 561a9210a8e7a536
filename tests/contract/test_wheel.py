"""What is shipped is whole, and runs with nothing installed but what it declares."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from tests.contract.pages import ROOT

START = "import sys; sys.path[:0] = sys.argv.pop(1).split('|'); from netlog.__main__ import run; run()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it would be shipped."""
    made = tmp_path_factory.mktemp("wheel")
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(made))
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(ROOT)], check=True, capture_output=True)
    return next(made.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The unpacked wheel, and a folder with what it declares to need and nothing else."""
    own, others = tmp_path_factory.mktemp("own"), tmp_path_factory.mktemp("others")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(own)
    for needed in {dist.name: dist for requirement in declared() for dist in closure(requirement)}.values():
        for top in {file.parts[0] for file in needed.files or () if file.parts[0] != ".."}:
            link = others / top
            if not link.exists():
                link.symlink_to(str(needed.locate_file(top)))
    return own, others


def declared() -> list[Requirement]:
    """What the project says it needs, here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = map(Requirement, project["dependencies"])
    return [requirement for requirement in wanted if applies(requirement)]


def applies(requirement: Requirement) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({"extra": ""})


def closure(requirement: Requirement) -> Iterator[Distribution]:
    """What the requirement brings along, itself included."""
    waiting, seen = [requirement.name], set[str]()
    while waiting:
        if (name := waiting.pop()) not in seen:
            seen.add(name)
            found = distribution(name)
            yield found
            waiting += [each.name for each in map(Requirement, found.requires or ()) if applies(each)]


def contents(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def modules(path: Path) -> Iterator[str]:
    """The modules a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def imported(path: Path) -> Iterator[str]:
    """The packages a module imports."""
    return (name.partition(".")[0] for name in modules(path))


NETWORK = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "ssl", "urllib", "webbrowser"}
SPEAKING_TO_NOBODY = {"urllib.parse"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_wheel_holds_every_module_the_types_marker_and_the_licence(wheel: Path) -> None:
    source = ROOT / "src"
    modules = {str(path.relative_to(source)) for path in source.rglob("*.py")}
    shipped = contents(wheel)

    assert modules | {"netlog/py.typed"} <= shipped
    assert any(name.endswith("licenses/LICENSE") for name in shipped)


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in contents(wheel)} == {"netlog"}
    assert [name for name in contents(wheel) if "test" in name] == []


@pytest.mark.parametrize("arguments", [["--version"], ["demo"], ["due", "--json"], ["config"]], ids=" ".join)
def test_the_wheel_runs_without_development_dependencies(
    installed: tuple[Path, Path], tmp_path: Path, arguments: list[str]
) -> None:
    folders = {"HOME": str(tmp_path), "PATH": os.defpath}
    command = [sys.executable, "-I", "-S", "-c", START, "|".join(map(str, installed)), *arguments]
    done = subprocess.run(command, env=folders, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_a_change_through_the_orm_works_without_development_dependencies(
    installed: tuple[Path, Path], tmp_path: Path
) -> None:
    folders = {"HOME": str(tmp_path), "PATH": os.defpath}
    command = [sys.executable, "-I", "-S", "-c", START, "|".join(map(str, installed))]
    for line in ("add Giulia Ferraro", "pause giulia", "undo"):
        subprocess.run([*command, *line.split()], env=folders, capture_output=True, check=True)
    done = subprocess.run([*command, "people"], env=folders, capture_output=True, text=True, check=True)

    assert done.stdout.startswith("giulia\tGiulia Ferraro\t")


def test_everything_imported_is_declared() -> None:
    homes = packages_distributions()
    outside = {name for path in (ROOT / "src").rglob("*.py") for name in imported(path)}
    needed = {plain(home) for name in outside - sys.stdlib_module_names - {"netlog"} for home in homes[name]}

    assert needed <= {plain(requirement.name) for requirement in declared()}


def test_everything_declared_is_imported() -> None:
    homes = packages_distributions()
    outside = {name for path in (ROOT / "src").rglob("*.py") for name in imported(path)}
    used = {plain(home) for name in outside for home in homes.get(name, ())}

    assert {plain(requirement.name) for requirement in declared()} <= used


def test_nothing_in_the_package_speaks_to_the_network() -> None:
    used = {name for path in (ROOT / "src").rglob("*.py") for name in modules(path)} - SPEAKING_TO_NOBODY

    assert {name for name in used if name.partition(".")[0] in NETWORK} == set()
