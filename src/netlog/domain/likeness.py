"""How likely two people of the journal are one: from names, ways to reach them, company, place and birthday.

Pieces of evidence are taken for independent: what speaks for it leaves (1 - a)(1 - b)... of the doubt, and what
speaks against it takes its share of the certainty.
"""

import re
from collections.abc import Iterable, Iterator
from math import prod
from typing import NamedTuple

from netlog.domain.folding import fold
from netlog.domain.nicknames import SHORT_FOR
from netlog.domain.people import spoken, without_titles

LIKELY, SURE = 0.75, 0.92
"""From there on it is called likely, and almost certain."""


Words = tuple[str, ...]


class Looks(NamedTuple):
    """What can be compared of a person; contacts are (sort, key) with the key as `contact_key` folds it.

    `called` are the words of each name as `called_so` makes them, once for all comparisons.
    """

    id: int
    handle: str
    name: str
    called: tuple[Words, ...]
    contacts: tuple[tuple[str, str], ...] = ()
    company: str | None = None
    place: str | None = None
    birthday: str | None = None


class Evidence(NamedTuple):
    """Something that speaks for two being one (weight above 0), or against it (below)."""

    weight: float
    reason: str


class Likeness(NamedTuple):
    """How sure it is, 0 to 1, and why: the strongest first, what speaks against it last."""

    certainty: float
    reasons: tuple[str, ...]


SAME_NAME, SWAPPED, RESPELLED, MIDDLE, SHORT, SLIP, INITIAL = 0.72, 0.68, 0.66, 0.6, 0.58, 0.55, 0.5
FAINT = 0.2
"""A first name with an initial for the last name."""

NOTHING = Evidence(0, "")
"""What one first name in common says."""

PROFILE, REACHED = 0.88, {"email": 0.88, "phone": 0.8, "url": 0.35}
"""A link that is no profile is the page of a company as often as of a person."""

SHARED = 0.3
"""An address of an office."""

COMPANY, COMPANY_ALONE, PLACE, BIRTHDAY = 0.4, 0.45, 0.15, 0.55
OTHER_PROFILE, OTHER_BIRTHDAY, OTHER_NAME = -0.6, -0.6, -0.35

