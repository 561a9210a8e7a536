"""The note grammar, on one invented cast in three languages."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, time
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain import people
from netlog.domain.note import Note, read_note
from netlog.domain.people import Named
from netlog.domain.when import When

Expected = TypeVar("Expected")

FRIDAY = date(2026, 11, 20)
THURSDAY = date(2026, 11, 19)
MONDAY = date(2026, 11, 16)

CAST = (
    Named(1, "giulia", "Giulia Rossi"),
    Named(2, "marco", "Marco Bianchi"),
    Named(3, "lukasz", "Łukasz Wójcik"),
    Named(4, "anna-r", "Anna Rossi"),
    Named(5, "anna-k", "Anna Kowalska"),
    Named(6, "will", "Will Harper"),
    Named(7, "zoe", "Zoë Strauß", ("Zo",)),
    Named(8, "carla", "Carla D'Angelo", ("La Carla",)),
    Named(9, "lotte", "Lotte van der Berg"),
    Named(10, "sean", "Seán O'Neil"),
    Named(11, "jean-luc", "Jean-Luc Moreau"),
    Named(12, "pawel", "Paweł Zięba"),
    Named(13, "li", "李明"),
    Named(14, "mark", "Mark Evans"),
    Named(15, "june", "June Park"),
    Named(16, "marek", "Marek Nowak"),
    Named(17, "jr", "J. R. Field"),
)


def each(table: Mapping[Expected, str]) -> pytest.MarkDecorator:
    """One case for each sentence, parted by bars, with what it should give."""
    cases = [(sentence, expected) for expected, line in table.items() for sentence in line.split(" | ")]
    return pytest.mark.parametrize(("sentence", "expected"), cases)


class Cast:
    """The cast as the grammar asks for it, remembering what was asked."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()

    def called(self, query: str) -> tuple[Named, ...]:
        self.asked[query] += 1
        return people.called(query, CAST)


def read(*words: str) -> Note:
    return read_note(words, Cast(), FRIDAY)


def handles(note: Note) -> str:
    return " ".join(person.handle for person in note.people)


@each(
    {
        "giulia > ": "giulia",
        "giulia marco > coffee": "giulia marco coffee | giulia, marco: coffee | giulia,marco: coffee | "
        "giulia and marco coffee | Giulia & Marco: coffee | giulia + marco coffee",
        "giulia lukasz > obiad": "giulia e łukasz obiad | giulia i lukasz obiad",
        "giulia > coffee": "giulia : coffee | giulia - coffee | giulia giulia coffee | GIULIA coffee | @giulia, coffee",
        "giulia > marco left early": "giulia: marco left early",
        "giulia > and the team": "giulia and the team",
        "anna-r > coffee": "anna rossi coffee",
        "anna-r anna-k > lunch": "anna rossi anna kowalska lunch",
        "zoe > call": "zoe strauss call | zo call | ZOË: call",
        "carla > pranzo": "la carla pranzo",
        "sean > call": "sean o’neil call",
        "jean-luc > call": "jean luc call",
        "jr > lunch": "J. R. Field: lunch",
        "li > tea": "李明 tea",
        "anna-r marco > lunch": "@anna-r @marco lunch",
        "will > was there": "Will was there",
        "giulia > giulia's birthday": "giulia's birthday",
        "giulia > Giulia’s talk went well": "Giulia’s talk went well",
        " > rossi coffee": "rossi coffee",
        " > giulia coffee": "\\giulia coffee",
        ' > "giulia coffee"': '"giulia coffee"',
    }
)
def test_leading_names_are_the_participants(sentence: str, expected: str) -> None:
    note = read(sentence)

    assert f"{handles(note)} > {note.text}" == expected
    assert note.unknown == ()


