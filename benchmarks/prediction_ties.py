"""Ties as they stood on the morning of a cut, and what came of them: the protocol's samples, strata and labels."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from prediction_logs import Contacts, Floats, Ints

Bools = npt.NDArray[np.bool_]

ENOUGH_DAYS = 3
FAR = 1 << 20
"""More days than any log has: (who, day) becomes one number that sorts by who, then by day."""


class Ties(NamedTuple):
    """Who knows whom, and on which days: contacts without direction, and each event with it.

    `tie_days` and `person_days` hold (number x FAR + day), sorted and distinct.
    """

    ends: Ints
    tie_days: Ints
    person_days: Ints
    event_tie: Ints
    event_day: Ints
    event_forward: Bools
    span: int


def ties(contacts: Contacts) -> Ties:
    """The undirected ties of a log."""
    low, high = np.minimum(contacts.sender, contacts.receiver), np.maximum(contacts.sender, contacts.receiver)
    ends, event_tie = np.unique(np.stack([low, high], axis=1), axis=0, return_inverse=True)
    number = event_tie.reshape(-1).astype(np.int64)
    people = np.concatenate([contacts.sender, contacts.receiver])
    return Ties(
        ends=ends,
        tie_days=np.unique(number * FAR + contacts.day),
        person_days=np.unique(people * FAR + np.tile(contacts.day, 2)),
        event_tie=number,
        event_day=contacts.day,
        event_forward=contacts.sender == low,
        span=contacts.span,
    )


def any_within(days: Ints, who: Ints, since: Ints | int, until: Ints | int) -> Bools:
    """Whether each of `who` has a day in [since, until)."""
    return np.asarray(np.searchsorted(days, who * FAR + since) < np.searchsorted(days, who * FAR + until))


class History(NamedTuple):
    """Every tie with a contact before the cut; one element per tie, in the order of `tie`.

    `of_day` and `day` list all contact-days, `of_day` being a tie's place in the other arrays.
    """

    cut: int
    tie: Ints
    ends: Ints
    days: Ints
    first: Ints
    last: Ints
    events: Ints
    forward: Ints
    of_day: Ints
    day: Ints

    @property
    def silence(self) -> Ints:
        """Days since the last contact."""
        return self.cut - self.last

    @property
    def mean_gap(self) -> Floats:
        """The span over the number of gaps; 1 where there was no gap yet."""
        return np.maximum(1.0, np.asarray((self.last - self.first) / np.maximum(1, self.days - 1), dtype=np.float64))

    def summed(self, per_day: Floats) -> Floats:
        """Per tie, the sum of a figure given for each contact-day."""
        return np.asarray(np.bincount(self.of_day, weights=per_day, minlength=len(self.tie)), dtype=np.float64)


def history(log: Ties, cut: int) -> History:
    """What was known of each tie on the morning of day `cut`."""
    tie_of_day, day = log.tie_days // FAR, log.tie_days % FAR
    before = day < cut
    tie, of_day, days = np.unique(tie_of_day[before], return_inverse=True, return_counts=True)
    starts = np.concatenate([[0], np.cumsum(days)[:-1]]).astype(np.int64)
    known = day[before]
    earlier = log.event_day < cut
    counted = np.bincount(log.event_tie[earlier], minlength=len(log.ends))
    forward = np.bincount(log.event_tie[earlier & log.event_forward], minlength=len(log.ends))
    return History(
        cut=cut,
        tie=tie,
        ends=log.ends[tie],
        days=days,
        first=known[starts] if len(tie) else tie,
        last=known[starts + days - 1] if len(tie) else tie,
        events=counted[tie],
        forward=forward[tie],
        of_day=of_day.reshape(-1),
        day=known,
    )


class Cohort(NamedTuple):
    """The samples of one cut: a tie seen from one of its ends, and whether a contact came within its horizon.

    `place` is the tie's place in the history; `is_low_end` says whether the ego is the tie's first end.
    """

    history: History
    place: Ints
    ego: Ints
    is_low_end: Bools
    horizon: Ints
    returned: Bools

    def only(self, chosen: Bools) -> "Cohort":
        """The samples chosen."""
        place, ego, is_low_end = self.place[chosen], self.ego[chosen], self.is_low_end[chosen]
        return Cohort(self.history, place, ego, is_low_end, self.horizon[chosen], self.returned[chosen])


def cohort(log: Ties, past: History, horizon: int | None) -> Cohort:
    """Ties of at least three contact-days whose ego was active in the window before the cut and in the one after.

    Without a horizon the window is the tie's own: three times its mean gap, at least three days, if the log lasts.
    """
    known = np.flatnonzero(past.days >= ENOUGH_DAYS)
    place, is_low_end = np.tile(known, 2), np.repeat([True, False], len(known))
    ego = np.where(is_low_end, past.ends[place, 0], past.ends[place, 1])
    window = own_windows(past)[place] if horizon is None else np.full(len(place), horizon, dtype=np.int64)
    before = any_within(log.person_days, ego, past.cut - window, past.cut)
    after = any_within(log.person_days, ego, past.cut, past.cut + window)
    returned = any_within(log.tie_days, past.tie[place], past.cut, past.cut + window)
    lasts = past.cut + window <= log.span
    return Cohort(past, place, ego, is_low_end, window, returned).only(before & after & lasts)


def own_windows(past: History) -> Ints:
    """Three times the mean gap in whole days, at least three."""
    return np.maximum(3, np.rint(3 * past.mean_gap)).astype(np.int64)


def recent(samples: Cohort) -> Bools:
    """Whose last contact is at most a horizon ago: those a list could still be early for."""
    return np.asarray(samples.history.silence[samples.place] <= samples.horizon)
