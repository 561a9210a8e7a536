"""What the chance of a contact promises for every log, at every pace."""

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.ties import DAYS, LAST_DAY, LIGHT, SILENCES, TIES, Tie

from netlog.domain.calibration import FASTEST, SLOWEST, at_pace
from netlog.domain.strength import keep_alive, longest_silence, median_wait, outlook

HORIZONS = st.integers(1, 400)
PACES = st.sampled_from([SLOWEST, 0.5, 1.0, 1.7, FASTEST])
KNOWN = TIES.filter(lambda tie: tie.log().last is not None)
SURE = 0.999_999


@given(TIES, SILENCES, HORIZONS, PACES)
def test_a_chance_is_0_without_a_contact_and_else_between_0_and_1(
    tie: Tie, silence: int, horizon: int, pace: float
) -> None:
    """Invariant 9: p in [0, 1)."""
    chance = keep_alive(tie.log(), LAST_DAY + silence, horizon=horizon, pace=pace)

    assert 0 <= chance < 1
    assert (chance == 0) == (tie.log().last is None)


@given(KNOWN, SILENCES, HORIZONS, HORIZONS, PACES)
def test_a_longer_wait_is_likelier_to_bring_a_contact(
    tie: Tie, silence: int, horizon: int, more: int, pace: float
) -> None:
    """Invariant 9: p increases with the horizon; near 1, where a number is too coarse, it at least never falls."""
    today = LAST_DAY + silence
    sooner, later = (keep_alive(tie.log(), today, horizon=days, pace=pace) for days in (horizon, horizon + more))

    assert sooner <= later
    assert sooner < later or sooner > SURE


@given(KNOWN, SILENCES, st.integers(0, 400), HORIZONS, PACES)
def test_silence_never_raises_the_chance(tie: Tie, silence: int, more: int, horizon: int, pace: float) -> None:
    """Invariant 9: p never grows with time alone."""
    now, later = (keep_alive(tie.log(), LAST_DAY + silence + days, horizon=horizon, pace=pace) for days in (0, more))

    assert later <= now


@given(TIES, SILENCES, HORIZONS, PACES)
def test_a_full_contact_today_never_lowers_the_chance(tie: Tie, silence: int, horizon: int, pace: float) -> None:
    """Invariant 10, at every horizon and pace."""
    today = LAST_DAY + silence
    before, after = tie.log(), tie.plus((today, 1.0)).log()

    assert keep_alive(after, today, horizon=horizon, pace=pace) >= keep_alive(before, today, horizon=horizon, pace=pace)


@given(TIES, DAYS, LIGHT, HORIZONS)
def test_a_light_contact_and_a_skipped_day_say_nothing_about_the_chance(
    tie: Tie, day: int, share: float, horizon: int
) -> None:
    more = tie.plus((day, share))._replace(skipped=day)

    assert keep_alive(more.log(), LAST_DAY, horizon=horizon) == keep_alive(tie.log(), LAST_DAY, horizon=horizon)


@given(TIES, st.integers(-5000, 5000), HORIZONS, PACES)
def test_the_chance_does_not_depend_on_the_calendar(tie: Tie, days: int, horizon: int, pace: float) -> None:
    """Invariant 14, for p."""
    here, there = tie.log(), tie.moved(days).log()

    assert keep_alive(there, LAST_DAY + days, horizon=horizon, pace=pace) == keep_alive(
        here, LAST_DAY, horizon=horizon, pace=pace
    )


@given(KNOWN, SILENCES, HORIZONS, PACES)
def test_a_chance_told_at_another_pace_is_the_chance_at_that_pace(
    tie: Tie, silence: int, horizon: int, pace: float
) -> None:
    log, today = tie.log(), LAST_DAY + silence
    told = at_pace(keep_alive(log, today, horizon=horizon), pace)

    assert abs(told - keep_alive(log, today, horizon=horizon, pace=pace)) < 1e-9


@given(KNOWN, SILENCES, PACES)
def test_half_of_the_contacts_come_within_the_median_wait(tie: Tie, silence: int, pace: float) -> None:
    log, today = tie.log(), LAST_DAY + silence
    wait = median_wait(log, today, pace=pace)
    assert wait is not None
    assume(1 <= wait < 10**6)

    within, past = (keep_alive(log, today, horizon=int(wait) + days, pace=pace) for days in (0, 1))
    assert within <= 0.5 + 1e-9
    assert past >= 0.5 - 1e-9


@given(KNOWN)
def test_the_longest_silence_is_where_the_chance_crosses(tie: Tie) -> None:
    log = tie.log()
    edge, last = int(longest_silence(log, chance=0.1, horizon=365)), log.last
    assert last is not None
    assume(edge >= 0)

    assert keep_alive(log, last + edge, horizon=365) >= 0.1
    assert keep_alive(log, last + edge + 1, horizon=365) < 0.1


@given(TIES, SILENCES, PACES)
def test_the_outlook_only_darkens_with_silence(tie: Tie, silence: int, pace: float) -> None:
    words = ["steady", "quiet", "faint", "silent"]
    now, later = (outlook(tie.log(), LAST_DAY + days, target_days=90, pace=pace) for days in (0, silence))

    assert (now == later == "new") if tie.log().last is None else words.index(now) <= words.index(later)
