"""Seasons: raising some ties for a while, and letting them be again."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.receipts import Changed
from netlog.domain.seasons import MOST, PERSON, TAG, TIER, USUAL
from netlog.domain.views_seasons import Seasons, SeasonView
from netlog.errors import Conflict, NotFound, UsageProblem, either, shorten
from netlog.ports import Appender, Knowledge, Records
from netlog.rows import NewSeason, SeasonRow
from netlog.services.checks import check_tier, tag_slug
from netlog.services.hiding import check_ahead, spelled
from netlog.services.naming import one_person

LONGEST_NAME = 60


def check_season(name: str) -> str:
    """The name, tidied; UsageProblem when it is empty or too long."""
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > LONGEST_NAME or not tidy.isprintable():
        raise UsageProblem(f"{shorten(name)} cannot be a season", hint="name it in a word or two, as in hiring")
    return tidy


def check_factor(factor: float | None) -> float:
    """By how much, in hundredths, 1.5 unless said; UsageProblem unless it is above 1 and at most 3."""
    by = USUAL if factor is None else factor
    if not 1 < by <= MOST or round(by, 2) == 1:
        raise UsageProblem(f"--by {by:g} is not above 1 and up to {MOST:g}", hint="1.5 is the usual, 3 the most")
    return round(by, 2)


def check_boost(reader: Knowledge, words: str) -> str:
    """Whom a season boosts, as it is stored; raises NotFound, Ambiguous or UsageProblem."""
    sort, colon, what = words.strip().partition(":")
    if colon and sort == TAG:
        return known_tag(reader, tag_slug(what))
    if colon and sort == TIER:
        if (tier := check_tier(what)) == "none":
            raise UsageProblem("nobody in tier none is ever suggested", hint="give them another tier first")
        return f"{TIER}:{tier}"
    return f"{PERSON}:{reader.person(one_person(reader, words).id).uuid}"


def known_tag(reader: Knowledge, slug: str) -> str:
    """The boost of a tag that somebody has; raises NotFound."""
    if not reader.boosted(boost := f"{TAG}:{slug}"):
        raise NotFound("tag on a person", slug, hint="netlog edit PERSON --tag gives one")
    return boost


def start(appender: Appender, reader: Knowledge, new: NewSeason, *, today: date) -> Changed:
    """Begin a season today; raises Conflict when one of that name runs, UsageProblem when its end is not ahead."""
    check_ahead(new.until_on, today, hint="a season lasts until a day to come, as in “30 jun”")
    if any(row.name.casefold() == new.name.casefold() for row in running(reader, today)):
        raise Conflict(f"the season {shorten(new.name)} is running", hint=f'netlog season end "{new.name}" ends it')
    number = appender.season(new)
    whom = next(in_words(row) for row in reader.season_rows() if row.id == number)
    words = f"season {new.name}: {whom} x {new.factor:g} until {spelled(new.until_on)}"
    return Changed(today, appender.finish("season", words), "season", words)


def end(records: Records, row: SeasonRow, *, today: date) -> Changed:
    """Let a season be over from today on."""
    records.change("season", row.id, {"until_on": max(today, row.since_on)})
    words = f"ended the season {row.name}"
    return Changed(today, records.finish("season", words), "season", words)


def one_season(reader: Knowledge, name: str | None, *, today: date) -> SeasonRow:
    """The running season of that name, or the only one that runs; raises NotFound, Conflict or UsageProblem."""
    rows = running(reader, today)
    if name is None:
        return only(rows)
    wanted = " ".join(name.split()).casefold()
    if found := [row for row in rows if row.name.casefold() == wanted]:
        return found[0]
    over = [row for row in reader.season_rows() if row.name.casefold() == wanted]
    if over:
        raise Conflict(f"the season {shorten(name)} is not running", hint="netlog season lists them")
    raise NotFound("season", name, hint="netlog season lists them")


def only(rows: Sequence[SeasonRow]) -> SeasonRow:
    """The only one of them; raises Conflict when there is none, UsageProblem when there are several."""
    if not rows:
        raise Conflict("no season is running", hint="netlog season lists them")
    if len(rows) > 1:
        raise UsageProblem(f"which season: {either([row.name for row in rows])}?", hint="name it after end")
    return rows[0]


def running(reader: Knowledge, today: date) -> list[SeasonRow]:
    """The seasons in force."""
    return [row for row in reader.season_rows() if row.since_on <= today < row.until_on]


def seasons(reader: Knowledge, *, today: date) -> Seasons:
    """Every season, those that run first."""
    found = [
        SeasonView(
            id=row.id,
            name=row.name,
            boost=in_words(row),
            people=reader.boosted(row.boost),
            factor=row.factor,
            since_on=row.since_on,
            until_on=row.until_on,
            is_running=row.since_on <= today < row.until_on,
        )
        for row in reader.season_rows()
    ]
    return Seasons(today, tuple(sorted(found, key=lambda each: (not each.is_running, -each.id))))


def in_words(row: SeasonRow) -> str:
    """Whom a season boosts: "tag engineer", "tier close" or a name."""
    sort, _, what = row.boost.partition(":")
    return (row.person or "somebody removed since") if sort == PERSON else f"{sort} {what}"
