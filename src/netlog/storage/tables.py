"""What is true, declared once; `schema.py` names the other modules of tables.

Days are ISO text, instants ISO text in UTC, ordinals are days since 1 January of year 1.
Every row has a UUID beside its number, so that two journals can be united.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, ForeignKey, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

AUTOINCREMENT: dict[str, Any] = {"sqlite_autoincrement": True}
"""A number that undo took back is never given to another row."""

WITHOUT_ROWID: dict[str, Any] = {"sqlite_with_rowid": False}


UNSAID: dict[str, Any] = {"server_default": text("0")}
"""Of a claim: it does not hold unless it is said."""


def reference(target: str, *, optional: bool = False) -> Any:  # noqa: ANN401 (what SQLModel's Field returns)
    """A foreign key column to `table.column`, indexed."""
    name = target.split(".")[0]
    column: Column[int] = Column(ForeignKey(target, name=f"fk_{name}"), nullable=optional, index=True)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


class Row(SQLModel):
    """What every row of the truth has: a number for this journal, a name for all of them."""

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)


class Person(Row, table=True):
    """Somebody in the journal."""

    handle: str = Field(unique=True)
    name: str
    company: str | None = None
    role: str | None = None
    place: str | None = None
    met: str | None = None
    met_on: date | None = None
    event_id: int | None = reference("event.id", optional=True)
    via_id: int | None = reference("person.id", optional=True)
    tier: str | None = None
    every_days: int | None = None
    birthday: str | None = None
    since_on: date
    is_fresh: bool
    imported_on: date | None = None
    snoozed_until: date | None = None
    paused_on: date | None = None
    ended_on: date | None = None
    ended_why: str | None = None
    created_at: str
    is_kin: bool = Field(default=False, sa_column_kwargs=UNSAID)
    skipped_on: date | None = None
    tier_kept_on: date | None = None

    __table_args__ = (
        CheckConstraint("tier IN ('inner', 'close', 'active', 'wide', 'none')", name="tier_is_known"),
        CheckConstraint("every_days BETWEEN 1 AND 3650", name="every_days_in_range"),
        AUTOINCREMENT,
    )


class Alias(Row, table=True):
    """Another name a person answers to."""

    person_id: int = reference("person.id")
    name: str

    __table_args__ = (UniqueConstraint("person_id", "name"), AUTOINCREMENT)


class Contact(Row, table=True):
    """A way to reach a person: `email`, `phone` or `url`; `folded` is what duplicates are found by."""

    person_id: int = reference("person.id")
    sort: str
    value: str
    folded: str = Field(index=True)

    __table_args__ = (
        CheckConstraint("sort IN ('email', 'phone', 'url')", name="sort_is_known"),
        UniqueConstraint("person_id", "sort", "value"),
        AUTOINCREMENT,
    )


class Topic(Row, table=True):
    """What a person can help with (`can`) or looks for (`wants`)."""

    person_id: int = reference("person.id")
    side: str
    words: str

    __table_args__ = (
        CheckConstraint("side IN ('can', 'wants')", name="side_is_known"),
        UniqueConstraint("person_id", "side", "words"),
        AUTOINCREMENT,
    )


class Fact(Row, table=True):
    """Something worth remembering about a person that is not a contact; without a `sort` its words tell it."""

    person_id: int = reference("person.id")
    on_day: date
    text: str
    created_at: str
    sort: str | None = None
    confirmed_on: date | None = None
    is_private: bool = Field(default=False, sa_column_kwargs=UNSAID)

    __table_args__ = (
        CheckConstraint("sort IN ('job', 'city', 'family', 'other')", name="sort_is_known"),
        AUTOINCREMENT,
    )


class Event(Row, table=True):
    """A meetup or conference that people and interactions can belong to; opened and not closed, it is running.

    `labels` are the tags it gives to what is added meanwhile, parted by spaces.
    """

    slug: str = Field(unique=True)
    name: str
    held_on: date
    venue: str | None = None
    labels: str | None = None
    opened_on: date | None = None
    closed_on: date | None = None

    __table_args__ = (
        Index("ix_event_running", "opened_on", sqlite_where=text("opened_on IS NOT NULL AND closed_on IS NULL")),
        AUTOINCREMENT,
    )


class Interaction(Row, table=True):
    """A dated contact; `on_day` is the local day fixed when it was logged, `at` the instant in UTC."""

    at: str
    zone: str
    on_day: date = Field(index=True)
    kind: str
    depth: str
    direction: str
    minutes: int | None = None
    place: str | None = None
    event_id: int | None = reference("event.id", optional=True)
    text: str
    counts: float | None = None
    created_at: str
    is_private: bool = Field(default=False, sa_column_kwargs=UNSAID)

    __table_args__ = (
        CheckConstraint("depth IN ('meet', 'talk', 'message', 'touch')", name="depth_is_known"),
        CheckConstraint("direction IN ('out', 'in', 'mutual')", name="direction_is_known"),
        CheckConstraint("counts BETWEEN 0 AND 1", name="counts_in_range"),
        CheckConstraint("minutes BETWEEN 0 AND 10080", name="minutes_in_range"),
        AUTOINCREMENT,
    )


class Participant(Row, table=True):
    """That a person took part in an interaction."""

    interaction_id: int = reference("interaction.id")
    person_id: int = reference("person.id")

    __table_args__ = (UniqueConstraint("interaction_id", "person_id"), AUTOINCREMENT)


class Tag(Row, table=True):
    """A tag on a person or on an interaction, never on both."""

    slug: str = Field(index=True)
    person_id: int | None = reference("person.id", optional=True)
    interaction_id: int | None = reference("interaction.id", optional=True)

    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (interaction_id IS NULL)", name="one_owner"),
        UniqueConstraint("person_id", "slug"),
        UniqueConstraint("interaction_id", "slug"),
        AUTOINCREMENT,
    )


class Inbox(Row, table=True):
    """A quick note that waits to be settled."""

    at: str
    zone: str
    on_day: date
    text: str
    reason: str
    is_private: bool = Field(default=False, sa_column_kwargs=UNSAID)

    __table_args__ = (AUTOINCREMENT,)


class Promise(Row, table=True):
    """What one side said they would do: mine or theirs, open until kept or dropped; `postponed` counts new dates."""

    person_id: int = reference("person.id")
    side: str
    text: str
    made_on: date
    due_on: date | None = None
    postponed: int = 0
    outcome: str | None = None
    closed_on: date | None = None
    interaction_id: int | None = reference("interaction.id", optional=True)

    __table_args__ = (
        CheckConstraint("side IN ('mine', 'theirs')", name="side_is_known"),
        CheckConstraint("outcome IN ('kept', 'dropped')", name="outcome_is_known"),
        CheckConstraint("(outcome IS NULL) = (closed_on IS NULL)", name="closed_with_outcome"),
        AUTOINCREMENT,
    )


class Exchange(Row, table=True):
    """Help that flowed or was asked for: gave, got, asked (by me), asked_by (by them, open until answered)."""

    person_id: int = reference("person.id")
    flow: str
    text: str
    on_day: date
    answered_on: date | None = None
    interaction_id: int | None = reference("interaction.id", optional=True)

    __table_args__ = (
        CheckConstraint("flow IN ('gave', 'got', 'asked', 'asked_by')", name="flow_is_known"),
        AUTOINCREMENT,
    )


class Introduction(Row, table=True):
    """One person to be made known to another; `state` since `moved_on`, asked first is `person_id`."""

    person_id: int = reference("person.id")
    other_id: int = reference("person.id")
    why: str
    state: str
    moved_on: date
    made_on: date | None = None
    outcome: str | None = None

    __table_args__ = (
        CheckConstraint("person_id <> other_id", name="two_people"),
        CheckConstraint(
            "state IN ('idea', 'asked', 'agreed', 'asked_other', 'both_agreed', 'made', 'done', 'declined')",
            name="state_is_known",
        ),
        AUTOINCREMENT,
    )


class Pause(Row, table=True):
    """A time without check-ins with anybody: from a day on, until a day it does not include, or resumed."""

    since_on: date
    until_on: date | None = None

    __table_args__ = (AUTOINCREMENT,)


class Season(Row, table=True):
    """A time in which some ties pull more: `boost` is tag:slug, tier:name or person:uuid; over on `until_on`."""

    name: str
    boost: str
    factor: float
    since_on: date
    until_on: date

    __table_args__ = (CheckConstraint("factor BETWEEN 1 AND 3", name="factor_in_range"), AUTOINCREMENT)


class Operation(Row, table=True):
    """One command that wrote, in words; `undone` counts up, so the latest undone is done again first."""

    at: str
    on_day: date
    command: str
    words: str
    undone: int | None = None

    __table_args__ = (AUTOINCREMENT,)


class Change(SQLModel, table=True):
    """What an operation did to one row: no `before` is an insertion, no `after` a deletion.

    The `after` of an insertion is filled when the operation is undone: until then the row itself is it. A change that
    was made in another journal keeps the instant of that in `made_at`.
    """

    id: int | None = Field(default=None, primary_key=True)
    operation_id: int = reference("operation.id")
    entity: str
    row_id: int
    is_insertion: bool
    before: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    after: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    made_at: str | None = None

    __table_args__ = (Index("ix_change_row", "entity", "row_id"), AUTOINCREMENT)


class Meta(SQLModel, table=True):
    """Small facts about the store itself, such as the settings its clocks were reckoned with."""

    name: str = Field(primary_key=True)
    value: str
