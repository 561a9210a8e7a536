"""The filters that find and people share, each alone on one small journal."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def journal(netlog: Run) -> Run:
    netlog.ok("add", "Giulia Rossi", "--tier", "close", "--tag", "founder", "--place", "Milano", "--can", "boats")
    netlog.ok("add", "Łukasz Wójcik", "--tier", "wide", "--place", "Gdańsk", "--note", "builds boats")
    netlog.ok("add", "Will Harper", "--met", "boats on the lake")
    netlog.ok("log", "giulia", "coffee", "about boats", "--on", "2026-03-01")
    netlog.ok("log", "lukasz", "call", "about boats", "+sea", "--on", "2026-06-01", "--event", "BoatShow 2026")
    netlog.ok("log", "giulia", "lukasz", "email", "boats again", "--on", "2026-09-01")
    return netlog


def hits(journal: Run, *options: str) -> set[tuple[str, int]]:
    found = journal.json("find", "boats", *options)["hits"]
    return {(hit["source"], hit["id"]) for hit in found}


EVERYTHING = {("entry", 1), ("entry", 2), ("entry", 3), ("person", 1), ("person", 3), ("fact", 1)}


def test_without_a_filter_everything_written_is_found(journal: Run) -> None:
    assert hits(journal) == EVERYTHING


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--with giulia", {("entry", 1), ("entry", 3), ("person", 1)}),
        ("--with giulia --with lukasz", {("entry", 3), ("person", 1), ("fact", 1)}),
        ("--tag founder", {("entry", 1), ("entry", 3), ("person", 1)}),
        ("--tag sea", {("entry", 2)}),
        ("--tier close", {("entry", 1), ("entry", 3), ("person", 1)}),
        ("--near gdansk", {("entry", 2), ("entry", 3), ("fact", 1)}),
        ("--kind call", {("entry", 2)}),
        ("--since 2026-05-01 --until 2026-07-01", {("entry", 2)}),
        ("--event boatshow-2026", {("entry", 2), ("fact", 1)}),
        ("--tier close --kind call", set()),
    ],
)
def test_a_filter_leaves_what_it_names(journal: Run, options: str, expected: set[tuple[str, int]]) -> None:
    assert hits(journal, *options.split()) == expected


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", {"giulia", "lukasz", "will"}),
        ("--with giulia", {"giulia"}),
        ("--tag founder", {"giulia"}),
        ("--tier wide", {"lukasz"}),
        ("--near MILANO", {"giulia"}),
        ("--kind email", {"giulia", "lukasz"}),
        ("--event boatshow-2026", {"lukasz"}),
        ("--since 2026-08-01", {"giulia", "lukasz"}),
        ("--until 2026-04-01", {"giulia"}),
    ],
)
def test_people_are_filtered_by_what_they_are_and_did(journal: Run, options: str, expected: set[str]) -> None:
    assert {person["handle"] for person in journal.json("people", *options.split())["people"]} == expected
