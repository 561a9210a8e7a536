"""Help that flows between two people, in words: what was given, got and asked for, and when only asking was done."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import islice

FLOWS = ("gave", "got", "asked", "asked_by")
"""Which way it flowed: I gave, I got, I asked them, they asked me."""

DEEDS = {"gave": "gave {name}: {what}", "got": "got from {name}: {what}", "asked": "asked {name}: {what}"}
SHORT = {"gave": "gave", "got": "got", "asked": "asked", "asked_by": "was asked"}
IN_A_ROW = 2
"""Times of only asking, one after the other, before which the next is worth a thought."""

ONLY_ASKED = "the last two times you asked for something; is there something to give?"


def deed(flow: str, *, name: str, what: str) -> str:
    """What happened, as the history tells it: "gave Giulia: notes on pricing"."""
    return DEEDS.get(flow, "{name} asked: {what}").format(name=name, what=what)


def flow_words(flow: str) -> str:
    """Which way, in a column of its own: "gave", "was asked"."""
    return SHORT.get(flow, flow)


def is_open(flow: str, answered_on: date | None) -> bool:
    """Whether they asked and have no answer yet."""
    return flow == "asked_by" and answered_on is None


def only_asked(days: Iterable[Collection[str]]) -> bool:
    """Whether I asked on the last two days with a contact and nothing went the other way.

    `days` are newest first, each with what flowed on it, which is nothing for a mere contact. A day of which only
    help got is known is passed over: it is the answer to what was asked.
    """
    told = list(islice((set(flows) for flows in days if set(flows) != {"got"}), IN_A_ROW))
    return len(told) == IN_A_ROW and all("asked" in flows and not flows & {"gave", "asked_by"} for flows in told)


def counted(counts: Iterable[tuple[str, int]]) -> str:
    """How often help flowed each way, in words: "gave 3 times, got twice, asked once"."""
    return ", ".join(f"{flow_words(flow)} {often(times)}" for flow, times in counts)


def often(times: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(times, f"{times:,} times")
