"""import, as its user meets it: what comes in, what does not, and that it can be taken out again."""

import json
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.cli.running import Processes, Result, Run, Terminal
from tests.formats.made_journals import ANDROID_CHAT
from tests.storage.driving import truth

CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Giulia,Ferraro,https://www.linkedin.com/in/giulia-ferraro-1,,Studio Ferri,Product Manager,12 Jan 2024
Łukasz,Zieliński,https://www.linkedin.com/in/lukasz-z,,Bałtyk Data,CTO,3 Feb 2021
Anna,Rossi,https://www.linkedin.com/in/anna-rossi,anna@example.org,Nowa,PM,7 Mar 2020
,,,,,,1 Jan 2020
"""
CARD = """BEGIN:VCARD\r
VERSION:3.0\r
UID:card-{number}\r
FN:{name}\r
ORG:{company}\r
EMAIL:{email}\r
END:VCARD\r
"""
FRIENDS = """### Activities:
- 2026-10-04: Coffee with **Giulia Ferraro**.

### Notes:

### Friends:
- Giulia Ferraro

### Locations:
"""


def card(name: str, *, number: int = 1, company: str = "", email: str = "") -> str:
    text = CARD.format(number=number, name=name, company=company, email=email)
    return "".join(line for line in text.splitlines(keepends=True) if not line.rstrip().endswith(":"))


def saved(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)


@pytest.fixture
def connections(tmp_path: Path) -> str:
    return saved(tmp_path, "Connections.csv", CONNECTIONS)


def counts(answer: dict[str, dict[str, int]], sort: str = "people") -> tuple[int, ...]:
    """New, updated, same and doubtful."""
    return tuple(answer[sort].values())


def brought(run: Run, file: str, *options: str) -> tuple[int, ...]:
    return counts(run.json("import", file, *options))


def person(run: Run, handle: str) -> dict[str, object]:
    found: dict[str, object] = run.json("show", handle)
    return found


def test_people_come_in_with_what_the_file_says_of_them(netlog: Run, connections: str) -> None:
    answer = netlog.json("import", connections)

    assert counts(answer) == (3, 0, 0, 0)
    assert answer["omissions"] == [{"reason": "no name", "records": 1}]
    shown = person(netlog, "lukasz")
    assert (shown["name"], shown["company"], shown["role"]) == ("Łukasz Zieliński", "Bałtyk Data", "CTO")
    assert shown["met"] == "connected (linkedin)"


def test_the_same_file_again_changes_nothing(netlog: Run, connections: str) -> None:
    netlog.ok("import", connections)
    before = truth(netlog.path, "operation", "change")

    assert brought(netlog, connections) == (0, 0, 3, 0)
    assert truth(netlog.path, "operation", "change") == before


def test_undo_takes_an_import_out_without_a_trace(netlog: Run, connections: str) -> None:
    netlog.people("Giulia Ferraro", "Anna Rossi --company Vecchia")
    before = truth(netlog.path)
    assert brought(netlog, connections) == (1, 1, 0, 1)

    netlog.ok("undo")

    assert truth(netlog.path) == before
    assert brought(netlog, connections) == (1, 1, 0, 1)


def test_connections_are_no_contacts_and_do_not_flood_the_morning(netlog: Run, tmp_path: Path) -> None:
    rows = [f"Ann,Number {n},https://www.linkedin.com/in/p{n},,Co {n},PM,12 Jan 2019" for n in range(300)]
    netlog.ok("import", saved(tmp_path, "c.csv", "\n".join([CONNECTIONS.splitlines()[0], *rows])))

    assert netlog.json("show", "ann")["timeline"] == []
    days = ("2026-11-21", "2026-12-21", "2027-01-20", "2027-02-20")
    waiting = [int(netlog.at(f"{day}T10:00").ok("due", "--count").stdout) for day in days]
    assert waiting[0] < 12
    assert all(50 < later - sooner < 150 for sooner, later in pairwise(waiting))


def test_a_dry_run_tells_the_same_and_stores_nothing(netlog: Run, connections: str) -> None:
    netlog.people("Giulia Ferraro")
    before = netlog.stored()

    plan = netlog.json("import", connections, "--dry-run")

    assert netlog.stored() == before
    done = netlog.json("import", connections)
    assert plan["is_planned"]
    assert {**plan, "is_planned": False, "operation": done["operation"]} == done


def test_a_dry_run_without_a_journal_makes_none(netlog: Run, connections: str) -> None:
    assert brought(netlog, connections, "--dry-run") == (3, 0, 0, 0)
    assert netlog.stored() == {}


@pytest.mark.parametrize(
    ("known", "outcome"),
    [
        ("Giulia Ferraro", (2, 1, 0, 0)),
        ("Giulia Ferraro --company STUDIO\xa0FERRI", (2, 1, 0, 0)),
        ("Giulia Ferraro --company Acme", (2, 0, 0, 1)),
        ("Giulia", (3, 0, 0, 0)),
        ("Anna --email ANNA@example.org", (2, 1, 0, 0)),
        ("Bruno Conti --email anna@example.org", (2, 0, 0, 1)),
    ],
)
def test_who_is_known_is_never_guessed(netlog: Run, connections: str, known: str, outcome: tuple[int, ...]) -> None:
    netlog.people(known.replace("\xa0", " ")) if "\xa0" not in known else netlog.ok(
        "add", "Giulia", "Ferraro", "--company", "STUDIO FERRI"
    )

    assert brought(netlog, connections) == outcome


def test_two_of_one_name_are_a_doubt(netlog: Run, connections: str) -> None:
    netlog.people("Giulia Ferraro", "Giulia Ferraro")

    answer = netlog.json("import", connections)

    (doubt,) = answer["doubts"]
    assert doubt["could_be"] == ["giulia", "giulia-f"]
    assert [item["text"] for item in netlog.json("inbox")["items"]] == [
        "Giulia Ferraro, Product Manager at Studio Ferri, https://www.linkedin.com/in/giulia-ferraro-1"
    ]


def test_what_waits_in_the_inbox_becomes_one_of_them_or_somebody_new(netlog: Run, connections: str) -> None:
    netlog.people("Anna Rossi --company Vecchia")
    netlog.ok("import", connections)

    netlog.ok("inbox", "settle", "1", "anna")
    assert person(netlog, "anna")["emails"] == ["anna@example.org"]
    netlog.ok("undo")
    netlog.ok("inbox", "settle", "1", "new")

    assert person(netlog, "anna-r")["company"] == "Nowa"
    assert person(netlog, "anna")["emails"] == []
    assert brought(netlog, connections) == (0, 0, 3, 0)


def test_what_was_dropped_or_removed_on_purpose_does_not_come_back(netlog: Run, connections: str) -> None:
    netlog.people("Anna Rossi --company Vecchia")
    netlog.ok("import", connections)
    netlog.ok("inbox", "drop", "1")
    netlog.ok("rm", "lukasz")

    assert brought(netlog, connections) == (0, 0, 3, 0)
    assert {row[0] for row in netlog.ok("people").rows()} == {"anna", "giulia"}


def test_what_the_user_changed_stays_and_what_the_source_changed_comes(netlog: Run, connections: str) -> None:
    netlog.ok("import", connections)
    netlog.ok("edit", "giulia", "--company", "Ferri & figli")
    newer = CONNECTIONS.replace("Studio Ferri", "Ferri SpA").replace("CTO", "CEO")
    Path(connections).write_text(newer, encoding="utf-8")

    assert brought(netlog, connections) == (0, 1, 2, 0)
    assert person(netlog, "giulia")["company"] == "Ferri & figli"
    assert person(netlog, "lukasz")["role"] == "CEO"


def test_a_new_surname_comes_and_the_old_one_still_finds_her(netlog: Run, connections: str) -> None:
    netlog.ok("import", connections)
    Path(connections).write_text(CONNECTIONS.replace("Giulia,Ferraro", "Giulia,Conti"), encoding="utf-8")
    netlog.ok("import", connections)

    shown = person(netlog, "ferraro")
    assert (shown["handle"], shown["name"], shown["aliases"]) == ("giulia", "Giulia Conti", ["Giulia Ferraro"])


def test_what_is_said_otherwise_of_somebody_known_is_kept_as_a_fact(netlog: Run, tmp_path: Path) -> None:
    netlog.people("Anna Rossi --email anna@example.org --company Vecchia")
    file = saved(tmp_path, "a.vcf", card("Anna Rossi", company="Nowa", email="anna@example.org"))

    assert brought(netlog, file) == (0, 1, 0, 0)
    shown = person(netlog, "anna")
    assert shown["company"] == "Vecchia"
    assert [fact["text"] for fact in shown["facts"]] == ["company: Nowa"]  # type: ignore[attr-defined]


def test_a_shared_address_does_not_make_two_colleagues_one(netlog: Run, tmp_path: Path) -> None:
    cards = card("Ewa Nowak", email="info@example.org") + card("Jan Kot", number=2, email="info@example.org")

    assert brought(netlog, saved(tmp_path, "two.vcf", cards)) == (2, 0, 0, 0)


def test_a_bad_row_does_not_stop_the_rest_and_is_named_with_its_line(netlog: Run, tmp_path: Path) -> None:
    rows = ["name,tier", "Anna Rossi,close", "Bruno Conti,best", "???,close", "Carla Villa,"]
    answer = netlog.json("import", saved(tmp_path, "p.csv", "\n".join(rows)), "--as", "csv")

    assert counts(answer) == (2, 0, 0, 0)
    assert answer["rejected"] == 2
    assert [each["where"] for each in answer["refusals"]] == ["line 3", "line 4"]


@pytest.mark.parametrize(
    ("name", "content", "options", "words"),
    [
        ("x.bin", b"\x00\x01\x02", [], "cannot tell what"),
        ("x.csv", b"colour,size\nred,3\n", ["--as", "csv"], "--map"),
        ("x.zip", b"PK\x03\x04broken", [], "x.zip"),
        ("x.json", b"{", ["--as", "monica"], "x.json"),
        ("x.vcf", b"BEGIN:VCARD\r\nFN:A B\r\nEND:VCARD\r\n", ["--as", "vcrad"], "vcard"),
        ("x.vcf", b"BEGIN:VCARD\r\nFN:A B\r\nEND:VCARD\r\n", ["--as", "markdown"], "written, not read"),
        ("x.csv", b"name\nAnna Rossi\n", ["--map", "name"], "--map"),
        ("x.csv", b"name\nAnna Rossi\n", ["--tier", "best"], "best"),
    ],
)
def test_a_bad_file_is_refused_in_one_line_and_changes_nothing(
    netlog: Run, tmp_path: Path, name: str, content: bytes, options: list[str], words: str
) -> None:
    netlog.people("Anna Rossi")
    before = truth(netlog.path, "operation", "change")
    (tmp_path / name).write_bytes(content)

    refused = netlog("import", str(tmp_path / name), *options)

    assert (refused.exit_code, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert words in refused.stderr
    assert truth(netlog.path, "operation", "change") == before


def test_a_missing_file_is_named(netlog: Run) -> None:
    refused = netlog("import", "nowhere.vcf")

    assert refused.exit_code == 2
    assert "nowhere.vcf" in refused.stderr


def test_columns_are_mapped_once_and_remembered(netlog: Run, tmp_path: Path) -> None:
    file = saved(tmp_path, "guests.csv", "Gość,Skąd\nŻaneta Kot,Gdańsk\n")
    assert netlog("import", file, "--as", "csv").exit_code == 2

    assert brought(netlog, file, "--as", "csv", "--map", "Gość=name", "--map", "Skąd=place") == (1, 0, 0, 0)
    file = saved(tmp_path, "more.csv", "Gość,Skąd\nJan Kot,Łódź\n")

    assert brought(netlog, file, "--as", "csv") == (1, 0, 0, 0)
    assert person(netlog, "jan")["place"] == "Łódź"


def test_standard_input_is_read_for_a_hyphen(netlog: Run) -> None:
    answer = netlog("import", "-", "--json", stdin=CONNECTIONS).json()

    assert counts(answer) == (3, 0, 0, 0)
    assert answer["files"] == [{"name": "standard input", "format": "linkedin", "records": 4}]


def test_a_folder_and_an_archive_are_read_whole_as_one_operation(netlog: Run, tmp_path: Path) -> None:
    saved(tmp_path, "in/Connections.csv", CONNECTIONS)
    saved(tmp_path, "in/more/people.vcf", card("Jan Kot", email="jan@example.org"))
    saved(tmp_path, "in/notes.txt", "nothing that is known")
    with ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in ("Connections.csv", "more/people.vcf", "notes.txt"):
            archive.write(tmp_path / "in" / name, name)

    answer = netlog.json("import", str(tmp_path / "in"))
    assert (counts(answer), answer["omissions"][1]) == ((4, 0, 0, 0), {"reason": "of no known format", "records": 1})
    assert brought(netlog, str(tmp_path / "all.zip")) == (0, 0, 4, 0)
    netlog.ok("undo")
    assert netlog.ok("people").stdout == ""


def test_contacts_come_with_people_who_are_known(netlog: Run, tmp_path: Path) -> None:
    netlog.people("Giulia Ferraro")
    file = saved(tmp_path, "friends.md", FRIENDS)

    answer = netlog.json("import", file)

    assert (counts(answer), counts(answer, "contacts")) == ((0, 0, 1, 0), (1, 0, 0, 0))
    (entry,) = netlog.json("show", "giulia")["timeline"]
    assert (entry["on"], entry["kind"], entry["text"]) == ("2026-10-04", "coffee", "Coffee with Giulia Ferraro.")
    assert counts(netlog.json("import", file), "contacts") == (0, 0, 1, 0)


def mail(sender: str, to: str, *, number: int = 1) -> str:
    head = f"From x@example.org Sat Nov 14 10:00:00 2026\nFrom: {sender}\nTo: {to}\n"
    return (
        f"{head}Subject: Pricing\nDate: Sat, 14 Nov 2026 10:0{number}:00 +0100\nMessage-ID: <{number}@x>\n\nsecret\n\n"
    )


def test_contacts_with_strangers_are_left_out_until_they_are_known(netlog: Run, tmp_path: Path) -> None:
    netlog.ok("config", "set", "me", "me@example.org")
    file = saved(tmp_path, "box.mbox", mail("Anna Rossi <anna@example.org>", "me@example.org"))
    assert netlog.json("import", file)["omissions"] == [{"reason": "with nobody in the journal", "records": 1}]

    netlog.people("Anna Rossi --email anna@example.org")

    assert counts(netlog.json("import", file), "contacts") == (1, 0, 0, 0)
    (entry,) = netlog.json("show", "anna")["timeline"]
    assert (entry["kind"], entry["direction"], entry["text"]) == ("email", "in", "Pricing")
    assert "secret" not in netlog.path.read_bytes().decode("latin-1")


def test_people_of_contacts_are_added_when_asked_for(netlog: Run, tmp_path: Path) -> None:
    box = mail("me@example.org", "Anna Rossi <anna@example.org>") + mail("anna@example.org", "me@example.org", number=2)

    answer = netlog.json("import", saved(tmp_path, "b.mbox", box), "--me", "me@example.org", "--add-people")

    assert (counts(answer), counts(answer, "contacts")) == ((1, 0, 0, 0), (2, 0, 0, 0))
    assert person(netlog, "anna")["emails"] == ["anna@example.org"]


def test_new_people_get_the_tier_and_the_tags_that_were_asked_for(netlog: Run, connections: str) -> None:
    netlog.people("Giulia Ferraro")
    netlog.ok("import", connections, "--tier", "none", "--tag", "from linkedin")

    assert person(netlog, "lukasz")["tier"] == "none"
    assert netlog.json("show", "lukasz")["tags"] == ["from-linkedin"]
    assert netlog.json("show", "giulia")["tags"] == []


def test_a_copy_is_kept_before_an_import(netlog: Run, connections: str) -> None:
    netlog.people("Giulia Ferraro")
    netlog.ok("import", connections)

    kept = [json.loads(line) for line in (netlog.path.parent / "backups" / "manifest.jsonl").read_text().splitlines()]
    assert [(each["why"], each["people"]) for each in kept] == [("before import", 1)]


def test_at_a_terminal_the_plan_is_shown_and_asked_about(
    processes: Processes, terminal: Terminal, connections: str
) -> None:
    processes("add", "Anna Rossi", "--company", "Vecchia")
    asked = terminal("import", connections)
    asked.answer("who is it: anna, new or later?", "perhaps")
    asked.answer("answer anna, new or later", "anna")
    asked.answer("Import this?", "y")

    shown = asked.rest().decode()

    assert "imported Connections.csv" in shown
    assert Result.rows(processes("people"))[0][:2] == ["anna", "Anna Rossi"]
    assert [row[3] for row in Result.rows(processes("history"))] == ["import", "add"]
    assert processes("inbox").stdout == ""


def test_at_a_terminal_no_means_no(processes: Processes, terminal: Terminal, connections: str) -> None:
    asked = terminal("import", connections)
    asked.answer("Import this?", "n")

    assert b"nothing was imported" in asked.rest()
    assert asked.exit_code == 1
    assert processes("people").stdout == ""


def test_what_a_file_says_cannot_drive_the_terminal(processes: Processes, terminal: Terminal, tmp_path: Path) -> None:
    evil = card("Anna \x1b[2J[red]Rossi[/x] :smile: Maria", email="a\x9b31m@example.org")
    asked = terminal("import", saved(tmp_path, "e\x1b]0;x\x07vil.vcf", evil))
    asked.answer("Import this?", "y")

    shown = asked.rest() + processes("people").stdout.encode()

    assert b"\x1b[2J[red]" not in shown
    assert b"\x1b]0;x" not in shown
    assert "[red]Rossi[/x] :smile:" in shown.decode()


def test_vcard_lines_that_changed_take_the_place_of_the_old(netlog: Run, tmp_path: Path) -> None:
    whole = card("Jan Kot").replace("END:", "item1.X-ABADR:pl\r\nitem1.X-ABLabel:dom\r\nX-CAT:Mruczek\r\nEND:")
    file = saved(tmp_path, "a.vcf", whole)
    netlog.ok("import", file)
    saved(tmp_path, "a.vcf", whole.replace("dom", "praca").replace("X-CAT:Mruczek\r\n", ""))

    assert brought(netlog, file) == (0, 1, 0, 0)
    out = netlog.ok("export", "vcard").stdout
    assert [line for line in out.splitlines() if "X-A" in line] == ["item1.X-ABADR:pl", "item1.X-ABLabel:praca"]
    assert "Mruczek" not in out
    assert brought(netlog, file) == (0, 0, 1, 0)


def test_somebody_forgotten_does_not_come_back_with_the_file(netlog: Run, connections: str) -> None:
    netlog.ok("import", connections)
    netlog.ok("forget", "lukasz", "--yes", "--backups")

    answer = netlog.json("import", connections)

    assert counts(answer) == (0, 0, 2, 0)
    assert {"reason": "forgotten", "records": 1} in answer["omissions"]


def test_the_card_of_somebody_merged_is_known(netlog: Run) -> None:
    netlog.people("Giulia Ferraro", "Julia Ferraro --email julia@example.org")
    cards = netlog.ok("export", "vcard").stdout
    netlog.ok("merge", "giulia", "julia")

    answer = netlog("import", "-", "--json", stdin=cards).json()

    assert counts(answer)[0] == counts(answer)[3] == 0
    assert len(netlog.ok("people").rows()) == 1


def test_a_list_of_things_with_names_is_no_list_of_people(netlog: Run, tmp_path: Path) -> None:
    saved(tmp_path, "in/Connections.csv", CONNECTIONS)
    saved(tmp_path, "in/Profile.csv", "First Name,Last Name,Birth Date\nMarco,Bianchi,1980-02-03\n")
    saved(tmp_path, "in/Certifications.csv", "Name,Url,Authority,Started On\nScrum,https://example.org,Somebody,2020\n")

    assert brought(netlog, str(tmp_path / "in")) == (3, 0, 0, 0)


def test_what_was_changed_on_the_phone_comes_back(netlog: Run) -> None:
    netlog.people("Giulia Ferraro --company Ferri")
    cards = netlog.ok("export", "vcard").stdout
    netlog.ok("import", "-", stdin=cards)

    for company in ("Acme", "Nowa"):
        answer = netlog("import", "-", "--json", stdin=cards.replace("ORG:Ferri", f"ORG:{company}")).json()
        assert (counts(answer), person(netlog, "giulia")["company"]) == ((0, 1, 0, 0), company)

    netlog.ok("edit", "giulia", "--company", "Ferri & figli")
    netlog.ok("import", "-", stdin=netlog.ok("export", "vcard").stdout)
    netlog.ok("import", "-", stdin=cards.replace("ORG:Ferri", "ORG:Ultima"))
    assert person(netlog, "giulia")["company"] == "Ultima"


def test_people_come_before_the_history_they_are_named_in(netlog: Run, tmp_path: Path) -> None:
    netlog.ok("config", "set", "me", "me@example.org")
    saved(tmp_path, "in/a.mbox", mail("Jan Kot <jan@example.org>", "me@example.org"))
    saved(tmp_path, "in/people.vcf", card("Jan Kot", email="jan@example.org"))

    answer = netlog.json("import", str(tmp_path / "in"))

    assert (counts(answer), counts(answer, "contacts")) == ((1, 0, 0, 0), (1, 0, 0, 0))


def test_a_chat_is_named_by_its_archive(netlog: Run, tmp_path: Path) -> None:
    netlog.people("Zofia Nowak")
    with ZipFile(tmp_path / "WhatsApp Chat - Zofia Nowak.zip", "w") as archive:
        archive.writestr("_chat.txt", ANDROID_CHAT)

    answer = netlog.json("import", str(tmp_path / "WhatsApp Chat - Zofia Nowak.zip"))

    assert counts(answer, "contacts") == (2, 0, 0, 0)
