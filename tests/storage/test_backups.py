"""A copy is whole, verified and its owner's alone, whoever writes meanwhile; and it comes back byte for byte."""

import os
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.storage.driving import STORED, TODAY, Desk, assert_sound, files, laid_out, looking, reckoning_on, truth

from netlog.domain.retention import USUAL, Kept
from netlog.domain.views_health import Restored
from netlog.errors import Conflict, NetlogError, NotFound, StorageProblem
from netlog.storage.backups import backups_of, before, is_as_made
from netlog.storage.connect import lock_path, opened_to_read
from netlog.storage.lock import locked
from netlog.storage.migrate import upgrade
from netlog.storage.safekeeping import SqlBackups

on_posix = pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX idea")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A journal with one person and one contact."""
    desk = Desk(tmp_path / "home" / "journal.db")
    desk.log(desk.add("giulia"))
    return desk


def safe(desk: Desk, kept: Kept = USUAL) -> SqlBackups:
    return SqlBackups(desk.path, desk.clock, kept, wait=desk.wait)


def restored(desk: Desk, wanted: str | None = None) -> Restored:
    with safe(desk).found(wanted) as found:
        return safe(desk).restore(found)


def copies(desk: Desk) -> list[str]:
    return [backup.name for backup in backups_of(desk.path)]


def kept_as(desk: Desk, word: str) -> list[Path]:
    return sorted(desk.path.parent.glob(f"journal-{word}-*"))


def test_a_backup_holds_what_the_journal_holds(desk: Desk) -> None:
    made = safe(desk).make()

    assert truth(Path(made.path)) == truth(desk.path)
    assert (made.backup.people, made.backup.entries) == (1, 1)
    assert is_as_made(desk.path, made.backup)
    assert_sound(Path(made.path))


@on_posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_whatever_the_umask_only_the_owner_can_look_at_backups(desk: Desk, umask: int, tmp_path: Path) -> None:
    previous = os.umask(umask)
    try:
        safe(desk).make()
        safe(desk).write(tmp_path / "out.db")
        restored(desk)
    finally:
        os.umask(previous)

    made = [*desk.path.parent.rglob("*"), tmp_path / "out.db"]
    assert [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def test_the_same_content_is_backed_up_once(desk: Desk) -> None:
    first, second = safe(desk).make(), safe(desk).make()
    desk.add("aiko")
    third = safe(desk).make()

    assert (first.is_new, second.is_new, third.is_new) == (True, False, True)
    assert copies(desk) == [f"journal-{TODAY}.db", f"journal-{TODAY}-2.db"]


def test_a_backup_that_was_changed_since_is_made_again(desk: Desk) -> None:
    Path(safe(desk).make().path).write_bytes(b"")

    assert safe(desk).make().is_new


def test_old_backups_go_as_the_settings_say(desk: Desk) -> None:
    for number in range(5):
        desk.add(f"p{number}")
        before(desk.path, "import", today=TODAY, kept=Kept(1, 1, 1, 2))

    assert copies(desk) == [f"journal-before-import-{TODAY}-{number}.db" for number in (4, 5)]


def test_what_is_no_copy_of_this_journal_is_never_dropped(desk: Desk) -> None:
    other = Desk(desk.path.with_name("work.db"))
    other.add("ada")
    before(other.path, "import", today=TODAY, kept=USUAL)
    (desk.path.with_name("backups") / "mine.db").write_bytes(b"mine")

    for number in range(3):
        desk.add(f"p{number}")
        safe(desk, Kept(1, 0, 0, 1)).make()

    assert {f"work-before-import-{TODAY}.db", "mine.db"} < set(files(desk.path.with_name("backups")))
    assert len(copies(other)) == 1


def test_before_the_first_entry_there_is_nothing_to_keep(tmp_path: Path) -> None:
    assert before(tmp_path / "journal.db", "import", today=TODAY, kept=USUAL) is None
    assert list(tmp_path.iterdir()) == []


def test_backups_made_while_others_write_are_whole(desk: Desk) -> None:
    done = threading.Event()

    def write() -> None:
        other = Desk(desk.path, wait=30)
        while not done.is_set():
            other.log(1, text="pricing " * 4000)

    with closing_thread(write, done):
        made = [safe(desk).make() for _ in range(12)]

    assert len({each.backup.sha256 for each in made}) > 1
    for backup in backups_of(desk.path):
        assert_sound(desk.path.with_name("backups") / backup.name)


class closing_thread:  # noqa: N801 (reads as a with statement should)
    """Runs a function beside, and ends it."""

    def __init__(self, run: Callable[[], None], done: threading.Event) -> None:
        self.thread, self.done = threading.Thread(target=run), done

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.done.set()
        self.thread.join()


def test_a_damaged_journal_is_not_backed_up(desk: Desk) -> None:
    safe(desk).make()
    damage(desk.path)
    before_it = files(desk.path.with_name("backups"))

    with pytest.raises(StorageProblem) as refusal:
        safe(desk).make()

    assert refusal.value.code == "damaged"
    assert files(desk.path.with_name("backups")) == before_it


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 4 : 4096 * 40] = bytes(4096 * 36)
    path.write_bytes(content)


