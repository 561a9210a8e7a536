"""The account of a tie can be checked with a pocket calculator: each line gives what it says it gives."""

import math
import re
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.calculator import printed, within, worked
from tests.domain.ties import LAST_DAY, SILENCES, TIES, Contact, Tie

from netlog.domain.account import Account, cadence_term, terms
from netlog.domain.cadence import TIERS, Cadence, Targets, cadence_for, rules
from netlog.domain.scheduler import Baseline
from netlog.domain.seasons import NONE, Season
from netlog.domain.views import Term

TARGETS = Targets(tag_days={"mentor": 21, "ex-acme": 180, "board": 21})
ROUNDED = {
    "overdue ratio": r"\d+\.\d{5,}|\d{4,}\.\d+",
    "warmth": r"\d+\.\d+",
    "usual rhythm": r"\d+\.\d+",
    "silence": r"\d+\.\d+",
    "chance in 30 days": r"\d+\.\d+",
    "priority": r"\d+\.\d\d",
}
"""The terms that are arithmetic, and which of their numbers are rounded."""

LEFT = st.sampled_from([1.0, 1.0, 0.97, 0.8])
"""What is left of the pull of those whom I always write to first."""

PACES = st.sampled_from([0.25, 0.83, 1.0, 1.0, 1.37, 4.0])


SEASONS = st.sampled_from([NONE, NONE, Season("hiring", "tag:pm", 1.5, 0, LAST_DAY + 9), Season("x", "", 3.0, 0, 9999)])
"""Whether a season raises the tie."""


def account_of(
    tie: Tie, today: int, *, factor: float = 1.0, pace: float = 1.0, left: float = 1.0, season: Season = NONE
) -> Account:
    latest: dict[float, int] = {}
    for day, share in tie.contacts:
        latest[share] = max(day, latest.get(share, day))
    made = tie.clock()
    return Account(
        clock=made._replace(pull=made.pull * left * season.factor),
        log=tie.log(),
        marks=list(latest.items()),
        born=tie.baseline._replace(spread=tie.jitter),
        skipped=tie.skipped,
        factor=factor,
        pace=pace,
        today=today,
        season=season,
    )


ACCOUNTS = st.builds(
    lambda tie, silence, factor, pace, left, season: account_of(
        tie._replace(baseline=tie.baseline._replace(spread=tie.jitter)),
        LAST_DAY + silence,
        factor=factor,
        pace=pace,
        left=left,
        season=season,
    ),
    TIES,
    SILENCES,
    st.sampled_from([1.0, 1.0, 0.5]),
    PACES,
    LEFT,
    SEASONS,
)


def told(account: Account) -> Mapping[str, Term]:
    return {term.name: term for term in terms(account)}


def sum_of(detail: str) -> str:
    """The arithmetic of a detail, without the words after it."""
    return re.split(r"[;:]|, ", detail)[0]


@given(ACCOUNTS)
def test_each_line_gives_its_value_as_exactly_as_it_is_printed(account: Account) -> None:
    lines = told(account)

    for name in ROUNDED.keys() & lines.keys():
        _, value, detail = lines[name]
        assert within(sum_of(detail), ROUNDED[name]).meets(printed(value)), lines[name]


@given(ACCOUNTS)
def test_the_due_date_is_its_addition_rounded_up_to_a_day(account: Account) -> None:
    _, due, addition = told(account)["due"]

    assert math.ceil(round(worked(addition), 6)) == date.fromisoformat(due).toordinal() == account.clock.due_on


@given(ACCOUNTS)
def test_the_day_shown_from_is_the_same_addition_with_its_own_days(account: Account) -> None:
    lines = told(account)
    assume("shown from" in lines)
    _, shown, how = lines["shown from"]
    day = date.fromisoformat(shown).toordinal()

    assert day == account.clock.show_on
    if " of rest" in how:
        assert max(day for _, day in account.marks) + int(how.split()[0]) == day
    else:
        mark = lines["due"].detail.rpartition(" x ")[0]
        exact = worked(sum_of(how).replace("the same with", f"{mark} x"))
        assert math.ceil(round(exact - 0.01, 6)) <= day <= math.ceil(round(exact + 0.01, 6))


@pytest.mark.parametrize(
    ("contacts", "target", "jitter", "how"),
    [
        ([(1000, 1.0)], 30, 0.5, "the same with 30 x (1 - 0.15 x 0.5) days: spreads people met on one day"),
        ([(1000, 0.1)], 2, 0.0, "2 days of rest after any contact"),
        ([(1000, 1.0), (1028, 0.01)], 30, 0.0, "3 days of rest after any contact"),
        ([(1000, 1.0), (1025, 0.1)], 30, 0.9, "3 days of rest after any contact"),
        (
            [(1000, 1.0), (1014, 0.5)],
            30,
            0.9,
            "0001-01-01 + 0.5 x 30 x (1 - 0.15 x 0.9) days: spreads people met on one day",
        ),
    ],
)
def test_why_somebody_is_shown_earlier_or_later_than_due(
    contacts: list[Contact], target: int, jitter: float, how: str
) -> None:
    long_ago = Baseline(1, fresh=False, spread=jitter)
    tie = Tie(tuple(contacts), long_ago, Cadence(target, "default", 1.5), jitter)

    told_so = told(account_of(tie, 1100))["shown from"].detail

    assert told_so == how.replace("0001-01-01", date.fromordinal(1014).isoformat())


