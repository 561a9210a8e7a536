"""season, as its user meets it."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def hiring(netlog: Run) -> Run:
    """Two people who are due alike, one of them an engineer; it is Saturday."""
    netlog.at("2026-11-21T10:00").people("Bo Lind --tier close", "Giulia Rossi --tier close --tag engineer")
    for handle in ("bo", "giulia"):
        netlog.ok("log", handle, "coffee", "--on", "2026-10-01")
    return netlog


def begin(run: Run, *options: str) -> None:
    run.ok("season", "start", "hiring", "--boost", "tag:engineer", "--until", "30 jun", *options)


def order(run: Run) -> list[str]:
    return [item["handle"] for item in run.json("due")["first"]]


def test_a_season_brings_its_people_forward_until_it_is_over(hiring: Run) -> None:
    hiring.ok("log", "bo", "coffee", "--on", "2026-09-29")
    hiring.ok("rm", "1")
    assert order(hiring) == ["bo", "giulia"]

    begin(hiring)

    assert order(hiring) == ["giulia", "bo"]
    assert order(hiring.at("2027-06-29T10:00")) == ["giulia", "bo"]
    assert order(hiring.at("2027-06-30T10:00")) == ["bo", "giulia"]
    assert [each["is_running"] for each in hiring.json("season")["seasons"]] == [False]


def test_why_names_the_season_and_multiplies_by_it(hiring: Run) -> None:
    plain = hiring.json("why", "giulia")["priority"]
    begin(hiring, "--by", "2")

    view = hiring.json("why", "giulia")
    terms = {term["name"]: term for term in view["terms"]}

    assert terms["season hiring"] == {"name": "season hiring", "value": "x 2", "detail": "until Wed 30 Jun 2027"}
    assert terms["priority"]["detail"].endswith(" x 30^0.375 x 2")
    assert view["priority"] == pytest.approx(2 * plain, abs=1e-3)
    assert not any(term["name"].startswith("season") for term in hiring.json("why", "bo")["terms"])


def test_what_a_tier_would_make_of_it_goes_with_the_season_of_that_tier(hiring: Run) -> None:
    hiring.ok("season", "start", "inner circle", "--boost", "tier:inner", "--by", "3", "--until", "2w")
    (imagined,) = [words for words in hiring.json("why", "giulia")["what_if"] if "in tier inner" in words]

    hiring.ok("edit", "giulia", "--tier", "inner")

    assert imagined.endswith(f"priority {hiring.json('why', 'giulia')['priority']:.2f}")


@pytest.mark.parametrize(
    ("boost", "words"),
    [("tag:engineer", "tag engineer"), ("tier:close", "tier close"), ("giulia", "Giulia Rossi")],
)
def test_a_season_is_told_with_whom_it_raises_and_its_last_day(hiring: Run, boost: str, words: str) -> None:
    begun = hiring.ok("season", "start", "hiring", "--boost", boost, "--until", "30 jun")

    assert begun.stdout == f"season hiring: {words} x 1.5 until Wed 30 Jun 2027\n"
    (season,) = hiring.json("season")["seasons"]
    assert (season["boost"], season["people"]) == (words, 2 if boost.startswith("tier") else 1)
    assert season["is_running"]


def test_a_season_ends_early_by_its_name_or_as_the_only_one(hiring: Run) -> None:
    begin(hiring)
    assert hiring.ok("season", "end", "HIRING").stdout == "ended the season hiring\n"
    assert "ended the season hiring" in hiring.ok("undo").stdout
    assert hiring.json("season")["seasons"][0]["is_running"]

    hiring.ok("season", "end")
    assert not hiring.json("season")["seasons"][0]["is_running"]
    begin(hiring)
    assert len(hiring.json("season")["seasons"]) == 2


def test_undoing_a_season_gives_the_order_that_was(hiring: Run) -> None:
    before = hiring.json("why", "giulia")
    begin(hiring)
    hiring.ok("undo")

    assert hiring.json("why", "giulia") == before


def test_a_season_of_somebody_removed_raises_nobody(hiring: Run) -> None:
    hiring.ok("season", "start", "sabbatical", "--boost", "giulia", "--until", "2w")
    hiring.ok("rm", "giulia")

    (season,) = hiring.json("season")["seasons"]
    assert (season["boost"], season["people"]) == ("somebody removed since", 0)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("start", 2),
        ("start moving", 2),
        ("start moving --boost giulia", 2),
        ("start moving --until 2w", 2),
        ("start moving --boost tag:nobody-has-it --until 2w", 3),
        ("start moving --boost tag: --until 2w", 2),
        ("start moving --boost tier:outer --until 2w", 2),
        ("start moving --boost tier:none --until 2w", 2),
        ("start moving --boost nobody-of-that-name --until 2w", 3),
        ("start moving --boost giulia --until today", 2),
        ("start moving --boost giulia --until 2026-11-20", 2),
        ("start moving --boost giulia --until blue", 2),
        ("start moving --boost giulia --until 2w --by 1", 2),
        ("start moving --boost giulia --until 2w --by 3.1", 2),
        ("start moving --boost giulia --until 2w --by nan", 2),
        ("start moving --boost giulia --until 2w --by -1.5", 2),
        ("start Hiring --boost giulia --until 2w", 5),
        ("end moving", 3),
        ("end --by 2", 2),
        ("pause", 2),
        ("--until 2w", 2),
    ],
)
def test_what_is_no_season_is_one_line_and_stores_nothing(hiring: Run, arguments: str, code: int) -> None:
    begin(hiring)
    before = hiring.stored()

    refused = hiring("season", *arguments.split())

    assert (refused.exit_code, refused.stdout, len(refused.stderr.splitlines())) == (code, "", 1)
    assert hiring.stored() == before


def test_what_does_not_run_cannot_be_ended(hiring: Run) -> None:
    assert hiring("season", "end").exit_code == 5
    begin(hiring)
    hiring.ok("season", "start", "moving", "--boost", "giulia", "--until", "2w")
    assert hiring("season", "end").exit_code == 2

    hiring.ok("season", "end", "moving")
    assert hiring("season", "end", "moving").exit_code == 5
