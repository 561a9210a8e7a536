"""An older journal is brought up to date whole, after a copy was kept, or not at all."""

import os
from pathlib import Path

import pytest
from tests.storage.driving import (
    STORED,
    TODAY,
    TRUTH,
    Desk,
    assert_sound,
    derived,
    files,
    laid_out,
    laid_out_as_1,
    looking,
    reckoning_on,
    recomputed,
    truth,
    without_new_columns,
)

from netlog.errors import ExitCode, StorageProblem
from netlog.rows import EVERYBODY
from netlog.storage.connect import SCHEMA_NUMBER, Behind, lock_path, opened_to_read, writing
from netlog.storage.lock import locked
from netlog.storage.migrate import upgrade

RECKONING = reckoning_on(TODAY)
COPY = f"journal-layout-1-{TODAY}.db"
MANIFESTS = {"manifest.jsonl", "manifest.jsonl.lock"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A journal as an older netlog left it."""
    return laid_out_as_1(tmp_path / "journal.db")


@pytest.fixture(params=range(1, SCHEMA_NUMBER))
def older(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A journal of each layout there was before."""
    return laid_out(tmp_path / "journal.db", request.param)


def changed(path: Path, *statements: str) -> dict[str, bytes]:
    """What the folder holds after the journal was tampered with."""
    with looking(path) as connection:
        for statement in statements:
            connection.execute(statement)
    return files(path.parent)


def copies(path: Path) -> set[str]:
    """The names of the copies beside the journal."""
    return set(files(path.with_name("backups"))) - MANIFESTS


def write(path: Path) -> None:
    with writing(path):
        pass


def test_an_older_journal_is_refused_until_it_is_brought_up_to_date(old: Path) -> None:
    for use in (opened_to_read, write):
        with pytest.raises(Behind):
            use(old)


def test_a_reader_finds_everything_after_an_upgrade(older: Path) -> None:
    upgrade(older, RECKONING)

    with Desk(older).reading() as reader:
        assert reader.people_count() == 10
        assert [found.handle for found in reader.matching("luke")] == ["lukasz"]
        assert [reader.entry(number) is None for number in (1, 30, 31)] == [False, False, True]
        assert [hit.handles for hit in reader.search("cello", EVERYBODY, limit=5)[0]] == [("giulia",)]
        assert derived(reader.connection) == recomputed(older, RECKONING)
    assert_sound(older)


def test_an_upgrade_keeps_every_row_of_the_truth_and_its_history(older: Path) -> None:
    before = truth(older, "operation", "change")

    upgrade(older, RECKONING)

    assert without_new_columns(truth(older, "operation", "change"), before) == before


def test_what_was_done_before_an_upgrade_can_be_undone_and_done_again_after_it(older: Path) -> None:
    upgrade(older, RECKONING)
    before, desk, undone = truth(older), Desk(older), [0]
    while undone[-1] != 1:
        undone.append(desk.undo())
    assert not any(truth(older).values())

    for _ in undone[1:]:
        desk.redo()

    assert truth(older) == before


def test_a_number_that_undo_took_back_is_not_given_again_after_an_upgrade(older: Path) -> None:
    with looking(older) as connection:
        connection.execute("UPDATE sqlite_sequence SET seq = 77 WHERE name = 'person'")
    upgrade(older, RECKONING)

    assert Desk(older).add("newcomer") == 78


def test_an_upgrade_keeps_a_copy_of_the_older_journal(old: Path) -> None:
    before = truth(old, "operation", "change", "alembic_version")

    upgrade(old, RECKONING)

    assert copies(old) == {COPY}
    assert truth(old.with_name("backups") / COPY, "operation", "change", "alembic_version") == before


def test_the_copy_can_be_upgraded_in_its_turn(old: Path) -> None:
    upgrade(old, RECKONING)
    copy = old.with_name("backups") / COPY

    upgrade(copy, RECKONING)

    assert truth(copy) == truth(old)


@pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX idea")
def test_the_copy_is_for_its_owner_alone(old: Path) -> None:
    upgrade(old, RECKONING)

    folder = old.with_name("backups")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / COPY).stat().st_mode & 0o777 == 0o600


def test_an_upgrade_of_a_journal_that_is_up_to_date_does_nothing(old: Path) -> None:
    upgrade(old, RECKONING)
    before = files(old.parent)

    upgrade(old, RECKONING)

    assert files(old.parent) == before


@pytest.mark.parametrize(
    ("tampering", "code"),
    [
        ("CREATE TABLE tie (person_id INTEGER)", "storage"),
        ("UPDATE alembic_version SET version_num = '0a0a'", "migration"),
        ("DELETE FROM alembic_version", "storage"),
        ("INSERT INTO alias (uuid, person_id, name) VALUES ('x', 99, 'Nobody')", "migration"),
        ("CREATE TRIGGER lossy AFTER UPDATE ON alembic_version BEGIN DELETE FROM participant; END", "migration"),
    ],
    ids=["a table in the way", "unknown", "never stamped", "dangling", "losing rows"],
)
def test_an_upgrade_that_fails_leaves_the_journal_as_it_was(old: Path, tampering: str, code: str) -> None:
    before = changed(old, tampering)

    for _ in range(2):
        with pytest.raises(StorageProblem) as failure:
            upgrade(old, RECKONING)
        assert (failure.value.code, failure.value.exit_code) == (code, ExitCode.STORAGE)

    after = files(old.parent)
    assert after.keys() - before.keys() == {COPY, lock_path(old).name, *MANIFESTS}
    assert after["journal.db"] == before["journal.db"]


def test_a_damaged_journal_is_not_upgraded(old: Path) -> None:
    damaged = bytearray(old.read_bytes())
    damaged[4096 * 4 : 4096 * 6] = bytes(4096 * 2)
    old.write_bytes(damaged)

    with pytest.raises(StorageProblem) as failure:
        upgrade(old, RECKONING)

    assert failure.value.code == "damaged"
    assert old.read_bytes() == damaged


def test_two_different_copies_of_one_day_are_both_kept(old: Path) -> None:
    upgrade(old, RECKONING)
    old.unlink()
    laid_out_as_1(old)
    changed(old, "DELETE FROM inbox")

    upgrade(old, RECKONING)

    assert copies(old) == {COPY, COPY.replace(".db", "-2.db")}


def test_an_upgrade_waits_its_turn(old: Path) -> None:
    before = old.read_bytes()

    with locked(lock_path(old), wait=0), pytest.raises(StorageProblem) as failure:
        upgrade(old, RECKONING, wait=0.02)

    assert failure.value.code == "locked"
    assert old.read_bytes() == before


def test_a_newer_journal_is_refused_untouched(old: Path) -> None:
    upgrade(old, RECKONING)
    before = changed(old, f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")

    for use in (opened_to_read, write, lambda path: upgrade(path, RECKONING)):
        with pytest.raises(StorageProblem) as failure:
            use(old)
        assert failure.value.code == "newer_store"
    assert files(old.parent) == before


def test_every_layout_there_ever_was_has_a_stored_journal() -> None:
    assert {path.name for path in STORED.iterdir()} == {f"layout-{number}.sql" for number in range(1, SCHEMA_NUMBER)}


def test_a_stored_journal_fills_every_table(old: Path) -> None:
    with looking(old) as connection:
        empty = [t for t in TRUTH if not connection.execute(f"SELECT 1 FROM {t}").fetchone()]  # noqa: S608

    assert empty == []