@pytest.mark.parametrize(
    ("days", "today", "value", "sum_"),
    [
        ([100], 100, "46%", "1 - (2.00 / 32.00)^0.220"),
        ([100], 114, "21%", "1 - (16.00 / 46.00)^0.220"),
        ([60, *range(86, 101)], 100, "98%", "1 - (4.00 / 34.00)^1.760"),
    ],
)
def test_the_chance_is_told_with_the_numbers_it_is_made_of(days: list[int], today: int, value: str, sum_: str) -> None:
    tie = Tie(tuple((day, 1.0) for day in days), Baseline(1, fresh=False, spread=0.0), Cadence(30, "default", 1.5))

    assert told(account_of(tie, today))["chance in 30 days"][1:] == (value, f"{sum_}, if nobody is reminded")


@given(ACCOUNTS)
def test_the_numbers_an_account_begins_with_are_those_of_the_log(account: Account) -> None:
    lines = told(account)
    assume("usual rhythm" in lines and "at least" not in lines["usual rhythm"].detail)
    span, _, target, days, *_ = map(int, re.findall(r"\d+", lines["usual rhythm"].detail))

    assert (span, target, days) == (account.log.span, account.clock.target_days, account.log.days)


@given(ACCOUNTS)
def test_the_days_to_come_are_in_order_and_those_of_the_clock(account: Account) -> None:
    lines = told(account)
    assume("if silent" in lines)
    _, first, others = lines["if silent"]
    days = [piece.split() for piece in [first, *filter(None, others.split(", "))]]
    clock = account.clock

    assert [day for _, day in days] == sorted(day for _, day in days)
    for name, day in days:
        assert date.fromisoformat(day).toordinal() == getattr(clock, f"{name}_on") > account.today


RULED = {
    "every_days": st.none() | st.sampled_from([1, 30, 3650]),
    "tags": st.sets(st.sampled_from(["mentor", "ex-acme", "board", "unruled"])),
    "tier": st.sampled_from([None, *TIERS]),
}


@given(st.fixed_dictionaries(RULED), st.booleans())
def test_the_line_of_the_cadence_gives_its_days(person: dict[str, object], is_kin: bool) -> None:
    _, value, detail = cadence_term(rules(**person, targets=TARGETS), is_kin=is_kin)  # type: ignore[arg-type]
    days = cadence_for(**person, targets=TARGETS, is_kin=is_kin).days  # type: ignore[arg-type]
    stretched = re.search(r"\d+ x 1\.5", detail)

    assert value == ("never" if days is None else "1 day" if days == 1 else f"{days} days")
    assert (stretched is not None) == (is_kin and person["every_days"] is None and days is not None)
    assert stretched is None or math.ceil(worked(stretched[0])) == days


@given(st.fixed_dictionaries(RULED), st.booleans())
def test_the_line_of_the_cadence_names_the_days_without_the_rule_that_won(
    person: dict[str, object], is_kin: bool
) -> None:
    won, *others = rules(**person, targets=TARGETS)  # type: ignore[arg-type]
    detail = cadence_term([won, *others], is_kin=is_kin).detail
    without = re.search(r"without it (\d+) day", detail)

    expected = others[0][0] if others else None
    if expected is not None and is_kin:
        expected = -(-3 * expected // 2)
    assert (int(without[1]) if without else None) == expected


@pytest.mark.parametrize(
    ("value", "detail"),
    [
        ("0.67", "1 + (-10 days) / 30; 0 after a full contact, 1 when due"),
        ("63%", "1 - (16.00 / 46.00)^0.942, if nobody is reminded"),
        ("every 8.5 days", "(30 + 3 x 7) / (4 - 1 + 3)"),
        ("2.86", "0.5 x 0.80 x sqrt(4) x 30^0.375"),
    ],
)
def test_the_calculator_itself_can_be_trusted(value: str, detail: str) -> None:
    wrong = value.replace("3", "5").replace("67", "76").replace("8", "9")

    assert within(sum_of(detail), r"\d+\.\d\d+").meets(printed(value))
    assert not within(sum_of(detail), r"\d+\.\d\d+").meets(printed(wrong))


@given(ACCOUNTS)
def test_a_season_stands_before_the_priority_that_it_raises_and_nowhere_else(account: Account) -> None:
    names = [term.name for term in terms(account)]
    plain = account._replace(season=NONE, clock=account.clock._replace(pull=account.clock.pull / account.season.factor))

    if account.season == NONE:
        assert not any(name.startswith("season") for name in names)
        return
    assert names[names.index("priority") - 1] == f"season {account.season.name}"
    factors = told(account)["priority"].detail.split(" x ")
    factors.remove(f"{account.season.factor:g}")
    assert " x ".join(factors) == told(plain)["priority"].detail
