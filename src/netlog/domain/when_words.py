"""The words of dates in English, Italian and Polish, and the cutting of typed words into tokens.

A token has kinds: what its word may mean in a date, each with the numbers it stands for. `mar` is a
MONTH and the NAME of a day; `ten` is a NUM in English and a `this` in Polish; the grammar in `when.py`
decides which one fits. Kinds in capitals carry numbers, the others only mark a role.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from netlog.domain.folding import fold

Kinds = Mapping[str, tuple[int, ...]]

_LONGEST_WORD = 32


class Unit(IntEnum):
    """A length of calendar time."""

    DAY = 1
    WEEK = 2
    FORTNIGHT = 3
    MONTH = 4
    YEAR = 5


class Token(NamedTuple):
    """A piece of a typed word: its folded text, the word it came from, what it may mean."""

    text: str
    word: int
    stops: bool
    kinds: Kinds


_WEEKDAYS = (
    "monday lunedi poniedzialek poniedzialku",
    "tuesday martedi wtorek wtorku",
    "wednesday mercoledi sroda srode srody",
    "thursday giovedi czwartek czwartku",
    "friday venerdi piatek piatku",
    "saturday sabato sobota sobote soboty",
    "sunday domenica niedziela niedziele niedzieli",
)
_SHORT_WEEKDAYS = (
    "mon lun pon pn",
    "tue tues wt",
    "wed weds mer sro sr",
    "thu thur thurs czw",
    "fri ven pt",
    "sat sab sob sb",
    "sun niedz ndz nd",
)
# Short days that are words or names as well; `mar`, Tuesday or March, is neither without its date.
_SHY_WEEKDAYS = {"gio": 3, "dom": 6}
_TORN_WEEKDAYS = {"mar": 1}

_ENGLISH_MONTHS = (
    "january jan",
    "february feb",
    "march",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_OTHER_MONTHS = (
    "gennaio gen styczen stycznia sty",
    "febbraio luty lutego lut",
    "marzo marzec marca",
    "aprile kwiecien kwietnia kwi",
    "maggio mag maj maja",
    "giugno giu czerwiec czerwca cze",
    "luglio lug lipiec lipca lip",
    "agosto ago sierpien sierpnia sie",
    "settembre sett set wrzesien wrzesnia wrz",
    "ottobre ott pazdziernik pazdziernika paz",
    "novembre listopad listopada lis",
    "dicembre dic grudzien grudnia gru",
)

_NUMBERS = (
    "one uno una un jeden jedna jedno",
    "two due dwa dwie dwoch",
    "three tre trzy trzech",
    "four quattro cztery czterech",
    "five cinque piec pieciu",
    "six sei szesc szesciu",
    "seven sette siedem siedmiu",
    "eight otto osiem osmiu",
    "nine nove dziewiec dziewieciu",
    "ten dieci dziesiec dziesieciu",
    "eleven undici jedenascie jedenastu",
    "twelve dodici dwanascie dwunastu",
)

_UNITS = {
    Unit.DAY: "day days giorno giorni dzien dni dnia",
    Unit.WEEK: "week weeks wk wks settimana settimane tydzien tygodnie tygodni tygodnia tygodniu tyg",
    Unit.FORTNIGHT: "fortnight fortnights",
    Unit.MONTH: "month months mese mesi miesiac miesiace miesiecy miesiaca miesiacu",
    Unit.YEAR: "year years anno anni rok lata lat roku",
}
_UNIT_LETTERS = {"d": Unit.DAY, "w": Unit.WEEK, "m": Unit.MONTH, "y": Unit.YEAR}

_DAYS_AWAY = {
    -2: "avantieri avant'ieri altroieri przedwczoraj",
    -1: "yesterday ieri wczoraj",
    0: "today oggi dzis dzisiaj",
    1: "tomorrow domani jutro jutra",
    2: "dopodomani pojutrze",
}

# The hours, first and last, that a part of the day can mean.
_PARTS = {
    (0, 11): "morning mattina mattino rano",
    (12, 19): "afternoon pomeriggio poludniu popoludniu",
    (17, 23): "evening night sera notte wieczorem wieczor nocy",
}
_MERIDIEMS = {(0, 11): "am a.m", (12, 23): "pm p.m"}

_ROLES = {
    "last": "last scorso scorsa passato passata zeszly zeszla zeszle zeszlym zeszlego zeszlej"
    " ubiegly ubiegla ubiegle ubieglym ubieglego ubieglej poprzedni poprzednia poprzednim",
    "latest": "ultimo ultima ostatni ostatnia",
    "next": "next coming prossimo prossima przyszly przyszla przyszle przyszlym przyszlego przyszlej"
    " nastepny nastepna nastepnym najblizszy najblizsza najblizsze najblizszym",
    "this": "this questo questa quest' ten ta te tym tej tego",
    "ago": "ago fa temu",
    "in": "in tra fra za within entro",
    "za": "za tra fra",
    "on": "on w",
    "the": "the il lo la l' nel nella nell' dnia dniu",
    "we": "we",
    "altro": "altro",
    "of": "of del della dell' di",
    "by": "by entro do",
    "towards": "at alla pod na a",
    "end": "end",
    "fine": "fine",
    "koniec": "koniec konca koncu",
    "at": "at o godz godzinie",
    "alle": "alle all'",
    "ore": "ore godz godzinie",
    "during": "in po di del della nel al alla",
    "about": "about around roughly circa okolo",
    "every": "every each ogni co",
    "from": "from da od",
    "now": "now today ora oggi teraz dzis dzisiaj",
    # After `do`, which is English too, only words that are Polish genitives or numbers make a deadline.
    "genitive": "poniedzialku wtorku srody czwartku piatku soboty niedzieli jutra dzisiaj konca",
    # What makes a phrase part of its sentence: words after it at the start, words before it at the end.
    "links": "and or to till until through of del della di is are was were will be e oppure lub albo oraz",
    "binds": "since until till from for before after about of than like to and or every each not between"
    " through the a an one other first second third any"
    " da dal dalla dall' dopo per di del della dell' fino ogni e o oppure al alla ad che come non"
    " il lo la l' i le un una verso"
    " od do po przed na dla z ze co kazdy kazda kazde lub albo oraz niz nie",
}

_ALIASES = {
    "tonight": ("today", "evening"),
    "stasera": ("oggi", "sera"),
    "stamattina": ("oggi", "mattina"),
    "stamani": ("oggi", "mattina"),
    "stamane": ("oggi", "mattina"),
    "eow": ("end", "of", "week"),
    "eom": ("end", "of", "month"),
    "eoy": ("end", "of", "year"),
}


def _meanings() -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Every word of the tables above: its kind, the words, the numbers it carries."""
    for day, (full, short) in enumerate(zip(_WEEKDAYS, _SHORT_WEEKDAYS, strict=True)):
        yield from [("WEEKDAY", full, (day,)), ("ABBR", short, (day,)), ("NAME", f"{full} {short}", (day,))]
    yield from (("SHY", word, (day,)) for word, day in _SHY_WEEKDAYS.items())
    yield from (("NAME", word, (day,)) for word, day in (_SHY_WEEKDAYS | _TORN_WEEKDAYS).items())
    for month, (english, other) in enumerate(zip(_ENGLISH_MONTHS, _OTHER_MONTHS, strict=True), start=1):
        yield from [("FIRSTMONTH", english, (month,)), ("MONTH", f"{english} {other}", (month,))]
    yield "MONTH", "mar", (3,)
    for number, words in enumerate(_NUMBERS, start=1):
        yield from [("NUM", words, (number,)), ("SPELT", words, (number,))]
    for unit, words in _UNITS.items():
        yield "UNIT", words, (unit,)
    for unit, italian in ((Unit.WEEK, "settimana"), (Unit.MONTH, "mese"), (Unit.YEAR, "anno")):
        yield from [("PERIOD", _UNITS[unit], (unit,)), ("MESE", italian, (unit,))]
    for days, words in _DAYS_AWAY.items():
        yield "AWAY", words, (days,)
    yield from (("PART", words, hours) for hours, words in _PARTS.items())
    yield from (("MERIDIEM", words, hours) for hours, words in _MERIDIEMS.items())
    yield from [
        ("NOON", "noon mezzogiorno poludnie", (12,)),
        ("NUM", "a an un'", (1,)),
        ("DAY", "primo", (1,)),
    ]
    yield from ((role, words, ()) for role, words in _ROLES.items())


