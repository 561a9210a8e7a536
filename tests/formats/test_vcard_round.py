"""What is written as a vCard comes back as it was, whatever a person is called and whatever was kept for them."""

from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.vcards import DIALECTS, dialect_bytes, people

from netlog.domain.cadence import TIERS
from netlog.formats.vcard_content import Line, written
from netlog.formats.vcard_write import vcard
from netlog.interchange import Card, Mention, Noted

VERSIONS = ("3.0", "4.0")
NAMES_OF_OTHERS = ("X-UNKNOWN", "X-ABUID", "KEY", "GEO", "IMPP", "SORT-STRING", "LANG", "item1.X-FOO", "X-NETLOG-LATER")

LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
WORDS = st.text(LETTERS, min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
TEXT = st.text(st.one_of(LETTERS, st.just("\n"), st.sampled_from(',;:\\"^=')), min_size=1).map(str.strip).filter(bool)
SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True).filter(lambda tag: tag != "mycontacts")
DAYS = st.dates(min_value=date(1000, 1, 1))
BIRTHDAYS = st.one_of(
    DAYS.filter(lambda day: day.year != 1604).map(date.isoformat),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: f"--{day:%m-%d}"),
)
CONTACTS = st.one_of(
    st.tuples(st.just("email"), st.from_regex(r"[a-zżł'+,;.]{1,9}@[a-z]{1,5}\.example", fullmatch=True)),
    st.tuples(st.just("phone"), st.from_regex(r"\+?[0-9][0-9 ;,()-]{0,9}[0-9]", fullmatch=True)),
    st.tuples(st.just("url"), st.from_regex(r"https://[a-z.]{1,9}/[a-zA-Z0-9,;:%\\]{0,9}", fullmatch=True)),
).map(lambda contact: (contact[0], " ".join(contact[1].split())))


Kind = TypeVar("Kind")


def several(values: st.SearchStrategy[Kind]) -> st.SearchStrategy[tuple[Kind, ...]]:
    return st.lists(values, max_size=4, unique=True).map(tuple)


def kept_line(name: str, value: str) -> str:
    return written(Line(name, value))


EXTRA = st.lists(st.builds(kept_line, st.sampled_from(NAMES_OF_OTHERS), st.text(LETTERS)), max_size=4, unique=True).map(
    lambda lines: tuple(sorted(lines, key=lambda line: (line[:6] if line.startswith("item") else "", line)))
)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    uuid = str(draw(st.uuids()))
    name = draw(WORDS)
    return Card(
        key=f"uid:{uuid}",
        where="",
        name=name,
        aliases=tuple(alias for alias in draw(several(WORDS)) if alias != name),
        company=draw(st.none() | WORDS),
        role=draw(st.none() | WORDS),
        place=draw(st.none() | WORDS),
        birthday=draw(st.none() | BIRTHDAYS),
        contacts=draw(several(CONTACTS)),
        tags=draw(several(SLUGS)),
        facts=draw(several(st.builds(Noted, TEXT, st.none() | DAYS))),
        topics=draw(several(st.tuples(st.sampled_from(("can", "wants")), WORDS))),
        tier=draw(st.none() | st.sampled_from(TIERS)),
        every_days=draw(st.none() | st.integers(1, 3650)),
        is_kin=draw(st.booleans()),
        met=draw(st.none() | WORDS),
        met_on=draw(st.none() | DAYS),
        via=draw(st.none() | st.builds(Mention, WORDS, st.just("") | WORDS)),
        known_since=draw(st.none() | DAYS),
        handle=draw(st.none() | st.from_regex(r"[a-z][a-z0-9-]{0,39}", fullmatch=True)),
        uuid=uuid,
        extra=draw(EXTRA),
    )


@pytest.mark.parametrize("version", VERSIONS)
@settings(deadline=None, max_examples=120)
@given(card=cards())
def test_every_person_comes_back_as_they_were(version: str, card: Card) -> None:
    topics = tuple(sorted(card.topics, key=lambda topic: topic[0]))

    (again,) = people(vcard(card, version))

    assert again._replace(topics=tuple(sorted(again.topics, key=lambda topic: topic[0]))) == card._replace(
        topics=topics
    )


@pytest.mark.parametrize("version", VERSIONS)
@settings(deadline=None, max_examples=80)
@given(card=cards())
def test_lines_are_of_75_octets_at_most_and_end_as_the_standard_says(version: str, card: Card) -> None:
    raw = vcard(card, version).encode()

    assert raw.endswith(b"END:VCARD\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 and line.decode() is not None for line in raw.split(b"\r\n"))


@settings(deadline=None, max_examples=80)
@given(card=cards())
def test_the_same_person_is_written_the_same_each_time(card: Card) -> None:
    assert vcard(card, "3.0") == vcard(people(vcard(card, "3.0"))[0], "3.0")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_card_of_another_program_comes_back_as_it_was_read(dialect: str, version: str) -> None:
    for card in people(dialect_bytes(dialect)):
        assert people(vcard(card, version)) == [card]
