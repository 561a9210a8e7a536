"""A small journal as one writes it from SQLModel's tutorial, with its defaults: what `waiting.py` compares with.

`python naive.py JOURNAL fill FROM|log HANDLE TEXT|add NAME|due|due --count|find WORD|contacts HANDLE`; never use it.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import Field, Session, SQLModel, col, create_engine, func, select

from peer_files import entries


class Person(SQLModel, table=True):
    """Somebody, and how many contacts there were."""

    id: int | None = Field(default=None, primary_key=True)
    handle: str = Field(index=True)
    name: str
    contacts: int = 0


class Contact(SQLModel, table=True):
    """One contact with somebody."""

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id")
    text: str


def fill(engine: Engine, journal: str) -> None:
    """Take over the people and the texts of a netlog journal."""
    found = entries(Path(journal))
    people = {each.handle: Person(handle=each.handle, name=each.name) for each in found}
    with Session(engine) as session:
        session.add_all(people.values())
        session.flush()
        for each in found:
            person = people[each.handle]
            person.contacts += 1
            session.add(Contact(person_id=person.id or 0, text=each.text))
        session.commit()


def log(engine: Engine, handle: str, text: str) -> None:
    """Add a contact and count it: read, reckon, write, commit."""
    with Session(engine) as session:
        person = session.exec(select(Person).where(Person.handle == handle)).one()
        person.contacts += 1
        session.add(person)
        session.add(Contact(person_id=person.id or 0, text=text))
        session.commit()


def add(engine: Engine, name: str) -> None:
    """Add a person."""
    with Session(engine) as session:
        session.add(Person(handle=name.lower().replace(" ", "-"), name=name))
        session.commit()


def due(engine: Engine, *options: str) -> None:
    """Show ten people with few contacts, or how many there are."""
    few = select(Person).where(Person.contacts < 10)
    with Session(engine) as session:
        if options:
            print(session.exec(select(func.count()).select_from(few.subquery())).one())
            return
        for person in session.exec(few.order_by(col(Person.contacts)).limit(10)):
            print(person.name, person.contacts)


def find(engine: Engine, word: str) -> None:
    """Show texts with a word."""
    with Session(engine) as session:
        for contact in session.exec(select(Contact).where(col(Contact.text).contains(word)).limit(10)):
            print(contact.text)


def contacts(engine: Engine, handle: str) -> None:
    """Say how many contacts are counted, and how many there are."""
    with Session(engine) as session:
        person = session.exec(select(Person).where(Person.handle == handle)).one()
        there = select(func.count()).select_from(Contact).where(col(Contact.person_id) == person.id)
        print(person.contacts, session.exec(there).one())


COMMANDS: Mapping[str, Callable[..., None]] = {
    "fill": fill,
    "log": log,
    "add": add,
    "due": due,
    "find": find,
    "contacts": contacts,
}


def main(words: list[str]) -> None:
    """Do one thing."""
    path, command, *rest = words
    engine = create_engine(f"sqlite:///{path}")
    SQLModel.metadata.create_all(engine)
    COMMANDS[command](engine, *rest)


if __name__ == "__main__":
    main(sys.argv[1:])
