"""The invented network's journal as a file: its copies, and how it is."""

from datetime import date

from netlog.domain.views_health import BackedUp, Backup, Backups, Extent, Finding, Health, Restored

TODAY = date(2026, 11, 21)
FOLDER = "/home/ada/.local/share/netlog/backups"
SHA = "be91dfba9782be8d9e79c05c87006bac3f9800763dab079cf15696c28eca695f"
NEWEST = Backup("journal-2026-11-21.db", "2026-11-21T09:00:00Z", TODAY, "asked", 5, 1_250_000, 512, 1_204, SHA)

NO_BACKUPS = Backups(TODAY, FOLDER, 0, ())
BACKED_UP = BackedUp(TODAY, f"{FOLDER}/{NEWEST.name}", NEWEST, True, ("journal-2026-01-02.db", "journal-2025-12-24.db"))
RESTORED = Restored(
    TODAY,
    NEWEST.name,
    "journal-replaced-2026-11-21-100000.db",
    Extent(513, 1_210, date(2024, 2, 29), date(2026, 11, 21)),
    Extent(512, 1, date(2026, 11, 20), date(2026, 11, 20)),
    ("it has an older layout; the next command brings it up to date",),
)
WELL = (
    Finding("permissions", "ok", "only you can look at the journal and its copies"),
    Finding("layout", "ok", "5, as this netlog writes it"),
    Finding("versions", "ok", "netlog 0.1.0, Python 3.11.7, SQLite 3.40.1, Linux 6.1.0 x86_64"),
)
SOUND = Health(TODAY, True, WELL)
HEALTH = Health(
    TODAY,
    False,
    (
        Finding("permissions", "fixed", "others may look at journal.db"),
        Finding("derived rows", "fixable", "not what the log says: 3 in tie", "netlog doctor --fix"),
        Finding("backups", "warning", "there is none yet", "netlog backup makes one"),
        *WELL[1:],
    ),
)


def backups(name: str) -> Backups:
    """Three copies, one with a long name."""
    others = (
        NEWEST._replace(name="journal-before-import-2026-11-20.db", on=date(2026, 11, 20), why="before import"),
        NEWEST._replace(
            name=f"{name}.db", on=date(2025, 1, 1), why="layout 4", layout=4, bytes=900, people=1, entries=1
        ),
    )
    return Backups(TODAY, FOLDER, 2_500_900, (NEWEST, *others))


def broken(words: str) -> Health:
    """A journal that cannot be opened."""
    finding = Finding("journal", "broken", f"{words} is damaged", "netlog restore brings back the newest backup")
    return Health(TODAY, False, (finding, *WELL))
