"""A dossier as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.private import told
from netlog.domain.views_dossier import Dossier
from netlog.render.plain import Row, rows, tie_rows

PERSON = (
    "company",
    "role",
    "place",
    "met",
    "met_on",
    "via",
    "event",
    "birthday",
    "cadence",
    "is_kin",
    "snoozed_until",
    "paused_on",
    "ended_on",
    "ended_why",
    "contacts",
    "first_on",
    "last_on",
    "started_by_me",
    "started_by_them",
    "timeline_total",
    "promises_kept_by_me",
    "promises_kept_by_them",
    "private_facts",
)
MANY = {
    "aliases": "alias",
    "emails": "email",
    "phones": "phone",
    "urls": "url",
    "tags": "tag",
    "can": "can",
    "wants": "wants",
    "introduced_me_to": "introduced_me_to",
}


def dossier(view: Dossier) -> Iterator[Row]:
    """The person field by field, one row per address, tag and topic, then facts and the timeline."""
    yield from tie_rows(view.tie)
    yield from ((name, getattr(view, name)) for name in PERSON)
    for name, word in MANY.items():
        yield from ((word, item) for item in getattr(view, name))
    yield from (("fact", fact.id, fact.on, fact.text) for fact in view.facts)
    yield from (
        ("introduction", each.id, each.handle, each.state, each.made_on, each.stands, each.why, each.outcome)
        for each in view.introductions
    )
    yield from (("exchange", one.id, one.on, one.flow, one.text, one.answered_on) for one in view.exchanges)
    yield from (("flow", *flow) for flow in view.flows)
    yield from (("promise", each.id, each.side, each.due_on, each.text) for each in view.promises)
    yield from (
        (
            "mentorship",
            *(each.id, each.role, each.every_days, each.until_on),
            tuple(goal.text for goal in each.goals if goal.reached_on is None),
            tuple(item.text for item in each.agenda),
        )
        for each in view.mentorships
    )
    yield from (
        (
            *("entry", entry.id, entry.on, entry.kind, entry.direction, entry.handles),
            told(entry.text, is_private=entry.is_private),
        )
        for entry in view.timeline
    )


rows.register(Dossier, dossier)
