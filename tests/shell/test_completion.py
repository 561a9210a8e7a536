"""TAB in bash, zsh and fish, each run for real."""

from collections.abc import Iterator

import pytest
from tests.shell.journals import HOSTILE, Place
from tests.shell.terminals import SHELLS, Terminal, need, terminal

from netlog.side_door import SLUG

LINES = (
    ("netlog hist", "netlog history "),
    ("netlog people --so", "netlog people --sort "),
    ("netlog people --sort str", "netlog people --sort strength "),
    ("netlog config set per", "netlog config set per_day "),
    ("netlog due --tier wi", "netlog due --tier wide "),
    ("netlog show gi", "netlog show giulia "),
    ("netlog log gi", "netlog log giulia "),
    ("netlog skip gi", "netlog skip giulia "),
    ("netlog pause gi", "netlog pause giulia "),
    ("netlog resume --ev", "netlog resume --everyone "),
    ("netlog log giulia mar", "netlog log giulia marco "),
    ("netlog log @gi", "netlog log @giulia "),
    ("netlog log giulia +pri", "netlog log giulia +pricing "),
    ("netlog log --tag pri", "netlog log --tag pricing "),
    ("netlog log --tag=pri", "netlog log --tag=pricing "),
    ("netlog log giulia --with mar", "netlog log giulia --with marco "),
    ("netlog add Ada --via gi", "netlog add Ada --via giulia "),
    ("netlog log -k cof", "netlog log -k coffee "),
    ("netlog log -k pad", "netlog log -k padel "),
    ("netlog find x --event pro", "netlog find x --event producttank "),
    ("netlog --db journal.db show gi", "netlog --db journal.db show giulia "),
    ("netlog --db none.db show gi", "netlog --db none.db show gi"),
    ("netlog undo gi", "netlog undo gi"),
    ("netlog nothing gi", "netlog nothing gi"),
    ("nn gi", "nn giulia "),
)


@pytest.fixture
def filled(place: Place) -> Place:
    """A journal with two people, a tag, an event and a kind of its own."""
    desk = place.desk()
    giulia = desk.add("giulia", name="Giulia Rossi", tags=("pricing",))
    desk.add("marco", name="Marco Gini")
    desk.log(giulia, kind="padel", event="ProductTank")
    return place


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest, filled: Place) -> Iterator[Terminal]:
    """Each shell in turn."""
    need(request.param)
    with terminal(request.param, filled) as made:
        yield made


def test_tab_completes_commands_options_and_what_is_in_the_journal(shell: Terminal) -> None:
    assert [(line, shell.tab(line)) for line, _ in LINES] == [*LINES]


def test_somebody_is_found_by_another_of_their_names(shell: Terminal) -> None:
    if shell.name == "fish":
        pytest.skip("fish offers only what holds the letters typed")

    assert shell.tab("netlog show ross") == "netlog show giulia "


def test_several_found_by_other_names_leave_the_word_as_typed(shell: Terminal, filled: Place) -> None:
    filled.desk().add("gian", name="Gian Rossi")

    assert shell.tab("netlog show ross").rstrip() == "netlog show ross"


def test_nn_writes_a_note(shell: Terminal) -> None:
    shell.run("nn giulia asked about sailing")

    assert "asked about sailing" in shell.run("netlog find sailing")


def test_the_prompt_has_the_number_and_keeps_the_exit_code(shell: Terminal, filled: Place) -> None:
    code = "$status" if shell.name == "fish" else "$?"

    assert shell.run(f"netlog due --count; false; netlog_prompt '(%s) '; echo {code}") == "2\n(2) 1\n"


def test_the_prompt_is_empty_without_a_journal(shell: Terminal, filled: Place) -> None:
    filled.store.unlink()

    assert shell.run("netlog_prompt '(%s) '") == ""


ODD = {
    "bash": ("set -u", "set -o noglob", "IFS=gi", "shopt -s extglob nullglob failglob", "set -o posix"),
    "zsh": ("setopt nounset", "setopt ksh_arrays", "setopt sh_word_split", "setopt glob_subst", "IFS=gi"),
    "fish": ("set -g IFS gi",),
}


@pytest.mark.parametrize("name", SHELLS)
def test_completion_does_not_mind_how_the_shell_is_set_up(name: str, filled: Place) -> None:
    need(name)
    lines = [line for line in LINES if line[0].startswith(("netlog show", "netlog log --tag", "netlog due", "nn"))]

    with terminal(name, filled, *ODD[name]) as shell:
        assert [(line, shell.tab(line)) for line, _ in lines] == lines


PLANT = """
    INSERT INTO person (uuid, handle, name, since_on, is_fresh, created_at)
    VALUES (:planted, :planted, :planted, '2026-03-09', 1, '')
"""


@pytest.mark.parametrize("name", SHELLS)
def test_nothing_in_a_journal_reaches_the_shell_but_slugs(name: str, filled: Place) -> None:
    need(name)
    desk = filled.desk()
    for i, hostile in enumerate(HOSTILE):
        desk.add(f"gi-{i}", name=f"gi {hostile}", aliases=(f"x{hostile}",), tags=(f"gi-{i}",))
    with filled.tamper() as connection:
        connection.executemany(PLANT, [{"planted": hostile} for hostile in HOSTILE])
        connection.execute("INSERT OR IGNORE INTO name_key SELECT 'gi', id FROM person")
        connection.executemany("UPDATE tag SET slug = ? WHERE id = ?", [(each, i) for i, each in enumerate(HOSTILE, 2)])
    connection.close()

    with terminal(name, filled) as shell:
        lines = [shell.tab(line) for line in TEMPTING]
        shell.run("netlog_prompt")

    assert all(SLUG.issuperset(line.split()[-1].lstrip("+@")) for line in lines)
    assert not (filled.folder / "PWNED").exists()


@pytest.mark.parametrize("name", SHELLS)
def test_even_a_netlog_that_prints_anything_else_gives_the_shell_only_slugs(name: str, filled: Place) -> None:
    need(name)
    with terminal(name, filled) as shell:
        liar = ["#!/bin/sh", "cat <<'END'", *HOSTILE, "END"]
        (filled.folder / "bin" / "netlog").write_text("\n".join(liar) + "\n", encoding="utf-8")
        lines = [shell.tab(line) for line in TEMPTING]
        prompt = shell.run("netlog_prompt")

    assert prompt == ""
    assert all(SLUG.issuperset(line.split()[-1].lstrip("+@")) for line in lines)
    assert not (filled.folder / "PWNED").exists()


TEMPTING = (
    "netlog show gi",
    "netlog show gi-",
    "netlog show x",
    "netlog log +g",
    "netlog log @g",
    "netlog find --tag gi",
    "nn gi",
)
