"""Draw docs/pictures with the scheduler's own arithmetic: `python scripts/pictures.py [--check]`."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from netlog.domain.cadence import TIER_DAYS, Targets, cadence_for
from netlog.domain.interactions import Direction, kind_named
from netlog.domain.scheduler import SOON, Baseline, Clock, clock, overdue_ratio
from netlog.domain.strength import FULL, Log, keep_alive, tally, worth

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs/pictures"

TIER = "active"
YEAR = 365
HORIZON = 30
LONG_KNOWN = date(2020, 1, 1).toordinal()
CONTACTS = (
    (date(2026, 1, 12), "coffee"),
    (date(2026, 4, 2), "call"),
    (date(2026, 6, 25), "message"),
    (date(2026, 7, 20), "like"),
    (date(2026, 9, 14), "lunch"),
)
"""An invented tie, known for long before."""

WIDTH, LEFT, RIGHT = 760, 84, 744
LEGIBLE = 44
"""Pixels below which a bar has no room for its label."""

LIGHT = """
text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2328 }
.paper { fill: #ffffff } .quiet { fill: #59636e }
.axis { stroke: #818b98 } .mark { stroke: #818b98; stroke-dasharray: 3 4 }
.curve { fill: none; stroke: #0969da; stroke-width: 2 }
.long { stroke-dasharray: 8 4 } .short { stroke-dasharray: 2 3 }
.full { fill: #0969da } .message { fill: #bc4c00 } .like { fill: #8250df } .step { fill: #bc4c00 }
"""
DARK = """
text { fill: #f0f6fc } .paper { fill: #0d1117 } .quiet { fill: #9198a1 }
.axis, .mark { stroke: #656c76 } .curve { stroke: #4493f8 }
.full { fill: #4493f8 } .message, .step { fill: #f0883e } .like { fill: #ab7df8 }
"""


class Contact(NamedTuple):
    """A contact with its day as an ordinal, and how much of a full one it is."""

    day: int
    kind: str
    worth: float

    @property
    def style(self) -> str:
        """How it is drawn: a full one, a message or a like."""
        return "full" if self.worth > FULL else "message" if self.worth == FULL else "like"


class Frame(NamedTuple):
    """Where the first and last day and the lowest and highest value lie on the paper."""

    first: int
    last: int
    highest: float
    top: int
    bottom: int
    right: int = RIGHT

    def x(self, day: float) -> float:
        """Across, for a day."""
        return LEFT + (day - self.first) / (self.last - self.first) * (self.right - LEFT)

    def y(self, value: float) -> float:
        """Down, for a value."""
        return self.bottom - value / self.highest * (self.bottom - self.top)

    def point(self, day: float, value: float) -> str:
        """Both, as SVG writes them."""
        return f"{self.x(day):.1f},{self.y(value):.1f}"


def text(x: float, y: float, words: str, style: str = "", *, anchor: str = "start") -> str:
    """Words at a place."""
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{style}" text-anchor="{anchor}">{escape(words)}</text>'


def line(start: tuple[float, float], end: tuple[float, float], style: str) -> str:
    """A straight line."""
    return f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" class="{style}"/>'


def bar(x: float, y: float, *, width: float, height: float, style: str) -> str:
    """A bar with slightly round ends."""
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2" class="{style}"/>'


def dot(x: float, y: float, style: str) -> str:
    """A dot."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" class="{style}"/>'


def curve(points: Iterable[str], style: str = "curve") -> str:
    """A line through points."""
    return f'<polyline points="{" ".join(points)}" class="{style}"/>'


def picture(height: int, title: str, description: str, parts: Iterable[str]) -> str:
    """A whole picture, with the words for those who cannot see it, in light or dark as the reader's system is."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
            f'height="{height}" role="img" aria-labelledby="title description">',
            f'<title id="title">{escape(title)}</title>',
            f'<desc id="description">{escape(description)}</desc>',
            f"<style>{LIGHT}@media (prefers-color-scheme: dark) {{{DARK}}}\n</style>",
            bar(0, 0, width=WIDTH, height=height, style="paper"),
            *parts,
            "</svg>\n",
        ]
    )


def contacts() -> list[Contact]:
    """The contacts of the invented tie, worth what they are worth as shipped."""
    return [Contact(on.toordinal(), kind, worth_of(kind)) for on, kind in CONTACTS]


def worth_of(kind: str) -> float:
    """What a contact of that kind is worth when both took part."""
    known = kind_named(kind)
    return worth(known.worth, depth=known.depth, direction=Direction.MUTUAL)


def wound(log: Log, *, met_on: int | None = None) -> Clock:
    """The clock of a tie in the tier of these pictures; with `met_on`, of somebody met on that day."""
    cadence = cadence_for(every_days=None, tags=(), tier=TIER, targets=Targets())
    born = Baseline(LONG_KNOWN if met_on is None else met_on, fresh=met_on is not None, spread=0.0)
    made = clock(log, born, cadence=cadence, jitter=0.0)
    if made is None:
        raise ValueError(TIER)
    return made


def clock_on(day: int) -> Clock:
    """The invented tie's clock, by the contacts up to that day."""
    return wound(tally([(each.day, each.worth) for each in contacts()], day))


def due_days() -> list[int]:
    """The days on which the invented tie came due: where the ratio reached 1."""
    first = contacts()[0].day
    return [day for day in range(first, first + YEAR + 1) if clock_on(day).due_on == day]


def spoken(day: int, pattern: str = "{0.day} {0:%b}") -> str:
    """A day in words: "9 Aug"."""
    return pattern.format(date.fromordinal(day))


def year_of_a_tie() -> str:
    """The overdue ratio of one tie over a year, and what each contact covers."""
    first, target = contacts()[0].day, TIER_DAYS[TIER]
    frame = Frame(first, first + YEAR, 1.6, 24, 230)
    ends = " and ".join(spoken(day, "{0.day} {0:%B}") for day in due_days())
    description = (
        f"A saw-tooth line: the ratio rises from 0 to 1 in {target} days and falls back with each contact. Coffee, call"
        f" and lunch bring it to 0, a message to a half; a like changes nothing. It reaches 1, due, on {ends}. Bars"
        " below show how many days each contact covers."
    )
    parts = [*heights(frame), *months(frame), *teeth(frame), *covers(frame)]
    return picture(402, "One tie's clock over a year", description, parts)


def heights(frame: Frame) -> Iterator[str]:
    """The lines of the ratio that have a name."""
    yield text(LEFT, frame.top - 8, "overdue ratio", "quiet")
    for value, name in ((0.0, "0"), (SOON / 100, f"soon {SOON / 100:g}"), (1.0, "due 1")):
        y = frame.y(value)
        yield line((LEFT, y), (RIGHT, y), "mark" if value else "axis")
        yield text(LEFT - 8, y + 4, name, anchor="end")


def months(frame: Frame) -> Iterator[str]:
    """The first of each month."""
    for day in range(frame.first, frame.last + 1):
        if date.fromordinal(day).day == 1:
            x = frame.x(day)
            yield line((x, frame.bottom), (x, frame.bottom + 5), "axis")
            yield text(x, frame.bottom + 18, spoken(day, "{0:%b}"), "quiet", anchor="middle")


def teeth(frame: Frame) -> Iterator[str]:
    """The ratio of each day, the contacts, and the days on which the tie came due."""
    days = [*(each.day for each in contacts()), frame.last]
    spans = [(clock_on(since), day) for since, until in pairwise(days) for day in (since, until)]
    yield curve(frame.point(day, overdue_ratio(tie, day)) for tie, day in spans)
    for each in contacts():
        yield dot(frame.x(each.day), frame.y(overdue_ratio(clock_on(each.day), each.day)), each.style)
    for day in due_days():
        yield text(frame.x(day) - 6, frame.y(1) - 8, f"due {spoken(day)}", anchor="end")


def covers(frame: Frame) -> Iterator[str]:
    """A bar for each contact, as long as the days it covers; the one that reaches furthest decides."""
    top = frame.bottom + 56
    yield text(LEFT, top - 10, "what each contact covers, from its own day", "quiet")
    for row, each in enumerate(contacts()):
        days = each.worth * TIER_DAYS[TIER]
        left, right, y = frame.x(each.day), frame.x(each.day + days), top + 22 * row
        yield bar(left, y, width=right - left, height=10, style=each.style)
        words = f"{each.kind}, {spoken(each.day)}: {days:g} days, to {spoken(round(each.day + days))}"
        is_late = left > (LEFT + RIGHT) / 2 + LEGIBLE
        yield text(left - 6 if is_late else right + 6, y + 9, words, anchor="end" if is_late else "start")


def chance_under_silence() -> str:
    """The chance of a contact within 30 days, as a tie's silence grows, for few and many contact-days before."""
    frame, target = Frame(0, 180, 0.6, 24, 250, right=600), TIER_DAYS[TIER]
    values = {known: chances(known, frame.last) for known in (12, 4, 1)}
    said = "; ".join(f"after {counted(known)} {at[0]:.0%}, {at[-1]:.0%}" for known, at in values.items())
    description = (
        f"Three falling curves: the chance of a contact within {HORIZON} days on the day of the last contact, and after"
        f" {frame.last} days of silence: {said}. The fewer contact days there were, the faster it falls."
    )
    parts = [*shares(frame), *silences(frame)]
    for style, (known, at) in zip(("curve", "curve long", "curve short"), values.items(), strict=True):
        parts.append(curve((frame.point(day, at[day]) for day in range(0, frame.last + 1, 2)), style))
        parts.append(text(frame.right + 8, frame.y(at[-1]) + 4, f"{counted(known)}: {at[-1]:.0%}"))
    y = frame.top + 14
    parts.append(line((frame.x(target), frame.top), (frame.x(target), frame.bottom), "mark"))
    parts.append(text(frame.x(target) + 6, y, f"due after {target} days", "quiet"))
    return picture(304, f"The chance of a contact within {HORIZON} days, as silence grows", description, parts)


def chances(known: int, days: int) -> list[float]:
    """The chance of a contact on each day of a silence, after so many contact-days, each a target after the last."""
    log = Log((), 1, 1 + (known - 1) * TIER_DAYS[TIER], known)
    return [keep_alive(log, 1 + log.span + day, horizon=HORIZON) for day in range(days + 1)]


def counted(known: int) -> str:
    """So many contact days."""
    return f"{known} contact {'day' if known == 1 else 'days'}"


def shares(frame: Frame) -> Iterator[str]:
    """The shares along the side."""
    yield text(LEFT, frame.top - 8, f"chance of a contact within {HORIZON} days", "quiet")
    for percent in (0, 20, 40, 60):
        y = frame.y(percent / 100)
        yield line((LEFT, y), (frame.right, y), "mark" if percent else "axis")
        yield text(LEFT - 8, y + 4, f"{percent}%", anchor="end")


def silences(frame: Frame) -> Iterator[str]:
    """The days of silence along the bottom."""
    for day in range(0, frame.last + 1, 30):
        yield line((frame.x(day), frame.bottom), (frame.x(day), frame.bottom + 5), "axis")
        yield text(frame.x(day), frame.bottom + 18, str(day), "quiet", anchor="middle")
    yield text(
        (LEFT + frame.right) / 2, frame.bottom + 40, "days since the last full contact", "quiet", anchor="middle"
    )


def ladder() -> str:
    """The intervals of somebody just met beside those of somebody known for long, each contact on the day it is due."""
    frame = Frame(0, 190, 1, 0, 128)
    new, old = check_ins(is_new=True, until=frame.last), check_ins(is_new=False, until=frame.last)
    description = (
        f"Two rows of bars over half a year, in tier {TIER}. Met on day 0: check-ins on days {listed(new[1:])}."
        f" Known for long, and in touch on day 0: on days {listed(old[1:])}."
    )
    parts = [
        *rungs(frame, "just met", new, top=30, style="step"),
        *rungs(frame, "known", old, top=92, style="full"),
        text(LEFT, 160, "days from the first meeting, or from a contact; every check-in is made on its day", "quiet"),
    ]
    return picture(176, f"The ladder of a new tie, beside tier {TIER}", description, parts)


def check_ins(*, is_new: bool, until: int) -> list[int]:
    """The days of check-ins, day 0 the first meeting or the last contact, if each is made on the day it is due."""
    start = LONG_KNOWN + YEAR
    met_on = start if is_new else None
    held = [] if is_new else [(start, 1.0)]
    days = [start]
    while (due := wound(tally(held), met_on=met_on).due_on) <= start + until:
        held.append((due, 1.0))
        days.append(due)
    return [day - start for day in days]


def listed(days: Sequence[int]) -> str:
    """Days with an "and" before the last."""
    *others, last = map(str, days)
    return f"{', '.join(others)} and {last}" if others else last


def rungs(frame: Frame, name: str, days: Sequence[int], *, top: int, style: str) -> Iterator[str]:
    """A row of intervals with their lengths above, where there is room, and the days below."""
    yield text(LEFT - 12, top + 9, name, anchor="end")
    for since, until in pairwise(days):
        left, right = frame.x(since), frame.x(until)
        yield bar(left + 1, top, width=right - left - 2, height=10, style=style)
        if right - left > LEGIBLE:
            yield text((left + right) / 2, top - 6, f"{until - since} days", "quiet", anchor="middle")
    for near in apart(days, pixels=[frame.x(day) for day in days]):
        x = (frame.x(near[0]) + frame.x(near[-1])) / 2
        yield text(x, top + 26, ", ".join(map(str, near)), anchor="middle")


def apart(days: Sequence[int], *, pixels: Sequence[float]) -> list[list[int]]:
    """The days in groups, those together that lie too near for labels of their own."""
    groups = [[days[0]]]
    for day, gap in zip(days[1:], (after - before for before, after in pairwise(pixels)), strict=True):
        if gap > LEGIBLE / 2:
            groups.append([day])
        else:
            groups[-1].append(day)
    return groups


PICTURES: Mapping[str, Callable[[], str]] = {
    "clock.svg": year_of_a_tie,
    "chance.svg": chance_under_silence,
    "ladder.svg": ladder,
}


def main() -> int:
    """Draw the pictures, or with --check name those that are not what the scheduler says."""
    drawn = {TARGET / name: draw() for name, draw in PICTURES.items()}
    if "--check" not in sys.argv:
        TARGET.mkdir(exist_ok=True)
        for path, svg in drawn.items():
            path.write_text(svg, encoding="utf-8", newline="\n")
        return 0
    stale = [path for path, svg in drawn.items() if not path.exists() or path.read_text(encoding="utf-8") != svg]
    for path in stale:
        print(f"{path.relative_to(ROOT)} is stale: run python scripts/pictures.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
