"""The side door: the number for a prompt and the names for TAB, answered before Typer is imported.

What it says equals what the main road would say; in any doubt it says nothing, and the main road is taken.
"""

# ruff: noqa: PTH116, PTH123

import os
import sqlite3
import stat
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from netlog import paths
from netlog.storage.waiting import count

APPLICATION_ID, SCHEMA_NUMBER = 0x6E6C6F67, 5
DAY_STARTS_AT, LATEST_START = 4, 12
KINDS = (
    *("coffee", "lunch", "dinner", "drinks", "breakfast", "walk", "meeting", "visit", "party", "workshop"),
    *("call", "video", "talk", "event", "group", "letter", "voice", "message", "email"),
    *("comment", "like", "touch", "note"),
)
"""As in `storage.connect`, `options` and `domain.interactions`, which take too long to import; a test compares."""

WAIT_SECONDS = 0.5
LARGEST_BYTES = 1 << 20
HARD_TO_READ = ('"""', "'''", "\\")
"""With these in a TOML text a line may be something else than it looks."""

SLUG = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
LAST = "\U0010ffff"
MOST = 200
"""Names offered at once, for nobody reads on."""


def answer(
    arguments: Sequence[str], environ: Mapping[str, str], *, now: datetime, fold: Callable[[str], str]
) -> str | None:
    """What to print, or None for what is not served here; `now` is local time, `fold` as in `domain.folding`."""
    db, words = asked(arguments)
    store = paths.store(environ, db)
    if store is None:
        return None
    if words[:1] == ["--names"]:
        return listed(store, words[1:], fold)
    if words == ["due", "--count"]:
        return counted(store, paths.config(environ), now)
    return None


def asked(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The journal named in front, and the other arguments."""
    if len(arguments) > 1 and arguments[0] == "--db":
        return arguments[1], [*arguments[2:]]
    return None, [*arguments]


def counted(store: str, config: str | None, now: datetime) -> str | None:
    """How many people have a reason today; None when the clocks kept in the journal may be stale."""
    try:
        settings = settings_in(config)
        begins = hour_in(settings)
        if begins is None:
            return None
        today = (now - timedelta(hours=begins)).date()
        number = due_on(store, today, settings)
    except (OSError, ValueError, sqlite3.Error):
        return None
    return None if number is None else f"{number}\n"


def settings_in(config: str | None) -> str:
    """The text of the configuration file, empty when there is none; raises ValueError when in doubt about it."""
    if config is None:
        raise ValueError
    try:
        mode = os.stat(config).st_mode
    except FileNotFoundError:
        return ""
    if not stat.S_ISREG(mode):
        raise ValueError
    with open(config, "rb") as file:
        data = file.read(LARGEST_BYTES)
    if len(data) == LARGEST_BYTES or b"\r" in data:
        raise ValueError
    return data.removeprefix(b"\xef\xbb\xbf").decode()


def hour_in(settings: str) -> int | None:
    """The hour at which a day begins, from TOML known to be valid; None when a glance does not tell."""
    if any(mark in settings for mark in HARD_TO_READ):
        return None
    lines = [line for line in settings.split("\n") if "day_starts_at" in line and not line.lstrip().startswith("#")]
    if not lines:
        return DAY_STARTS_AT
    name, _, rest = lines[0].partition("=")
    value = rest.partition("#")[0].strip()
    is_plain = len(lines) == 1 and name.strip() == "day_starts_at" and value.isascii() and value.isdigit()
    return int(value) if is_plain and int(value) <= LATEST_START else None


def due_on(store: str, today: date, settings: str) -> int | None:
    """How many are due, or dated and not due; None when a clock has to be reckoned anew for that."""
    values = {"settings": settings, "today": today.toordinal()}
    connection = opened(store)
    try:
        connection.execute("BEGIN")
        if connection.execute(IS_STALE, values).fetchone()[0]:
            return None
        (lead,) = connection.execute(LEAD).fetchone() or (0,)
        return int(connection.execute(count(today, lead), values).fetchone()[0])
    finally:
        connection.close()


def opened(store: str) -> sqlite3.Connection:
    """The journal, to be read; raises sqlite3.Error, or ValueError when it is of another sort or layout."""
    escaped = store.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite3.connect(f"file:{escaped}?mode=ro", uri=True, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        for pragma, expected in (("application_id", APPLICATION_ID), ("user_version", SCHEMA_NUMBER)):
            if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != expected:
                raise ValueError
    except BaseException:
        connection.close()
        raise
    return connection


IS_STALE = """
    SELECT coalesce((SELECT value FROM meta WHERE name = 'settings'), '') <> :settings
        OR EXISTS (SELECT 1 FROM tie WHERE valid_from > :today)
        OR EXISTS (SELECT 1 FROM tie WHERE valid_until <= :today)
"""
"""As `storage.ties.outdated` has it."""

LEAD = "SELECT birthday_lead FROM tie WHERE month_day IS NOT NULL AND birthday_lead > 0 LIMIT 1"
"""How many days before a birthday it is said: for everybody the same, or not at all."""


def listed(store: str, words: Sequence[str], fold: Callable[[str], str]) -> str:
    """Slugs that may stand for what is being typed, a line each; nothing when anything goes wrong."""
    if len(words) != 2 or words[0] not in NAMES:
        return ""
    first = fold(words[1])
    try:
        found = set(names(store, NAMES[words[0]], first))
    except (OSError, ValueError, sqlite3.Error):
        return ""
    if words[0] == "kinds":
        found.update(kind for kind in KINDS if kind.startswith(first))
    by_start = sorted(found, key=lambda name: (not name.startswith(first), name))
    return "".join(f"{name}\n" for name in by_start[:MOST])


def names(store: str, query: str, first: str) -> list[str]:
    """The slugs that the query finds from the folded prefix `first` on."""
    connection = opened(store)
    try:
        rows = connection.execute(query, {"first": first, "last": first + LAST, "most": MOST})
        return [name for (name,) in rows if is_slug(name)]
    finally:
        connection.close()


NAMES = {
    "people": """
        SELECT * FROM (SELECT handle FROM person WHERE handle BETWEEN :first AND :last ORDER BY handle LIMIT :most)
        UNION
        SELECT handle FROM person
        WHERE id IN (SELECT person_id FROM name_key WHERE key BETWEEN :first AND :last LIMIT 2 * :most)
    """,
    "tags": """
        WITH RECURSIVE found (slug) AS (
            SELECT min(slug) FROM tag WHERE slug >= :first
            UNION ALL
            SELECT (SELECT min(tag.slug) FROM tag WHERE tag.slug > found.slug) FROM found WHERE slug <= :last
        )
        SELECT slug FROM found WHERE slug <= :last AND EXISTS (
            SELECT 1 FROM tag LEFT JOIN interaction ON interaction.id = interaction_id
            WHERE tag.slug = found.slug AND coalesce(is_private, 0) = 0
        ) LIMIT :most
    """,
    "events": "SELECT slug FROM event WHERE slug BETWEEN :first AND :last ORDER BY slug LIMIT :most",
    "kinds": """
        SELECT DISTINCT kind FROM (SELECT kind FROM interaction ORDER BY id DESC LIMIT 10 * :most)
        WHERE kind BETWEEN :first AND :last LIMIT :most
    """,
}
"""What each list reads: nowhere everything, for TAB does not wait."""


def is_slug(name: object) -> bool:
    """Whether a shell can take the name for nothing but a word."""
    return isinstance(name, str) and name != "" and name[0] != "-" and SLUG.issuperset(name)
