"""People somebody probably meant; loaded only after a name was not found."""

from collections.abc import Sequence

from rapidfuzz import fuzz, process

from netlog.domain.folding import fold

ENOUGH, LIKE = 3, 72
LONGEST = 64


def similar(query: str, people: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Handles of at most three people, given as (handle, name), whose name or handle is most like the query."""
    asked = fold(query.lstrip("@"))[:LONGEST]
    words = [" ".join((fold(name), handle)) for handle, name in people]
    found = process.extract(asked, words, scorer=likeness, limit=ENOUGH, score_cutoff=LIKE)
    return tuple(people[place][0] for _, _, place in found)


def likeness(asked: str, words: str, *, score_cutoff: float | None = None) -> float:
    """0 to 100: the whole name compared, or its nearest word."""
    best = max((fuzz.ratio(asked, word) for word in words.split()), default=0.0)
    score = max(best, fuzz.ratio(asked, words.rsplit(" ", 1)[0]))
    return score if score >= (score_cutoff or 0) else 0.0
