"""The note grammar: typed words become people, tags, a kind, a date and the text that remains."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from enum import IntEnum
from functools import cache, partial
from itertools import product, takewhile
from typing import NamedTuple, Protocol

from netlog.domain.folding import fold
from netlog.domain.interactions import KIND_WORDS
from netlog.domain.note_tokens import POSSESSIVE, Token, cut, without_tags
from netlog.domain.people import CALENDAR, Named, has_capital, is_whole_name, nominatives, reads_as_name
from netlog.domain.when import Prefer, When, leading_when, trailing_when

RUN, DATE_WORDS, LABEL_WORDS = 4, 16, 6

WITH_INFLECTED = frozenset({"z", "ze"})
WITH = frozenset({"with", "w/", "con"}) | WITH_INFLECTED
CONNECTORS = frozenset({"and", "e", "ed", "i", "oraz", "&", "+"})
MARKS = frozenset({":", ",", "-", "–", "—"})
VERBS = frozenset({"bill", "chase", "drew", "frank", "grant", "jack", "mark", "may", "pat", "rob", "sue", "will"})
HEADINGS = frozenset({"fyi", "idea", "nb", "note", "ps", "re", "reminder", "tldr", "todo", "update"})


ReadDate = Callable[..., tuple[When, int] | None]
People = tuple[Named, ...]
Several = tuple[tuple[str, People], ...]
Ask = Callable[[str], People]


class Names(Protocol):
    """How the grammar asks the journal who is meant."""

    def called(self, query: str) -> People:
        """The people of exactly that handle, full name, alias or first name, folded."""
        ...


class Note(NamedTuple):
    """What a typed note says: its people settled, ambiguous and unknown, and the text to keep."""

    people: People
    ambiguous: Several
    unknown: tuple[str, ...]
    tags: tuple[str, ...]
    kind: str | None
    when: When | None
    text: str


class Spot(IntEnum):
    """How much a place in the sentence calls for a name."""

    ANYWHERE = 0  # known names with a capital
    LISTED = 1  # known names in any case
    EXPECTED = 2  # the same, and unknown names with a capital
    INFLECTED = 3  # the same, and Polish names after "z"


class Mention(NamedTuple):
    """Words that name people: nobody known, one person, or several."""

    typed: str
    answering: People
    start: int
    end: int
    spot: Spot = Spot.ANYWHERE


Head = tuple[list[Mention], When | None, int]


def read_note(words: Sequence[str], names: Names, today: date, *, day_first: bool = True) -> Note:
    """What the words say about whom, when and how; never raises, and keeps every word that says more."""
    ask = cache(names.called)
    read_first = partial(past, leading_when, today=today, day_first=day_first)
    read_last = partial(past, trailing_when, today=today, day_first=day_first)

    scanned, tail = cut(unicodedata.normalize("NFC", " ".join(words)).strip())
    tags, tokens = without_tags(scanned)
    mentions, when, start = _read_head(tokens, ask, read_first)
    if not when:
        when, tokens = _without_date_after_kind(tokens, start, read_first)
    ending = _date_words(reversed(tokens[start:][-DATE_WORDS:]))[::-1]
    last = None if when or tail else read_last(ending)
    body = tokens[: len(tokens) - last[1]] if last else tokens
    mentions += _body_mentions(body, start, ask)

    people, ambiguous, unknown = _settle(mentions)
    kind = _kind_said(body, {at for mention in mentions for at in range(mention.start, mention.end)})
    text = _kept_text(body[start:], tail, is_cut=last is not None)
    return Note(people, ambiguous, unknown, tags, kind, last[0] if last else when, text)


def past(read: ReadDate, words: Sequence[str], *, today: date, day_first: bool) -> tuple[When, int] | None:
    """The date phrase, unless it lies ahead: "see you in 3 weeks" is something said, not when it was said."""
    found = read(words, today=today, prefer=Prefer.PAST, day_first=day_first)
    return found if found and found[0].on <= today else None


def _read_head(tokens: Sequence[Token], ask: Ask, read_date: ReadDate) -> Head:
    """The people and the date a note opens with, up to a colon after the people, and where these end."""
    mentions: list[Mention] = []
    when, at, is_open = None, 0, True
    while at < len(tokens):
        mention = _leading_mention(tokens, at, ask, is_listed=bool(mentions)) if is_open else None
        dated = None if when else read_date(_date_words(tokens[at : at + DATE_WORDS]))
        if dated and not (mention and mention.end - at >= dated[1]):
            when, at = dated[0], at + dated[1]
        elif mention:
            mentions.append(mention)
            at, is_open = mention.end, ":" not in tokens[mention.end - 1].closing
        else:
            break
        at += at < len(tokens) and tokens[at].shown in MARKS
    return mentions, when, at


def _leading_mention(tokens: Sequence[Token], at: int, ask: Ask, *, is_listed: bool) -> Mention | None:
    """The known people named here, or after "and" in a list; a possessive stays in the text."""
    start = at + 1 if is_listed and tokens[at].shown in CONNECTORS else at
    mention = _mention_at(tokens, start, ask, spot=Spot.LISTED) if start < len(tokens) else None
    is_owner = mention and tokens[mention.end - 1].closing.startswith(POSSESSIVE)
    return mention if mention and mention.answering and not is_owner else None


def _without_date_after_kind(tokens: list[Token], start: int, read_date: ReadDate) -> tuple[When | None, list[Token]]:
    """The date that follows a kind in front, as in "giulia coffee yesterday about pricing", taken out."""
    words = tokens[start : start + 1]
    if not words or words[0].is_plain or words[0].closing or fold(words[0].core) not in _kind_words():
        return None, tokens
    found = read_date(_date_words(tokens[start + 1 : start + 1 + DATE_WORDS]))
    if not found:
        return None, tokens
    end = start + 1 + found[1]
    comma = tokens[end - 1].closing[:1].strip(":")
    return found[0], [*tokens[:start], words[0]._replace(shown=words[0].shown + comma), *tokens[end:]]


def _date_words(tokens: Iterable[Token]) -> list[str]:
    return [token.shown for token in takewhile(lambda token: not (token.is_plain or token.shown[0] == "+"), tokens)]


def _body_mentions(tokens: Sequence[Token], start: int, ask: Ask) -> Iterator[Mention]:
    """The names inside the sentence, in order."""
    labels = _label_spots(tokens, start)
    at, previous = start, None
    while at < len(tokens):
        spot = Spot.EXPECTED if at in labels else _spot_at(tokens, at, start=start, previous=previous)
        mention = _mention_at(tokens, at, ask, spot=spot)
        if mention:
            yield mention
        previous, at = mention or previous, mention.end if mention else at + 1


def _label_spots(tokens: Sequence[Token], start: int) -> set[int]:
    """Where names are expected before an opening colon, as in "Zofia, Marta: coffee"."""
    ahead = list(takewhile(_is_label, tokens[start : start + LABEL_WORDS]))
    colon = next((at for at, token in enumerate(ahead) if token.closing.startswith(":")), -1)
    parted = [True, *(bool(token.closing) or token.shown in CONNECTORS for token in ahead)]
    return {start + at for at in range(colon + 1) if parted[at]}


def _is_label(token: Token) -> bool:
    return not token.is_plain and (token.shown in CONNECTORS or _is_name_like(token))


def _spot_at(tokens: Sequence[Token], at: int, *, start: int, previous: Mention | None) -> Spot:
    """How much a name is called for here: after "with", and in a list that began there."""
    if at == 0:
        return Spot.LISTED
    link = tokens[at - 1]
    if at > start and not link.is_plain and (typed := link.shown.lower()) in WITH:
        return Spot.INFLECTED if typed in WITH_INFLECTED else Spot.EXPECTED
    if not previous or previous.spot is Spot.ANYWHERE or tokens[at].core in VERBS:
        return Spot.ANYWHERE
    if previous.end == at - 1 and link.shown in CONNECTORS:
        return max(Spot.EXPECTED, previous.spot)
    return Spot.LISTED if previous.end == at and link.closing == "," else Spot.ANYWHERE


def _mention_at(tokens: Sequence[Token], at: int, ask: Ask, *, spot: Spot) -> Mention | None:
    """The name that starts here, longest first; unknown where a name is called for and nobody answers."""
    token = tokens[at]
    if token.is_plain or not token.core:
        return None
    if token.is_handle:
        found = ask(f"@{token.core}")
        return Mention(f"@{token.core}", found, at, at + 1) if found or token.core[0].isalpha() else None
    if spot is Spot.ANYWHERE and not has_capital(token.core):
        return None
    known = _known_at(tokens, at, ask, spot=spot)
    end = _stranger_end(tokens, at, ask)
    if known and (known.end - at > 1 or end - at == 1 or is_whole_name(known.typed, known.answering)):
        return known
    if known or (spot >= Spot.EXPECTED and _is_name_like(token)):
        return Mention(_phrase(tokens[at:end]), (), at, end, spot)
    return None


def _known_at(tokens: Sequence[Token], at: int, ask: Ask, *, spot: Spot) -> Mention | None:
    """The longest run of words from here that known people answer to; a month alone is no person."""
    for end in range(_run_end(tokens, at), at, -1):
        typed = _phrase(tokens[at:end])
        is_person = spot > Spot.ANYWHERE or fold(typed) not in CALENDAR
        if is_person and (found := ask(typed)):
            return Mention(typed, found, at, end, spot)
    return _inflected_at(tokens, at, ask) if spot is Spot.INFLECTED else None


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """Where a name that starts here ends at the latest: after four words, or where punctuation parts them."""
    end = at + 1
    while end < min(at + RUN, len(tokens)) and _runs_on(tokens[end - 1], tokens[end]):
        end += 1
    return end


def _runs_on(token: Token, following: Token) -> bool:
    """Whether both words may belong to one name; the dot of "Dr." or "J." does not part them."""
    is_joined = not token.closing or (token.closing == "." and len(token.core) <= 2)
    is_word = following.core and not following.is_plain and following.shown.startswith(following.core)
    return bool(is_joined and is_word)


def _inflected_at(tokens: Sequence[Token], at: int, ask: Ask) -> Mention | None:
    """The only person whose name in the Polish instrumental this is ("z Łukaszem"), if there is one."""
    for end in range(min(_run_end(tokens, at), at + 2), at, -1):
        forms = product(*(nominatives(fold(token.core)) for token in tokens[at:end]))
        found = {person.id: person for form in forms for person in ask(" ".join(form))}
        if len(found) == 1:
            return Mention(_phrase(tokens[at:end]), tuple(found.values()), at, end, Spot.INFLECTED)
    return None


def _stranger_end(tokens: Sequence[Token], at: int, ask: Ask) -> int:
    """Where the capitalised words end that read as one name: "Anna Nowak" is not the Anna we know."""
    end, latest = at + 1, _run_end(tokens, at) if _is_name_like(tokens[at]) else at + 1
    while end < latest and _is_name_like(tokens[end]) and not ask(tokens[end].core):
        end += 1
    return end


def _is_name_like(token: Token) -> bool:
    word = fold(token.core)
    return reads_as_name(token.core) and not (token.is_handle or word in HEADINGS or word in _kind_words())


def _phrase(tokens: Iterable[Token]) -> str:
    return " ".join(token.core for token in tokens)


def _settle(mentions: Iterable[Mention]) -> tuple[People, Several, tuple[str, ...]]:
    """The people settled, the words several answer to with none of them settled, and the unknown names."""
    people: dict[int, Named] = {}
    several: dict[str, Mention] = {}
    unknown: dict[str, str] = {}
    strangers: set[str] = set()
    for mention in mentions:
        words = fold(mention.typed)
        if not mention.answering:
            unknown.setdefault(words, mention.typed)
            strangers.add(words.split(" ")[0])
        elif words in strangers:
            continue
        elif len(mention.answering) > 1:
            several.setdefault(words, mention)
        else:
            people.setdefault(mention.answering[0].id, mention.answering[0])
    open_ones = [m for m in several.values() if people.keys().isdisjoint(p.id for p in m.answering)]
    return tuple(people.values()), tuple((m.typed, m.answering) for m in open_ones), tuple(unknown.values())


def _kind_said(tokens: Sequence[Token], named: set[int]) -> str | None:
    """The kind of the first word that says one and is no name, handle or quotation."""
    words = (fold(t.core) for at, t in enumerate(tokens) if at not in named and not (t.is_plain or t.is_handle))
    return next((_kind_words()[word] for word in words if word in _kind_words()), None)


def is_kind_word(word: str) -> bool:
    """Whether the word says what kind of contact it was."""
    return fold(word.rstrip(",:;.")) in _kind_words()


@cache
def _kind_words() -> dict[str, str]:
    return {fold(word): kind for word, kind in KIND_WORDS.items()}


def _kept_text(tokens: Iterable[Token], tail: str, *, is_cut: bool) -> str:
    """The text as typed but for the backslashes, without a separator left dangling where a date was cut."""
    text = "".join(token.gap + token.shown for token in tokens).strip()
    text = text.rstrip(" ,;:-–—") if is_cut else text
    return (text + tail).strip() if text else tail.strip().removeprefix("--").lstrip()