DESKS = frozenset(("admin", "ciao", "contact", "contatti", "hello", "help", "info", "mail", "office", "sales", "team"))
PROFILES = re.compile(
    r"(?:[a-z]{2,3}\.)?(linkedin\.com/in|github\.com|gitlab\.com|x\.com|twitter\.com|instagram\.com|facebook\.com"
    r"|xing\.com/profile|bsky\.app/profile)/@?([^/?#]+)"
)
RENAMED = {"twitter.com": "x.com"}
UMLAUTS = re.compile("(?<=[aou])e")
CYRILLIC = "абвгдезиклмнопрстуфыэіґ", "abvgdeziklmnoprstufyeig"
IN_SEVERAL = {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ie"}
TO_LATIN = str.maketrans(*CYRILLIC, "ъь") | str.maketrans(IN_SEVERAL)


def likeness(one: Looks, other: Looks) -> Likeness:
    """How likely the two are one person."""
    name = likest_names(one, other)
    found = [name, *reached(one, other), *around(one, other, name)]
    clear = [each for each in found if each.weight]
    doubt = prod(1 - each.weight for each in clear if each.weight > 0)
    share = prod(1 + each.weight for each in clear if each.weight < 0)
    ordered = sorted(clear, key=lambda each: -each.weight)
    return Likeness(round((1 - doubt) * share, 2), tuple(each.reason for each in ordered))


def in_words(certainty: float) -> str:
    """A certainty as people say it."""
    return "almost certain" if certainty >= SURE else "likely" if certainty >= LIKELY else "possible"


def called_so(names: Iterable[str]) -> tuple[Words, ...]:
    """The folded words of each name in Latin letters, titles left out."""
    words = (spoken(fold(" ".join(without_titles(name))).translate(TO_LATIN)) for name in names)
    return tuple(each for each in dict.fromkeys(words) if each)


def plainest(words: Words) -> Words:
    """The words with short names in full and umlauts spelled in one way: what two spellings have in common."""
    return tuple(UMLAUTS.sub("", SHORT_FOR.get(word, word)) for word in words)


def likest_names(one: Looks, other: Looks) -> Evidence:
    """The most that any name of the one and any of the other have in common."""
    found = (alike(mine, theirs) for mine in one.called for theirs in other.called)
    return max(found, key=lambda each: each.weight, default=NOTHING)


def alike(one: Words, other: Words) -> Evidence:
    """What two names have in common; nothing where a first name is all there is."""
    if min(len(one), len(other)) < 2:
        return NOTHING if one[0].startswith(other[0]) or other[0].startswith(one[0]) else unlike(one, other)
    if one == other:
        return Evidence(FAINT if len(one[-1]) == 1 else INITIAL if len(one[0]) == 1 else SAME_NAME, "same name")
    if sorted(one) == sorted(other):
        return Evidence(SWAPPED, "same name, first and last swapped")
    return respelled(one, other) or shortened(one, other) or unlike(one, other)


def respelled(one: Words, other: Words) -> Evidence | None:
    """A name in another spelling, a short form, or with a slip of one letter."""
    is_plain = sorted(plainest(one)) == sorted(plainest(other))
    if "".join(one) == "".join(other) or (is_plain and sorted(umlauts(one)) == sorted(umlauts(other))):
        return Evidence(RESPELLED, f"spelled “{' '.join(one)}” and “{' '.join(other)}”")
    if is_plain:
        short = next(word for word in (*one, *other) if SHORT_FOR.get(word))
        return Evidence(SHORT, f"{short.title()} is short for {SHORT_FOR[short].title()}")
    is_whole = min(map(len, (*one, *other))) > 1
    if is_whole and len(one) == len(other) and is_slip(" ".join(sorted(one)), " ".join(sorted(other))):
        return Evidence(SLIP, f"one letter apart: “{' '.join(one)}” and “{' '.join(other)}”")
    return None


def umlauts(words: Words) -> Words:
    """The words with umlauts spelled in one way."""
    return tuple(UMLAUTS.sub("", word) for word in words)


def shortened(one: Words, other: Words) -> Evidence | None:
    """First and last name in common, with a middle name or with an initial."""
    fewer, more = sorted((one, other), key=len)
    if fewer[-1] == more[-1] and fewer[0] == more[0]:
        return Evidence(MIDDLE, "same first and last name, one with a middle name")
    for short, full in ((one, other), (other, one)):
        if short[-1] == full[-1] and len(short[0]) == 1 and full[0].startswith(short[0]) and full[0] != short[0]:
            return Evidence(INITIAL, f"same last name, and the initial {short[0].upper()} fits")
    return None


def unlike(one: Words, other: Words) -> Evidence:
    """Names that do not fit speak against it, the more so without one word in common."""
    return Evidence(OTHER_NAME / 2 if set(one) & set(other) else OTHER_NAME, "other names")


def is_slip(one: str, other: str) -> bool:
    """Whether one letter too many, another, or two swapped make the one into the other; of short words, never."""
    if min(len(one), len(other)) < 8 or abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next(i for i, (a, b) in enumerate(zip(one + "\0", other + "\1", strict=False)) if a != b)
    rest, others = one[start:], other[start:]
    is_swap = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or is_swap


def reached(one: Looks, other: Looks) -> Iterator[Evidence]:
    """Ways to reach both that are the same, and profiles of one site that are not."""
    for sort, key in sorted(set(one.contacts) & set(other.contacts)):
        if sort != "url" or profile(key) is None:
            yield Evidence(weight_of(sort, key), f"same {spelled(sort, key)}")
    mine, theirs = profiles(one.contacts), profiles(other.contacts)
    for site in sorted(mine.keys() & theirs.keys()):
        where = site.split("/")[0]
        if mine[site] & theirs[site]:
            yield Evidence(PROFILE, f"same profile on {where}")
        else:
            yield Evidence(OTHER_PROFILE, f"but different profiles on {where}")


def weight_of(sort: str, key: str) -> float:
    """How much it says that both are reached in this way."""
    if sort == "email" and key.partition("@")[0] in DESKS:
        return SHARED
    return REACHED[sort]


def spelled(sort: str, key: str) -> str:
    """A way to reach somebody in words."""
    return {"email": f"e-mail {key}", "phone": "phone number"}.get(sort, f"web page {key}")


def profile(key: str) -> tuple[str, str] | None:
    """The site and the name there, of a link that is somebody's own."""
    found = PROFILES.match(key)
    return (RENAMED.get(found[1], found[1]), found[2]) if found else None


def profiles(contacts: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Names by site."""
    found: dict[str, set[str]] = {}
    for site, name in filter(None, (profile(key) for sort, key in contacts if sort == "url")):
        found.setdefault(site, set()).add(name)
    return found


def around(one: Looks, other: Looks, name: Evidence) -> Iterator[Evidence]:
    """Company, place and birthday: worth something only where the names, or a first name, fit."""
    if name.weight < 0:
        return
    if is_same(one.company, other.company):
        lone = name.weight == 0 and is_first_in_common(one, other)
        yield Evidence(COMPANY_ALONE if lone else COMPANY, f"{'same first name and' if lone else 'same'} company")
    if is_same(one.place, other.place) and name.weight:
        yield Evidence(PLACE, "same place")
    if one.birthday and other.birthday:
        same = one.birthday[-5:] == other.birthday[-5:]
        yield Evidence(BIRTHDAY, "same birthday") if same else Evidence(OTHER_BIRTHDAY, "but different birthdays")


def is_first_in_common(one: Looks, other: Looks) -> bool:
    """Whether one is known by a first name alone, which the other has."""
    return any(mine[0] == theirs[0] for mine in one.called for theirs in other.called)


def is_same(one: str | None, other: str | None) -> bool:
    """Whether two short texts say the same."""
    return bool(one and other and spoken(one) == spoken(other) != ())


def keys(looks: Looks) -> Iterator[str]:
    """What two people who may be one have in common, so that not everybody need be compared with everybody."""
    for sort, key in looks.contacts:
        yield f"{sort} {key}"
    yield from (" ".join(("profile", *found)) for found in own_profiles(looks.contacts))
    for words in looks.called:
        yield from name_keys_of(words, looks.company)


def own_profiles(contacts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Site and name of each profile."""
    return ((site, name) for site, names in profiles(contacts).items() for name in sorted(names))


def name_keys_of(words: Words, company: str | None) -> Iterator[str]:
    """What another spelling, order or length of a name has in common with it."""
    if company:
        yield f"at {words[0]} {' '.join(spoken(company))}"
    if len(words) < 2:
        return
    yield f"initial {words[0][0]} {words[-1]}"
    yield f"ends {' '.join(sorted(plainest((words[0], words[-1]))))}"
    yield f"joined {''.join(words)}"
    yield from slips(" ".join(sorted(plainest(words))))


def slips(phrase: str) -> Iterator[str]:
    """The phrase, and the phrase less each letter: two that are one letter apart share one of these."""
    yield f"name {phrase}"
    yield from (f"name {phrase[:i]}{phrase[i + 1 :]}" for i in range(len(phrase)))


def has_initial(looks: Looks) -> bool:
    """Whether they are known by an initial instead of a first name."""
    return any(len(words) > 1 and len(words[0]) == 1 for words in looks.called)
