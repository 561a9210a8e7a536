"""People go to a real CardDAV server and come back as they were, and other programs read and change them between."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from io import BytesIO

import pytest
from tests.interop.outbox import Outbox
from tests.interop.peers import Desk

from netlog.formats.vcard import FORMAT
from netlog.interchange import HEAD_BYTES, Card, Mention, Noted, Reading, Source, Writing

TODAY = date(2026, 11, 21)
GIULIA = "01890a5d-ac96-774b-bcce-b302099a8057"

PEOPLE = (
    Card(
        key=f"uid:{GIULIA}",
        where="",
        name="Giulia D'Amico",
        aliases=("Giù", "La Giulia, quella di Torino"),
        company="Lumen; sons, and daughters",
        role="Head of product\\design",
        place="Torino",
        birthday="1988-04-15",
        contacts=(
            ("email", "g.damico@example.com"),
            ("email", "giulia@example.org"),
            ("phone", "+39 011 555 0101"),
            ("phone", "+39 333 555 0102"),
            ("url", "https://example.org/giulia?a=1,2;b=3"),
        ),
        tags=("chess", "conf-2026"),
        facts=(Noted("likes sailing; and, sometimes, rowing"), Noted("two kids:\nAda and Bo " + "ż" * 200)),
        topics=(("can", "pricing, and negotiation"), ("wants", "a publisher")),
        tier="close",
        every_days=45,
        is_kin=True,
        met="PyCon Italia; hallway",
        met_on=date(2024, 5, 25),
        via=Mention("Łukasz Zieliński", "lukasz"),
        known_since=date(2019, 1, 2),
        handle="giulia",
        uuid=GIULIA,
        extra=(
            "X-PHONETIC-FIRST-NAME:Dżulia",
            "X-JABBER:giulia@chat.example.org",
            "X-LONG:" + "a long value of a program that nobody knows " * 5 + "end",
            "PHOTO;ENCODING=b;TYPE=JPEG:" + b64encode(bytes(range(256))).decode(),
            "TZ:+01:00",
        ),
    ),
    Card(
        key="uid:01890a5d-ac96-774b-bcce-b302099a8058",
        where="",
        name="Łukasz Zieliński",
        birthday="--02-29",
        tier="none",
        handle="lukasz",
        uuid="01890a5d-ac96-774b-bcce-b302099a8058",
    ),
    Card(
        key="uid:01890a5d-ac96-774b-bcce-b302099a8059",
        where="",
        name="Seán O’Brien 🎣",
        aliases=("Bonnie Prince Charlie of the Isles and of a Great Many Other Places, some of Them Wet",),
        contacts=(("email", "sean+netlog@example.net"),),
        handle="sean",
        uuid="01890a5d-ac96-774b-bcce-b302099a8059",
    ),
)


FROM_A_PHONE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 18.0//EN
UID:5F1C7B5E-1111-4222-8333-ABCDEF012345:ABPerson
N:Ferrari Bianchi;Mària;Luz;Dr.;PhD
FN:Dr. Mària Luz Ferrari Bianchi PhD
NICKNAME:Mari
BDAY;value=date;X-APPLE-OMIT-YEAR=1604:1604-04-03
ORG:Zielone Pole;Research
EMAIL;type=INTERNET;type=HOME;type=pref:maria@example.org
TEL;type=CELL;type=VOICE:+34 600 555 010
item1.TEL:+34 910 555 011
item1.X-ABLabel:Boat
item2.X-ABDATE;type=pref:2014-06-28
item2.X-ABLabel:_$!<Anniversary>!$_
item3.X-ABRELATEDNAMES;type=pref:Marek Nowak
item3.X-ABLabel:_$!<Spouse>!$_
item4.ADR;type=HOME;type=pref:;;Calle Mayor 1\\, 2º;Madrid;;28013;España
item4.X-ABADR:es
X-SOCIALPROFILE;type=linkedin;x-user=maria:https://www.linkedin.com/in/maria
X-IMAGETYPE:PHOTO
IMPP;X-SERVICE-TYPE=Skype:skype:maria.example
NOTE:met at the fair\\, twice
END:VCARD
"""


def written(*people: Card) -> list[str]:
    """Each person as netlog writes them."""
    assert FORMAT.write
    return list(FORMAT.write(Outbox(TODAY, people), Writing()))


def read(*files: bytes) -> Iterator[Card]:
    """The person of each file, as netlog reads it."""
    assert FORMAT.read
    for file in files:
        (person,) = FORMAT.read(Source("card.vcf", file[:HEAD_BYTES], partial(BytesIO, file)), Reading(TODAY))
        assert isinstance(person, Card)
        yield person


def by_name(people: Iterable[Card]) -> dict[str, Card]:
    """The people to compare; a server puts lines in an order of its own, and the names on them in capitals."""
    return {card.name: card._replace(where="", facts=tuple(sorted(card.facts)), extra=lines(card)) for card in people}


def lines(card: Card) -> tuple[str, ...]:
    """The kept lines of a card with the names of properties and parameters in capitals, without what khard adds."""
    kept = (line.partition(":") for line in card.extra if line.upper() != "X-KIND:INDIVIDUAL")
    return tuple(sorted(f"{LINE_NAME.sub(lambda name: name[0].upper(), head)}:{value}" for head, _, value in kept))


