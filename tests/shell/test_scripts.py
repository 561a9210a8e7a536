"""The scripts themselves: sound, complete, and with nothing of a journal in them."""

import json
import plistlib
import re
import shlex
import subprocess
from configparser import ConfigParser

import pytest
from tests.shell.journals import Place
from tests.shell.terminals import SHELLS, need
from tests.shell.test_way_in import netlog

from netlog.cli.app import COMMANDS, app
from netlog.cli.shell import commands
from netlog.shells import outline
from netlog.shells.scripts import escaped, quoted, script
from netlog.shells.timers import timers

HARD = ("one person's place", "back\\slash", "$(touch PWNED)", "`x`", "*", '"', "line\nbreak", "-n", "%s", "\\'", "")


@pytest.fixture
def tree() -> list[outline.Command]:
    """The live command tree."""
    return list(commands(app()))


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("has_alias", [True, False])
def test_the_shell_finds_no_fault(shell: str, has_alias: bool, tree: list[outline.Command]) -> None:
    need(shell)
    text = script(shell, tree, has_alias=has_alias)

    assert subprocess.run([shell, "-n"], input=text, text=True, capture_output=True, check=False).stderr == ""
    assert re.search("^(function )?nn\\b", text, re.MULTILINE) is None or has_alias


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script(shell: str, tree: list[outline.Command]) -> None:
    text = script(shell, tree)

    words = {name for command in tree for option in command.options for name in option.names}
    assert [word for word in words | {entry.name for entry in COMMANDS} if f"'{word}'" not in text] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_plain_ascii_and_leaves_no_mark_unfilled(shell: str, tree: list[outline.Command]) -> None:
    text = script(shell, tree).replace("…", "...")

    assert text.isprintable() or set(text) - set(map(chr, range(32, 127))) <= {"\n", *"“”’–"}
    assert re.search("@[A-Z]+@", text) is None


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("text", HARD)
def test_a_quoted_text_is_one_word_of_the_shell(shell: str, text: str) -> None:
    need(shell)
    word = escaped(text) if shell == "fish" else quoted(text)

    told = subprocess.run([shell, "-c", f"printf '<%s>' {word}"], capture_output=True, text=True, check=True).stdout

    assert told == f"<{text}>"


@pytest.mark.parametrize(
    ("metavar", "known", "expected"),
    [
        ("PERSON", "", outline.PEOPLE),
        ("[PERSON…]", "", outline.PEOPLE),
        ("PERSON|NUMBER", "", outline.PEOPLE),
        ("[PEOPLE] [TEXT]", "", outline.PEOPLE),
        ("TAG", "", outline.TAGS),
        ("PATH", "", outline.FILES),
        ("[get|set|unset]", "", "get set unset"),
        ("DATE", "", outline.TEXT),
        ("", "", outline.TEXT),
        ("TEXT", outline.KINDS, outline.KINDS),
    ],
)
def test_a_metavar_says_what_is_expected(metavar: str, known: str, expected: str) -> None:
    assert outline.expected(metavar, known) == expected


def test_people_come_first_in_a_sentence_and_may_be_mentioned_later(tree: list[outline.Command]) -> None:
    log = next(command for command in tree if command.name == "log")

    assert (log.places, log.rest) == ((outline.PEOPLE,), outline.MENTIONS)


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_the_script(place: Place, shell: str, tree: list[outline.Command]) -> None:
    place.desk().add("giulia", name="Giulia Secret")

    assert netlog(place, "shell", shell) == (0, script(shell, tree), "")


def test_without_a_name_it_says_where_to_put_what(place: Place) -> None:
    code, told, _ = netlog(place, "shell")

    assert code == 0
    assert [line for line in ("~/.bashrc", "~/.zshrc", "config.fish", "netlog shell timer") if line not in told] == []


def test_an_unknown_shell_is_refused_with_those_there_are(place: Place) -> None:
    code, told, problem = netlog(place, "shell", "tcsh")

    assert (code, told) == (2, "")
    assert "bash, zsh, fish or timer" in problem


def test_as_json_the_script_is_a_text(place: Place, tree: list[outline.Command]) -> None:
    _, told, _ = netlog(place, "shell", "fish", "--no-alias", "--json")

    assert json.loads(told)["text"] == script("fish", tree, has_alias=False)


PROGRAMS = ("netlog", "/home/ada/.local/bin/netlog", "/opt/100% mine/it's/net&log")


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_units_can_be_parsed_and_run_the_program(program: str) -> None:
    text = timers(program)
    service = text[text.index("[Unit]") : text.index("# ~/.config/systemd/user/netlog-morning.timer")]

    parser = ConfigParser(interpolation=None, strict=False)
    parser.read_string(service)

    line = parser["Service"]["ExecStart"].removeprefix("/bin/sh -c '").removesuffix("'")
    for written, meant in (("%%", "%"), ("$$", "$"), ("\\'", "'"), ("\\\\", "\\")):
        line = line.replace(written, meant)
    assert f"due=$({shlex.quote(program)} due --count)" in line
    assert subprocess.run(["sh", "-n", "-c", line], check=False).returncode == 0


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_agent_runs_a_line_that_a_shell_understands(program: str) -> None:
    text = timers(program)
    agent = plistlib.loads(text[text.index("<?xml") : text.index("</plist>") + 8].encode())

    line = agent["ProgramArguments"][2]

    assert subprocess.run(["sh", "-n", "-c", line], check=False).returncode == 0
    assert f"due=$({shlex.quote(program)} due --count)" in line


def test_the_reminder_for_cron_escapes_what_cron_would_break_at() -> None:
    assert "* * 1-5 '/opt/100\\% mine/netlog' due\n" in timers("/opt/100% mine/netlog")
