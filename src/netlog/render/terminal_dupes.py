"""On a terminal: who may be in the journal twice, what a merge would do, what forgetting erases and leaves."""

from collections.abc import Mapping, Sequence
from itertools import chain

from rich.text import Text

from netlog.domain.views_dupes import Copy, Dupe, Dupes, FieldFate, ForgetPlan, Forgotten, MergePlan, Moved, Place
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import count, listed
from netlog.render.terminal import draw
from netlog.render.terminal_lists import part_of

FATES: Mapping[str, str] = {
    "same": "the same",
    "kept": "kept",
    "taken": "taken over",
    "fact": "becomes a fact",
    "alias": "becomes an alias",
    "both": "added",
    "left": "not taken over",
}
STATES: Mapping[str, str] = {
    "clean": "not in it",
    "holds": "still in it",
    "unreadable": "cannot be read",
    "erased": "erased from it",
    "removed": "removed, for it could not be read",
}
MANY: Mapping[str, str] = {
    "entry": "entries",
    "person": "people",
    "alias": "aliases",
    "line of a card": "lines of cards",
    "pair told apart": "pairs told apart",
}
OUT_OF_REACH = (
    "out of reach: exports, copies you made yourself, the history of your shell, drafts of an editor, "
    "what the disk keeps of deleted files"
)


def dupes(view: Dupes, page: Page) -> Block:
    """A pair a line, with how certain it is and why; what to do comes last."""
    if not view.pairs:
        return page.wrapped(page.words("Nobody seems to be in the journal twice."))
    rows = page.table([_pair(pair, page) for pair in view.pairs[: page.screenful]])
    noun = count(view.total, "pair")
    first = view.pairs[0]
    names = f"{first.handle} {first.other_handle}"
    how = f"one person: netlog merge {names} · two: netlog dupes no {names}"
    return [
        *part_of(rows, page, held=len(view.pairs), total=view.total, noun=noun),
        *page.wrapped(page.words(how, "dim"), hang=2),
    ]


def _pair(pair: Dupe, page: Page) -> list[Text]:
    one = page.words(pair.name, "bold") + page.words(f" ({pair.handle})", "dim")
    other = page.words(pair.other_name, "bold") + page.words(f" ({pair.other_handle})", "dim")
    sure = page.words(f"{pair.words}, {pair.certainty:.0%}")
    why = page.dotted([page.words(reason) for reason in pair.reasons])
    return [sure, one + Text("\n") + other + Text("\n") + why]


def merge_plan(view: MergePlan, page: Page) -> Block:
    """Each field with what becomes of it, then what comes over."""
    title = f"{view.other.name} ({view.other.handle}) into {view.kept.name} ({view.kept.handle})"
    rows = page.table([[page.words(each.field), _fate(each, page)] for each in view.fields])
    moves = [count(each.rows, each.what, each.what) for each in view.moves]
    coming = page.wrapped(page.words(f"come over: {listed(moves)}")) if moves else []
    return [
        *page.wrapped(page.words(title, "bold")),
        *chain.from_iterable(rows),
        *([BLANK, *coming] if coming else []),
    ]


def _fate(each: FieldFate, page: Page) -> Text:
    kept = page.words(each.kept)
    if each.fate in ("same", "kept"):
        return page.dotted([kept, page.words(FATES[each.fate], "dim")])
    return page.dotted([kept, page.words(f"{each.other} ({FATES.get(each.fate, each.fate)})")])


def forget_plan(view: ForgetPlan, page: Page) -> Block:
    """What would go, what would stay, and which copies hold the person."""
    title = page.wrapped(page.words(f"forgetting {view.person.name} ({view.person.handle}) would erase", "bold"))
    return [*title, *_rows(view.erases, page), *_named(view.named, page), *_copies(view.copies, page)]


def forgotten(view: Forgotten, page: Page) -> Block:
    """What went, what stays, and what is out of reach."""
    who = f"forgot {view.person.name} ({view.person.handle}) for good" if view.person else "cleared the copies"
    undo = count(view.operations, "operation") + " of the history can no longer be undone"
    return [
        *page.wrapped(page.words(who)),
        *_rows(view.erased, page),
        *(page.wrapped(page.words(undo), indent=2, hang=2) if view.operations else []),
        *_named(view.named, page),
        *_copies(view.copies, page),
        *page.wrapped(page.words(OUT_OF_REACH, "dim"), hang=2),
    ]


def _rows(rows: Sequence[Moved], page: Page) -> Block:
    said = [page.words(count(each.rows, each.what, MANY.get(each.what, ""))) for each in rows]
    return page.wrapped(page.dotted(said), indent=2, hang=2) if said else []


def _named(places: Sequence[Place], page: Page) -> Block:
    if not places:
        return []
    said = [page.words(f"{place.source} {place.id}") for place in places]
    title = page.words(f"still named in {count(len(places), 'text')}, for you to read and edit:")
    return [*page.wrapped(title, hang=2), *page.wrapped(page.dotted(said), indent=2)]


def _copies(copies: Sequence[Copy], page: Page) -> Block:
    rows = page.table([[page.words(STATES.get(each.state, each.state)), page.words(each.path)] for each in copies])
    return [*page.wrapped(page.words("copies beside the journal:")), *chain.from_iterable(rows)] if rows else []


draw.register(Dupes, dupes)
draw.register(MergePlan, merge_plan)
draw.register(ForgetPlan, forget_plan)
draw.register(Forgotten, forgotten)
