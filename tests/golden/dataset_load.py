"""The invented network under load: forecasts, tiers and suggestions that hold every hard value."""

from datetime import date, timedelta

from netlog.domain.calibration import Held
from netlog.domain.capacity import Stretch
from netlog.domain.views_load import Forecast, RuleLoad, TierLoad, Tiers, TierSuggestion, TierSuggestions, Week

TODAY = date(2026, 11, 21)
LONG_TAG = "tag:people-i-met-at-the-workshop-on-maps-and-trains"


def _weeks(first: date, *people: int) -> tuple[Week, ...]:
    starts = [first + timedelta(7 * number) for number in range(len(people))]
    return tuple(Week(start, start + timedelta(6), number) for start, number in zip(starts, people, strict=True))


TAG_RULES = (RuleLoad("tag:founder", 42, 12, 2.0), RuleLoad(f"{LONG_TAG}+kin", 90, 1, 0.0778))
FORECAST = Forecast(
    today=TODAY,
    asked=(
        RuleLoad("tier:inner", 7, 5, 5.0),
        RuleLoad("tier:close", 30, 10, 2.3333),
        RuleLoad("tier:close+kin", 45, 1, 0.1556),
        RuleLoad("tier:wide", 365, 1402, 26.8877),
        RuleLoad("default", 1, 1, 7.0),
        *TAG_RULES,
        RuleLoad("person", None, 2, 0.2333),
    ),
    asked_per_week=43.6877,
    per_day=2.5,
    is_learned=True,
    done=_weeks(date(2026, 9, 26), 4, 0, 12, 7, 9, 8, 3, 1204),
    done_per_week=7.75,
    due_now=31,
    coming=_weeks(date(2026, 11, 22), 18, 9, 0, 4, 11, 3, 0, 1),
    advice="your cadences ask for 6.2 check-ins a day, you do 1.1 · stretch wide to 2058 and the default to 3 days,"
    " or let some go",
    stretch=(Stretch("tier:wide", 365, 2058), Stretch("default", 1, 3), Stretch(LONG_TAG, 60, 90)),
)
FITTING = FORECAST._replace(per_day=3.0, is_learned=False, done=(), done_per_week=None, advice="", stretch=())
NO_FORECAST = Forecast(TODAY, (), 0.0, 3.0, False, (), None, 0, _weeks(date(2026, 11, 22), 0), "", ())

TIERS = Tiers(
    today=TODAY,
    tiers=(
        TierLoad("inner", 7, 5, 3, 1, 1, 0, 0, 5.0),
        TierLoad("close", 30, 15, 10, 3, 1, 1, 0, 2.4889),
        TierLoad("active", 1, 1, 0, 0, 0, 0, 1, 0.0),
        TierLoad("wide", 365, 1702, 1000, 2, 100, 300, 300, 26.8877),
        TierLoad("default", 90, 0, 0, 0, 0, 0, 0, 0.0),
        TierLoad("none", None, 40, 0, 0, 0, 0, 0, 0.0),
    ),
    tag_rules=TAG_RULES,
)


def suggestions(*names: str) -> TierSuggestions:
    """A suggestion for each of the names."""
    steps = (("close", "inner"), (None, "close"), ("wide", "active"))
    return TierSuggestions(
        today=TODAY,
        suggestions=tuple(_suggestion(f"p{at}", name, *steps[at % 3]) for at, name in enumerate(names)),
        judged=34,
    )


def _suggestion(handle: str, name: str, tier: str | None, suggested: str) -> TierSuggestion:
    reason = f"about every 12 days over 9 contacts · close aims for 30 · netlog edit {handle} --tier {suggested}"
    return TierSuggestion(handle, name, tier, suggested, 30, 7, 12.0417, 9, reason)


HELD = (Held(0.0, 0.2, 90, 0.12345, 20), Held(0.4, 0.6, 62, 0.5, 31), Held(0.8, 1.0, 1402, 0.9, 1204))
