"""Who can help, and who could be introduced to whom, as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_topics import Helpers, Matches
from netlog.render.plain import Row, rows


def helpers(view: Helpers) -> Iterator[Row]:
    """One row per piece of evidence, the best person first, the strongest evidence first."""
    return (
        (person.handle, person.name, each.sort, each.on, each.times, each.words)
        for person in view.people
        for each in person.evidence
    )


def matches(view: Matches) -> Iterator[Row]:
    """One row per pair, the newest wants first."""
    return (tuple(each) for each in view.matches)


rows.register(Helpers, helpers)
rows.register(Matches, matches)
