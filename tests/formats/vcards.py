"""Invented vCards as the programs that people use write them, and cards that are broken in the ways found outside."""

from datetime import date
from io import BytesIO

from netlog.formats.vcard import read
from netlog.interchange import HEAD_BYTES, Card, Reading, Record, Source

APPLE = r"""
BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.4//EN
N:D'Angelo;Łucja;Maria;Dott.ssa;
FN:Dott.ssa Łucja Maria D'Angelo
NICKNAME:Lulù
ORG:Ostello Aurora\, s.r.l.;Accoglienza
TITLE:Direttrice
EMAIL;type=INTERNET;type=WORK;type=pref:lucja@aurora.example
item1.EMAIL;type=INTERNET:lulu@home.example
item1.X-ABLabel:_$!<Other>!$_
TEL;type=CELL;type=VOICE;type=pref:+39 333 000 0001
item2.ADR;type=HOME;type=pref:;;Via Garibaldi 3\, int. 2;Genova;GE;16124;Italia
item2.X-ABADR:it
item3.URL;type=pref:https\://aurora.example/chi-siamo
item3.X-ABLabel:_$!<HomePage>!$_
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-03
item4.X-ABDATE;type=pref:2012-06-12
item4.X-ABLabel:_$!<Anniversary>!$_
item5.X-ABRELATEDNAMES;type=pref:Marco Rossi
item5.X-ABLabel:_$!<Spouse>!$_
X-SOCIALPROFILE;type=linkedin;x-user=lucja:http://www.linkedin.com/in/lucja-example
IMPP;X-SERVICE-TYPE=Jabber;type=HOME:xmpp:lucja@chat.example
NOTE:Conosciuta in ostello.\nAma il tè verde\; odia gli ascensori.
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQE
 BAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB
X-ABUID:0A1B2C3D-0000-0000-0000-000000000001:ABPerson
UID:0A1B2C3D-0000-0000-0000-000000000001
END:VCARD
"""

GOOGLE = r"""
BEGIN:VCARD
VERSION:3.0
FN:Wojciech Żak
N:Żak;Wojciech;;;
X-PHONETIC-FIRST-NAME:Voitek
EMAIL;TYPE=INTERNET;TYPE=HOME:wojciech@zak.example
TEL;TYPE=CELL:+48 600 000 002
item1.ADR:;;;;;;
item1.X-ABLabel:
item2.URL:http\://www.google.com/profiles/000
item2.X-ABLabel:PROFILE
item3.X-ABRELATEDNAMES:Ola Żak
item3.X-ABLabel:DOMESTIC_PARTNER
item4.X-ABDATE:20190203
item4.X-ABLabel:First talk
BDAY:19880229
NOTE:Keeps bees
CATEGORIES:Old Friends,myContacts,starred
END:VCARD
"""

ANDROID = """
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=BB=C3=B3=C5=82=C4=87;Zo=C5=9B;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C5=9B =
=C5=BB=C3=B3=C5=82=C4=87
TEL;CELL;PREF:+48500000003
TEL;X-Foo(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=53=6B):12345
EMAIL;HOME:zos@example.org
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Pierwsza linia=0D=0A=
 druga linia, ze spacj=C4=85
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Zosia;1;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Marek;14;;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2019-10-19;0;Rencontre;;;;;;;;;;;;
X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;--10-21;3;;;;;;;;;;;;;
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEB
 AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB

END:VCARD
"""

OUTLOOK = """
BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=it;CHARSET=windows-1252:Però;Niccolò
FN;CHARSET=windows-1252:Niccolò Però
ORG:Però & Figli;Vendite
TITLE:Titolare
NOTE;ENCODING=QUOTED-PRINTABLE:Incontrato alla fiera di =
Milano, stand 12=0D=0A=
Compleanno il 7 maggio=0D=0A
TEL;WORK;VOICE:+39 02 0000004
ADR;WORK;PREF:;;Corso Como 1;Milano;MI;20121;Italia
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Corso Como 1=0D=0A=
20121 Milano
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
X-MS-ANNIVERSARY;VALUE=DATE:20120801
X-MS-SPOUSE;N:Chiara
X-MS-MANAGER:Ugo Bassi
EMAIL;PREF;INTERNET:niccolo@pero.example
CATEGORIES:Clienti,Fiera
X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.example/card"><img f="0"/></card>
REV:20240101T101010Z
END:VCARD
"""

EVOLUTION = """
BEGIN:VCARD
VERSION:3.0
UID:pas-id-5EE5
FN:Ewa Łoś
N:Łoś;Ewa;;;
X-EVOLUTION-FILE-AS:Łoś\\, Ewa
X-EVOLUTION-ANNIVERSARY:2001-09-15
X-EVOLUTION-SPOUSE:Jan Łoś
X-EVOLUTION-BLOG-URL:https://los.example/blog
X-MOZILLA-HTML:FALSE
EMAIL;TYPE=WORK;X-EVOLUTION-UI-SLOT=1:ewa@los.example
ROLE:Redaktorka
END:VCARD
"""

