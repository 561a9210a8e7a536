"""The shapes of date phrases: which rows of token kinds name a day or a time, and which one.

In a shape, `?` marks what may be missing and `|` a choice; kinds in capitals hand their numbers to the
meaning in order, all others are kinds or plain words that only have to be there. A meaning that finds no
such day raises ValueError or OverflowError.
"""

from collections.abc import Callable
from datetime import date, time, timedelta
from enum import IntEnum
from typing import NamedTuple

from netlog.domain.when_words import Unit


class Place(IntEnum):
    """Where a phrase may stand, from the most to the least like a date in an ordinary sentence."""

    ANYWHERE = 0
    BEFORE_COLON = 1
    ALONE = 2


class Scene(NamedTuple):
    """What a meaning depends on besides its own numbers."""

    today: date
    looks_back: bool
    day_first: bool


class Rule(NamedTuple):
    """A shape, cut into (may be missing, accepted kinds), with its meaning and its place."""

    shape: tuple[tuple[bool, tuple[str, ...]], ...]
    meaning: Callable[..., date | time | None]
    place: Place


_STEPS = {
    Unit.DAY: (0, 1),
    Unit.WEEK: (0, 7),
    Unit.FORTNIGHT: (0, 14),
    Unit.MONTH: (1, 0),
    Unit.YEAR: (12, 0),
}
_LEAP_YEARS_APART = 8


