"""Dates as people write them, "last tue", "fra due settimane", "za 3 dni": words and today in, a date out.

One table of shapes serves three readings: a whole text, the start of a note and its end. A shape is a row
of token kinds (`when_words.py`); a shape that fits but names no day ("30 feb", "fri 21 nov" when that is
a Saturday) refuses the whole phrase rather than letting a shorter part of it pass for the date.
"""

from collections.abc import Sequence
from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from netlog.domain.when_shapes import CLOCKS, DAYS, PARTS_OF_DAY, SPANS, Place, Rule, Scene
from netlog.domain.when_words import Token, Unit, tokens_of
from netlog.errors import UnreadableDate, shorten

LONGEST_TEXT = 100
LONGEST_SPAN_DAYS = 36_500
_LONGEST_PHRASE = 14
_SPAN_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14, Unit.MONTH: 30, Unit.YEAR: 365}

_DATE_HINT = "try “yesterday”, “last tue”, “12 gennaio” or “2026-11-05”"
_SPAN_HINT = "try “6w”, “2 weeks” or “3 mesi”, from 1 day to 100 years"

_RANGE_ENDS = frozenset({"NUM", "DAY", "MONTH", "NAME", "AWAY", "CLOCK", "PAIR", "ISO", "NUMERIC"})
_ASIDE = frozenset({"NAME", "PART", "MERIDIEM"})

_TABLES = {"day": DAYS, "clock": CLOCKS, "part": PARTS_OF_DAY, "span": SPANS}
_ORDERS = (("day", "part", "clock", "part"), ("clock", "part", "day", "part"))


class Prefer(StrEnum):
    """Where a date that fits more than one year or week is looked for."""

    PAST = "past"
    FUTURE = "future"


class When(NamedTuple):
    """A day and, if the words gave one, the local clock time."""

    on: date
    at: time | None


def read_when(words: str, today: date, *, prefer: Prefer, day_first: bool = True) -> When:
    """The date that the whole text names; anything else raises UnreadableDate."""
    if len(words) <= LONGEST_TEXT:
        tokens = tokens_of(words.split())
        phrase = _phrase(_until_stop(tokens), 0)
        when = _resolved(phrase, _scene(today, prefer, day_first=day_first)) if phrase else None
        if phrase and when and phrase.end == len(tokens):
            return when
    raise UnreadableDate(f"{shorten(words)} is not a date I can read", hint=_DATE_HINT)


def leading_when(
    words: Sequence[str], today: date, *, prefer: Prefer, day_first: bool = True
) -> tuple[When, int] | None:
    """The longest date phrase at the start of a note and how many words it takes, its colon or dash included.

    What an ordinary sentence could begin with needs a colon: "tue: call", "5/11: lunch", "18:00: tea".
    """
    tokens = tokens_of(words[: _LONGEST_PHRASE + 2])
    phrase = _phrase(_until_stop(tokens), 0)
    if phrase is None or not _ends_a_word(tokens, phrase.end):
        return None
    rest = tokens[phrase.end :]
    colon = tokens[phrase.end - 1].stops or (bool(rest) and rest[0].text == ":")
    if phrase.place > (Place.BEFORE_COLON if colon else Place.ANYWHERE) or (not colon and _goes_on(rest)):
        return None
    separators = 1 if rest and rest[0].text in (":", "-") else 0
    when = _resolved(phrase, _scene(today, prefer, day_first=day_first))
    return (when, tokens[phrase.end - 1].word + 1 + separators) if when else None


def trailing_when(
    words: Sequence[str], today: date, *, prefer: Prefer, day_first: bool = True
) -> tuple[When, int] | None:
    """The longest date phrase at the end of a note and how many words it takes, a dash before it included.

    A phrase that the word before it binds to the sentence ("since friday", "ogni lunedì") is no date.
    """
    tokens = tokens_of(words[-_LONGEST_PHRASE - 2 :])
    for start in range(_after_last_stop(tokens), len(tokens)):
        phrase = _phrase(tokens, start) if _starts_a_word(tokens, start) else None
        if phrase and phrase.end == len(tokens):
            break
    else:
        return None
    before = tokens[:start]
    if phrase.place > Place.ANYWHERE or _is_bound(before, phrase):
        return None
    separators = 1 if before and before[-1].text == "-" else 0
    when = _resolved(phrase, _scene(today, prefer, day_first=day_first))
    return (when, tokens[-1].word + 1 - tokens[start].word + separators) if when else None


def read_span(words: str) -> int:
    """The days in a length of time such as "6w", "every 2 weeks" or "3 mesi": a month is 30, a year 365."""
    if len(words) <= LONGEST_TEXT:
        tokens = tokens_of(words.split())
        piece = _best("span", tokens, 0)
        if piece and piece.end == len(tokens):
            count, unit = (1, *piece.numbers)[-2:]
            days = count * _SPAN_DAYS[Unit(unit)]
            if 1 <= days <= LONGEST_SPAN_DAYS:
                return days
    raise UnreadableDate(f"{shorten(words)} is not a length of time I can read", hint=_SPAN_HINT)


class _Piece(NamedTuple):
    """A rule that fits at one place: where it ends, what its tokens were taken as."""

    table: str
    rule: Rule
    end: int
    taken: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def numbers(self) -> list[int]:
        return [number for kind, numbers in self.taken if kind not in _ASIDE for number in numbers]

    def aside(self, *kinds: str) -> list[tuple[int, ...]]:
        return [numbers for kind, numbers in self.taken if kind in kinds]


