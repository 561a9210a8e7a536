"""Invented answers about two machines."""

from datetime import date

from netlog.domain.views_united import Disagreement, Tally, United, Unreadable

TODAY = date(2026, 11, 21)
TALLIES = (
    Tally("event", 0, 0, 0, 4),
    Tally("person", 3, 1, 2, 1_204),
    Tally("interaction", 1_912, 14, 3, 50_121),
    Tally("mentor_goal", 1, 0, 0, 0),
)
CONFLICTS = (
    Disagreement("giulia", "company", "Caffè Łódź S.p.A.", "D'Angelo & figli"),
    Disagreement("anna-3f9c", "handle", "anna-3f9c", "anna"),
    Disagreement("lukasz", "person", "changed here later", "removed there"),
)


def united(*, is_rehearsal: bool = False) -> United:
    """Much came, three things were said on both."""
    rejected = (Unreadable("line 12", "person 018f… is not there"),)
    return United(TODAY, None if is_rehearsal else 812, "desktop.db", is_rehearsal, TALLIES, CONFLICTS, rejected)


NOTHING_NEW = United(TODAY, None, "desktop.db", is_rehearsal=False, tallies=(Tally("person", 0, 0, 0, 12),))
