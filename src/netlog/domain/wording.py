"""Every sentence the scheduler says about a tie, in one place so that it can be translated.

Arithmetic and a hook, never a reproach: no line praises, blames or counts streaks.
"""

from collections.abc import Sequence
from datetime import date

from netlog.domain.cadence import KIN

RULES = {
    "person": "set for this person",
    "mentorship": "agreed for the mentorship",
    "default": "the default",
    "none": "tier none",
}
FULLER_FROM, GLADDER_FROM = 2, 3
MANY_YEARS = 3650
GLADDER = "people are often gladder to hear from you than you expect"
LINE = 60
"""Characters of a text that stand for it in a sentence."""


def count(number: int, what: str, plural: str = "") -> str:
    """ "1 day", "2 days"."""
    return f"{number} {what if number == 1 else plural or what + 's'}"


def brief(text: str, width: int = LINE) -> str:
    """The beginning of a text on one line, at most `width` characters."""
    line = " ".join(text[: width * 4].split())
    return line if len(line) <= width else f"{line[: width - 1]}…"


def ago(days: int) -> str:
    """How long since, counted in days up to two months, then in months, then in years."""
    if days == 0:
        return "today"
    if days < 61:
        return f"{count(days, 'day')} ago"
    if days < 730:
        return f"{count(round(days / 30.44), 'month')} ago"
    return f"{count(round(days / 365.25), 'year')} ago"


def span(days: int) -> str:
    """How long, counted as `ago` counts."""
    return "less than a day" if days == 0 else ago(days).removesuffix(" ago")


def a_kind(kind: str) -> str:
    """A kind of contact with its article: "a coffee", "an email"."""
    word = {"talk": "a talk", "touch": "a sign of life", "drinks": "drinks"}.get(kind)
    return word or f"{'an' if kind[:1] in 'aeiou' else 'a'} {kind}"


def rule_words(rule: str) -> str:
    """Which cadence rule won, in words."""
    plain = rule.removesuffix(KIN)
    sort, _, name = plain.partition(":")
    words = {"tier": name, "tag": f"tag {name}"}.get(sort) or RULES.get(plain, plain)
    return words if plain == rule else f"{words}, kin"


def aim(target_days: int, rule: str) -> str:
    """The target with the rule that set it: "you aim for every 30 days (close)"."""
    every = "every day" if target_days == 1 else f"every {target_days} days"
    return f"you aim for {every} ({rule_words(rule)})"


def silence(days: int, kind: str | None) -> str:
    """How long since the last contact that counts: "41 days since a call"."""
    if days == 0:
        return f"{a_kind(kind or 'contact')} today"
    return f"{span(days)} since {a_kind(kind or 'contact')}"


def overdue(*, silent: int | None, kind: str | None, aim: str, ratio: float) -> str:
    """Why somebody is overdue, with the arithmetic; after a long silence also what may help."""
    past = "no contact yet" if silent is None else f"{count(silent, 'day')} since {a_kind(kind or 'contact')}"
    return f"{past} · {aim} · {ratio:.1f}x{encouraged(ratio)}"


def encouraged(ratio: float) -> str:
    """What may help after two intervals (Bhattacharya et al. 2017) and after three (Liu et al. 2022)."""
    if ratio < FULLER_FROM:
        return ""
    return f" · {GLADDER if ratio >= GLADDER_FROM else 'a call or a meeting may do more than a message'}"


def light(*, silent: int, kind: str | None, share: float, real: int | None, aim: str, ratio: float) -> str:
    """Why somebody is due although there was a sign of life: it counts for little."""
    sign = f"{a_kind(kind or 'contact')} {ago(silent)} counts {share:.0%}"
    past = "no full contact yet" if real is None else f"{count(real, 'day')} since a full contact"
    return f"{sign} · {past} · {aim} · {ratio:.1f}x"


def even_chance(days: float) -> str:
    """When a contact without reminder is as likely as not."""
    if days >= MANY_YEARS:
        return "an even chance of contact only after many years"
    return f"an even chance of contact within {span(max(1, round(days)))}"


def off_rhythm(*, silent: int, gap: float, contacts: int, target_days: int) -> str:
    """Why somebody is early on the list: the silence is longer than usual between the two."""
    usual = f"usually every {count(round(gap), 'day')} ({count(contacts, 'time')})"
    return f"{usual} · {count(silent, 'day')} now · target {target_days} not reached yet"


