"""Importing people: who is new, who is known, who is asked about, and that a second time changes nothing."""

from datetime import date

import pytest
from tests.services.importing_desk import ImportDesk, card, talk
from tests.services.memory import TODAY, UUID

from netlog.domain.views_import import Doubt, FileRead, Imported, Omission, Refusal, Tally, Update
from netlog.interchange import Mention, Noted, Record, Rejected, Skipped, Stored
from netlog.services import intake_cards
from netlog.services.intake_cards import Options

ANNA = card("Anna Rossi", "anna@example.org", key="1", company="Nowa", facts=(Noted("likes tea"),), extra=("X-A:1",))


@pytest.fixture
def desk() -> ImportDesk:
    return ImportDesk()


def counts(answer: Imported) -> tuple[int, ...]:
    """New, updated, same, doubtful people."""
    return tuple(answer.people)


def test_somebody_new_comes_with_all_that_is_said_of_them(desk: ImportDesk) -> None:
    answer = desk.bring(ANNA._replace(handle="annina", uuid="0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"))

    assert counts(answer) == (1, 0, 0, 0)
    assert desk.importer.finished == [("import", "imported a file: 1 new person")]
    row, held = desk.journal.rows[0], desk.journal.held(1)
    assert (row.handle, row.uuid, row.imported_on) == ("annina", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", TODAY)
    assert not row.is_fresh
    assert (held.fields["company"], held.facts, held.extra) == ("Nowa", ("likes tea",), ("X-A:1",))
    assert held.contacts == (("email", "anna@example.org"),)


def test_a_handle_that_is_taken_or_is_none_is_made_of_the_name(desk: ImportDesk) -> None:
    desk.add("bo", "Bo Lind")

    desk.bring(card("Anna Rossi", handle="bo"), card("Zofia Żuk", handle="Not One!"))

    assert [row.handle for row in desk.journal.rows] == ["bo", "anna", "zofia"]


def test_tiers_and_tags_are_for_new_people_and_the_files_own_come_first(desk: ImportDesk) -> None:
    desk.add("bo", "Bo Lind")
    options = Options(tier="wide", tags=("linkedin", "pm"))

    desk.bring(card("Bo Lind"), card("Anna Rossi", tags=("pm",), tier="close"), card("Zofia Żuk"), options=options)

    assert [row.tier for row in desk.journal.rows] == [None, "close", "wide"]
    assert [new.tags for new in desk.journal.added] == [(), ("pm", "linkedin"), ("linkedin", "pm")]


def test_somebody_known_gets_what_is_new_about_them(desk: ImportDesk) -> None:
    desk.add("anna", "Anna Rossi", contacts=(("email", "anna@example.org"),))

    answer = desk.bring(ANNA)

    assert counts(answer) == (0, 1, 0, 0)
    assert answer.updates == (Update("line 2", "anna", "Anna Rossi", ("company Nowa", "likes tea", "vCard fields")),)
    assert desk.importer.finished == [("import", "imported a file: 1 updated")]
    assert (desk.journal.rows[0].company, desk.journal.held(1).facts) == ("Nowa", ("likes tea",))


def test_who_is_only_recognised_is_as_before_and_known_by_the_key_from_then_on(desk: ImportDesk) -> None:
    desk.add("anna", "Anna Rossi")

    assert counts(desk.bring(card("Anna Rossi", key="1"))) == (0, 0, 1, 0)
    assert desk.importer.finished == [("import", "imported a file: 1 person recognised")]
    assert counts(desk.bring(card("Anna Bianchi", key="1"))) == (0, 1, 0, 0)


def test_our_own_card_brings_what_was_changed_elsewhere_once_it_came_back(desk: ImportDesk) -> None:
    desk.add("anna", "Anna Rossi", company="Vecchia")
    own = card("Anna Rossi", key=f"uid:{UUID.format(1)}", company="Vecchia")

    assert counts(desk.bring(own)) == (0, 0, 1, 0)
    assert counts(desk.bring(own._replace(name="Anna Bianchi", company="Nowa"))) == (0, 1, 0, 0)
    assert (desk.names, desk.journal.rows[0].company) == (["Anna Bianchi"], "Nowa")


def test_what_a_source_changed_comes_and_is_told_once(desk: ImportDesk) -> None:
    desk.bring(ANNA)
    newer = ANNA._replace(company="Nowsza", extra=("X-A:2",))

    assert counts(desk.bring(newer)) == (0, 1, 0, 0)
    assert (desk.journal.rows[0].company, desk.journal.lines[1]) == ("Nowsza", ["X-A:2"])
    assert desk.bring(newer).operation is None


def test_what_the_user_changed_is_not_changed_back(desk: ImportDesk) -> None:
    desk.bring(ANNA)
    desk.journal.change(1, company="Moja")

    assert counts(desk.bring(ANNA._replace(company="Nowsza"))) == (0, 0, 1, 0)
    assert desk.journal.rows[0].company == "Moja"
    assert desk.bring(ANNA._replace(company="Nowsza")).operation is None


def test_a_doubt_waits_in_the_inbox_with_its_reason_and_does_not_wait_twice(desk: ImportDesk) -> None:
    desk.add("anna", "Anna Rossi", company="Vecchia")

    answer = desk.bring(ANNA._replace(role="PM"))

    assert (counts(answer), answer.doubts) == (
        (0, 0, 0, 1),
        (Doubt("line 2", "Anna Rossi", ("anna",), "the same name, other company"),),
    )
    words = "Anna Rossi, PM at Nowa, anna@example.org"
    assert desk.waiting == [(words, "import vcard: the same name, other company as anna")]
    assert [question.words for question in desk.questions] == [words]
    assert counts(desk.bring(ANNA._replace(role="PM"))) == (0, 0, 1, 0)
    assert len(desk.waiting) == 1


@pytest.mark.parametrize(
    ("answer", "outcome", "names"),
    [
        ("new", (1, 0, 0, 0), ["Anna Rossi", "Anna Rossi"]),
        ("later", (0, 0, 0, 1), ["Anna Rossi"]),
        ("anna", (0, 1, 0, 0), ["Anna Rossi"]),
        ("somebody-else", (0, 0, 0, 1), ["Anna Rossi"]),
    ],
)
def test_a_doubt_is_decided_as_it_was_answered(
    desk: ImportDesk, answer: str, outcome: tuple[int, ...], names: list[str]
) -> None:
    desk.add("anna", "Anna Rossi", company="Vecchia")
    options = Options(answers={("vcard", "1"): answer})

    assert counts(desk.bring(ANNA, options=options)) == outcome
    assert (desk.names, len(desk.waiting)) == (names, outcome[3])
    assert counts(desk.bring(ANNA)) == (0, 0, 1, 0)


def test_who_was_removed_on_purpose_does_not_come_again(desk: ImportDesk) -> None:
    desk.importer.add_origin("vcard", "1", "{}")

    assert counts(desk.bring(ANNA)) == (0, 0, 1, 0)
    assert desk.names == []


@pytest.mark.parametrize("erased", ["vcard uid:u-1", "u-1", "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"])
def test_who_was_forgotten_is_left_out_for_good(desk: ImportDesk, erased: str) -> None:
    desk.journal.erased.add(erased)

    answer = desk.bring(
        ANNA._replace(key="uid:u-1", uuid="0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b" if erased[0] == "0" else None)
    )

    assert answer.omissions == (Omission("forgotten", 1),)
    assert (desk.names, answer.operation) == ([], None)


def test_through_whom_somebody_was_met_is_noted_once_all_are_there(desk: ImportDesk) -> None:
    ada = card("Ada Nowak", via=Mention("Zofia Żuk"))
    desk.bring(ada, card("Bo Lind", via=Mention("Bo Lind")), card("Cal Roe", via=Mention("Nobody")), card("Zofia Żuk"))

    assert [row.via_id for row in desk.journal.rows] == [4, None, None, None]


def test_through_whom_somebody_known_was_met_is_news_of_its_own(desk: ImportDesk) -> None:
    desk.add("ada", "Ada Nowak")
    desk.add("zofia", "Zofia Żuk")

    answer = desk.bring(card("Ada Nowak", via=Mention("Zofia Żuk")))

    assert [update.words for update in answer.updates] == [("met through Zofia Żuk",)]
    assert desk.journal.rows[0].via_id == 2


def test_through_whom_we_met_stays_as_the_user_said(desk: ImportDesk) -> None:
    desk.add("zofia", "Zofia Żuk")
    desk.add("bo", "Bo Lind")
    desk.add("ada", "Ada Nowak", via_id=2)

    desk.bring(card("Ada Nowak", via=Mention("Zofia Żuk"), company="Nowa"))

    assert (desk.journal.rows[2].via_id, desk.journal.rows[2].company) == (2, "Nowa")


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (card("…"), "a name needs at least one letter or digit"),
        (talk("Anna", on=date(1899, 12, 31)), "1899-12-31 is out of range"),
        (talk("Anna", kind="…"), "… cannot be a kind"),
        (Rejected("line 3", "no name"), "no name"),
        (Stored("line 4", "person", {}), "a row of a journal stands among other records"),
    ],
)
def test_a_record_that_cannot_be_used_is_counted_with_its_reason(desk: ImportDesk, record: Record, reason: str) -> None:
    answer = desk.bring(record, card("Bo Lind"))

    assert [refusal.reason.replace("“", "").replace("”", "") for refusal in answer.refusals] == [reason]
    assert (answer.rejected, answer.refusals[0].where, desk.names) == (1, record.where, ["Bo Lind"])


