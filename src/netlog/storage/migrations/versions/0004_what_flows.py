"""What flows between people: promises, help, introductions, events that run, facts of a sort, and what is open."""

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

FACT_KEPT = "id, uuid, person_id, on_day, text, created_at"
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
"""Facts of a sort, which may be confirmed."""

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
    """CREATE TABLE mentorship (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    every_days INTEGER NOT NULL,
    began_on DATE NOT NULL,
    until_on DATE NOT NULL,
    area VARCHAR,
    channel VARCHAR,
    hours VARCHAR,
    not_months VARCHAR,
    ended_on DATE,
    ending VARCHAR,
    ended_why VARCHAR,
    CONSTRAINT role_is_known CHECK (role IN ('mentor', 'mentee')),
    CONSTRAINT every_days_in_range CHECK (every_days BETWEEN 1 AND 3650),
    CONSTRAINT ends_after_it_began CHECK (until_on > began_on),
    CONSTRAINT ending_is_known CHECK (ending IN ('closed', 'renewed')),
    CONSTRAINT ended_in_some_way CHECK ((ended_on IS NULL) = (ending IS NULL)),
    UNIQUE (uuid),
    CONSTRAINT fk_person FOREIGN KEY(person_id) REFERENCES person (id)
)""",
    """CREATE TABLE mentor_goal (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    mentorship_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    set_on DATE NOT NULL,
    reached_on DATE,
    UNIQUE (uuid),
    CONSTRAINT fk_mentorship FOREIGN KEY(mentorship_id) REFERENCES mentorship (id)
)""",
    """CREATE TABLE agenda_item (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    mentorship_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    added_on DATE NOT NULL,
    done_on DATE,
    UNIQUE (uuid),
    CONSTRAINT fk_mentorship FOREIGN KEY(mentorship_id) REFERENCES mentorship (id)
)""",
    """CREATE TABLE mentor_session (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    mentorship_id INTEGER NOT NULL,
    interaction_id INTEGER NOT NULL,
    topics VARCHAR,
    feedback_given VARCHAR,
    feedback_got VARCHAR,
    UNIQUE (interaction_id),
    UNIQUE (uuid),
    CONSTRAINT fk_mentorship FOREIGN KEY(mentorship_id) REFERENCES mentorship (id),
    CONSTRAINT fk_interaction FOREIGN KEY(interaction_id) REFERENCES interaction (id)
)""",
    """CREATE TABLE season (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uuid VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    boost VARCHAR NOT NULL,
    factor FLOAT NOT NULL,
    since_on DATE NOT NULL,
    until_on DATE NOT NULL,
    CONSTRAINT factor_in_range CHECK (factor BETWEEN 1 AND 3),
    UNIQUE (uuid)
)""",
    """CREATE TABLE loop (
    source VARCHAR NOT NULL,
    source_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    from_on INTEGER NOT NULL,
    until_on INTEGER,
    PRIMARY KEY (source, source_id)
) WITHOUT ROWID""",
    "CREATE INDEX ix_agenda_item_mentorship_id ON agenda_item (mentorship_id)",
    "CREATE INDEX ix_mentor_goal_mentorship_id ON mentor_goal (mentorship_id)",
    "CREATE INDEX ix_mentor_session_interaction_id ON mentor_session (interaction_id)",
    "CREATE INDEX ix_mentor_session_mentorship_id ON mentor_session (mentorship_id)",
    "CREATE INDEX ix_mentorship_person_id ON mentorship (person_id)",
    "CREATE UNIQUE INDEX ix_mentorship_running ON mentorship (person_id, role) WHERE ended_on IS NULL",
    "CREATE INDEX ix_event_running ON event (opened_on) WHERE opened_on IS NOT NULL AND closed_on IS NULL",
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
    for statement in (*EVENT, *FACT, *REST):
        op.execute(statement)
