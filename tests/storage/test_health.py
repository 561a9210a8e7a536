"""Doctor finds what is wrong, changes nothing unless told to, and names nobody."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from tests.storage.driving import TODAY, Desk, assert_sound, derived, files, laid_out, looking, recomputed, truth
from tests.storage.journals import crowd, fill

from netlog.domain.retention import USUAL
from netlog.domain.views_health import Finding, Health
from netlog.storage import surroundings
from netlog.storage.backups import before
from netlog.storage.connect import lock_path
from netlog.storage.health import examined
from netlog.storage.surroundings import Patient

ROUNDS = int(os.environ.get("NETLOG_FAULT_ROUNDS", "1"))
on_posix = pytest.mark.skipif(os.name != "posix", reason="modes are a POSIX idea")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A crowd, written today, with a backup."""
    desk = Desk(tmp_path / "home" / "journal.db", wait=0.1)
    fill(desk, *crowd(3))
    before(desk.path, "import", today=TODAY, kept=USUAL)
    return desk


def health(desk: Desk, *, is_to_fix: bool = False) -> Health:
    return examined(Patient(desk.path, desk.reckoning, USUAL, is_to_fix, desk.wait))


def states(found: Health) -> dict[str, str]:
    """What is not well."""
    return {finding.what: finding.state for finding in found.findings if finding.state != "ok"}


def finding(found: Health, what: str) -> Finding:
    return next(each for each in found.findings if each.what == what)


def told(desk: Desk, statement: str) -> None:
    with looking(desk.path) as connection:
        connection.execute(statement)


def test_a_journal_that_only_netlog_wrote_is_well(desk: Desk) -> None:
    found = health(desk)

    assert (found.is_sound, states(found)) == (True, {})
    assert {each.what for each in found.findings} >= {"layout", "integrity", "references", "derived rows", "versions"}


def test_where_there_is_no_journal_yet_all_is_well(tmp_path: Path) -> None:
    assert states(health(Desk(tmp_path / "journal.db"))) == {}
    assert list(tmp_path.iterdir()) == []


def loosen(desk: Desk) -> None:
    for path in (desk.path, desk.path.with_name("backups"), lock_path(desk.path)):
        path.chmod(0o755)


def misderive(desk: Desk) -> None:
    told(desk, "UPDATE tie SET due_on = due_on + 1 WHERE person_id = 3")


def misindex(desk: Desk) -> None:
    told(desk, "INSERT INTO passage_search (rowid, folded) VALUES (9999, 'ghost')")


def leave(desk: Desk) -> None:
    for name in ("journal.db.new", "journal.db.restoring-1", "backups/.tmp-1"):
        (desk.path.parent / name).touch(0o600)


def leave_wal(desk: Desk) -> None:
    told(desk, "PRAGMA journal_mode = WAL")


def cut_short(desk: Desk) -> None:
    """As if the machine had stopped in the midst of a write."""
    aside = desk.path.with_name("aside")
    with looking(desk.path) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE interaction SET text = hex(randomblob(4000))")
        shutil.copytree(desk.path.parent, aside, ignore=shutil.ignore_patterns("aside", "backups"))
        connection.execute("ROLLBACK")
    for each in aside.iterdir():
        each.replace(desk.path.with_name(each.name))
    aside.rmdir()


def unindex(desk: Desk) -> None:
    """Write a row while an index is declared otherwise, so that it holds a wrong entry."""
    write = """
        CREATE TEMP TABLE one AS SELECT * FROM change WHERE row_id <> operation_id LIMIT 1;
        UPDATE one SET id = 99999;
        INSERT INTO change SELECT * FROM one;
    """
    for column, script in (("row_id", write), ("operation_id", "")):
        with looking(desk.path) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            sql = f"CREATE INDEX ix_change_operation_id ON change ({column})"
            connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'ix_change_operation_id'", (sql,))
        with looking(desk.path) as connection:
            connection.executescript(script)


FAULTS: dict[Callable[[Desk], None], str] = {
    misderive: "derived rows",
    misindex: "derived rows",
    leave: "leftovers",
    leave_wal: "journal mode",
    cut_short: "journal mode",
    unindex: "integrity",
    **({loosen: "permissions"} if os.name == "posix" else {}),
}


def named(value: object) -> str:
    return getattr(value, "__name__", "")


@pytest.mark.parametrize(("harm", "what"), FAULTS.items(), ids=named)
def test_what_can_be_put_right_is_found_and_left_alone_until_told(
    desk: Desk, harm: Callable[[Desk], None], what: str
) -> None:
    harm(desk)
    before = files(desk.path.parent)

    found = health(desk)

    assert (found.is_sound, states(found)[what]) == (False, "fixable")
    assert files(desk.path.parent) == before


@pytest.mark.parametrize(("harm", "what"), FAULTS.items(), ids=named)
def test_what_can_be_put_right_is_put_right_and_nothing_is_lost(
    desk: Desk, harm: Callable[[Desk], None], what: str
) -> None:
    harm(desk)
    fixed = health(desk, is_to_fix=True)

    assert (fixed.is_sound, states(fixed)) == (True, {what: "fixed"})
    assert states(health(desk)) == {}
    assert_sound(desk.path)
    with looking(desk.path) as connection:
        assert derived(connection) == recomputed(desk.path, desk.reckoning)
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (40,)