class _Phrase(NamedTuple):
    """Pieces in a row, a day or a clock time among them; a deadline ("by friday") looks ahead."""

    pieces: tuple[_Piece, ...]
    is_deadline: bool = False

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def place(self) -> Place:
        main = self.piece("day") or self.pieces[0]
        is_clear = self.is_deadline and main.rule.place == Place.BEFORE_COLON
        return Place.ANYWHERE if is_clear else main.rule.place

    def piece(self, table: str) -> _Piece | None:
        return next((piece for piece in self.pieces if piece.table == table), None)


def _scene(today: date, prefer: Prefer, *, day_first: bool) -> Scene:
    return Scene(today=today, looks_back=prefer == Prefer.PAST, day_first=day_first)


def _phrase(tokens: Sequence[Token], start: int) -> _Phrase | None:
    """The longest phrase from there on, whether or not a day answers to it."""
    for order in _ORDERS:
        if pieces := _in_order(order, tokens, start):
            return _Phrase(pieces)
    if not _is_deadline(tokens[start : start + 2]):
        return None
    phrase = _phrase(tokens, start + 1)
    return phrase and phrase._replace(is_deadline=True)


def _is_deadline(tokens: Sequence[Token]) -> bool:
    if len(tokens) < 2 or "by" not in tokens[0].kinds:
        return False
    return tokens[0].text != "do" or not tokens[1].kinds.keys().isdisjoint({"genitive", "NUM"})


def _in_order(order: Sequence[str], tokens: Sequence[Token], start: int) -> tuple[_Piece, ...]:
    pieces: list[_Piece] = []
    for table in order:
        if piece := _best(table, tokens, pieces[-1].end if pieces else start):
            pieces.append(piece)
        elif not pieces:
            return ()
    return tuple(pieces)


def _best(table: str, tokens: Sequence[Token], start: int) -> _Piece | None:
    """The rule of the table that takes most tokens, the first of equals."""
    if start >= len(tokens) or not tokens[start].kinds:
        return None
    fits = [piece for rule in _TABLES[table] if (piece := _fit(table, rule, tokens, start))]
    return max(fits, key=lambda piece: piece.end, default=None)


def _fit(table: str, rule: Rule, tokens: Sequence[Token], start: int) -> _Piece | None:
    end, taken = start, []
    for may_miss, kinds in rule.shape:
        kind = _kind_of(tokens[end], kinds) if end < len(tokens) else None
        if kind is not None:
            taken.append((kind, tokens[end].kinds.get(kind, ())))
            end += 1
        elif not may_miss:
            return None
    return _Piece(table, rule, end, tuple(taken))


def _kind_of(token: Token, kinds: Sequence[str]) -> str | None:
    return next((kind for kind in kinds if kind in token.kinds or kind == token.text), None)


def _resolved(phrase: _Phrase, scene: Scene) -> When | None:
    """The day and time the phrase names, None if there is no such day or time."""
    looking = scene._replace(looks_back=scene.looks_back and not phrase.is_deadline)
    try:
        return When(_day_of(phrase, looking), _time_of(phrase, looking))
    except (ValueError, OverflowError):
        return None


def _day_of(phrase: _Phrase, scene: Scene) -> date:
    piece = phrase.piece("day")
    if piece is None:
        return scene.today
    on = piece.rule.meaning(scene, *piece.numbers)
    if not isinstance(on, date) or any(on.weekday() != day for (day,) in piece.aside("NAME")):
        raise ValueError(on)
    return on


def _time_of(phrase: _Phrase, scene: Scene) -> time | None:
    """The clock time on the 24-hour clock, moved by twelve hours where a part of the day asks for it."""
    piece = phrase.piece("clock")
    at = piece.rule.meaning(scene, *piece.numbers) if piece else None
    if not isinstance(at, time):
        return None
    parts = [hours for piece in phrase.pieces for hours in piece.aside("PART", "MERIDIEM")]
    for hour in (at.hour, (at.hour + 12) % 24):
        if all(first <= hour <= last for first, last in parts) and (hour >= at.hour or at.hour == 12):
            return at.replace(hour=hour)
    raise ValueError(at)


def _until_stop(tokens: Sequence[Token]) -> Sequence[Token]:
    stop = next((at for at, token in enumerate(tokens) if token.stops), len(tokens))
    return tokens[: stop + 1]


def _after_last_stop(tokens: Sequence[Token]) -> int:
    return max((at + 1 for at, token in enumerate(tokens[:-1]) if token.stops), default=0)


def _starts_a_word(tokens: Sequence[Token], start: int) -> bool:
    return start == 0 or tokens[start].word != tokens[start - 1].word


def _ends_a_word(tokens: Sequence[Token], end: int) -> bool:
    return end == len(tokens) or tokens[end].word != tokens[end - 1].word


def _goes_on(rest: Sequence[Token]) -> bool:
    """Whether the words after a leading phrase make it the start of a range or of a clause."""
    return bool(rest) and ("links" in rest[0].kinds or (rest[0].text == "-" and _may_end_range(rest[1:2])))


def _is_bound(before: Sequence[Token], phrase: _Phrase) -> bool:
    """Whether the words before a trailing phrase claim it for the sentence."""
    if not before:
        return False
    if before[-1].text == "-":
        return _may_end_range(before[-2:-1])
    is_left_over = phrase.piece("day") is None and _may_end_range(before[-1:])
    return "binds" in before[-1].kinds or is_left_over


def _may_end_range(tokens: Sequence[Token]) -> bool:
    return any(not _RANGE_ENDS.isdisjoint(token.kinds) for token in tokens)
