"""TAB and the prompt in bash, zsh and fish, over a journal in which every name was written for a shell."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.hostile.corpus import ACTIVE, SHELL, everything
from tests.shell.journals import TODAY, Place
from tests.shell.terminals import SHELLS, need, terminal

from netlog.side_door import SLUG

PAYLOADS = [*SHELL.values(), *(f"gi{text}" for text in SHELL.values()), *list(ACTIVE.values())[::6]]
PLANT = {
    "person": (
        "INSERT INTO person (uuid, handle, name, since_on, is_fresh, created_at) VALUES (:i, :text, :text, :on, 1, '')"
    ),
    "event": "INSERT INTO event (uuid, slug, name, held_on) VALUES (:i, :text, :text, :on)",
    "tag": "INSERT INTO tag (uuid, slug, person_id) VALUES (:i, :text, 1)",
    "alias": "INSERT INTO alias (uuid, name, person_id) VALUES (:i, :text, 1)",
    "kind": (
        "INSERT INTO interaction (uuid, at, zone, on_day, kind, depth, direction, text, created_at)"
        " VALUES (:i, '', 'Etc/UTC', :on, :text, 'meet', 'mutual', :text, '')"
    ),
}
OFFERING = (
    "netlog show ",
    "netlog show g",
    "netlog show gi",
    "netlog brief --event g",
    "netlog find --tag g",
    "netlog log -k g",
    "netlog log giulia g",
    "netlog log giulia +g",
    "netlog log @g",
    "nn g",
)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A journal with one harmless person, and the payloads wherever a name is offered from."""
    made = Place(tmp_path)
    made.desk().add("giulia", name="Giulia Rossi")
    texts = [text.encode("utf-8", "replace").decode().replace("\x00", "") for text in PAYLOADS]
    with made.tamper() as connection:
        connection.execute("BEGIN")
        for table, plant in PLANT.items():
            rows = [
                {"i": f"{table}{i}", "text": text, "on": TODAY.isoformat()}
                for i, text in enumerate(dict.fromkeys(texts))
            ]
            connection.executemany(plant, rows)
        connection.execute("INSERT OR IGNORE INTO name_key SELECT 'gi', id FROM person")
    connection.close()
    return made


def left(folder: Path) -> Iterator[str]:
    """Every file there is."""
    return (os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)  # noqa: PTH118


@pytest.mark.parametrize("name", SHELLS)
def test_nothing_is_run_expanded_or_offered_but_slugs(name: str, place: Place) -> None:
    need(name)
    with terminal(name, place) as shell:
        before = {*left(place.folder)}
        lines = {line: shell.tab(line) for line in OFFERING}
        prompt = shell.run("netlog_prompt '[%s]'")

    new = {
        file
        for file in left(place.folder)
        if not file.startswith((str(place.folder / "settings"), str(place.folder / "data")))
    }
    assert [file for file in new - before if not file.endswith((".lock", "-journal", "history"))] == []
    for line, after in lines.items():
        assert SLUG.issuperset(after.split()[-1].lstrip("+@")) or after == line, (line, after)
        assert "\n" not in after
    assert prompt in ("", "[1]")


def test_the_names_for_tab_are_slugs_whatever_is_typed_and_stored(place: Place) -> None:
    for sort in ("people", "tags", "events", "kinds", "x", ""):
        for typed in everything()[::5]:
            offered = place.at_the_side("--names", sort, typed[:1]) or ""
            offered += place.at_the_side("--names", sort, typed) or ""
            assert all(SLUG.issuperset(line) and line[:1] != "-" for line in offered.splitlines())


def test_the_count_for_the_prompt_is_a_number_and_nothing_else(place: Place) -> None:
    told = place.at_the_side("due", "--count")

    assert told is None or told.strip().isdigit()
