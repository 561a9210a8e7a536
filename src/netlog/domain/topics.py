"""Topics: whether two texts speak of the same thing, and in which order those who can help come."""

import re
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from netlog.domain.folding import fold

Stems = Callable[[str], frozenset[str]]
"""The folded stems a word may have, the folded word itself among them."""

SORTS = ("offered", "helped", "role", "tagged", "mentioned")
"""What speaks for somebody, the strongest first."""

FILLER = (
    "a about an and for from how in into of on or the to with "
    "a al alla alle che come con da dei del della delle di e gli i il in la le lo nel nella per su un una "
    "albo do jak na o od po u w we z za ze "
    "advice help need needs somebody someone support aiuto cerca cerco consiglio consigli qualcuno "
    "ktoś kogoś ktos kogos pomoc rada rady szuka"
)
FILLERS = frozenset(FILLER.split())
"""Words that say nothing of a topic, unless it has no others."""

WORD = re.compile(r"[^\W_]+")
LEAST_BEGINNING = 3


class Topic(NamedTuple):
    """What is looked for: the stems of each word, and with which letters words of these stems begin."""

    stems: tuple[frozenset[str], ...]
    beginnings: tuple[tuple[str, ...], ...]


def topic_of(text: str, stems: Stems) -> Topic:
    """The different words of a text as a topic; it has no words when there is no letter or digit."""
    typed = {fold(word): word for word in words_of(text)}
    words = {word: stems(typed.get(word, word)) for word in words_of(fold(text))}
    telling = [word for word in words if word not in FILLERS] or words
    sets = {words[word]: beginnings(word, words[word]) for word in telling}
    return Topic(tuple(sets), tuple(sets.values()))


def words_of(text: str) -> list[str]:
    """The words of a text."""
    return WORD.findall(text)


def beginnings(word: str, stems: Iterable[str]) -> tuple[str, ...]:
    """The letters with which every word of one of these stems begins.

    Endings swallow or change a last e, i or y (price and pricing, company and companies), so that it is left free.
    """
    shared = {free_end(common_start(word, stem)) for stem in stems}
    long = {start for start in shared if len(start) >= LEAST_BEGINNING} or {word}
    return tuple(sorted(start for start in long if not start.startswith(tuple(long - {start}))))


def free_end(start: str) -> str:
    """The letters without a last one that endings change, unless too few are left."""
    return start[:-1] if len(start) > LEAST_BEGINNING and start[-1] in "eiy" else start


def common_start(one: str, other: str) -> str:
    """The letters with which both begin."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return one[:same]


def is_about(text: str, topic: Topic, stems: Stems) -> bool:
    """Whether every word of the topic has a word of the text with which it shares a stem."""
    starts = tuple(start for some in topic.beginnings for start in some)
    said = {stem for word in words_of(text) if fold(word).startswith(starts) for stem in stems(word)}
    return bool(topic.stems) and all(not said.isdisjoint(word) for word in topic.stems)


def distance(one: Topic, other: Topic) -> int | None:
    """How many words one has beyond the other: 0 for the same topic; None unless one holds all of the other."""
    is_met = one.stems and other.stems and (is_within(one, other) or is_within(other, one))
    return abs(len(one.stems) - len(other.stems)) if is_met else None


def is_within(one: Topic, other: Topic) -> bool:
    """Whether every word of one topic is among those of the other."""
    return all(any(not word.isdisjoint(each) for each in other.stems) for word in one.stems)


def rank(evidence: Collection[tuple[str, int, int]]) -> tuple[int, ...]:
    """Best first: who has the stronger sorts of evidence, then who was mentioned more often, then lately.

    Each piece of evidence is (sort, times, day as an ordinal).
    """
    has = {sort for sort, _, _ in evidence}
    lacks = [int(sort not in has) for sort in SORTS]
    return (*lacks, -sum(times for _, times, _ in evidence), -max((day for _, _, day in evidence), default=0))
