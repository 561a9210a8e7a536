"""What comes of taking another journal's rows in."""

from typing import NamedTuple

from netlog.domain.views_united import Disagreement, Tally, Unreadable


class Uniting(NamedTuple):
    """How many rows came, changed and went, what the two disagreed about, and what could not be taken in."""

    tallies: tuple[Tally, ...]
    conflicts: tuple[Disagreement, ...]
    rejected: tuple[Unreadable, ...]

    @property
    def is_news(self) -> bool:
        """Whether anything was written."""
        return any(tally.new or tally.changed or tally.removed for tally in self.tallies)
