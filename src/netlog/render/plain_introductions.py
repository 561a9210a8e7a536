"""Introductions as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_introductions import Introductions
from netlog.render.columns import COLUMNS
from netlog.render.plain import Row, rows


def introductions(view: Introductions) -> Iterator[Row]:
    """One row per introduction, the earliest first."""
    names = COLUMNS["introductions"]
    return ([getattr(line, name) for name in names] for line in view.introductions)


rows.register(Introductions, introductions)