def test_a_line_of_the_manifest_that_was_cut_short_harms_no_other(desk: Desk) -> None:
    manifest = desk.path.with_name("backups") / "manifest.jsonl"
    safe(desk).make()
    with manifest.open("a") as file:
        file.write('{"journal": "journal.db", "na')

    desk.add("aiko")
    safe(desk).make()

    assert copies(desk) == [f"journal-{TODAY}.db", f"journal-{TODAY}-2.db"]


def test_a_copy_elsewhere_overwrites_nothing(desk: Desk, tmp_path: Path) -> None:
    safe(desk).write(tmp_path / "out.db")

    with pytest.raises(Conflict):
        safe(desk).write(tmp_path / "out.db")
    with pytest.raises(Conflict):
        safe(desk).write(desk.path)
    assert truth(tmp_path / "out.db") == truth(desk.path)


def test_a_backup_takes_back_what_was_done_since_and_keeps_it_too(desk: Desk) -> None:
    then = truth(desk.path)
    safe(desk).make()
    desk.add("aiko")
    now = truth(desk.path)

    told = restored(desk)

    assert truth(desk.path) == then
    assert [truth(path) for path in kept_as(desk, "replaced")] == [now]
    assert told.was is not None
    assert (told.was.people, told.now.people) == (2, 1)


RUINS: dict[str, Callable[[Path], object]] = {
    "damaged": damage,
    "empty": lambda path: path.write_bytes(b""),
    "gone": Path.unlink,
    "text": lambda path: path.write_text("Coffee with Giulia\n" * 400),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:5000]),
}


@pytest.mark.parametrize("ruin", RUINS)
def test_a_journal_that_cannot_be_read_is_replaced_and_kept(desk: Desk, ruin: str) -> None:
    then = truth(desk.path)
    safe(desk).make()
    RUINS[ruin](desk.path)
    ruined = files(desk.path.parent).get("journal.db")

    told = restored(desk)

    assert told.was is None
    assert truth(desk.path) == then
    assert [path.read_bytes() for path in kept_as(desk, "damaged")] == ([] if ruined is None else [ruined])
    desk.add("afterwards")


def test_a_journal_that_is_gone_is_not_begun_anew_while_there_are_backups(desk: Desk) -> None:
    safe(desk).make()
    desk.path.unlink()

    for use in (lambda: desk.add("zed"), lambda: opened_to_read(desk.path)):
        with pytest.raises(StorageProblem, match="is gone") as refusal:
            use()
        assert refusal.value.code == "missing"
    assert not desk.path.exists()


def test_a_damaged_backup_is_passed_over_for_an_older_one(desk: Desk) -> None:
    older = safe(desk).make()
    desk.add("aiko")
    newer = Path(safe(desk).make().path)
    damage(newer)

    told = restored(desk)

    assert told.source == older.backup.name
    assert newer.name in told.notes[0]


