"""An error is one line for people and one object for programs."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.golden.screen import Screen

from netlog.errors import Ambiguous, Conflict, NetlogError, NotFound, StorageProblem
from netlog.render.errors import tell


def _told(error: NetlogError, *, as_json: bool = False, encoding: str = "utf-8") -> str:
    stream = Screen(is_terminal=True, encoding=encoding)
    tell(error, as_json=as_json, stream=stream)
    return stream.written().decode(encoding)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (NotFound("person", "gulia", ["giulia"]), "no person answers to “gulia”; did you mean giulia?"),
        (Conflict("that handle is taken"), "that handle is taken"),
        (
            Ambiguous("anna", [("anna-r", "Anna Rossi"), ("anna-b", "Anna Bianchi")]),
            "“anna” could be anna-r (Anna Rossi) or anna-b (Anna Bianchi); use the handle, the first word",
        ),
        (NotFound("person", "\x1b]0;x\x07\n"), "no person answers to “␛]0;x␇⏎”"),
    ],
)
def test_people_read_one_line(error: NetlogError, line: str) -> None:
    assert _told(error) == f"netlog: {line}\n"


def test_programs_read_one_object_on_one_line() -> None:
    told = _told(NotFound("person", "gulia\x9b", ["giulia"]), as_json=True)

    assert told.count("\n") == 1
    assert json.loads(told) == {
        "netlog": 1,
        "error": {
            "code": "not_found",
            "exit_code": 3,
            "message": "no person answers to “gulia\x9b”",
            "hint": "did you mean giulia?",
            "sort": "person",
            "query": "gulia\x9b",
            "suggestions": ["giulia"],
        },
    }


def test_a_problem_keeps_its_own_code() -> None:
    told = _told(StorageProblem("the journal is locked", code="locked"), as_json=True)

    assert json.loads(told)["error"]["code"] == "locked"


@given(st.text(st.characters()), st.booleans(), st.sampled_from(["utf-8", "ascii"]))
def test_no_message_is_more_than_a_line(message: str, as_json: bool, encoding: str) -> None:
    told = _told(NetlogError(message, hint=message), as_json=as_json, encoding=encoding)

    assert told.splitlines() == [told[:-1]]
    assert not {char for char in told[:-1] if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")}
