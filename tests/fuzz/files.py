"""Files of other programs for a fuzzer: every format there is, a mail folder, an archive, and telling them apart."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache, partial
from io import BytesIO
from typing import NamedTuple

from tests.fuzz.scratch import scratch

from netlog.errors import FormatProblem, UsageProblem
from netlog.formats.opening import sources
from netlog.formats.own import line_of, ordered, record
from netlog.formats.registry import formats
from netlog.formats.vcard_write import vcard
from netlog.interchange import (
    HEAD_BYTES,
    Card,
    Dated,
    Format,
    Reading,
    Record,
    Rejected,
    Skipped,
    Source,
    Stored,
    Talk,
    Writing,
)
from netlog.services.cards import as_card, said, tidied
from netlog.services.intake_talks import tidied_talk

TODAY = date(2026, 11, 21)
NAME = "WhatsApp Chat with Zofia Nowak.txt"
OWN = "netlog"
"""Writes rows of a journal, which these records are not."""

READINGS = (
    Reading(TODAY),
    Reading(TODAY, me=("Marco Bianchi", "marco@example.com"), day_first=True, is_other_included=True),
    Reading(TODAY, day_first=False, since=date(2020, 1, 1), until=date(2026, 6, 30), person="Zofia Nowak"),
    Reading(TODAY, encoding="cp1250", mapping={"who": "name", "mail": "email"}),
)
"""What users say of files; which one it is goes by the length of the input, so that a seed is a plain file."""


class Held(NamedTuple):
    """What there is to write, from records as they were taken in."""

    records: list[Card | Talk]
    today: date = TODAY

    def cards(self) -> Iterator[Card]:
        return (each for each in self.records if isinstance(each, Card))

    def talks(self) -> Iterator[Talk]:
        return (each for each in self.records if isinstance(each, Talk))

    def dated(self) -> Iterator[Dated]:
        return iter(())

    def stored(self) -> Iterator[Stored]:
        return iter(())


def reading(form: Format, data: bytes) -> None:
    """A file is read record by record or refused whole; what it gives can be stored, written and read once more."""
    assert form.read
    said_of_it = READINGS[len(data) % len(READINGS)]
    with suppress(FormatProblem):
        taken = [kept for found in form.read(source_of(data), said_of_it) if (kept := storable(found))]
        if form.write and form.name != OWN:
            written = "".join(form.write(Held(taken), Writing()))
            list(form.read(source_of(written.encode()), Reading(TODAY)))


@cache
def known() -> tuple[Format, ...]:
    """Every format, loaded once."""
    return formats()


def source_of(data: bytes) -> Source:
    return Source(NAME, data[:HEAD_BYTES], lambda: BytesIO(data))


def storable(found: Record) -> Card | Talk | None:
    """The person or contact as the journal would take it; None for what it refuses or takes as it is."""
    if isinstance(found, Rejected | Skipped):
        assert found.where
        assert found.reason
        return None
    if isinstance(found, Stored):
        assert record(line_of({"type": found.entity, **ordered(found)}), found.where) == found
        return None
    with suppress(UsageProblem):
        return card(found) if isinstance(found, Card) else tidied_talk(found)
    return None


def card(found: Card) -> Card:
    """The person as stored: remembered as text without loss, and the same again after a way through a vCard."""
    made = tidied(found, source="fuzz", today=TODAY)
    assert said(as_card(said(made), key=made.key)) == said(made)
    vcard(made, "3.0").encode()
    vcard(made, "4.0").encode()
    return made


def maildir(data: bytes) -> None:
    """A message in a mail folder is a contact, or left out with a reason."""
    folder = scratch() / "Mail"
    for part in ("cur", "new"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "cur" / "1700000000.a.host:2,S").write_bytes(data)
    form = next(each for each in known() if each.name == "maildir")
    assert form.read
    for found in form.read(Source("Mail", b"", BytesIO, folder), READINGS[len(data) % len(READINGS)]):
        storable(found)


def archive(data: bytes) -> None:
    """An archive is refused before anything of it is read, or each of its files can be read to the end."""
    path = scratch() / "export.zip"
    path.write_bytes(data)
    with suppress(FormatProblem), sources(path, BytesIO()) as found:
        for source in found:
            with source.open() as stream:
                content = stream.read()
            assert content.startswith(source.head)


def recognition(data: bytes) -> None:
    """Every format says how sure it is of any file, and none fails over one."""
    for name in (NAME, "people.vcf", "export.csv", "_chat.txt", ""):
        source = source_of(data)._replace(name=name)
        for form in known():
            assert form.recognise is None or 0 <= form.recognise(source) <= 100


def by_name() -> dict[str, Callable[[bytes], None]]:
    """A target for each format that reads files; a mail folder is a folder."""
    return {form.name: partial(reading, form) for form in known() if form.read and form.name != "maildir"}
