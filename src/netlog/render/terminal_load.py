"""Load on a terminal: what the cadences ask for, what is coming, how the tiers stand."""

from collections.abc import Iterable, Sequence
from itertools import chain

from rich.text import Text

from netlog.domain.capacity import Stretch
from netlog.domain.views_load import Forecast, RuleLoad, TierLoad, Tiers, TierSuggestion, TierSuggestions, Week
from netlog.domain.wording import rule_words
from netlog.render.bars import Bar, bars
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import count, day, people
from netlog.render.terminal import draw
from netlog.render.terminal_lists import part_of

NOBODY = "No cadence asks for check-ins: nobody in the journal has one that runs."
TOO_LITTLE = "Too little data: a rhythm takes five full contacts with somebody under a tier or the default."
TABLE_FROM = 72
TITLES = ("tier", "every", "people", "warm", "due", "drifting", "dormant", "hidden", "a week")


def forecast(view: Forecast, page: Page) -> Block:
    """What is asked for and what fits, week by week; what to do about too much comes last."""
    if not view.asked and not view.done:
        return page.wrapped(page.words(NOBODY))
    return [*_summary(view, page), *_asked(view, page), *_done(view, page), *_coming(view, page), *_advice(view, page)]


def _summary(view: Forecast, page: Page) -> Block:
    source = "learned" if view.is_learned else "set"
    parts = [
        page.words(f"{view.asked_per_week:.1f} check-ins a week asked for", "bold"),
        page.words(f"your budget is {7 * view.per_day:g} ({view.per_day:g} a day, {source})"),
    ]
    return page.wrapped(page.dotted(parts), hang=2)


def _asked(view: Forecast, page: Page) -> Block:
    return [*page.heading("asked for each week"), *bars(map(_load, view.asked), page, places=1)] if view.asked else []


def _load(rule: RuleLoad) -> Bar:
    if rule.target_days is None:
        name = "own days" if rule.rule == "person" else f"{rule.rule}s"
        return Bar(name, rule.per_week, people(rule.people))
    return Bar(rule_words(rule.rule), rule.per_week, f"{people(rule.people)}, {count(rule.target_days, 'day')}")


def _done(view: Forecast, page: Page) -> Block:
    title = page.heading("done each week")
    if view.done_per_week is None:
        return [*title, *page.wrapped(page.words("nothing before today"), indent=2)]
    average = page.words(f"on average {view.done_per_week:.1f} a week", "dim")
    return [*title, *bars(_weeks(view.done, view), page), *page.wrapped(average, indent=2)]


def _coming(view: Forecast, page: Page) -> Block:
    rows = [Bar("due today", view.due_now), *_weeks(view.coming, view)]
    return [*page.heading("coming due each week, if you see nobody"), *bars(rows, page)]


def _weeks(weeks: Iterable[Week], view: Forecast) -> list[Bar]:
    return [Bar(f"from {day(week.since, view.today)}", week.people) for week in weeks]


def _advice(view: Forecast, page: Page) -> Block:
    if not view.advice:
        return []
    commands = [page.wrapped(page.words(_command(each), "dim"), indent=2, hang=2) for each in view.stretch]
    return [BLANK, *page.wrapped(page.words(view.advice, "bold")), *chain.from_iterable(commands)]


def _command(each: Stretch) -> str:
    return f"netlog config set cadence.{each.rule.removeprefix('tier:').replace(':', '.')} {each.to_days}d"


def tiers(view: Tiers, page: Page) -> Block:
    """The tiers as a table, or in words where it is narrow; then the tag rules in use."""
    if page.width < TABLE_FROM:
        lines = [page.wrapped(page.words(_spoken(tier)), indent=2, hang=2) for tier in view.tiers]
    else:
        lines = page.table(_table([TITLES, *(_cells(tier) for tier in view.tiers)], page))
    return [*page.heading("tiers")[1:], *chain.from_iterable(lines), *_tag_rules(view, page)]


def _table(rows: Sequence[Sequence[str]], page: Page) -> list[list[Text]]:
    """The rows with every column but the first two set flush right, under dim titles."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    flush = [
        [
            f"{cell:>{width}}" if column > 1 else cell
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]
    return [[page.words(cell, "" if number else "dim") for cell in row] for number, row in enumerate(flush)]


def _cells(tier: TierLoad) -> tuple[str, ...]:
    numbers = (tier.people, tier.warm, tier.due, tier.drifting, tier.dormant, tier.hidden)
    return tier.tier, _every(tier), *(f"{number:,}" for number in numbers), f"{tier.per_week:,.1f}"


def _spoken(tier: TierLoad) -> str:
    states = (f"{number:,} {state}" for state, number in tier._asdict().items() if state in TITLES[3:-1] and number)
    parts = [f"{tier.tier}, {_every(tier)}", people(tier.people), ", ".join(states)]
    return " · ".join([*filter(None, parts), f"{tier.per_week:,.1f} a week"])


def _every(tier: TierLoad) -> str:
    return "never" if tier.target_days is None else count(tier.target_days, "day")


def _tag_rules(view: Tiers, page: Page) -> Block:
    rows = bars(map(_load, view.tag_rules), page, places=1)
    return [*page.heading("asked for each week by tag rules"), *rows] if rows else []


def suggestions(view: TierSuggestions, page: Page) -> Block:
    """Each with its reason and the command that follows it; how to leave one as it is comes last."""
    if not view.suggestions:
        fits = f"No tier is far off the rhythm of its people ({view.judged:,} with five full contacts or more)."
        return page.wrapped(page.words(fits if view.judged else TOO_LITTLE))
    rows = page.table([_suggestion(each, page) for each in view.suggestions[: page.screenful]])
    total = len(view.suggestions)
    keep = f"to leave one as it is: netlog tiers keep {view.suggestions[0].handle}"
    noun = count(total, "suggestion")
    return [
        *part_of(rows, page, held=total, total=total, noun=noun),
        *page.wrapped(page.words(keep, "dim")),
    ]


def _suggestion(each: TierSuggestion, page: Page) -> list[Text]:
    step = f"{each.tier or 'default'} to {each.suggested}"
    return [page.words(each.name, "bold"), page.words(step, "cyan"), page.words(each.reason)]


draw.register(Forecast, forecast)
draw.register(Tiers, tiers)
draw.register(TierSuggestions, suggestions)