@each(
    {
        "giulia": "Coffee with Giulia about pricing | coffee with giulia about pricing | lunch w/ giulia | "
        "Coffee at Giulia's | coffee with giulia and will call back | coffee with giulia, will call back | "
        'a 5" screen for Giulia | lunch with Giulia Rossi and Giulia',
        "": "praca z problemem | I think will calls mark | the mail said marco left | coffee in June | saw June | "
        "Rossi called | saw \"Giulia\" there | saw 'Giulia' there | coffee “with Giulia and Marco” there | "
        "saw \\Giulia there | saw \\@giulia there | mail to Giulia@example.org | lunch with Giulia Verdi; Giulia sang",
        "anna-r": "coffee with anna rossi about pricing | Anna Rossi said Anna moved",
        "giulia marco": "coffee with giulia and marco | caffè con giulia e marco | coffee (Giulia, Marco).",
        "giulia marco zoe": "coffee with giulia, marco and zoe",
        "giulia pawel": "kawa z giulia i pawłem",
        "lukasz": "kawa z Łukaszem o cenach | kawa z łukaszem wójcikiem | kawa z Lukaszem | saw Lukasz and Nicolo",
        "pawel anna-k": "obiad z Pawłem Ziębą i Anną Kowalską",
        "lotte carla": "met Lotte van der Berg and Carla D’Angelo at the fair",
        "sean jean-luc": "call with sean oneil and Jean-Luc",
        "li": "with 李明 about tea",
        "mark june": "saw Mark, who will mark it with June",
        "june": "coffee with June | saw June Park",
        "marco": "lunch @5pm with Marco",
        "zoe": "lunch with @zoe's team",
    }
)
def test_names_inside_the_sentence_are_recognised_and_stay(sentence: str, expected: str) -> None:
    note = read(sentence)

    assert (handles(note), note.ambiguous) == (expected, ())


@each(
    {
        "anna": "anna coffee | coffee with anna",
        "Anna": "saw Anna's dog | saw Anna and Anna",
        "@anna": "lunch with @anna",
    }
)
def test_a_name_of_two_people_is_not_guessed(sentence: str, expected: str) -> None:
    note = read(sentence)

    assert note.ambiguous == ((expected, (CAST[4], CAST[3])),)
    assert note.people == ()


@each(
    {
        "": "coffee with zofia | coffee with \\Zofia | call with IBM about Python in Gdańsk | "
        "Python and Milan were great | saw Giulia Monday or Tuesday, maybe | Idea: meet Giulia | "
        "TODO: meet Giulia | Coffee: it was good | November: busy | see https://example.org/Zofia: good | "
        "met Giulia CEO of something | lunch @12",
        "@nobody": "lunch with @nobody | @nobody lunch",
        "Zofia": "Zofia: coffee | giulia and Zofia: coffee | coffee with Zofia | coffee with Zofia's team | "
        "coffee with Giulia and Zofia | coffee with Zofia and Zofia",
        "Zofia Lis": "Zofia Lis: coffee | coffee with Zofia Lis yesterday",
        "Zofia|Marta": "Zofia, Marta: coffee",
        "Zofią": "kawa z Zofią",
        "Markiem": "kawa z Markiem",
        "Łukaszem Lisem": "obiad z Łukaszem Lisem",
        "Anna Lis": "coffee with Anna Lis",
        "Giulia Verdi": "met Giulia Verdi, and Giulia agreed | Giulia Verdi: coffee",
        "王芳": "with 王芳 about tea",
    }
)
def test_a_name_nobody_answers_to_is_reported_where_a_name_belongs(sentence: str, expected: str) -> None:
    assert "|".join(read(sentence).unknown) == expected


def test_an_unknown_participant_stays_in_the_text() -> None:
    note = read("giulia, Zofia: coffee")

    assert (handles(note), note.unknown, note.text) == ("giulia", ("Zofia",), "Zofia: coffee")


@each(
    {
        "pricing > coffee with Giulia": "coffee +pricing with Giulia",
        "pricing idea > coffee": "giulia +pricing coffee +idea",
        "pricing > coffee": "+Pricing, +pricing coffee",
        "machine-learning > coffee": "coffee +Machine_Learning",
        "caffe > coffee": "coffee +caffè",
        "idea > first\nsecond": "first\n+idea second | first +idea\nsecond",
        "pricing > ": "+pricing",
        "b c > a d": "a +b +c d",
        " > coffee +pricing": "coffee \\+pricing",
    }
)
def test_tags_are_taken_out_of_the_text(sentence: str, expected: str) -> None:
    note = read(sentence)

    assert f"{' '.join(note.tags)} > {note.text}" == expected


