"""What the demo shows, step by step: a few words of explanation and the command as one would type it."""

from typing import NamedTuple


class Step(NamedTuple):
    """A command line without the program's name, and what to know before reading its answer."""

    words: str
    line: str


OPENING = (
    "This is an invented journal: {people} people and {interactions} contacts with them, from {since} until today. "
    "Your own journal is neither read nor changed."
)

STEPS = (
    Step(
        "The morning. What is open between you comes first, then what has a date: an answer you wait for, a reply "
        "you owe, a birthday. Then check-ins, the new ties and the most overdue, as many as a day can hold. "
        "One line for the rest.",
        "due",
    ),
    Step("Nobody is on that list without a reason. This is the whole account for Giulia.", "why giulia"),
    Step("Before you write to somebody: everything the journal knows.", "show zoe"),
    Step(
        "A note in passing. Two people are called Anna, so it waits in the inbox rather than being refused.",
        "note Anna is looking for a room in Gdańsk",
    ),
    Step(
        "After a conversation, one line. Name, kind, date and tag are read from the sentence.",
        "log giulia call yesterday, annual plans work for her too +pricing",
    ),
    Step("Find anything written. Accents and case do not matter.", "find gdansk"),
    Step("How the network is doing.", "stats"),
    Step("Everything can be taken back. The last thing done was the call with Giulia.", "undo"),
)

STAYS = "The journal is yours to play with. Its morning, and any other command in the same way:"
STAYS_A_WHILE = (
    "Play with the journal as you like: it stays until your system clears its temporary files. "
    "Its morning, and any other command in the same way:"
)
OWN = "Your own journal begins with one line:"
FIRST = "netlog add Giulia Rossi --company Acme --met ProductTank"
