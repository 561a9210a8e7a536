"""One invented network that holds every hard value, and every answer about it."""

from datetime import date, timedelta

from tests.golden.dataset_brief import NO_FACTS, bare_brief, brief, event_brief, fact_list
from tests.golden.dataset_dupes import NO_DUPES, NOTHING_LEFT, dupes, forget_plan, forgotten, merge_plan
from tests.golden.dataset_health import (
    BACKED_UP,
    HEALTH,
    NO_BACKUPS,
    RESTORED,
    SOUND,
    backups,
    broken,
)
from tests.golden.dataset_help import (
    FLOWS,
    NO_EXCHANGES,
    NO_EXCHANGES_WITH,
    NO_HELPERS,
    NO_MATCHES,
    exchange_list,
    exchanges,
    flowed,
    helpers,
    matches,
)
from tests.golden.dataset_import import exported, formats, imported, nothing_new
from tests.golden.dataset_load import FITTING, FORECAST, HELD, NO_FORECAST, TIERS, suggestions
from tests.golden.dataset_meeting import (
    ALL_CLOSED,
    BARE_EVENT,
    NO_EVENTS,
    NO_INTRODUCTIONS,
    event_end,
    event_sheet,
    events,
    introduced,
    introductions,
)
from tests.golden.dataset_mentoring import (
    agenda,
    bare_review,
    first_opening,
    goals,
    mentored,
    mentorship,
    mentorships,
    opening,
    review,
)
from tests.golden.dataset_promises import COUNTS, DECK, INTRO, NO_PROMISES, PROMISED, promise_list
from tests.golden.dataset_seasons import seasons
from tests.golden.dataset_united import NOTHING_NEW, united

from netlog.domain.receipts import (
    Added,
    Changed,
    Configured,
    Kept,
    Logged,
    Next,
    Ref,
    Reversed,
    Unchanged,
)
from netlog.domain.views import (
    Done,
    DueItem,
    Entry,
    Fact,
    Found,
    History,
    Hit,
    Inbox,
    InboxItem,
    Listed,
    Loop,
    Morning,
    Option,
    Options,
    Paused,
    PeopleList,
    Term,
    Text,
    TieState,
    Value,
    Why,
)
from netlog.domain.views_dossier import Dossier
from netlog.domain.views_stats import MonthCount, Stats, TierCount

TODAY = date(2026, 11, 21)

COMBINING = "Nicolo\u0300 D\u2019Amico"
LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Montga"
MARKUP = "[red]Rosso[/red] :smile:"
ESCAPES = "Eve \x1b[31m\x1b]0;owned\x07 Mallory"
BIDI = "Amr \u202egnp.exe\u2066"
FAMILY = "Zoë \U0001f469\u200d\U0001f469\u200d\U0001f467"
WIDE = "山田太郎"
LAYERED = "first line\nsecond\tline\r\nthird\x9b2J \u200bline"


def _tie(
    handle: str,
    name: str,
    *,
    state: str = "warm",
    reason: str = "",
    tier: str | None = "close",
    due_on: date | None = date(2026, 12, 21),
    ratio: float | None = 0.34567,
) -> TieState:
    return TieState(
        handle=handle,
        name=name,
        tier=tier,
        due_on=due_on,
        overdue_ratio=ratio,
        warmth=None if ratio is None else 0.78694,
        rhythm_days=9.04,
        p_30=0.91239,
        state=state,
        priority=3.1415926,
        reason=reason,
    )


def _due(section: str, tie: TieState, *, topic: str = "", last_on: date | None = date(2026, 10, 11)) -> DueItem:
    return DueItem(section=section, tie=tie, last_on=last_on, last_kind="call" if last_on else None, topic=topic)


