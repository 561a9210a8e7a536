"""Thunderbird's address book as CSV, in English, Italian and Polish."""

from collections.abc import Iterator, Mapping

from netlog.formats.csv_cards import (
    Made,
    Scene,
    address,
    aliases_of,
    born_or_fact,
    contacts_of,
    facts,
    facts_of,
    joined,
    notes,
    odd_contacts,
    one_line,
    read_cards,
)
from netlog.formats.csv_rows import Row, is_headed, named
from netlog.formats.outlook_columns import by_words
from netlog.interchange import Card, Format, Reading, Record, Source

WORDS: Mapping[str, str] = {
    "first": "First Name | Nome | Imię",
    "last": "Last Name | Cognome | Nazwisko",
    "display": "Display Name | Nome visualizzato | Wyświetlana nazwa | Nazwa wyświetlana",
    "nickname": "Nickname | Soprannome | Pseudonim",
    "primary": "Primary Email | E-mail primaria | Email principale | Podstawowy e-mail",
    "secondary": "Secondary Email | E-mail secondaria | Email secondaria | Dodatkowy e-mail",
    "chat": "Screen Name | Nome Instant Messenger | Komunikator AIM",
    "phone": "Work Phone | Telefono lavoro | Telefonu służbowy | Telefon służbowy"
    " | Home Phone | Telefono casa | Telefon domowy"
    " | Pager Number | Numero cercapersone | Pager"
    " | Mobile Number | Numero cellulare | Numer telefonu komórkowego",
    "fax": "Fax Number | Numero fax | Numer faksu",
    "home street": "Home Address | Home Address 2 | Indirizzo di casa | Indirizzo di casa 2"
    " | Adres domowy | Adres domowy 2",
    "home city": "Home City | Città di residenza | Miasto (dom)",
    "home area": "Home State | Home ZipCode | Home Country | Provincia di residenza | CAP di residenza"
    " | Nazione di residenza | Województwo (dom) | Kod pocztowy (dom) | Państwo (dom)",
    "work street": "Work Address | Work Address 2 | Indirizzo di lavoro | Indirizzo di lavoro 2"
    " | Adres służbowy | Adres służbowy 2",
    "work city": "Work City | Città di lavoro | Miasto (praca)",
    "work area": "Work State | Work ZipCode | Work Country | Provincia di lavoro | CAP di lavoro"
    " | Nazione di lavoro | Województwo (praca) | Kod pocztowy (praca) | Państwo (praca)",
    "role": "Job Title | Qualifica | Stanowisko",
    "department": "Department | Reparto | Departament",
    "company": "Organization | Organizzazione | Firma/Organizacja",
    "url": "Web Page 1 | Web Page 2 | Pagina web 1 | Pagina web 2 | Strona WWW 1 | Strona WWW 2",
    "year": "Birth Year | Anno di nascita | Urodziny - Rok",
    "month": "Birth Month | Mese di nascita | Urodziny - Miesiąc",
    "day": "Birth Day | Giorno di nascita | Urodziny - Dzień",
    "own": "Custom 1 | Custom 2 | Custom 3 | Custom 4"
    " | Personalizzato 1 | Personalizzato 2 | Personalizzato 3 | Personalizzato 4"
    " | Informacja 1 | Informacja 2 | Informacja 3 | Informacja 4",
    "notes": "Notes | Note | Notatki",
}
MEANING = named(dict(by_words(WORDS)), "display", "primary")
OTHERWISE = {"chat": "chat", "fax": "fax", "department": "department", "own": "note"}


def read(source: Source, reading: Reading) -> Iterator[Record]:
    """Every contact."""
    yield from read_cards(source, reading, MEANING, scene=Scene(reading, bool(reading.day_first)), card_of=card)


def card(row: Row, scene: Scene) -> Made:
    """One contact, by the name shown."""
    parts = joined(row.one("first"), row.one("last"))
    shown = one_line(row.one("display"))
    name = parts if "@" in shown else shown or parts
    name = name or one_line(row.one("nickname") or row.one("company"))
    emails, phones, urls = [*row.many("primary"), *row.many("secondary")], row.many("phone"), row.many("url")
    birthday, unborn = born_or_fact((born(row),), scene)
    told = [*notes(row.many("notes")), *unborn, *facts_of(row, OTHERWISE)]
    told += [fact for side in ("home", "work") for fact in facts(f"address ({side})", (postal(row, side),))]
    return Card(
        key="",
        where=row.where,
        name=name,
        aliases=aliases_of(name, (*row.many("nickname"), parts)),
        company=one_line(row.one("company")) or None,
        role=one_line(row.one("role")) or None,
        place=one_line(row.one("home city") or row.one("work city")) or None,
        birthday=birthday,
        contacts=contacts_of(emails, phones, urls),
        facts=(*told, *odd_contacts(emails, phones, urls)),
    )


def postal(row: Row, side: str) -> str:
    """A postal address in one line."""
    return address(*(part for sort in ("street", "city", "area") for part in row.many(f"{side} {sort}")))


def born(row: Row) -> str:
    """The three cells of a birthday in ISO 8601, the year left out where it is unknown."""
    year, month, day = row.one("year"), row.one("month"), row.one("day")
    if not (month and day):
        return " ".join(filter(None, (day, month, year)))
    if not year.strip("0"):
        return f"--{month:0>2}-{day:0>2}"
    return f"{year:0>4}-{month:0>2}-{day:0>2}"


FORMAT = Format(
    "thunderbird-csv",
    "Thunderbird address book (CSV)",
    recognise=lambda source: 95 * is_headed(source, MEANING),
    read=read,
)