def _vocabulary(meanings: Iterable[tuple[str, str, tuple[int, ...]]]) -> Mapping[str, Kinds]:
    table: dict[str, dict[str, tuple[int, ...]]] = {}
    for kind, words, numbers in meanings:
        for word in words.split():
            table.setdefault(word, {})[kind] = numbers
    return table


_VOCABULARY = _vocabulary(_meanings())
_NOTHING: Kinds = {}
_PLAIN_MARKS = str.maketrans("’‘ʼ`´′−–—", "''''''---")
_SIGNS = {"": "SPAN", "+": "PLUS", "-": "MINUS"}
_NUMBER_FORMS = {
    "count": r"([0-9]{1,6})",
    "ordinal": r"([0-9]{1,2})(?:st|nd|rd|th|o|°)",
    "iso": r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})",
    "numeric": r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})",
    "pair": r"([0-9]{1,2})([/.])([0-9]{1,2})",
    "clock": r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?",
    "span": r"([-+]?)([0-9]{1,6})([dwmy])",
}


def tokens_of(words: Sequence[str]) -> list[Token]:
    """The tokens of the words, in order; a word that can be no part of a date is one token without kinds."""
    return [token for index, word in enumerate(words) for token in _cut(word, index)]


def _cut(word: str, index: int) -> list[Token]:
    if len(word) > _LONGEST_WORD:
        return [Token("", index, stops=word.endswith((":", ";")), kinds=_NOTHING)]
    text = fold(word.translate(_PLAIN_MARKS))
    parts = _parts(text.rstrip(".,:;!") or text)
    last = len(parts) - 1
    stops = text.endswith((":", ";"))
    return [Token(part, index, stops and at == last, _kinds(part)) for at, part in enumerate(parts)]


