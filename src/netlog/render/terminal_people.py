"""The list of people."""

from collections.abc import Sequence

from rich.text import Text

from netlog.domain.views import Listed, PeopleList
from netlog.render.page import Block, Page
from netlog.render.phrases import distance, people
from netlog.render.terminal_lists import part_of

WIDE = 88
STATES = {"warm": "green", "soon": "cyan", "drifting": "magenta", "fading": "magenta", "dormant": "dim"}
TITLES = ("name", "handle", "state", "last", "due", "about")
LEAST_ABOUT = 8


def people_list(view: PeopleList, page: Page) -> Block:
    """A screenful of people, in columns where the terminal is wide enough."""
    if not view.people:
        return [page.words("Nobody to show.")]
    blocks = _in_lines(view, page) if page.width < WIDE else _in_columns(view, page)
    noun = people(view.total)
    return part_of(blocks, page, held=len(view.people), total=view.total, noun=noun)


def _in_lines(view: PeopleList, page: Page) -> list[Block]:
    return page.table([_compact(person, view, page) for person in view.people[: page.screenful]])


def _in_columns(view: PeopleList, page: Page) -> list[Block]:
    titles = [page.words(title, "dim") for title in TITLES]
    rows = [_columns(person, view, page) for person in view.people[: page.screenful]]
    head, first, *others = page.table([titles, *rows], least=LEAST_ABOUT)
    return [[*head, *first], *others]


def _columns(person: Listed, view: PeopleList, page: Page) -> list[Text]:
    last = distance(person.last_on, view.today) if person.last_on else "never"
    due = distance(person.due_on, view.today) if person.due_on else "not nudged"
    return [*_who(person, page), page.words(last), page.words(due), _about(person, page)]


def _compact(person: Listed, view: PeopleList, page: Page) -> list[Text]:
    last = f"last {distance(person.last_on, view.today)}" if person.last_on else "never in touch"
    due = f"due {distance(person.due_on, view.today)}" if person.due_on else "not nudged"
    return [*_who(person, page), page.dotted([page.words(last), page.words(due), _about(person, page)])]


def _who(person: Listed, page: Page) -> list[Text]:
    state = page.words(person.state, STATES.get(person.state, ""))
    return [page.words(person.name, "bold"), page.words(person.handle), state]


def _about(person: Listed, page: Page) -> Text:
    known = (person.tier, work(person.role, person.company), person.place, tag_words(person.tags))
    return page.dotted([page.words(part, "dim") for part in known if part])


def work(role: str | None, company: str | None) -> str:
    """What somebody does, and where."""
    return " at ".join(part for part in (role, company) if part)


def tag_words(tags: Sequence[str]) -> str:
    """Tags as they are typed."""
    return " ".join(f"+{tag}" for tag in tags)