def test_a_damaged_backup_that_was_asked_for_is_refused(desk: Desk) -> None:
    made = Path(safe(desk).make().path)
    damage(made)
    now = truth(desk.path)

    for wanted in (made.name, str(made), None):
        with pytest.raises(StorageProblem) as refusal:
            restored(desk, wanted)
        assert refusal.value.code == "damaged"
    assert truth(desk.path) == now
    assert not list(desk.path.parent.glob("*restoring*"))


@pytest.mark.parametrize("number", range(1, 1 + len(list(STORED.iterdir()))))
def test_a_copy_of_any_layout_is_restored_and_then_brought_up_to_date(desk: Desk, tmp_path: Path, number: int) -> None:
    copy = laid_out(tmp_path / "old.db", number)

    told = restored(desk, str(copy))
    upgrade(desk.path, reckoning_on(TODAY))

    assert len(told.notes) == 1
    with desk.reading() as reader:
        assert reader.people_count() == 10


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM person; END",
        "CREATE VIEW evil AS SELECT 1",
        "CREATE VIRTUAL TABLE evil USING fts5(x)",
        "CREATE TABLE evil (x, y AS (hex(x)))",
        "CREATE INDEX evil ON person (lower(name))",
        "DROP TRIGGER passage_added",
        "DROP INDEX ix_tag_slug",
        "PRAGMA application_id = 7",
        "PRAGMA user_version = 99",
        "INSERT INTO alias (uuid, person_id, name) VALUES ('x', 99, 'Nobody')",
    ],
)
def test_a_store_with_anything_of_its_own_is_refused(desk: Desk, tmp_path: Path, hostile: str) -> None:
    safe(desk).write(tmp_path / "gift.db")
    with looking(tmp_path / "gift.db") as connection:
        connection.execute(hostile)
    now = files(desk.path.parent)

    with pytest.raises(StorageProblem):
        restored(desk, str(tmp_path / "gift.db"))

    assert files(desk.path.parent) == now


def test_a_trigger_in_an_older_layout_is_refused_too(desk: Desk, tmp_path: Path) -> None:
    copy = laid_out(tmp_path / "old.db", 1)
    with looking(copy) as connection:
        connection.execute("CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM person; END")

    with pytest.raises(StorageProblem, match="did not make"):
        restored(desk, str(copy))


def test_a_search_index_that_says_something_else_is_made_anew(desk: Desk) -> None:
    with looking(desk.path) as connection:
        connection.execute("INSERT INTO passage_search (rowid, folded) VALUES (99, 'ghost')")
    safe(desk).make()

    told = restored(desk)

    assert "search index" in told.notes[0]
    with looking(desk.path) as connection:
        connection.execute("INSERT INTO passage_search (passage_search, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(
    ("wanted", "error"), [(None, NotFound), ("nothing.db", NotFound), (".", StorageProblem), ("journal.db", Conflict)]
)
def test_what_cannot_be_restored_changes_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, wanted: str | None, error: type[NetlogError]
) -> None:
    monkeypatch.chdir(desk.path.parent)
    now = files(desk.path.parent)

    with pytest.raises(error):
        restored(desk, wanted)

    assert files(desk.path.parent) == now


def test_restoring_waits_its_turn(desk: Desk) -> None:
    safe(desk).make()
    desk.wait, now = 0.02, truth(desk.path)

    with locked(lock_path(desk.path), wait=0), pytest.raises(StorageProblem) as refusal:
        restored(desk)

    assert refusal.value.code == "locked"
    assert truth(desk.path) == now


@on_posix
def test_a_journal_behind_a_link_is_replaced_where_it_is(desk: Desk, tmp_path: Path) -> None:
    safe(desk).make()
    real = tmp_path / "elsewhere.db"
    desk.path.replace(real)
    desk.path.symlink_to(real)
    desk.add("aiko")

    restored(desk)

    assert desk.path.is_symlink()
    with closing(sqlite3.connect(real)) as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (1,)
