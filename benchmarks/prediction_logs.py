"""Data sets as the protocol wants them: one or more files made into contacts, with cuts and horizons in days."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from prediction_files import Row, Sheet, Unreadable, sheet

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

SECONDS = {"seconds": 1.0, "milliseconds": 0.001, "minutes": 60.0, "hours": 3600.0, "days": 86400.0}
DAY = 86400
LATEST_SECOND, SHORTEST_IN_SECONDS = 1e11, 2e5
"""Unix times beyond the year 5000 are in milliseconds; a log of less than 56 hours is in hours."""
STRAY = 5.0
"""Ranges (of the middle 98 %) away from the median, beyond which a time is taken for an error."""
MOST_RECIPIENTS = 4
MAIL_SHARE = 0.05
"""Where more messages than this have several recipients in the same second, the log is mail."""


class Protocol(NamedTuple):
    """Days from the first contact at which models are fitted and tested, and how far they look ahead."""

    train_cut: int
    test_cuts: tuple[int, ...]
    horizons: tuple[int, ...]

    @property
    def end(self) -> int:
        """The last day whose contacts matter."""
        return max(self.test_cuts) + max(self.horizons)


class Known(NamedTuple):
    """A published data set: how its files are called, how it is cut, and whether it is mail."""

    marks: tuple[str, ...]
    protocol: Protocol
    is_mail: bool = False
    since: str | None = None
    until: str | None = None


ENRON = Protocol(330, (430, 530), (30, 90))
KNOWN = {
    "cns": Known(("copenhagen", "cns"), Protocol(10, (14, 18), (3, 7))),
    "rm": Known(("reality",), Protocol(45, (60, 75), (7, 28))),
    "college": Known(("college",), Protocol(50, (65, 85), (14, 28))),
    "fbwall": Known(("wall",), Protocol(150, (200, 250), (30, 90))),
    "manuf": Known(("manuf", "radoslaw"), Protocol(110, (150, 190), (14, 60)), is_mail=True),
    "email-Eu": Known(("email-eu",), Protocol(200, (280, 360), (30, 90)), is_mail=True),
    "Enron": Known(("enron",), ENRON, is_mail=True, since="2000-01-01", until="2002-04-01"),
}


class Choices(NamedTuple):
    """What the command line says about its files; None where the file is to decide."""

    columns: tuple[str, ...] = ()
    unit: str | None = None
    recipients: int | None = None
    protocol: Protocol | None = None


class Contacts(NamedTuple):
    """A data set: people by number, days from the first contact, and in `notes` what was done to it."""

    name: str
    sender: Ints
    receiver: Ints
    day: Ints
    protocols: tuple[Protocol, ...]
    notes: tuple[str, ...]

    @property
    def span(self) -> int:
        """Days from the first contact to the last, both included."""
        return int(self.day.max()) + 1


def known_name(path: Path) -> str | None:
    """The published data set that a file's name speaks of."""
    name = path.name.lower().replace("_", "-")
    return next((known for known, facts in KNOWN.items() if any(mark in name for mark in facts.marks)), None)


def plain_name(path: Path) -> str:
    """A name for a file's data set."""
    return known_name(path) or path.name.removesuffix(".gz")


def contacts(name: str, paths: Sequence[Path], choices: Choices) -> Contacts:
    """One data set out of its files: times in days, self-loops and duplicates dropped, mass mail left out."""
    sheets = [sheet(path, columns=choices.columns) for path in paths]
    unit = choices.unit or guessed_unit(sheets)
    known = KNOWN.get(name)
    rows = {_in_seconds(row, unit) for each in sheets for row in each.rows if row.src != row.dst}
    if not rows:
        raise Unreadable(f"{name}: no contact between two people is left.")
    timely = without_strays(_within(rows, known) if known else rows)
    most = choices.recipients or recipients_allowed(timely, known, unit, sheets)
    kept = timely if most is None else personal(timely, most=most)
    if not kept:
        raise Unreadable(f"{name}: every message went to more than {most} people.")
    dropped = {
        "rows of another time": len(rows) - len(timely),
        f"rows of messages to more than {most}": len(timely) - len(kept),
    }
    return _numbered(name, kept, choices, known, _notes(sheets, unit, dropped))


