"""What a terminal would obey or hide, told by Unicode and by a terminal, never by the code under test."""

import re
import unicodedata
from typing import Any

import pyte

OBEYED_OR_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
DRAWN_THOUGH_FORMATS = {
    "\u200c",
    "\u200d",
    *map(chr, range(0x600, 0x606)),
    *"\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd",
    *map(chr, range(0x13430, 0x13460)),
}
"""Joiners, without which Persian and families of emoji fall apart, and signs that are drawn."""

HIDDEN_THOUGH_LETTERS = {*"\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"}
SELECTOR_AFTER_ANOTHER = re.compile("(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""One is part of a letter or an emoji; a row of them is a way to carry bytes that nobody sees."""

OWN_STYLES = re.compile(r"\x1b\[(?:0|1|2|3[1-6]|9[0-7]|1;3[1-6]|1;2|2;3[1-6])m")
"""The styles that netlog itself asks Rich for; those of the corpus are others."""

OWN_MOVES = re.compile(r"\x1b\[(?:\?25[lh]|2K|1A)")
"""With these Rich draws a count anew and takes it away."""

WIDTH, HEIGHT = 100, 2000


def is_live(char: str) -> bool:
    """Whether a terminal would obey the character, or draw nothing for it."""
    if char in HIDDEN_THOUGH_LETTERS:
        return True
    return unicodedata.category(char) in OBEYED_OR_HIDDEN and char not in DRAWN_THOUGH_FORMATS


def live(text: str, *, but: str = "\n") -> set[str]:
    """Everything live in the text."""
    return {*filter(is_live, set(text) - set(but)), *SELECTOR_AFTER_ANOTHER.findall(text)}


def leaks(written: bytes, *, but: str = "\n", is_counting: bool = False) -> set[str]:
    """What of a terminal's input is live, besides the styles, line ends and counts that are netlog's own."""
    text = OWN_STYLES.sub("", written.decode("utf-8", "surrogateescape"))
    if is_counting:
        text = OWN_MOVES.sub("", text).replace("\r", "")
    return live(text.replace("\r\n", "\n"), but=but)


class Witness:
    """A terminal that writes down everything it is told beyond drawing, new lines and styles."""

    HARMLESS = ("draw", "linefeed", "carriage_return", "select_graphic_rendition")

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.told: list[str] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a terminal has)
        does = getattr(self.screen, name)
        if name in Witness.HARMLESS or name not in pyte.Stream.events:
            return does

        def noted(*arguments: object, **more: object) -> None:
            self.told.append(name)
            does(*arguments, **more)

        return noted


def witnessed(written: bytes) -> Witness:
    """A terminal after it was written to, with line ends as a terminal's driver makes them."""
    witness = Witness()
    pyte.Stream(witness).feed(  # type: ignore[arg-type]
        written.decode("utf-8", "replace").replace("\r\n", "\n").replace("\n", "\r\n")
    )
    return witness


def drawn(witness: Witness) -> str:
    """Every line on the screen."""
    return "\n".join(line.rstrip() for line in witness.screen.display).rstrip()
