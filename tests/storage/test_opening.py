"""There is one way to open a journal: its settings, its modes, and what it refuses to take for one."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.driving import Desk, files, looking, truth

from netlog.errors import ExitCode, StorageProblem
from netlog.storage.connect import APPLICATION_ID, SCHEMA_NUMBER, lock_path, opened_to_read, writing
from netlog.storage.lock import locked

SETTINGS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
    "temp_store": 2,
    "application_id": APPLICATION_ID,
    "user_version": SCHEMA_NUMBER,
}
on_posix = pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX idea")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A journal with one person."""
    desk = Desk(tmp_path / "journal" / "journal.db", wait=0.02)
    desk.add("giulia")
    return desk


def write(path: Path) -> None:
    with writing(path, wait=0.02):
        pass


def read(path: Path) -> None:
    opened_to_read(path).close()


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_connection_has_the_settings_that_were_decided(desk: Desk, setting: str) -> None:
    with writing(desk.path) as writer:
        written = writer.execute(f"PRAGMA {setting}").fetchone()
    with closing(opened_to_read(desk.path)) as reader:
        read = reader.execute(f"PRAGMA {setting}").fetchone()

    assert written == read == (SETTINGS[setting],)


def test_no_connection_maps_the_file_into_memory_or_attaches_another(desk: Desk) -> None:
    with closing(opened_to_read(desk.path)) as reader:
        assert reader.execute("PRAGMA mmap_size").fetchone() in {None, (0,)}
        with pytest.raises(sqlite3.OperationalError, match="too many attached"):
            reader.execute("ATTACH ':memory:' AS other")


def test_a_reader_cannot_write(desk: Desk) -> None:
    with closing(opened_to_read(desk.path)) as reader, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM person")


def test_a_journal_in_another_journal_mode_is_put_right_by_the_next_write(desk: Desk) -> None:
    with looking(desk.path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")

    desk.add("aiko")

    with looking(desk.path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_an_absent_journal_reads_as_an_empty_one_and_stays_absent(tmp_path: Path) -> None:
    with Desk(tmp_path / "nowhere" / "journal.db").reading() as reader:
        assert reader.people_count() == 0

    assert list(tmp_path.iterdir()) == []


def test_a_path_with_the_characters_of_a_uri_is_a_path(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "50% off?#x y" / "my?mode=memory&journal#1.db")
    desk.add("giulia")

    with desk.reading() as reader:
        assert reader.people_count() == 1
    assert desk.path.stat().st_size > 0


@on_posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_whatever_the_umask_only_the_owner_can_look(tmp_path: Path, umask: int) -> None:
    folder = tmp_path / "a" / "b"
    previous = os.umask(umask)
    try:
        with writing(folder / "journal.db") as connection:
            connection.execute("INSERT INTO meta VALUES ('name', 'value')")
            during = modes(folder)
    finally:
        os.umask(previous)

    assert during == dict.fromkeys(["journal.db", "journal.db-journal", "journal.db.lock"], 0o600)
    assert modes(folder) == dict.fromkeys(["journal.db", "journal.db.lock"], 0o600)
    assert [stat.S_IMODE(made.stat().st_mode) for made in (folder, folder.parent)] == [0o700, 0o700]


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in sorted(folder.iterdir())}


@on_posix
@pytest.mark.parametrize(("found", "left"), [(0o644, 0o600), (0o666, 0o600), (0o600, 0o600), (0o400, 0o400)])
def test_a_journal_that_others_could_read_is_taken_from_them_by_the_next_write(
    desk: Desk, found: int, left: int
) -> None:
    desk.path.chmod(found)

    with closing(opened_to_read(desk.path)):
        assert stat.S_IMODE(desk.path.stat().st_mode) == found
    if os.geteuid() == 0 or found & 0o200:
        desk.add("aiko")
    assert stat.S_IMODE(desk.path.stat().st_mode) == left


def folder(path: Path, _: bytes) -> None:
    path.mkdir()


def nothing(path: Path, _: bytes) -> None:
    path.touch()


def text(path: Path, _: bytes) -> None:
    path.write_text("Coffee with Giulia\n" * 400)


def letter(path: Path, _: bytes) -> None:
    path.write_text("x")


def other_database(path: Path, _: bytes) -> None:
    with looking(path) as connection:
        connection.execute("CREATE TABLE person (id INTEGER)")


def newer(path: Path, journal: bytes) -> None:
    path.write_bytes(journal)
    with looking(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")


def beheaded(path: Path, journal: bytes) -> None:
    path.write_bytes(bytes(100) + journal[100:])


def cut_to(size: int) -> Callable[[Path, bytes], object]:
    return lambda path, journal: path.write_bytes(journal[:size])


@pytest.mark.parametrize("use", [read, write])
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (folder, "not_a_journal"),
        (nothing, "empty_store"),
        (text, "not_a_journal"),
        (letter, "not_a_journal"),
        (other_database, "not_a_journal"),
        (newer, "newer_store"),
        (beheaded, "not_a_journal"),
        (cut_to(60), "damaged"),
        (cut_to(512), "damaged"),
        (cut_to(4096), "damaged"),
        (cut_to(9 * 4096), "damaged"),
        (cut_to(9 * 4096 + 1), "damaged"),
    ],
)
def test_what_is_not_a_whole_journal_is_refused_and_left_alone(
    desk: Desk, tmp_path: Path, make: Callable[[Path, bytes], object], code: str, use: Callable[[Path], None]
) -> None:
    path = tmp_path / "other" / "journal.db"
    path.parent.mkdir()
    make(path, desk.path.read_bytes())
    before = files(path.parent)

    with pytest.raises(StorageProblem) as refusal:
        use(path)

    assert (refusal.value.code, refusal.value.exit_code) == (code, ExitCode.STORAGE)
    assert {name: content for name, content in files(path.parent).items() if name != lock_path(path).name} == before


