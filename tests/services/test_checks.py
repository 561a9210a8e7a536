"""What a typed value must be."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.errors import UsageProblem
from netlog.services import checks

TODAY = date(2026, 11, 21)
LONG = "x" * 1001


@pytest.mark.parametrize(
    ("check", "typed", "kept"),
    [
        (checks.check_field, "  Acme  ", "Acme"),
        (checks.check_field, "a\x1b[31m\nb", "a\x1b[31m\nb"),
        (checks.check_email, " g@example.org ", "g@example.org"),
        (checks.check_phone, "+39 02 12", "+39 02 12"),
        (checks.check_tier, " Close ", "close"),
        (checks.tag_slug, "+Łódź Saas", "lodz-saas"),
        (checks.tag_slug, "saas", "saas"),
        (checks.kind_slug, "Sauna Night", "sauna-night"),
        (checks.check_event, "PyCon 2026", "PyCon 2026"),
        (checks.checked_text, "two\nlines", "two\nlines"),
    ],
)
def test_a_value_is_kept_tidy(check: Callable[[str], str], typed: str, kept: str) -> None:
    assert check(typed) == kept


@pytest.mark.parametrize(
    ("check", "typed"),
    [
        *((checks.check_field, typed) for typed in ("", "  ", LONG, "a\x00", "\udcff")),
        *((checks.check_email, typed) for typed in ("", "x", "@x", "x@", "a b@c", "a@b c")),
        *((checks.check_phone, typed) for typed in ("", "12", "call me")),
        *((checks.check_tier, typed) for typed in ("", "best", "inner circle")),
        *((checks.tag_slug, typed) for typed in ("", "+", "!!", "x" * 65)),
        *((checks.kind_slug, typed) for typed in ("", "!!", "x" * 41)),
        *((checks.check_event, typed) for typed in ("", "  ", "!!")),
        *((checks.checked_text, typed) for typed in ("\x00", "\ud800", "x" * 1_000_001)),
    ],
)
def test_a_value_that_says_nothing_or_too_much_is_refused(check: Callable[[str], str], typed: str) -> None:
    with pytest.raises(UsageProblem):
        check(typed)


@pytest.mark.parametrize(("typed", "kept"), [("2026-11-21", "2026-11-21"), ("02-29", "--02-29"), ("12-24", "--12-24")])
def test_a_birthday_is_a_day_that_has_been(typed: str, kept: str) -> None:
    assert checks.check_birthday(typed, TODAY) == kept


@pytest.mark.parametrize("typed", ["2026-11-22", "9999-01-01", "1990-02-30", ""])
def test_a_birthday_ahead_or_on_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UsageProblem):
        checks.check_birthday(typed, TODAY)


def test_nobody_was_met_on_a_day_to_come() -> None:
    assert checks.check_met(TODAY, TODAY) == TODAY

    with pytest.raises(UsageProblem):
        checks.check_met(date(2026, 11, 22), TODAY)


@pytest.mark.parametrize(
    ("typed", "share"),
    [("0", 0), ("1", 1), ("1.000", 1), (" .5 ", 0.5), ("0,25", 0.25), ("0.333", 0.33), ("00.1", 0.1)],
)
def test_a_count_is_a_share_in_hundredths(typed: str, share: float) -> None:
    assert checks.read_counts(typed) == share


@pytest.mark.parametrize("typed", ["", ".", "-0.1", "1.01", "2", "50%", "1e-1", "nan", "inf", "٠", "0.5.5", "9" * 400])
def test_what_is_no_share_is_no_count(typed: str) -> None:
    with pytest.raises(UsageProblem):
        checks.read_counts(typed)


@given(st.floats(0, 1))
def test_any_share_can_be_written_down(share: float) -> None:
    assert checks.read_counts(f"{share:.6f}") == round(float(f"{share:.6f}"), 2)


@given(st.integers())
def test_a_contact_lasts_between_nothing_and_a_week(minutes: int) -> None:
    if 0 <= minutes <= 10_080:
        assert checks.check_minutes(minutes) == minutes
    else:
        with pytest.raises(UsageProblem):
            checks.check_minutes(minutes)
