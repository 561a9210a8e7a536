"""Imports into journals on disk: the transactions, and records that try every part of them."""

from datetime import date

from tests.services.importing_desk import card, talk
from tests.storage.driving import TODAY, Desk

from netlog.domain.views_import import Imported
from netlog.interchange import Mention, Noted, Record
from netlog.ports_interchange import Importer
from netlog.rows import NewInteraction, NewPerson
from netlog.services.importing import Intake
from netlog.services.intake_cards import Options
from netlog.storage.imports import Rehearsal, SqlImporter

ENTITIES = ("origin", "card_line")
DAY = date(2026, 3, 1)
WAYS = (("email", "anna@example.org"), ("phone", "+48 600 700 800"))
ANNA = NewPerson("anna", "Anna Rossi", TODAY, is_fresh=False, company="Acme", contacts=WAYS, aliases=("Ania",))
CALL = NewInteraction("2026-03-01T11:00:00Z", "Etc/UTC", DAY, "call", "talk", "mutual", "tea", (1,))


def sql(desk: Desk) -> SqlImporter:
    return SqlImporter(desk.path, desk.clock, desk.reckoning)


def rehearsal(desk: Desk) -> Rehearsal:
    return Rehearsal(desk.path, desk.clock, desk.reckoning)


RECORDS: tuple[Record, ...] = (
    card("Anna Rossi", "anna@example.org", key="1", extra=("X-A:1",), facts=(Noted("tea"),)),
    card("Jan Kot", key="2", via=Mention("Anna Rossi")),
    card("Jan Kot", key="3", company="Acme"),
    talk("Jan Kot", "Anna Rossi", key="t", on=DAY),
    talk("Jan", "Nobody", key="u", on=DAY),
    talk("anna@example.org", "Zofia Żuk", key="v", on=DAY),
)
NEWER: tuple[Record, ...] = (
    card("Anna Bianchi", "anna@example.org", "new@example.org", key="1", extra=("X-A:2",), aliases=("Annina",)),
    card("Jan Kot", key="3", company="Nowa", is_kin=True, met_on=DAY),
    card("Zofia Żuk", key="4", topics=(("can", "pricing"),), tags=("pm",)),
    talk("Jan Kot", "Anna Rossi", key="t", on=TODAY, text="moved"),
    talk("anna@example.org", "Zofia Żuk", key="v", on=DAY),
)


def bring(importer: Importer, records: tuple[Record, ...], desk: Desk) -> Imported:
    """Import the records; what became of them."""
    intake = Intake(importer, Options(), clock=desk.clock, worths={})
    intake.take_file("a file", "vcard", records)
    return intake.finish()._replace(operation=None)
