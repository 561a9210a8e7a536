"""Receipts of backups and restores in words, and how much a journal holds."""

from datetime import date

from netlog.domain.sizes import size
from netlog.domain.views_health import BackedUp, Extent, Restored
from netlog.render.phrases import count, day, people
from netlog.render.sentences import Sentence


def backed_up(receipt: BackedUp) -> tuple[Sentence, ...]:
    """`backed up 12 people and 340 entries · 1.2 MB · PATH`."""
    if not receipt.is_new:
        return (Sentence(f"nothing has changed since the last backup · {receipt.path}"),)
    made = receipt.backup
    held = f"{people(made.people)} and {count(made.entries, 'entry', 'entries')}"
    done = Sentence(f"backed up {held} · {size(made.bytes)} · {receipt.path}")
    gone = len(receipt.dropped)
    return (done, Sentence(f"{count(gone, 'older backup')} went", "next")) if gone else (done,)


def restored(receipt: Restored) -> tuple[Sentence, ...]:
    """What stands in the journal's place, what stood there, and where that is now."""
    done = Sentence(f"restored {receipt.source}: {extent(receipt.now, receipt.today)}")
    if receipt.replaced is None:
        kept: tuple[Sentence, ...] = ()
    else:
        was = extent(receipt.was, receipt.today) if receipt.was else "which cannot be read"
        kept = (Sentence(f"kept the journal that was there as {receipt.replaced}: {was}", "next"),)
    return done, *kept, *(Sentence(note, "notice") for note in receipt.notes)


def extent(held: Extent, today: date) -> str:
    """`12 people, 340 entries, Mon 3 Mar 2025 to Fri 20 Nov`."""
    much = f"{people(held.people)}, {count(held.entries, 'entry', 'entries')}"
    if held.first_on is None or held.last_on is None:
        return much
    first, last = day(held.first_on, today), day(held.last_on, today)
    return f"{much}, {first}" if first == last else f"{much}, {first} to {last}"
