"""What other programs and other journals know: where a row came from, who is not the same, who is forgotten."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from netlog.storage.tables import AUTOINCREMENT, WITHOUT_ROWID, Row, reference


class Origin(Row, table=True):
    """A record of another program, with what it said last as JSON.

    It is about a person, an interaction, or waits in the inbox; without any of these it was left out on purpose.
    """

    source: str
    key: str
    person_id: int | None = reference("person.id", optional=True)
    interaction_id: int | None = reference("interaction.id", optional=True)
    inbox_id: int | None = reference("inbox.id", optional=True)
    said: str

    __table_args__ = (
        CheckConstraint(
            "(person_id IS NOT NULL) + (interaction_id IS NOT NULL) + (inbox_id IS NOT NULL) <= 1", name="one_at_most"
        ),
        UniqueConstraint("source", "key"),
        AUTOINCREMENT,
    )


class CardLine(Row, table=True):
    """A vCard content line that netlog has no field for, kept as it came."""

    __tablename__: ClassVar[Any] = "card_line"

    person_id: int = reference("person.id")
    line: str

    __table_args__ = (AUTOINCREMENT,)


class NotSame(Row, table=True):
    """That two people who look alike are two."""

    __tablename__: ClassVar[Any] = "not_same"

    person_id: int = reference("person.id")
    other_id: int = reference("person.id")

    __table_args__ = (
        CheckConstraint("person_id < other_id", name="in_order"),
        UniqueConstraint("person_id", "other_id"),
        AUTOINCREMENT,
    )


class Forgotten(SQLModel, table=True):
    """A row that was erased for good: the hash of its UUID keeps another journal from bringing it back."""

    digest: str = Field(primary_key=True)
    at: str

    __table_args__ = (WITHOUT_ROWID,)