LUKASZ = _tie(
    "lukasz",
    "Łukasz Wójcik",
    state="due",
    reason="41 days since a call · you aim for every 30 (close) · 1.4x",
    due_on=date(2026, 11, 9),
    ratio=1.3667,
)
MORNING = Morning(
    today=TODAY,
    per_day=3.0,
    first=(
        _due("promise", _tie("nicolo", COMBINING, reason="send him the slides · due today"), topic=""),
        _due("overdue", LUKASZ, topic="his move to Gdańsk, and whether the team follows"),
        _due(
            "follow-up",
            _tie("taro", WIDE, reason="met 2 days ago at PyCon · first follow-up", tier=None),
            topic="日本語の勉強会",
        ),
    ),
    if_time=(
        _due("reply", _tie("eve", ESCAPES, reason="wrote 3 days ago"), topic=LAYERED),
        _due(
            "fill",
            _tie("rosso", MARKUP, reason="usually every 9 days (12 times) · 16 days now"),
            topic=MARKUP,
        ),
        _due(
            "overdue",
            _tie(
                "wolfe",
                LONG,
                state="drifting",
                reason="412 days since lunch · you aim for every 365 (wide) · 1.1x",
            ),
            topic="a topic that goes on and on, about gardens, boats, a book on bridges, the choir in Lwów",
        ),
    ),
    reconnect=_due(
        "reconnect",
        _tie("zoe", FAMILY, state="dormant", reason="3 years since dinner · appreciated more than you think"),
        last_on=date(2023, 8, 1),
    ),
    rest=12,
    people=512,
)
LOOPS = (
    Loop(
        "promise",
        3,
        "nicolo",
        COMBINING,
        date(2026, 11, 20),
        "send him the slides · by yesterday, Fri 20 Nov",
        "netlog keep 3",
    ),
    Loop("promised", 9, "taro", WIDE, None, "introduce me to " + ESCAPES + " · said 24 days ago", "netlog keep 9"),
    Loop("ask", 2, "rosso", MARKUP, date(2026, 11, 18), "asked 3 days ago: " + LAYERED, "netlog answer 2"),
    Loop("mentoring", 4, "rosso", MARKUP, date(2026, 11, 28), "the end is near: review", "netlog mentor review rosso"),
    Loop("introduction", 5, "wolfe", LONG, None, "to " + BIDI + " · ask whether it is welcome", "netlog intro next 5"),
)
EMPTY_MORNING = Morning(TODAY, per_day=3.0, first=(), if_time=(), reconnect=None, rest=0, people=0)
CALM_MORNING = Morning(TODAY, per_day=3.0, first=(), if_time=(), reconnect=None, rest=0, people=40)
OPEN_MORNING = CALM_MORNING._replace(loops=LOOPS)
PAUSED_MORNING = Morning(
    TODAY,
    per_day=3.0,
    first=(_due("birthday", _tie("zoe", FAMILY, reason="birthday today · turns 40")),),
    if_time=(),
    reconnect=None,
    rest=0,
    people=40,
    pause=Paused(date(2026, 11, 16), date(2027, 1, 11), 12),
)
RESTING_MORNING = CALM_MORNING._replace(pause=Paused(TODAY, None, 1))

WHY = Why(
    today=TODAY,
    tie=LUKASZ,
    section="overdue",
    rank=2,
    rank_of=5,
    terms=(
        Term("cadence", "30 days", "tier:close; no days of his own, no tag rule"),
        Term("last contact", "Sun 11 Oct", "call, 41 days ago"),
        Term("overdue", "1.4x", "41 days / 30 days, and every day adds 0.03 until there is a contact again"),
        Term("rank", "3.14", MARKUP),
    ),
    what_if=(
        "a call today: due again Mon 21 Dec",
        "a message today: due again Sun 6 Dec, for it counts half",
    ),
)
NEVER_NUDGED = Why(
    today=TODAY,
    tie=_tie("amr", BIDI, state="warm", reason="tier none: never nudged", tier="none", due_on=None, ratio=None),
    section=None,
    rank=None,
    rank_of=None,
    terms=(),
    what_if=(),
)


def _entry(number: int, on: date, text: str, *, kind: str = "coffee", direction: str = "mutual") -> Entry:
    return Entry(number, on, kind, "meet", direction, text, ("Łukasz Wójcik",), ("lukasz",))


