"""What a file says of a person: made fit, remembered, and held against what was known."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.errors import UsageProblem
from netlog.interchange import Card, Mention, Noted
from netlog.ports_interchange import Held
from netlog.services.cards import (
    SCALARS,
    Difference,
    as_card,
    difference,
    key_of_card,
    new_lines,
    said,
    spoken_of,
    tidied,
    waiting_card,
)

TODAY = date(2026, 11, 21)
TOMORROW = date(2026, 11, 22)
BARE = Card("k", "line 2", "Giulia D’Angelo")
FULL = BARE._replace(
    aliases=("Giulietta",),
    company="Żuraw & Co",
    role="PM",
    place="Kraków",
    birthday="--02-29",
    contacts=(("email", "giulia@example.org"),),
    tags=("pm",),
    facts=(Noted("likes tea"),),
    topics=(("can", "pricing"),),
    tier="close",
    every_days=30,
    is_kin=True,
    met="PyMilano",
    met_on=date(2024, 1, 12),
    via=Mention("Zofia Żuk", "zofia"),
    extra=("X-CAT:Mruczek",),
)
UUID = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"


def fit(**fields: Any) -> Card:  # noqa: ANN401 (those of a card)
    return tidied(BARE._replace(**fields), source="linkedin", today=TODAY)


def texts(card: Card) -> list[str]:
    return [fact.text for fact in card.facts]


@pytest.mark.parametrize(
    ("field", "value", "fact"),
    [
        ("company", "x" * 1001, f"company: {'x' * 1001}"),
        ("role", "x" * 1001, f"role: {'x' * 1001}"),
        ("place", "x" * 1001, f"place: {'x' * 1001}"),
        ("met", "x" * 1001, f"met: {'x' * 1001}"),
        ("birthday", "circa 1800", "birthday: circa 1800"),
        ("birthday", "2026-11-22", "birthday: 2026-11-22"),
        ("birthday", "2025-02-29", "birthday: 2025-02-29"),
        ("tier", "gold", "tier: gold"),
        ("every_days", 3651, "every days: 3651"),
        ("every_days", -1, "every days: -1"),
    ],
)
def test_a_field_that_does_not_fit_is_kept_as_a_fact(field: str, value: object, fact: str) -> None:
    card = fit(**{field: value})

    assert getattr(card, field) is None
    assert card.facts == (Noted(fact, TODAY),)


@pytest.mark.parametrize("field", ["company", "role", "place", "met", "birthday", "tier"])
@pytest.mark.parametrize("value", [None, "", "  ", "\x00"])
def test_a_field_that_says_nothing_is_none(field: str, value: str | None) -> None:
    card = fit(**{field: value})

    assert (getattr(card, field), card.facts) == (None, ())


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("key", "a\ud800", "a?"),
        ("company", " Żuraw\x00 \ud800 ", "Żuraw ?"),
        ("birthday", "19880229", "1988-02-29"),
        ("tier", " Close ", "close"),
        ("every_days", 3650, 3650),
        ("every_days", 0, None),
        ("met_on", TODAY, TODAY),
        ("met_on", TOMORROW, None),
        ("met_on", date(1899, 12, 30), None),
        ("via", Mention("Ada\x00", "\udfff" * 2000), Mention("Ada", "?" * 1000)),
        ("handle", "giulia-d", "giulia-d"),
        ("handle", "me", None),
        ("handle", "Giulia D", None),
        ("uuid", UUID, UUID),
        ("uuid", "1", None),
        ("aliases", ("Giulia  D'Angelo", "Giulietta", "…", "Giulietta"), ("Giulia D'Angelo", "Giulietta")),
        ("aliases", ("giulia d’angelo", "x" * 257), ()),
        ("contacts", (("email", " A@x.org "), ("email", "a@X.org")), (("email", "A@x.org"),)),
        ("contacts", (("fax", "1"), ("url", " ")), ()),
        ("contacts", (("phone", "+39 02 1234567"), ("phone", "02-1234567")), (("phone", "+39 02 1234567"),)),
        ("contacts", (("url", "x" * 2000),), (("url", "x" * 1000),)),
        ("tags", ("+From LinkedIn", "from-linkedin", "!", "x" * 65), ("from-linkedin",)),
        ("topics", (("can", " pricing"), ("can", "pricing "), ("needs", "x"), ("wants", " ")), (("can", "pricing"),)),
        ("facts", (Noted("tea "), Noted("tea"), Noted(" \x00")), (Noted("tea", TODAY),)),
        ("facts", (Noted("tea", TOMORROW),), (Noted("tea", TODAY),)),
        ("facts", (Noted("tea", date(1899, 1, 1)),), (Noted("tea", TODAY),)),
        ("facts", (Noted("tea", date(2020, 1, 1)),), (Noted("tea", date(2020, 1, 1)),)),
        ("extra", ("X-A:1\x00",), ("X-A:1",)),
    ],
)
def test_every_value_is_made_fit_to_be_stored(field: str, value: object, kept: object) -> None:
    assert getattr(fit(**{field: value}), field) == kept


def test_a_long_fact_ends_where_a_journal_ends_it() -> None:
    assert [len(text) for text in texts(fit(facts=(Noted("x" * 1_000_001),)))] == [1_000_000]


def test_the_name_is_tidy_and_aliases_that_say_the_same_are_none() -> None:
    card = fit(name=" Łukasz\x00   Zieliński ", aliases=("Lukasz Zielinski",))

    assert (card.name, card.aliases) == ("Łukasz Zieliński", ())


@pytest.mark.parametrize("name", ["", " ", "\x00", "…", "x" * 257])
def test_without_a_name_nobody_can_be_stored(name: str) -> None:
    with pytest.raises(UsageProblem, match="a name"):
        fit(name=name)


def test_a_day_of_connecting_says_how_and_when_we_met_unless_the_file_does() -> None:
    day = date(2024, 1, 12)

    connected, told = fit(known_since=day), fit(known_since=day, met="PyMilano", met_on=TODAY)
    assert (connected.met, connected.met_on) == ("connected (linkedin)", day)
    assert (told.met, told.met_on) == ("PyMilano", TODAY)
    assert fit(known_since=day, met_on=TOMORROW).met_on == day


WORDS = st.text(max_size=30)
DAYS = st.dates() | st.none()
CARDS = st.builds(
    Card,
    key=WORDS,
    where=WORDS,
    name=WORDS,
    aliases=st.lists(WORDS, max_size=3).map(tuple),
    company=st.none() | WORDS,
    role=st.none() | WORDS,
    place=st.none() | WORDS,
    birthday=st.sampled_from([None, "1988-02-29", "--12-31", "13-13", "3000-01-01"]),
    contacts=st.lists(st.tuples(st.sampled_from(["email", "phone", "url", "fax"]), WORDS), max_size=3).map(tuple),
    tags=st.lists(WORDS, max_size=3).map(tuple),
    facts=st.lists(st.builds(Noted, WORDS, DAYS), max_size=3).map(tuple),
    topics=st.lists(st.tuples(st.sampled_from(["can", "wants", "x"]), WORDS), max_size=3).map(tuple),
    tier=st.sampled_from([None, "inner", "NONE", "gold"]),
    every_days=st.none() | st.integers(),
    is_kin=st.booleans(),
    met=st.none() | WORDS,
    met_on=DAYS,
    via=st.none() | st.builds(Mention, WORDS, WORDS),
    known_since=DAYS,
    handle=st.none() | WORDS,
    uuid=st.none() | WORDS | st.just(UUID),
    extra=st.lists(WORDS, max_size=3).map(tuple),
)


def made_fit(card: Card) -> Card | None:
    """The card tidied; None when nobody can be called so."""
    try:
        return tidied(card, source="linkedin", today=TODAY)
    except UsageProblem:
        return None


@settings(max_examples=300, deadline=None)
@given(card=CARDS)
def test_what_is_fit_stays_as_it_is_and_is_text_that_can_be_stored(card: Card) -> None:
    if once := made_fit(card):
        assert made_fit(once) == once
        (once.key + said(once)).encode()
        for told in (once.aliases, once.contacts, once.tags, once.topics, once.facts):
            assert len(set(told)) == len(told)


@settings(max_examples=300, deadline=None)
@given(card=CARDS)
def test_a_remembered_card_is_the_card_without_what_is_not_said_of_the_person(card: Card) -> None:
    if fitting := made_fit(card):
        unsaid = fitting._replace(where="the inbox", handle=None, uuid=None, known_since=None)

        again = as_card(said(fitting), key=fitting.key)

        assert again == unsaid._replace(facts=tuple(Noted(fact.text) for fact in fitting.facts))
        assert spoken_of(again) == spoken_of(fitting)


def test_what_waits_is_a_card_when_it_has_a_name() -> None:
    assert waiting_card(said(FULL), key="k") == FULL._replace(where="the inbox")
    assert waiting_card('{"on": "2026-11-20", "kind": "call"}', key="k") is None


def held(card: Card = BARE, **fields: Any) -> Held:  # noqa: ANN401 (those of a person)
    """What a journal holds that the card was once taken into."""
    told = {name: getattr(card, name) for name in ("name", *SCALARS)}
    day = told["met_on"].isoformat() if told["met_on"] else None
    of = {**told, "met_on": day, "via_id": 7 if card.via else None, **fields}
    return Held(of, card.aliases, card.contacts, card.tags, card.topics, tuple(texts(card)), card.extra)


def with_field(name: str, value: Any, card: Card = BARE) -> Card:  # noqa: ANN401 (any field)
    """The card with another value in a field."""
    return card._replace(**{name: value})


def before(card: Card) -> dict[str, Any]:
    """What a source said, as it is remembered."""
    return {**spoken_of(card), **({"met_on": card.met_on.isoformat()} if card.met_on else {})}


NOTHING = Difference({}, replaces_extra=True)


def test_a_card_told_again_adds_nothing() -> None:
    assert difference(FULL, held(FULL), before(FULL)) == NOTHING
    assert difference(FULL, held(FULL), {}) == NOTHING._replace(replaces_extra=False)


def test_what_a_card_adds_is_told_in_words() -> None:
    found = difference(FULL, held(), {})

    assert found.words == (
        *("company Żuraw & Co", "role PM", "place Kraków", "birthday --02-29", "met PyMilano", "met on 2024-01-12"),
        *("tier close", "every days 30", "is kin True", "e-mail giulia@example.org", "also called Giulietta", "+pm"),
        *("met through Zofia Żuk", "can pricing", "likes tea", "vCard fields"),
    )
    assert difference(BARE._replace(via=Mention("", "zofia")), held(), {}).words == ("met through zofia",)


ANSWERS: list[tuple[object, object, object, object]] = [
    # the source said, the journal holds, the source says now, what comes
    (None, None, "A", "A"),
    (None, "U", "A", None),
    ("A", "A", "A", None),
    ("A", "A", "B", "B"),
    ("A", "U", "A", None),
    ("A", "U", "B", None),
    ("A", "B", "B", None),
    ("A", None, "A", None),
    ("A", None, "B", "B"),
    ("A", "A", None, None),
    ("A", "U", None, None),
]
VALUES: Mapping[str, Mapping[object, object]] = {
    "company": {"A": "Acme", "B": "Bianchi", "U": "Użytkowa"},
    "every_days": {"A": 30, "B": 60, "U": 90},
    "met_on": {"A": date(2020, 1, 1), "B": date(2021, 1, 1), "U": date(2022, 1, 1)},
}


@pytest.mark.parametrize("field", VALUES)
@pytest.mark.parametrize(("was", "mine", "now", "comes"), ANSWERS)
def test_of_one_field_the_users_word_stays_and_the_sources_news_come(
    field: str, was: object, mine: object, now: object, comes: object
) -> None:
    values = VALUES[field]

    def saying(word: object) -> Card:
        return with_field(field, values.get(word))

    found = difference(saying(now), held(saying(mine)), before(saying(was)))

    assert found.changes == ({field: values[comes]} if comes else {})


def test_kin_that_the_user_denied_are_not_made_kin_again() -> None:
    kin = BARE._replace(is_kin=True)

    assert difference(kin, held(is_kin=0), before(kin)).changes == {}
    assert difference(kin, held(is_kin=0), before(BARE)).changes == {"is_kin": True}


@pytest.mark.parametrize(
    ("was", "mine", "now", "changes", "aliases"),
    [
        ("", ("Anna",), ("Anna Rossi",), {}, ("Anna Rossi",)),
        ("", ("Anna Rossi",), ("anna rossi",), {}, ()),
        ("", ("Anna", "Anna Rossi"), ("Anna Rossi",), {}, ()),
        ("Anna Rossi", ("Anna Rossi",), ("Anna Bianchi",), {"name": "Anna Bianchi"}, ("Anna Rossi",)),
        ("Anna Rossi", ("Anna Rossi",), ("Anna Bianchi", "Anna Rossi"), {"name": "Anna Bianchi"}, ("Anna Rossi",)),
        ("Anna Rossi", ("Anna Rossi", "Ania"), ("Anna Bianchi", "Ania"), {"name": "Anna Bianchi"}, ("Anna Rossi",)),
        ("Lukasz Zuk", ("Lukasz Zuk",), ("Łukasz Żuk",), {"name": "Łukasz Żuk"}, ()),
        ("Anna Rossi", ("Ania",), ("Anna Rossi",), {}, ()),
        ("Anna Rossi", ("Ania",), ("Anna Bianchi",), {}, ("Anna Bianchi",)),
        ("Anna Rossi", ("Ania",), ("Anna Bianchi", "Anka", "ANKA"), {}, ("Anna Bianchi", "Anka")),
    ],
)
def test_of_names_the_users_stays_and_none_is_lost(
    was: str, mine: tuple[str, ...], now: tuple[str, ...], changes: dict[str, str], aliases: tuple[str, ...]
) -> None:
    person = held(BARE._replace(name=mine[0], aliases=mine[1:]))
    card = BARE._replace(name=now[0], aliases=now[1:])

    found = difference(card, person, before(BARE._replace(name=was)) if was else {})

    assert (dict(found.changes), found.aliases) == (changes, aliases)


def test_an_alias_that_the_user_removed_does_not_come_with_a_new_name() -> None:
    was = BARE._replace(name="Anna Rossi", aliases=("Annina",))

    found = difference(was._replace(name="Anna Bianchi"), held(was._replace(aliases=())), before(was))

    assert (dict(found.changes), found.aliases) == ({"name": "Anna Bianchi"}, ("Anna Rossi",))


@pytest.mark.parametrize("field", ["contacts", "tags", "topics", "facts", "aliases"])
def test_what_hangs_on_a_person_comes_once_and_stays_away_once_removed(field: str) -> None:
    one, more = FULL._replace(extra=()), getattr(FULL, field)
    without = with_field(field, (), one)

    assert getattr(difference(one, held(without), before(without)), field) == more
    assert difference(one, held(one), before(without)) == Difference({})
    assert difference(one, held(without), before(one)) == Difference({})


def test_ways_that_are_spelt_otherwise_are_the_same() -> None:
    card = BARE._replace(contacts=(("url", "https://www.x.org/anna/"), ("phone", "+48 600 700 800")))
    there = held(BARE._replace(contacts=(("url", "x.org/anna"), ("phone", "600700800"))))

    assert difference(card, there, {}).contacts == ()


def test_through_whom_somebody_was_met_comes_once_and_does_not_replace_what_the_user_said() -> None:
    card = BARE._replace(via=Mention("Zofia Żuk"))

    assert difference(card, held(), before(BARE)).via == Mention("Zofia Żuk")
    assert difference(card, held(), before(card)).via is None
    assert difference(card, held(via_id=3), {}).via is None


def test_what_a_card_says_otherwise_the_first_time_is_kept_beside() -> None:
    told = BARE._replace(company="Nowa", role="cto", place="Gdańsk", birthday="1990-01-01")
    mine = BARE._replace(company="Vecchia", role="CTO", birthday="--01-02")

    found = difference(told, held(mine), {})

    assert dict(found.changes) == {"place": "Gdańsk"}
    assert texts(BARE._replace(facts=found.facts)) == ["company: Nowa", "birthday: 1990-01-01"]
    assert difference(told, held(mine), before(told)).facts == ()


ADR, LABEL, CAT = "item1.X-ABADR:pl", "item1.X-ABLabel:dom", "X-CAT:Mruczek"


@pytest.mark.parametrize(
    ("told", "there", "was", "new"),
    [
        ((CAT,), (), (), (CAT,)),
        ((), (), (), ()),
        ((CAT,), (CAT,), (), ()),
        ((CAT,), (CAT,), (CAT,), ()),
        ((CAT,), (), (CAT,), ()),
        ((ADR, LABEL), (CAT,), (CAT,), (ADR, LABEL)),
        ((), (CAT,), (CAT,), ()),
        ((ADR, LABEL, CAT), (CAT,), (), (ADR, LABEL)),
        ((ADR, LABEL, CAT), (ADR, CAT), (), (ADR, LABEL)),
        ((ADR, LABEL), (CAT, ADR, LABEL), (), ()),
    ],
)
def test_vcard_lines_come_whole_or_as_whole_groups(
    told: tuple[str, ...], there: tuple[str, ...], was: tuple[str, ...], new: tuple[str, ...]
) -> None:
    assert new_lines(told, there, was) == new


@pytest.mark.parametrize(("there", "was", "replaces"), [((CAT,), (CAT,), True), ((CAT,), (), False), ((), (), False)])
def test_lines_replace_those_of_the_same_source_only(
    there: tuple[str, ...], was: tuple[str, ...], replaces: bool
) -> None:
    card = BARE._replace(extra=(ADR,))

    found = difference(card, held(BARE._replace(extra=there)), before(BARE._replace(extra=was)))

    assert (found.replaces_extra, found.extra) == (replaces, (ADR,))


def test_a_key_is_made_of_the_name_and_the_ways_in_any_order() -> None:
    ways = (("email", "a@x.org"), ("phone", "600700800"))
    key = key_of_card(BARE._replace(contacts=ways))

    assert key == key_of_card(BARE._replace(contacts=ways[::-1], where="line 9", company="Acme"))
    assert key != key_of_card(BARE)
    assert key.startswith("is:")
