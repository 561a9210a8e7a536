"""A form in the editor changes what was changed on it, and nothing typed on it is lost."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.a_person import drafts, entry, operations, shown, with_giulia
from tests.cli.running import Processes, Run, Terminal

from netlog.workspace import Workspace

HEAD = "import subprocess, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\ntext = path.read_text()\n"
Does = Callable[..., None]


@pytest.fixture
def giulia(netlog: Run) -> Run:
    """A journal with Giulia in it."""
    return with_giulia(netlog)


@pytest.fixture
def form(giulia: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Does:
    """A person at a terminal, whose editor does this to the `text` of a form at `path`, one step each time."""
    monkeypatch.setattr(Workspace, "is_interactive", True)

    def make(*steps: str) -> None:
        for number, does in enumerate(steps):
            tmp_path.joinpath(f"step{number}").write_text(HEAD + does, encoding="utf-8")
        counter = tmp_path / "opened"
        counter.write_text("0")
        tmp_path.joinpath("editor").write_text(
            f"from pathlib import Path\ncounter = Path({str(counter)!r})\nstep = int(counter.read_text())\n"
            f"counter.write_text(str(step + 1))\nexec(counter.with_name(f'step{{step}}').read_text())\n"
        )
        monkeypatch.setenv("EDITOR", shlex.join([sys.executable, "-IS", str(tmp_path / "editor")]))

    return make


def swap(old: str, new: str) -> str:
    """A step that replaces some of the text, which must be there."""
    return f"assert {old!r} in text, text\npath.write_text(text.replace({old!r}, {new!r}, 1))\n"


@pytest.mark.parametrize("target", ["giulia", "1"])
def test_a_form_left_alone_is_no_operation(giulia: Run, form: Does, target: str) -> None:
    form("")

    answer = giulia.ok("edit", target)

    assert answer.stdout.startswith("nothing changes")
    assert (operations(giulia), drafts(giulia)) == (3, [])


def test_a_form_of_hostile_values_left_alone_is_no_operation(giulia: Run, form: Does) -> None:
    giulia.ok(
        "edit", "giulia", "--company", "#1: \x1b[2J\n\u202eevil ⟨U+001B⟩", "--note", "a\n\nfact: b", "--can", "a, b"
    )
    giulia.ok("edit", "1", "--text", " name: x\n--- the text\x07\r\n\n", "--place", "⏎")
    form("", "")

    assert giulia.ok("edit", "giulia").stdout.startswith("nothing changes")
    assert giulia.ok("edit", "1").stdout.startswith("nothing changes")


def test_a_filled_in_form_is_one_operation(giulia: Run, form: Does) -> None:
    form(
        swap("company: Acme", "company: Zed, Sons: Ltd")
        + "text = path.read_text()\n"
        + swap("birthday: 1988-02-29\n", "")
        + "text = path.read_text()\n"
        + swap("fact: 2026-11-21 has two kids", "fact: 2026-11-01 has three kids\nfact: likes tea")
        + "text = path.read_text()\n"
        + swap("tags: saas", "tags: saas, B2B")
    )

    answer = giulia.ok("edit", "giulia")

    dossier = giulia.json("show", "giulia")
    assert answer.stdout.startswith("edited Giulia Rossi: birthday, company, tags, facts\n")
    assert (dossier["company"], dossier["birthday"], dossier["tags"]) == ("Zed, Sons: Ltd", None, ["b2b", "saas"])
    facts = [(fact["on"], fact["text"]) for fact in dossier["facts"]]
    assert facts == [("2026-11-01", "has three kids"), ("2026-11-21", "likes tea")]
    assert (operations(giulia), drafts(giulia)) == (4, [])


@pytest.mark.parametrize(
    ("old", "new", "name", "value"),
    [
        ("date: 2026-11-19 15:30", "date: 2 weeks ago", "on", "2026-11-07"),
        ("kind: coffee", "kind: call", "depth", "talk"),
        ("direction: mutual", "direction: OUT", "direction", "out"),
        ("with: giulia", "with: Giulia Rossi, Marco", "handles", ["giulia", "marco"]),
        ("minutes: 45", "minutes:", "minutes", None),
        ("counts:", "counts: 0.25", "counts", 0.25),
        ("about pricing\n", "about\n\n# pricing\n", "text", "coffee, about\n\n# pricing"),
    ],
)
def test_a_filled_in_form_changes_an_entry(
    giulia: Run, form: Does, old: str, new: str, name: str, value: object
) -> None:
    form(swap(old, new))

    giulia.ok("edit", "1")

    found = entry(giulia)[name]
    assert (sorted(found) if isinstance(found, list) else found) == value


@pytest.mark.parametrize(
    ("target", "old", "new", "complaint"),
    [
        ("giulia", "tier: close", "tier: best", "#! line 23: there is no tier “best”; use inner"),
        ("giulia", "handle: giulia", "handle: marco", "#! line 7: the handle “marco” is taken"),
        ("giulia", "via: marco", "via: nobody", "#! line 20: no person answers to “nobody”"),
        ("giulia", "name: Giulia Rossi", "name:", "#! line 6: “name” cannot be empty"),
        ("giulia", "name: Giulia Rossi\n", "", "#! “name” cannot be empty"),
        ("giulia", "met on: 2026-11-10", "met on: someday", "#! line 19: “someday” is not a date"),
        ("giulia", "family:", "family: perhaps", "#! line 27: “perhaps” is neither yes nor no"),
        ("1", "counts:", "counts: 1.5", "#! line 21: “1.5” is not a number from 0 to 1"),
        ("1", "direction: mutual", "direction: up", "#! line 10: there is no direction “up”"),
        ("1", "with: giulia", "with: giulia, nobody", "#! line 13: no person answers to “nobody”"),
    ],
)
def test_a_wrong_line_opens_the_editor_again_and_says_which(
    giulia: Run, form: Does, tmp_path: Path, target: str, old: str, new: str, complaint: str
) -> None:
    shown_again = tmp_path / "again"
    form(swap(old, new), f"Path({str(shown_again)!r}).write_text(text)\npath.write_text('')")

    answer = giulia("edit", target)

    top, _, rest = shown_again.read_text().partition("\n")
    assert top.startswith(complaint)
    assert new in rest
    assert (answer.exit_code, answer.stderr) == (1, "netlog: nothing was changed\n")
    assert (operations(giulia), drafts(giulia)) == (3, [])


def test_a_line_put_right_the_second_time_is_stored(giulia: Run, form: Does) -> None:
    form(swap("tier: close", "tier: best"), swap("tier: best", "tier: inner"))

    giulia.ok("edit", "giulia")

    assert shown(giulia, "tier") == "inner"


def test_a_wrong_form_left_as_it_is_gives_up_and_is_kept(giulia: Run, form: Does) -> None:
    form(swap("tier: close", "tier: best"), "")

    answer = giulia("edit", "giulia")

    (draft,) = drafts(giulia)
    assert answer.exit_code == 1
    assert answer.stderr.startswith(f"your text is kept in {draft}\nnetlog: nothing was changed: line 23: there is no")
    assert "tier: best" in draft.read_text()
    assert operations(giulia) == 3


def test_an_editor_that_never_gets_it_right_comes_to_an_end(giulia: Run, form: Does) -> None:
    form(*["path.write_text('oops' + text)"] * 26)

    assert giulia("edit", "giulia").exit_code == 1


def netlog_does(*arguments: str) -> str:
    """A step in which another netlog runs while the form is open."""
    return f"subprocess.run({[sys.executable, '-m', 'netlog', *arguments]}, check=True, stdout=subprocess.DEVNULL)\n"


def test_a_person_removed_meanwhile_is_not_found_and_the_form_is_kept(giulia: Run, form: Does) -> None:
    form(netlog_does("rm", "giulia") + swap("company: Acme", "company: Zed"))

    answer = giulia("edit", "giulia")

    (draft,) = drafts(giulia)
    assert answer.exit_code == 3
    assert f"your text is kept in {draft}" in answer.stderr
    assert "company: Zed" in draft.read_text()
    assert operations(giulia) == 4


def test_an_entry_removed_meanwhile_is_not_found_and_the_form_is_kept(giulia: Run, form: Does) -> None:
    form(netlog_does("rm", "1") + swap("about pricing", "about hiring"))

    answer = giulia("edit", "1")

    assert answer.exit_code == 3
    assert "about hiring" in drafts(giulia)[0].read_text()


def test_a_field_changed_on_both_sides_is_a_conflict(giulia: Run, form: Does) -> None:
    form(netlog_does("edit", "giulia", "--company", "Other") + swap("company: Acme", "company: Zed"))

    answer = giulia("edit", "giulia")

    assert (answer.exit_code, "“company” was changed meanwhile" in answer.stderr) == (5, True)
    assert (shown(giulia, "company"), len(drafts(giulia))) == ("Other", 1)


def test_what_others_changed_elsewhere_meanwhile_stays(giulia: Run, form: Does) -> None:
    others = netlog_does("edit", "giulia", "--role", "CEO", "--tag", "b2b", "--note", "met the king")
    form(others + swap("company: Acme", "company: Zed") + "text = path.read_text()\n" + swap("tags: saas", "tags: fun"))

    giulia.ok("edit", "giulia")

    dossier = giulia.json("show", "giulia")
    assert (dossier["company"], dossier["role"], dossier["tags"]) == ("Zed", "CEO", ["b2b", "fun"])
    assert [fact["text"] for fact in dossier["facts"]] == ["has two kids", "met the king"]


def test_at_a_real_terminal_the_form_opens_in_the_editor(processes: Processes, tmp_path: Path) -> None:
    processes("add", "Giulia Rossi")
    script = tmp_path / "ed.py"
    script.write_text(HEAD + swap("company:", "company: Acme"))

    class Edited(Processes):
        """Processes that see an EDITOR."""

        @property
        def environ(self) -> dict[str, str]:
            return {**super().environ, "EDITOR": shlex.join([sys.executable, str(script)])}

    conversation = Terminal(Edited(processes.home))("edit", "giulia")

    assert b"edited Giulia Rossi: company" in conversation.rest()
    assert conversation.exit_code == 0
