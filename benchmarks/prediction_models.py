"""netlog's chance and what it is compared with: scores that need no fitting, higher for whom one expects back."""

from collections.abc import Callable, Mapping

import numpy as np

from netlog.domain.strength import Log, keep_alive
from prediction_logs import Floats, Ints
from prediction_ties import Cohort, History

Score = Callable[[Cohort], Floats]

CADENCES = np.array([7.0, 30.0, 90.0, 365.0])
CIRCLES = ((5, 7.0), (15, 30.0), (50, 180.0))
"""Of the people one sees most: the first five weekly, up to fifteen monthly, up to fifty twice a year."""
YEARLY = 365.0
HALF_LIVES = (7, 14, 30, 60, 90, 180)
ACT_R_DECAYS = (0.3, 0.5, 0.8, 1.0)


def netlog(samples: Cohort) -> Floats:
    """The chance of a contact within the horizon, by netlog's own function."""
    past = samples.history
    columns = (column[samples.place].tolist() for column in (past.first, past.last, past.days))
    chances = [
        keep_alive(Log(first=first, last=last, days=days), past.cut, horizon=horizon)
        for first, last, days, horizon in zip(*columns, samples.horizon.tolist(), strict=True)
    ]
    return np.array(chances, dtype=np.float64)


def recency(samples: Cohort) -> Floats:
    """The shorter the silence, the better."""
    return -_silence(samples)


def count(samples: Cohort) -> Floats:
    """The number of contact-days."""
    return samples.history.days[samples.place].astype(np.float64)


def raw_count(samples: Cohort) -> Floats:
    """The number of messages, calls or posts, however many a day."""
    return samples.history.events[samples.place].astype(np.float64)


def count_over_recency(samples: Cohort) -> Floats:
    """Contact-days per day of silence."""
    return count(samples) / _silence(samples)


def cadence_by_frequency(samples: Cohort) -> Floats:
    """Days since the last contact over a cadence of 7, 30, 90 or 365 days, the one nearest to the mean gap."""
    gap = samples.history.mean_gap[samples.place]
    nearest = np.abs(np.log(gap)[:, None] - np.log(CADENCES)).argmin(axis=1)
    return np.asarray(-_silence(samples) / CADENCES[nearest], dtype=np.float64)


def cadence_by_closeness(samples: Cohort) -> Floats:
    """Days since the last contact over 7, 30, 180 or 365 days, by how often the ego saw them beside its other ties."""
    return -_silence(samples) / cadence_of_rank(closeness_ranks(samples))


def cadence_of_rank(ranks: Ints) -> Floats:
    """7 days for the five closest, 30 up to the fifteenth, 180 up to the fiftieth, 365 beyond."""
    return np.asarray(np.select([ranks <= most for most, _ in CIRCLES], [days for _, days in CIRCLES], YEARLY))


def closeness_ranks(samples: Cohort) -> Ints:
    """1 for the tie an ego had most contact-days with; the later contact wins a draw. All its ties are ranked."""
    past = samples.history
    many = len(past.tie)
    ego, place = past.ends.T.reshape(-1), np.tile(np.arange(many), 2)
    order = np.lexsort((place, -past.last[place], -past.days[place], ego))
    newcomer = np.flatnonzero(np.diff(ego[order], prepend=-1))
    begins = np.repeat(newcomer, np.diff(np.append(newcomer, 2 * many)))
    ranks = np.empty(2 * many, dtype=np.int64)
    ranks[order] = np.arange(2 * many) - begins + 1
    return ranks[np.where(samples.is_low_end, samples.place, samples.place + many)]


def freshness(samples: Cohort) -> Floats:
    """Days since the last contact over the mean gap."""
    return -_silence(samples) / samples.history.mean_gap[samples.place]


def over_median_gap(samples: Cohort) -> Floats:
    """Days since the last contact over the median gap."""
    return -_silence(samples) / median_gap(samples.history)[samples.place]


def decayed(half_life: float) -> Score:
    """Contact-days, each worth half as much after every half-life."""

    def score(samples: Cohort) -> Floats:
        past = samples.history
        return past.summed(0.5 ** ((past.cut - past.day) / half_life))[samples.place]

    return score


def decayed_by_own_gap(samples: Cohort) -> Floats:
    """Contact-days with a half-life of four times the tie's mean gap."""
    past = samples.history
    half_life = 4 * past.mean_gap[past.of_day]
    return past.summed(0.5 ** ((past.cut - past.day) / half_life))[samples.place]


def activation(decay: float) -> Score:
    """Base-level activation of ACT-R: the logarithm of summed ages to the power of minus the decay."""

    def score(samples: Cohort) -> Floats:
        past = samples.history
        return np.log(past.summed((past.cut - past.day).astype(np.float64) ** -decay)[samples.place])

    return score


def gaps(past: History) -> tuple[Ints, Ints]:
    """All gaps between contact-days: whose, and how long."""
    same = past.of_day[1:] == past.of_day[:-1]
    return past.of_day[1:][same], np.diff(past.day)[same]


def median_gap(past: History) -> Floats:
    """The middle gap of each tie; 1 where there is none."""
    whose, length = gaps(past)
    ordered = np.append(length[np.lexsort((length, whose))], 1)
    many = np.maximum(0, past.days - 1)
    starts = np.cumsum(many) - many
    low, high = (ordered[np.minimum(starts + offset, len(length))] for offset in ((many - 1) // 2, many // 2))
    return np.where(many > 0, (low + high) / 2, 1.0)


def gap_deviation(past: History) -> Floats:
    """The standard deviation of each tie's gaps; 0 where there are fewer than two."""
    whose, length = gaps(past)
    apart = (length - past.mean_gap[whose]) ** 2
    return np.sqrt(np.bincount(whose, weights=apart, minlength=len(past.tie)) / np.maximum(1, past.days - 1))


def burstiness(past: History) -> Floats:
    """(deviation - mean) / (deviation + mean) of the gaps: -1 for a clock, 0 for chance, towards 1 for bursts."""
    deviation = gap_deviation(past)
    return (deviation - past.mean_gap) / (deviation + past.mean_gap)


def _silence(samples: Cohort) -> Floats:
    return samples.history.silence[samples.place].astype(np.float64)


UNFITTED: Mapping[str, Score] = {
    "netlog p(H)": netlog,
    "count / recency": count_over_recency,
    **{f"ACT-R, d = {decay}": activation(decay) for decay in ACT_R_DECAYS},
    **{f"exponential decay, {days} d": decayed(days) for days in HALF_LIVES},
    "exponential decay, 4 x mean gap": decayed_by_own_gap,
    "recency only": recency,
    "count": count,
    "count of single messages, calls, posts": raw_count,
    "fixed cadence, frequency class": cadence_by_frequency,
    "freshness (days since / mean gap)": freshness,
    "days since / median gap": over_median_gap,
    "fixed cadence, closeness rank": cadence_by_closeness,
}
