"""Whatever bytes are read and whatever words are written: no crash, no forged card, and nothing drifts."""

from contextlib import nullcontext, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.vcards import DIALECTS, dialect_bytes, file_of, people, records

from netlog.errors import FormatProblem
from netlog.formats.vcard import recognise
from netlog.formats.vcard_lines import LONGEST
from netlog.formats.vcard_write import vcard
from netlog.interchange import Card, Mention, Noted

VERSIONS = ("3.0", "4.0")
GROUPS = ("", "", "", "item1.", "item2.")
PROPERTIES = """
FN N ORG TITLE ROLE ADR EMAIL TEL URL NOTE BDAY CATEGORIES NICKNAME RELATED ANNIVERSARY X-ABDATE X-ABLabel PHOTO
X-ABRELATEDNAMES X-SPOUSE X-ANDROID-CUSTOM X-SOCIALPROFILE UID KIND X-NETLOG-TIER X-NETLOG-KIN X-NETLOG-VIA KEY X-FOO
IMPP AGENT LOGO
"""
PARAMETERS = """
;TYPE=home
;TYPE=WORK,pref
;CELL;PREF
;VALUE=text
;ENCODING=b
;ENCODING=QUOTED-PRINTABLE
;CHARSET=latin-1
;CHARSET=unicode_escape
;X-NETLOG-ON=2024-02-03
;A="x,y:z"
;B=^n^^^'
;TYPE=spouse
;TYPE=INTERNET
;bad name=1
"""
VALUES = r"""
Anna Rossi
Rossi;Anna
;;Via;Roma;;;
;;Via;Turin;;;
Old Friends,vip
vip
a@b.example
http://x.example/a,b
1999-01-02
--0405
16040302
Acme;Lab
Acme
a\,b\;c\nd\\
back\slash\
_$!<Spouse>!$_
AAAA
group
urn:uuid:00000000-0000-4000-8000-000000000001
data:image/png;base64,AAAA
=C5=82=0A
true
inner
vnd.android.cursor.item/contact_event;1990-02-03;3;
vnd.android.cursor.item/relation;Jo;0;Boss;
"""
LINES = st.builds(
    lambda group, name, params, value: f"{group}{name}{params}:{value}",
    st.sampled_from(GROUPS),
    st.sampled_from(PROPERTIES.split()),
    st.sampled_from(PARAMETERS.split("\n")),
    st.sampled_from(VALUES.split("\n")),
)


@pytest.mark.parametrize("version", VERSIONS)
@settings(deadline=None, max_examples=500)
@given(lines=st.lists(LINES, max_size=12))
def test_reading_and_writing_changes_nothing_more(version: str, lines: list[str]) -> None:
    for card in people("\r\n".join(["BEGIN:VCARD", "FN:Someone", *lines, "END:VCARD", ""])):
        (first,) = people(vcard(card, version))
        (second,) = people(vcard(first, version))

        assert first == second
        assert said(first) == said(card)


def said(card: Card) -> Card:
    """The card without lines of other programs, and its tags in an order of their own, for they have none."""
    return card._replace(extra=(), tags=tuple(sorted(card.tags)))


SAID = st.text(st.one_of(st.characters(), st.sampled_from("\r\n\x00\x0b\x0c\x85\u2028\u2029\ud800 :;,")))
FORGERY = "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Forged\r\nX-NETLOG-TIER:inner\r\n"
FORGERIES = [FORGERY.replace("\r\n", end) for end in ("\r\n", "\n", "\r", "\x0b", "\x85", "\u2028", "\r\r\n")]


def made_of(said: str) -> Card:
    extra = (f"X-A:{said}", f'X-B;P="{said}":1', said, f"BEGIN:VCARD{said}", "X-NETLOG-TIER:inner", "UID:other")
    return Card(
        "uid:1", "", f"Anna {said}", (said,), said, said, said, said, (("email", said), ("url", said)), ("a", said),
        facts=(Noted(said),), topics=(("can", said),), tier=said, met=said, via=Mention(said, said), handle=said,
        extra=extra,
    )  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("forgery", FORGERIES)
@settings(deadline=None, max_examples=60)
@given(text=SAID)
def test_no_value_forges_a_card_or_a_line(version: str, forgery: str, text: str) -> None:
    unfolded = vcard(made_of(f"{text}{forgery}"), version).replace("\r\n ", "")

    lines = unfolded.splitlines()
    assert len(lines) == unfolded.count("\r\n") == unfolded.count("\n") == unfolded.count("\r")
    forged = {"FN:Forged", "X-NETLOG-TIER:inner"}
    assert [line for line in lines if line in forged or line.startswith(("BEGIN", "END", "UID"))] == [
        "BEGIN:VCARD", "UID:1", "END:VCARD",
    ]  # fmt: skip
    assert len(records(unfolded)) == 1


@settings(deadline=None, max_examples=400)
@given(content=st.binary(max_size=300), is_card=st.booleans())
def test_any_bytes_are_read_or_refused(content: bytes, is_card: bool) -> None:
    raw = b"BEGIN:VCARD\nFN:A\n" + content + b"\nEND:VCARD\n" if is_card else content
    assert 0 <= recognise(file_of(raw)) <= 100

    with nullcontext() if b"BEGIN:VCARD" in raw.upper() else suppress(FormatProblem):
        assert records(raw)


SNIPPETS = st.sampled_from(
    (b"\n", b"\r", b"\x00", b";", b":", b'"', b"=", b"\\", b"\xff", b" ", b"BEGIN:VCARD\r\n", b"item1.")
)


@pytest.mark.parametrize("dialect", DIALECTS)
@settings(deadline=None, max_examples=80)
@given(data=st.data())
def test_a_damaged_file_gives_what_can_be_read_and_that_settles(dialect: str, data: st.DataObject) -> None:
    raw = dialect_bytes(dialect)
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(raw)))
        cut = data.draw(st.integers(0, 20))
        raw = raw[:start] + data.draw(st.one_of(SNIPPETS, st.binary(max_size=3))) + raw[start + cut :]

    for card in found(raw):
        (again,) = people(vcard(card, "3.0"))
        assert people(vcard(again, "4.0")) == [again]


def found(raw: bytes) -> list[Card]:
    try:
        return people(raw)
    except FormatProblem:
        return []


def test_a_file_that_is_one_endless_line_is_refused() -> None:
    with pytest.raises(FormatProblem, match="no vCard"):
        records(b"x" * (LONGEST * 2))


def test_a_card_longer_than_any_is_rejected_and_the_next_one_read() -> None:
    lines = b"X-A:%b\n" % (b"1" * 999) * (LONGEST // 1_000)
    long = b"BEGIN:VCARD\nFN:Long\n" + lines + b"END:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n"

    assert [record[1:3] for record in records(long)] == [("it is too long",), ("line 16781", "B")]


def test_a_file_without_a_card_is_refused() -> None:
    with pytest.raises(FormatProblem, match="no vCard in “people"):
        records(b"")


def test_a_card_with_very_many_lines_takes_no_square_of_time() -> None:
    notes = b"".join(b"NOTE:number %d\nitem%d.TEL:%d\n" % (n, n, n) for n in range(5_000))

    (card,) = people(b"BEGIN:VCARD\nFN:Talker\n" + notes + b"END:VCARD\n")

    assert (len(card.facts), len(card.contacts), len(card.extra)) == (5_000, 5_000, 5_000)
    assert people(vcard(card, "3.0")) == [card]
