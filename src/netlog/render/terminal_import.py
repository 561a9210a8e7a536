"""What an import comes to, and formats, on a terminal."""

from collections.abc import Iterator, Sequence
from itertools import chain

from rich.text import Text

from netlog.domain.views_import import Exported, FormatRow, Formats, Imported, Tally
from netlog.domain.wording import count
from netlog.render.page import Block, Page
from netlog.render.sentences_import import exported_words
from netlog.render.terminal import draw


def imported(view: Imported, page: Page) -> Block:
    """What was read, the counts, then what was updated, doubtful or refused, and how to take it back."""
    verb = "would import" if view.is_planned else "imported" if view.operation else "nothing new in"
    files = [f"{each.name} ({each.format})" for each in view.files]
    title = ", ".join(files) if len(files) <= 3 else count(len(files), "file")
    return [
        *page.wrapped(page.words(f"{verb} {title}", "bold"), hang=2),
        *chain.from_iterable(page.table(list(_counts(view, page)))),
        *_part("updated", [(each.handle, each.name, " · ".join(each.words)) for each in view.updates], page),
        *_part(
            "doubtful, for the inbox",
            [(d.name, d.where, f"{d.reason} as {', '.join(d.could_be)}") for d in view.doubts],
            page,
        ),
        *_part("rejected", [(each.where, each.reason) for each in view.refusals], page),
        *_last(view, page),
    ]


def _counts(view: Imported, page: Page) -> Iterator[Sequence[Text]]:
    for name, tally in (("people", view.people), ("contacts", view.contacts)):
        if any(tally):
            yield page.words(name), page.words(_tally(tally))
    if view.omissions:
        words = " · ".join(f"{each.records:,} {each.reason}" for each in view.omissions)
        yield page.words("left out"), page.words(words)
    if view.rejected:
        yield page.words("rejected"), page.words(f"{view.rejected:,}")


def _tally(tally: Tally) -> str:
    named = (("new", tally.new), ("updated", tally.updated), ("as before", tally.same), ("doubtful", tally.doubtful))
    return " · ".join(f"{number:,} {word}" for word, number in named if number)


def _part(title: str, lines: Sequence[Sequence[str]], page: Page) -> Block:
    if not lines:
        return []
    cells = [[page.words(cell) for cell in line] for line in lines]
    return [*page.heading(title), *chain.from_iterable(page.table(cells))]


def _last(view: Imported, page: Page) -> Block:
    said = [*view.notes, *(["netlog undo takes it out again"] if view.operation else [])]
    lines = [line for note in said for line in page.wrapped(page.words(note, "dim"))]
    return [Text(), *lines] if lines else []


def formats(view: Formats, page: Page) -> Block:
    """One line a format: its name, what can be done with it, what it is."""
    return list(chain.from_iterable(page.table([_format(each, page) for each in view.formats])))


def _format(each: FormatRow, page: Page) -> list[Text]:
    verbs = [verb for verb, is_there in (("import", each.is_read), ("export", each.is_written)) if is_there]
    what = f"{each.package}: {each.problem}" if each.problem else each.title
    style = "bold" if each.problem else ""
    return [page.words(each.name), page.words(", ".join(verbs), "dim"), page.words(what, style)]


def exported(view: Exported, page: Page) -> Block:
    """What was written, and where."""
    return page.wrapped(page.words(exported_words(view)), hang=2)


draw.register(Imported, imported)
draw.register(Exported, exported)
draw.register(Formats, formats)
