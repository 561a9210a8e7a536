"""Files of other programs, hostile in every field and by name: plan, count, answer and journal stay harmless."""

import csv
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.cli.running import Run, Terminal
from tests.hostile.corpus import ACTIVE, SHELL, everything, in_bundles, storable
from tests.hostile.judge import leaks, live
from tests.hostile.scene import at_terminal, handles

TEXTS = in_bundles([text for text in everything() if storable(text)], longest=150)
LINES = [" ".join(text.split()) for text in TEXTS]
WORST = "\x1b]0;owned\x07\x1b[2J\u202e\x9b31m\r\b\n[bold]x[/bold]"


def card(name: str, text: str) -> str:
    """A vCard with that text wherever one may stand."""
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;")
    fields = ("NICKNAME", "ORG", "TITLE", "NOTE", "CATEGORIES", "URL", "X-ODD", f"X-{text[:5]}")
    lines = [f"{field}:{escaped}" for field in fields]
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])


def vcard(texts: Sequence[str]) -> bytes:
    return "".join(card(f"Ada {text}".replace("\n", " ").replace("\r", " "), text) for text in texts).encode()


def table(texts: Sequence[str]) -> bytes:
    file = io.StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(["name", "email", "phone", "company", "role", "place", "tags", "note", "birthday", "every"])
    for number, text in enumerate(texts):
        rows.writerow([f"Ada {text}", f"a{number}@example.org", *[text] * 6, *([""] * 2 if number % 3 else [text] * 2)])
    return file.getvalue().encode()


def calendar(texts: Sequence[str]) -> bytes:
    escaped = [
        text.replace("\\", "\\\\").replace("\n", "\\n").replace(",", "\\,").replace(";", "\\;") for text in texts
    ]
    events = (
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:20261101T100000Z\r\nSUMMARY:{text}\r\nLOCATION:{text}\r\n"
        f'ATTENDEE;CN="Ada {number}":mailto:a{number}@example.org\r\nDESCRIPTION:{text}\r\nEND:VEVENT\r\n'
        for number, text in enumerate(escaped)
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode()


def mail(texts: Sequence[str]) -> bytes:
    letters = (
        f"From a@example.org Sun Nov  1 10:00:00 2026\nFrom: Ada {text} <a{number}@example.org>\n"
        f"To: Me <me@example.org>\nSubject: {text}\nMessage-ID: <{number}@example.org>\n"
        f"Date: Sun, 01 Nov 2026 10:00:00 +0000\n\n{text}\n\n"
        for number, text in enumerate(map(one_line, texts))
    )
    return "".join(letters).encode()


def one_line(text: str) -> str:
    return " ".join(text.splitlines())


def journal(texts: Sequence[str]) -> bytes:
    entries = [
        {"title": f"Coffee with @ada {text}", "body": text, "date": "2026-06-28", "time": "18:22"} for text in texts
    ]
    return json.dumps({"tags": {}, "entries": entries}).encode()


MADE = {"people.vcf": vcard, "people.csv": table, "meetings.ics": calendar, "box.mbox": mail, "journal.json": journal}
AS = {
    "people.vcf": "vcard",
    "people.csv": "csv",
    "meetings.ics": "ical",
    "box.mbox": "mbox",
    "journal.json": "jrnl-json",
}
ALL_OF_THEM = ("--add-people", "--me", "me@example.org")


@pytest.mark.parametrize("name", MADE)
def test_what_a_file_holds_is_planned_asked_and_told_without_danger(netlog: Run, name: str) -> None:
    file = netlog.home / name
    file.write_bytes(MADE[name](TEXTS))

    planned = at_terminal(netlog, "import", str(file), "--dry-run", *ALL_OF_THEM)
    refused = at_terminal(netlog, "import", str(file), *ALL_OF_THEM, typed="later\n" * 40 + "n\n")
    taken = at_terminal(netlog, "import", str(file), *ALL_OF_THEM, "--yes")
    again = netlog("import", str(file), "--json")

    assert all(shown.is_clean(is_counting=True) for shown in (planned, refused, taken))
    assert (planned.exit_code, refused.exit_code, taken.exit_code) == (0, 1, 0)
    assert live(again.stdout + again.stderr) == set()
    assert len(handles(netlog.path)) > 20 or name == "journal.json"
    for line in ("people", "inbox", "history", "dupes --all"):
        assert at_terminal(netlog, *line.split()).is_clean()


@pytest.mark.parametrize("name", MADE)
def test_a_file_said_to_be_another_is_refused_or_read_without_danger(netlog: Run, name: str) -> None:
    file = netlog.home / name
    file.write_bytes(MADE[name](TEXTS[:4]))

    for sort in (*AS.values(), "netlog", "linkedin", "google-csv", "whatsapp", "monica", "friends", "jrnl"):
        shown = at_terminal(netlog, "import", str(file), "--as", sort, "--dry-run")
        assert shown.is_clean(is_counting=True), sort
        assert shown.exit_code in (0, 2), sort


@pytest.mark.parametrize("name", [WORST, *SHELL.values(), *list(ACTIVE.values())[::3]], ids=repr)
def test_the_name_of_a_file_is_counted_and_told_without_danger(netlog: Run, name: str) -> None:
    odd = name.replace("/", "-").replace("\x00", "")[:80]
    file = netlog.home / f"{odd}.csv"
    try:
        file.write_bytes(table(["x"]))
    except (OSError, UnicodeEncodeError):
        pytest.skip("no file can be called so here")

    for arguments in (["--dry-run"], ["--yes"], ["--as", "vcard"]):
        assert at_terminal(netlog, "import", str(file), *arguments).is_clean(is_counting=True)
    answer = netlog("import", str(file), "--json")
    assert live(answer.stdout + answer.stderr) == set()
    shown = at_terminal(netlog, "export", "csv", "-o", f"{file}.new")
    assert shown.is_clean()
    assert at_terminal(netlog, "export", "csv", "-o", f"{file}.new").is_clean()


def test_a_count_at_a_real_terminal_does_not_set_its_title(terminal: Terminal, home: Path) -> None:
    file = home / "\x1b]0;owned\x07\x1b[2J[bold].csv"
    file.write_bytes(table(TEXTS))

    counted = terminal("import", str(file), "--yes", *ALL_OF_THEM).rest()

    assert leaks(counted, is_counting=True) == set()
    assert b"owned" in counted


def test_no_file_is_written_where_its_data_says(netlog: Run) -> None:
    for path in ("../../x", "/tmp/x", "a\\..\\b", "CON", "x\ny"):
        netlog("add", path, "--new", "--note", path)
    before = set(os.listdir(netlog.home))  # noqa: PTH208

    for name in ("csv", "vcard", "markdown", "ical", "netlog"):
        netlog("export", name, "-o", str(netlog.home / f"out.{name}"))

    assert {path for path in os.listdir(netlog.home) if not path.startswith("out.")} == before  # noqa: PTH208
