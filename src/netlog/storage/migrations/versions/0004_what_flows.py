"""What flows between people: promises, help, introductions, events that run, and what of it is open."""

from alembic import op

revision = "0004"
down_revision = "0003"

KEPT = "id, uuid, slug, name, held_on"
EVENT = (
    """CREATE TABLE event_now (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    venue VARCHAR,
    labels VARCHAR,
    opened_on DATE,
    closed_on DATE,
    UNIQUE (uuid),
    UNIQUE (slug)
)""",
    f"INSERT INTO event_now ({KEPT}) SELECT {KEPT} FROM event",
    "DELETE FROM sqlite_sequence WHERE name = 'event_now'",
    "INSERT INTO sqlite_sequence SELECT 'event_now', seq FROM sqlite_sequence WHERE name = 'event'",
    "DROP TABLE event",
    "ALTER TABLE event_now RENAME TO event",
)
"""The table made anew, as a fresh journal has it."""

REST = (
    """CREATE TABLE promise (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    side VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    made_on DATE NOT NULL,
    due_on DATE,
    postponed INTEGER NOT NULL,
    outcome VARCHAR,
    closed_on DATE,
    interaction_id INTEGER,
    CONSTRAINT side_is_known CHECK (side IN ('mine', 'theirs')),
    CONSTRAINT outcome_is_known CHECK (outcome IN ('kept', 'dropped')),
    CONSTRAINT closed_with_outcome CHECK ((outcome IS NULL) = (closed_on IS NULL)),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
)""",
    """CREATE TABLE exchange (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    flow VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    answered_on DATE,
    interaction_id INTEGER,
    CONSTRAINT flow_is_known CHECK (flow IN ('gave', 'got', 'asked', 'asked_by')),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
)""",
    """CREATE TABLE introduction (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    why VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    moved_on DATE NOT NULL,
    made_on DATE,
    outcome VARCHAR,
    CONSTRAINT two_people CHECK (person_id <> other_id),
    CONSTRAINT state_is_known CHECK (
        state IN ('idea', 'asked', 'agreed', 'asked_other', 'both_agreed', 'made', 'done', 'declined')
    ),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_person FOREIGN KEY(other_id) REFERENCES person (id)
)""",
    """CREATE TABLE loop (
    source VARCHAR NOT NULL,
    source_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    from_on INTEGER NOT NULL,
    PRIMARY KEY (source, source_id)
) WITHOUT ROWID""",
    "CREATE INDEX ix_exchange_interaction_id ON exchange (interaction_id)",
    "CREATE INDEX ix_exchange_person_id ON exchange (person_id)",
    "CREATE INDEX ix_introduction_other_id ON introduction (other_id)",
    "CREATE INDEX ix_introduction_person_id ON introduction (person_id)",
    "CREATE INDEX ix_loop_from_on ON loop (from_on)",
    "CREATE INDEX ix_loop_person_id ON loop (person_id)",
    "CREATE INDEX ix_promise_interaction_id ON promise (interaction_id)",
    "CREATE INDEX ix_promise_person_id ON promise (person_id)",
)


def upgrade() -> None:
    """Carry out every statement; what is derived is filled by what calls this."""
    for statement in (*EVENT, *REST):
        op.execute(statement)
