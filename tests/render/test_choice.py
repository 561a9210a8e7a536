"""The renderer is chosen once, and only the chosen one is loaded."""

import subprocess
import sys

import pytest

PROGRAM = """
import io, sys
from datetime import date
from netlog.domain.views import Inbox
from netlog.render import renderer

class Stream(io.StringIO):
    def isatty(self):
        return {is_terminal}

renderer(as_json={as_json}, stream=Stream(), environ={{}})(Inbox(date(2026, 11, 21), ()))
print(*sorted({{"rich", "json", "typer", "pydantic"}} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    ("is_terminal", "as_json", "loaded"),
    [(False, False, ""), (False, True, "json"), (True, True, "json"), (True, False, "rich")],
)
def test_only_what_draws_is_loaded(is_terminal: bool, as_json: bool, loaded: str) -> None:
    program = PROGRAM.format(is_terminal=is_terminal, as_json=as_json)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert set(loaded.split()) <= set(done.stdout.split())
    assert "rich" not in done.stdout or loaded == "rich"


def test_errors_load_neither_rich_nor_json() -> None:
    program = "import sys, netlog.render.errors; print({'rich', 'json'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