@each(
    {
        "coffee": "giulia coffee | Kawę z Giulią | caffe con Giulia",
        "lunch": "giulia lunch after a call",
        "video": "Zoom with Giulia",
        "email": "sent an e-mail.",
        "call": "zadzwonilem do Giulii",
        None: 'coffees with Giulia | \\coffee with Giulia | read "Coffee" at home | saw @coffee | giulia | ',
    }
)
def test_the_first_kind_word_says_the_kind(sentence: str, expected: str | None) -> None:
    assert read(sentence).kind == expected


def test_a_name_is_no_kind_word() -> None:
    class Barista:
        def called(self, query: str) -> tuple[Named, ...]:
            return people.called(query, [Named(1, "coffee", "Coffee Jones")])

    assert read_note(["Coffee Jones: lunch"], Barista(), FRIDAY).kind == "lunch"


@each(
    {
        "11-19 > giulia > coffee with Giulia": "yesterday: coffee with Giulia | coffee with Giulia yesterday | "
        "coffee with Giulia, yesterday. | coffee with Giulia yesterday +pricing | "
        "+pricing yesterday: coffee with Giulia",
        "11-19 > giulia > coffee": "giulia yesterday coffee | yesterday giulia coffee | giulia: yesterday coffee",
        "11-16 > giulia > coffee with Giulia": "coffee with Giulia last monday | coffee with Giulia 4 days ago",
        "11-19 > giulia > ": "giulia yesterday",
        "11-19 >  > ": "yesterday",
        "11-19 > giulia > caffè con Giulia": "caffè con Giulia ieri",
        "11-19 > lukasz > kawa z Łukaszem": "wczoraj kawa z Łukaszem",
        "none > giulia > coffee with Giulia yesterday": "coffee with Giulia \\yesterday",
        'none > giulia > "yesterday" coffee': 'giulia "yesterday" coffee',
        "none > june > coffee": "june coffee",
        "11-19 > giulia > coffee with Giulia 4 days ago": "yesterday: coffee with Giulia 4 days ago",
        "none > giulia > coffee with Giulia": "coffee with Giulia",
    }
)
def test_a_first_or_last_date_phrase_says_when(sentence: str, expected: str) -> None:
    note = read(sentence)
    day = note.when.on.isoformat()[5:] if note.when else "none"

    assert f"{day} > {handles(note)} > {note.text}" == expected


def test_a_time_of_day_comes_along() -> None:
    assert read("yesterday 18:00 call with Giulia").when == When(THURSDAY, time(18))


def test_the_order_of_day_and_month_is_a_choice() -> None:
    words = ["giulia", "3/11/2026:", "coffee"]

    days = [read_note(words, Cast(), FRIDAY, day_first=first).when for first in (True, False)]

    assert days == [When(date(2026, 11, 3), None), When(date(2026, 3, 11), None)]


@each(
    {
        "giulia > Marco sent +this yesterday": "giulia -- Marco sent +this yesterday",
        "giulia > coffee with Giulia -- Marco was late": "coffee with Giulia -- Marco was late",
        " > giulia": "-- giulia",
        "giulia > ": "giulia --",
        "giulia marco > -- Marco": "giulia \\-- Marco",
    }
)
def test_after_two_hyphens_everything_is_text(sentence: str, expected: str) -> None:
    note = read(sentence)

    assert f"{handles(note)} > {note.text}" == expected
    assert (note.tags, note.when) == ((), None)


def test_a_text_of_several_lines_keeps_them() -> None:
    text = "Coffee with Giulia.\n\n- Marco brings  the deck\n\t- by friday, he said\n"

    assert read(text).text == text.strip()


NO_SIGNS = (
    "C:\\Users\\new | a \\ b | \\\\server | it's 'so-so' | a  b | e.g. i.e. | sales are +1m | dial +39 02 123 | "
    "we use C++ and a + b | coffee +李明 | see “this +one thing” | the song “yesterday” | the deck for friday"
)


