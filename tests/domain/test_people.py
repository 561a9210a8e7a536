"""Names, handles, and which person a query means."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.people import (
    HANDLE_LIMIT,
    NAME_LIMIT,
    PREFIXES,
    RESERVED,
    Handles,
    Named,
    best_ranked,
    called,
    check_handle,
    check_name,
    handle_for,
    matches,
    name_keys,
    nominatives,
    one,
    reads_as_name,
    spoken,
    spoken_parts,
)
from netlog.errors import Ambiguous, ExitCode, NotFound, UsageProblem

GIULIA = Named(1, "giulia", "Giulia Rossi", ("Giù",))
NICOLO = Named(2, "nicolo", "Nicolò Bianchi")
LUKASZ = Named(3, "lukasz", "Łukasz Wójcik")
ANNA_R = Named(4, "anna-r", "Anna Rossi")
ANNA_K = Named(5, "anna-k", "Anna Kowalska", ("Anna Maj",))
ANNABEL = Named(6, "annabel", "Annabel Lis")
ZOE = Named(7, "zoe", "Zoë Strauß")
CARLA = Named(8, "carla", "Carla D'Angelo")
LOTTE = Named(9, "lotte", "Lotte van der Berg")
SEAN = Named(10, "boss", "Seán O’Neil")
JEAN_LUC = Named(11, "jean-luc", "Jean-Luc Moreau")
LI = Named(12, "person", "李明")
OLGA = Named(13, "person-2", "Ольга Лис")
DOCTOR = Named(14, "ewa", "Dr Ewa Zięba")
CAST = (
    GIULIA, NICOLO, LUKASZ, ANNA_R, ANNA_K, ANNABEL, ZOE, CARLA, LOTTE, SEAN, JEAN_LUC, LI, OLGA, DOCTOR
)  # fmt: skip

names = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("aAąßŁł -'’.你ж")), min_size=1, max_size=20
)


def nobody_has(_: str) -> bool:
    return False


def is_usable(name: str) -> bool:
    return "\0" not in name and bool(spoken(name))


@pytest.mark.parametrize(
    ("query", "people"),
    [
        ("anna-r", [ANNA_R]),
        ("@anna-r", [ANNA_R]),
        ("@Anna-R", [ANNA_R]),
        ("boss", [SEAN]),
        ("giulia", [GIULIA]),
        ("Giulia Rossi", [GIULIA]),
        ("giulia  ROSSI", [GIULIA]),
        ("giu", [GIULIA]),
        ("giù", [GIULIA]),
        ("nicolo", [NICOLO]),
        ("Nicolo\u0300 Bianchi", [NICOLO]),
        ("wojcik", [LUKASZ]),
        ("łukasz", [LUKASZ]),
        ("strauss", [ZOE]),
        ("zoe strauß", [ZOE]),
        ("anna maj", [ANNA_K]),
        ("anna", [ANNA_K, ANNA_R]),
        ("anna k", [ANNA_K]),
        ("ann", [ANNA_K, ANNA_R, ANNABEL]),
        ("an", [ANNA_K, ANNA_R, ANNABEL, CARLA]),
        ("rossi", [ANNA_R, GIULIA]),
        ("rossi giulia", [GIULIA]),
        ("d'angelo", [CARLA]),
        ("dangelo", [CARLA]),
        ("angelo", [CARLA]),
        ("van der berg", [LOTTE]),
        ("der", [LOTTE]),
        ("o'neil", [SEAN]),
        ("O’Neil", [SEAN]),
        ("oneil", [SEAN]),
        ("jean luc", [JEAN_LUC]),
        ("jean", [JEAN_LUC]),
        ("李明", [LI]),
        ("ольга", [OLGA]),
        ("ОЛЬ", [OLGA]),
        ("ewa", [DOCTOR]),
        ("lis", [ANNABEL]),
        ("alska", [ANNA_K]),
        ("uli", [GIULIA]),
        ("nobody", []),
        ("", []),
        ("@", []),
        ("🦄", []),
    ],
)
def test_a_query_finds_whom_it_names_best(query: str, people: list[Named]) -> None:
    assert list(matches(query, CAST)) == people


def test_a_first_name_wins_over_the_same_last_name_but_not_over_another_first_name() -> None:
    martin, rachel = Named(1, "mn", "Martin Novak"), Named(2, "rm", "Rachel Martin")

    assert matches("martin", (rachel, martin)) == (martin,)
    assert matches("martin", (rachel, martin, Named(3, "ml", "Martin Lis"))) == (
        Named(3, "ml", "Martin Lis"),
        martin,
    )


def test_a_whole_word_wins_over_the_beginning_of_another() -> None:
    lee, leeroy = Named(1, "ann", "Ann Lee"), Named(2, "tom", "Tom Leeroy")

    assert matches("lee", (leeroy, lee)) == (lee,)


def test_an_exact_handle_wins_alone_even_over_a_full_name() -> None:
    short, long = Named(1, "sam", "Samira Nowak"), Named(2, "sam-2", "Sam")

    assert matches("sam", (short, long)) == (short,)


def test_a_name_listed_twice_is_one_person() -> None:
    assert matches("giulia", (GIULIA, GIULIA)) == (GIULIA,)


@pytest.mark.parametrize(
    ("query", "people"),
    [
        ("anna", [ANNA_K, ANNA_R]),
        ("Giulia Rossi", [GIULIA]),
        ("giù", [GIULIA]),
        ("rossi", []),
        ("anna k", []),
        ("jean-luc", [JEAN_LUC]),
        ("jean", []),
        ("uli", []),
        ("dr", []),
        ("", []),
    ],
)
def test_a_note_names_people_only_by_handle_full_name_alias_or_first_name(query: str, people: list[Named]) -> None:
    assert list(called(query, CAST)) == people


def test_one_returns_the_only_person() -> None:
    assert one("wójcik", CAST) == LUKASZ


def test_nobody_is_an_error_with_suggestions() -> None:
    with pytest.raises(NotFound) as failure:
        one("giulja", CAST, suggestions=["giulia"])

    assert failure.value.exit_code == ExitCode.NOT_FOUND
    assert failure.value.suggestions == ("giulia",)


def test_two_annas_are_an_error_that_lists_both() -> None:
    with pytest.raises(Ambiguous) as failure:
        one("Anna", CAST)

    assert failure.value.candidates == (("anna-k", "Anna Kowalska"), ("anna-r", "Anna Rossi"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Giulia \t Rossi\n", "Giulia Rossi"),
        ("Nicolo\u0300", "Nicolò"),
        ("李明", "李明"),
        ("Ольга", "Ольга"),
        ("R2-D2 🤖", "R2-D2 🤖"),
        ("Bell\x07", "Bell\x07"),
        ("[bold]Ann[/bold]", "[bold]Ann[/bold]"),
        ("x" * NAME_LIMIT, "x" * NAME_LIMIT),
    ],
)
def test_a_name_is_kept_as_typed_but_for_its_spaces(typed: str, kept: str) -> None:
    assert check_name(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "--", "🦄", "'", "a\0b", "a\ud800", "x" * (NAME_LIMIT + 1)])
def test_a_name_nobody_could_be_found_by_is_refused(typed: str) -> None:
    with pytest.raises(UsageProblem):
        check_name(typed)


@pytest.mark.parametrize(
    ("name", "taken", "handle"),
    [
        ("Giulia Rossi", "", "giulia"),
        ("Giulia Rossi", "giulia", "giulia-r"),
        ("Giulia Rossi", "giulia giulia-r", "giulia-rossi"),
        ("Giulia Rossi", "giulia giulia-r giulia-rossi", "giulia-rossi-2"),
        ("Giulia Rossi", "giulia giulia-r giulia-rossi giulia-rossi-2", "giulia-rossi-3"),
        ("Giulia", "giulia", "giulia-2"),
        ("Łukasz Wójcik", "lukasz", "lukasz-w"),
        ("Lotte van der Berg", "lotte", "lotte-b"),
        ("Jean-Luc Moreau", "", "jean-luc"),
        ("Carla D'Angelo", "carla carla-d", "carla-dangelo"),
        ("Zoë Strauß", "zoe zoe-s", "zoe-strauss"),
        ("李明", "", "person"),
        ("Ольга", "person", "person-2"),
        ("Ольга Smith", "", "smith"),
        ("Dr. Anna Rossi, PhD", "anna", "anna-r"),
        ("Dr", "", "dr"),
        ("Anna Rossi (she/her)", "anna", "anna-r"),
        ("(Anna)", "", "anna"),
        ("Anna 🦄", "anna", "anna-2"),
        ("-- Ann", "", "ann"),
        ("Me", "", "me-2"),
        ("All Of Us", "", "all-u"),
    ],
)
def test_a_handle_is_the_shortest_free_form_of_the_name(name: str, taken: str, handle: str) -> None:
    assert handle_for(name, taken.split().__contains__) == handle


def test_a_long_handle_is_cut_to_leave_room_for_its_number() -> None:
    handle = handle_for("x" * 60, lambda handle: handle == "x" * HANDLE_LIMIT)

    assert handle == "x" * 38 + "-2"


@pytest.mark.parametrize("handle", ["giulia", "anna-r", "r2", "2", "a" * HANDLE_LIMIT])
def test_a_usable_handle_is_kept(handle: str) -> None:
    assert check_handle(handle) == handle


@pytest.mark.parametrize(
    "handle", ["", "-giulia", "Giulia", "giulia rossi", "łukasz", "@giulia", "a\n", "２", "a" * 41, "all", "$(x)"]
)
def test_an_unusable_handle_is_refused(handle: str) -> None:
    with pytest.raises(UsageProblem):
        check_handle(handle)


def test_the_keys_of_a_person_are_their_words_handle_and_whole_names() -> None:
    assert name_keys("Carla D'Angelo", "carla-d", ["Karla"]) == {
        "carla", "dangelo", "angelo", "d", "carla dangelo", "carla-d", "karla",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "nominative"),
    [("łukaszem", "łukasz"), ("markiem", "marek"), ("pawłem", "paweł"), ("jerzym", "jerzy"), ("anna", "anna")],
)
def test_the_polish_instrumental_leads_back_to_the_name(word: str, nominative: str) -> None:
    assert nominative in nominatives(word)


@pytest.mark.parametrize(
    ("word", "could_be"),
    [
        ("Zofia", True),
        ("李明", True),
        ("zofia", False),
        ("IBM", False),
        ("Monday", False),
        ("Maggio", False),
        ("", False),
    ],
)
def test_an_unknown_word_may_be_a_name(word: str, could_be: bool) -> None:
    assert reads_as_name(word) is could_be


@given(names.filter(is_usable))
def test_a_checked_name_is_composed_and_checks_again_as_itself(name: str) -> None:
    kept = check_name(name)

    assert check_name(kept) == kept == unicodedata.normalize("NFC", kept)


@given(
    st.lists(st.sampled_from(["Anna", "Anna Rossi", "anna rosati", "Anna-Rossi", "Ольга", "Me", "李明"]) | names),
    st.data(),
)
def test_handles_for_many_people_are_those_each_would_get_alone(everybody: list[str], data: st.DataObject) -> None:
    taken = data.draw(st.sets(st.sampled_from(["anna", "anna-3", "person", "person-4", "me-2"])))
    handles = Handles(taken.__contains__)
    for name in filter(is_usable, everybody):
        handle = handles.handle_for(name)

        assert handle == handle_for(name, taken.__contains__)
        taken |= {handle, data.draw(st.sampled_from([handle, "anna-5", "person-7"]))}


def test_the_next_of_many_who_share_a_name_is_not_counted_from_the_start() -> None:
    taken, asked = {"person"}, list[str]()

    def is_taken(handle: str) -> bool:
        asked.append(handle)
        return handle in taken

    handles = Handles(is_taken)
    for _ in range(100):
        taken.add(handles.handle_for("李明"))

    assert len(taken) == 101
    assert len(asked) < 210


@given(names.filter(is_usable), st.sets(st.sampled_from(["a", "a-a", "person", "person-2"]) | names))
def test_a_made_handle_is_free_and_usable(name: str, taken: set[str]) -> None:
    handle = handle_for(name, taken.__contains__)

    assert handle not in taken
    assert handle not in RESERVED
    assert check_handle(handle) == handle


@given(names.filter(is_usable))
def test_a_person_is_found_by_their_own_name_and_handle(name: str) -> None:
    kept = check_name(name)
    person = Named(1, handle_for(kept, nobody_has), kept)

    assert called(kept, [person]) == called(person.handle, [person]) == (person,)


@given(st.lists(names.filter(is_usable), min_size=1, max_size=3), st.data())
def test_whoever_is_found_by_words_has_a_key_that_begins_with_the_first(spelt: list[str], data: st.DataObject) -> None:
    person = Named(1, handle_for(spelt[0], nobody_has), spelt[0], tuple(spelt[1:]))
    known = sorted({word for text in (*spelt, person.handle) for word in (text, *text.split(), *spoken_parts(text))})
    chosen = data.draw(st.lists(st.sampled_from(known), min_size=1, max_size=3))
    query = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in chosen)

    found = best_ranked(query, [person], worst=PREFIXES)
    keys = name_keys(person.name, person.handle, person.aliases)

    assert not found or any(key.startswith(spoken(query)[0]) for key in keys)


@given(names.filter(is_usable), st.data())
def test_the_beginnings_of_all_words_in_any_order_find_a_person(name: str, data: st.DataObject) -> None:
    words = data.draw(st.permutations(spoken(name)))
    query = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in words)

    person = Named(1, "x-1", name)

    assert matches(query, [person]) == (person,)


@given(st.text())
def test_any_query_gets_an_answer_sorted_by_handle(query: str) -> None:
    found = [person.handle for person in matches(query, CAST)]

    assert found == sorted(set(found))


@pytest.mark.parametrize("query", ["Jean-Luc", "jean luc", "Giulia", "giulia rossi", "Zo", "van der Berg", "李明"])
def test_whoever_is_called_so_has_the_whole_query_for_a_key(query: str) -> None:
    for person in called(query, CAST):
        assert " ".join(spoken(query)) in name_keys(person.name, person.handle, person.aliases)
