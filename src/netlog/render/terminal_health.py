"""Backups and the state of the journal on a terminal."""

from collections.abc import Mapping
from itertools import chain

from rich.text import Text

from netlog.domain.sizes import size
from netlog.domain.views_health import BackedUp, Backup, Backups, Finding, Health, Restored
from netlog.render.page import BLANK, Block, Page
from netlog.render.phrases import count, day, people
from netlog.render.sentences import sentences
from netlog.render.sentences_health import backed_up, restored
from netlog.render.terminal import draw

NONE = "No backup yet. Make one: netlog backup"
STATES: Mapping[str, tuple[str, str]] = {
    "ok": ("ok", "dim"),
    "fixed": ("fixed", ""),
    "warning": ("look", "bold"),
    "fixable": ("to fix", "bold"),
    "broken": ("broken", "bold red"),
}
SOUND, BROKEN = "All is well.", "Something is broken; see above."
FIXABLE = "To put right what can be: netlog doctor --fix"


def backups(view: Backups, page: Page) -> Block:
    """Two lines a backup, the newest first: its name, to be copied, and what it holds."""
    if not view.backups:
        return page.wrapped(page.words(NONE))
    total = f"{count(len(view.backups), 'backup')}, {size(view.bytes)} · {view.folder}"
    lines = chain.from_iterable(_backup(each, view, page) for each in view.backups)
    return [*lines, BLANK, *page.wrapped(page.words(total, "dim"))]


def _backup(each: Backup, view: Backups, page: Page) -> Block:
    held = f"{people(each.people)}, {count(each.entries, 'entry', 'entries')}"
    parts = (day(each.on, view.today), held, size(each.bytes), each.why)
    details = page.dotted([page.words(part) for part in parts])
    return [*page.wrapped(page.words(each.name), indent=2), *page.wrapped(details, indent=4)]


def health(view: Health, page: Page) -> Block:
    """A line a finding, with what to do below it; the verdict last."""
    lines = chain.from_iterable(page.table([_finding(each, page) for each in view.findings]))
    states = {each.state for each in view.findings}
    verdict = SOUND if view.is_sound else BROKEN if "broken" in states else FIXABLE
    return [*lines, BLANK, *page.wrapped(page.words(verdict))]


def _finding(each: Finding, page: Page) -> list[Text]:
    word, style = STATES.get(each.state, (each.state, ""))
    words = page.words(each.words, "dim" if each.state == "ok" else "")
    if each.advice:
        words = page.lines("\n").join([words, page.words(each.advice, "bold" if each.state == "broken" else "dim")])
    return [page.words(word, style), page.words(each.what), words]


draw.register(Backups, backups)
draw.register(Health, health)
sentences.register(BackedUp, backed_up)
sentences.register(Restored, restored)
