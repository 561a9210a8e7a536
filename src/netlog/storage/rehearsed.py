"""Uniting that leaves no trace: on a copy of the journal that goes when it is over."""

from netlog.storage.imports import Rehearsal
from netlog.storage.unite import SqlUniter


class UnitingRehearsal(SqlUniter, Rehearsal):
    """A transaction that takes another journal's rows into a copy."""
