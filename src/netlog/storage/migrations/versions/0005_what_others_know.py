"""What others know and nobody is shown: origins, vCard lines as they came, who is not the same, what is private."""

from alembic import op

revision = "0005"
down_revision = "0004"

KEPT = "id, operation_id, entity, row_id, is_insertion, before, after"
CHANGE = (
    """CREATE TABLE change_now (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    entity VARCHAR NOT NULL,
    row_id INTEGER NOT NULL,
    is_insertion BOOLEAN NOT NULL,
    "before" JSON,
    "after" JSON,
    made_at VARCHAR,
    CONSTRAINT fk_operation FOREIGN KEY(operation_id) REFERENCES operation (id)
)""",
    f"INSERT INTO change_now ({KEPT}) SELECT {KEPT} FROM change",
    "DELETE FROM sqlite_sequence WHERE name = 'change_now'",
    "INSERT INTO sqlite_sequence SELECT 'change_now', seq FROM sqlite_sequence WHERE name = 'change'",
    "DROP TABLE change",
    "ALTER TABLE change_now RENAME TO change",
    "CREATE INDEX ix_change_operation_id ON change (operation_id)",
    "CREATE INDEX ix_change_row ON change (entity, row_id)",
)
"""The table made anew, as a fresh journal has it."""

FACT_KEPT = "id, uuid, person_id, on_day, text, created_at, sort, confirmed_on"
FACT = (
    """CREATE TABLE fact_now (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    on_day DATE NOT NULL,
    text VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL,
    sort VARCHAR,
    confirmed_on DATE,
    is_private BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT sort_is_known CHECK (sort IN ('job', 'city', 'family', 'other')),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    f"INSERT INTO fact_now ({FACT_KEPT}) SELECT {FACT_KEPT} FROM fact",
    "DELETE FROM sqlite_sequence WHERE name = 'fact_now'",
    "INSERT INTO sqlite_sequence SELECT 'fact_now', seq FROM sqlite_sequence WHERE name = 'fact'",
    "DROP TABLE fact",
    "ALTER TABLE fact_now RENAME TO fact",
    "CREATE INDEX ix_fact_person_id ON fact (person_id)",
)
"""Facts that may be private."""

ENTRY_KEPT = "id, uuid, at, zone, on_day, kind, depth, direction, minutes, place, event_id, text, counts, created_at"
INTERACTION = (
    """CREATE TABLE interaction_now (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    kind VARCHAR NOT NULL,
    depth VARCHAR NOT NULL,
    direction VARCHAR NOT NULL,
    minutes INTEGER,
    place VARCHAR,
    event_id INTEGER,
    text VARCHAR NOT NULL,
    counts FLOAT,
    created_at VARCHAR NOT NULL,
    is_private BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT depth_is_known CHECK (depth IN ('meet', 'talk', 'message', 'touch')),
    CONSTRAINT direction_is_known CHECK (direction IN ('out', 'in', 'mutual')),
    CONSTRAINT counts_in_range CHECK (counts BETWEEN 0 AND 1),
    CONSTRAINT minutes_in_range CHECK (minutes BETWEEN 0 AND 10080),
    UNIQUE (uuid),
    CONSTRAINT fk_event FOREIGN KEY(event_id) REFERENCES event (id)
)""",
    f"INSERT INTO interaction_now ({ENTRY_KEPT}) SELECT {ENTRY_KEPT} FROM interaction",
    "DELETE FROM sqlite_sequence WHERE name = 'interaction_now'",
    "INSERT INTO sqlite_sequence SELECT 'interaction_now', seq FROM sqlite_sequence WHERE name = 'interaction'",
    "DROP TABLE interaction",
    "ALTER TABLE interaction_now RENAME TO interaction",
    "CREATE INDEX ix_interaction_event_id ON interaction (event_id)",
    "CREATE INDEX ix_interaction_on_day ON interaction (on_day)",
)
"""Contacts that may be private."""

INBOX_KEPT = "id, uuid, at, zone, on_day, text, reason"
INBOX = (
    """CREATE TABLE inbox_now (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    text VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    is_private BOOLEAN DEFAULT 0 NOT NULL,
    UNIQUE (uuid)
)""",
    f"INSERT INTO inbox_now ({INBOX_KEPT}) SELECT {INBOX_KEPT} FROM inbox",
    "DELETE FROM sqlite_sequence WHERE name = 'inbox_now'",
    "INSERT INTO sqlite_sequence SELECT 'inbox_now', seq FROM sqlite_sequence WHERE name = 'inbox'",
    "DROP TABLE inbox",
    "ALTER TABLE inbox_now RENAME TO inbox",
)
"""Notes that may be private."""

REST = (
    """CREATE TABLE forgotten (
    digest VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    PRIMARY KEY (digest)
) WITHOUT ROWID""",
    """CREATE TABLE card_line (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    line VARCHAR NOT NULL,
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    """CREATE TABLE not_same (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    CONSTRAINT in_order CHECK (person_id < other_id),
    UNIQUE (person_id, other_id),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_person FOREIGN KEY(other_id) REFERENCES person (id)
)""",
    """CREATE TABLE origin (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    "key" VARCHAR NOT NULL,
    person_id INTEGER,
    interaction_id INTEGER,
    inbox_id INTEGER,
    said VARCHAR NOT NULL,
    CONSTRAINT one_at_most CHECK ((person_id IS NOT NULL) + (interaction_id IS NOT NULL) + (inbox_id IS NOT NULL) <= 1),
    UNIQUE (source, "key"),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id),
    CONSTRAINT fk_inbox FOREIGN KEY(inbox_id) REFERENCES inbox (id)
)""",
    "CREATE INDEX ix_card_line_person_id ON card_line (person_id)",
    "CREATE INDEX ix_not_same_other_id ON not_same (other_id)",
    "CREATE INDEX ix_not_same_person_id ON not_same (person_id)",
    "CREATE INDEX ix_origin_inbox_id ON origin (inbox_id)",
    "CREATE INDEX ix_origin_interaction_id ON origin (interaction_id)",
    "CREATE INDEX ix_origin_person_id ON origin (person_id)",
)


def upgrade() -> None:
    """Carry out every statement."""
    for statement in (*CHANGE, *FACT, *INTERACTION, *INBOX, *REST):
        op.execute(statement)