def test_of_many_refusals_and_doubts_and_updates_the_first_are_shown_and_all_are_counted(desk: ImportDesk) -> None:
    desk.add("anna", "Anna Rossi", company="Vecchia", contacts=(("email", "a@example.org"),))
    doubtful = [ANNA._replace(key=f"d{number}") for number in range(30)]
    known = [card("Anna Rossi", "a@example.org", key=f"u{number}", role=f"r{number}") for number in range(30)]
    known = [each._replace(facts=(Noted(each.key),)) for each in known]

    answer = desk.bring(*(Rejected(f"line {n}", "bad") for n in range(30)), *doubtful, *known)

    assert (answer.rejected, answer.people) == (30, Tally(0, 30, 0, 30))
    assert [len(each) for each in (answer.refusals, answer.doubts, answer.updates)] == [20, 20, 20]
    assert answer.refusals[0] == Refusal("line 0", "bad")


def test_what_is_left_out_on_purpose_is_counted_by_reason(desk: ImportDesk) -> None:
    answer = desk.bring(Skipped("a", "cancelled"), Skipped("b", "spam"), Skipped("c", "cancelled"))

    assert answer.omissions == (Omission("cancelled", 2), Omission("spam", 1))
    assert (answer.files, answer.operation) == ((FileRead("a file", "vcard", 3),), None)


