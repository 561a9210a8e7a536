"""The part of a text where the searched words stand, cut to a line."""

import re

from netlog.domain.folding import fold

WIDTH = 120
SCANNED = 64 * 1024
WORD = re.compile(r"[^\W_]+")


def snippet(text: str, words: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """At most about 120 characters around the first hit, on one line, with the spans of every hit in it.

    A word of the text is hit when its folded form begins with one of the folded words. Linear in the text.
    """
    line = " ".join(text[:SCANNED].split())
    starts = tuple({part for word in words for part in word.split()})
    spans = [match.span() for match in WORD.finditer(line) if starts and fold(match[0]).startswith(starts)]
    if len(line) <= WIDTH:
        return line, tuple(spans)
    begin = cut_before(line, max(0, (spans[0][0] if spans else 0) - WIDTH // 4))
    end = min(len(line), begin + WIDTH)
    head, tail = "…" * (begin > 0), "…" * (end < len(line))
    shift = len(head) - begin
    kept = tuple((a + shift, b + shift) for a, b in spans if begin <= a and b <= end)
    return f"{head}{line[begin:end]}{tail}", kept


def cut_before(line: str, position: int) -> int:
    """The beginning of the word at the position."""
    begin = line.rfind(" ", 0, position) + 1 if position else 0
    return begin + 2 if line.startswith("· ", begin) else begin
