"""Who was meant: one person, or a refusal that helps."""

import pytest
from tests.services.memory import Writer

from netlog.errors import Ambiguous, NotFound
from netlog.services.naming import one_person, some_people


@pytest.fixture
def annas(writer: Writer) -> Writer:
    writer.add("Anna Kowalska")
    writer.add("Anna Bianchi", handle="anna-b", aliases=("Bia",))
    return writer


@pytest.mark.parametrize(
    ("query", "handle"), [("anna", "anna"), ("kowalska", "anna"), ("BIA", "anna-b"), ("bianch", "anna-b")]
)
def test_one_person_is_whoever_the_query_names_best(annas: Writer, query: str, handle: str) -> None:
    assert one_person(annas.journal, query).handle == handle


def test_nobody_is_refused_with_the_query(annas: Writer) -> None:
    with pytest.raises(NotFound) as refusal:
        one_person(annas.journal, "zofia")

    assert refusal.value.details() == {"sort": "person", "query": "zofia", "suggestions": []}
    assert refusal.value.hint == "netlog people lists everybody"


def test_several_are_refused_with_all_of_them(annas: Writer) -> None:
    with pytest.raises(Ambiguous) as refusal:
        one_person(annas.journal, "Anna")

    assert refusal.value.candidates == (("anna", "Anna Kowalska"), ("anna-b", "Anna Bianchi"))


def test_nobody_is_named_twice(annas: Writer) -> None:
    named = some_people(annas.journal, ["bia", "anna", "kowalska", "anna-b"])

    assert [person.handle for person in named] == ["anna-b", "anna"]
