"""Names and handles: what a person may be called, and which person a query means."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import NamedTuple

from netlog.domain.folding import fold
from netlog.errors import Ambiguous, NotFound, UsageProblem

NAME_LIMIT = 256
HANDLE_LIMIT = 40
RESERVED = frozenset({"all", "and", "any", "me", "new", "none", "nobody", "with"})
HONORIFICS = frozenset({"dott", "dr", "inz", "mgr", "mr", "mrs", "ms", "prof"})
NAMELESS = "person"
CALENDAR_WORDS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july",
    "august september october november december lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "poniedzialek wtorek sroda srode czwartek piatek sobota sobote niedziela niedziele styczen luty marzec",
    "kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
)
CALENDAR = frozenset(" ".join(CALENDAR_WORDS).split())

APOSTROPHES = re.compile("['’‘ʼ`´]")
WORD = re.compile(r"[^\W_]+")
HANDLE = re.compile(r"[a-z0-9][a-z0-9-]*")
UNSAYABLE = re.compile("[\x00\ud800-\udfff]")

EXACT_HANDLE, EXACT_NAME, FIRST_NAME, WHOLE_WORDS, PREFIXES, PART = range(6)
"""How well a query names a person, best first."""


class Named(NamedTuple):
    """Everything a person may be called: what name resolution sees."""

    id: int
    handle: str
    name: str
    aliases: tuple[str, ...] = ()


def check_name(name: str) -> str:
    """The name with single spaces, composed (NFC); UsageProblem if nobody could be found by it."""
    if UNSAYABLE.search(name):
        raise UsageProblem("a name cannot hold NUL or half of a character")
    tidy = unicodedata.normalize("NFC", " ".join(name.split()))
    if len(tidy) > NAME_LIMIT:
        raise UsageProblem(f"a name can have {NAME_LIMIT} characters, this one has {len(tidy)}")
    if not spoken(tidy):
        raise UsageProblem("a name needs at least one letter or digit", hint='for example: "Giulia Rossi"')
    return tidy


def check_handle(handle: str) -> str:
    """The handle, unchanged; UsageProblem unless it is 1 to 40 of a-z, 0-9 and inner or final hyphens."""
    if not HANDLE.fullmatch(handle) or len(handle) > HANDLE_LIMIT:
        raise UsageProblem(
            "a handle is 1 to 40 letters a-z, digits and hyphens, and starts with a letter or digit",
            hint=f"for example: {slug(handle) or 'giulia'}",
        )
    if handle in RESERVED:
        raise UsageProblem(f"“{handle}” is a word of the commands and cannot be a handle")
    return handle


class Handles:
    """Finds handles for many people: as no handle becomes free meanwhile, it need not count from 2 each time."""

    def __init__(self, taken: Callable[[str], bool]) -> None:
        self.taken = taken
        self.numbers: dict[tuple[str, ...], int] = {}

    def handle_for(self, name: str) -> str:
        """The shortest free handle: first name, then last initial, then last name, then a number from 2."""
        first, *others = handle_words(name)
        forms = (first, f"{first}-{others[-1][0]}", f"{first}-{others[-1]}") if others else (first,)
        if forms not in self.numbers:
            for handle in map(trim, forms):
                if handle not in RESERVED and not self.taken(handle):
                    return handle
        numbered = ((number, trim(forms[-1], ending=f"-{number}")) for number in count(self.numbers.get(forms, 2)))
        self.numbers[forms], handle = next(each for each in numbered if not self.taken(each[1]))
        return handle


def handle_for(name: str, taken: Callable[[str], bool]) -> str:
    """The shortest free handle for one person."""
    return Handles(taken).handle_for(name)


def handle_words(name: str) -> list[str]:
    """The words a handle is made of, never none: titles, credentials and foreign scripts left out."""
    main_part = re.split(r"[,(]", name, maxsplit=1)[0]
    slugs = [word for word in map(slug, without_titles(main_part)) if word]
    return slugs or [word for word in map(slug, name.split()) if word] or [NAMELESS]


def slug(text: str) -> str:
    """The text in a-z, 0-9 and single inner hyphens; empty when it has no such letter."""
    return "-".join(re.findall(r"[a-z0-9]+", APOSTROPHES.sub("", fold(text))))


def trim(handle: str, *, ending: str = "") -> str:
    """The handle cut so that it fits with its ending."""
    return handle[: HANDLE_LIMIT - len(ending)].rstrip("-") + ending


def without_titles(name: str) -> list[str]:
    """The words of the name after leading titles, unless it is nothing but titles."""
    words = name.split()
    start = next((i for i, word in enumerate(words) if slug(word) not in HONORIFICS), 0)
    return words[start:]


def spoken(text: str) -> tuple[str, ...]:
    """The folded words of a name or query; hyphens part words, apostrophes do not."""
    return tuple(WORD.findall(APOSTROPHES.sub("", fold(text))))


def spoken_parts(text: str) -> frozenset[str]:
    """The folded words, and what follows an apostrophe, so that D'Angelo also answers to Angelo."""
    return frozenset((*spoken(text), *WORD.findall(APOSTROPHES.sub(" ", fold(text)))))


