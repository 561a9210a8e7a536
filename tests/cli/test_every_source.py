"""Every source there is: it comes in, a second time changes nothing, and undo takes it out without a trace."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.cli.running import Run
from tests.formats import made_calendars, made_csv, made_journals, made_mail, vcards
from tests.storage.driving import truth

from netlog.formats.registry import formats

JRNL_JSON = {
    "tags": {"@giulia": 1},
    "entries": [
        {"title": "Coffee with @giulia.", "body": "", "date": "2026-06-28", "time": "18:22", "tags": ["@giulia"]},
        {"title": "Rain.", "body": "", "date": "2026-06-29", "time": "09:00", "tags": [], "starred": False},
    ],
}
MONICA = made_journals.monica_export(
    made_journals.monica_list(
        "contact",
        made_journals.monica_contact(
            "c-1",
            "Giulia D’Angelo",
            made_journals.monica_list("call", made_journals.monica_record(called_at="2024-03-01", content="pricing")),
            stay_in_touch_frequency=30,
        ),
    )
)
KNOTTER = json.dumps(
    {
        "metadata": {"exported_at": "2026-11-20T10:00:00Z", "app_version": "0.3.0", "format_version": 1},
        "contacts": [
            {
                "id": "5b1f0b7e-4f0d-4c56-9c39-0d6d4a8a0b01",
                "display_name": "Zofia Żuk",
                "email": "zofia@example.org",
                "tags": ["pm"],
                "interactions": [],
                "created_at": 1700000000,
                "updated_at": 1700000000,
            }
        ],
    }
)


class Sample(NamedTuple):
    """A file of a source, and what may have to be said about it."""

    format: str
    name: str
    content: bytes
    options: tuple[str, ...] = ()


def samples() -> list[Sample]:
    tables = [
        Sample(sort, f"{sort}-{number}.csv", text.encode() if isinstance(text, str) else text)
        for sort, texts in made_csv.SAMPLES.items()
        for number, text in enumerate(texts)
    ]
    mail = made_mail.mbox(made_mail.message(made_mail.SENT), made_mail.message(made_mail.GOT))
    with_everybody = ("--add-people", "--me", made_mail.ME)
    return [
        *(Sample("vcard", f"{name}.vcf", vcards.dialect_bytes(name)) for name in vcards.DIALECTS),
        *(each._replace(options=("--add-people", "--me", "Anna Neri")) for each in tables),
        Sample("ical", "meetings.ics", made_calendars.calendar(made_calendars.MEETING).encode(), with_everybody),
        Sample("mbox", "box.mbox", mail, with_everybody),
        Sample("friends", "friends.md", made_journals.FRIENDS_MD.encode()),
        Sample("jrnl", "journal.txt", made_journals.JRNL_TEXT.encode(), ("--add-people",)),
        Sample("jrnl-json", "journal.json", json.dumps(JRNL_JSON).encode(), ("--add-people",)),
        Sample("monica", "monica.json", MONICA.encode()),
        Sample(
            "whatsapp", "WhatsApp Chat with Zofia Nowak.txt", made_journals.ANDROID_CHAT.encode(), ("--add-people",)
        ),
        Sample("knotter", "snapshot.json", KNOTTER.encode()),
    ]


SAMPLES = samples()


@pytest.fixture
def journal(netlog: Run) -> Run:
    """A journal that knows two people already."""
    netlog.people("Giulia Rossi --email giulia@example.it", "Bo Lind")
    return netlog


def total(answer: dict[str, dict[str, int]], *verbs: str) -> int:
    return sum(answer[sort][verb] for sort in ("people", "contacts") for verb in verbs)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_source_comes_in_once_and_goes_without_a_trace(journal: Run, tmp_path: Path, sample: Sample) -> None:
    file = tmp_path / sample.name
    file.write_bytes(sample.content)
    before = truth(journal.path)

    first = journal.json("import", str(file), *sample.options)
    after = truth(journal.path, "operation", "change")
    second = journal.json("import", str(file), *sample.options)

    assert [each["format"] for each in first["files"]] == [sample.format]
    assert total(first, "new", "updated") > 0
    assert (total(second, "new", "updated", "doubtful"), second["operation"]) == (0, None)
    assert truth(journal.path, "operation", "change") == after
    journal.ok("undo")
    assert truth(journal.path) == before


def test_a_maildir_comes_in_as_a_folder(journal: Run, tmp_path: Path) -> None:
    folder = tmp_path / "Mail"
    made_mail.maildir(folder, {"cur/1:2,S": made_mail.message(made_mail.SENT)})

    answer = journal.json("import", str(folder), "--me", made_mail.ME)

    assert (answer["files"][0]["format"], answer["contacts"]["new"]) == ("maildir", 1)


def test_no_source_that_can_be_read_is_left_untried() -> None:
    assert {each.name for each in formats() if each.read} - {sample.format for sample in SAMPLES} == {
        "netlog",
        "maildir",
    }
