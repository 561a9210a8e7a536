"""Who can help with a topic, with the evidence and its day, and introductions worth making."""

import pytest
from tests.cli.running import Run


@pytest.fixture
def net(netlog: Run) -> Run:
    """Five people with five sorts of evidence about pricing."""
    netlog.ok("add", "Ada Nowak", "--can", "pricing", "--can", "sailing")
    netlog.ok("add", "Bo Lind", "--role", "head of Pricing", "--company", "Acme")
    netlog.ok("add", "Cleo Marsh", "--tag", "pricing", "--wants", "a look at her prices")
    netlog.people("Dan Reed", "Eve Hart")
    netlog.ok("got", "dan", "comments on the pricing page", "--on", "2026-03-03")
    netlog.ok("log", "eve", "call", "price plans once more", "--on", "2026-11-02")
    netlog.ok("log", "eve", "coffee", "ceny i prices", "--on", "2026-10-02")
    return netlog


def helpers(net: Run, *words: str) -> dict[str, list[tuple[str, str | None, int, str]]]:
    """The evidence for each person, best first."""
    return {
        person["handle"]: [(each["sort"], each["on"], each["times"], each["words"]) for each in person["evidence"]]
        for person in net.json("who", *words)["people"]
    }


def test_offers_come_before_help_roles_tags_and_mentions_each_with_its_day(net: Run) -> None:
    found = helpers(net, "prices")

    assert found == {
        "ada": [("offered", "2026-11-21", 1, "pricing")],
        "dan": [("helped", "2026-03-03", 1, "comments on the pricing page")],
        "bo": [("role", None, 1, "head of Pricing at Acme")],
        "cleo": [("tagged", None, 1, "pricing")],
        "eve": [("mentioned", "2026-11-02", 2, "call price plans once more")],
    }
    assert list(found) == ["ada", "dan", "bo", "cleo", "eve"]


def test_a_topic_of_several_words_asks_for_all_that_say_something(net: Run) -> None:
    assert list(helpers(net, "the", "pricing", "page")) == ["dan"]


@pytest.mark.parametrize(
    ("note", "topic"),
    [("le ricerche con gli utenti", "ricerca"), ("wywiady z klientami", "wywiad"), ("książka Marty", "ksiazki")],
)
def test_endings_do_not_matter_in_italian_and_polish(net: Run, note: str, topic: str) -> None:
    net.ok("log", "dan", "coffee", note, "--on", "yesterday")

    assert list(helpers(net, topic)) == ["dan"]


def test_a_fact_is_a_mention_too(net: Run) -> None:
    net.ok("add", "Fay Moss", "--note", "knows every sail maker in Genoa")

    assert helpers(net, "sail makers") == {"fay": [("mentioned", "2026-11-21", 1, "knows every sail maker in Genoa")]}


def test_who_was_let_go_is_not_proposed(net: Run) -> None:
    net.ok("let-go", "ada")

    assert "ada" not in helpers(net, "pricing")


def test_at_most_so_many_are_shown_and_all_are_counted(net: Run) -> None:
    answer = net.json("who", "pricing", "--limit", "2")

    assert ([person["handle"] for person in answer["people"]], answer["total"]) == (["ada", "dan"], 5)


def test_nothing_found_is_an_empty_answer(net: Run) -> None:
    assert net.ok("who", "zebras").stdout == ""
    assert net.json("who", "zebras")["people"] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [("who", "Missing argument"), ("who|", "an empty value"), ("who|...", "there is no topic in that")],
)
def test_no_topic_is_refused(net: Run, line: str, message: str) -> None:
    before = net.stored()

    refused = net(*line.split("|"))

    assert (refused.exit_code, refused.stdout, net.stored()) == (2, "", before)
    assert message in refused.stderr


def pairs(net: Run, *options: str) -> list[tuple[str, str, str]]:
    """(who wants, who can, the command) of the matches."""
    found = net.json("match", *options)["matches"]
    return [(each["wants_handle"], each["can_handle"], each["how"]) for each in found]


def test_a_want_meets_the_offer_of_somebody_else(net: Run) -> None:
    assert pairs(net) == [("cleo", "ada", 'netlog intro cleo ada --why "pricing"')]


def test_nobody_is_introduced_to_themselves_or_to_somebody_let_go(net: Run) -> None:
    net.ok("add", "Gus Orr", "--wants", "sailing", "--can", "sailing")
    net.ok("let-go", "cleo")

    assert [pair[:2] for pair in pairs(net)] == [("gus", "ada")]


def test_the_newest_wants_come_first_and_at_most_so_many(net: Run) -> None:
    net.ok("add", "Gus Orr", "--wants", "somebody who knows sailing")

    assert [pair[:2] for pair in pairs(net)] == [("gus", "ada"), ("cleo", "ada")]
    assert [pair[:2] for pair in pairs(net, "--limit", "1")] == [("gus", "ada")]


def test_words_that_a_shell_would_obey_are_harmless_in_the_command(net: Run) -> None:
    net.ok("add", "Gus Orr", "--can", 'the "$HOME" `key`')
    net.ok("add", "Hal Ives", "--wants", "home key")

    assert pairs(net)[0] == ("hal", "gus", r'netlog intro hal gus --why "the \"\$HOME\" \`key\`"')


def test_without_wants_there_is_nothing_to_match(netlog: Run) -> None:
    assert netlog.ok("match").stdout == ""
