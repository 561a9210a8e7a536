"""What passes between the services and the store: drafts to be written, rows as they are read, filters."""

from datetime import date
from typing import NamedTuple

from netlog.domain.scheduler import Clock
from netlog.domain.strength import Log
from netlog.domain.views import Entry, Fact


class NewPerson(NamedTuple):
    """A person to add; `contacts` are (sort, value), `topics` (side, words); a new `uuid` unless one is given."""

    handle: str
    name: str
    since_on: date
    is_fresh: bool
    company: str | None = None
    role: str | None = None
    place: str | None = None
    met: str | None = None
    met_on: date | None = None
    event: str | None = None
    via_id: int | None = None
    tier: str | None = None
    every_days: int | None = None
    birthday: str | None = None
    imported_on: date | None = None
    is_kin: bool = False
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()
    topics: tuple[tuple[str, str], ...] = ()
    facts: tuple[str, ...] = ()
    uuid: str | None = None


class NewInteraction(NamedTuple):
    """A contact to log, with the people by number."""

    at: str
    zone: str
    on_day: date
    kind: str
    depth: str
    direction: str
    text: str
    people: tuple[int, ...]
    minutes: int | None = None
    place: str | None = None
    event: str | None = None
    tags: tuple[str, ...] = ()
    counts: float | None = None
    is_private: bool = False


class NewPromise(NamedTuple):
    """Something one side said they would do; `side` is mine or theirs."""

    person_id: int
    side: str
    text: str
    made_on: date
    due_on: date | None = None
    interaction_id: int | None = None
    postponed: int = 0


class NewExchange(NamedTuple):
    """Help that flowed or was asked for; `flow` is gave, got, asked or asked_by."""

    person_id: int
    flow: str
    text: str
    on_day: date
    interaction_id: int | None = None


class NewIntroduction(NamedTuple):
    """One person to be made known to another; `person_id` is asked first."""

    person_id: int
    other_id: int
    why: str
    state: str
    moved_on: date


class NewFact(NamedTuple):
    """Something worth remembering about a person; without a `sort` its words tell it."""

    person_id: int
    on_day: date
    text: str
    sort: str | None = None
    is_private: bool = False


class FactRow(NamedTuple):
    """A fact as stored, with the person's names."""

    id: int
    person_id: int
    handle: str
    name: str
    on_day: date
    text: str
    sort: str | None
    confirmed_on: date | None
    is_private: bool = False


class NewSeason(NamedTuple):
    """A time in which some ties pull more; `boost` is tag:slug, tier:name or person:uuid, over on `until_on`."""

    name: str
    boost: str
    factor: float
    since_on: date
    until_on: date


class SeasonRow(NamedTuple):
    """A season as stored; of a boost of one person with the names, unless that person is gone."""

    id: int
    name: str
    boost: str
    handle: str | None
    person: str | None
    factor: float
    since_on: date
    until_on: date


class PromiseRow(NamedTuple):
    """A promise as stored, with the person's names; no `outcome` means open."""

    id: int
    person_id: int
    handle: str
    name: str
    side: str
    text: str
    made_on: date
    due_on: date | None
    postponed: int
    outcome: str | None
    closed_on: date | None
    interaction_id: int | None


class ExchangeRow(NamedTuple):
    """Help that flowed or was asked for, with the person's names."""

    id: int
    person_id: int
    handle: str
    name: str
    flow: str
    text: str
    on_day: date
    answered_on: date | None
    interaction_id: int | None


class IntroductionRow(NamedTuple):
    """An introduction as stored, with the names of both; the first is asked first."""

    id: int
    person_id: int
    handle: str
    name: str
    other_id: int
    other_handle: str
    other_name: str
    why: str
    state: str
    moved_on: date
    made_on: date | None
    outcome: str | None


class LoopRow(NamedTuple):
    """Something open: the table and number of what it is, whose, and the day (ordinal) from which it is said."""

    source: str
    source_id: int
    person_id: int
    from_on: int


class NewInboxItem(NamedTuple):
    """A quick note to keep until it is settled."""

    at: str
    zone: str
    on_day: date
    text: str
    reason: str
    is_private: bool = False


class PersonRow(NamedTuple):
    """A person as stored."""

    id: int
    uuid: str
    handle: str
    name: str
    company: str | None
    role: str | None
    place: str | None
    met: str | None
    met_on: date | None
    event: str | None
    via: str | None
    tier: str | None
    every_days: int | None
    birthday: str | None
    since_on: date
    is_fresh: bool
    imported_on: date | None
    snoozed_until: date | None
    paused_on: date | None
    ended_on: date | None
    ended_why: str | None
    is_kin: bool = False
    skipped_on: date | None = None
    tier_kept_on: date | None = None
    via_id: int | None = None


class Belongings(NamedTuple):
    """What hangs on a person."""

    aliases: tuple[str, ...]
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    urls: tuple[str, ...]
    tags: tuple[str, ...]
    can: tuple[str, ...]
    wants: tuple[str, ...]
    facts: tuple[Fact, ...]
    private_facts: int = 0


FOREVER = date.max.toordinal()
"""`hidden_until` of a tie that nothing but a change by the user brings back."""


class TieRow(NamedTuple):
    """A person with the clock of the tie (none: never nudged), as the morning needs them; days are ordinals.

    `pace` is how readily the ties of this journal come back: `calibration.pace_of`.
    """

    id: int
    handle: str
    name: str
    tier: str | None
    contacts: int
    log: Log
    rule: str
    clock: Clock | None
    pace: float
    hidden_until: int
    factor: float
    reply_owed_on: int | None
    nudge_on: int | None
    nudge_since: int | None
    birthday: str | None
    birthday_lead: int
    is_paused: bool
    is_ended: bool


class PauseRow(NamedTuple):
    """A time without check-ins with anybody; `until_on` is the first day after it, None until resumed."""

    since_on: date
    until_on: date | None


class LastWord(NamedTuple):
    """The newest contact with a person, and the latest text that was kept."""

    on: date | None
    kind: str | None
    direction: str | None
    text: str
    worth: float = 0.0


class ListedRow(NamedTuple):
    """A person in a list, with the tie."""

    company: str | None
    role: str | None
    place: str | None
    tags: tuple[str, ...]
    last_on: date | None
    tie: TieRow


class EntryRow(NamedTuple):
    """An interaction as stored, with the numbers of its people."""

    entry: Entry
    at: str
    zone: str
    people: tuple[int, ...]


class TierRow(NamedTuple):
    """How many people of a tier (empty: none set) are in a state."""

    tier: str
    state: str
    people: int


class StandingRow(NamedTuple):
    """How many people of a tier (empty: none set) are under a rule and in a state.

    Those who are paused, resting or dormant ask for no check-ins.
    """

    tier: str
    rule: str
    value: float
    target_days: int | None
    state: str
    is_asking: bool
    people: int


class SuggestibleRow(NamedTuple):
    """Somebody whose rhythm may lie far off the target; `full_days` are ordinals of full contact-days, ascending."""

    handle: str
    name: str
    tier: str | None
    rule: str
    target_days: int
    full_days: tuple[int, ...]


class Filters(NamedTuple):
    """Which people or entries are meant; every condition must hold. `people` are numbers.

    `i_owe` means an ask of theirs or a promise of mine is open, `only_asked` that I asked and nothing else flowed.
    """

    people: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    tier: str | None = None
    kind: str | None = None
    event: str | None = None
    near: str | None = None
    since: date | None = None
    until: date | None = None
    i_owe: bool = False
    only_asked: bool = False


EVERYBODY = Filters()
