"""Which field a column of any CSV is: as the user says, else by what such columns are called in three languages."""

from collections.abc import Mapping, Sequence

from netlog.errors import FormatProblem, either, shorten
from netlog.formats.csv_rows import Fields, Meaning, column_words
from netlog.formats.outlook_columns import by_words

ENGLISH: Mapping[str, str] = {
    "name": "Name | Full name | Display name | Contact | Contact name | Person | Who",
    "first": "First name | First | Given name | Forename",
    "last": "Last name | Last | Surname | Family name",
    "company": "Company | Company name | Companies | Organization | Organisation | Employer | Firm",
    "role": "Role | Title | Job title | Job | Position | Occupation",
    "place": "Place | City | Town | Location | Where",
    "email": "Email | E-mail | Emails | Mail | Email address | E-mail address | Email 1 | Email 2 | Work email"
    " | Personal email",
    "phone": "Phone | Phones | Phone number | Phone numbers | Telephone | Tel | Mobile | Mobile phone | Cell"
    " | Cell phone | Work phone | Home phone",
    "url": "Url | Link | Links | Website | Web | Web page | Homepage | LinkedIn | LinkedIn URL | Profile | Sites",
    "birthday": "Birthday | Birth date | Date of birth | Born | Dob | Bday",
    "tags": "Tags | Tag | Labels | Label | Groups | Group | Categories | Category",
    "met": "Met | Met at | How we met | Where we met | Event",
    "met_on": "Met on | Date met | First met",
    "alias": "Alias | Aliases | Nickname | Also known as | Aka",
    "tier": "Tier | Circle | Closeness",
    "every": "Every | Cadence | Frequency | Every days",
    "since": "Since | Known since | Connected on",
    "handle": "Handle",
    "can": "Can | Can help with",
    "wants": "Wants | Looks for | Looking for",
    "via": "Via | Introduced by | Referred by",
    "note": "Note | Notes | Comment | Comments | Remarks | Facts",
}
ITALIAN: Mapping[str, str] = {
    "name": "Nome completo | Nome e cognome | Nominativo | Contatto | Persona",
    "first": "Nome",
    "last": "Cognome",
    "company": "Azienda | Società | Ditta | Organizzazione",
    "role": "Ruolo | Qualifica | Posizione | Professione | Mansione",
    "place": "Città | Luogo | Località | Dove",
    "email": "Posta elettronica | Indirizzo e-mail | Indirizzo email",
    "phone": "Telefono | Cellulare | Numero di telefono | Telefono cellulare",
    "url": "Sito | Sito web | Pagina web | Profilo",
    "birthday": "Compleanno | Data di nascita | Nascita",
    "tags": "Etichetta | Etichette | Gruppo | Gruppi | Categoria | Categorie",
    "note": "Nota | Annotazioni | Commento | Commenti",
    "met": "Incontro | Dove ci siamo conosciuti | Come ci siamo conosciuti",
    "met_on": "Data incontro | Conosciuto il | Conosciuta il",
    "alias": "Soprannome",
    "tier": "Cerchia",
    "every": "Ogni | Frequenza | Cadenza",
    "since": "Dal | Conosciuto dal | Conosciuta dal",
    "via": "Presentato da | Presentata da | Tramite",
}
POLISH: Mapping[str, str] = {
    "name": "Imię i nazwisko | Nazwa | Osoba | Kontakt",
    "first": "Imię",
    "last": "Nazwisko",
    "company": "Firma | Organizacja | Pracodawca",
    "role": "Stanowisko | Rola | Zawód",
    "place": "Miasto | Miejscowość | Miejsce",
    "email": "Adres e-mail | Adres email | Mejl | Poczta",
    "phone": "Telefon | Numer telefonu | Nr telefonu | Komórka | Telefon komórkowy",
    "url": "Strona | Strona WWW | Strona internetowa | Profil",
    "birthday": "Urodziny | Data urodzenia",
    "tags": "Tagi | Etykiety | Grupa | Grupy | Kategoria | Kategorie",
    "note": "Notatka | Notatki | Uwagi | Komentarz",
    "met": "Spotkanie | Gdzie się poznaliśmy | Jak się poznaliśmy",
    "met_on": "Data poznania | Poznani",
    "alias": "Pseudonim | Ksywa | Przydomek",
    "tier": "Krąg",
    "every": "Co ile | Częstotliwość",
    "since": "Od | Znajomość od",
    "via": "Przez | Polecony przez | Polecona przez",
}
FIELDS = tuple(ENGLISH)
KNOWN = dict(by_words(ENGLISH, ITALIAN, POLISH))
IN_ENGLISH = frozenset(dict(by_words(ENGLISH)))
ELSEWHERE = frozenset(dict(by_words(ITALIAN, POLISH)))
MOST_SHOWN = 20
LONGEST_SHOWN = 40
NAMING = frozenset({"name", "first", "last"})
ALONE = frozenset({"nome", "imie", "name"})
"""Columns that hold whole names where there is no column for last names, and first names where there is."""


def meaning_of(mapping: Mapping[str, str]) -> Meaning:
    """How the row of column names is found, and what its columns are; FormatProblem for a field nobody knows."""
    for column, field in mapping.items():
        if field not in FIELDS:
            raise FormatProblem(
                f"no field is called {shorten(field)}", hint=f"column {shorten(column)} can be {either(FIELDS)}"
            )
    said = {column_words(column): field for column, field in mapping.items()}

    def meaning(columns: Sequence[str]) -> Fields | None:
        words = [column_words(column) for column in columns]
        fields = meant(words, said)
        return fields if said.keys() <= set(words) and not NAMING.isdisjoint(fields) else None

    return meaning


def meant(words: Sequence[str], said: Mapping[str, str]) -> list[str | None]:
    """The field of each column: what the user said goes before what its name says."""
    pairs = [(word, said.get(word) or KNOWN.get(word)) for word in words]
    is_parted = any(field == "last" for _, field in pairs)
    has_first = any(field == "first" for word, field in pairs if word in said or word not in ALONE)
    alone = "first" if is_parted and not has_first else "name"
    return [alone if word in ALONE and word not in said else field for word, field in pairs]


def is_local(columns: Sequence[str]) -> bool:
    """Whether columns are called so in a language whose dates have the day first."""
    words = set(map(column_words, columns))
    return len(words & ELSEWHERE) > len(words & IN_ENGLISH)


def unnamed(name: str, rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> FormatProblem:
    """Why nobody is found in a file, with its columns and how to say what they are."""
    columns = [column for column in max(rows, key=len, default=()) if column]
    if not columns:
        return FormatProblem(f"{name} has no columns", hint="the first line of a CSV names its columns")
    words = set(map(column_words, columns))
    listed = "its columns are " + ", ".join(shorten(column, LONGEST_SHOWN) for column in columns[:MOST_SHOWN])
    for column in mapping:
        if column_words(column) not in words:
            return FormatProblem(f"{name} has no column {shorten(column)}", hint=listed)
    return FormatProblem(
        f"no column of {name} is known to hold names", hint=f'say which does: --map "{columns[0]}=name"; {listed}'
    )
