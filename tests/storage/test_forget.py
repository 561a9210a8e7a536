"""Whoever is forgotten is nowhere any more: not in a table, not in the search, not in what undo kept, not in a byte."""

import json
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Protocol

import pytest
from tests.storage.driving import TODAY, Desk, assert_sound, derived, laid_out, looking, recomputed, truth

from netlog.domain.people import Named
from netlog.domain.retention import USUAL
from netlog.domain.views_dupes import Place
from netlog.errors import Conflict
from netlog.rows import NewExchange, NewFact, NewInboxItem, NewIntroduction, NewPromise, NewSeason
from netlog.rows_mentoring import NewAgendaItem, NewMentorGoal, NewMentorSession, NewMentorship
from netlog.services.merging import merge
from netlog.storage.backups import MANIFEST, back_up, backups_of, before, is_as_made
from netlog.storage.connect import lock_path, opened_to_read
from netlog.storage.erased import digest
from netlog.storage.forget import Erasure, SqlForgetting, compact, naming, uuid_of
from netlog.storage.forget_copies import clear
from netlog.storage.imports import SqlImporter
from netlog.storage.merging import SqlMerging
from netlog.storage.migrate import upgrade
from netlog.storage.own_copies import copies

UNSAID = "qzxjvk"
"""Letters that nothing else in a journal begins with."""

LATER = TODAY.replace(month=9)


class Secret(Protocol):
    def __call__(self, before: str = "") -> str: ...


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal.db")


@pytest.fixture
def secrets() -> list[str]:
    return []


@pytest.fixture
def secret(secrets: list[str]) -> Secret:
    """A text that nobody else has, kept to be looked for."""
    dice = Random(7)

    def planted(before: str = "") -> str:
        secrets.append(f"{UNSAID}{len(secrets)}{''.join(dice.choices('abcdefghijklmnop', k=12))}")
        return f"{before}{secrets[-1]}"

    return planted


def mark(desk: Desk, person: int) -> str:
    with looking(desk.path) as connection:
        return digest(uuid_of(connection, person))


def forget(desk: Desk, person: int) -> Erasure:
    marks = {mark(desk, person)}
    with SqlForgetting(desk.path, desk.clock, desk.reckoning) as erasing:
        done = erasing.forget(marks)
    compact(desk.path, wait=5)
    return done


def planted(desk: Desk, secret: Secret) -> int:
    """Somebody with a secret in every column that can hold words, and others who share some of it."""
    giulia = desk.add(
        "giulia",
        name=f"{secret()} {secret()}",
        company=secret(),
        role=secret(),
        place=secret(),
        met=secret(),
        aliases=(secret(), secret()),
        contacts=(("email", secret()), ("phone", "+39 340 5551234"), ("url", secret("https://x.example/"))),
        topics=(("can", secret()), ("wants", secret())),
        tags=(secret(),),
        facts=tuple(secret() for _ in range(40)),
    )
    for _ in range(100):
        desk.log(giulia, text=f"we spoke of {secret()}", place=secret(), tags=(secret(),))
    flows(desk, giulia, secret)
    changes(desk, giulia, secret)
    return giulia


def flows(desk: Desk, giulia: int, secret: Secret) -> None:
    marco = desk.add("marco")
    with desk.appending() as appender:
        entry = appender.reader.timeline(giulia, limit=1)[0][0].id
        for text in (secret(), secret()):
            appender.promise(NewPromise(giulia, "mine", text, TODAY))
            appender.exchange(NewExchange(giulia, "gave", text, TODAY, entry))
        appender.promise(NewPromise(marco, "mine", "a book for Marco", TODAY, interaction_id=entry))
        appender.introduction(NewIntroduction(giulia, marco, secret(), "idea", TODAY))
        appender.season(NewSeason(secret(), f"person:{appender.reader.person(giulia).uuid}", 2.0, TODAY, LATER))
        cycle = appender.mentorship(NewMentorship(giulia, "mentor", 30, TODAY, LATER, area=secret(), hours=secret()))
        appender.mentor_goal(NewMentorGoal(cycle, secret(), TODAY))
        appender.agenda_item(NewAgendaItem(cycle, secret(), TODAY))
        appender.mentor_session(NewMentorSession(cycle, entry, secret(), secret(), secret()))
        appender.finish("log", f"said {secret()}")


