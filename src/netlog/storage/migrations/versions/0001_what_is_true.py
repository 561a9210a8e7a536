"""People, what hangs on them, what was said, and the history of changes."""

from alembic import op

revision = "0001"
down_revision = None

SCHEMA = (
    """CREATE TABLE event (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    held_on DATE NOT NULL,
    UNIQUE (uuid),
    UNIQUE (slug)
)""",
    """CREATE TABLE person (
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
    CONSTRAINT tier_is_known CHECK (tier IN ('inner', 'close', 'active', 'wide', 'none')),
    CONSTRAINT every_days_in_range CHECK (every_days BETWEEN 1 AND 3650),
    UNIQUE (uuid),
    UNIQUE (handle),
    CONSTRAINT fk_event FOREIGN KEY(event_id) REFERENCES event (id),
    CONSTRAINT fk_person FOREIGN KEY(via_id) REFERENCES person (id)
)""",
    """CREATE TABLE alias (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    UNIQUE (person_id, name),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    """CREATE TABLE contact (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    sort VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    CONSTRAINT sort_is_known CHECK (sort IN ('email', 'phone', 'url')),
    UNIQUE (person_id, sort, value),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    """CREATE TABLE topic (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    side VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    CONSTRAINT side_is_known CHECK (side IN ('can', 'wants')),
    UNIQUE (person_id, side, words),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    """CREATE TABLE fact (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    on_day DATE NOT NULL,
    text VARCHAR NOT NULL,
    created_at VARCHAR NOT NULL,
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    """CREATE TABLE interaction (
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
    CONSTRAINT depth_is_known CHECK (depth IN ('meet', 'talk', 'message', 'touch')),
    CONSTRAINT direction_is_known CHECK (direction IN ('out', 'in', 'mutual')),
    CONSTRAINT counts_in_range CHECK (counts BETWEEN 0 AND 1),
    CONSTRAINT minutes_in_range CHECK (minutes BETWEEN 0 AND 10080),
    UNIQUE (uuid),
    CONSTRAINT fk_event FOREIGN KEY(event_id) REFERENCES event (id)
)""",
    """CREATE TABLE participant (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    interaction_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    UNIQUE (interaction_id, person_id),
    UNIQUE (uuid),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    """CREATE TABLE tag (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    slug VARCHAR NOT NULL,
    person_id INTEGER,
    interaction_id INTEGER,
    CONSTRAINT one_owner CHECK ((person_id IS NULL) <> (interaction_id IS NULL)),
    UNIQUE (person_id, slug),
    UNIQUE (interaction_id, slug),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
)""",
    """CREATE TABLE inbox (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    zone VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    text VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    UNIQUE (uuid)
)""",
    """CREATE TABLE operation (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    at VARCHAR NOT NULL,
    on_day DATE NOT NULL,
    command VARCHAR NOT NULL,
    words VARCHAR NOT NULL,
    undone INTEGER,
    UNIQUE (uuid)
)""",
    """CREATE TABLE change (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL,
    entity VARCHAR NOT NULL,
    row_id INTEGER NOT NULL,
    is_insertion BOOLEAN NOT NULL,
    "before" JSON,
    "after" JSON,
    CONSTRAINT fk_operation FOREIGN KEY(operation_id) REFERENCES operation (id)
)""",
    """CREATE TABLE meta (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
)""",
    "CREATE INDEX ix_alias_person_id ON alias (person_id)",
    "CREATE INDEX ix_change_operation_id ON change (operation_id)",
    "CREATE INDEX ix_change_row ON change (entity, row_id)",
    "CREATE INDEX ix_contact_folded ON contact (folded)",
    "CREATE INDEX ix_contact_person_id ON contact (person_id)",
    "CREATE INDEX ix_fact_person_id ON fact (person_id)",
    "CREATE INDEX ix_interaction_event_id ON interaction (event_id)",
    "CREATE INDEX ix_interaction_on_day ON interaction (on_day)",
    "CREATE INDEX ix_participant_interaction_id ON participant (interaction_id)",
    "CREATE INDEX ix_participant_person_id ON participant (person_id)",
    "CREATE INDEX ix_person_event_id ON person (event_id)",
    "CREATE INDEX ix_person_via_id ON person (via_id)",
    "CREATE INDEX ix_tag_interaction_id ON tag (interaction_id)",
    "CREATE INDEX ix_tag_person_id ON tag (person_id)",
    "CREATE INDEX ix_tag_slug ON tag (slug)",
    "CREATE INDEX ix_topic_person_id ON topic (person_id)",
)


def upgrade() -> None:
    """Create the tables and their indexes."""
    for statement in SCHEMA:
        op.execute(statement)
