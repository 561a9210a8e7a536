"""Help that flows in the invented network, who can help, and who could meet: every hard value."""

from datetime import date, timedelta

from netlog.domain.receipts import Flowed, Ref
from netlog.domain.views_exchanges import Exchange, Exchanges
from netlog.domain.views_topics import Evidence, Helper, Helpers, Match, Matches

TODAY = date(2026, 11, 21)


def _exchange(number: int, ago: int, flow: str, name: str, text: str, answered: int | None = None) -> Exchange:
    answered_on = None if answered is None else TODAY - timedelta(answered)
    return Exchange(number, TODAY - timedelta(ago), flow, f"p{number}", name, text, answered_on)


def exchanges(markup: str, layered: str, escapes: str, wide: str, long: str) -> tuple[Exchange, ...]:
    """One of each way, newest first, with names and texts that are hard to draw."""
    return (
        _exchange(1204, 0, "asked_by", "Giulia Rossi", "feedback on the CV"),
        _exchange(12, 1, "gave", markup, "comments on [bold]pricing[/bold]"),
        _exchange(11, 9, "got", wide, layered),
        _exchange(10, 40, "asked", escapes, "a look at " + "maps and trains and boats and " * 4),
        _exchange(9, 400, "asked_by", long, "a room in Turin", answered=380),
    )


def exchange_list(some: tuple[Exchange, ...]) -> Exchanges:
    """Of everybody."""
    return Exchanges(TODAY, None, some, FLOWS)


FLOWS = (("gave", 1), ("got", 2), ("asked", 3), ("asked_by", 1204))
NO_EXCHANGES = Exchanges(TODAY, None, (), ())
NO_EXCHANGES_WITH = Exchanges(TODAY, "Giulia Rossi", (), ())


def flowed(markup: str) -> tuple[Flowed, ...]:
    """What came up in a contact."""
    return (
        Flowed(1, "gave", Ref("giulia", "Giulia Rossi"), "notes on pricing"),
        Flowed(2, "asked", Ref("giulia", "Giulia Rossi"), "a reference"),
        Flowed(3, "asked_by", Ref("zoe", markup), "feedback on the CV"),
    )


def helpers(markup: str, escapes: str, wide: str, long: str) -> Helpers:
    """Everybody with other evidence."""
    strong = (
        Evidence("offered", date(2024, 2, 29), 1, "pricing"),
        Evidence("offered", None, 1, f"prices {escapes}"),
        Evidence("helped", date(2026, 3, 3), 1, "the pricing page"),
        Evidence("role", None, 1, "head of pricing at Lumarea"),
        Evidence("tagged", None, 1, "pricing"),
        Evidence("mentioned", date(2026, 11, 2), 3, "compared pricing pages; " + "maps and trains " * 5),
    )
    return Helpers(
        today=TODAY,
        topic="pricing",
        people=(
            Helper("giulia", "Giulia Rossi", strong),
            Helper("zoe", markup, (Evidence("helped", date(2025, 1, 5), 4, "a price list"),)),
            Helper("li", wide, (Evidence("mentioned", TODAY, 1, "prices"),)),
            Helper("long", long, (Evidence("mentioned", TODAY, 2, ""),)),
        ),
        total=14,
        is_partial=True,
    )


NO_HELPERS = Helpers(TODAY, "zebras [red]", (), 0, is_partial=False)


def matches(markup: str, wide: str) -> Matches:
    """Two introductions worth making, and there are more."""
    how = 'netlog intro li giulia --why "pricing"'
    return Matches(
        today=TODAY,
        matches=(
            Match("li", wide, "help with prices", "giulia", "Giulia Rossi", "pricing", how),
            Match("zoe", markup, "a [b]room[/b]", "giulia", "Giulia Rossi", "rooms " * 20, how),
        ),
        has_more=True,
    )


NO_MATCHES = Matches(TODAY, (), has_more=False)
