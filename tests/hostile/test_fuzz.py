"""Any text at all, made of what terminals obey: nothing live is left, twice is once, Rich draws it, JSON keeps it.

A few hundred texts each time; as many as a release wants with `NETLOG_FUZZ=100000 pytest tests/hostile/test_fuzz.py`.
"""

import json
import os

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.golden.screen import in_pipe, on_terminal
from tests.hostile.corpus import ACTIVE, TEXTS
from tests.hostile.judge import leaks, live

from netlog.domain.views import Text, Value
from netlog.render.encoding import legible
from netlog.render.safe import safe, safe_cells, safe_lines

EXAMPLES = int(os.environ.get("NETLOG_FUZZ", "300"))
FEWER = max(50, EXAMPLES // 20)
"""Drawing takes longer than making safe."""

controls = st.sampled_from([chr(point) for point in (*range(0x20), *range(0x7F, 0xA0))])
hidden = st.sampled_from(
    "\u00ad\u034f\u061c\u200b\u200d\u202e\u2066\u2069\u3164\ufe0f\ufeff\U000e0041\U000e0101\u0316\u0489"
)
pieces = st.sampled_from([*ACTIVE.values(), *TEXTS.values()])
texts = st.lists(st.text(max_size=8) | st.text(controls, max_size=3) | hidden | pieces | st.characters(), max_size=12)
hostile = texts.map("".join)


@settings(max_examples=EXAMPLES)
@given(hostile)
def test_nothing_live_is_left_and_twice_is_once(text: str) -> None:
    assert live(safe(text), but="") == live(safe_lines(text)) == live(safe_cells(text), but="\n\t") == set()
    assert safe(safe(text)) == safe(text)
    assert safe_lines(safe_lines(text)) == safe_lines(text)
    assert safe_cells(safe_cells(text)) == safe_cells(text)


@settings(max_examples=FEWER)
@given(hostile, st.sampled_from(["utf-8", "ascii", "cp1250"]), st.integers(16, 120))
def test_a_terminal_of_any_width_and_encoding_draws_only_words(text: str, encoding: str, width: int) -> None:
    for view in (Value("due", text), Text(text, notes=(text,))):
        shown = on_terminal(view, width=width, encoding=encoding, environ={"TERM": "xterm-256color"})
        assert leaks(shown.encode(), but="\n\t") == set()
    assert legible(safe(text), encoding).encode(encoding).decode(encoding).isprintable() or not text.isprintable()


@settings(max_examples=FEWER)
@given(hostile)
def test_pipes_and_programs_get_the_text_and_nothing_live(text: str) -> None:
    assert live(in_pipe(Value("due", text))) == set()
    written = in_pipe(Value("due", text), as_json=True)
    assert live(written) == set()
    assert json.loads(written)["value"] == text