LINE_NAME = re.compile(r"(?:(?<=^)|(?<=[.;]))[^.;=]+(?==|;|$)")
(MARIA,) = (person._replace(handle="maria") for person in read(FROM_A_PHONE.replace("\n", "\r\n").encode()))
EVERYBODY = by_name((*PEOPLE, MARIA))


@pytest.fixture
def sent(desk: Callable[[str], Desk]) -> Desk:
    """A desk whose address book holds what netlog writes, brought to the server."""
    here = desk("here")
    for person in (*PEOPLE, MARIA):
        (here.book / f"{person.handle}.vcf").write_bytes("".join(written(person)).encode())
    here.sync()
    return here


def test_people_come_back_from_the_server_as_they_were_sent(sent: Desk, desk: Callable[[str], Desk]) -> None:
    there = desk("there")
    there.sync()

    assert by_name(read(*sent.cards().values())) == EVERYBODY
    assert by_name(read(*there.cards().values())) == EVERYBODY


def test_what_the_server_gave_is_written_and_sent_again_without_a_change(
    sent: Desk, desk: Callable[[str], Desk]
) -> None:
    there, back = desk("there"), desk("back")
    there.sync()
    for name, card in there.cards().items():
        (again,) = read(card)
        (there.book / name).write_bytes("".join(written(again)).encode())
    there.sync()
    back.sync()

    assert by_name(read(*back.cards().values())) == EVERYBODY


def test_a_change_by_netlog_changes_the_card_that_is_there(sent: Desk, desk: Callable[[str], Desk]) -> None:
    there, moved = desk("there"), PEOPLE[0]._replace(company="Nowak i Córki", facts=())
    there.sync()
    (sent.book / "giulia.vcf").write_bytes("".join(written(moved)).encode())
    sent.sync()
    there.sync()

    assert by_name(read(*there.cards().values())) == EVERYBODY | by_name([moved])


def test_khard_shows_everybody_and_changes_nothing(sent: Desk) -> None:
    before = sent.cards()
    listed = sent.khard("list", "--parsable").splitlines()
    shown = sent.khard("show", "Giulia")

    uids = {line.partition("\t")[0].removeprefix("urn:uuid:") for line in listed}
    assert uids == {card.key.removeprefix("uid:") for card in EVERYBODY.values()}
    told = ["giulia@example.org", "g.damico@example.com", "+39 011 555 0101", "+39 333 555 0102", "04/15/88"]
    told += ["Lumen; sons, and daughters", "Head of product\\design", "likes sailing; and, sometimes, rowing"]
    told += ["https://example.org/giulia?a=1,2;b=3", "Giù", "La Giulia, quella di Torino", "chess", "conf-2026"]
    assert [words for words in told if words not in shown] == []
    assert sent.cards() == before


def test_somebody_made_with_khard_is_read(sent: Desk, desk: Callable[[str], Desk]) -> None:
    there = desk("there")
    there.sync()
    there.khard("new", "--addressbook", "people", typed=TYPED)
    there.sync()
    sent.sync()

    people = by_name(read(*sent.cards().values()))
    zofia = people.pop("Zofia Żak-Kowalska")
    assert people == EVERYBODY
    assert zofia == Card(
        key=zofia.key,
        where="",
        name="Zofia Żak-Kowalska",
        aliases=("Zosia",),
        company="Polbit, sp. z o.o.",
        role="engineer",
        birthday="1991-12-31",
        contacts=(("email", "zofia@example.org"), ("phone", "+48 600 100 200"), ("url", "https://example.org/z,z")),
        tags=("chess", "climbing"),
        facts=(Noted("met in Łódź\nlikes tea; and rain"),),
        extra=zofia.extra,
    )
    assert zofia.key


TYPED = """
First name : Zofia
Last name : Żak-Kowalska
Nickname : Zosia
Birthday : 1991-12-31
Organisation : Polbit, sp. z o.o.
Title : engineer
Phone :
    cell : +48 600 100 200
Email :
    work : zofia@example.org
Categories :
    - chess
    - climbing
Webpage : https://example.org/z,z
Note : |
    met in Łódź
    likes tea; and rain
"""


def test_somebody_changed_with_khard_keeps_what_khard_does_not_know(sent: Desk, desk: Callable[[str], Desk]) -> None:
    there = desk("there")
    there.sync()
    form = there.khard("show", "--format", "yaml", "Giulia")
    (there.home / "form.yaml").write_text(re.sub(r"^Title *:.*$", "Title : founder", form, flags=re.MULTILINE))
    there.khard("edit", "--input-file", str(there.home / "form.yaml"), "Giulia", typed="yes\n")
    there.sync()
    sent.sync()

    people = by_name(read(*sent.cards().values()))
    changed, before = people.pop("Giulia D'Amico"), EVERYBODY["Giulia D'Amico"]
    said_by_khard = ("TEL;TYPE=voice:+39 011 555 0101", "TEL;TYPE=voice:+39 333 555 0102")
    assert changed == before._replace(role="founder", extra=tuple(sorted(before.extra + said_by_khard)))
    assert people == {name: card for name, card in EVERYBODY.items() if name != changed.name}
