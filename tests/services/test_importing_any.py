"""Whatever files say: a second time changes nothing, and the order of people does not matter."""

from collections.abc import Collection

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.services.importing_desk import ImportDesk, card, mention, talk

from netlog.interchange import Card, Mention, Noted, Record, Rejected, Skipped, Stored
from netlog.services.intake_cards import Options

PEOPLE = ("Anna Rossi", "Bo Lind", "Zofia Żuk", "Łukasz Kot")
EMAILS = ("a@example.org", "b@example.org", "c@example.org")
KEYS = st.sampled_from(["", "", "k1", "k2", "url:x/1", "url:x/2", "uid:u1"])
COMPANIES = st.sampled_from([None, "Acme", "Nowa"])
CARDS = st.builds(
    Card,
    key=KEYS,
    where=st.just("line 2"),
    name=st.sampled_from(PEOPLE),
    company=COMPANIES,
    contacts=st.sets(st.sampled_from(EMAILS), max_size=2).map(
        lambda some: tuple(("email", one) for one in sorted(some))
    ),
    facts=st.sampled_from([(), (Noted("tea"),)]),
    topics=st.sampled_from([(), (("can", "pricing"), ("can", "pricing"))]),
    via=st.none() | st.sampled_from(PEOPLE).map(Mention),
)
ALIASED = st.builds(
    Card._replace, CARDS, aliases=st.lists(st.sampled_from([*PEOPLE, "Anna", "Bo"]), max_size=2).map(tuple)
)
MENTIONS = st.sampled_from([*PEOPLE, *EMAILS, "Anna", "Nobody", "…", "d@example.org"]).map(mention)
TALKS = st.builds(
    talk,
    st.builds(Mention, st.sampled_from([*PEOPLE, "", "Anna"]), st.sampled_from([*EMAILS, ""])),
    MENTIONS,
    key=st.sampled_from(["", "t1", "t2", "k1"]),
    text=st.sampled_from(["", "pricing"]),
    tags=st.sampled_from([(), ("pm", "!")]),
)
OTHERS = st.sampled_from([Skipped("a", "spam"), Rejected("b", "bad"), Stored("c", "person", {}), card("…")])


KNOWN = st.lists(st.sampled_from([*PEOPLE, "Anna"]), max_size=2)


def knowing(people: Collection[str]) -> ImportDesk:
    """A journal with these people."""
    desk = ImportDesk()
    for number, name in enumerate(people):
        desk.add(f"p{number}", name)
    return desk


@settings(max_examples=300, deadline=None)
@given(cards=st.lists(ALIASED, max_size=8), rest=st.lists(TALKS | OTHERS, max_size=8), known=KNOWN)
def test_a_second_time_changes_nothing(cards: list[Card], rest: list[Record], known: list[str]) -> None:
    desk = knowing(known)
    first = desk.bring(*cards, *rest)
    before = desk.state()

    again = desk.bring(*cards, *rest)

    assert desk.state() == before
    assert (again.operation, again.rejected) == (None, first.rejected)
    assert sum((*again.people, *again.contacts)) == again.people.same + again.contacts.same


@settings(max_examples=300, deadline=None)
@given(cards=st.lists(ALIASED, max_size=8), rest=st.lists(TALKS | OTHERS, max_size=8), known=KNOWN)
def test_people_of_contacts_are_added_the_first_time_only(
    cards: list[Card], rest: list[Record], known: list[str]
) -> None:
    desk, adding = knowing(known), Options(are_people_added=True)
    desk.bring(*cards, *rest, options=adding)

    again = desk.bring(*cards, *rest, options=adding)

    assert (again.people.new, again.contacts.new, again.contacts.doubtful) == (0, 0, 0)
    # who was doubtful in one contact may have become certain by the people of another
    before = desk.state()
    assert desk.bring(*cards, *rest, options=adding).operation is None
    assert desk.state() == before


@settings(max_examples=300, deadline=None)
@given(data=st.data(), cards=st.lists(CARDS, max_size=7), known=st.sets(st.sampled_from(PEOPLE), max_size=2))
def test_in_any_order_the_same_people_are_known_at_the_end(
    data: st.DataObject, cards: list[Card], known: set[str]
) -> None:
    one, other = knowing(sorted(known)), knowing(sorted(known))

    one.bring(*cards)
    other.bring(*data.draw(st.permutations(cards)))

    assert set(one.names) == set(other.names) == {*known, *(each.name for each in cards)}
