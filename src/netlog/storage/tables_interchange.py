"""What other programs and other journals know: where a row came from, who is not the same, who is forgotten."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from netlog.storage.tables import AUTOINCREMENT, WITHOUT_ROWID, Row, reference


class Origin(Row, table=True):
    """A record of another program, with what it said last as JSON; left out when it is about nobody and nothing."""

    source: str
    key: str
    person_id: int | None = reference("person.id", optional=True)
    interaction_id: int | None = reference("interaction.id", optional=True)
    said: str

    __table_args__ = (
        CheckConstraint("person_id IS NULL OR interaction_id IS NULL", name="one_at_most"),
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
