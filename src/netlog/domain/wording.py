"""Every sentence the scheduler says about a tie, in one place so that it can be translated.

Arithmetic and a hook, never a reproach: no line praises, blames or counts streaks.
"""

from netlog.domain.cadence import KIN

RULES = {"person": "set for this person", "default": "the default", "none": "tier none"}
GLADDER = "people are often gladder to hear from you than you expect"


def count(number: int, what: str, plural: str = "") -> str:
    """ "1 day", "2 days"."""
    return f"{number} {what if number == 1 else plural or what + 's'}"


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


def overdue(*, silent: int | None, kind: str | None, target_days: int, rule: str, ratio: float) -> str:
    """Why somebody is overdue, with the arithmetic."""
    past = "no contact yet" if silent is None else silence(silent, kind)
    return f"{past} · {aim(target_days, rule)} · {ratio:.1f}x"


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
