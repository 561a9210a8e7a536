"""Who may import whom: the contracts in pyproject.toml hold, and packages have nothing of their own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_every_import_keeps_to_the_contracts() -> None:
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if linter is None:
        pytest.skip("import-linter is not installed beside this Python")

    said = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert said.returncode == 0, said.stdout


def test_every_package_root_but_one_is_a_docstring_and_nothing_else() -> None:
    roots = [path for path in (ROOT / "src" / "netlog").rglob("__init__.py") if path.parent.name != "render"]

    assert len(roots) > 5
    for path in roots:
        assert path.read_text(encoding="utf-8").count("\n") == 1, path
