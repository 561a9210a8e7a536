"""Uniting in words: one operation if there is news, none if there is not, never one in a rehearsal."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.uniting import Uniting
from netlog.domain.views_united import Disagreement, Tally, Unreadable
from netlog.interchange import Rejected, Skipped, Stored
from netlog.services.uniting import bring_back, is_anything, unite

TODAY = date(2026, 11, 21)
NEWS = Uniting((Tally("person", 1, 0, 0, 4),), (Disagreement("anna", "tier", "close", "wide"),), ())
NO_NEWS = Uniting((Tally("person", 0, 0, 0, 4),), (), ())


class Recorder:
    """A transaction that remembers how it was named."""

    def __init__(self, told: Uniting) -> None:
        self.told = told
        self.finished: list[tuple[str, str]] = []
        self.rows: list[Stored] = []

    def unite_with(self, other: str) -> Uniting:
        assert other == "the other"
        return self.told

    def unite(self, rows: Iterable[Stored]) -> Uniting:
        self.rows = list(rows)
        return self.told

    def finish(self, command: str, words: str) -> int:
        self.finished.append((command, words))
        return 7


def test_news_is_one_operation_named_after_the_other_journal() -> None:
    uniter = Recorder(NEWS)

    united = unite(uniter, "the other", "desktop.db", today=TODAY)

    assert uniter.finished == [("merge", "united with desktop.db")]
    assert (united.operation, united.tallies, united.conflicts) == (7, NEWS.tallies, NEWS.conflicts)


def test_without_news_there_is_no_operation() -> None:
    uniter = Recorder(NO_NEWS)

    united = unite(uniter, "the other", "desktop.db", today=TODAY)

    assert (uniter.finished, united.operation) == ([], None)
    assert not is_anything(united)


def test_a_rehearsal_tells_the_same_and_names_nothing() -> None:
    uniter = Recorder(NEWS)

    plan = unite(uniter, "the other", "desktop.db", today=TODAY, is_rehearsal=True)

    assert (uniter.finished, plan.operation, plan.is_rehearsal) == ([], None, True)
    assert is_anything(plan)


def test_an_export_is_an_import_and_what_cannot_be_read_is_told() -> None:
    uniter = Recorder(NEWS)
    row = Stored("line 3", "pause", {})

    united = bring_back(uniter, [Rejected("line 2", "no"), row, Skipped("line 4", "?")], "all.ndjson", today=TODAY)

    assert uniter.rows == [row]
    assert uniter.finished == [("import", "imported all.ndjson")]
    assert united.rejected == (Unreadable("line 2", "no"),)
