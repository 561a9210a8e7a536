"""What SQL and the derived tables say of a journal is what the domain says of its people and contacts."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.driving import TODAY, Desk, person
from tests.storage.journals import KINDS, SETTINGS, TALKS, Habit, Someone, Talk, fill, someones

from netlog.domain import calibration
from netlog.domain.awaiting import initiative
from netlog.domain.cadence import Targets, cadence_for
from netlog.domain.interactions import AS_SHIPPED, Depth, Direction, Worths, kind_named
from netlog.domain.scheduler import Clock, baseline_of, clock
from netlog.domain.seasons import Season
from netlog.domain.strength import Log, tally, worth
from netlog.rows import NewSeason, TieRow
from netlog.storage import calibrated

AHEAD = (-365, -30, 0, 1, 30, 400)
OWN: dict[str, dict[str, Any]] = {
    **{name: {"targets": targets} for name, targets in SETTINGS.items()},
    "worths": {"worths": {"coffee": 0.3, "like": 0.5, "message": 0.9}},
    "mine": {"reciprocity": 0.3, "worths": {"call": 0.0}},
}


class Known(NamedTuple):
    """Everything that was written about one person."""

    someone: Someone
    uuid: str
    talks: Sequence[Talk]
    seasons: Sequence[Season] = ()


class Rules(NamedTuple):
    """The settings that matter here."""

    targets: Targets = Targets()
    worths: Worths = AS_SHIPPED
    reciprocity: float = 0.0


def worth_of(talk: Talk, worths: Worths) -> float:
    """How much of a full contact it is."""
    slug, depth, direction = KINDS[talk.kind]
    if talk.counts is not None:
        return talk.counts
    kind = kind_named(slug, worths)
    return worth(kind.worth, depth=Depth(depth), direction=Direction(direction), minutes=talk.minutes)


def contacts_of(known: Known, rules: Rules) -> list[tuple[int, float]]:
    """(day, worth) of everything that counts."""
    worths = ((TODAY.toordinal() + talk.ahead, worth_of(talk, rules.worths)) for talk in known.talks)
    return [(day, share) for day, share in worths if share]


def started(known: Known, rules: Rules, today: int) -> tuple[int, int]:
    """Contacts so far that I began, and that they did."""
    past = [talk for talk in known.talks if TODAY.toordinal() + talk.ahead <= today and worth_of(talk, rules.worths)]
    ways = [KINDS[talk.kind][2] for talk in past]
    return ways.count("out"), ways.count("in")


def pure_tie(known: Known, rules: Rules, today: int) -> tuple[Log, Clock | None]:
    """The log and the clock, by the domain alone."""
    new, later = known.someone
    log = tally(contacts_of(known, rules), today)
    cadence = cadence_for(
        every_days=new.every_days, tags=new.tags, tier=new.tier, targets=rules.targets, is_kin=new.is_kin
    )
    since, is_imported = new.since_on.toordinal(), new.imported_on is not None
    born = baseline_of(known.uuid, since, is_fresh=new.is_fresh, is_imported=is_imported)
    skipped = later["skipped_on"].toordinal() if later.get("skipped_on") else None
    said = skipped if skipped is not None and skipped <= today else None
    made = clock(log, born, cadence=cadence, jitter=born.spread, skipped=said)
    if made and rules.reciprocity:
        left = initiative(*started(known, rules, today), weight=rules.reciprocity)
        made = made._replace(pull=made.pull * left)
    if made:
        made = made._replace(pull=made.pull * more(known, today))
    return log, made


def more(known: Known, today: int) -> float:
    """By how much a season raises the person: the greatest factor of those that speak of them and are on."""
    spoken_of = {*(f"tag:{tag}" for tag in known.someone.new.tags), f"tier:{known.someone.new.tier}"}
    on = (each for each in known.seasons if each.since <= today < each.until)
    return max((each.factor for each in on if each.boost in {*spoken_of, f"person:{known.uuid}"}), default=1.0)


def pure_cells(everybody: Sequence[Known], rules: Rules, today: int) -> calibrated.Cells:
    """The forecasts of everybody, by the domain alone."""
    window = calibration.window_of(today)
    lives = [sorted({day for day, share in contacts_of(known, rules) if share >= 0.5}) for known in everybody]
    return calibration.added(cell for life in lives for cell in calibration.forecasts(life, window).items())


def told(tie: TieRow) -> tuple[Log, Clock | None]:
    """What a reader says, without the marks that it does not keep."""
    return tie.log, tie.clock


@settings(max_examples=20)
@given(people=someones(), talks=TALKS, ahead=st.sampled_from(AHEAD), name=st.sampled_from(list(OWN)))
def test_ties_are_what_the_domain_makes_of_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, people: list[Someone], talks: list[Talk], ahead: int, name: str
) -> None:
    desk, rules = Desk(tmp_path_factory.mktemp("pure") / "journal.db"), Rules(**OWN[name])
    numbers = fill(desk, people, talks)
    desk.turn_to(TODAY + timedelta(ahead), stamp=name, **OWN[name])
    today = desk.day.toordinal()

    with desk.reading() as reader:
        known = [
            Known(each, reader.person(number).uuid, [talk for talk in talks if index in chosen(talk, len(people))])
            for index, (number, each) in enumerate(zip(numbers, people, strict=True))
        ]
        for number, each in zip(numbers, known, strict=True):
            log, made = pure_tie(each, rules, today)
            assert told(reader.tie(number)) == (log._replace(last_by_worth=()), made)
        cells = pure_cells(known, rules, today)
        assert calibrated.kept(reader.connection) == cells
        assert reader.tie(numbers[0]).pace == calibration.pace_of(cells, calibration.window_of(today))


SEASONS = st.lists(
    st.builds(
        lambda boost, factor, since, days: Season("hiring", boost, factor, since, since + days),
        st.sampled_from(["tag:pm", "tag:data", "tier:close", "tier:wide", "person"]),
        st.sampled_from([1.1, 1.5, 2.0, 3.0]),
        st.sampled_from([-60, -30, -1, 0, 1, 29]).map(lambda ahead: TODAY.toordinal() + ahead),
        st.integers(0, 60),
    ),
    max_size=4,
)


@settings(max_examples=20)
@given(people=someones(), seasons=SEASONS, ahead=st.sampled_from([-31, -30, -1, 0, 1, 30, 31]), index=st.integers(0, 5))
def test_ties_pull_as_the_seasons_say_that_are_on(
    tmp_path_factory: pytest.TempPathFactory, people: list[Someone], seasons: list[Season], ahead: int, index: int
) -> None:
    desk = Desk(tmp_path_factory.mktemp("seasons") / "journal.db")
    numbers = fill(desk, people, [])
    with desk.reading() as reader:
        uuids = [reader.person(number).uuid for number in numbers]
    one = f"person:{uuids[index % len(uuids)]}"
    begun = [each._replace(boost=one) if each.boost == "person" else each for each in seasons]
    with desk.appending() as appender:
        for name, boost, factor, *days in begun:
            appender.season(NewSeason(name, boost, factor, *map(date.fromordinal, days)))
        appender.finish("season", "begun")

    desk.turn_to(TODAY + timedelta(ahead))

    with desk.reading() as reader:
        for number, uuid, each in zip(numbers, uuids, people, strict=True):
            _, made = pure_tie(Known(each, uuid, [], begun), Rules(), desk.day.toordinal())
            assert reader.tie(number).clock == made
        assert reader.seasons() == begun


def chosen(talk: Talk, people: int) -> set[int]:
    """Who takes part, of so many people."""
    return {index % people for index in talk.people}


@pytest.mark.parametrize("back", [0, 400])
def test_the_pace_of_a_crowd_is_learned_from_its_own_past(tmp_path: Path, back: int) -> None:
    desk, window = Desk(tmp_path / "journal.db", TODAY - timedelta(back)), calibration.window_of(TODAY.toordinal())
    crowd = [Someone(person(f"p{number}", date(2024, 1, 1)), {}) for number in range(35)]
    fill(desk, crowd, [talk for number in range(35) for talk in Habit(33, 9, number % 9, 0).talks(number)])

    desk.turn_to(TODAY)

    with desk.reading() as reader:
        learned = reader.tie(1).pace
        assert 1 < learned == calibration.pace_of(calibrated.kept(reader.connection), window)
