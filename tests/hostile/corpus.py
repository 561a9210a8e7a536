"""What an attacker would have written down: the corpus beside this file, and what rules make of it."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

MADE = 300
ESCAPE = "\x1b"
LONGEST_NAME = 200

Sort = dict[str, str]
CORPUS: dict[str, Sort] = json.loads((Path(__file__).parent / "corpus.json").read_text(encoding="ascii"))
ACTIVE, TEXTS, SHELL, CELLS, QUERIES = (CORPUS[sort] for sort in ("active", "texts", "shell", "cells", "queries"))


def in_8_bits(text: str) -> str:
    """Every escape with the letter after it as the one control that means the same."""
    parts = text.split(ESCAPE)
    return parts[0] + "".join(short(part) for part in parts[1:])


def short(part: str) -> str:
    """What follows an escape, begun with a C1 control where there is one."""
    return chr(ord(part[0]) + 0x40) + part[1:] if part and "@" <= part[0] <= "_" else ESCAPE + part


RULES: Sequence[Callable[[str], str]] = (
    lambda text: f"Giulia {text} Rossi",
    in_8_bits,
    lambda text: text * 3,
    lambda text: text[: max(1, len(text) // 2)],
    lambda text: f"{text}\n{text}",
    lambda text: f"\x1bPtmux;{text.replace(ESCAPE, ESCAPE * 2)}\x1b\\",
    lambda text: f"\u202e{text}\u2066",
    lambda text: "\u200b".join(text),
    lambda text: f"[bold]{text}[/bold]",
    lambda text: f"{text}\r{text}\x1b",
    lambda text: f"{'w' * 150}{text}",
    lambda text: text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape"),
    lambda text: text.encode("utf-8", "surrogatepass").decode("latin-1"),
)
"""Beside letters, shorter, repeated, cut off, on two lines, wrapped, turned, spread, styled, overwritten, misread."""


def made() -> Iterator[str]:
    """Texts that the rules make of the active ones, each once."""
    seen = set(ACTIVE.values())
    for number, rule in enumerate(RULES):
        for text in list(ACTIVE.values())[number % 3 :: 3]:
            if (new := rule(text)) not in seen:
                seen.add(new)
                yield new


def everything() -> list[str]:
    """The active texts, 300 made of them, and all others."""
    others = (text for sort in (TEXTS, SHELL, CELLS, QUERIES) for text in sort.values())
    return [*ACTIVE.values(), *islice(made(), MADE), *others]


def storable(text: str) -> bool:
    """Whether netlog keeps it: text without NUL and without halves of characters."""
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def in_bundles(texts: Sequence[str], *, longest: int = LONGEST_NAME) -> list[str]:
    """As few texts as can hold all of these, each short enough for a name."""
    bundles = [""]
    for text in texts:
        if len(bundles[-1]) + len(text) + 1 > longest:
            bundles.append("")
        bundles[-1] = f"{bundles[-1]}{text[: longest - 1]}·"
    return bundles
