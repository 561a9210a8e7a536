"""Kinds of contact, how deep each goes, and who started it."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class Depth(StrEnum):
    """How much of each other two people get out of a contact."""

    MEET = "meet"
    TALK = "talk"
    MESSAGE = "message"
    TOUCH = "touch"


class Direction(StrEnum):
    """Who started it: me, them, or both at once."""

    OUT = "out"
    IN = "in"
    MUTUAL = "mutual"


class Kind(NamedTuple):
    """A sort of contact: its slug, its depth, and how much of a full contact it is worth (0 to 1)."""

    slug: str
    depth: Depth
    worth: float


MEETS = ("coffee", "lunch", "dinner", "drinks", "breakfast", "walk", "meeting", "visit", "party", "workshop")
TALKS = ("call", "video", "talk")
NOTE = "note"
"""The kind of what is written down about somebody: no contact at all."""

WORTH_BY_DEPTH = {Depth.MEET: 1.0, Depth.TALK: 1.0, Depth.MESSAGE: 0.5, Depth.TOUCH: 0.1}

KINDS: dict[str, Kind] = {
    **{slug: Kind(slug, Depth.MEET, 1.0) for slug in MEETS},
    **{slug: Kind(slug, Depth.TALK, 1.0) for slug in TALKS},
    "event": Kind("event", Depth.MEET, 0.4),
    "group": Kind("group", Depth.MEET, 0.4),
    "letter": Kind("letter", Depth.MESSAGE, 0.8),
    "voice": Kind("voice", Depth.MESSAGE, 0.6),
    "message": Kind("message", Depth.MESSAGE, 0.5),
    "email": Kind("email", Depth.MESSAGE, 0.5),
    "comment": Kind("comment", Depth.TOUCH, 0.15),
    "like": Kind("like", Depth.TOUCH, 0.1),
    "touch": Kind("touch", Depth.TOUCH, 0.1),
    NOTE: Kind(NOTE, Depth.TOUCH, 0.0),
}
"""Worth of each kind: docs/reference/scheduler.md has them in words."""

WRITTEN = ("letter", "message", "email", "comment")
TOO_COMMON = {"party", "talk", "visit"}

KIND_WORDS: dict[str, str] = {
    **{slug: slug for slug in (*MEETS, *TALKS, "letter", "message", "email", "comment") if slug not in TOO_COMMON},
    **dict.fromkeys(("caffè", "caffe", "kawa", "kawę", "kawie"), "coffee"),
    **dict.fromkeys(("pranzo", "obiad", "obiedzie", "lunchu"), "lunch"),
    **dict.fromkeys(("cena", "kolacja", "kolację", "kolacji"), "dinner"),
    **dict.fromkeys(("colazione", "śniadanie", "śniadaniu"), "breakfast"),
    **dict.fromkeys(("aperitivo", "aperitif", "drink", "beer", "birra", "piwo", "piwie"), "drinks"),
    **dict.fromkeys(("passeggiata", "spacer", "spacerze"), "walk"),
    **dict.fromkeys(("met", "incontro", "incontrato", "incontrata", "spotkanie", "spotkaniu"), "meeting"),
    **dict.fromkeys(("called", "phoned", "rang", "chiamata", "chiamato", "telefonata"), "call"),
    **dict.fromkeys(("telefon", "dzwonił", "dzwoniła", "zadzwoniłem", "zadzwoniłam"), "call"),
    **dict.fromkeys(("zoom", "videocall", "videochiamata", "wideo"), "video"),
    **dict.fromkeys(("mail", "e-mail", "emailed", "mailed", "mejl", "maila"), "email"),
    **dict.fromkeys(("sms", "whatsapp", "telegram", "dm", "texted", "messaged"), "message"),
    **dict.fromkeys(("messaggio", "wiadomość", "wiadomości"), "message"),
    **dict.fromkeys(("lettera",), "letter"),
    **dict.fromkeys(("commento", "komentarz", "commented"), "comment"),
    **dict.fromkeys(("liked",), "like"),
}
"""Words of a note that say what kind of contact it was, English, Italian and Polish, folded or not."""


Worths = Mapping[str, float]
"""What kinds are worth to this user, where that is not what the table says."""

AS_SHIPPED: Worths = MappingProxyType({})


def kind_named(slug: str, worths: Worths = AS_SHIPPED) -> Kind:
    """The kind of that slug, with the user's own worth if there is one; an unknown word counts as a talk."""
    kind = KINDS.get(slug) or Kind(slug, Depth.TALK, WORTH_BY_DEPTH[Depth.TALK])
    return kind._replace(worth=worths[slug]) if slug in worths else kind
