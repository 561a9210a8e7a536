"""The settings as the program uses them; what each may be is said in options.py, which few commands need."""

from typing import NamedTuple

from netlog.domain.cadence import Targets
from netlog.domain.interactions import AS_SHIPPED, Worths
from netlog.domain.retention import USUAL, Kept


class Config(NamedTuple):
    """Settings with their defaults, which are those of the table in options.py; no `per_day` means learned."""

    per_day: float | None = 3.0
    day_first: bool = True
    day_starts_at: int = 4
    targets: Targets = Targets()
    birthday_lead_days: int = 7
    answer_days: int = 7
    worths: Worths = AS_SHIPPED
    reciprocity: float = 0.0
    kept: Kept = USUAL
    me: tuple[str, ...] = ()


DEFAULTS = Config()