def _days_in(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _moved(day: date, count: int, unit: int) -> date:
    """The day so many units later; a month that is too short ends on its last day."""
    months, days = _STEPS[Unit(unit)]
    if days:
        return day + timedelta(days=count * days)
    year, month = divmod(day.year * 12 + day.month - 1 + count * months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _nearest(scene: Scene, month: int, day: int | None) -> date:
    """The nearest such day in the scene's direction, today included; no day means the month's last."""
    first, last = scene.today.year - _LEAP_YEARS_APART, scene.today.year + _LEAP_YEARS_APART
    lengths = {year: _days_in(year, month) for year in range(max(first, 1), min(last, 9999) + 1)}
    days = [date(year, month, day or length) for year, length in lengths.items() if (day or 1) <= length]
    if scene.looks_back:
        return max(on for on in days if on <= scene.today)
    return min(on for on in days if on >= scene.today)


def _away(scene: Scene, days: int) -> date:
    return scene.today + timedelta(days=days)


def _last_weekday(scene: Scene, weekday: int) -> date:
    return _away(scene, -1 - (scene.today.weekday() - weekday - 1) % 7)


def _next_weekday(scene: Scene, weekday: int) -> date:
    return _away(scene, 1 + (weekday - scene.today.weekday() - 1) % 7)


def _bare_weekday(scene: Scene, weekday: int) -> date:
    return _last_weekday(scene, weekday) if scene.looks_back else _next_weekday(scene, weekday)


def _this_weekday(scene: Scene, weekday: int) -> date:
    return scene.today if weekday == scene.today.weekday() else _bare_weekday(scene, weekday)


def _weekday_of(scene: Scene, weekday: int, unit: int, *, weeks: int) -> date:
    """That weekday in the week, from Monday, so many weeks away."""
    if unit != Unit.WEEK:
        raise ValueError(unit)
    return _away(scene, weekday - scene.today.weekday() + 7 * weeks)


def _ahead(scene: Scene, count: int, unit: int) -> date:
    return _moved(scene.today, count, unit)


def _back(scene: Scene, count: int, unit: int) -> date:
    return _moved(scene.today, -count, unit)


def _preferred(scene: Scene, count: int, unit: int) -> date:
    return _back(scene, count, unit) if scene.looks_back else _ahead(scene, count, unit)


def _next_period(scene: Scene, unit: int) -> date:
    return _ahead(scene, 1, unit)


def _last_period(scene: Scene, unit: int) -> date:
    return _back(scene, 1, unit)


def _end(day: date, unit: int) -> date:
    """The last day of the day's week (Sunday), month or year."""
    if unit == Unit.WEEK:
        return day + timedelta(days=6 - day.weekday())
    month = 12 if unit == Unit.YEAR else day.month
    return date(day.year, month, _days_in(day.year, month))


def _nearest_end(scene: Scene, unit: int) -> date:
    end = _end(scene.today, unit)
    return _end(_last_period(scene, unit), unit) if scene.looks_back and end > scene.today else end


def _full_date(_: Scene, day: int, month: int, year: int) -> date:
    return date(year, month, day)


def _numeric(scene: Scene, first: int, second: int, year: int) -> date:
    return date(year, second, first) if scene.day_first else date(year, first, second)


def _pair(scene: Scene, first: int, second: int) -> date:
    day, month = (first, second) if scene.day_first else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError(day, month)
    return _nearest(scene, month, day)


def _clock(_: Scene, hour: int, minute: int = 0, second: int = 0) -> time:
    return time(hour, minute, second)


def _rule(shape: str, meaning: Callable[..., date | time | None], place: Place = Place.ANYWHERE) -> Rule:
    items = tuple((item.startswith("?"), tuple(item.lstrip("?").split("|"))) for item in shape.split())
    return Rule(items, meaning, place)


def _ends(end: str, period: str) -> tuple[Rule, ...]:
    """The shapes of the last day of a week, month or year, in one way of saying "the end of"."""
    end = f"?towards ?the {end}"
    return (
        _rule(f"{end} {period}", _nearest_end),
        _rule(f"{end} this {period}", lambda scene, unit: _end(scene.today, unit)),
        _rule(f"{end} last {period}", lambda scene, unit: _end(_last_period(scene, unit), unit)),
        _rule(f"{end} {period} last", lambda scene, unit: _end(_last_period(scene, unit), unit)),
        _rule(f"{end} next {period}", lambda scene, unit: _end(_next_period(scene, unit), unit)),
        _rule(f"{end} {period} next", lambda scene, unit: _end(_next_period(scene, unit), unit)),
        _rule(f"{end} MONTH", lambda scene, month: _nearest(scene, month, None), Place.BEFORE_COLON),
        _rule(f"{end} MONTH YEAR", lambda _, month, year: date(year, month, _days_in(year, month))),
    )


_THE_DAY = "?on ?NAME ?the"
_A_WEEKDAY = "WEEKDAY|ABBR"
_ANY_WEEKDAY = "WEEKDAY|ABBR|SHY"

DAYS = (
    _rule("AWAY", _away),
    _rule("?the day before yesterday", lambda scene: _away(scene, -2)),
    _rule("?the day after tomorrow", lambda scene: _away(scene, 2)),
    _rule("?the altro ieri", lambda scene: _away(scene, -2)),
    _rule("ieri ?the altro", lambda scene: _away(scene, -2)),
    _rule("?the last PART", lambda scene: _away(scene, -1)),
    _rule("?the PART last", lambda scene: _away(scene, -1)),
    _rule("this PART", lambda scene: scene.today),
    _rule("?on WEEKDAY", _bare_weekday),
    _rule("we WEEKDAY", _bare_weekday),
    _rule("on ABBR", _bare_weekday),
    _rule("ABBR", _bare_weekday, Place.BEFORE_COLON),
    _rule("SHY", _bare_weekday, Place.ALONE),
    _rule(f"?on this {_A_WEEKDAY}", _this_weekday),
    _rule(f"?on ?the last|latest {_ANY_WEEKDAY}", _last_weekday),
    _rule("?the WEEKDAY last", _last_weekday),
    _rule("?the ABBR|SHY last", _last_weekday, Place.ALONE),
    _rule(f"?on ?this ?the next {_ANY_WEEKDAY}", _next_weekday),
    _rule("?the WEEKDAY next", _next_weekday),
    _rule("?the ABBR|SHY next", _next_weekday, Place.ALONE),
    _rule(f"?on {_A_WEEKDAY} ?of|on ?the last PERIOD", lambda *given: _weekday_of(*given, weeks=-1)),
    _rule(f"?on {_A_WEEKDAY} ?of|on ?the PERIOD last", lambda *given: _weekday_of(*given, weeks=-1)),
    _rule(f"?on {_A_WEEKDAY} ?of|on this PERIOD", lambda *given: _weekday_of(*given, weeks=0)),
    _rule(f"?on {_A_WEEKDAY} ?of|on ?the next PERIOD", lambda *given: _weekday_of(*given, weeks=1)),
    _rule(f"?on {_A_WEEKDAY} ?of|on ?the PERIOD next", lambda *given: _weekday_of(*given, weeks=1)),
    _rule(f"last PERIOD ?on {_A_WEEKDAY}", lambda scene, unit, day: _weekday_of(scene, day, unit, weeks=-1)),
    _rule(f"next PERIOD ?on {_A_WEEKDAY}", lambda scene, unit, day: _weekday_of(scene, day, unit, weeks=1)),
    _rule("?w ?the last PERIOD", _last_period),
    _rule("?the PERIOD last", _last_period),
    _rule("?w ?the next PERIOD", _next_period),
    _rule("?the PERIOD next", _next_period),
    _rule("?about NUM UNIT ago", _back),
    _rule("?about UNIT ago", _last_period),
    _rule("SPAN ago", _back),
    _rule("in NUM UNIT", _ahead),
    _rule("za UNIT", _next_period),
    _rule("in SPAN", _ahead),
    _rule("NUM UNIT from now", _ahead),
    _rule("PLUS", _ahead),
    _rule("MINUS", _back),
    _rule("SPAN", _preferred, Place.ALONE),
    _rule("NUM UNIT", _preferred, Place.ALONE),
    *_ends("end of ?the", "PERIOD"),
    *_ends("fine ?of ?the", "MESE"),
    *_ends("koniec", "PERIOD"),
    _rule(f"{_THE_DAY} DAY ?of MONTH", lambda scene, day, month: _nearest(scene, month, day)),
    _rule(f"{_THE_DAY} DAY ?of MONTH ?of YEAR ?r|roku", _full_date),
    _rule(f"{_THE_DAY} FIRSTMONTH ?the DAY", _nearest),
    _rule("?NAME MONTH DAY", _nearest, Place.ALONE),
    _rule("?on NAME ?the MONTH ?the DAY YEAR", lambda _, month, day, year: date(year, month, day)),
    _rule("?on MONTH ?the DAY YEAR", lambda _, month, day, year: date(year, month, day)),
    _rule(f"{_THE_DAY} ISO", lambda _, *numbers: date(*numbers)),
    _rule(f"{_THE_DAY} NUMERIC", _numeric),
    _rule(f"{_THE_DAY} PAIR", _pair, Place.BEFORE_COLON),
)

CLOCKS = (
    _rule("CLOCK", _clock, Place.BEFORE_COLON),
    _rule("?at|alle CLOCK|HOUR MERIDIEM", _clock),
    _rule("at ?ore CLOCK", _clock),
    _rule("at ?ore HOUR|DOTTED", _clock, Place.ALONE),
    _rule("alle ?ore CLOCK|HOUR|DOTTED|SPELT", _clock),
    _rule("ore CLOCK|HOUR|DOTTED", _clock),
    _rule("NOON", _clock, Place.ALONE),
    _rule("at|a|w NOON", _clock),
)

PARTS_OF_DAY = (_rule("?during ?the PART", lambda _: None),)

SPANS = (_rule("?every SPAN|UNIT", _preferred), _rule("?every NUM UNIT", _preferred))
