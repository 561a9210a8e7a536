"""What is derived from the truth and kept beside it: equal at any time to a recomputation (`verify.drift`)."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import DDL, Index, UniqueConstraint, event, text
from sqlmodel import Field, SQLModel

from netlog.storage.tables import WITHOUT_ROWID


class NameKey(SQLModel, table=True):
    """Derived: every folded word a person may be called by."""

    __tablename__: ClassVar[Any] = "name_key"

    key: str = Field(primary_key=True)
    person_id: int = Field(primary_key=True, index=True)

    __table_args__ = (WITHOUT_ROWID,)


class ContactDay(SQLModel, table=True):
    """Derived: that a person had a contact on a day, and how much it counts (0 to 1; a note has 0)."""

    __tablename__: ClassVar[Any] = "contact_day"

    person_id: int = Field(primary_key=True)
    on_day: date = Field(primary_key=True)
    interaction_id: int = Field(primary_key=True, index=True)
    worth: float
    direction: str

    __table_args__ = (WITHOUT_ROWID,)


HIDING = ("hidden_until", "show_on", "dormant_on")
"""What decides whether somebody with a reply or a nudge is to be counted: read from the index alone."""


RANKING = ("rung", "due_exact", "effective_days", "last", "gap", "factor", "pull", "early_on")
"""What the morning ranks by: twenty thousand ties are ranked without looking at one row."""


class Tie(SQLModel, table=True):
    """Derived: the clock of one tie; ordinals of the days on which something changes.

    The columns from `target_days` to `days` are the fields of `scheduler.Clock`; a tie without `due_on` is
    never nudged. `hidden_until` is the day a snooze ends, or the end of time for a paused or ended tie. The row holds
    from `valid_from` on and until `valid_until`, the day a contact still ahead begins to count.
    """

    person_id: int = Field(primary_key=True)
    valid_from: int
    valid_until: int | None = None
    contacts: int
    target_days: int | None = None
    effective_days: int | None = None
    rung: int | None = None
    rule: str
    value: float
    lapse_exact: float | None = None
    due_exact: float | None = None
    due_on: int | None = None
    show_on: int | None = None
    soon_on: int | None = None
    early_on: int | None = None
    off_rhythm_on: int | None = None
    drifting_on: int | None = None
    fading_on: int | None = None
    dormant_on: int | None = None
    gap: float | None = None
    pull: float | None = None
    first: int | None = None
    last: int | None = None
    days: int
    hidden_until: int
    factor: float
    reply_owed_on: int | None = None
    nudge_on: int | None = None
    nudge_since: int | None = None
    month_day: str | None = None
    birthday_lead: int

    __table_args__ = (
        Index("ix_tie_show", "show_on", "hidden_until", "dormant_on", *RANKING),
        Index("ix_tie_dormant", "dormant_on", "hidden_until", "value", "days"),
        Index("ix_tie_valid_from", "valid_from"),
        Index("ix_tie_valid_until", "valid_until", sqlite_where=text("valid_until IS NOT NULL")),
        Index("ix_tie_month_day", "month_day", "birthday_lead", sqlite_where=text("month_day IS NOT NULL")),
        Index("ix_tie_reply", "reply_owed_on", *HIDING, sqlite_where=text("reply_owed_on IS NOT NULL")),
        Index("ix_tie_nudge", "nudge_on", *HIDING, sqlite_where=text("nudge_on IS NOT NULL")),
    )


class Loop(SQLModel, table=True):
    """Derived: something open between two people, and the days on which it is worth a line in the morning.

    The line is gone from `until_on` on; without that it stays for as long as the thing is open.
    """

    source: str = Field(primary_key=True)
    source_id: int = Field(primary_key=True)
    person_id: int = Field(index=True)
    from_on: int = Field(index=True)
    until_on: int | None = None

    __table_args__ = (WITHOUT_ROWID,)


class Calibration(SQLModel, table=True):
    """Derived: forecasts held against what happened, summed over people as `calibration.Cell` has it."""

    window: int = Field(primary_key=True)
    percent: int = Field(primary_key=True)
    people: int
    kept: int
    chance: int
    slope: int

    __table_args__ = (WITHOUT_ROWID,)


class Passage(SQLModel, table=True):
    """Derived: the folded text of something written, as the full-text search sees it."""

    id: int | None = Field(default=None, primary_key=True)
    source: str
    source_id: int
    folded: str

    __table_args__ = (UniqueConstraint("source", "source_id"),)


SEARCH = (
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
"""The full-text index over passages; triggers keep it in step on either road to the store."""

for statement in SEARCH:
    event.listen(SQLModel.metadata, "after_create", DDL(statement.replace("%", "%%")))  # type: ignore[no-untyped-call]
