"""What can be counted in a journal: how the network is doing, and what keeping up with it takes."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from netlog.domain.calibration import Cell, Place
from netlog.domain.views_promises import PromiseCount
from netlog.rows import StandingRow, SuggestibleRow, TierRow


class Counts(Protocol):
    """Aggregates over the journal; `person` narrows each to one person."""

    def totals(self, person: int | None) -> tuple[int, date | None]:
        """How many interactions, and the day of the first."""
        ...

    def months(self, person: int | None, *, since: date) -> list[tuple[str, int]]:
        """(YYYY-MM, interactions) from that day on, only months with any."""
        ...

    def people_by_month(self, person: int | None, *, since: date) -> dict[str, int]:
        """How many different people each month."""
        ...

    def days(self, person: int | None, *, since: date) -> list[tuple[date, int]]:
        """(day, interactions) from that day on, only days with any."""
        ...

    def kinds(self, person: int | None) -> list[tuple[str, int]]:
        """(kind, interactions), most frequent first."""
        ...

    def started(self, person: int | None) -> dict[str, int]:
        """Interactions by direction."""
        ...

    def tiers(self) -> list[TierRow]:
        """How many people of each tier are in each state, those whose tie has ended left out."""
        ...

    def most_seen(self, *, since: date) -> list[int]:
        """Contacts of each person from that day on, most first."""
        ...

    def answered(self, *, since: date) -> tuple[int, int]:
        """Outreach from that day on that was answered, and all of it."""
        ...

    def promise_counts(self, person: int | None) -> list[PromiseCount]:
        """What became of the promises of each side that made any, mine first."""
        ...

    def introduced(self) -> tuple[int, int]:
        """Introductions made of which an outcome was written down, and all that were made."""
        ...

    def became_ties(self, *, since: date) -> tuple[int, int]:
        """People met from that day on with whom a full contact followed on a later day, and all of them."""
        ...

    def forecasts(self) -> Mapping[Place, Cell]:
        """What was said of past windows about everybody, and what came of it."""
        ...


class Loads(Protocol):
    """What the cadences ask for, and what gets done."""

    def began_on(self) -> date | None:
        """The day of the first contact that counts, up to today."""
        ...

    def done_by_day(self, *, since: date, until: date) -> list[tuple[date, int]]:
        """(day, people) of full contacts between the two days, only days with any, in order."""
        ...

    def asked_per_day(self) -> float:
        """Check-ins a day that everybody's cadence asks for together."""
        ...

    def is_within(self, people: int) -> bool:
        """Whether the journal has surely no more people than that, told without counting them."""
        ...

    def standing(self) -> list[StandingRow]:
        """How many people are under which rule and in which state, those whose tie has ended left out."""
        ...

    def coming_due(self, *, weeks: int) -> dict[int, int]:
        """How many people come due if nobody is seen: by week ahead from 1, those who are due today under 0."""
        ...

    def suggestible(self, *, fewest: int, kept_since: date) -> tuple[list[SuggestibleRow], int]:
        """Ties whose rhythm lies far off their target, by handle; and how many have the `fewest` full contact-days.

        Left out are ties that are let go, paused, resting or dormant, that a tag or days of their own rule, and
        those whose tier the user chose to keep on that day or after.
        """
        ...
