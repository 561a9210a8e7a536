"""How the network is doing, in counts, bars and a map of days."""

from collections.abc import Sequence
from itertools import chain

from netlog.domain import wording
from netlog.domain.calibration import Held
from netlog.domain.promises import MINE
from netlog.domain.views_promises import PromiseCount
from netlog.domain.views_stats import Stats, TierCount
from netlog.render.bars import Bar, bars
from netlog.render.heatmap import heatmap
from netlog.render.page import Block, Page
from netlog.render.phrases import count, day, month, people
from netlog.render.terminal import draw

MONTHS = 12
KINDS = 8
TABLE_FROM = 60
TOO_FEW = "too few data"
TITLES = ("tier", "every", "warm", "due", "drifting", "dormant")


def stats(view: Stats, page: Page) -> Block:
    """Counts first, then what they are made of; a share always stands beside its counts."""
    if not view.interactions:
        return [*_title(view, page), *_promises(view, page)]
    return [
        *_title(view, page),
        *_months(view, page),
        *page.heading("by day"),
        *heatmap(dict(view.days), page, today=view.today),
        *_kinds(view, page),
        *_started(view, page),
        *_tiers(view, page),
        *_shares(view, page),
        *_promises(view, page),
        *_introduced(view, page),
        *_held(view, page),
    ]


def _title(view: Stats, page: Page) -> Block:
    since = f" since {day(view.first_on, view.today)}" if view.first_on else ""
    who = view.person or people(view.people)
    counted = count(view.interactions, "interaction") + since if view.interactions else "no interactions yet"
    return page.wrapped(page.dotted([page.words(who, "bold"), page.words(counted)]))


def _months(view: Stats, page: Page) -> Block:
    rows = [
        Bar(month(part.month), part.interactions, "" if view.person else people(part.people))
        for part in view.months[-MONTHS:]
    ]
    return [*page.heading("by month"), *bars(rows, page)] if rows else []


def _kinds(view: Stats, page: Page) -> Block:
    counts = sorted(view.kinds, key=lambda kind: -kind[1])
    others = sum(number for _, number in counts[KINDS:])
    shown = [*counts[:KINDS], ("others", others)] if others else counts
    return [*page.heading("by kind"), *bars([Bar(*kind) for kind in shown], page)] if shown else []


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
    states = (f"{number:,}" for number in (tier.due, tier.drifting, tier.dormant))
    return tier.tier, _every(tier), _warm(tier), *states


def _aligned(rows: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The same rows with every column but the first two set flush right."""
    names, every, *numbers = zip(*rows, strict=True)
    right = [[f"{part:>{max(map(len, column))}}" for part in column] for column in numbers]
    return list(zip(names, every, *right, strict=True))


def _spoken(tier: TierCount) -> str:
    if tier.target_days is None:
        return f"{tier.tier}, {_every(tier)} · {people(tier.people)}"
    states = f"{tier.due:,} due, {tier.drifting:,} drifting, {tier.dormant:,} dormant"
    return f"{tier.tier}, {_every(tier)} · warm {_warm(tier)} · {states}"


def _warm(tier: TierCount) -> str:
    """Nobody is warm or not where nobody is due."""
    return people(tier.people) if tier.target_days is None else f"{tier.warm:,} of {tier.people:,}"


def _every(tier: TierCount) -> str:
    return "never" if tier.target_days is None else count(tier.target_days, "day")


def _shares(view: Stats, page: Page) -> Block:
    shares = [("answered", _of(view.answered, "times you reached out"))]
    if view.person is None:
        shares.insert(0, ("five most seen people", _of(view.concentration, "contacts")))
    if view.became_ties:
        shares.append(("met and seen again", _of(view.became_ties, "people")))
    rows = [[page.words(name), page.words(words)] for name, words in shares]
    return [*page.heading("in the last year"), *chain.from_iterable(page.table(rows))]


def _introduced(view: Stats, page: Page) -> Block:
    if view.introduced is None:
        return []
    heard, made = view.introduced
    words = f"{made:,} made, how it went is known of {heard:,}"
    return [*page.heading("introductions"), *page.wrapped(page.words(words), indent=2)]


def _of(share: tuple[int, int] | None, noun: str) -> str:
    return f"{share[0]:,} of {share[1]:,} {noun}" if share else TOO_FEW


def _promises(view: Stats, page: Page) -> Block:
    lines = [page.wrapped(page.words(_promised(each)), indent=2, hang=2) for each in view.promises]
    return [*page.heading("promises"), *chain.from_iterable(lines)] if lines else []


def _promised(each: PromiseCount) -> str:
    """`you: 3 open · 9 kept, 6 of 7 with a date on time · 2 postponed · 1 dropped`."""
    who = "you" if each.side == MINE else "they"
    dated = f", {each.on_time:,} of {each.dated:,} with a date on time" if each.dated else ""
    kept = f"{each.open:,} open · {each.kept:,} kept{dated}"
    return f"{who}: {kept} · {each.postponed:,} postponed · {each.dropped:,} dropped"


def _held(view: Stats, page: Page) -> Block:
    """Forecasts against what came of them, for the whole network."""
    if view.person is not None:
        return []
    title = page.heading("forecasts of the last half year")
    if view.held is None:
        return [*title, *page.wrapped(page.words(TOO_FEW), indent=2)]
    lines = [page.wrapped(page.words(_came(row)), indent=2, hang=2) for row in view.held]
    pace = [] if view.pace is None else page.wrapped(page.words(wording.pace(view.pace), "dim"), indent=2, hang=2)
    return [*title, *chain.from_iterable(lines), *pace]


def _came(row: Held) -> str:
    """`said 40-60 %: 31 of 62 came (50 %)`."""
    share = f" ({row.kept / row.people:.0%})".replace("%", " %") if row.people else ""
    return f"said {row.low * 100:.0f}-{row.high * 100:.0f} %: {row.kept:,} of {row.people:,} came{share}"


draw.register(Stats, stats)
