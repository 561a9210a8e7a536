"""Every answer looks exactly as it was judged good; see conftest.py for how to judge anew."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest
from tests.golden.dataset import ANSWERS
from tests.golden.screen import in_pipe, on_terminal

EXPECTED = Path(__file__).parent / "expected"
LOOKS: Mapping[str, Callable[[object], str]] = {
    "60.txt": partial(on_terminal, width=60),
    "100.txt": partial(on_terminal, width=100),
    "tsv": in_pipe,
    "json": partial(in_pipe, as_json=True),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_looks_as_it_was_judged_good(name: str, look: str, is_update: bool) -> None:
    golden = EXPECTED / f"{name}.{look}"
    drawn = LOOKS[look](ANSWERS[name]).encode()

    if is_update:
        golden.write_bytes(drawn)
    assert drawn == golden.read_bytes()


def test_no_golden_file_is_left_over() -> None:
    wanted = {f"{name}.{look}" for name in ANSWERS for look in LOOKS}

    assert {path.name for path in EXPECTED.iterdir()} == wanted
