"""Who can help with a topic, and who could be introduced to whom."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from netlog.domain.snippets import snippet
from netlog.domain.topics import SORTS, Stems, Topic, distance, is_about, rank, topic_of
from netlog.domain.views_topics import Evidence, Helper, Helpers, Match, Matches
from netlog.errors import UsageProblem
from netlog.ports import Reader
from netlog.ports_topics import Topics
from netlog.rows_topics import ClueRow, TopicRow

WEIGHED = 4000
"""Of the entries that hold the words, so many of the newest are weighed."""

SUMMED = ("helped", "mentioned")
"""Sorts of evidence of which the newest is told, with how often there was any."""

OFFERS_WEIGHED, OFFERS_SHOWN = 60, 3
"""Offers compared with one want, and proposed for it."""

UNQUOTED = '"$`\\!'
"""Characters that a shell reads as its own between double quotes."""


def who(reader: Reader, topics: Topics, text: str, *, stems: Stems, today: date, limit: int) -> Helpers:
    """Who can help with a topic, with the evidence; raises UsageProblem when there is no word in it."""
    topic = topic_of(text, stems)
    if not topic.stems:
        raise UsageProblem("there is no topic in that", hint="for example: netlog who pricing")
    found, is_partial = about(topics, topic, stems)
    offers = [clue for clue in topics.clues("person", found.get("person", ())) if is_about(clue.words, topic, stems)]
    others = [clue for source in ("exchange", "entry", "fact") for clue in topics.clues(source, found.get(source, ()))]
    evidence = by_person([*offers, *others])
    ranked = sorted(evidence, key=lambda person: (*rank([*map(weighed, evidence[person])]), person))
    names = {tie.id: (tie.handle, tie.name) for tie in reader.ties(ranked[:limit])}
    people = tuple(
        Helper(*names[person], tuple(told(topics, clue, topic) for clue in evidence[person]))
        for person in ranked[:limit]
    )
    return Helpers(today, text, people, len(evidence), is_partial)


def about(topics: Topics, topic: Topic, stems: Stems) -> tuple[dict[str, list[int]], bool]:
    """The numbers of the passages that speak of the topic, by source, and whether older ones were left out."""
    rows, is_partial = topics.passages_about(topic.beginnings, limit=WEIGHED)
    found: dict[str, list[int]] = {}
    for source, number, folded in rows:
        if is_about(folded, topic, stems):
            found.setdefault(source, []).append(number)
    return found, is_partial


def by_person(clues: Iterable[ClueRow]) -> dict[int, list[ClueRow]]:
    """What speaks for each, the strongest first; help and mentions summed up in the newest."""
    found: dict[int, dict[tuple[str, ...], ClueRow]] = {}
    for clue in clues:
        own = found.setdefault(clue.person_id, {})
        key = (clue.sort,) if clue.sort in SUMMED else (clue.sort, clue.words)
        older = own.get(key)
        newest = max(clue, older, key=age) if older else clue
        own[key] = newest._replace(times=(older.times if older else 0) + clue.times)
    return {person: sorted(own.values(), key=lambda clue: SORTS.index(clue.sort)) for person, own in found.items()}


def age(clue: ClueRow) -> tuple[date, int]:
    """The newest is the greatest."""
    return clue.on or date.min, clue.number


def weighed(clue: ClueRow) -> tuple[str, int, int]:
    """What the order depends on."""
    return clue.sort, clue.times if clue.sort in SUMMED else 0, clue.on.toordinal() if clue.on else 0


def told(topics: Topics, clue: ClueRow, topic: Topic) -> Evidence:
    """A piece of evidence as it is shown; of a mention the part of the text where the words stand."""
    words = clue.words
    if clue.sort == "mentioned":
        starts = [start for some in topic.beginnings for start in some]
        words, _ = snippet(topics.text_of(clue.source, clue.number), starts)
    return Evidence(clue.sort, clue.on, clue.times, words)


def match(reader: Reader, topics: Topics, *, stems: Stems, today: date, limit: int) -> Matches:
    """Whose wants meet the offers of somebody else whom no introduction brings together yet, newest wants first."""
    rows = topics.topics()
    wants, offers = [row for row in rows if row.side == "wants"], [row for row in rows if row.side == "can"]
    read = {words: topic_of(words, stems) for words in {row.words for row in rows}}
    shelves: dict[str, list[TopicRow]] = {}
    for offer in offers:
        for stem in {stem for word in read[offer.words].stems for stem in word}:
            shelves.setdefault(stem, []).append(offer)
    known = {frozenset((each.person_id, each.other_id)) for each in reader.introductions()}
    pairs = (pair for want in reversed(wants) for pair in meeting(want, shelves, read, known))
    found = [*islice(pairs, limit + 1)]
    return Matches(today, tuple(proposed(*pair) for pair in found[:limit]), has_more=len(found) > limit)


def meeting(
    want: TopicRow,
    shelves: dict[str, list[TopicRow]],
    read: dict[str, Topic],
    known: set[frozenset[int]],
) -> list[tuple[TopicRow, TopicRow]]:
    """The offers nearest to a want, of other people than those already introduced."""
    topic = read[want.words]
    near = {offer.id: offer for word in topic.stems for stem in word for offer in shelves.get(stem, ())}
    free = (offer for _, offer in sorted(near.items()) if frozenset((want.person_id, offer.person_id)) not in known)
    others = islice((offer for offer in free if offer.person_id != want.person_id), OFFERS_WEIGHED)
    ranked = sorted(
        (gap, offer.id, offer) for offer in others if (gap := distance(topic, read[offer.words])) is not None
    )
    nearest = {offer.person_id: offer for _, _, offer in reversed(ranked)}
    return [(want, offer) for _, _, offer in ranked if nearest[offer.person_id] is offer][:OFFERS_SHOWN]


def proposed(want: TopicRow, offer: TopicRow) -> Match:
    """The pair, with the command that begins the introduction."""
    why = "".join(f"\\{letter}" if letter in UNQUOTED else letter for letter in " ".join(offer.words.split()))
    how = f'netlog intro {want.handle} {offer.handle} --why "{why}"'
    return Match(want.handle, want.name, want.words, offer.handle, offer.name, offer.words, how)
