"""How the network is doing: counts beside every share, and nothing said from too little."""

from collections.abc import Mapping
from datetime import date

import pytest
from tests.services.memory import TODAY, Writer

from netlog.domain.cadence import Targets
from netlog.domain.calibration import MILLION, Cell, Held, Place, window_of
from netlog.domain.views_promises import PromiseCount
from netlog.rows import TierRow
from netlog.services.stats import stats


class Tallies:
    """Aggregates that are given, not counted."""

    def __init__(self, *, most_seen: list[int] | None = None, answered: tuple[int, int] = (0, 0)) -> None:
        self.seen, self.pairs = most_seen or [], answered
        self.told: dict[Place, Cell] = {}

    def totals(self, person: int | None) -> tuple[int, date | None]:
        return (3, date(2026, 1, 2)) if person is None else (1, None)

    def months(self, person: int | None, *, since: date) -> list[tuple[str, int]]:
        return [("2025-12", 1), ("2026-11", 2)]

    def people_by_month(self, person: int | None, *, since: date) -> dict[str, int]:
        return {"2025-12": 1, "2026-11": 1}

    def days(self, person: int | None, *, since: date) -> list[tuple[date, int]]:
        return [(date(2026, 11, 20), 2)]

    def kinds(self, person: int | None) -> list[tuple[str, int]]:
        return [("coffee", 2), ("call", 1)]

    def started(self, person: int | None) -> dict[str, int]:
        return {"out": 1, "mutual": 2}

    def tiers(self) -> list[TierRow]:
        return [TierRow("", "due", 2), TierRow("inner", "warm", 1), TierRow("inner", "due", 3), TierRow("none", "", 1)]

    def most_seen(self, *, since: date) -> list[int]:
        return self.seen

    def answered(self, *, since: date) -> tuple[int, int]:
        return self.pairs

    def introduced(self) -> tuple[int, int]:
        return 2, 3

    def became_ties(self, *, since: date) -> tuple[int, int]:
        return (0, 0) if since > TODAY else (5, 12)

    def promise_counts(self, person: int | None) -> list[PromiseCount]:
        return [PromiseCount("mine", 1, 4, 3, 2, 1, 0)]

    def forecasts(self) -> Mapping[Place, Cell]:
        return self.told


def test_every_month_of_the_last_year_is_there_the_empty_ones_too(writer: Writer) -> None:
    view = stats(writer.journal, Tallies(), None, today=TODAY, targets=Targets())

    assert [month.month for month in view.months][::12] == ["2025-11", "2026-11"]
    assert [month.interactions for month in view.months] == [0, 1, *[0] * 10, 2]


def test_tiers_stand_in_their_order_with_their_targets(writer: Writer) -> None:
    view = stats(writer.journal, Tallies(), None, today=TODAY, targets=Targets(default_days=45))

    assert [(tier.tier, tier.target_days, tier.people, tier.warm, tier.due) for tier in view.tiers] == [
        ("inner", 7, 4, 1, 3),
        ("default", 45, 2, 0, 2),
        ("none", None, 1, 0, 0),
    ]


@pytest.mark.parametrize(
    ("most_seen", "concentration"),
    [([], None), ([5, 4], None), ([5, 5], (10, 10)), ([9, 8, 7, 6, 5, 4, 3], (35, 42))],
)
def test_the_share_of_the_five_most_seen_needs_ten_contacts(
    writer: Writer, most_seen: list[int], concentration: tuple[int, int] | None
) -> None:
    view = stats(writer.journal, Tallies(most_seen=most_seen), None, today=TODAY, targets=Targets())

    assert view.concentration == concentration


@pytest.mark.parametrize(("counted", "shown"), [((0, 0), None), ((9, 9), None), ((3, 10), (3, 10))])
def test_the_share_of_answers_needs_ten_messages(
    writer: Writer, counted: tuple[int, int], shown: tuple[int, int] | None
) -> None:
    view = stats(writer.journal, Tallies(answered=counted), None, today=TODAY, targets=Targets())

    assert view.answered == shown


def test_one_person_has_counts_but_no_tiers_and_no_shares(writer: Writer) -> None:
    writer.add("Giulia Rossi")
    tallies = Tallies(most_seen=[50], answered=(10, 20))

    view = stats(writer.journal, tallies, "giulia", today=TODAY, targets=Targets())

    assert (view.person, view.interactions, view.tiers) == ("Giulia Rossi", 1, ())
    assert (view.concentration, view.answered) == (None, None)
    assert (view.started_by_me, view.started_by_them, view.mutual) == (1, 0, 2)


@pytest.mark.parametrize(("people", "pace"), [(29, None), (30, 1.0)])
def test_what_forecasts_were_worth_needs_thirty_of_them(writer: Writer, people: int, pace: float | None) -> None:
    tallies = Tallies()
    tallies.told[window_of(TODAY.toordinal()) - 1, 50] = Cell(people, 15, people * MILLION // 2, people * MILLION // 3)

    view = stats(writer.journal, tallies, None, today=TODAY, targets=Targets())

    assert view.held == (None if pace is None else (Held(0.4, 0.6, 30, 0.5, 15),))
    assert view.pace == pace


def test_one_person_has_no_forecasts_to_be_held_to(writer: Writer) -> None:
    writer.add("Giulia Rossi")
    tallies = Tallies()
    tallies.told[window_of(TODAY.toordinal()) - 1, 50] = Cell(99, 50, 50 * MILLION, 30 * MILLION)

    view = stats(writer.journal, tallies, "giulia", today=TODAY, targets=Targets())

    assert (view.held, view.pace) == (None, None)


def test_what_became_of_promises_is_told_as_it_was_counted(writer: Writer) -> None:
    writer.add("Giulia Rossi")

    everybody, giulia = (
        stats(writer.journal, Tallies(), query, today=TODAY, targets=Targets()) for query in (None, "giulia")
    )

    assert everybody.promises == giulia.promises == (PromiseCount("mine", 1, 4, 3, 2, 1, 0),)
