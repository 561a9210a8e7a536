"""Promises as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_promises import PromiseList
from netlog.render.columns import COLUMNS
from netlog.render.plain import Row, rows


def promise_list(view: PromiseList) -> Iterator[Row]:
    """One row per promise, mine first."""
    names = COLUMNS["promise_list"]
    return ([getattr(promise, name) for name in names] for promise in view.promises)


rows.register(PromiseList, promise_list)
