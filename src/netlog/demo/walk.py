"""What the demo shows, step by step: a line of explanation and the command as one would type it."""

from typing import NamedTuple


class Step(NamedTuple):
    """A command line without the program's name, and what to know before reading its answer."""

    words: str
    line: str


OPENING = (
    "This is an invented journal: {people} people and {interactions} contacts, from {since} until today. "
    "Your own journal is neither read nor changed."
)

STEPS = (
    Step(
        "The morning. Birthdays, replies owed and answers awaited come first, then check-ins: as many as fit a day, "
        "and as many again for a day with room. The others are one line.",
        "due",
    ),
    Step("Nobody is on that list without a reason. This is the whole account of one of them.", "why giulia"),
    Step("Before you write to somebody: everything the journal knows.", "show zoe"),
    Step(
        "A note in passing. There are two people called Anna, so it waits in the inbox instead of being refused.",
        "note Anna is looking for a room in Gdańsk",
    ),
    Step(
        "After a conversation, one line. The name, the kind, the tag and the date are read from the sentence.",
        "log giulia call yesterday, annual plans work for her too +pricing",
    ),
    Step("Find what was written. Accents and case do not matter.", "find gdansk"),
    Step("How the network is doing.", "stats"),
    Step("Everything can be taken back: this undoes the call with Giulia.", "undo"),
)

STAYS_A_WHILE = (
    "The journal stays here for you to play with, until your system empties its folder for temporary files. "
    "Its morning, and any other command in the same way:"
)
STAYS = "The journal is yours to play with. Its morning, and any other command in the same way:"
OWN = "Your own journal begins with one line:"
FIRST = "netlog add Giulia Rossi --company Acme --met ProductTank"