def _parts(text: str) -> tuple[str, ...]:
    """The text in the pieces the grammar knows: `l'anno`, `6pm` and `2026-11-05t18:00` are two each."""
    if text in _VOCABULARY:
        return (text,)
    if text in _ALIASES:
        return _ALIASES[text]
    if "'" in text:
        pieces = re.fullmatch(r"((?:l|un|quest|all|dell|nell)')(.+)", text)
        return (pieces[1], pieces[2]) if pieces else (text,)
    if text[:1].isdigit():
        pieces = re.fullmatch(r"([-0-9]{8,10})t([0-9:]+)|([0-9:.]{1,5})([ap]\.?m)", text)
        return tuple(piece for piece in pieces.groups() if piece) if pieces else (text,)
    return (text,)


def _kinds(text: str) -> Kinds:
    if not text or text[0] not in "0123456789+-":
        return _VOCABULARY.get(text, _NOTHING)
    for form, pattern in _NUMBER_FORMS.items():
        if found := re.fullmatch(pattern, text):
            return _number_kinds(form, found)
    return _NOTHING


def _number_kinds(form: str, found: re.Match[str]) -> Kinds:
    numbers = tuple(int(group) for group in found.groups() if group and group.isdigit())
    match form:
        case "count":
            return _count_kinds(numbers[0], digits=len(found[1]))
        case "ordinal":
            return {"DAY": numbers}
        case "iso":
            return {"ISO": numbers}
        case "numeric":
            return {"NUMERIC": numbers}
        case "pair":
            clock: Kinds = {"DOTTED": numbers} if found[2] == "." and _is_clock(numbers) else _NOTHING
            return {"PAIR": numbers, **clock}
        case "clock":
            return {"CLOCK": numbers} if _is_clock(numbers) else _NOTHING
        case _:
            return {_SIGNS[found[1]]: (numbers[0], _UNIT_LETTERS[found[3]])}


def _count_kinds(number: int, *, digits: int) -> Kinds:
    kinds = {"NUM": (number,)}
    if digits == len("2026"):
        kinds["YEAR"] = (number,)
    if digits <= len("31"):
        kinds |= {"DAY": (number,)} if 1 <= number <= 31 else {}
        kinds |= {"HOUR": (number,)} if number <= 23 else {}
    return kinds


def _is_clock(numbers: Sequence[int]) -> bool:
    return numbers[0] <= 23 and all(number <= 59 for number in numbers[1:])