def test_a_file_holds_as_many_records_as_were_read_whoever_they_add(desk: ImportDesk) -> None:
    box = [talk("anna@example.org", key=str(number)) for number in range(2)]

    assert desk.bring(*box, options=Options(are_people_added=True)).files[0].records == 2
    assert desk.bring(source="other").files[0].records == 0


def test_several_files_are_one_operation_that_counts_them(desk: ImportDesk) -> None:
    intake = desk.intake()
    intake.take_file("a.vcf", "vcard", [ANNA])
    intake.take_file("b.csv", "csv", [card("Bo Lind"), talk("Anna Rossi")])

    planned, answer = intake.planned(), intake.finish()

    assert desk.importer.finished == [("import", "imported 2 files: 2 new people, 1 contact")]
    assert planned == answer._replace(is_planned=True, operation=None)
    assert [file.format for file in answer.files] == ["vcard", "csv"]


def test_a_file_that_no_format_knows_is_counted(desk: ImportDesk) -> None:
    intake = desk.intake()
    intake.pass_over()

    assert intake.finish().omissions == (Omission("of no known format", 1),)


def test_more_doubts_than_anybody_answers_are_not_kept_to_be_asked(
    desk: ImportDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_cards, "MOST_KEPT", 1)
    desk.add("anna", "Anna Rossi", company="Vecchia")

    desk.bring(ANNA, ANNA._replace(key="2"))

    assert (len(desk.questions), len(desk.waiting)) == (1, 2)


def test_what_goes_to_the_inbox_is_named_in_the_history(desk: ImportDesk) -> None:
    desk.add("anna", "Anna Rossi", company="Vecchia")
    desk.bring(ANNA, talk("Anna Rossi"), talk("Bo Lind", key="2"))

    assert desk.importer.finished == [("import", "imported a file: 1 contact, 1 to the inbox")]


def test_two_records_with_one_key_are_two_and_do_not_take_turns(desk: ImportDesk) -> None:
    jan, other = card("Jan Kot", key="7", company="Acme"), card("Jan Kot", key="7", company="Nowa")

    assert counts(desk.bring(jan, other, jan, other)) == (2, 0, 2, 0)
    before = desk.state()

    assert counts(desk.bring(jan, other, jan, other)) == (0, 0, 4, 0)
    assert desk.state() == before


def test_a_key_of_a_contact_does_not_hide_the_person_of_that_key(desk: ImportDesk) -> None:
    answer = desk.bring(card("Jan Kot", key="7"), talk("Jan Kot", key="7"))

    assert (counts(answer), answer.contacts.new) == ((1, 0, 0, 0), 1)


def test_what_json_can_say_and_no_store_can_keep_does_not_stop_an_import(desk: ImportDesk) -> None:
    odd = "\ud800\x00"
    whole = card(f"Jan{odd}", odd, key=odd, company=odd, tags=(odd,), via=Mention(odd, odd), aliases=(odd,))

    desk.bring(whole, talk(Mention(odd, odd), f"Jan{odd}", key=odd, text=odd, tags=(odd,), place=odd))

    assert desk.names == ["Jan?"]
    repr(desk.state()).encode()
    assert all(row.key.isprintable() for _, row in desk.journal.origins)


COLUMNS = {"Imię": "first", "Firma": "company"}


def test_what_columns_hold_is_remembered_for_files_with_the_same_columns(desk: ImportDesk) -> None:
    assert desk.mapped({}, "Imię;Firma") == {}
    assert desk.mapped(COLUMNS, "") == COLUMNS
    assert desk.mapped({}, "Imię;Nazwisko;Firma\nJan;Kot;X") == COLUMNS
    assert desk.mapped({}, "Imię;Nazwisko") == {}


def test_what_columns_hold_can_be_said_anew(desk: ImportDesk) -> None:
    desk.mapped(COLUMNS, "")
    desk.mapped({"Mail": "email"}, "")
    desk.mapped({**COLUMNS, "Firma": "note"}, "")

    assert desk.mapped({}, "Imię;Firma") == {"Imię": "first", "Firma": "note"}
    assert desk.mapped({}, "Mail") == {"Mail": "email"}