def soon(*, target_days: int, rule: str, days_left: int) -> str:
    """Why somebody fills the list: nearly due."""
    return f"due in {count(days_left, 'day')} · {aim(target_days, rule)}"


def first_follow_up(*, days_since: int, where: str | None) -> str:
    """Why somebody just met is on the list."""
    met = "met today" if days_since == 0 else f"met {ago(days_since)}"
    return f"{met}{f' at {where}' if where else ''} · first follow-up"


def later_follow_up(*, rung: int, silent: int, kind: str | None) -> str:
    """Why a new tie is on the list again."""
    return f"new tie, contact {rung + 1} · {silence(silent, kind)}"


def fading(*, silent: int, gap: float, kind: str | None) -> str:
    """Why a tie that is far off its rhythm is on the list."""
    return f"{silence(silent, kind)} · {silent / gap:.0f}x the usual gap · most such ties do not resume on their own"


def reconnect(*, silent: int | None, kind: str | None) -> str:
    """Why a sleeping tie is proposed."""
    past = "never in touch since you met" if silent is None else silence(silent, kind)
    return f"{past} · {GLADDER}"


def birthday(*, days: int, turns: int | None) -> str:
    """A birthday today or ahead."""
    when = {0: "birthday today", 1: "birthday tomorrow"}.get(days, f"birthday in {days} days")
    return f"{when} · turns {turns}" if turns else when


def reply_owed(*, days: int) -> str:
    """They wrote, and nothing went back yet."""
    return f"wrote {ago(days)} · no reply logged yet"


def awaiting(*, days: int) -> str:
    """I wrote, and nothing came back yet."""
    return f"you wrote {ago(days)} · no answer logged · one nudge is enough"


def often_snoozed(times: int, *, cadence: str, wider: str, handle: str) -> str:
    """Whether a cadence still fits that keeps being put off; `wider` is the option of edit for a longer one."""
    so_far = "third snooze" if times == 3 else f"{times} snoozes"
    ways = f"netlog edit {handle} {wider}, or netlog let-go {handle}"
    return f"{so_far} since you were last in touch: does {cadence} still fit? {ways}"


def hidden(state: str) -> str:
    """Why somebody is on no list."""
    return {
        "paused": "paused: resume brings the check-ins back",
        "let go": "let go: kept in the journal, never suggested",
        "snoozed": "snoozed",
        "none": "tier none: never suggested",
        "resting": "three messages without an answer: resting until they write",
    }[state]


def calm(*, silent: int | None, kind: str | None, days_left: int) -> str:
    """Nothing to do."""
    past = "no contact yet" if silent is None else silence(silent, kind)
    return f"{past} · next check-in in {count(days_left, 'day')}"


def capacity(*, asked: float, done: float, stretch: Sequence[tuple[str, int]]) -> str:
    """The cadences ask for more a day than gets done; `stretch` are (rule, days) that would fit."""
    *most, last = [f"{rule_words(rule)} to {days}" for rule, days in stretch] or [""]
    longer = f"{', '.join(most)} and {last}" if most else last
    advice = f"stretch {longer} days, or let some go" if longer else "let some go, or give them more days"
    return f"your cadences ask for {a_day(asked)} check-ins a day, you do {a_day(done)} · {advice}"


def tipped(*, asked: float, done: float) -> str:
    """The cadences have just come to ask for more a day than gets done."""
    return f"your cadences now ask for {a_day(asked)} check-ins a day, you do {a_day(done)} · netlog forecast"


def a_day(number: float) -> str:
    """So many a day: "1.7", "0.04"."""
    return f"{number:.1f}" if number >= 1 else f"{number:.2f}"


def other_rhythm(*, gap: float, contacts: int, target_days: int, rule: str) -> str:
    """Why another tier is proposed: "about every 12 days over 9 contacts · close aims for 30"."""
    every = "every day" if round(gap) == 1 else f"every {round(gap)} days"
    return f"about {every} over {count(contacts, 'contact')} · {rule_words(rule)} aims for {target_days}"


def tier_kept(*, name: str, tier: str | None, again_on: date) -> str:
    """A tier stays as it is, whatever the rhythm says."""
    place = f"in {tier}" if tier else "without a tier"
    return f"left {name} {place} · asked again from {again_on.isoformat()} on at the earliest"


def pace(pace: float) -> str:
    """How readily ties come back, compared with the logs that netlog's constants were measured on."""
    times = f"{pace:.1f}x"
    as_usual = "about as readily as usual" if times == "1.0x" else f"{times} as readily as usual"
    return f"your ties come back {as_usual}"
