"""Kin, what was skipped, tiers kept as they are, pauses of everybody, and forecasts held against what came."""

from alembic import op

revision = "0003"
down_revision = "0002"

KEPT = """
    id, uuid, handle, name, company, role, place, met, met_on, event_id, via_id, tier, every_days, birthday,
    since_on, is_fresh, imported_on, snoozed_until, paused_on, ended_on, ended_why, created_at
"""
PERSON = (
    """CREATE TABLE person_now (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    handle VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    company VARCHAR,
    role VARCHAR,
    place VARCHAR,
    met VARCHAR,
    met_on DATE,
    event_id INTEGER,
    via_id INTEGER,
    tier VARCHAR,
    every_days INTEGER,
    birthday VARCHAR,
    since_on DATE NOT NULL,
    is_fresh BOOLEAN NOT NULL,
    imported_on DATE,
    snoozed_until DATE,
    paused_on DATE,
    ended_on DATE,
    ended_why VARCHAR,
    created_at VARCHAR NOT NULL,
    is_kin BOOLEAN DEFAULT 0 NOT NULL,
    skipped_on DATE,
    tier_kept_on DATE,
    CONSTRAINT tier_is_known CHECK (tier IN ('inner', 'close', 'active', 'wide', 'none')),
    CONSTRAINT every_days_in_range CHECK (every_days BETWEEN 1 AND 3650),
    UNIQUE (uuid),
    UNIQUE (handle),
    CONSTRAINT fk_event FOREIGN KEY(event_id) REFERENCES event (id),
    CONSTRAINT fk_person FOREIGN KEY(via_id) REFERENCES person (id)
)""",
    f"INSERT INTO person_now ({KEPT}) SELECT {KEPT} FROM person",
    "DELETE FROM sqlite_sequence WHERE name = 'person_now'",
    "INSERT INTO sqlite_sequence SELECT 'person_now', seq FROM sqlite_sequence WHERE name = 'person'",
    "DROP TABLE person",
    "ALTER TABLE person_now RENAME TO person",
    "CREATE INDEX ix_person_event_id ON person (event_id)",
    "CREATE INDEX ix_person_via_id ON person (via_id)",
)
"""The table made anew, as a fresh journal has it; numbers that undo took back are still never given again."""

REST = (
    """CREATE TABLE pause (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    since_on DATE NOT NULL,
    until_on DATE,
    UNIQUE (uuid)
)""",
    """CREATE TABLE calibration (
    window INTEGER NOT NULL,
    percent INTEGER NOT NULL,
    people INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    chance INTEGER NOT NULL,
    slope INTEGER NOT NULL,
    PRIMARY KEY (window, percent)
) WITHOUT ROWID""",
    "DROP TABLE tie",
    """CREATE TABLE tie (
    person_id INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER,
    contacts INTEGER NOT NULL,
    target_days INTEGER,
    effective_days INTEGER,
    rung INTEGER,
    rule VARCHAR NOT NULL,
    value FLOAT NOT NULL,
    lapse_exact FLOAT,
    due_exact FLOAT,
    due_on INTEGER,
    show_on INTEGER,
    soon_on INTEGER,
    early_on INTEGER,
    off_rhythm_on INTEGER,
    drifting_on INTEGER,
    fading_on INTEGER,
    dormant_on INTEGER,
    gap FLOAT,
    pull FLOAT,
    first INTEGER,
    last INTEGER,
    days INTEGER NOT NULL,
    hidden_until INTEGER NOT NULL,
    factor FLOAT NOT NULL,
    reply_owed_on INTEGER,
    nudge_on INTEGER,
    nudge_since INTEGER,
    month_day VARCHAR,
    birthday_lead INTEGER NOT NULL,
    PRIMARY KEY (person_id)
)""",
    "CREATE INDEX ix_tie_dormant ON tie (dormant_on, hidden_until, value, days)",
    "CREATE INDEX ix_tie_month_day ON tie (month_day, birthday_lead) WHERE month_day IS NOT NULL",
    "CREATE INDEX ix_tie_nudge ON tie (nudge_on, hidden_until, show_on, dormant_on) WHERE nudge_on IS NOT NULL",
    "CREATE INDEX ix_tie_reply ON tie (reply_owed_on, hidden_until, show_on, dormant_on) WHERE "
    "reply_owed_on IS NOT NULL",
    "CREATE INDEX ix_tie_show ON tie (show_on, hidden_until, dormant_on, rung, due_exact, "
    "effective_days, last, gap, factor, pull, early_on)",
    "CREATE INDEX ix_tie_valid_from ON tie (valid_from)",
    "CREATE INDEX ix_tie_valid_until ON tie (valid_until) WHERE valid_until IS NOT NULL",
)


def upgrade() -> None:
    """Carry out every statement; what is derived is filled by what calls this."""
    for statement in (*PERSON, *REST):
        op.execute(statement)
