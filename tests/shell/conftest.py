"""A journal in a folder of its own."""

from pathlib import Path

import pytest
from tests.shell.journals import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Where there is no journal yet."""
    return Place(tmp_path)
