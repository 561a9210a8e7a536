"""Likely duplicates, merges and forgetting as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_dupes import Dupes, ForgetPlan, Forgotten, MergePlan
from netlog.render.columns import COLUMNS
from netlog.render.plain import Row, rows


def dupes(view: Dupes) -> Iterator[Row]:
    """One row per pair, the most certain first."""
    names = COLUMNS["dupes"]
    return ([getattr(pair, name) for name in names] for pair in view.pairs)


def merge_plan(view: MergePlan) -> Iterator[Row]:
    """Each field with what becomes of it, then what comes over."""
    yield from (("field", *each) for each in view.fields)
    yield from (("moves", *each) for each in view.moves)


def forget_plan(view: ForgetPlan) -> Iterator[Row]:
    """What would go, what stays, and the copies."""
    yield from (("erases", *each) for each in view.erases)
    yield from (("named", *each) for each in view.named)
    yield from (("copy", *each) for each in view.copies)


def forgotten(view: Forgotten) -> Iterator[Row]:
    """What went, what stays, and the copies."""
    yield "person", view.person.handle if view.person else None, view.operations
    yield from (("erased", *each) for each in view.erased)
    yield from (("named", *each) for each in view.named)
    yield from (("copy", *each) for each in view.copies)


rows.register(Dupes, dupes)
rows.register(MergePlan, merge_plan)
rows.register(ForgetPlan, forget_plan)
rows.register(Forgotten, forgotten)
