"""Monica 4: whatever it kept about a person arrives as a field, a fact, or a contact."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_journals import (
    READING,
    cards,
    how_sure,
    monica_contact,
    monica_export,
    monica_list,
    monica_record,
    monica_relation,
    records,
    source,
    talks,
)

from netlog.errors import FormatProblem
from netlog.formats.json_file import Json
from netlog.formats.monica import FORMAT
from netlog.interchange import Card, Mention, Noted, Record, Rejected, Skipped

CREATED = date(2024, 1, 16)


def read(*contacts: Json, also: tuple[Json, ...] = (), **instance: object) -> list[Record]:
    return records(FORMAT, monica_export(monica_list("contact", *contacts), *also, **instance))


def person(*data: Json, **properties: object) -> Card:
    (card,) = cards(read(monica_contact("g", "Giulia Rossi", *data, **properties)))
    return card


def facts(*data: Json, **properties: object) -> list[Noted]:
    return list(person(*data, **properties).facts)


def test_a_contact_becomes_a_person() -> None:
    card = person(nickname="Giù", job="architect", company="Ponte", tags=["milano"], is_starred=True, middle_name="Ada")

    assert (card.key, card.where, card.name, card.aliases) == ("uuid:g", "contact 1", "Giulia Ada Rossi", ("Giù",))
    assert (card.role, card.company, card.tags) == ("architect", "Ponte", ("milano", "starred"))


@pytest.mark.parametrize(
    ("days", "every"), [(60, 60), (0, None), (-3, None), (True, None), ("60", None), (10**9, None)]
)
def test_staying_in_touch_becomes_the_rhythm(days: object, every: int | None) -> None:
    assert person(stay_in_touch_frequency=days).every_days == every


@pytest.mark.parametrize(
    ("known", "birthday", "told"),
    [
        ({}, "1988-02-29", []),
        ({"is_year_unknown": True}, "--02-29", []),
        ({"is_age_based": True}, None, [Noted("born about 1988")]),
        ({"date": "soon"}, None, []),
    ],
)
def test_a_birthday_is_as_exact_as_it_is_known(known: Json, birthday: str | None, told: list[Noted]) -> None:
    card = person(birthdate={"date": "1988-02-29T00:00:00.000000Z", "is_age_based": False, **known})

    assert (card.birthday, list(card.facts)) == (birthday, told)


def test_how_we_met_is_kept_with_the_one_who_brought_us_together() -> None:
    met = {"date": "2019-05-04T00:00:00Z", "is_age_based": False, "is_year_unknown": False}
    giulia, _ = cards(
        read(
            monica_contact("g", "Giulia Rossi", first_met_date=met, first_met_through="ł"),
            monica_contact("ł", "Łukasz Żak"),
        )
    )

    assert (giulia.met_on, giulia.via) == (date(2019, 5, 4), Mention("Łukasz Żak"))


def test_ways_to_reach_somebody_are_told_by_their_type() -> None:
    types = [
        monica_record("e", name="Email", protocol="mailto:", type="email"),
        monica_record("p", name="Phone", protocol="tel:", type="phone"),
        monica_record("f", name="Facebook", protocol="https://facebook.com/"),
        monica_record("t", name="Telegram", protocol="telegram:"),
    ]
    values = {"e": "g@example.org", "p": "+39 011 1", "f": "giulia", "t": "@giu", "gone": "g@example.com"}
    fields = monica_list("contact_field", *(monica_record(data=data, type=sort) for sort, data in values.items()))
    (card,) = cards(read(monica_contact("g", "Giulia Rossi", fields), contact_field_types=types))

    assert card.contacts == (
        ("email", "g@example.org"),
        ("phone", "+39 011 1"),
        ("url", "https://facebook.com/giulia"),
        ("email", "g@example.com"),
    )
    assert card.facts == (Noted("Telegram: @giu"),)


def test_an_address_is_the_place_and_a_fact() -> None:
    card = person(monica_list("address", monica_record(name="home", street="Via Po 1", city="Torino", country="IT")))

    assert (card.place, card.facts) == ("Torino", (Noted("address (home): Via Po 1, Torino, IT"),))


@pytest.mark.parametrize(
    ("sort", "held", "words"),
    [
        ("gift", {"name": "a book", "status": "idea", "amount": "20"}, "gift idea: a book (20)"),
        ("gift", {"name": "a book", "status": "offered"}, "gave: a book"),
        ("debt", {"amount": 20, "currency": "EUR", "in_debt": True, "status": "inprogress"}, "I owe 20 EUR"),
        ("debt", {"amount": 5, "in_debt": False, "status": "complete"}, "owes me 5 (settled)"),
        ("task", {"title": "send the plan", "completed": False}, "to do: send the plan"),
        ("task", {"title": "call", "description": "back", "completed": True}, "done: call: back"),
        ("pet", {"name": "Rex", "category": "Dog"}, "pet: dog Rex"),
    ],
)
def test_what_has_no_field_is_told_in_words(sort: str, held: dict[str, object], words: str) -> None:
    assert facts(monica_list(sort, monica_record(**held))) == [Noted(words, CREATED)]


def test_a_note_keeps_its_day() -> None:
    assert facts(monica_list("note", monica_record(body="likes tea"))) == [Noted("likes tea", CREATED)]


def test_plural_names_of_lists_are_read_as_well() -> None:
    assert facts(monica_list("notes", monica_record(body="likes tea"))) == [Noted("likes tea", CREATED)]


def test_a_reminder_of_the_users_own_is_a_fact_and_an_automatic_one_is_not() -> None:
    own = monica_record(
        title="exhibition",
        initial_date="2024-03-01T00:00:00Z",
        frequency_type="month",
        frequency_number=2,
        delible=True,
    )
    automatic = monica_record(title="birthday", initial_date="2024-03-01", delible=False)

    assert facts(monica_list("reminder", own, automatic)) == [
        Noted("reminder: exhibition (2024-03-01, every 2 months)", CREATED)
    ]


def test_a_life_event_is_a_fact_of_its_day_called_as_its_type() -> None:
    event = monica_record(type="m", note="in Kraków", happened_at="2020-06-01T00:00:00Z")
    (card,) = cards(
        read(
            monica_contact("g", "Giulia Rossi", monica_list("life_event", event)),
            life_event_types=[monica_record("m", translation_key="new_home")],
        )
    )

    assert card.facts == (Noted("new home: in Kraków", date(2020, 6, 1)),)


def test_the_dead_are_remembered_and_never_due() -> None:
    card = person(is_dead=True, deceased_date={"date": "2021-07-08T00:00:00Z"})

    assert (card.tier, card.facts) == ("none", (Noted("died on 2021-07-08", date(2021, 7, 8)),))


def test_a_call_tells_who_called() -> None:
    called = [
        monica_record(u, called_at="2024-02-03T00:00:00Z", contact_called=c) for u, c in (("x", True), ("", False))
    ]
    first, second = talks(read(monica_contact("g", "Giulia Rossi", monica_list("call", *called))))

    assert (first.key, first.direction, first.kind, first.on) == ("call:x", "in", "call", date(2024, 2, 3))
    assert (second.direction, second.people) == ("out", (Mention("Giulia Rossi"),))
    assert second.key.startswith("call:g|")


def test_a_conversation_is_a_message_begun_by_its_first_writer() -> None:
    messages = [monica_record(content="ciao", written_by_me=True), monica_record(content="hej", written_by_me=False)]
    held = monica_record("c", happened_at="2024-02-03", messages=messages)
    (talk,) = talks(read(monica_contact("g", "Giulia Rossi", monica_list("conversation", held))))

    assert (talk.kind, talk.direction, talk.text) == ("message", "out", "I: ciao\nGiulia Rossi: hej")


def test_an_activity_is_with_everybody_who_points_to_it() -> None:
    mail = monica_list("contact_field", monica_record(data="x@example.org"))
    taken = monica_list("activity", "a1")
    both = [monica_contact("x", "Person x", mail, taken), monica_contact("y", "Person y", taken)]
    activity = monica_record("a1", summary="by the river", description="long", happened_at="2024-05-06", type="w")
    done = monica_list("activity", activity, monica_record("a2", happened_at="2024-05-06"), monica_record("a3"))
    types = [monica_record("w", translation_key="went_for_a_walk")]
    found = read(*both, also=(done,), activity_types=types)

    (talk,) = talks(found)
    assert (talk.key, talk.kind, talk.text) == ("activity:a1", "walk", "by the river\nlong")
    assert talk.people == (Mention("Person x", "x@example.org"), Mention("Person y"))
    assert found[-2:] == [Skipped("activity 2", "names nobody"), Rejected("activity 3", "no day")]


def test_a_relation_stored_in_both_directions_is_told_once_to_each() -> None:
    related = monica_list("relationship", monica_relation("x", "child", "y"), monica_relation("y", "parent", "x"))
    old, young = cards(read(monica_contact("x", "Ada Bell"), monica_contact("y", "Bo Bell"), also=(related,)))

    assert (old.facts, young.facts) == ((Noted("child: Bo Bell"),), (Noted("parent: Ada Bell"),))


def test_a_relation_stored_once_is_told_to_both() -> None:
    related = monica_list("relationships", monica_relation("x", "child", "y"))
    old, young = cards(read(monica_contact("x", "Ada Bell"), monica_contact("y", "Bo Bell"), also=(related,)))

    assert (old.facts, young.facts) == ((Noted("child: Bo Bell"),), (Noted("child of: Ada Bell"),))


def test_my_own_contact_is_left_out_and_my_family_is_kin() -> None:
    user = monica_list("user", monica_record("u", me_contact="me"))
    related = monica_list("relationship", monica_relation("me", "sibling", "s"))
    found = read(monica_contact("me", "Zofia Nowak"), monica_contact("s", "Ewa Nowak"), also=(user, related))

    assert found[0] == Skipped("contact 1", "yourself")
    assert [(card.name, card.is_kin, card.facts) for card in cards(found)] == [("Ewa Nowak", True, ())]


def test_people_known_in_part_come_in_only_as_relations_and_are_never_due() -> None:
    related = monica_list("relationship", monica_relation("x", "child", "y"))
    found = read(
        monica_contact("x", "Ada Bell"),
        monica_contact("y", "Bo Bell", is_partial=True),
        monica_contact("z", "Stray", is_partial=True),
        also=(related,),
    )

    assert [(card.name, card.tier) for card in cards(found)] == [("Ada Bell", None), ("Bo Bell", "none")]
    assert found[2] == Skipped("contact 3", "known only in part, and related to nobody")


def test_what_cannot_come_in_is_told() -> None:
    files = [monica_list("photo", "p1"), monica_list("document", "d1")]
    found = read(monica_contact("g", "Giulia", *files), monica_contact("n", ""))

    assert found[1:] == [
        Skipped("contact 1", "a photo"),
        Skipped("contact 1", "a document"),
        Rejected("contact 2", "no name"),
    ]


@pytest.mark.parametrize(
    "data", ["", "{}", '{"account": {}}', '{"account": []}', "INSERT IGNORE INTO `contacts` (`id`)"]
)
def test_what_is_no_export_is_refused_with_a_hint(data: str) -> None:
    with pytest.raises(FormatProblem) as problem:
        records(FORMAT, data)

    assert problem.value.hint


def test_an_export_is_recognised() -> None:
    assert how_sure(FORMAT, monica_export(monica_list("contact", monica_contact("g", "Giulia")))) > 90
    assert how_sure(FORMAT, "INSERT IGNORE INTO `contacts` (`id`) VALUES") > 50
    assert how_sure(FORMAT, '{"entries": []}') == 0


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=3)
    | st.sampled_from(["2024-01-01", "g"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["uuid", "properties"]), inner),
    max_leaves=6,
)
FIELDS = ["uuid", "properties", "data", "first_name", "birthdate", "first_met_date", "date", "values", "type", "tags"]
FIELDS += ["stay_in_touch_frequency", "called_at", "happened_at", "messages", "contact_is", "of_contact", "content"]
SORTS = ["contact", "call", "note", "activity", "conversation", "relationship", "gift", "contact_field", "life_event"]


@settings(deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(FIELDS), anything), max_size=3),
    st.lists(
        st.tuples(st.sampled_from(SORTS), st.lists(st.dictionaries(st.sampled_from(FIELDS), anything))), max_size=3
    ),
)
def test_no_values_are_too_strange(people: list[Json], lists: list[tuple[str, list[Json]]]) -> None:
    inner = [monica_list(sort, *values) for sort, values in lists]
    held = {key: value for each in people for key, value in each.items() if key not in {"uuid", "first_name"}}
    contacts = [*people, monica_contact("g", "Giulia", *inner, **held)]

    assert cards(records(FORMAT, monica_export(monica_list("contact", *contacts), *inner)))


@settings(deadline=None)
@given(st.binary(max_size=60), st.integers(0, 400))
def test_no_bytes_are_too_strange(noise: bytes, at: int) -> None:
    whole = monica_export(monica_list("contact", monica_contact("g", "Giulia"))).encode()
    for data in (noise, whole[:at] + noise + whole[at:], json.dumps(noise.decode("latin-1")).encode()):
        assert FORMAT.recognise
        assert FORMAT.recognise(source(data)) >= 0
        try:
            records(FORMAT, data, READING)
        except FormatProblem:
            continue
