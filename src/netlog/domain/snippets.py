"""The part of a text where the searched words stand, cut to a line."""

import re
from collections.abc import Iterable, Sequence

from netlog.domain.folding import fold

WIDTH = 120
SCANNED = 64 * 1024
WORD = re.compile(r"[^\W_]+")


def snippet(text: str, words: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """At most about 120 characters around the first hit, on one line, with the spans of every hit in it.

    A word of the text is hit when its folded form begins with one of the folded words, and words in a row when they
    are a phrase. Linear in the text.
    """
    line = " ".join(text[:SCANNED].split())
    found = list(WORD.finditer(line))
    spans = [found[at].span() for at in sorted(places([fold(match[0]) for match in found], words))]
    if len(line) <= WIDTH:
        return line, tuple(spans)
    begin = cut_before(line, max(0, (spans[0][0] if spans else 0) - WIDTH // 4))
    end = min(len(line), begin + WIDTH)
    head, tail = "…" * (begin > 0), "…" * (end < len(line))
    shift = len(head) - begin
    kept = tuple((a + shift, b + shift) for a, b in spans if begin <= a and b <= end)
    return f"{head}{line[begin:end]}{tail}", kept


def places(said: Sequence[str], words: Iterable[str]) -> set[int]:
    """Which of the folded words of a text begin with a word looked for, or stand in a phrase, whose last may go on."""
    phrases = {tuple(word.split()) for word in words}
    starts = tuple(phrase[0] for phrase in phrases if len(phrase) == 1)
    hit = {at for at, word in enumerate(said) if word.startswith(starts)}
    for *whole, last in (phrase for phrase in phrases if len(phrase) > 1):
        size = len(whole)
        for at in range(len(said) - size):
            if said[at + size].startswith(last) and said[at : at + size] == whole:
                hit.update(range(at, at + size + 1))
    return hit


def cut_before(line: str, position: int) -> int:
    """The beginning of the word at the position."""
    begin = line.rfind(" ", 0, position) + 1 if position else 0
    return begin + 2 if line.startswith("· ", begin) else begin