DOSSIER = Dossier(
    today=TODAY,
    tie=LUKASZ,
    company="Żubr & Sons [bold]",
    role="head of data",
    place="Gdańsk",
    met="at a workshop on maps",
    met_on=date(2024, 2, 29),
    via="Giulia Rossi",
    event="geopython-2024",
    birthday="1988-02-29",
    cadence="every 30 days (close)",
    is_kin=False,
    snoozed_until=date(2026, 12, 1),
    paused_on=None,
    ended_on=None,
    ended_why=None,
    aliases=("Luke", COMBINING),
    emails=("lukasz@example.org", "lw@example.com"),
    phones=("+48 555 010 101",),
    urls=("https://example.org/~lukasz",),
    tags=("maps", "running"),
    can=("PostGIS", "hiring in Poland"),
    wants=("a flat near the sea",),
    facts=(
        Fact(7, date(2024, 3, 1), "has two kids, Ala and Staś"),
        Fact(9, date(2026, 5, 3), "moved to Gdańsk\nand bought a boat"),
    ),
    contacts=134,
    first_on=date(2024, 2, 29),
    last_on=date(2026, 10, 11),
    started_by_me=60,
    started_by_them=41,
    timeline=(
        _entry(1204, date(2026, 11, 18), "thought of him at the harbour", kind="like", direction="out"),
        Entry(
            1190,
            date(2026, 10, 11),
            "call",
            "talk",
            "in",
            LAYERED,
            ("Łukasz Wójcik", WIDE, ESCAPES),
            ("lukasz", "taro", "eve"),
            minutes=45,
            place="on the train",
            event="offsite",
            tags=("maps",),
            counts=0.25,
        ),
        _entry(801, date(2024, 12, 31), ""),
        _entry(12, date(2024, 3, 15), "a long talk about " + "maps and trains and boats and " * 6 + "the sea"),
    ),
    timeline_total=134,
    exchanges=exchanges(MARKUP, LAYERED, ESCAPES, WIDE, LONG),
    flows=FLOWS,
    promises=(DECK, INTRO._replace(text=LAYERED)),
    promises_kept_by_me=4,
    promises_kept_by_them=1204,
    introductions=introduced(ESCAPES, LAYERED),
    introduced_me_to=(MARKUP, WIDE),
    mentorships=(mentorship(MARKUP, LAYERED, "salary"),),
)
BARE_DOSSIER = Dossier(
    today=TODAY,
    tie=_tie("wolfe", LONG, state="dormant", tier=None, due_on=None, ratio=None),
    company=None,
    role=None,
    place=None,
    met=None,
    met_on=None,
    via=None,
    event=None,
    birthday=None,
    cadence="never (none)",
    is_kin=True,
    snoozed_until=None,
    paused_on=date(2026, 1, 2),
    ended_on=date(2026, 2, 3),
    ended_why="moved on",
    aliases=(),
    emails=(),
    phones=(),
    urls=(),
    tags=(),
    can=(),
    wants=(),
    facts=(),
    contacts=0,
    first_on=None,
    last_on=None,
    started_by_me=0,
    started_by_them=0,
    timeline=(),
    timeline_total=0,
)


def _listed(handle: str, name: str, last: date | None, due: date | None, *, state: str = "warm") -> Listed:
    return Listed(handle, name, "close", None, None, None, (), last, due, state, strength=0.5)


PEOPLE = PeopleList(
    today=TODAY,
    people=(
        Listed(
            "giulia",
            "Giulia Rossi",
            "inner",
            "Studio Arno",
            "product lead",
            "Milano",
            ("design", "friend"),
            date(2026, 11, 20),
            date(2026, 11, 24),
            "warm",
            0.98765,
        ),
        _listed("lukasz", "Łukasz Wójcik", date(2026, 10, 11), date(2026, 11, 9), state="due"),
        _listed("nicolo", COMBINING, date(2026, 11, 9), TODAY, state="due"),
        _listed("wolfe", LONG, date(2025, 10, 5), date(2026, 10, 5), state="drifting"),
        _listed("rosso", MARKUP, None, date(2026, 11, 22)),
        _listed("eve", ESCAPES, date(2026, 11, 18), None),
        _listed("amr", BIDI, date(2024, 1, 31), date(2024, 4, 30), state="dormant"),
        _listed("zoe", FAMILY, date(2023, 8, 1), None, state="dormant"),
        _listed("taro", WIDE, TODAY, date(2027, 2, 19)),
    ),
    total=9,
)
CROWD = PeopleList(
    today=TODAY,
    people=tuple(_listed(f"guest-{n}", f"Guest {n}", TODAY, None) for n in range(1, 41)),
    total=40,
)
NOBODY = PeopleList(TODAY, (), 0)

