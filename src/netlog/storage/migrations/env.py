"""Run the revisions on the connection that `migrate.py` hands over, inside the transaction begun there."""

from alembic import context

from netlog.storage.records import engine_on
from netlog.storage.schema import METADATA

OWN_TABLES_OF_SEARCH = "passage_search"


def is_declared(name: str | None, sort: str, _: object) -> bool:
    """Whether the schema speaks of it: the full-text index keeps tables of its own."""
    return sort != "table" or not (name or "").startswith(OWN_TABLES_OF_SEARCH)


def run() -> None:
    """Run what Alembic was asked for."""
    engine = engine_on(context.config.attributes["connection"])
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=METADATA, include_name=is_declared)
        with context.begin_transaction():
            context.run_migrations()


run()
