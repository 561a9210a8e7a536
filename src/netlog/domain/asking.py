"""Two things to ask somebody about: what they said lay ahead, what may have changed, what they were looking for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, zip_longest
from typing import NamedTuple

from netlog.domain.folding import fold

MOST = 2
LONGEST = 90
Dated = tuple[date, str]
"""Something said, and on which day."""

PARTS = re.compile(r"(?<=[.!?…])\s+|[;\n]+|\s+[·–—-]\s+")
AHEAD = re.compile(
    r"\b(?:"
    r"will|is going to|are going to|plans to|planning|hopes to|about to|starting|starts (?:in|on|next)"
    r"|next (?:week|month|year|spring|summer|autumn|winter)|sara|vuole|spera di|pensa di|sta per"
    r"|prossim[oaie]|il mese prossimo|bedzie|beda|zamierza|planuje|chce|wkrotce|przyszly[mh]?|nastepny[mh]?"
    r")\b"
)
"""Words that speak of what is to come, in English, Italian and Polish without accents."""


class Question(NamedTuple):
    """Something to ask about: ahead, fact, want or last; the words it comes from, and the day they are of."""

    sort: str
    words: str
    on: date


def questions(
    texts: Sequence[Dated], *, stale: Sequence[Dated], wants: Sequence[Dated], most: int = MOST
) -> tuple[Question, ...]:
    """At most so many, of different sorts first; `texts` are those of the last contacts, the newest first.

    What was said of the time to come goes first, then the oldest fact that may have changed, then what they look
    for; with nothing of these, the last thing that was talked about.
    """
    by_sort = (
        [Question("ahead", words, on) for on, words in ahead(texts)],
        [Question("fact", shortened(text), on) for on, text in sorted(stale)],
        [Question("want", shortened(text), on) for on, text in wants],
    )
    in_turn = (each for each in chain.from_iterable(zip_longest(*by_sort)) if each)
    last = (Question("last", shortened(text), on) for on, text in texts)
    return tuple(different(chain(in_turn, last)))[:most]


def ahead(texts: Iterable[Dated]) -> Iterator[Dated]:
    """The sentences that speak of what was then to come, with their days."""
    for on, text in texts:
        yield from ((on, shortened(part)) for part in PARTS.split(text) if part and AHEAD.search(fold(part)))


def different(found: Iterable[Question]) -> Iterator[Question]:
    """Those whose words did not come up already, whole or as a part."""
    said: list[str] = []
    for each in found:
        words = fold(each.words)
        if words and not any(words in before or before in words for before in said):
            said.append(words)
            yield each


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
