"""Any instance of a record, made from its type hints and of the worst text there is."""

import types
from collections.abc import Mapping
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

HOSTILE = (
    "\x1b[31m",
    "\x1b]0;t\x07",
    "\x9b2J",
    "\u202e",
    "\u200b",
    "\U000e0041",
    "\ud800",
    "[/red]",
    ":smile:",
    "\r\n",
    "\t",
    "\n",
    "",
    "e\u0301",
    "山田",
    "a word or two",
    " · ",
)
texts = st.one_of(st.lists(st.sampled_from(HOSTILE), max_size=5).map("".join), st.text(max_size=12))
PLAIN: Mapping[object, st.SearchStrategy[Any]] = {
    str: texts,
    bool: st.booleans(),
    int: st.integers(0, 10**6),
    float: st.floats(0, 10**6),
    date: st.dates(),
    type(None): st.none(),
}


def instances(record: object) -> st.SearchStrategy[Any]:
    """Instances of a named tuple, or of any type its fields have."""
    if record in PLAIN:
        return PLAIN[record]
    if get_origin(record) in (Union, types.UnionType):
        return st.one_of([instances(option) for option in get_args(record)])
    if get_origin(record) is tuple:
        first, *others = get_args(record)
        if others == [...]:
            return st.lists(instances(first), max_size=3).map(tuple)
        return st.tuples(*[instances(part) for part in (first, *others)])
    assert isinstance(record, type)
    return st.builds(record, **{name: instances(hint) for name, hint in get_type_hints(record).items()})
