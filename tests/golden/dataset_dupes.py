"""Likely duplicates, merges and forgetting that hold every hard value."""

from datetime import date

from netlog.domain.receipts import Ref
from netlog.domain.views_dupes import (
    Copy,
    Dupe,
    Dupes,
    FieldFate,
    ForgetPlan,
    Forgotten,
    MergePlan,
    Moved,
    Place,
)

TODAY = date(2026, 11, 21)
GIULIA, OTHER = Ref("giulia", "Giulia Rossi"), Ref("giulia-2", "Giulia Rosi")
PAIR = Dupe(*GIULIA, *OTHER, 0.95, "almost certain", ("same e-mail giulia@ferri.example", "one letter apart"))
NO_DUPES = Dupes(TODAY, (), 0, 3)
COPIES = (
    Copy("backups/journal-2026-11-20.db", "holds"),
    Copy("backups/journal-before-import-2026-11-02.db", "clean"),
    Copy("journal-damaged-2026-10-01-090000.db", "unreadable"),
)
ERASED = (Moved("person", 1), Moved("entry", 1204), Moved("alias", 2))
NOTHING_LEFT = Forgotten(TODAY, None, (), 0, (), ())


def dupes(*names: str) -> Dupes:
    """A sure pair, then one for each name."""
    others = (PAIR._replace(name=name, other_name=name, certainty=0.62, words="possible") for name in names)
    return Dupes(TODAY, (PAIR, *others), 1204, 0)


def merge_plan(markup: str, layered: str, escapes: str) -> MergePlan:
    """Every fate a field can have."""
    fields = (
        FieldFate("handle", "giulia", "giulia-2", "alias"),
        FieldFate("name", "Giulia Rossi", markup, "alias"),
        FieldFate("company", "Studio Ferri", escapes, "fact"),
        FieldFate("role", "", layered, "taken"),
        FieldFate("place", "Milano", "", "kept"),
        FieldFate("tier", "close", "wide", "left"),
        FieldFate("e-mail", "giulia@ferri.example", "g@rosi.example", "both"),
        FieldFate("tags", "pm", "pm", "same"),
    )
    return MergePlan(TODAY, GIULIA, OTHER, fields, (Moved("entries", 1204), Moved("promise", 1)))


def forget_plan(hostile: str) -> ForgetPlan:
    """Somebody with copies of every state."""
    return ForgetPlan(TODAY, Ref("giulia", hostile), ERASED, (Place("entry", 12), Place("fact", 3)), COPIES)


def forgotten(hostile: str) -> Forgotten:
    """Somebody who is gone, but for what others wrote."""
    done = (COPIES[0]._replace(state="erased"), COPIES[1], COPIES[2]._replace(state="removed"))
    return Forgotten(TODAY, Ref("giulia", hostile), ERASED, 41, (Place("inbox", 2),), done)
