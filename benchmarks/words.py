"""What invented journals are written with: names, firms, places, and words as unevenly used as real ones."""

import tomllib
from functools import cache
from itertools import accumulate, product
from pathlib import Path
from random import Random
from typing import NamedTuple

MATERIAL = Path(__file__).with_name("words.toml")
VOCABULARY = 4_000
COMMON, RARE = "team", "quokka"
"""A word of about every twentieth entry, and one of three entries in all."""

DOUBLE_NAMED = 0.1
UNHEARD = 0.02
LENGTHS = (2, 4, 5, 6, 7, 8, 9, 12, 18)


class Vocabulary(NamedTuple):
    """Words, the most used first, with running sums of weights that fall as one over the rank (Zipf's law)."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    syllables: tuple[str, ...]

    def text(self, dice: Random) -> str:
        """A few words, like a note typed in a hurry; some hold a word that stands nowhere else."""
        words = dice.choices(self.words, cum_weights=self.weights, k=dice.choice(LENGTHS))
        if dice.random() < UNHEARD:
            words.append("".join(dice.choices(self.syllables, k=5)))
        return " ".join(words).capitalize()


@cache
def material() -> dict[str, tuple[str, ...]]:
    """The lists of words.toml by name."""
    lists = tomllib.loads(MATERIAL.read_text(encoding="utf-8"))
    return {name: tuple(word.replace("_", " ") for word in text.split()) for name, text in lists.items()}


@cache
def vocabulary() -> Vocabulary:
    """The real words first, then made-up ones."""
    syllables = material()["syllables"]
    made_up = map("".join, product(syllables, repeat=3))
    words = tuple(dict.fromkeys([*material()["words"], *made_up]))[:VOCABULARY]
    return Vocabulary(words, tuple(accumulate(1 / rank for rank in range(1, len(words) + 1))), syllables)


def one(dice: Random, name: str) -> str:
    """One word of a list of words.toml."""
    return dice.choice(material()[name])


def full_name(dice: Random) -> str:
    """A first and a last name, sometimes two last names."""
    last = one(dice, "last_names")
    whole = f"{last}-{one(dice, 'last_names')}" if dice.random() < DOUBLE_NAMED else last
    return f"{one(dice, 'first_names')} {whole}"


def firm(dice: Random) -> str:
    """The name of a company."""
    return f"{one(dice, 'firms')} {one(dice, 'firm_sorts')}"
