"""Derived rows: names to search by, contact days, clocks of ties, and the full-text index."""

from alembic import op

revision = "0002"
down_revision = "0001"

SCHEMA = (
    """CREATE TABLE contact_day (
    person_id INTEGER NOT NULL,
    on_day DATE NOT NULL,
    interaction_id INTEGER NOT NULL,
    worth FLOAT NOT NULL,
    direction VARCHAR NOT NULL,
    PRIMARY KEY (person_id, on_day, interaction_id)
) WITHOUT ROWID""",
    """CREATE TABLE name_key (
    "key" VARCHAR NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY ("key", person_id)
) WITHOUT ROWID""",
    """CREATE TABLE passage (
    id INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    source_id INTEGER NOT NULL,
    folded VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (source, source_id)
)""",
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
    due_exact FLOAT,
    due_on INTEGER,
    show_on INTEGER,
    soon_on INTEGER,
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
    "CREATE INDEX ix_contact_day_interaction_id ON contact_day (interaction_id)",
    "CREATE INDEX ix_name_key_person_id ON name_key (person_id)",
    "CREATE INDEX ix_tie_dormant ON tie (dormant_on, hidden_until, value, days)",
    "CREATE INDEX ix_tie_month_day ON tie (month_day, birthday_lead) WHERE month_day IS NOT NULL",
    "CREATE INDEX ix_tie_nudge ON tie (nudge_on, hidden_until, show_on, dormant_on) WHERE nudge_on IS NOT NULL",
    "CREATE INDEX ix_tie_reply ON tie (reply_owed_on, hidden_until, show_on, dormant_on) "
    "WHERE reply_owed_on IS NOT NULL",
    "CREATE INDEX ix_tie_show ON tie (show_on, hidden_until, dormant_on, "
    "rung, due_exact, effective_days, last, gap, factor, pull, soon_on, off_rhythm_on)",
    "CREATE INDEX ix_tie_valid_from ON tie (valid_from)",
    "CREATE INDEX ix_tie_valid_until ON tie (valid_until) WHERE valid_until IS NOT NULL",
    """CREATE VIRTUAL TABLE passage_search USING fts5(
    folded, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='2 3'
)""",
    """CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN
    INSERT INTO passage_search (rowid, folded) VALUES (new.id, new.folded);
END""",
    """CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END""",
    """CREATE TRIGGER passage_changed AFTER UPDATE OF folded ON passage BEGIN
    INSERT INTO passage_search (passage_search, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO passage_search (rowid, folded) VALUES (new.id, new.folded);
END""",
)


def upgrade() -> None:
    """Create the tables and their indexes."""
    for statement in SCHEMA:
        op.execute(statement)
