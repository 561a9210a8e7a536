"""Another journal is only read, from a copy, and never trusted."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.storage.driving import Desk, files, laid_out, looking

from netlog.errors import Conflict, StorageProblem
from netlog.storage.foreign import other_journal
from netlog.storage.rehearsed import UnitingRehearsal
from netlog.storage.unite import SqlUniter


@pytest.fixture
def laptop(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "here" / "laptop.db")


@pytest.fixture
def desktop(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "there" / "desktop.db")
    desk.log(desk.add("anna"))
    return desk


def take(laptop: Desk, path: Path) -> None:
    """Unite with the journal at the path."""
    with (
        other_journal(path, laptop.path, laptop.reckoning, wait=1) as other,
        SqlUniter(laptop.path, laptop.clock, laptop.reckoning) as uniter,
    ):
        uniter.unite_with(other)
        uniter.finish("merge", "united")


def names(desk: Desk) -> list[str]:
    with looking(desk.path) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM person")]


def test_the_other_journal_stays_as_it_was_and_no_copy_is_left(laptop: Desk, desktop: Desk) -> None:
    before = files(desktop.path.parent)

    take(laptop, desktop.path)

    assert names(laptop) == ["Anna Rossi"]
    assert files(desktop.path.parent) == before
    assert sorted(files(laptop.path.parent)) == ["laptop.db", "laptop.db.lock"]


def test_a_rehearsal_writes_nothing(laptop: Desk, desktop: Desk) -> None:
    laptop.add("piotr")
    before = files(laptop.path.parent)

    with (
        other_journal(desktop.path, laptop.path, laptop.reckoning, wait=1) as other,
        UnitingRehearsal(laptop.path, laptop.clock, laptop.reckoning) as trial,
    ):
        assert trial.unite_with(other).is_news
        trial.finish("merge", "united")

    assert files(laptop.path.parent) == before


@pytest.mark.parametrize("layout", [1, 2, 3, 4])
def test_an_older_journal_is_brought_up_to_date_in_the_copy(laptop: Desk, tmp_path: Path, layout: int) -> None:
    path = laid_out(tmp_path / "older" / "journal.db", layout)
    before = path.read_bytes()

    take(laptop, path)

    assert names(laptop)
    assert path.read_bytes() == before


def test_a_journal_is_not_united_with_itself(desktop: Desk, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(desktop.path)

    with pytest.raises(Conflict, match="itself"):
        take(desktop, link)


@pytest.mark.parametrize("content", [None, b"", b"no database at all, only words" * 99])
def test_what_is_no_journal_is_refused(laptop: Desk, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "other.db"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(StorageProblem):
        take(laptop, path)


HOSTILE = (
    "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM person; END",
    "CREATE VIEW evil AS SELECT * FROM person",
    "CREATE TABLE evil (id INTEGER)",
    "CREATE VIRTUAL TABLE evil USING fts5(words)",
)


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_journal_with_something_of_its_own_is_refused(laptop: Desk, desktop: Desk, statement: str) -> None:
    with looking(desktop.path) as connection:
        connection.execute(statement)

    with pytest.raises(StorageProblem, match="did not make"):
        take(laptop, desktop.path)
    assert not laptop.path.exists()


def test_cells_of_a_wrong_sort_are_told_and_the_rest_comes(laptop: Desk, desktop: Desk) -> None:
    desktop.turn_to(desktop.day + timedelta(1))
    desktop.add("piotr")
    with looking(desktop.path) as connection:
        connection.execute("UPDATE person SET name = x'00ff' WHERE id = 1")

    take(laptop, desktop.path)

    assert names(laptop) == ["Piotr Rossi"]
