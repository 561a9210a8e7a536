"""How the network is doing, in counts, bars and a map of days."""

from collections.abc import Sequence
from itertools import chain

from netlog.domain.views import Stats, TierCount
from netlog.render.heatmap import heatmap
from netlog.render.page import GAP, INDENT, Block, Page
from netlog.render.phrases import count, day, month, people

MONTHS = 12
KINDS = 8
BAR = 40
LEAST_BAR = 8
TABLE_FROM = 60
TOO_FEW = "too few data"
TITLES = ("tier", "every", "people", "warm", "due", "drifting", "dormant")


def stats(view: Stats, page: Page) -> Block:
    """Counts first, then what they are made of; a share always stands beside its counts."""
    if not view.interactions:
        return _title(view, page)
    return [
        *_title(view, page),
        *_months(view, page),
        *page.heading("by day"),
        *heatmap(dict(view.days), page, today=view.today),
        *_kinds(view, page),
        *_started(view, page),
        *_tiers(view, page),
        *_shares(view, page),
    ]


def _title(view: Stats, page: Page) -> Block:
    since = f" since {day(view.first_on, view.today)}" if view.first_on else ""
    who = view.person or people(view.people)
    counted = count(view.interactions, "interaction") + since if view.interactions else "no interactions yet"
    return page.wrapped(page.dotted([page.words(who, "bold"), page.words(counted)]))


def _months(view: Stats, page: Page) -> Block:
    recent = view.months[-MONTHS:]
    counts = [(month(part.month), part.interactions) for part in recent]
    notes = ["" if view.person else people(part.people) for part in recent]
    return [*page.heading("by month"), *_bars(counts, page, notes=notes)] if recent else []


def _kinds(view: Stats, page: Page) -> Block:
    counts = sorted(view.kinds, key=lambda kind: -kind[1])
    others = sum(number for _, number in counts[KINDS:])
    shown = [*counts[:KINDS], ("others", others)] if others else counts
    return [*page.heading("by kind"), *_bars(shown, page, notes=[""] * len(shown))] if shown else []


def _bars(counts: Sequence[tuple[str, int]], page: Page, *, notes: Sequence[str]) -> Block:
    most = max(number for _, number in counts)
    labels = [page.words(label) for label, _ in counts]
    numbers = [page.words(f"{number:>{len(f'{most:,}')},}", "bold") for _, number in counts]
    remarks = [page.words(note, "dim") for note in notes]
    taken = sum(max(cell.cell_len for cell in column) for column in (labels, numbers, remarks))
    ink = "█" if page.can_draw("█") else "#"
    full = min(BAR, max(LEAST_BAR, page.width - INDENT - 3 * GAP - taken))
    bars = [page.words(ink * _length(number, most, full), "cyan") for _, number in counts]
    return list(chain.from_iterable(page.table(list(zip(labels, numbers, bars, remarks, strict=True)))))


def _length(number: int, most: int, full: int) -> int:
    return max(1, round(full * number / most)) if number > 0 else 0


def _started(view: Stats, page: Page) -> Block:
    words = f"you {view.started_by_me:,} · they {view.started_by_them:,} · both {view.mutual:,}"
    return [*page.heading("who started"), *page.wrapped(page.words(words), indent=2)]


def _tiers(view: Stats, page: Page) -> Block:
    if not view.tiers:
        return []
    if page.width < TABLE_FROM:
        lines = [page.wrapped(page.words(_spoken(tier)), indent=2, hang=2) for tier in view.tiers]
    else:
        head, *rows = _aligned([TITLES, *(_cells(tier) for tier in view.tiers)])
        titles = [page.words(title, "dim") for title in head]
        lines = page.table([titles, *([page.words(part) for part in row] for row in rows)])
    return [*page.heading("by tier"), *chain.from_iterable(lines)]


def _cells(tier: TierCount) -> tuple[str, ...]:
    numbers = (tier.people, tier.warm, tier.due, tier.drifting, tier.dormant)
    return tier.tier, _every(tier), *(f"{number:,}" for number in numbers)


def _aligned(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The same rows with every column but the first two set flush right."""
    names, every, *numbers = zip(*rows, strict=True)
    right = [[f"{part:>{max(map(len, column))}}" for part in column] for column in numbers]
    return list(zip(names, every, *right, strict=True))


def _spoken(tier: TierCount) -> str:
    states = f"{tier.warm:,} warm, {tier.due:,} due, {tier.drifting:,} drifting, {tier.dormant:,} dormant"
    return f"{tier.tier}, {_every(tier)} · {people(tier.people)} · {states}"


def _every(tier: TierCount) -> str:
    return "never" if tier.target_days is None else count(tier.target_days, "day")


def _shares(view: Stats, page: Page) -> Block:
    shares = [("answered", _of(view.answered, "times you reached out"))]
    if view.person is None:
        shares.insert(0, ("five most seen people", _of(view.concentration, "contacts")))
    rows = [[page.words(name), page.words(words)] for name, words in shares]
    return [*page.heading("in the last year"), *chain.from_iterable(page.table(rows))]


def _of(share: tuple[int, int] | None, noun: str) -> str:
    return f"{share[0]:,} of {share[1]:,} {noun}" if share else TOO_FEW
