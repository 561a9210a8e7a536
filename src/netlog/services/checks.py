"""What a typed value must be: each check returns the tidy value or raises UsageProblem with an example."""

import re
from datetime import date

from netlog.domain.birthdays import read_birthday
from netlog.domain.cadence import TIERS
from netlog.domain.people import slug
from netlog.errors import UsageProblem, either, shorten

YES_OR_NO = {"yes": True, "no": False}
LONGEST_TEXT = 1_000_000
LONGEST_FIELD = 1000
LONGEST_MINUTES = 7 * 24 * 60
LONGEST_NUMBER = 18
"""Digits: more do not fit the store."""
SHARE = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{0,99})?|[.,][0-9]{1,99}")


def checked_text(text: str) -> str:
    """The text; UsageProblem when it is longer than a journal keeps."""
    if len(text) > LONGEST_TEXT:
        raise UsageProblem(f"that text has {len(text):,} characters", hint=f"keep it under {LONGEST_TEXT:,}")
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise UsageProblem("that text is not valid UTF-8", hint="save it as UTF-8 and try again")
    return text


def typed_number(word: str) -> int | None:
    """The number of a record as it is typed, with or without #; None when it is none."""
    digits = word.strip().removeprefix("#")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER else None


def kind_slug(word: str) -> str:
    """A kind of the user's own as a slug; UsageProblem when nothing is left of it."""
    if not (made := slug(word)) or len(made) > 40:
        raise UsageProblem(f"{shorten(word)} cannot be a kind", hint="use a word such as coffee, call or sauna")
    return made


def tag_slug(word: str) -> str:
    """A tag as a slug, with or without the plus; UsageProblem when nothing is left of it."""
    if not (made := slug(word.removeprefix("+"))) or len(made) > 64:
        raise UsageProblem(f"{shorten(word)} cannot be a tag", hint="use letters and digits, as in --tag pricing")
    return made


def check_tier(word: str) -> str:
    """The tier, in lower case; UsageProblem when there is no such tier."""
    tier = word.strip().lower()
    if tier not in TIERS:
        raise UsageProblem(f"there is no tier {shorten(word)}", hint=f"use {either(TIERS)}")
    return tier


def check_field(text: str) -> str:
    """A short text with its ends trimmed; UsageProblem when it is empty or too long."""
    tidy = text.strip()
    if not tidy:
        raise UsageProblem("an empty value says nothing", hint="leave the option out, or use edit to clear a field")
    if len(tidy) > LONGEST_FIELD:
        raise UsageProblem(f"that value has {len(tidy):,} characters", hint=f"keep it under {LONGEST_FIELD}")
    if "\x00" in tidy or any("\ud800" <= letter <= "\udfff" for letter in tidy):
        raise UsageProblem("that value is not valid UTF-8", hint="type it again, or save the text as UTF-8")
    return tidy


def check_email(text: str) -> str:
    """An address with something on both sides of the @."""
    tidy = check_field(text)
    user, _, host = tidy.rpartition("@")
    if not user or not host or any(letter.isspace() for letter in tidy):
        raise UsageProblem(f"{shorten(tidy)} is not an e-mail address", hint="it looks like giulia@example.org")
    return tidy


def check_phone(text: str) -> str:
    """A number with at least three digits."""
    tidy = check_field(text)
    if sum(letter.isdigit() for letter in tidy) < 3:
        raise UsageProblem(f"{shorten(tidy)} is not a phone number", hint="it looks like +39 02 1234567")
    return tidy


def check_birthday(text: str, today: date) -> str:
    """A birthday in ISO 8601; UsageProblem when it is none, or lies ahead."""
    born = read_birthday(text)
    if born.year is not None and date(born.year, born.month, born.day) > today:
        raise UsageProblem(f"{born} lies ahead", hint="leave the year out when you do not know it, as in 02-29")
    return str(born)


def check_met(day: date, today: date) -> date:
    """The day you met; UsageProblem when it lies ahead."""
    if day > today:
        raise UsageProblem(f"you cannot have met on {day.isoformat()}, which lies ahead", hint="add them once you have")
    return day


def check_event(text: str) -> str:
    """An event's name; UsageProblem when nothing of it could be a slug."""
    if not slug(text):
        raise UsageProblem(f"{shorten(text)} cannot be an event", hint="name it as in --event producttank")
    return text


def read_counts(words: str) -> float:
    """How much of a full contact something is, in hundredths; UsageProblem unless it is a number from 0 to 1."""
    found = SHARE.fullmatch(words.strip())
    share = float(found[0].replace(",", ".")) if found else -1
    if not 0 <= share <= 1:
        raise UsageProblem(
            f"{shorten(words)} is not a number from 0 to 1", hint="1 counts as a full contact, 0.5 as half, 0 as none"
        )
    return round(share, 2)


def check_minutes(minutes: int) -> int:
    """The same minutes, or UsageProblem when no contact can last so long."""
    if not 0 <= minutes <= LONGEST_MINUTES:
        raise UsageProblem(f"{minutes} minutes is out of range", hint="give 0 to 10080, which is a week")
    return minutes


def yes_or_no(words: str) -> bool:
    """Whether it is so; UsageProblem unless the word is yes or no."""
    word = words.strip().lower()
    if word not in YES_OR_NO:
        raise UsageProblem(f"{shorten(words)} is neither yes nor no", hint="leave it empty for no")
    return YES_OR_NO[word]
