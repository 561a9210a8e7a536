"""The one table of options: what each is called, what it accepts, and the settings they make together."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from netlog.config import Config
from netlog.domain.cadence import DEFAULT_DAYS, LONGEST_DAYS, TIER_DAYS, Targets, check_days
from netlog.domain.interactions import KIND_WORDS
from netlog.domain.people import UNSAYABLE
from netlog.domain.retention import USUAL, Kept
from netlog.domain.when import read_span
from netlog.errors import BadConfiguration, UsageProblem, shorten

Value = str | int | float

TAG_PREFIX = "cadence.tag."
WORTH_PREFIX = "worth."
LEARNED = "learned"
SLUG = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


class UnknownOption(BadConfiguration):
    """A name that no option of the table has."""

    def __init__(self, name: str, *, where: str = "", guess: str | None = None) -> None:
        hint = f"did you mean {guess}?" if guess else "netlog config lists all options"
        super().__init__(f"there is no option {_quoted(name)}{where}", hint=hint)
        self.name, self.guess = name, guess

    def details(self) -> dict[str, object]:
        """The name that was not understood, and the nearest option."""
        return {"option": self.name, "suggestions": [self.guess] if self.guess else []}


class Setting(NamedTuple):
    """One option: `parse` turns what was written into the value, or raises ValueError or UsageProblem.

    A default of "" means that nothing holds until it is set.
    """

    name: str
    default: Value
    allowed: str
    example: str
    help: str
    parse: Callable[[object], Value]


def _number(low: float, high: float) -> Callable[[object], float]:
    def parse(raw: object) -> float:
        if isinstance(raw, bool) or not isinstance(raw, str | int | float):
            raise ValueError
        number = float(raw)
        if not low <= number <= high:
            raise ValueError
        return number

    return parse


def _whole(low: int, high: int) -> Callable[[object], int]:
    def parse(raw: object) -> int:
        if isinstance(raw, bool) or not isinstance(raw, str | int):
            raise ValueError
        number = int(raw)
        if not low <= number <= high:
            raise ValueError
        return number

    return parse


def _one_of(*words: str) -> Callable[[object], str]:
    def parse(raw: object) -> str:
        word = raw.strip().lower() if isinstance(raw, str) else ""
        if word not in words:
            raise ValueError
        return word

    return parse


def _line(raw: object) -> str:
    if not isinstance(raw, str) or "\n" in raw or UNSAYABLE.search(raw):
        raise ValueError
    return raw.strip()


def _per_day(raw: object) -> Value:
    return LEARNED if isinstance(raw, str) and raw.strip().lower() == LEARNED else _number(0.5, 50)(raw)


def _days(raw: object) -> int:
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise ValueError
    return check_days(_span(raw.strip()) if isinstance(raw, str) else raw)


def _span(words: str) -> int:
    return int(words) if words.isdecimal() else read_span(words)


def _cadence(name: str, default: Value, *, who: str, example: str) -> Setting:
    allowed = f"days from 1 to {LONGEST_DAYS}, or a span such as 6w"
    return Setting(name, default, allowed, example, f"Days between contacts {who}.", _days)


def _copies(period: str, default: int, periods: str) -> Setting:
    help_line = f"Backups kept of the last so many {periods} that have one, the newest of each."
    return Setting(f"backup.{period}", default, "a whole number from 0 to 100", "10", help_line, _whole(0, 100))


TAG_RULE = _cadence(
    f"{TAG_PREFIX}<tag>",
    "",
    who="for people with that tag; of several rules the shortest wins",
    example="60d",
)

KIND_WORTH = Setting(
    f"{WORTH_PREFIX}<kind>",
    "",
    "a number from 0 to 1",
    "0.3",
    "How much of a full contact that kind is; 1 resets the clock, 0 does not touch it.",
    _number(0, 1),
)

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "per_day",
        3.0,
        "a number from 0.5 to 50, or learned",
        "2.5",
        "Check-ins a morning proposes; as many again follow under “if you have time”. "
        "With learned: as many as on the middle one of your active days in the last four weeks.",
        _per_day,
    ),
    Setting(
        "day_order",
        "dmy",
        "dmy or mdy",
        "mdy",
        "Which comes first in a date such as 3/4: the day (dmy) or the month (mdy).",
        _one_of("dmy", "mdy"),
    ),
    Setting(
        "day_starts_at",
        4,
        "a whole hour from 0 to 12",
        "5",
        "The hour before which it is still yesterday.",
        _whole(0, 12),
    ),
    Setting(
        "answer_days",
        7,
        "whole days from 1 to 90",
        "10",
        "Days to wait for an answer, once, from people of whom fewer than five answers are known.",
        _whole(1, 90),
    ),
    Setting(
        "birthday.lead_days",
        7,
        "whole days from 0 to 60",
        "14",
        "Days before a birthday from which the morning mentions it.",
        _whole(0, 60),
    ),
    _cadence("cadence.inner", TIER_DAYS["inner"], who="in tier inner", example="10d"),
    _cadence("cadence.close", TIER_DAYS["close"], who="in tier close", example="6w"),
    _cadence("cadence.active", TIER_DAYS["active"], who="in tier active", example="120"),
    _cadence("cadence.wide", TIER_DAYS["wide"], who="in tier wide", example="2y"),
    _cadence(
        "cadence.default",
        DEFAULT_DAYS,
        who="for people without a cadence, a tag rule or a tier",
        example="8w",
    ),
    TAG_RULE,
    KIND_WORTH,
    Setting(
        "reciprocity_weight",
        0.0,
        "a number from 0 to 0.3",
        "0.2",
        "How far people rank lower when you start all of the contacts; 0 leaves the order alone.",
        _number(0, 0.3),
    ),
    Setting(
        "me",
        "",
        "names and addresses parted by commas",
        "anna@example.org",
        "What you are called in mail, calendars and chats that are imported.",
        _line,
    ),
    _copies("daily", USUAL.daily, "days"),
    _copies("weekly", USUAL.weekly, "weeks"),
    _copies("monthly", USUAL.monthly, "months"),
    Setting(
        "backup.last",
        USUAL.last,
        "a whole number from 1 to 100",
        "10",
        "The last so many backups of each sort stay: those asked for, those before an import, a merge, a new layout.",
        _whole(1, 100),
    ),
)

RULES: Mapping[str, Setting] = {TAG_PREFIX: TAG_RULE, WORTH_PREFIX: KIND_WORTH}
"""Options of which there is one for every tag or kind, by what their names begin with."""

NAMED: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS if setting not in RULES.values()}
SECTIONS = frozenset(setting.name.rpartition(".")[0] for setting in SETTINGS) - {""}


def config_of(given: Mapping[str, Value]) -> Config:
    """The settings that options by dotted name make, defaults in the gaps."""
    now = {name: setting.default for name, setting in NAMED.items()} | dict(given)
    return Config(
        per_day=None if now["per_day"] == LEARNED else float(now["per_day"]),
        day_first=now["day_order"] == "dmy",
        day_starts_at=int(now["day_starts_at"]),
        targets=_targets(now),
        birthday_lead_days=int(now["birthday.lead_days"]),
        answer_days=int(now["answer_days"]),
        worths={name.removeprefix(WORTH_PREFIX): float(now[name]) for name in now if name.startswith(WORTH_PREFIX)},
        reciprocity=float(now["reciprocity_weight"]),
        me=tuple(name.strip() for name in str(now["me"]).split(",") if name.strip()),
        kept=Kept(*(int(now[f"backup.{name}"]) for name in Kept._fields)),
    )


def _targets(now: Mapping[str, Value]) -> Targets:
    return Targets(
        tier_days={tier: int(now[f"cadence.{tier}"]) for tier in TIER_DAYS},
        tag_days={name.removeprefix(TAG_PREFIX): int(now[name]) for name in now if name.startswith(TAG_PREFIX)},
        default_days=int(now["cadence.default"]),
    )


def chosen(values: Mapping[str, object]) -> dict[str, Value]:
    """The value of every option the nested mapping sets, by dotted name; raises BadConfiguration."""
    return {name: settle(name, raw) for name, raw in flat(values)}


def flat(values: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """The dotted name and raw value of everything set; only the groups of the table are looked into."""
    for key, raw in values.items():
        name = prefix + key
        if "." in key:
            raise UnknownOption(name)
        if name not in SECTIONS:
            yield name, raw
        elif isinstance(raw, Mapping):
            yield from flat(raw, f"{name}.")
        else:
            raise BadConfiguration(f"{name} is a group of options and has no value", hint=f"write [{name}] above them")


def settle(name: str, raw: object) -> Value:
    """The value that `raw` means for the option `name`; raises BadConfiguration with what is allowed."""
    setting = setting_named(name)
    try:
        return setting.parse(raw)
    except (ValueError, OverflowError, UsageProblem) as problem:
        hint = f"for example: netlog config set {name} {setting.example}"
        message = f"{name} takes {setting.allowed}, not {_shown(raw)}"
        raise BadConfiguration(message, hint=hint) from problem


def setting_named(name: str) -> Setting:
    """The option of that dotted name, the rule for one tag or kind included; raises UnknownOption."""
    if setting := NAMED.get(name):
        return setting
    prefix = next((prefix for prefix in RULES if name.startswith(prefix)), None)
    if prefix is None:
        raise UnknownOption(name)
    if not SLUG.fullmatch(name, len(prefix)):
        what, sample = ("tag", "founder") if prefix == TAG_PREFIX else ("kind", "sauna")
        hint = f"for example: netlog config set {prefix}{sample} {RULES[prefix].example}"
        raise BadConfiguration(f"{_quoted(name)}: a {what} is written in a-z, 0-9 and inner hyphens", hint=hint)
    if prefix == WORTH_PREFIX:
        _refuse_word_of_other_kind(name.removeprefix(prefix))
    return RULES[prefix]


def _refuse_word_of_other_kind(word: str) -> None:
    """Raise BadConfiguration for a word that a note takes for another kind: nothing would ever have that worth."""
    kind = KIND_WORDS.get(word, word)
    if kind != word:
        hint = f"write {WORTH_PREFIX}{kind}, which is what such an entry is kept as"
        raise BadConfiguration(f"{_quoted(word)} is another word for {kind}", hint=hint)


def written(value: Value) -> str:
    """The value as `netlog config set` takes it: 3.0 is written 3."""
    return f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)


def _shown(raw: object) -> str:
    if isinstance(raw, bool):
        return str(raw).lower()
    if not isinstance(raw, str | int | float):
        return "a group" if isinstance(raw, Mapping) else f"a {type(raw).__name__}"
    try:
        return _quoted(str(raw))
    except ValueError:  # Python refuses to write out an integer of thousands of digits
        return "so long a number"


def _quoted(text: str) -> str:
    return shorten(" ".join(text.split()))
