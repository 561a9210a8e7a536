"""Who can help, with the evidence, and who could be introduced to whom."""

from datetime import date

from rich.text import Text

from netlog.domain.exchanges import often
from netlog.domain.views_topics import Evidence, Helper, Helpers, Match, Matches
from netlog.render.page import Block, Page
from netlog.render.phrases import count, day, people
from netlog.render.terminal import draw
from netlog.render.terminal_lists import part_of

NEWEST = "only the newest entries were weighed, for the words are common: another word narrows it"
NO_MATCH = "Nobody looks for what somebody else can help with. Topics come from --wants and --can of add and edit."


def helpers(view: Helpers, page: Page) -> Block:
    """A person a line, below it what speaks for them."""
    partial = page.wrapped(page.words(NEWEST, "dim")) if view.is_partial else []
    if not view.people:
        return [*page.wrapped(page.words(f"Nothing speaks of “{view.topic}” yet.")), *partial]
    rows = page.table([_helper(person, view.today, page) for person in view.people[: page.screenful]])
    noun = people(view.total)
    return [*part_of(rows, page, held=len(view.people), total=view.total, noun=noun), *partial]


def _helper(person: Helper, today: date, page: Page) -> list[Text]:
    lines = [page.words(evidence(each, today)) for each in person.evidence]
    return [page.words(person.name, "bold"), page.words(person.handle, "dim"), Text("\n").join(lines)]


def evidence(each: Evidence, today: date) -> str:
    """A piece of evidence with its day: "helped you on 3 Mar 2026: pricing page"."""
    on = day(each.on, today) if each.on else ""
    if each.sort == "offered":
        return f"offered: {each.words}{f' ({on})' if on else ''}"
    if each.sort == "helped":
        return f"helped you{f' {often(each.times)}, last' if each.times > 1 else ''} on {on}: {each.words}"
    if each.sort == "mentioned":
        times = f"mentioned {often(each.times)}, last" if each.times > 1 else "mentioned"
        return f"{times} {on}: {each.words}"
    return f"{each.sort}: {each.words}"


def matches(view: Matches, page: Page) -> Block:
    """Who looks for what, who offers it, and the command that begins the introduction."""
    if not view.matches:
        return page.wrapped(page.words(NO_MATCH))
    rows = page.table([_match(each, page) for each in view.matches[: page.screenful]])
    total = len(view.matches)
    noun = count(total, "introduction worth making", "introductions worth making")
    more = page.wrapped(page.words(f"there are more: netlog match --limit {2 * total}", "dim")) if view.has_more else []
    return [*part_of(rows, page, held=total, total=total, noun=noun), *more]


def _match(each: Match, page: Page) -> list[Text]:
    wants = page.words(each.wants_name, "bold") + page.words(f" looks for {each.wants}")
    offer = page.words(each.can_name, "bold") + page.words(f" can help with {each.can}")
    return [page.dotted([wants, offer]) + Text("\n") + page.words(each.how, "dim")]


draw.register(Helpers, helpers)
draw.register(Matches, matches)
