"""What came of uniting two journals, as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_united import United
from netlog.render.plain import Row, rows


def united(view: United) -> Iterator[Row]:
    """The other journal, the counts of each table, conflicts, what was rejected; last the number for undo."""
    yield "source", view.source
    yield from (("tally", *each) for each in view.tallies)
    yield from (("conflict", *each) for each in view.conflicts)
    yield from (("rejected", *each) for each in view.rejected)
    yield "operation", view.operation


rows.register(United, united)
