"""Rotation keeps what the numbers ask for, drops the rest, and never the newest."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.retention import LEAST_BYTES, USUAL, Kept, superfluous
from netlog.domain.views_health import Backup

TODAY = date(2026, 11, 21)
ONLY_NEWEST = Kept(0, 0, 0, 1)


def copy(days_ago: int, why: str = "asked", *, size: int = 1000, number: int = 0) -> Backup:
    on = TODAY - timedelta(days_ago)
    return Backup(f"{why}-{on}-{number}", f"{on}T12:00:00Z", on, why, 5, size, 1, 1, "")


def left(backups: Sequence[Backup], kept: Kept = USUAL) -> list[Backup]:
    gone = set(superfluous(backups, kept))
    return [backup for backup in backups if backup not in gone]


copies = st.lists(
    st.tuples(
        st.integers(0, 800), st.sampled_from(["asked", "before import", "layout 3"]), st.integers(1, LEAST_BYTES)
    ),
    min_size=1,
    max_size=40,
).map(
    lambda each: [
        copy(days, why, size=size, number=n) for n, (days, why, size) in enumerate(sorted(each, reverse=True))
    ]
)


def test_a_copy_a_day_leaves_days_weeks_and_months() -> None:
    daily = [copy(days) for days in range(400, -1, -1)]

    days = [backup.on for backup in left(daily)]

    months = [date(2026, month, day) for month, day in ((6, 30), (7, 31), (8, 31), (9, 30), (10, 31))]
    weeks = [date(2026, 11, 1), date(2026, 11, 8)]
    assert days == [*months, *weeks, *(TODAY - timedelta(ago) for ago in range(6, -1, -1))]


def test_the_last_of_each_sort_stay() -> None:
    asked = [copy(0, number=number) for number in range(5)]
    imports = [copy(0, "before import", number=number) for number in range(5)]
    layouts = [copy(0, f"layout {number}") for number in range(5)]

    assert left([*asked, *imports, *layouts], Kept(1, 0, 0, 3)) == [*asked[-3:], *imports[-3:], *layouts[-3:]]


def test_copies_take_no_more_room_than_ten_of_the_newest() -> None:
    daily = [copy(days, size=LEAST_BYTES // 4) for days in range(6, 0, -1)]

    assert left([*daily, copy(0, size=1)]) == [*daily[-3:], copy(0, size=1)]
    assert len(left([*daily, copy(0, size=LEAST_BYTES // 4)])) == 7


def test_nothing_can_be_dropped_of_nothing() -> None:
    assert superfluous([], USUAL) == ()


@given(copies, st.builds(Kept, *[st.integers(0, 9)] * 4))
def test_the_newest_always_stays(backups: list[Backup], kept: Kept) -> None:
    assert left(backups, kept)[-1] == backups[-1]


@given(copies)
def test_rotating_twice_drops_nothing_more(backups: list[Backup]) -> None:
    assert left(left(backups)) == left(backups)


@given(copies)
def test_smaller_numbers_keep_fewer_of_copies_that_have_room(backups: list[Backup]) -> None:
    backups = [backup._replace(bytes=1) for backup in backups]

    assert set(left(backups, ONLY_NEWEST)) <= set(left(backups))