def name_keys(name: str, handle: str, aliases: Sequence[str] = ()) -> frozenset[str]:
    """The folded keys to index: whoever a query finds by its words has a key beginning with its first.

    Whoever `called` finds by name has the whole query for a key.
    """
    names = (name, *aliases)
    words = {word for each in names for word in spoken_parts(each)}
    phrases = {" ".join(spoken(each)) for each in names} | {" ".join(first_name(name))}
    return frozenset(words | phrases | {handle}) - {""}


def matches(query: str, people: Iterable[Named]) -> tuple[Named, ...]:
    """Everybody the query names best, by handle: those named worse are left out."""
    return best_ranked(query, people, worst=PART)


def called(query: str, people: Iterable[Named]) -> tuple[Named, ...]:
    """Everybody of exactly that handle, full name, alias or first name: the way a note names people."""
    return best_ranked(query, people, worst=FIRST_NAME)


def one(query: str, people: Iterable[Named], *, suggestions: Sequence[str] = ()) -> Named:
    """The only person the query names; raises NotFound or Ambiguous."""
    found = matches(query, people)
    if not found:
        raise NotFound("person", query, suggestions)
    if len(found) > 1:
        raise Ambiguous(query, [(person.handle, person.name) for person in found])
    return found[0]


def best_ranked(query: str, people: Iterable[Named], *, worst: int) -> tuple[Named, ...]:
    """The people of the best rank anybody reaches, down to the worst that counts.

    A handle is one when typed as it is or after an @: "Anna" with its capital is a name that several may have.
    """
    asked = spoken(query)
    if not asked:
        return ()
    handle = handle_typed(query)
    ranks = [(rank(asked, person, handle=handle), person) for person in {p.id: p for p in people}.values()]
    best = min((reached for reached, _ in ranks), default=PART + 1)
    if best > worst:
        return ()
    return tuple(sorted((p for reached, p in ranks if reached == best), key=lambda person: person.handle))


def handle_typed(query: str) -> str:
    """The handle that the query is if it is one: as typed, or folded after an @."""
    typed = query.strip()
    return fold(typed[1:]) if typed.startswith("@") else typed


def rank(asked: tuple[str, ...], person: Named, *, handle: str) -> int:
    """How well the asked words, or the query as a handle, name the person; beyond PART if they do not."""
    if handle == person.handle:
        return EXACT_HANDLE
    names = (person.name, *person.aliases)
    if asked in map(spoken, names):
        return EXACT_NAME
    if asked == first_name(person.name):
        return FIRST_NAME
    words = {word for name in names for word in spoken_parts(name)}
    if words.issuperset(asked):
        return WHOLE_WORDS
    if all(begins_one_of(word, words) for word in asked):
        return PREFIXES
    return PART if is_part(" ".join(asked), (*names, person.handle)) else PART + 1


def first_name(name: str) -> tuple[str, ...]:
    """The folded words of the first name: one, or more where it has a hyphen."""
    words = without_titles(name)
    return spoken(words[0]) if words else ()


def begins_one_of(start: str, words: Iterable[str]) -> bool:
    """Whether any of the words begins so."""
    return any(word.startswith(start) for word in words)


def is_part(text: str, names: Iterable[str]) -> bool:
    """Whether the text stands anywhere inside one of the names."""
    return any(text in " ".join(spoken(name)) for name in names)


def is_whole_name(query: str, people: Iterable[Named]) -> bool:
    """Whether the query is all of somebody's name or of an alias, not only a first name."""
    asked = spoken(query)
    return any(asked == spoken(name) for person in people for name in (person.name, *person.aliases))


def has_capital(word: str) -> bool:
    """Whether the word has a capital letter, or begins in a script that has none."""
    return any(map(str.isupper, word)) or word[:1] == word[:1].swapcase()


def reads_as_name(word: str) -> bool:
    """Whether the word, met where a name may stand, could be one: no acronym, weekday or month."""
    initial = word[:1]
    is_acronym = word.isupper() and len(word) <= 4
    return initial.isalpha() and has_capital(initial) and not is_acronym and fold(word) not in CALENDAR


def nominatives(word: str) -> list[str]:
    """The folded word, and the names it may be the Polish instrumental of: łukaszem, pawłem, jerzym."""
    stems = [word.removesuffix(ending) for ending in ("iem", "em") if word.endswith(ending) and len(word) > 5]
    adjectival = [word[:-1]] if word.endswith(("im", "ym")) else []
    return [word, *stems, *(f"{stem[:-1]}e{stem[-1]}" for stem in stems), *adjectival]
