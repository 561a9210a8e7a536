"""What a fact is about, told by its words, and when it may have become untrue."""

import re
from collections.abc import Mapping
from datetime import date

from netlog.domain.folding import fold

SORTS = ("job", "city", "family", "other")
OTHER = "other"

STALE_AFTER: Mapping[str, int] = {"job": 12, "city": 18}
"""Months after which a fact of that sort is perhaps out of date; the others stay true."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "job": (
        r"works? (?:at|for|as)|(?:new|first) job|changed jobs|promoted|is now (?:the )?\w+ at",
        r"lavora (?:per|come|presso|da|alla)|nuovo lavoro|ha cambiato lavoro|promoss[oa]",
        r"pracuje (?:w|dla|jako|u)|now(?:a|ej) prac[aey]|zmienila? prace|awansowala?",
    ),
    "city": (
        r"(?:moved|moving|moves|relocated) to|lives? (?:in|near)|living in|based in",
        r"(?:vive|abita) (?:a|ad|in|vicino)|trasferit[oa] (?:a|ad|in)|si trasferisce",
        r"mieszka (?:w|we|na|pod|kolo)|przeprowadzila? sie|przeprowadza sie|przeniosla? sie do",
    ),
    "family": (
        r"kids?|child|children|sons?|daughters?|wife|husband|married|engaged|pregnant|twins|newborn",
        r"figli|figli[oae]|moglie|marito|sposat[oa]|incinta|gemell[ie]|sorella|fratello",
        r"dziec[ik]\w*|syna?|synow(?:ie)?|cork[aieo]|zona|zonaty|zamezna|w ciazy|bliznia\w+|siostr[aey]",
    ),
}
"""Few words, and sure ones, of English, Italian and Polish without accents; the first sort that matches is it."""

PATTERNS = {sort: re.compile(rf"\b(?:{'|'.join(words)})\b") for sort, words in WORDS.items()}


def sort_of(text: str) -> str:
    """The sort that the words tell, `other` when they tell none."""
    folded = " ".join(fold(text).split())
    return next((sort for sort, pattern in PATTERNS.items() if pattern.search(folded)), OTHER)


def is_stale(sort: str, known_on: date, today: date) -> bool:
    """Whether what was known on a day is perhaps out of date, by full months."""
    months = STALE_AFTER.get(sort)
    return months is not None and full_months(known_on, today) >= months


def full_months(first: date, last: date) -> int:
    """Whole months from one day to another; negative when the other comes first."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
