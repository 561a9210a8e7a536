"""The invented network before a meeting: briefs and facts that hold every hard value."""

from datetime import date, timedelta
from typing import Any

from netlog.domain.asking import Question
from netlog.domain.views import Entry
from netlog.domain.views_brief import Brief, EventBrief, FactList, KnownFact, OpenLoop

TODAY = date(2026, 11, 21)


def _entry(number: int, ago: int, kind: str, text: str) -> Entry:
    return Entry(number, TODAY - timedelta(ago), kind, "meet", "mutual", text, ("Giulia Rossi",), ("giulia",))


def _fact(
    number: int, ago: int, sort: str, text: str, *, is_stale: bool = False, confirmed: int | None = None
) -> KnownFact:
    on = TODAY - timedelta(ago)
    again = None if confirmed is None else TODAY - timedelta(confirmed)
    return KnownFact(number, "giulia", "Giulia Rossi", on, again, sort, is_stale, text)


LONG_TEXT = (
    "we spoke for two hours about the new pricing, the team that does not want to move to the other building, and the "
    "boat she restores with her brother in Lecco; she will show it to investors next month, and asked whether somebody "
    "I know has ever sold a company to one of the large ones, and how long that took, and whether it was worth it"
)


def brief(name: str, hostile: str, wide: str) -> Brief:
    """Everything there can be, more of it than fits."""
    return Brief(
        today=TODAY,
        handle="giulia",
        name=name,
        role="head of product and of everything else that nobody wants to do",
        company=hostile,
        place="Milano",
        met="ProductTank Milano",
        met_on=date(2024, 5, 14),
        via="Łukasz Wójcik",
        birthday_on=date(2026, 12, 3),
        turns=38,
        contacts=1204,
        last=(_entry(31, 1, "coffee", LONG_TEXT), _entry(28, 40, "call", wide), _entry(12, 400, "email", "")),
        loops=(
            OpenLoop("promise", 3, date(2026, 11, 20), is_date=True, words="send her the deck"),
            OpenLoop("promise", 4, date(2026, 9, 1), is_date=False, words=LONG_TEXT),
            OpenLoop("promised", 5, date(2026, 12, 1), is_date=True, words="numbers of last year"),
            OpenLoop("ask", 6, date(2026, 11, 9), is_date=False, words=hostile),
            OpenLoop("introduction", 7, date(2026, 11, 2), is_date=False, words="to Bo Lind: pricing"),
            OpenLoop("introduction", 8, date(2026, 11, 3), is_date=False, words="to Ada Nowak"),
        ),
        can=("pricing", "hiring", wide),
        wants=("a designer",),
        facts=(
            _fact(1, 800, "job", "works at Acme", is_stale=True),
            _fact(2, 700, "city", "moved to Gdańsk", confirmed=20),
            _fact(3, 300, "family", "has two kids"),
            _fact(4, 30, "other", LONG_TEXT),
            _fact(5, 2, "other", hostile),
        ),
        questions=(
            Question("ahead", "she will show it to investors next month", date(2026, 11, 20)),
            Question("fact", "works at Acme", date(2024, 9, 12)),
        ),
    )


def bare_brief(name: str) -> Brief:
    """Somebody of whom only the name is known."""
    nothing: dict[str, Any] = dict.fromkeys(Brief._fields)
    lists = dict.fromkeys(("last", "loops", "can", "wants", "facts", "questions"), ())
    return Brief(**{**nothing, **lists, "today": TODAY, "handle": "taro", "name": name, "contacts": 0})


def event_brief(name: str, hostile: str, wide: str) -> EventBrief:
    """A crowded evening, and one about which nothing is known."""
    last = brief(name, hostile, wide)._replace(
        questions=(Question("want", "a designer", TODAY), Question("last", hostile, TODAY))
    )
    return EventBrief(TODAY, "ProductTank Milano", (last, bare_brief(wide)))


def fact_list(hostile: str, layered: str) -> FactList:
    """What is known of several people."""
    facts = brief("Giulia Rossi", hostile, layered).facts
    return FactList(TODAY, None, (*facts, _fact(14, 0, "family", layered)._replace(handle="eve", name=hostile)))


NO_FACTS = FactList(TODAY, "Giulia Rossi", ())