FOUND = Found(
    today=TODAY,
    query="boat",
    hits=(
        Hit(
            "entry",
            12,
            date(2024, 3, 15),
            ("lukasz",),
            ("Łukasz Wójcik",),
            "coffee",
            "maps and boats and",
            ((9, 14),),
        ),
        Hit(
            "entry",
            31,
            date(2026, 11, 1),
            ("eve", "taro"),
            (ESCAPES, WIDE),
            "email",
            "a \x1b[2J boat",
            ((7, 11),),
        ),
        Hit(
            "fact",
            9,
            date(2026, 5, 3),
            ("lukasz",),
            ("Łukasz Wójcik",),
            None,
            "…bought a boat",
            ((10, 14), (12, 99)),
        ),
        Hit("person", 4, None, ("rosso",), (MARKUP,), None, "[b]Boat[/b] builder", ((3, 7),)),
        Hit("inbox", 3, date(2026, 11, 19), (), (), None, "anna has a boat", ((11, 15),)),
    ),
    total=5,
    is_partial=True,
)
NOT_FOUND = Found(TODAY, "[b]\x1bnothing", (), 0, is_partial=False)

INBOX = Inbox(
    today=TODAY,
    items=(
        InboxItem(3, date(2026, 11, 19), "coffee with anna about the boat", "two people are called Anna"),
        InboxItem(4, date(2024, 12, 31), LAYERED, "nobody is called “Третьяков”"),
    ),
)
EMPTY_INBOX = Inbox(TODAY, ())

HISTORY = History(
    today=TODAY,
    operations=(
        Done(
            41,
            "2026-11-21T08:15:00Z",
            TODAY,
            "log",
            "logged coffee with Giulia Rossi, Fri 20 Nov",
            is_undone=False,
        ),
        Done(40, "2026-11-20T23:30:00Z", TODAY, "rm", f"removed: call with {ESCAPES}", is_undone=True),
        Done(
            9,
            "2024-12-31T12:00:00Z",
            date(2024, 12, 31),
            "merge",
            f"joined {MARKUP} and {LONG}",
            is_undone=False,
        ),
    ),
    total=134,
)
NO_HISTORY = History(TODAY, (), 0)