def guessed_unit(sheets: Iterable[Sheet]) -> str:
    """Seconds, unless the log would then be absurdly late or short. Days are never guessed."""
    low, middle, high = _spread(row.t for each in sheets for row in each.rows)
    if middle > LATEST_SECOND:
        return "milliseconds"
    return "hours" if high - low < SHORTEST_IN_SECONDS else "seconds"


def _spread(times: Iterable[float]) -> tuple[float, float, float]:
    """The 1st percentile, the median and the 99th."""
    low, middle, high = np.percentile(list(times), [1, 50, 99])
    return float(low), float(middle), float(high)


def without_strays(rows: set[Row]) -> set[Row]:
    """The rows whose time is not absurdly far from all the others."""
    low, middle, high = _spread(row.t for row in rows)
    far = STRAY * max(high - low, DAY)
    return {row for row in rows if abs(row.t - middle) <= far}


def _in_seconds(row: Row, unit: str) -> Row:
    return row._replace(t=row.t * SECONDS[unit], end=row.end * SECONDS[unit])


def _within(rows: set[Row], known: Known) -> set[Row]:
    """The rows of the months the protocol speaks of, where times are Unix times; others stay as they are."""
    if known.since is None or known.until is None:
        return rows
    low, high = (datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() for day in (known.since, known.until))
    inside = {row for row in rows if low <= row.t < high}
    return inside or rows


def recipients_allowed(rows: Iterable[Row], known: Known | None, unit: str, sheets: Sequence[Sheet]) -> int | None:
    """How many recipients a message may have; None where rows cannot be told to be one message."""
    if unit not in ("seconds", "milliseconds") or any(each.has_end for each in sheets):
        return None
    if known is not None:
        return MOST_RECIPIENTS if known.is_mail else None
    sizes = Counter((row.src, row.t) for row in rows).values()
    return MOST_RECIPIENTS if sum(size > 1 for size in sizes) > MAIL_SHARE * len(sizes) else None


def personal(rows: Iterable[Row], *, most: int) -> set[Row]:
    """The rows of messages to at most so many recipients; rows of one sender and one moment are a message."""
    messages: dict[tuple[str, float], list[Row]] = defaultdict(list)
    for row in rows:
        messages[row.src, row.t].append(row)
    return {row for message in messages.values() if len({row.dst for row in message}) <= most for row in message}


def _notes(sheets: Sequence[Sheet], unit: str, dropped: Mapping[str, int]) -> tuple[str, ...]:
    columns = " | ".join(sorted({" ".join(each.columns) for each in sheets}))
    counts = {
        **dropped,
        "unanswered calls": sum(each.unanswered for each in sheets),
        "lines not understood": sum(each.odd_lines for each in sheets),
    }
    return (
        f"columns {columns}, times in {unit}",
        *(f"{count:,} {what} left out" for what, count in counts.items() if count),
    )


def _numbered(name: str, rows: set[Row], choices: Choices, known: Known | None, notes: tuple[str, ...]) -> Contacts:
    """People become numbers in the order of their names, so that sets of rows give the same arrays every time."""
    ordered = sorted(rows, key=lambda row: (row.t, row.src, row.dst))
    number = {who: place for place, who in enumerate(sorted({row.src for row in rows} | {row.dst for row in rows}))}
    start = ordered[0].t
    day = np.array([int((row.t - start) // DAY) for row in ordered], dtype=np.int64)
    sender, receiver = (
        np.array([number[who] for who in names], dtype=np.int64)
        for names in ([row.src for row in ordered], [row.dst for row in ordered])
    )
    return Contacts(name, sender, receiver, day, _protocols(int(day[-1]) + 1, choices, known), notes)


def _protocols(span: int, choices: Choices, known: Known | None) -> tuple[Protocol, ...]:
    """What may be tried, best first: as told, or as published where the log is long enough, or by its span."""
    if choices.protocol is not None:
        return (choices.protocol,)
    published = (known.protocol,) if known is not None and known.protocol.end <= span else ()
    return (*published, derived(span))


def derived(span: int) -> Protocol:
    """For other logs: fit at 35 % of its days, test at 50 and 65 %, look 6 and 20 % ahead, 30 and 90 days at most."""
    near, far = (max(1, min(most, round(span * share))) for share, most in ((0.06, 30), (0.20, 90)))
    return Protocol(round(span * 0.35), (round(span * 0.50), round(span * 0.65)), (near, max(far, near + 1)))
