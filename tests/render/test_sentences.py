"""Receipts say in words what was stored and what follows."""

from datetime import date

import pytest

from netlog.domain.receipts import Added, Changed, Configured, Kept, Logged, Next, Ref, Reversed, Unchanged
from netlog.render.sentences import sentences

TODAY = date(2026, 11, 21)
GIULIA = Ref("giulia", "Giulia Rossi")
ANNA = Ref("anna", "Anna Bianchi")
LOGGED = Logged(TODAY, 12, "coffee", "mutual", date(2026, 11, 20), "", (GIULIA,), (), 1.0, ())


def _said(receipt: object) -> list[str]:
    return [sentence.text for sentence in sentences(receipt)]


@pytest.mark.parametrize(
    ("receipt", "said"),
    [
        (
            Added(TODAY, GIULIA, date(2026, 11, 23), "every 90 days (default)"),
            "added Giulia Rossi (giulia) · first follow-up Mon 23 Nov · every 90 days (default)",
        ),
        (LOGGED, "logged coffee with Giulia Rossi · yesterday, Fri 20 Nov · #12"),
        (LOGGED._replace(on=TODAY), "logged coffee with Giulia Rossi · today, Sat 21 Nov · #12"),
        (
            Kept(TODAY, 3, "coffee with anna", "two people are called Anna"),
            "kept in the inbox: coffee with anna (two people are called Anna) · settle it with: netlog inbox settle 3",
        ),
        (Unchanged(TODAY, "Giulia Rossi is paused already"), "Giulia Rossi is paused already"),
        (Reversed(TODAY, 4, True, "logged coffee"), "undone: logged coffee"),
        (Reversed(TODAY, 4, False, "logged coffee"), "done again: logged coffee"),
        (Configured("per_day", "3", "5", "/c.toml"), "per_day is now 5 (was 3) · /c.toml"),
        (Configured("editor", "", "vi", "/c.toml"), "editor is now vi (was not set) · /c.toml"),
        (Configured("editor", "vi", "", "/c.toml"), "editor is no longer set (was vi) · /c.toml"),
    ],
)
def test_a_receipt_is_one_sentence(receipt: object, said: str) -> None:
    assert _said(receipt) == [said]


def test_somebody_never_nudged_has_no_follow_up() -> None:
    receipt = Added(TODAY, GIULIA, None, "never (none)")

    assert _said(receipt) == ["added Giulia Rossi (giulia) · no follow-up planned · never (none)"]


def test_each_likeness_is_a_sentence_of_its_own() -> None:
    receipt = Added(TODAY, GIULIA, None, "never", ("Anna (anna): same e-mail", "Gigi (gigi): same phone"))

    assert _said(receipt)[1:] == [
        "perhaps the same person as Anna (anna): same e-mail",
        "perhaps the same person as Gigi (gigi): same phone",
    ]


@pytest.mark.parametrize(
    ("kind", "direction", "words"),
    [
        ("coffee", "out", "logged coffee with Giulia Rossi"),
        ("email", "out", "logged email to Giulia Rossi"),
        ("call", "in", "logged call from Giulia Rossi"),
        ("video", "mutual", "logged video with Giulia Rossi"),
        ("like", "out", "logged like with Giulia Rossi"),
    ],
)
def test_messages_and_calls_have_a_direction(kind: str, direction: str, words: str) -> None:
    assert _said(LOGGED._replace(kind=kind, direction=direction))[0].split(" · ")[0] == words


@pytest.mark.parametrize(
    ("worth", "said"),
    [
        (1.0, []),
        (0.5, []),
        (0.3, ["counts 30 % of a full contact"]),
        (0.001, ["counts 1 % of a full contact"]),
        (0.0, ["not counted as a contact"]),
    ],
)
def test_what_counts_little_says_so(worth: float, said: list[str]) -> None:
    assert _said(LOGGED._replace(worth=worth))[1:] == said


@pytest.mark.parametrize(
    ("coming", "said"),
    [
        ([("Giulia", date(2026, 12, 20))], "next check-in: Giulia Sun 20 Dec"),
        (
            [("Giulia", date(2026, 12, 20)), ("Anna", date(2027, 1, 4))],
            "next check-ins: Giulia Sun 20 Dec · Anna Mon 4 Jan 2027",
        ),
        ([("Giulia", None)], "none planned for Giulia"),
        ([("Giulia", date(2026, 12, 20)), ("Anna", None)], "next check-in: Giulia Sun 20 Dec · none planned for Anna"),
    ],
)
def test_the_next_check_ins_follow(coming: list[tuple[str, date | None]], said: str) -> None:
    following = tuple(Next(name.lower(), name, due_on) for name, due_on in coming)

    assert _said(LOGGED._replace(next=following))[1:] == [said]


def test_people_added_on_the_way_are_named_first() -> None:
    assert _said(LOGGED._replace(added=(ANNA,)))[0] == "added Anna Bianchi (anna)"


def test_a_change_has_its_notes_before_what_comes_next() -> None:
    coming = (Next("giulia", "Giulia", date(2026, 12, 20)),)
    receipt = Changed(TODAY, 7, "rm", "removed: coffee", coming, ("it was the last one",))

    assert _said(receipt) == ["removed: coffee", "it was the last one", "next check-in: Giulia Sun 20 Dec"]


def test_what_is_no_receipt_is_refused() -> None:
    with pytest.raises(TypeError, match="int"):
        sentences(3)