STATS = Stats(
    today=TODAY,
    person=None,
    people=512,
    interactions=1204,
    first_on=date(2024, 2, 29),
    months=tuple(
        MonthCount(f"{2025 + (n + 8) // 12}-{(n + 8) % 12 + 1:02}", (n * 37) % 61, (n * 37) % 61 // 2)
        for n in range(15)
    ),
    days=tuple((TODAY - timedelta(days=n * (n + 3) // 3), n * 7 % 6 + 1) for n in range(33)),
    kinds=(
        ("coffee", 402),
        ("email", 301),
        ("call", 202),
        ("message", 120),
        ("lunch", 60),
        ("like", 50),
        ("video", 40),
        (MARKUP, 20),
        ("walk", 6),
        ("drinks", 3),
    ),
    started_by_me=600,
    started_by_them=404,
    mutual=200,
    tiers=(
        TierCount("inner", 7, 5, 3, 1, 1, 0),
        TierCount("close", 30, 15, 10, 3, 1, 1),
        TierCount("active", 90, 52, 20, 12, 10, 10),
        TierCount("wide", 365, 1402, 1000, 2, 100, 300),
        TierCount("none", None, 40, 0, 0, 0, 0),
    ),
    concentration=(140, 402),
    answered=(7, 20),
    held=HELD,
    pace=1.2345,
    introduced=(2, 3),
    became_ties=(5, 1204),
    promises=COUNTS,
)
TIE_STATS = Stats(
    today=TODAY,
    person=BIDI,
    people=1,
    interactions=3,
    first_on=date(2026, 10, 5),
    months=(MonthCount("2026-10", 2, 1), MonthCount("2026-11", 1, 1)),
    days=((date(2026, 10, 5), 1), (date(2026, 10, 11), 1), (TODAY, 1)),
    kinds=(("call", 2), ("coffee", 1)),
    started_by_me=2,
    started_by_them=1,
    mutual=0,
    tiers=(),
    concentration=None,
    answered=None,
)
NO_STATS = Stats(TODAY, None, 0, 0, None, (), (), (), 0, 0, 0, (), None, None)

OPTIONS = Options(
    path="/home/ada/.config/netlog/config.toml",
    options=(
        Option("per_day", "5", "3", "file", "how many check-ins a morning asks for"),
        Option("tier.inner", "7", "7", "default", "days between contacts with people of the inner tier"),
        Option(
            "editor",
            "",
            "",
            "default",
            "the program that opens for long texts; $VISUAL and $EDITOR otherwise",
        ),
    ),
)
VALUE = Value("due", 12)

TEXT = Text("alias n='netlog note'\nif true; then\n\techo \"[b]\"\nfi\n", notes=("add this to ~/.bashrc",))

GIULIA = Ref("giulia", "Giulia Rossi")
ADDED = Added(TODAY, GIULIA, date(2026, 11, 23), "every 90 days (default)")
RESEMBLING = Added(
    TODAY,
    Ref("rosso", MARKUP),
    None,
    "never (none)",
    ("Giulia Rossi (giulia): same e-mail", f"{ESCAPES} (eve)"),
)
LOGGED = Logged(
    today=TODAY,
    entry=12,
    kind="coffee",
    direction="mutual",
    on=date(2026, 11, 20),
    text=LAYERED,
    people=(GIULIA,),
    tags=("design",),
    worth=1.0,
    next=(Next("giulia", "Giulia Rossi", date(2026, 12, 20)),),
)
LOGGED_GROUP = Logged(
    today=TODAY,
    entry=13,
    kind="email",
    direction="out",
    on=date(2024, 2, 29),
    text="",
    people=(GIULIA, Ref("eve", ESCAPES), Ref("taro", WIDE)),
    tags=(),
    worth=0.3,
    next=(
        Next("giulia", "Giulia Rossi", date(2026, 12, 20)),
        Next("eve", ESCAPES, date(2027, 1, 4)),
        Next("taro", WIDE, None),
    ),
    added=(Ref("taro", WIDE),),
)
NOTED = Logged(TODAY, 14, "note", "mutual", TODAY, "", (GIULIA,), (), 0.0, ())
KEPT = Kept(TODAY, 3, "coffee with anna\nabout the boat", "two people are called Anna")
CHANGED = Changed(
    TODAY,
    42,
    "rm",
    f"removed: coffee with {FAMILY}, Fri 20 Nov",
    (Next("zoe", FAMILY, date(2026, 11, 22)),),
    ("this was the only contact of the year",),
)
SNOOZED = Changed(
    TODAY,
    43,
    "snooze",
    "snoozed Giulia Rossi until Sat 5 Dec 2026",
    (Next("giulia", "Giulia Rossi", date(2026, 12, 5)),),
    (
        "third snooze since you were last in touch: does every 30 days (close) still fit? "
        "netlog edit giulia --tier active, or netlog let-go giulia",
    ),
)
UNCHANGED = Unchanged(TODAY, "Giulia Rossi is paused already")
UNDONE = Reversed(TODAY, 41, True, "logged coffee with Giulia Rossi, Fri 20 Nov")
REDONE = Reversed(TODAY, 41, False, f"renamed {BIDI} to Amr")
CONFIGURED = Configured("per_day", "3", "5", "/home/ada/.config/netlog/config.toml")

ANSWERS: dict[str, object] = {
    "morning": MORNING,
    "morning-empty": EMPTY_MORNING,
    "morning-calm": CALM_MORNING,
    "morning-open": OPEN_MORNING,
    "morning-paused": PAUSED_MORNING,
    "morning-resting": RESTING_MORNING,
    "why": WHY,
    "why-never": NEVER_NUDGED,
    "dossier": DOSSIER,
    "dossier-bare": BARE_DOSSIER,
    "people": PEOPLE,
    "people-crowd": CROWD,
    "people-none": NOBODY,
    "found": FOUND,
    "found-none": NOT_FOUND,
    "inbox": INBOX,
    "inbox-empty": EMPTY_INBOX,
    "history": HISTORY,
    "history-empty": NO_HISTORY,
    "stats": STATS,
    "stats-tie": TIE_STATS,
    "stats-empty": NO_STATS,
    "forecast": FORECAST,
    "forecast-fitting": FITTING,
    "forecast-empty": NO_FORECAST,
    "tiers": TIERS,
    "tier-suggestions": suggestions(FAMILY, LONG, MARKUP, ESCAPES, WIDE),
    "tier-suggestions-none": suggestions(),
    "tier-suggestions-too-little": suggestions()._replace(judged=0),
    "brief": brief("Giulia Rossi", ESCAPES, WIDE),
    "brief-bare": bare_brief(WIDE),
    "brief-event": event_brief(MARKUP, LAYERED, FAMILY),
    "facts": fact_list(MARKUP, LAYERED),
    "facts-none": NO_FACTS,
    "promises": promise_list(MARKUP, LAYERED, ESCAPES, LONG),
    "promises-none": NO_PROMISES,
    "promised": PROMISED,
    "promised-by": PROMISED._replace(promise=INTRO._replace(name=BIDI, text=ESCAPES, due_on=None)),
    "logged-promises": LOGGED._replace(promises=(DECK, INTRO)),
    "introductions": introductions(LONG, MARKUP, ESCAPES, BIDI, WIDE, FAMILY),
    "introductions-none": NO_INTRODUCTIONS,
    "introductions-closed": ALL_CLOSED,
    "event": event_sheet(MARKUP, LAYERED, LONG, ESCAPES, BIDI, WIDE, FAMILY),
    "event-bare": BARE_EVENT,
    "event-end": event_end(ESCAPES, LAYERED, LONG, MARKUP, BIDI, WIDE, FAMILY),
    "event-end-stored": event_end("PyCon", "a deck", WIDE, FAMILY, "Bo", "Ada", "Iris")._replace(is_stored=True),
    "event-end-empty": event_end("PyCon", "a deck", "Bo")._replace(people=(), promises=(), opened_on=TODAY),
    "events": events(MARKUP, LONG, WIDE, ESCAPES),
    "events-none": NO_EVENTS,
    "logged-at-event": LOGGED._replace(event=MARKUP, notes=(f"at {MARKUP}, which is running · +pm",)),
    "exchanges": exchange_list(exchanges(MARKUP, LAYERED, ESCAPES, WIDE, LONG)),
    "exchanges-none": NO_EXCHANGES,
    "exchanges-none-with": NO_EXCHANGES_WITH,
    "logged-exchanges": LOGGED._replace(exchanges=flowed(MARKUP)),
    "helpers": helpers(MARKUP, ESCAPES, WIDE, LONG),
    "helpers-none": NO_HELPERS,
    "matches": matches(MARKUP, WIDE),
    "matches-none": NO_MATCHES,
    "united": united(),
    "united-rehearsed": united(is_rehearsal=True),
    "united-nothing-new": NOTHING_NEW,
    "seasons": seasons("hiring", MARKUP, FAMILY),
    "seasons-none": seasons(),
    "imported": imported(MARKUP, ESCAPES, WIDE),
    "imported-plan": imported(FAMILY, LONG, WIDE, is_planned=True),
    "imported-again": nothing_new(),
    "exported": exported(ESCAPES),
    "formats": formats(MARKUP),
    "mentorships": mentorships(mentorship(MARKUP, LAYERED, ESCAPES), mentored(WIDE)),
    "mentorships-none": mentorships(),
    "mentor-agenda": agenda(BIDI, "salary", LAYERED),
    "mentor-agenda-none": agenda(LONG),
    "mentor-goals": goals(LONG, LAYERED, "a talk"),
    "mentor-goals-none": goals(WIDE),
    "session-opening": opening(MARKUP, LAYERED),
    "session-opening-first": first_opening(WIDE),
    "mentor-review": review(FAMILY, LAYERED),
    "mentor-review-bare": bare_review(MARKUP),
    "backups": backups(LONG),
    "backups-none": NO_BACKUPS,
    "backed-up": BACKED_UP,
    "backed-up-same": BACKED_UP._replace(is_new=False, dropped=()),
    "restored": RESTORED,
    "restored-damaged": RESTORED._replace(was=None, notes=(ESCAPES,)),
    "restored-nothing-there": RESTORED._replace(replaced=None, was=None, notes=()),
    "health": HEALTH,
    "health-sound": SOUND,
    "health-broken": broken(MARKUP),
    "dupes": dupes(MARKUP, LAYERED, LONG),
    "dupes-none": NO_DUPES,
    "merge-plan": merge_plan(MARKUP, LAYERED, ESCAPES),
    "forget-plan": forget_plan(MARKUP),
    "forgotten": forgotten(ESCAPES),
    "forgotten-copies": NOTHING_LEFT,
    "options": OPTIONS,
    "text": TEXT,
    "value": VALUE,
    "added": ADDED,
    "added-resembling": RESEMBLING,
    "logged": LOGGED,
    "logged-group": LOGGED_GROUP,
    "logged-note": NOTED,
    "kept": KEPT,
    "changed": CHANGED,
    "snoozed": SNOOZED,
    "unchanged": UNCHANGED,
    "undone": UNDONE,
    "redone": REDONE,
    "configured": CONFIGURED,
}
"""Every sort of answer by the name of its golden files."""
