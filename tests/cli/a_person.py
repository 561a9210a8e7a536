"""Giulia, of whom much is known, and what became of her."""

from pathlib import Path
from typing import Any

from tests.cli.running import Run


def with_giulia(netlog: Run) -> Run:
    """A journal with Giulia, of whom much is known, Marco, and a coffee with her two days ago."""
    netlog.ok("add", "Marco", "Bianchi", "--new")
    netlog.ok(
        *("add", "Giulia", "Rossi", "--company", "Acme", "--role", "PM", "--place", "Rome", "--met", "a train"),
        *("--on", "2026-11-10", "--tier", "close", "--every", "6w", "--birthday", "1988-02-29", "--tag", "saas"),
        *("--can", "pricing", "--wants", "a job, or two", "--email", "g@x.org", "--phone", "+39 02 1234567"),
        *("--url", "https://x.org/g", "--note", "has two kids", "--via", "marco"),
    )
    netlog.ok("log", "giulia", "coffee,", "about", "pricing", "+b2b", "--on", "2026-11-19 15:30", "--minutes", "45")
    return netlog


def operations(netlog: Run) -> int:
    """How many operations the history has."""
    return int(netlog.json("history")["total"])


def shown(netlog: Run, name: str) -> Any:  # noqa: ANN401 (whatever the dossier holds)
    """A field of Giulia's dossier."""
    dossier = netlog.json("show", "giulia")
    return dossier[name]


def entry(netlog: Run) -> dict[str, Any]:
    """The only entry."""
    (found,) = netlog.json("show", "giulia")["timeline"]
    return dict(found)


def drafts(netlog: Run) -> list[Path]:
    """Everything in the folder of drafts."""
    return sorted((netlog.path.parent / "drafts").iterdir())