NEXTCLOUD_3 = """
BEGIN:VCARD
VERSION:3.0
PRODID:-//Sabre//Sabre VObject 4.5.4//EN
UID:6f1c3a52-6f0e-4d7e-9a5b-0a0000000005
FN:Harriet O'Neil
TEL;TYPE="HOME,VOICE":+44 20 7946 0005
EMAIL;TYPE=HOME:harriet@oneil.example
ANNIVERSARY;VALUE=DATE:20100501
X-SPOUSE:Tom O'Neil
RELATED;TYPE=friend;VALUE=text:Beth Green
REV;VALUE=DATE-AND-OR-TIME:20240202T020202Z
END:VCARD
"""

NEXTCLOUD_4 = NEXTCLOUD_3.replace("VERSION:3.0", "VERSION:4.0").replace("0a0000000005", "0a0000000006")

RFC_6350 = r"""
BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
KIND:individual
FN;PID=1.1:Simon Perrault
FN:Simone Perrault
N;SORT-AS="Perrault,Simon":Perrault;Simon;;;ing. jr,M.Sc.
BDAY:--0203
ANNIVERSARY:20090808T1430-0500
GENDER:M
LANG;PREF=1:fr
ORG;TYPE=work;SORT-AS="Via":Viagénie
ADR;TYPE=work;LABEL="2875 boul. Laurier^nQuébec":;Suite D2-630;2875 Laurier;Québec;QC;G1V 2M2;Canada
TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102
EMAIL;TYPE=work:simon@viagenie.example
GEO;TYPE=work:geo:46.772673,-71.282945
KEY;TYPE=work;VALUE=uri:http://www.viagenie.example/simon.asc
RELATED;TYPE=friend:urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
RELATED;TYPE=co-worker;VALUE=text:Marc^Antoine
CLIENTPIDMAP:1;urn:uuid:53e374d9-337e-4727-8803-a1e9c14e0556
X-QUOTE;A="x^'y";B=^^:verbatim\, \; \n ; , here
PHOTO:data:image/png;base64,iVBORw0KGgo=
TZ:-0500
URL:http://example.org/a,b
END:VCARD
"""

GROUP_FILE = """
BEGIN:VCARD
VERSION:3.0
FN:Climbing Club
N:Climbing Club;;;;
X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:AAAA-1
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:elsewhere
UID:g-1
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Marta Rossi
UID:aaaa-1
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Strangers
MEMBER:urn:uuid:nobody-here
END:VCARD
"""

TORTURE = r"""
something before any card
begin:vcard
version:3.0
n:Nowak;Jan
this line is garbage
:no name
X-BAD NAME:dropped
X-PARAMS;=lost;ok=1;b@d=2:kept
item1.TEL;TYPE=:5551234
NOTE:backslash at the end\
AGENT:
BEGIN:VCARD
FN:Nested Agent
AGENT:
BEGIN:VCARD
FN:Deeper
END:VCARD
END:VCARD
PHOTO;ENCODING=b:AAA
TEL:
EMAIL;TYPE=EX:/o=corp/cn=jan
end:vcard
BEGIN:VCARD
VERSION:3.0
NOTE:nobody at all
END:VCARD
BEGIN:VCARD
FN:No End
BEGIN:VCARD
VERSION:3.0
ORG:Only Organisation\; Ltd
END:VCARD
BEGIN:VCARD
VERSION:3.0
EMAIL:only.mail@example.org
END:VCARD
BEGIN:VCARD
FN:Cut Off
PHOTO;ENCODING=b:AAAA
"""

DIALECTS = {
    "apple": APPLE,
    "google": GOOGLE,
    "android": ANDROID,
    "outlook": OUTLOOK,
    "evolution": EVOLUTION,
    "nextcloud 3.0": NEXTCLOUD_3,
    "nextcloud 4.0": NEXTCLOUD_4,
    "rfc 6350": RFC_6350,
    "groups": GROUP_FILE,
    "torture": TORTURE,
}


def as_bytes(text: str, *, encoding: str = "utf-8", ends: str = "\r\n") -> bytes:
    """A sample as it is in a file."""
    return text.lstrip("\n").replace("\n", ends).encode(encoding)


def file_of(content: bytes, name: str = "people.vcf") -> Source:
    """The bytes as a file to read."""
    return Source(name, content[:HEAD_BYTES], lambda: BytesIO(content))


def dialect_bytes(name: str) -> bytes:
    """The sample of a dialect in its own encoding."""
    return as_bytes(DIALECTS[name], encoding="cp1252" if name == "outlook" else "utf-8")


def records(content: str | bytes, encoding: str | None = None) -> list[Record]:
    """All that is read from a file with that content."""
    raw = content if isinstance(content, bytes) else content.encode()
    return list(read(file_of(raw), Reading(date(2026, 5, 4), encoding=encoding)))


def people(content: str | bytes) -> list[Card]:
    """Everybody read from a file with that content, wherever they stand in it."""
    return [record._replace(where="") for record in records(content) if isinstance(record, Card)]
