"""Who is called what: the people a query may mean, found by folded keys."""

from collections.abc import Iterable

from netlog.domain.people import Named, called, handle_typed, matches, spoken
from netlog.storage.queries import Queries

MANY = 2000
"""More candidates than this are not weighed: a query that loose names nobody."""


class NameQueries(Queries):
    """Reads that turn what was typed into people."""

    def called(self, query: str) -> tuple[Named, ...]:
        """Everybody of exactly that handle, full name, alias or first name."""
        asked = spoken(query)
        if not asked:
            return ()
        phrase = " ".join(asked)
        return called(query, self.of_handle(query) or self.named_by_key(phrase, phrase))

    def matching(self, query: str) -> tuple[Named, ...]:
        """Everybody the query names best, down to a part of a name."""
        asked = spoken(query)
        if not asked:
            return ()
        by_start = self.of_handle(query) or self.named_by_key(asked[0], asked[0] + "\U0010ffff")
        return matches(query, by_start) or matches(query, self.named_by_part(" ".join(asked)))

    def of_handle(self, query: str) -> tuple[Named, ...]:
        """Whoever has the query for a handle: nobody else needs to be weighed then."""
        return self.named("SELECT id FROM person WHERE handle = ?", (handle_typed(query),))

    def named_by_key(self, first: str, last: str) -> tuple[Named, ...]:
        """People with a key between the two."""
        return self.named("SELECT person_id FROM name_key WHERE key BETWEEN ? AND ? LIMIT ?", (first, last, MANY))

    def named_by_part(self, part: str) -> tuple[Named, ...]:
        """People with a key that holds the part."""
        return self.named("SELECT person_id FROM name_key WHERE instr(key, ?) > 0 LIMIT ?", (part, MANY))

    def named(self, chosen: str, parameters: Iterable[object]) -> tuple[Named, ...]:
        """The people whose numbers the query `chosen` gives."""
        rows = self.all(
            f"""
            SELECT person.id, handle, person.name, group_concat(alias.name, char(10))
            FROM person LEFT JOIN alias ON alias.person_id = person.id
            WHERE person.id IN ({chosen})
            GROUP BY person.id
            """,
            tuple(parameters),
        )
        return tuple(Named(number, handle, name, split(aliases)) for number, handle, name, aliases in rows)

    def is_handle(self, handle: str) -> bool:
        """Whether somebody has that handle."""
        return self.one("SELECT 1 FROM person WHERE handle = ?", (handle,)) is not None

    def every_name(self) -> list[tuple[str, str]]:
        """(handle, name) of everybody."""
        return self.all("SELECT handle, name FROM person ORDER BY handle")

    def resembling(self, folded_name: str, contacts: Iterable[str]) -> list[tuple[str, str, str]]:
        """(handle, name, what is the same) of people who share the folded full name or a way to reach them."""
        same_name = self.all(
            """
            SELECT handle, name, 'name' FROM person
            WHERE id IN (SELECT person_id FROM name_key WHERE key = ?) ORDER BY handle
            """,
            (folded_name,),
        )
        same_contact = [
            row
            for contact in contacts
            for row in self.all(
                """
                SELECT handle, name, sort FROM contact JOIN person ON person.id = person_id
                WHERE folded = ? ORDER BY handle
                """,
                (contact,),
            )
        ]
        return same_name + same_contact


def split(aliases: str | None) -> tuple[str, ...]:
    """The aliases of a grouped row."""
    return tuple(aliases.split("\n")) if aliases else ()
