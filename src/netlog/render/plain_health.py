"""Backups and the state of the journal as rows for pipes; receipts are the sentences of `sentences_health`."""

from collections.abc import Iterator

from netlog.domain.views_health import BackedUp, Backups, Health, Restored
from netlog.render.columns import COLUMNS
from netlog.render.plain import Row, rows
from netlog.render.sentences import sentences
from netlog.render.sentences_health import backed_up, restored


def backups(view: Backups) -> Iterator[Row]:
    """One row per backup, the newest first."""
    return ([getattr(each, name) for name in COLUMNS["backups"]] for each in view.backups)


def health(view: Health) -> Iterator[Row]:
    """One row per finding."""
    return (tuple(each) for each in view.findings)


rows.register(Backups, backups)
rows.register(Health, health)
sentences.register(BackedUp, backed_up)
sentences.register(Restored, restored)