@pytest.mark.parametrize("typed", NO_SIGNS.split(" | "))
def test_what_only_looks_like_a_sign_of_the_grammar_is_text(typed: str) -> None:
    note = read(typed)

    assert (note.text, note.when, note.tags) == (typed, None, ())


def test_a_long_text_is_kept_whole_though_only_its_beginning_is_scanned() -> None:
    text = "word " * 1_990 + "Giulia " + "word " * 100 + "Marco +tag yesterday"

    note = read(text)

    assert (handles(note), note.tags, note.when, note.text) == ("giulia", (), None, text)


def test_nobody_is_asked_about_twice_nor_about_ordinary_words() -> None:
    cast = Cast()

    read_note(["we", "met", "Giulia", "and then", "Giulia", "and Marco left", "the room"], cast, FRIDAY)

    assert set(cast.asked.values()) == {1}
    assert not {"and", "then", "left", "the", "room"} & cast.asked.keys()


TYPED = (
    "giulia Giulia marco Anna anna rossi Rossi Zofia Lis with con z and i , : -- - + @zoe @nobody +tag +Two",
    "coffee kawa yesterday monday 20 nov 3 days ago the Łukaszem O'Neil (Will) will Giulia's giulia, marco:",
    '\\Giulia \\+tag "Giulia" “the end” 李明 June +1m',
)
words = st.sampled_from(" ".join(TYPED).split())
sentences = st.lists(words | st.text(max_size=6), max_size=12).map(" ".join)
plain_sentences = st.lists(words.filter(lambda word: word[0] not in '\\"“' and word != "--"), max_size=12)


@given(sentences.map(str.split))
def test_quoting_the_sentence_changes_nothing(typed: list[str]) -> None:
    assert read(*typed) == read(" ".join(typed))


@given(sentences)
def test_everything_is_listed_once_and_nobody_both_settled_and_ambiguous(sentence: str) -> None:
    note = read(sentence)
    settled = {person.id for person in note.people}

    assert len(settled) == len(note.people)
    assert all(len(several) > 1 and settled.isdisjoint(p.id for p in several) for _, several in note.ambiguous)
    assert len({*note.tags, *note.unknown}) == len(note.tags) + len(note.unknown)


@given(plain_sentences)
def test_a_tag_is_nowhere_in_the_text(typed: list[str]) -> None:
    note = read(*typed)

    assert not {f"+{tag}" for tag in note.tags} & set(note.text.lower().split())


@given(plain_sentences)
def test_every_word_of_the_text_was_typed_in_that_order(typed: list[str]) -> None:
    remaining = iter(" ".join(typed).split())

    assert all(word in remaining for word in read(*typed).text.rstrip(" ,;:-–—").split()[:-1])


@given(st.lists(st.text()))
def test_anything_typed_is_read(typed: list[str]) -> None:
    assert read(*typed).text == read(*typed).text.strip()


@given(st.text(alphabet="aA \"'“”\\+@-:,.\n\u0301\ud800\0", max_size=40))
def test_signs_alone_are_read_too(typed: str) -> None:
    assert len(read(typed).text) <= len(typed)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("giulia coffee yesterday about pricing", (date(2026, 11, 20), "coffee about pricing")),
        ("giulia coffee yesterday, talked about pricing", (date(2026, 11, 20), "coffee, talked about pricing")),
        ("giulia coffee yesterday: pricing", (date(2026, 11, 20), "coffee pricing")),
        ("giulia call last tue on the deck", (date(2026, 11, 17), "call on the deck")),
        ("giulia coffee yesterday was great", (None, "coffee yesterday was great")),
        ("giulia pricing yesterday about money", (None, "pricing yesterday about money")),
    ],
)
def test_a_date_right_after_the_kind_in_front_says_when(sentence: str, expected: tuple[date | None, str]) -> None:
    note = read_note([sentence], Cast(), date(2026, 11, 21))

    assert (note.when and note.when.on, note.text) == expected


def test_a_date_ahead_is_something_said() -> None:
    note = read_note(["giulia deck by friday"], Cast(), date(2026, 11, 21))

    assert (note.when, note.text) == (None, "deck by friday")
