"""One line of friends.md and the contact it tells of: whatever is made simpler in reading is made again in writing."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, reduce

from netlog.domain.interactions import KINDS, NOTE
from netlog.domain.people import slug
from netlog.formats.told import kind_in
from netlog.interchange import Mention, Talk

NAME = re.compile(r"\*\*(\w[^*]*)\*\*")
PLACE = re.compile(r"(?<!\w)_([^\W_](?:[^_*]*[^_*\s])?)_(?!\w)")
TAG = re.compile(r"(?<![^\W_])@[^\W_](?:[:-]?[^\W_])*")
HANDLE = re.compile(r"(?<![\w@])@([a-z0-9][a-z0-9-]*)")
MARKED = re.compile(f"{NAME.pattern}|{PLACE.pattern}")
LAST_TAGS = re.compile(rf"(?:^|\s)((?:{TAG.pattern}\s)*{TAG.pattern})$")
LAST_PLACE = re.compile(rf"\s?\({PLACE.pattern}\)$")
HEAD = re.compile(
    r"(?:(?P<kind>[a-z]+)(?P<with> with )?)?(?P<names>\*\*\w[^*]*\*\*(?:, \*\*\w[^*]*\*\*)*)?(?:: ?(?P<rest>.*))?"
)
USUAL = "meeting"


def named_in(words: str) -> tuple[str, ...]:
    """The names between asterisks, each once."""
    return tuple(dict.fromkeys(NAME.findall(words)))


def talk_of(words: str, *, key: str, where: str, on: date, is_note: bool) -> Talk:
    """The contact of a line, with as few marks left in its text as can be put back when it is written."""
    place = PLACE.search(words)
    people = tuple(Mention(name) for name in named_in(words))
    tags = tuple(dict.fromkeys(tag[1:] for tag in TAG.findall(words)))
    talk = Talk(key, where, on, people, NOTE, words, tags=tags, place=place[1] if place else None)
    if not is_note:
        talk = talk._replace(kind=_kind_said(talk))
    steps = (_without_last_tags, _without_last_place, _without_head, _with_plain_place, _with_plain_names)
    simplest = reduce(lambda simpler, step: step(simpler), steps, talk)
    if line_of(simplest) == words:
        return simplest
    return reduce(lambda simpler, step: _kept(step(simpler), simpler, words), steps, talk)


def _kept(simpler: Talk, talk: Talk, words: str) -> Talk:
    """The simpler contact, if the same line can be made of it."""
    return simpler if line_of(simpler) == words else talk


def line_of(talk: Talk) -> str:
    """What friends.md says of a contact after its day."""
    people = _names(talk)
    words, missing = _marked(_one_line(_with_names(talk)), people)
    place = plain_name(talk.place or "", dropped="[]_*")
    words, is_placed = _placed(words, place) if place else (words, True)
    label = "" if talk.kind in {NOTE, _kind_said(talk)} else talk.kind
    head = " with ".join(filter(None, (label, ", ".join(f"**{name}**" for name in missing))))
    said = set(TAG.findall(words))
    tags = [tag for tag in told_tags(talk.tags) if tag not in said]
    body = [words] if words else []
    body += [] if is_placed else [f"(_{place}_)"]
    body += tags
    return ": ".join(filter(None, (head, " ".join(body))))


def plain_name(text: str, *, dropped: str = "()[]@*") -> str:
    """A name without the characters that mean something in friends.md."""
    return " ".join("".join(" " if letter in dropped else letter for letter in text).split())


def told_tags(tags: Iterable[str]) -> list[str]:
    """The tags as friends writes them, each once."""
    told = (f"@{tag}" if TAG.fullmatch(f"@{tag}") else f"@{slug(tag)}" for tag in tags)
    return [tag for tag in dict.fromkeys(told) if tag != "@"]


def _with_names(talk: Talk) -> str:
    """The text with names for the handles in it, and no asterisks around those who did not take part."""
    named = {mention.address: plain_name(mention.name) for mention in talk.people if mention.address}
    text = HANDLE.sub(lambda found: named.get(found[1], found[0]), talk.text) if named else talk.text
    names = {mention.name for mention in talk.people}
    return NAME.sub(lambda found: found[0] if found[1] in names else found[1], text)


def _names(talk: Talk) -> list[str]:
    return [name for name in dict.fromkeys(plain_name(mention.name) for mention in talk.people) if name]


def _one_line(text: str) -> str:
    return re.sub(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*", " ", text).strip()


def _marked(words: str, names: Iterable[str]) -> tuple[str, list[str]]:
    """The words with the names between asterisks, unless somebody did that already, and the names not found."""
    done = set(NAME.findall(words))
    missing = [name for name in names if name not in done]
    if present := [name for name in missing if name in words]:
        wanted = _any_of(tuple(present))
        words = _outside_marks(words, lambda part: wanted.sub(r"**\g<0>**", part))
    return words, [name for name in missing if f"**{name}**" not in words]


def _placed(words: str, place: str) -> tuple[str, bool]:
    """The words with the place between underscores, and whether it stands in them."""
    if place not in words or f"_{place}_" in words:
        return words, place in words
    wanted = _any_of((place,))
    placed = _outside_marks(words, lambda part: wanted.sub(r"_\g<0>_", part))
    return placed, placed != words


@lru_cache(maxsize=1024)
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases where it stands as words of its own, the longest first."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<![\w*@])(?:{'|'.join(map(re.escape, longest_first))})(?![\w*])")


def _outside_marks(words: str, change: Callable[[str], str]) -> str:
    parts, end = [], 0
    for mark in MARKED.finditer(words):
        parts += [change(words[end : mark.start()]), mark[0]]
        end = mark.end()
    return "".join([*parts, change(words[end:])])


def _kind_said(talk: Talk) -> str:
    """The kind that the words tell, names, tags and the place aside."""
    words = TAG.sub(" ", NAME.sub(" ", talk.text))
    for phrase in (*_names(talk), talk.place or ""):
        words = words.replace(phrase, " ") if phrase else words
    return kind_in(words.replace("_", " ")) or USUAL


def _without_last_tags(talk: Talk) -> Talk:
    last = LAST_TAGS.search(talk.text)
    return talk._replace(text=talk.text[: last.start()]) if last else talk


def _without_last_place(talk: Talk) -> Talk:
    last = LAST_PLACE.search(talk.text)
    return talk._replace(text=talk.text[: last.start()]) if last else talk


def _without_head(talk: Talk) -> Talk:
    """The contact without "call with **Giulia Rossi**: " in front: the way names and kinds the text lacks are told."""
    head = HEAD.fullmatch(talk.text)
    if not head or (head["kind"] and (talk.kind == NOTE or head["kind"] not in KINDS)):
        return talk
    bare = talk._replace(text=head["rest"] or "")
    return bare if talk.kind == NOTE else bare._replace(kind=head["kind"] or _kind_said(bare))


def _with_plain_place(talk: Talk) -> Talk:
    return talk._replace(text=talk.text.replace(f"_{talk.place}_", talk.place)) if talk.place else talk


def _with_plain_names(talk: Talk) -> Talk:
    return talk._replace(text=NAME.sub(r"\1", talk.text))