def test_putting_right_what_is_well_changes_nothing(desk: Desk) -> None:
    before = files(desk.path.parent)

    assert states(health(desk, is_to_fix=True)) == {}
    assert files(desk.path.parent) == before


def lose(desk: Desk) -> None:
    desk.path.unlink()


def hollow(desk: Desk) -> None:
    desk.path.write_bytes(b"")


def dangle(desk: Desk) -> None:
    told(desk, "INSERT INTO alias (uuid, person_id, name) VALUES ('x', 9999, 'Zbigniew')")


def zero_pages(desk: Desk) -> None:
    content = bytearray(desk.path.read_bytes())
    content[4096 * 3 : 4096 * 60] = bytes(4096 * 57)
    desk.path.write_bytes(content)


def spoil_backup(desk: Desk) -> None:
    next(desk.path.with_name("backups").glob("*.db")).write_bytes(b"")


def outgrow(desk: Desk) -> None:
    told(desk, "PRAGMA user_version = 99")


BROKEN = (lose, hollow, dangle, zero_pages, spoil_backup, outgrow)


@pytest.mark.parametrize("harm", BROKEN, ids=named)
def test_what_cannot_be_put_right_is_said_with_the_next_step(desk: Desk, harm: Callable[[Desk], None]) -> None:
    harm(desk)
    before = files(desk.path.parent)

    for is_to_fix in (False, True):
        found = health(desk, is_to_fix=is_to_fix)
        assert not found.is_sound
        broken = [finding for finding in found.findings if finding.state == "broken"]
        assert broken
        assert all(finding.advice for finding in broken)
    assert files(desk.path.parent) == before


@pytest.mark.parametrize("harm", [*BROKEN, *FAULTS], ids=named)
def test_the_answer_names_neither_people_nor_folders(desk: Desk, harm: Callable[[Desk], None]) -> None:
    harm(desk)

    for is_to_fix in (False, True):
        said = repr(health(desk, is_to_fix=is_to_fix).findings)
        assert str(desk.path.parent) not in said
        assert [name for name in ("Rossi", "Zbigniew", "p17", str(Path.home())) if name in said] == []


def test_an_older_layout_is_brought_up_to_date_when_told(tmp_path: Path) -> None:
    desk = Desk(laid_out(tmp_path / "journal.db", 2))

    assert states(health(desk))["layout"] == "fixable"
    assert states(health(desk, is_to_fix=True)) == {"layout": "fixed"}
    assert truth(desk.path)["person"]


@pytest.mark.parametrize(("days", "state"), [(0, None), (30, None), (31, "warning")])
def test_the_age_of_the_newest_backup_is_told(desk: Desk, days: int, state: str | None) -> None:
    desk.turn_to(TODAY + timedelta(days))

    assert states(health(desk)).get("backups") == state


def test_that_there_is_no_backup_is_said_and_no_reason_to_worry(desk: Desk) -> None:
    shutil.rmtree(desk.path.with_name("backups"))

    assert (states(health(desk)), health(desk).is_sound) == ({"backups": "warning"}, True)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_a_network_share_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    point = str(desk.path.parent).replace("home", r"\150ome")
    mounts.write_text(f"1 0 8:1 / / rw - ext4 /dev/a rw\n2 1 0:1 / {point} rw shared:1 - {kind} server rw\n")
    monkeypatch.setattr(surroundings, "MOUNTS", mounts)

    assert finding(health(desk), "file system").words.startswith(kind)
    assert states(health(desk)) == {"file system": "warning"}


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive", "Nextcloud"])
def test_a_synchronised_folder_is_named(tmp_path: Path, name: str) -> None:
    desk = Desk(tmp_path / name / "notes" / "journal.db")
    desk.add("giulia")

    assert name in finding(health(desk), "file system").words


def test_a_disk_that_is_nearly_full_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(desk.path.parent)._replace(free=1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)

    assert finding(health(desk), "space").words == "1 MB free, 19 MB would be safe"


@on_posix
def test_a_journal_that_is_read_only_is_looked_at(desk: Desk) -> None:
    desk.path.chmod(0o400)

    assert states(health(desk)) == {}


def garble(content: bytearray, dice: Random) -> bytearray:
    """Zero, swap or cut pages."""
    pages = len(content) // 4096
    one, other = (slice(page * 4096, page * 4096 + 4096) for page in dice.sample(range(pages), 2))
    match dice.choice(["zero", "swap", "cut"]):
        case "zero":
            content[one] = bytes(4096)
        case "swap":
            content[one], content[other] = content[other], content[one]
        case "cut":
            del content[dice.randrange(1, len(content)) :]
    return content


@pytest.mark.parametrize("seed", range(40 * ROUNDS))
def test_no_damaged_page_goes_unnoticed(desk: Desk, seed: int) -> None:
    sound = desk.path.read_bytes()
    damaged = garble(bytearray(sound), Random(seed))
    desk.path.write_bytes(damaged)

    assert damaged == sound or not health(desk).is_sound
