"""The corpus is large, and the judges find it guilty: a judge that acquits everything proves nothing."""

from itertools import islice

import pytest
from tests.hostile.corpus import ACTIVE, CELLS, CORPUS, MADE, QUERIES, SHELL, TEXTS, everything, in_bundles, made
from tests.hostile.judge import drawn, leaks, live, witnessed

from netlog.render.safe import safe, safe_lines

OBEYED = [name for name in ACTIVE if name.startswith(("CSI", "OSC", "DCS", "APC", "ESC", "BEL", "BS", "C1", "VT"))]
UNFINISHED = ("CSI never ended", "OSC never ended", "CSI with a newline inside")


def test_there_is_enough_of_every_sort() -> None:
    assert len(ACTIVE) >= 48
    assert len(set(islice(made(), MADE))) == MADE
    assert min(map(len, (TEXTS, SHELL, CELLS, QUERIES))) >= 24


def test_no_text_stands_there_twice() -> None:
    assert all(len(set(sort.values())) == len(sort) for sort in CORPUS.values())


@pytest.mark.parametrize("name", ACTIVE)
def test_each_active_text_is_live_and_is_made_safe(name: str) -> None:
    text = ACTIVE[name]

    assert live(text, but="")
    assert live(safe(text), but="") == set()
    assert live(safe_lines(text)) == set()


@pytest.mark.parametrize("name", [name for name in OBEYED if not name.startswith("C1 as")])
def test_a_terminal_obeys_what_is_told_to_it_raw(name: str) -> None:
    raw = ACTIVE[name].encode("utf-8", "surrogateescape")
    screen = witnessed(b"before" + raw + b"after")

    assert screen.told or drawn(screen) != f"before{ACTIVE[name]}after"
    assert leaks(raw)


def test_all_of_it_is_safe_and_stays_so() -> None:
    for text in (*everything(), *in_bundles(everything())):
        assert live(safe(text), but="") == set()
        assert safe(safe(text)) == safe(text)
        assert witnessed(safe_lines(text).encode()).told == []