def test_a_link_that_goes_in_a_circle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.symlink_to(path)

    for use in (read, write):
        with pytest.raises(StorageProblem) as refusal:
            use(path)
        assert refusal.value.code == "unusable_store"


def test_a_writer_waits_for_the_lock_only_so_long(desk: Desk) -> None:
    with locked(lock_path(desk.path), wait=0), pytest.raises(StorageProblem) as refusal:
        desk.add("aiko")

    assert (refusal.value.code, refusal.value.exit_code) == ("locked", ExitCode.STORAGE)


def test_a_writer_waits_for_a_program_that_knows_no_lock_only_so_long(desk: Desk) -> None:
    before = truth(desk.path)
    with looking(desk.path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageProblem) as refusal:
            desk.add("aiko")

    assert refusal.value.code == "locked"
    assert truth(desk.path) == before


def test_a_reader_that_has_read_holds_up_no_writer(desk: Desk) -> None:
    tomorrow = Desk(desk.path, desk.day.replace(year=2030))
    desk.log(1, on_day=tomorrow.day)

    with tomorrow.reading() as reader:
        assert reader.people_count() == 1
        assert not reader.connection.in_transaction
        desk.add("aiko")
        assert reader.people_count() == 2


def test_a_transaction_that_raises_leaves_nothing_behind(desk: Desk) -> None:
    before = files(desk.path.parent)

    with pytest.raises(KeyError):
        change_and_raise(desk)

    assert files(desk.path.parent) == before


def change_and_raise(desk: Desk) -> None:
    with desk.recording() as records:
        records.change_person(1, {"name": "Nobody"})
        records.session.flush()
        raise KeyError


def test_what_the_driver_refuses_on_the_slow_road_is_a_storage_problem_too(desk: Desk) -> None:
    number = desk.add("aiko")

    with pytest.raises(StorageProblem, match=r"UNIQUE constraint failed: person\.handle"):
        rename(desk, number, "giulia")


def rename(desk: Desk, number: int, handle: str) -> None:
    with desk.recording() as records:
        records.change_person(number, {"handle": handle})
        records.finish("edit", "edited")
