"""knotter's snapshot, in the shape its documentation gives: contacts, and the interactions within them."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.made_journals import READING, cards, how_sure, records, source, talks

from netlog.errors import FormatProblem
from netlog.formats.json_file import Json
from netlog.formats.knotter import FORMAT
from netlog.interchange import Mention, Noted, Rejected, Skipped

NOON = int(datetime(2026, 5, 4, 12, tzinfo=UTC).timestamp())


def contact(**values: object) -> Json:
    usual: Json = {"id": "c1", "display_name": "Łukasz Żak", "email": "l@example.org", "emails": [], "tags": ["run"]}
    return {**usual, "phone": None, "handle": None, "timezone": None, "cadence_days": 30, "interactions": [], **values}


def done(**values: object) -> Json:
    return {"id": "i1", "occurred_at": NOON, "created_at": NOON, "kind": "hangout", "note": "by the river", **values}


def snapshot(*contacts: object) -> str:
    metadata = {"exported_at": NOON, "app_version": "0.2.1", "schema_version": 9, "format_version": 1}
    return json.dumps({"metadata": metadata, "contacts": list(contacts)}, ensure_ascii=False)


def test_a_contact_becomes_a_person_with_its_rhythm() -> None:
    whole = contact(emails=["l@example.org", "z@example.org"], phone="+48 1", handle="@lz", archived_at=NOON)
    (card,) = cards(records(FORMAT, snapshot(whole)))

    assert (card.key, card.name, card.every_days, card.tags) == ("uuid:c1", "Łukasz Żak", 30, ("run", "archived"))
    assert card.contacts == (("email", "l@example.org"), ("email", "z@example.org"), ("phone", "+48 1"))
    assert card.facts == (Noted("handle: @lz"),)


def test_an_interaction_becomes_a_contact_at_its_instant() -> None:
    (talk,) = talks(records(FORMAT, snapshot(contact(interactions=[done()]))))

    assert (talk.key, talk.at, talk.text) == ("interaction:i1", datetime(2026, 5, 4, 12, tzinfo=UTC), "by the river")
    assert talk.people == (Mention("Łukasz Żak", "l@example.org"),)
    assert abs((talk.on - date(2026, 5, 4)).days) <= 1


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("call", "call"),
        ("text", "message"),
        ("hangout", "meeting"),
        ("telegram", "message"),
        ("other:Kawa z ciastem", "coffee"),
        ("other:party", "party"),
        ("other:chess", "talk"),
        ("", "talk"),
    ],
)
def test_a_kind_of_theirs_is_one_of_ours(theirs: str, ours: str) -> None:
    (talk,) = talks(records(FORMAT, snapshot(contact(interactions=[done(kind=theirs)]))))

    assert talk.kind == ours


def test_what_cannot_come_in_is_told_and_the_rest_goes_on() -> None:
    whole = [done(occurred_at=10**20), done(occurred_at=None), done(id="i2")]
    found = records(FORMAT, snapshot(contact(display_name=" "), contact(interactions=whole)))

    assert found[0] == Rejected("contact 1", "no name")
    assert found[2:4] == [Rejected("contact 2", "an interaction without a time")] * 2
    assert [talk.key for talk in talks(found)] == ["interaction:i2"]


def test_days_outside_the_bounds_are_left_out() -> None:
    found = records(FORMAT, snapshot(contact(interactions=[done()])), READING._replace(since=date(2026, 6, 1)))

    assert found[1] == Skipped("contact 1", "outside the days asked for")


@pytest.mark.parametrize("data", ["", "{}", '{"contacts": []}', '{"metadata": {"format_version": 1}}'])
def test_what_is_no_snapshot_is_refused(data: str) -> None:
    with pytest.raises(FormatProblem):
        records(FORMAT, data)


def test_a_snapshot_is_recognised() -> None:
    assert how_sure(FORMAT, snapshot(contact())) > 90
    assert how_sure(FORMAT, '{"contacts": [{"display_name": "x"}]}') == 0


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3), st.lists, max_leaves=4
)


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(list(contact())), values),
    st.dictionaries(st.sampled_from(list(done())), values),
    st.binary(max_size=50),
    st.integers(0, 300),
)
def test_nothing_is_too_strange(odd: Json, deed: Json, noise: bytes, at: int) -> None:
    whole = snapshot(contact(**{"interactions": [deed], **odd}), contact(interactions=[{**done(), **deed}]))
    records(FORMAT, whole)
    for data in (noise, whole.encode()[:at] + noise + whole.encode()[at:]):
        assert FORMAT.recognise
        assert FORMAT.recognise(source(data)) >= 0
        try:
            records(FORMAT, data)
        except FormatProblem:
            continue
