"""What other programs and journals know: origins, vCard lines kept as they came, who is not the same or forgotten."""

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
    for statement in (*CHANGE, *REST):
        op.execute(statement)
