"""Importing contacts: told once, changed where their source changed them, settled on whom the user says."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from tests.services.importing_desk import YESTERDAY, ImportDesk, card, talk
from tests.services.memory import CLOCK, TODAY

from netlog.domain.receipts import Changed
from netlog.domain.views_import import Doubt, Imported, Omission
from netlog.errors import UsageProblem
from netlog.interchange import Mention, Talk
from netlog.services import intake_talks
from netlog.services.intake_cards import Options

ADDING = Options(are_people_added=True)
NINE = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=1)))
DAY_BEFORE = date(2026, 11, 19)


@pytest.fixture
def desk() -> ImportDesk:
    """Two people, and two of one first name."""
    desk = ImportDesk()
    desk.add("anna", "Anna Rossi", contacts=(("email", "anna@example.org"),))
    desk.add("bo", "Bo Lind")
    desk.add("jan", "Jan Kot")
    desk.add("jan-k", "Jan Kos")
    return desk


def counts(answer: Imported) -> tuple[int, ...]:
    """New, updated, same, doubtful contacts."""
    return tuple(answer.contacts)


def call(**fields: object) -> Talk:
    """A call with Anna that its source will tell of again."""
    return talk("Anna Rossi", key="t", **fields)


def test_a_contact_is_logged_with_all_the_file_says_of_it(desk: ImportDesk) -> None:
    whole = call(at=NINE, minutes=30, place="Kraków ", tags=("+PM", "pm", "…"), direction="out", text="pricing ")

    assert counts(desk.bring(whole)) == (1, 0, 0, 0)
    (row,) = desk.contacts
    assert (row.at, row.on_day, row.zone) == ("2026-11-20T09:00:00Z", YESTERDAY, CLOCK.zone)
    assert (row.kind, row.depth, row.direction, row.text) == ("call", "talk", "out", "pricing")
    assert (row.minutes, row.place, row.tags, row.people) == (30, "Kraków", ("pm",), (1,))
    assert desk.importer.finished == [("import", "imported a file: 1 contact")]


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("minutes", 10081, None),
        ("minutes", -1, None),
        ("minutes", 0, 0),
        ("place", " ", None),
        ("place", "x" * 1001, "x" * 1000),
        ("text", "x" * 1_000_001, "x" * 1_000_000),
        ("direction", "sideways", "mutual"),
        ("direction", "in", "in"),
        ("kind", "Sauna!", "sauna"),
        ("at", datetime(1, 1, 1, tzinfo=UTC), None),
    ],
)
def test_what_does_not_fit_is_left_out_of_a_contact(desk: ImportDesk, field: str, value: object, kept: object) -> None:
    desk.bring(call(**{field: value}))

    (row,) = desk.contacts
    assert (None if field == "at" else getattr(row, field)) == kept


@pytest.mark.parametrize("on", [TODAY, YESTERDAY])
def test_a_day_without_an_hour_has_an_instant_of_that_day(desk: ImportDesk, on: date) -> None:
    desk.bring(call(on=on))

    assert datetime.fromisoformat(desk.contacts[0].at).astimezone().date() == on


def test_a_person_named_twice_takes_part_once(desk: ImportDesk) -> None:
    desk.bring(talk("Anna Rossi", "anna@example.org", "Anna Rossi", "Bo Lind"))

    assert desk.contacts[0].people == (1, 2)


def test_what_is_still_ahead_and_with_strangers_is_left_out_until_its_time(desk: ImportDesk) -> None:
    ahead, stranger = call(on=date(2026, 11, 22)), talk("Nobody Here", "x@example.org")

    assert desk.bring(ahead, stranger).omissions == (
        Omission("still ahead", 1),
        Omission("with nobody in the journal", 1),
    )
    desk.add("x", "Somebody", contacts=(("email", "x@example.org"),))
    assert counts(desk.bring(ahead, stranger)) == (1, 0, 0, 0)


def test_a_contact_told_again_is_the_same_with_a_key_or_without(desk: ImportDesk) -> None:
    told = (call(), talk("Bo Lind", text="tea"), talk("Bo Lind", text="coffee"))

    assert counts(desk.bring(*told, *told)) == (3, 0, 3, 0)
    before = desk.state()
    assert counts(desk.bring(*told)) == (0, 0, 3, 0)
    assert desk.state() == before


def test_what_the_source_changed_comes(desk: ImportDesk) -> None:
    desk.bring(call(text="tea"))

    answer = desk.bring(call(text="coffee", kind="coffee", minutes=45, at=NINE, on=DAY_BEFORE, place="Kraków"))

    assert (counts(answer), len(desk.contacts)) == ((0, 1, 0, 0), 1)
    (row,) = desk.contacts
    assert (row.text, row.kind, row.depth, row.minutes, row.place) == ("coffee", "coffee", "meet", 45, "Kraków")
    assert (row.on_day, row.at) == (DAY_BEFORE, "2026-11-20T09:00:00Z")


def test_a_day_alone_that_changed_moves_the_instant_with_it(desk: ImportDesk) -> None:
    desk.bring(call())

    desk.bring(call(on=DAY_BEFORE))

    assert desk.contacts[0].on_day == DAY_BEFORE
    assert datetime.fromisoformat(desk.contacts[0].at).astimezone().date() == DAY_BEFORE


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [
        ({"text": "mine"}, {"text": "news"}, {"text": "mine"}),
        ({"text": "mine"}, {"minutes": 5}, {"text": "mine", "minutes": 5}),
        ({"minutes": 9}, {"minutes": 5}, {"minutes": 9}),
        ({"place": None}, {"text": "news"}, {"place": None, "text": "news"}),
        ({"on_day": DAY_BEFORE}, {"at": NINE}, {"on_day": DAY_BEFORE}),
        ({"at": "2026-11-20T20:00:00Z"}, {"on": DAY_BEFORE, "text": "news"}, {"on_day": YESTERDAY, "text": "news"}),
        ({"kind": "coffee", "depth": "meet"}, {"kind": "email"}, {"kind": "coffee", "depth": "meet"}),
    ],
)
def test_what_the_user_changed_of_a_contact_stays(
    desk: ImportDesk, mine: dict[str, object], theirs: dict[str, object], kept: dict[str, object]
) -> None:
    told = call(text="tea", place="Kraków", at=NINE - timedelta(hours=1))
    desk.bring(told)
    desk.importer.change_row("interaction", 1, mine)

    desk.bring(told._replace(**theirs))  # type: ignore[arg-type]

    assert {name: getattr(desk.contacts[0], name) for name in kept} == kept
    assert desk.bring(told._replace(**theirs)).operation is None  # type: ignore[arg-type]


def test_what_the_source_no_longer_says_is_kept(desk: ImportDesk) -> None:
    desk.bring(call(text="tea", minutes=5))

    assert counts(desk.bring(call())) == (0, 0, 1, 0)
    assert (desk.contacts[0].text, desk.contacts[0].minutes) == ("tea", 5)


def test_who_takes_part_and_is_known_only_later_is_added_then(desk: ImportDesk) -> None:
    both = talk("Anna Rossi", "Zofia Żuk", key="t")
    desk.bring(both)

    answer = desk.bring(card("Zofia Żuk"), both)

    assert (answer.people.new, counts(answer), desk.contacts[0].people) == (1, (0, 1, 0, 0), (1, 5))
    assert counts(desk.bring(both)) == (0, 0, 1, 0)


def test_whom_the_source_added_takes_part(desk: ImportDesk) -> None:
    desk.bring(call())

    assert counts(desk.bring(talk("Anna Rossi", "Bo Lind", key="t"))) == (0, 1, 0, 0)
    assert desk.contacts[0].people == (1, 2)


def test_whom_the_user_took_out_stays_out_when_somebody_else_is_added(desk: ImportDesk) -> None:
    desk.bring(talk("Anna Rossi", "Bo Lind", "Zofia Żuk", key="t"))
    desk.journal.contacts[0] = desk.contacts[0]._replace(people=(1,))

    desk.bring(card("Zofia Żuk"), talk("Anna Rossi", "Bo Lind", "Zofia Żuk", key="t"))

    assert desk.contacts[0].people == (1, 5)


def test_that_a_name_has_become_doubtful_is_no_news(desk: ImportDesk) -> None:
    desk.bring(talk("Bo", key="t"))
    desk.add("bo-b", "Bo Bianchi")

    assert desk.bring(talk("Bo", key="t")).operation is None


def test_of_what_was_emptied_for_somebody_forgotten_nothing_is_told_again(desk: ImportDesk) -> None:
    desk.bring(talk("Anna Rossi", "Zofia Żuk", key="t"))
    desk.importer.change_row("origin", 1, {"said": "{}"})

    answer = desk.bring(card("Zofia Żuk", key="z"), talk("Anna Rossi", "Zofia Żuk", key="t", text="news"))

    assert (counts(answer), desk.contacts[0].people, desk.contacts[0].text) == ((0, 0, 1, 0), (1,), "")


def test_a_contact_that_was_removed_or_forgotten_does_not_come_again(desk: ImportDesk) -> None:
    desk.importer.add_origin("vcard", "t", "{}")
    desk.journal.erased.add("vcard u")

    answer = desk.bring(call(), call()._replace(key="u"))

    assert (counts(answer), answer.omissions, desk.contacts) == ((0, 0, 1, 0), (Omission("forgotten", 1),), [])


def test_people_who_are_only_mentioned_are_added_when_that_is_wanted(desk: ImportDesk) -> None:
    told = talk("zofia@example.org", Mention("Ada", "+48 600 700 800"), Mention("", "x.org/cal"), "Eve Noll")

    answer = desk.bring(told, options=ADDING)

    assert (answer.people.new, desk.names[4:]) == (4, ["zofia", "Ada", "x.org/cal", "Eve Noll"])
    assert [new.contacts for new in desk.journal.added[4:]] == [
        (("email", "zofia@example.org"),),
        (("phone", "+48 600 700 800"),),
        (("url", "x.org/cal"),),
        (),
    ]
    assert desk.contacts[0].people == (5, 6, 7, 8)


def test_who_is_added_is_the_same_person_in_the_next_contact(desk: ImportDesk) -> None:
    desk.bring(talk("Eve Noll"), talk("Eve Noll", text="again"), talk("eve noll", text="more"), options=ADDING)

    assert (desk.names[4:], [row.people for row in desk.contacts]) == (["Eve Noll"], [(5,)] * 3)


def test_who_has_a_name_that_is_none_is_called_by_the_address_or_left_out(desk: ImportDesk) -> None:
    answer = desk.bring(talk(Mention("…", "eve@example.org"), Mention("☺"), "Anna Rossi"), options=ADDING)

    assert (desk.names[4:], desk.contacts[0].people, answer.rejected) == (["eve"], (5, 1), 0)


def test_who_was_added_for_a_mention_and_removed_does_not_come_again_with_new_contacts(desk: ImportDesk) -> None:
    desk.importer.add_origin("vcard", "seen:eve@example.org", "{}")
    desk.journal.erased.add("vcard seen:cal@example.org")

    answer = desk.bring(talk("eve@example.org"), talk("cal@example.org"), options=ADDING)

    assert (answer.people.new, answer.omissions) == (0, (Omission("with nobody in the journal", 2),))


def test_who_was_added_for_a_mention_is_known_by_it_whatever_the_user_made_of_them(desk: ImportDesk) -> None:
    desk.bring(talk("eve@example.org"), options=ADDING)
    desk.journal.change(5, name="Eve Noll")
    desk.journal.added[4] = desk.journal.added[4]._replace(contacts=())
    desk.journal.index()

    assert counts(desk.bring(talk("eve@example.org", text="again"))) == (1, 0, 0, 0)
    assert desk.contacts[1].people == (5,)


def test_more_mentions_than_are_kept_at_hand_are_looked_up_again(
    desk: ImportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_talks, "REMEMBERED", 1)

    desk.bring(*(talk(name, text=str(number)) for number, name in enumerate(["Bo Lind", "Anna Rossi", "Bo Lind"])))

    assert [row.people for row in desk.contacts] == [(2,), (1,), (2,)]


def test_a_contact_with_one_of_two_waits_in_the_inbox(desk: ImportDesk) -> None:
    answer = desk.bring(talk("Jan", "Nobody Here", key="t", text="tea"))

    assert counts(answer) == (0, 0, 0, 1)
    assert answer.doubts == (Doubt("line 9", "Jan, Nobody Here", ("jan", "jan-k"), "the same name"),)
    assert desk.waiting == [("call with Jan, Nobody Here: tea", "import vcard: jan or jan-k")]
    assert counts(desk.bring(talk("Jan", "Nobody Here", key="t", text="tea"))) == (0, 0, 1, 0)


def test_a_contact_with_somebody_certain_does_not_wait_for_the_doubtful(desk: ImportDesk) -> None:
    assert counts(desk.bring(talk("Jan", "Bo Lind"))) == (1, 0, 0, 0)
    assert (desk.contacts[0].people, desk.waiting) == ((2,), [])


def test_a_waiting_contact_is_settled_on_whom_the_user_says(desk: ImportDesk) -> None:
    told = talk("Jan", key="t", text="tea", at=NINE)
    desk.bring(told)

    changed = desk.settle(4, 2)

    words = "settled: call of 2026-11-20 (vcard) was with Jan Kos, Bo Lind"
    assert changed == Changed(TODAY, 2, "inbox", words)
    (row,) = desk.contacts
    assert (row.people, row.text, row.at, desk.waiting) == ((4, 2), "tea", "2026-11-20T09:00:00Z", [])
    assert desk.bring(told).operation is None


def test_what_was_settled_is_not_settled_otherwise_by_what_is_certain_later(desk: ImportDesk) -> None:
    desk.bring(talk("Jan", key="t"))
    desk.settle(2)
    desk.journal.change(4, name="Ian Kos")
    desk.journal.index()

    assert desk.bring(talk("Jan", key="t")).operation is None
    assert desk.contacts[0].people == (2,)


@pytest.fixture
def waiting(desk: ImportDesk) -> ImportDesk:
    """A card that may be Anna's or somebody else's."""
    desk.journal.change(1, company="Vecchia")
    desk.bring(card("Anna Rossi", "new@example.org", key="1", company="Nowa", via=Mention("Bo Lind")))
    return desk


def test_a_waiting_card_becomes_somebody_known(waiting: ImportDesk) -> None:
    changed = waiting.settle(1)

    assert changed == Changed(TODAY, 2, "inbox", "settled: Anna Rossi (vcard) is anna")
    assert waiting.importer.finished[-1] == ("inbox", "settled: Anna Rossi (vcard) is anna")
    assert waiting.journal.held(1).contacts[-1] == ("email", "new@example.org")
    assert waiting.journal.held(1).facts == ("company: Nowa",)
    assert (waiting.journal.rows[0].via_id, waiting.waiting) == (2, [])


def test_a_waiting_card_becomes_somebody_new(waiting: ImportDesk) -> None:
    changed = waiting.settle()

    assert changed
    assert changed.words == "settled: Anna Rossi (vcard) is new: anna-r"
    assert (waiting.names[4:], waiting.journal.rows[4].via_id, waiting.waiting) == (["Anna Rossi"], 2, [])


def test_one_card_is_not_two_people(waiting: ImportDesk) -> None:
    with pytest.raises(UsageProblem, match="one card is one person") as refusal:
        waiting.settle(1, 2)

    assert refusal.value.hint == "netlog inbox settle 1 anna"


def test_a_contact_is_with_somebody_known(desk: ImportDesk) -> None:
    desk.bring(talk("Jan", key="t"))

    with pytest.raises(UsageProblem, match="settled on people you know"):
        desk.settle()


def test_a_note_that_no_import_left_is_not_for_this_to_settle(desk: ImportDesk) -> None:
    assert desk.settle(1) is None
    assert desk.importer.finished == []
