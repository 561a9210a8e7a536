"""How likely two people are one: what speaks for it, and what against."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.likeness import Looks, called_so, in_words, is_slip, keys, likeness


def looks(name: str, *aliases: str, contacts: tuple[tuple[str, str], ...] = (), **more: Any) -> Looks:  # noqa: ANN401
    return Looks(1, "someone", name, called_so((name, *aliases)), contacts, **more)


def email(address: str) -> tuple[tuple[str, str], ...]:
    return (("email", address),)


def url(key: str) -> tuple[tuple[str, str], ...]:
    return (("url", key),)


SAME_NAMES = [
    ("Giulia Rossi", "giulia rossi", "same name"),
    ("Łukasz Żółć", "Lukasz Zolc", "same name"),
    ("Niccolò D'Angelo", "Niccolo’ D’Angelo", "same name"),
    ("Dr. Anna Maria Kowalska", "Anna Maria Kowalska", "same name"),
    ("Rossi Giulia", "Giulia Rossi", "same name, first and last swapped"),
    ("Jürgen Müller", "Juergen Mueller", "spelled “jurgen muller” and “juergen mueller”"),
    ("Anna-Maria Conti", "Annamaria Conti", "spelled “anna maria conti” and “annamaria conti”"),
    ("Иван Петров", "Ivan Petrov", "same name"),
    ("Bob Smith", "Robert Smith", "Bob is short for Robert"),
    ("Gosia Nowak", "Małgorzata Nowak", "Gosia is short for Malgorzata"),
    ("Giulia Maria Rossi", "Giulia Rossi", "same first and last name, one with a middle name"),
    ("Giulia Rosi", "Giulia Rossi", "one letter apart: “giulia rosi” and “giulia rossi”"),
    ("Guilia Rossi", "Giulia Rossi", "one letter apart: “guilia rossi” and “giulia rossi”"),
    ("G. Rossi", "Giulia Rossi", "same last name, and the initial G fits"),
]


@pytest.mark.parametrize(("one", "other", "reason"), SAME_NAMES, ids=lambda words: words[:20])
def test_a_name_is_told_in_other_spellings(one: str, other: str, reason: str) -> None:
    found = likeness(looks(one), looks(other))

    assert found.reasons == (reason,)
    assert 0.5 <= found.certainty < 0.75


@pytest.mark.parametrize(("one", "other", "reason"), SAME_NAMES, ids=lambda words: words[:20])
def test_whoever_is_told_by_name_has_a_key_in_common(one: str, other: str, reason: str) -> None:
    assert set(keys(looks(one))) & set(keys(looks(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Giulia", "Giulia Rossi"),
        ("Giulia Rossi", "Giulia Bianchi"),
        ("Giulia Rossi", "Marco Rossi"),
        ("Bo", "Bo Chen"),
        ("Ada", "Ida"),
        ("Li Wu", "Li Yu"),
        ("Roberto Sanna", "Bob Sanna"),
        ("Zuzanna Z.", "Zuzanna J."),
    ],
)
def test_a_part_of_a_name_is_nothing(one: str, other: str) -> None:
    assert likeness(looks(one), looks(other)).certainty == 0


def test_a_first_name_with_an_initial_is_hardly_a_name() -> None:
    assert likeness(looks("Zuzanna Z."), looks("Zuzanna Zając", "Zuzanna Z")).certainty == 0.2


def test_a_former_name_is_a_name() -> None:
    assert likeness(looks("Giulia Bianchi", "Giulia Rossi"), looks("Giulia Rossi")).certainty > 0.7


@pytest.mark.parametrize(
    ("contacts", "least"),
    [(email("giulia@x.example"), 0.95), ((("phone", "401234567"),), 0.93), (url("linkedin.com/in/giulia"), 0.95)],
)
def test_the_same_name_and_one_way_to_reach_them_is_almost_certain(
    contacts: tuple[tuple[str, str], ...], least: float
) -> None:
    found = likeness(looks("Giulia Rossi", contacts=contacts), looks("Giulia Rossi", contacts=contacts))

    assert found.certainty >= least
    assert in_words(found.certainty) == "almost certain"


def test_an_address_that_two_names_share_is_possible_not_more() -> None:
    found = likeness(looks("Giulia Rossi", contacts=email("g@x.example")), looks("Nina", contacts=email("g@x.example")))

    assert 0.5 <= found.certainty < 0.75
    assert found.reasons == ("same e-mail g@x.example", "other names")


def test_the_address_of_an_office_says_little() -> None:
    office = email("info@x.example")

    assert likeness(looks("Giulia Rossi", contacts=office), looks("Ada Conti", contacts=office)).certainty < 0.3


@pytest.mark.parametrize(
    "keys_", [("it.linkedin.com/in/giulia", "linkedin.com/in/giulia?trk=x"), ("x.com/g", "twitter.com/@g")]
)
def test_a_profile_is_known_by_site_and_name(keys_: tuple[str, str]) -> None:
    found = likeness(*(looks("Giulia Rossi", contacts=url(key)) for key in keys_))

    assert found.certainty > 0.9


def test_other_profiles_on_one_site_speak_against_it() -> None:
    one, other = (looks("Giulia Rossi", contacts=url(f"linkedin.com/in/{name}")) for name in ("giulia", "g-rossi-7"))

    assert likeness(one, other).certainty < 0.3
    assert likeness(one, other).reasons[-1] == "but different profiles on linkedin.com"


def test_profiles_on_two_sites_say_nothing() -> None:
    one, other = (looks("Giulia Rossi", contacts=url(key)) for key in ("github.com/g", "linkedin.com/in/giulia"))

    assert likeness(one, other) == likeness(looks("Giulia Rossi"), looks("Giulia Rossi"))


@pytest.mark.parametrize(
    ("more", "others", "is_more"),
    [
        ({"company": "Studio Ferri"}, {"company": "studio ferri"}, True),
        ({"place": "Milano"}, {"place": "milano"}, True),
        ({"birthday": "1988-03-12"}, {"birthday": "--03-12"}, True),
        ({"birthday": "1988-03-12"}, {"birthday": "1988-04-12"}, False),
    ],
)
def test_what_is_around_a_name_counts(more: dict[str, Any], others: dict[str, Any], is_more: bool) -> None:
    alone = likeness(looks("Giulia Rossi"), looks("Giulia Rossi")).certainty
    found = likeness(looks("Giulia Rossi", **more), looks("Giulia Rossi", **others)).certainty

    assert (found > alone) is is_more
    assert likeness(looks("Giulia Rossi", **more), looks("Ada Conti", **others)).certainty == 0


def test_a_first_name_at_the_same_company_is_weak() -> None:
    found = likeness(looks("Giulia", company="Ferri"), looks("Giulia Rossi", company="Ferri"))

    assert 0.3 <= found.certainty < 0.5
    assert found.reasons == ("same first name and company",)


words = st.lists(
    st.sampled_from(["Giulia", "Rossi", "G.", "Łukasz", "Bob", "Robert", "Мария", "李", "-", ""]), max_size=4
)
people = st.builds(
    lambda name, key, company, birthday: looks(" ".join(name), contacts=email(key), company=company, birthday=birthday),
    words,
    st.sampled_from(["a@x.example", "b@x.example", "info@x.example"]),
    st.sampled_from([None, "Ferri", ""]),
    st.sampled_from([None, "--03-12", "1988-03-12", "1990-05-01"]),
)


@given(people, people)
def test_it_does_not_matter_who_is_named_first(one: Looks, other: Looks) -> None:
    found = likeness(one, other)

    assert 0 <= found.certainty <= 1
    assert found.certainty == likeness(other, one).certainty


@given(st.text(min_size=8, max_size=20), st.data())
def test_one_slip_is_a_slip_and_none_is_none(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.characters().filter(lambda other: other != text[at]))

    assert is_slip(text, text[:at] + letter + text[at + 1 :])
    assert is_slip(text + "x", text[:at] + text[at + 1 :] + "x") or len(text) < 8
    assert not is_slip(text, text)
