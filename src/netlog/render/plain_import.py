"""What an import comes to, and formats, as rows for pipes."""

from collections.abc import Iterator

from netlog.domain.views_import import Exported, Formats, Imported
from netlog.render.plain import Row, rows
from netlog.render.sentences_import import exported_words


def imported(view: Imported) -> Iterator[Row]:
    """The files, the counts, then each thing of which something is to be said; last the number for undo."""
    yield from (("file", *each) for each in view.files)
    yield "people", *view.people
    yield "contacts", *view.contacts
    yield from (("left_out", each.reason, each.records) for each in view.omissions)
    yield "rejected", view.rejected
    yield from (("refusal", *each) for each in view.refusals)
    yield from (("update", *each) for each in view.updates)
    yield from (("doubt", *each) for each in view.doubts)
    yield from (("note", note) for note in view.notes)
    yield "operation", view.operation


def formats(view: Formats) -> Iterator[Row]:
    """One row per format."""
    return (tuple(each) for each in view.formats)


def exported(view: Exported) -> list[Row]:
    """What was written, and where, as a sentence."""
    return [(exported_words(view),)]


rows.register(Imported, imported)
rows.register(Exported, exported)
rows.register(Formats, formats)
