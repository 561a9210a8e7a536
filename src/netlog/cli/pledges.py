"""Reads a promise as it is typed, alone or within a log line."""

from netlog.clock import in_range
from netlog.domain.deadlines import with_deadline
from netlog.errors import UsageProblem
from netlog.services.checks import check_field
from netlog.services.promises import Pledge
from netlog.workspace import Workspace


def pledge(net: Workspace, side: str, text: str, by: str | None = None) -> Pledge:
    """What is promised and by when; raises UnreadableDate, or UsageProblem when there are no words."""
    due_on = net.ahead(by) if by is not None else None
    if by is None:
        text, due_on = with_deadline(text, net.today, day_first=net.config.day_first)
    if not text.strip():
        raise UsageProblem("what was promised? there are no words", hint='for example: "send the deck by friday"')
    return side, check_field(text), due_on and in_range(due_on)