def changes(desk: Desk, giulia: int, secret: Secret) -> None:
    """What undo keeps: values of before, removed rows, an operation that was undone."""
    with desk.recording() as records:
        records.change_person(giulia, {"company": secret(), "ended_why": secret()})
        records.replace_facts(giulia, [(TODAY, secret())])
        records.finish("edit", f"edited {secret()}")
    with desk.recording() as records:
        records.remove_entry(records.reader.timeline(giulia, limit=9)[0][8].id)
        records.finish("rm", "removed")
    desk.log(giulia, text=secret())
    desk.undo()
    with SqlImporter(desk.path, desk.clock, desk.reckoning) as importer:
        importer.add_belongings(giulia, extra=(secret("X-NOTE:"),))
        importer.add_origin("vcard", secret(), json.dumps({"name": secret()}), person=giulia)
        importer.finish("import", "imported 1 person")


def residue(folder: Path, secrets: list[str]) -> list[str]:
    """Secrets that stand in any file."""
    bytes_of = [file.read_bytes().lower() for file in folder.rglob("*") if file.is_file()]
    return [each for each in secrets if any(each.encode() in content for content in bytes_of)]


def test_three_hundred_secrets_leave_no_byte(desk: Desk, secret: Secret, secrets: list[str]) -> None:
    giulia = planted(desk, secret)
    assert len(secrets) >= 300
    assert len(residue(desk.path.parent, secrets)) == len(secrets)

    forget(desk, giulia)

    assert residue(desk.path.parent, secrets) == []
    assert UNSAID.encode() not in desk.path.read_bytes()


def test_what_is_left_is_sound_and_as_if_reckoned_anew(desk: Desk, secret: Secret) -> None:
    forget(desk, planted(desk, secret))

    assert_sound(desk.path)
    with looking(desk.path) as connection:
        assert derived(connection) == recomputed(desk.path, desk.reckoning)


def test_what_others_have_stays(desk: Desk, secret: Secret) -> None:
    giulia = planted(desk, secret)
    ada = desk.add("ada", via_id=giulia)
    shared = desk.log(giulia, ada, text="a walk")

    forget(desk, giulia)

    left = truth(desk.path, "promise")
    assert [row[2] for row in left["person"]] == ["marco", "ada"]
    assert [row[0] for row in left["interaction"]] == [shared]
    assert [row[4] for row in left["promise"]] == ["a book for Marco"]


def test_nothing_of_it_can_be_undone_and_that_is_said(desk: Desk, secret: Secret) -> None:
    giulia = planted(desk, secret)
    forget(desk, giulia)

    for number in (None, 1):
        with pytest.raises(Conflict, match="forgotten"):
            desk.undo(number)


def test_what_is_only_about_others_can_be_undone_still(desk: Desk) -> None:
    giulia, marco = desk.add("giulia", name="Giulia Ferri"), desk.add("marco")
    operation = len(truth(desk.path, "operation")["operation"])

    forget(desk, giulia)

    desk.undo(operation)
    assert truth(desk.path)["person"] == []
    assert marco


def test_the_history_names_nobody_who_is_forgotten(desk: Desk) -> None:
    giulia, marco = desk.add("giulia", name="Giulia Ferri"), desk.add("marco", name="Marco Lupi")
    with desk.appending() as appender:
        appender.fact(NewFact(marco, TODAY, "sails"))
        appender.finish("fact", "Marco Lupi, whom Giulia Ferri knows, sails")

    forget(desk, giulia)

    assert [row[5] for row in truth(desk.path, "operation")["operation"]] == [
        "forgotten",
        "added marco",
        "forgotten",
        "forgot somebody for good",
    ]


def test_whoever_was_merged_into_somebody_goes_too(desk: Desk, secret: Secret, secrets: list[str]) -> None:
    giulia = desk.add("giulia", name="Giulia Ferri")
    twin = desk.add("giulia-2", name=f"{secret()} {secret()}", facts=(secret(),), tags=(secret(),))
    merge_into(desk, giulia, twin)

    forget(desk, giulia)

    assert residue(desk.path.parent, secrets) == []


def merge_into(desk: Desk, kept: int, other: int) -> None:
    with SqlMerging(desk.path, desk.clock, desk.reckoning) as records:
        people = [Named(number, records.reader.person(number).handle, "") for number in (kept, other)]
        merge(records, people[0], people[1], today=TODAY)


def test_texts_of_others_that_name_somebody_are_listed(desk: Desk) -> None:
    giulia, marco = desk.add("giulia", name="Giulia Ferri"), desk.add("marco", facts=("worked with Giulia Ferri",))
    desk.log(giulia, text="met Giulia Ferri")
    shared = desk.log(giulia, marco, text="with Giulia  Ferri, again")
    with desk.appending() as appender:
        appender.inbox(NewInboxItem(desk.clock.stamp, "Etc/UTC", TODAY, "call giulia ferri!", "who?"))
        appender.finish("note", "kept")

    with desk.reading() as reader:
        found = naming(reader.connection, giulia)

    assert found == (Place("entry", shared), Place("fact", 1), Place("inbox", 1))


