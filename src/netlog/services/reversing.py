"""Undo and redo, in words."""

from datetime import date

from netlog.domain.receipts import Reversed
from netlog.ports import Reversing


def undo(history: Reversing, number: int | None, *, today: date) -> Reversed:
    """Take back that operation, or the latest that stands; raises NotFound or Conflict."""
    operation, words = history.undo(number)
    return Reversed(today, operation, True, words)  # noqa: FBT003 (a field of the receipt)


def redo(history: Reversing, number: int | None, *, today: date) -> Reversed:
    """Do that operation again, or the one undone last; raises NotFound or Conflict."""
    operation, words = history.redo(number)
    return Reversed(today, operation, False, words)  # noqa: FBT003 (a field of the receipt)
