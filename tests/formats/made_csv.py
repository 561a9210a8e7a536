"""Invented people as each generation of each program writes them to CSV, and how a test reads such a file."""

import csv
import io
from collections.abc import Mapping
from datetime import date

from netlog.interchange import HEAD_BYTES, Card, Format, Reading, Record, Rejected, Skipped, Source, Talk

TODAY = date(2026, 11, 22)
READING = Reading(TODAY)

PREAMBLE = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing, as is
usual. You will only see addresses of connections who allow it"

"""

LINKEDIN_NOW = (
    PREAMBLE
    + """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Giulia,"D'Angelo, PhD, MBA",https://www.linkedin.com/in/giulia-dangelo,,"Acme, S.p.A.",Head of Product,12 Jan 2024
Łukasz 🚀,Wójcik,https://www.linkedin.com/in/%C5%82ukasz-w%C3%B3jcik-42/,lukasz@example.org,,,05 Feb 2026
,,,,,,07 Mar 2019
Tom,Hart,,tom@example.com,Hart & Sons,,30 Nov 2018
"""
)
LINKEDIN_2020 = """First Name,Last Name,Email Address,Company,Position,Connected On
Giulia,D'Angelo,,Acme,Head of Product,12 Jan 2020
Zofia,Żak,zofia@example.org,,,01 Sep 2019
"""
LINKEDIN_2018 = """First Name,Last Name,Email Address,Company,Position,Connected On
Giulia,D'Angelo,giulia@example.org,Acme,Head of Product,"4/9/18, 9:05 PM"
Zofia,Żak,zofia@example.org,,,"12/28/17, 11:00 AM"
"""
LINKEDIN_VARIANT = (
    "First Name,Last Name,Address,Email Address,Company,Position,Connected On,Websites,Instant Messengers\r\n"
    'Tom,Hart,"1 High St, York",tom@example.com,Hart,Owner,"02/03/18, 09:05 AM",'
    '"[PERSONAL:https://hart.example.com,BLOG:http://blog.example.com/tom]",tomhart\r\n'
)
MESSAGES_HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,"
    "ATTACHMENTS,IS MESSAGE DRAFT\n"
)
ME, GIULIA = (
    "Marco Bianchi,https://www.linkedin.com/in/marco",
    '"Giulia D\'Angelo, PhD",https://www.linkedin.com/in/giulia',
)
LUKASZ = "Łukasz Wójcik,https://www.linkedin.com/in/lukasz"
MESSAGES_NOW = MESSAGES_HEADER + (
    f'c1,,{GIULIA},{ME},2025-06-02 10:00:00 UTC,,"Sure,\nThursday?",INBOX,,No\n'
    f"c1,,{ME},{GIULIA},2025-06-02 09:00:00 UTC,Coffee in Turin,Are you free?,INBOX,,No\n"
    f"c1,,{GIULIA},{ME},2025-06-05 18:00:00 UTC,,Thank you,INBOX,,No\n"
    f"c2,,{LUKASZ},{ME},2025-07-01 12:00:00 UTC,,Hi,INBOX,,No\n"
    f"c2,,{ME},{LUKASZ},2025-07-01 12:30:00 UTC,,unfinished,INBOX,,Yes\n"
    f"c3,Sponsored Conversation,A Brand,,{ME},2025-07-02 12:00:00 UTC,Buy,Buy this,INBOX,,No\n"
    f"c4,,LinkedIn Member,,{ME},2025-07-03 12:00:00 UTC,,Hello,INBOX,,No\n"
)
MESSAGES_2018 = """From,To,Date,Subject,Content,Direction,Folder
Marco Bianchi,Zofia Żak,"4/9/18, 9:05 PM",Re: job,Hello,OUTGOING,SENT
Zofia Żak,Marco Bianchi,"4/10/18, 8:00 AM",Re: job,Hi,INCOMING,INBOX
"""


def table(
    *records: Mapping[str, str], delimiter: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL
) -> str:
    """A CSV of the columns that any of the records has, in the order met."""
    columns = list(dict.fromkeys(column for record in records for column in record))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(records)
    return text.getvalue()


GOOGLE_OLD = table(
    {
        "Name": "Dr. Zofia Żak",
        "Given Name": "Zofia",
        "Additional Name": "",
        "Family Name": "Żak",
        "Yomi Name": "",
        "Name Prefix": "Dr.",
        "Nickname": "Zosia",
        "Birthday": " --05-15",
        "Notes": "Likes bridges.\nTwo cats",
        "Group Membership": "* myContacts ::: Friends ::: * starred",
        "E-mail 1 - Type": "Work",
        "E-mail 1 - Value": "zofia@work.example ::: z.zak@work.example",
        "E-mail 2 - Type": "* Home",
        "E-mail 2 - Value": "zofia@example.org",
        "IM 1 - Service": "Skype",
        "IM 1 - Value": "zosia",
        "Phone 1 - Type": "Mobile",
        "Phone 1 - Value": "+48 600 100 200 ::: +48 600 100 201",
        "Address 1 - Type": "Home",
        "Address 1 - Formatted": "ul. Długa 1\nKraków",
        "Address 1 - City": "Kraków",
        "Organization 1 - Name": "Mosty",
        "Organization 1 - Title": "Engineer",
        "Organization 1 - Department": "R&D",
        "Relation 1 - Type": "Spouse",
        "Relation 1 - Value": "Jan",
        "Website 1 - Type": "Blog",
        "Website 1 - Value": "https://zak.example.org",
        "Event 1 - Type": "Anniversary",
        "Event 1 - Value": "2010-06-12",
        "Custom Field 1 - Type": "Allergy",
        "Custom Field 1 - Value": "nuts",
    }
)
GOOGLE_NEW = table(
    {
        "First Name": "Giulia",
        "Middle Name": "",
        "Last Name": "D'Angelo",
        "Phonetic First Name": "",
        "Name Suffix": "Jr.",
        "Nickname": "",
        "File As": "D'Angelo, Giulia",
        "Organization Name": "Acme",
        "Organization Title": "Head of Product",
        "Organization Department": "",
        "Birthday": "1988-02-29",
        "Notes": "",
        "Labels": "Torino ::: * myContacts",
        "E-mail 1 - Label": "* ",
        "E-mail 1 - Value": "giulia@example.org",
        "Phone 1 - Label": "Mobile",
        "Phone 1 - Value": "+39 333 1234567",
        "Address 1 - Label": "Work",
        "Address 1 - Street": "via Po 1",
        "Address 1 - City": "Torino",
        "Address 1 - Postal Code": "10123",
        "Address 1 - Country": "Italy",
    },
    {"E-mail 1 - Value": "noreply@example.org", "Labels": "* Other Contacts"},
    {"Notes": "nobody"},
)
OUTLOOK_CLASSIC = table(
    {
        "Title": "Mr.",
        "First Name": "Tom",
        "Middle Name": "",
        "Last Name": "Hart",
        "Suffix": "",
        "Company": "Hart & Sons",
        "Department": "",
        "Job Title": "Owner",
        "Business Street": "1 High St",
        "Business City": "York",
        "Business Country/Region": "United Kingdom",
        "Home City": "Leeds",
        "Business Phone": "+44 1904 123456",
        "Mobile Phone": "+44 7700 900123",
        "Anniversary": "0/0/00",
        "Birthday": "12/28/1969",
        "Categories": "Suppliers;Old Friends",
        "E-mail Address": "tom@example.com",
        "E-mail Type": "SMTP",
        "E-mail 2 Address": "/o=Hart/ou=First/cn=Recipients/cn=tom",
        "E-mail 2 Type": "EX",
        "E-mail 2 Display Name": "Tom Hart (tom.hart@hart.example)",
        "Notes": "Met in York\r\nSails",
        "Private": "False",
        "Sensitivity": "Normal",
        "Spouse": "Ann",
        "Web Page": "https://hart.example",
    },
    quoting=csv.QUOTE_ALL,
)
OUTLOOK_COM = table(
    {
        "First Name": "Tom",
        "Middle Name": "",
        "Last Name": "Hart",
        "Title": "",
        "Suffix": "",
        "Nickname": "Tommy",
        "E-mail Address": "tom@example.com",
        "E-mail 2 Address": "",
        "Home Phone": "+44 1904 123456",
        "IMAddress": "",
        "Job Title": "Owner",
        "Company": "Hart & Sons",
        "Personal Web Page": "",
        "Birthday": "",
        "Anniversary": "",
        "Notes": "",
    }
)
OUTLOOK_ITALIAN = table(
    {
        "Titolo": "",
        "Nome": "Niccolò",
        "Cognome": "Bruni",
        "Società": "Città Aperta",
        "Qualifica": "Direttore",
        "Compleanno": "03/04/1980",
        "Indirizzo posta elettronica": "niccolo@example.org",
        "Tipo posta elettronica": "SMTP",
        "Telefono cellulare": "+39 333 7654321",
        "Città (ab.)": "Forlì",
        "Note": "è vegetariano",
        "Categorie": "Amici",
    },
    delimiter=";",
)
OUTLOOK_POLISH = table(
    {
        "Imię": "Łucja",
        "Nazwisko": "Śliwa",
        "Adres e-mail": "lucja@example.org",
        "Telefon komórkowy": "+48 600 300 400",
        "Firma": "Źródło",
        "Stanowisko": "Księgowa",
        "Urodziny": "05.06.1975",
        "Notatki": "",
        "Kategorie": "Praca",
        "Miasto (dom)": "Łódź",
    },
    delimiter=";",
)
GOOGLE_AS_OUTLOOK = table(
    {
        "First Name": "Zofia",
        "Middle Name": "",
        "Last Name": "Żak",
        "Web Page": "",
        "Birthday": "1990-05-15",
        "Anniversary": "",
        "Notes": "",
        "E-mail Address": "zofia@example.org",
        "Primary Phone": "",
        "Mobile Phone": "+48 600 100 200",
        "Categories": "Friends;myContacts",
    }
)
THUNDERBIRD = table(
    {
        "First Name": "Tom",
        "Last Name": "Hart",
        "Display Name": "Tom Hart",
        "Nickname": "Tommy",
        "Primary Email": "tom@example.com",
        "Secondary Email": "t@example.com",
        "Work Phone": "",
        "Mobile Number": "+44 7700 900123",
        "Home City": "Leeds",
        "Job Title": "Owner",
        "Organization": "Hart & Sons",
        "Web Page 1": "https://hart.example",
        "Birth Year": "1969",
        "Birth Month": "12",
        "Birth Day": "28",
        "Custom 1": "sails",
        "Notes": "Met in York",
    }
)
THUNDERBIRD_ITALIAN = table(
    {
        "Nome": "Niccolò",
        "Cognome": "Bruni",
        "Nome visualizzato": "Niccolò Bruni",
        "E-mail primaria": "niccolo@example.org",
        "Numero cellulare": "+39 333 7654321",
        "Città di residenza": "Forlì",
        "Qualifica": "Direttore",
        "Organizzazione": "Città Aperta",
        "Anno di nascita": "",
        "Mese di nascita": "4",
        "Giorno di nascita": "3",
        "Note": "",
    }
)
THUNDERBIRD_POLISH = table(
    {
        "Imię": "Łucja",
        "Nazwisko": "Śliwa",
        "Wyświetlana nazwa": "Łucja Śliwa",
        "Podstawowy e-mail": "lucja@example.org",
        "Numer telefonu komórkowego": "+48 600 300 400",
        "Miasto (dom)": "Łódź",
        "Stanowisko": "Księgowa",
        "Firma/Organizacja": "Źródło",
        "Notatki": "",
    },
    delimiter="\t",
)
PLAIN = "Name,Email,Company,Tags\nTom Hart,tom@example.com,Hart,friends\n"

SAMPLES = {
    "linkedin": (LINKEDIN_NOW, LINKEDIN_2020, LINKEDIN_2018, LINKEDIN_VARIANT),
    "linkedin-messages": (MESSAGES_NOW, MESSAGES_2018),
    "google-csv": (GOOGLE_OLD, GOOGLE_NEW),
    "outlook-csv": (OUTLOOK_CLASSIC, OUTLOOK_COM, OUTLOOK_ITALIAN, OUTLOOK_POLISH, GOOGLE_AS_OUTLOOK),
    "thunderbird-csv": (THUNDERBIRD, THUNDERBIRD_ITALIAN, THUNDERBIRD_POLISH),
    "csv": (PLAIN,),
}


def source(content: str | bytes, name: str = "people.csv") -> Source:
    """The content as a file of that name; a string is UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    return Source(name, data[:HEAD_BYTES], lambda: io.BytesIO(data))


def records(form: Format, content: str | bytes, reading: Reading = READING) -> list[Record]:
    """Everything the format reads in the content."""
    assert form.read is not None
    return list(form.read(source(content), reading))


def cards(form: Format, content: str | bytes, reading: Reading = READING) -> list[Card]:
    """The people among it."""
    return [record for record in records(form, content, reading) if isinstance(record, Card)]


def talks(form: Format, content: str | bytes, reading: Reading = READING) -> list[Talk]:
    """The contacts among it."""
    return [record for record in records(form, content, reading) if isinstance(record, Talk)]


def refused(form: Format, content: str | bytes, reading: Reading = READING) -> list[tuple[str, str]]:
    """Where and why, of what is left out or cannot be read."""
    found = records(form, content, reading)
    return [(record.where, record.reason) for record in found if isinstance(record, Rejected | Skipped)]
