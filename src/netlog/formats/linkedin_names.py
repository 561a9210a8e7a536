"""Names and profiles as LinkedIn spells them: emoji, credentials, escaped letters."""

import re
import unicodedata
from itertools import takewhile
from typing import NamedTuple
from urllib.parse import unquote

from netlog.domain.contacts import contact_key
from netlog.domain.folding import fold
from netlog.domain.people import slug
from netlog.formats.csv_cards import joined, one_line

PROFILE = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/in/([^/?#\s]+)/?(?:[?#]\S*)?", re.IGNORECASE)
PRONOUNS = re.compile(r"\((?:she|he|they|lei|lui|ona|on)(?:\s*/\s*\w+)*\)", re.IGNORECASE)
STYLED = re.compile("[\U0001d400-\U0001d7ff\uff21-\uff5a]+")
DRAWN = frozenset({"So", "Cs", "Co", "Cn", "Cc"})
SKIN_TONES = range(0x1F3FB, 0x1F400)
JOINERS = "\u200b\u200d\u20e3\ufe0e\ufe0f"
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
CREDENTIALS = re.compile(
    "acca|bsc|ccie|cfa|cissp|cpa|csm|csp|dba|dds|dvm|frm|fsa|itil|jd|llb|llm|mba|md|mph|msc|msw|pe|pharmd|phd|phr"
    "|pmp|psyd|rn|shrm-cp|shrm-scp|sphr"
)
"""Words after a last name that no family is called by, without their points."""


class Called(NamedTuple):
    """A name as people say it, and the credentials that stood after it."""

    name: str
    credentials: str


def profile_slug(url: str) -> str:
    """What every spelling of a profile's address has in common."""
    found = PROFILE.fullmatch(url.strip())
    return unicodedata.normalize("NFC", readable(found[1])).lower() if found else contact_key(url)


def profile_url(url: str) -> str:
    """A profile's address in one spelling, its letters readable; any other address as it stands."""
    found = PROFILE.fullmatch(url.strip())
    return f"https://www.linkedin.com/in/{readable(found[1])}" if found else one_line(url)


def readable(escaped: str) -> str:
    """The text without percent escapes, unless they hide what would not be part of a name."""
    if "%" not in escaped:
        return escaped
    try:
        plain = unicodedata.normalize("NFC", unquote(escaped, errors="strict"))
    except UnicodeDecodeError:
        return escaped
    is_safe = plain.isprintable() and not any(letter in "/?#%<>\"'" or letter.isspace() for letter in plain)
    return plain if is_safe else escaped


def called_by(first: str, last: str) -> Called:
    """The name without emoji, pronouns and credentials; if nothing else is left, the name as it is written.

    Credentials are whatever follows a comma in the last name, and known ones at its end; Jr. and III belong to it.
    """
    family, *after = (part.strip() for part in plain_letters(last).split(","))
    words = family.split()
    count = len(list(takewhile(is_credential, reversed(words[1:]))))
    kept = [part for part in after if slug(part) in GENERATIONS]
    dropped = [*words[len(words) - count :], *(part for part in after if part and part not in kept)]
    name = joined(plain_letters(first), *words[: len(words) - count], *kept)
    return Called(name or joined(first, last), ", ".join(dropped) if name else "")


def is_credential(word: str) -> bool:
    """Whether a word is a degree or a title, with or without points, and written as one."""
    bare = fold(word.replace(".", "").strip("()|-"))
    return CREDENTIALS.fullmatch(bare) is not None and sum(map(str.isupper, word)) > 1


def plain_letters(text: str) -> str:
    """The text without drawings and pronouns, its styled letters plain."""
    if not text.isascii():
        text = STYLED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
        text = "".join(letter for letter in text if not is_drawn(letter))
    return one_line(PRONOUNS.sub(" ", text))


def is_drawn(letter: str) -> bool:
    """Whether it is an emoji, a part of one, or another drawing."""
    return unicodedata.category(letter) in DRAWN or letter in JOINERS or ord(letter) in SKIN_TONES