def test_a_mark_keeps_imports_from_bringing_somebody_back(desk: Desk, secret: Secret) -> None:
    giulia = planted(desk, secret)
    wanted = mark(desk, giulia)

    forget(desk, giulia)

    with looking(desk.path) as connection:
        assert connection.execute("SELECT 1 FROM forgotten WHERE digest = ?", (wanted,)).fetchone()


@pytest.fixture
def copied(desk: Desk, secret: Secret) -> tuple[Desk, int]:
    """A journal with somebody, a copy with them, one from before them, and one that nothing can read."""
    desk.add("ada")
    with closing(opened_to_read(desk.path)) as connection:
        back_up(connection, desk.path, "asked", today=TODAY, kept=USUAL)
    giulia = planted(desk, secret)
    before(desk.path, "import", today=TODAY)
    desk.path.with_name("journal-damaged-2026-03-01.db").write_bytes(b"not a journal" + secret().encode())
    return desk, giulia


def test_copies_are_cleared_and_the_manifest_knows(copied: tuple[Desk, int], secrets: list[str]) -> None:
    desk, giulia = copied
    marks = {mark(desk, giulia)}
    assert [copy.state for copy in copies(desk.path, marks, wait=5)] == ["clean", "holds", "unreadable"]
    forget(desk, giulia)

    done = clear(desk.path, marks, desk.clock, desk.reckoning, wait=5)

    assert [copy.state for copy in done] == ["clean", "erased", "removed"]
    assert residue(desk.path.parent, secrets) == []
    assert all(is_as_made(desk.path, backup) for backup in backups_of(desk.path))
    assert {copy.state for copy in copies(desk.path, marks, wait=5)} == {"clean"}


def test_clearing_leaves_nothing_unfinished_behind(copied: tuple[Desk, int]) -> None:
    desk, giulia = copied
    marks = {mark(desk, giulia)}
    names = sorted(file.name for file in desk.path.with_name("backups").iterdir())

    clear(desk.path, marks, desk.clock, desk.reckoning, wait=5)

    left = sorted(file.name for file in desk.path.with_name("backups").iterdir())
    assert set(left) - set(names) <= {lock_path(Path(MANIFEST)).name}


@pytest.mark.parametrize("layout", [1, 4])
def test_a_copy_of_an_older_layout_is_cleared_too(desk: Desk, layout: int) -> None:
    laid_out(desk.path, layout)
    upgrade(desk.path, desk.reckoning)
    with looking(desk.path) as connection:
        number, name = connection.execute("SELECT id, name FROM person ORDER BY id LIMIT 1").fetchone()
    marks = {mark(desk, number)}
    forget(desk, number)

    assert [copy.state for copy in clear(desk.path, marks, desk.clock, desk.reckoning, wait=5)] == ["erased"]

    copy = next(desk.path.with_name("backups").glob("*.db"))
    assert name.encode() not in copy.read_bytes()
    assert_sound(copy)


def test_a_forgetting_that_fails_half_way_has_changed_nothing(desk: Desk, secret: Secret) -> None:
    giulia = planted(desk, secret)
    marks, before = {mark(desk, giulia)}, desk.path.read_bytes()

    with pytest.raises(RuntimeError):
        die_after_forgetting(desk, marks)

    assert desk.path.read_bytes() == before


def die_after_forgetting(desk: Desk, marks: set[str]) -> None:
    with SqlForgetting(desk.path, desk.clock, desk.reckoning) as erasing:
        erasing.forget(marks)
        raise RuntimeError


def test_a_copy_that_another_journal_made_is_left_alone(desk: Desk) -> None:
    giulia = desk.add("giulia")
    other = desk.path.with_name("backups") / "journal2-2026-03-01.db"
    other.parent.mkdir()
    other.write_bytes(desk.path.read_bytes())

    assert copies(desk.path, {mark(desk, giulia)}, wait=5) == ()


def test_namesakes_keep_everything_but_what_undo_kept_of_the_name(desk: Desk) -> None:
    desk.add("ada", name="Ada Conti", contacts=(("email", "ada@conti.example"),))
    twin = desk.add("ada-c", name="Ada Conti")
    stays = truth(desk.path)["person"][:1]

    forget(desk, twin)

    left = truth(desk.path)
    assert left["person"] == stays
    assert len(left["contact"]) == 1
