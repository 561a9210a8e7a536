"""Five invented people in three languages, and ten contacts with them, each typed as one line."""

from tests.cli.running import Run

PEOPLE = (
    ("Giulia Rossi", "--company", "Acme", "--met", "ProductTank", "--on", "2026-10-05", "--tier", "close"),
    ("Łukasz Wiśniewski", "--on", "2026-09-01", "--tier", "inner"),
    ("Nicolò Bianchi", "--on", "1 agosto", "--tier", "active", "--note", "ha due figli"),
    ("Anna Kowalska", "--on", "2026-06-01", "--tier", "wide"),
    ("Anna Bianchi", "--via", "nicolo", "--can", "pricing"),
)
SENTENCES = (
    "giulia coffee yesterday, talked about pricing +saas",
    "Łukasz: kawa wczoraj, szuka pracy w Gdańsku",
    "caffè con Nicolò ieri",
    "call with giulia 3 days ago",
    "2026-11-05: lunch with Łukasz and Nicolò at the market",
    "anna-b email about the conference",
    "Giulia Rossi liked my post last tue",
    "giulia",
    "lukasz video 2 nov",
    "20 oct: walk with @anna",
)


def live_through(netlog: Run) -> None:
    """Add the people and log the contacts."""
    for name, *options in PEOPLE:
        netlog.ok("add", *name.split(), *options)
    for sentence in SENTENCES:
        netlog.ok("log", *sentence.split())
