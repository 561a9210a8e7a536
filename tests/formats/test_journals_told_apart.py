"""The files of other journals told apart by what is in them: each is recognised by its own format and no other."""

import json

import pytest
from tests.formats.made_journals import (
    ANDROID_CHAT,
    FRIENDS_MD,
    JRNL_TEXT,
    how_sure,
    monica_contact,
    monica_export,
    monica_list,
)

from netlog.formats import friends_md, jrnl, knotter, monica, whatsapp
from netlog.interchange import Format

FORMATS = (friends_md.FORMAT, jrnl.JSON, jrnl.TEXT, monica.FORMAT, whatsapp.FORMAT, knotter.FORMAT)
ENTRY = {"title": "Called @bo.", "body": "", "date": "2026-06-30", "time": "21:05", "tags": ["@bo"], "starred": False}
SNAPSHOT = {
    "metadata": {"exported_at": 1, "app_version": "0.2", "schema_version": 9, "format_version": 1},
    "contacts": [{"id": "c1", "display_name": "Łukasz Żak", "interactions": []}],
}
SAMPLES: dict[Format, str] = {
    friends_md.FORMAT: FRIENDS_MD,
    jrnl.JSON: json.dumps({"tags": {}, "entries": [ENTRY]}),
    jrnl.TEXT: JRNL_TEXT,
    monica.FORMAT: monica_export(monica_list("contact", monica_contact("g", "Giulia Rossi"))),
    whatsapp.FORMAT: ANDROID_CHAT,
    knotter.FORMAT: json.dumps(SNAPSHOT),
}


@pytest.mark.parametrize("own", FORMATS, ids=lambda form: form.name)
def test_a_file_is_recognised_by_its_own_format_and_no_other(own: Format) -> None:
    assert [form.name for form in FORMATS if how_sure(form, SAMPLES[own]) >= 50] == [own.name]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"{", b"\x00" * 200, b"Name,E-mail\nBo,b@example.org\n", b"# Diary\n"]
)
def test_what_is_no_journal_is_recognised_by_none(data: bytes) -> None:
    assert [how_sure(form, data) for form in FORMATS] == [0] * len(FORMATS)
