"""Briefs and facts as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.private import told
from netlog.domain.views_brief import Brief, EventBrief, FactList
from netlog.render.plain import Row, rows

FIELDS = ("handle", "name", "role", "company", "place", "met", "met_on", "via", "birthday_on", "turns", "contacts")


def brief(view: Brief) -> Iterator[Row]:
    """The person field by field, then contacts, what is open, topics, facts, and what to ask about."""
    yield from ((name, getattr(view, name)) for name in FIELDS)
    yield from (
        ("entry", entry.id, entry.on, entry.kind, entry.direction, told(entry.text, is_private=entry.is_private))
        for entry in view.last
    )
    yield from (("open", *loop) for loop in view.loops)
    yield from (("can", words) for words in view.can)
    yield from (("wants", words) for words in view.wants)
    yield from (
        ("fact", fact.id, fact.on, fact.confirmed_on, fact.sort, fact.is_stale, fact.text) for fact in view.facts
    )
    yield from (("ask", *each) for each in view.questions)


def event_brief(view: EventBrief) -> Iterator[Row]:
    """The rows of each person, each beginning with the field `handle`."""
    yield from (row for person in view.people for row in brief(person))


def fact_list(view: FactList) -> Iterator[Row]:
    """One row per fact, the oldest first; how many are private is told by `--json`."""
    return (tuple(fact) for fact in view.facts)


rows.register(Brief, brief)
rows.register(EventBrief, event_brief)
rows.register(FactList, fact_list)
