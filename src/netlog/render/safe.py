"""Makes typed text harmless to a terminal, and visible where it was invisible."""

import re
import unicodedata

# Everything Unicode asks to draw as nothing, and every control, but no newline. Joiners (U+200C, U+200D)
# and variation selectors stay: Persian, Hindi and emoji families are written with them. But of selectors in a row
# only the first means something; the others could carry a message that nobody sees.
SELECTORS = "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
HIDDEN = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ud800-\udfff"
    "]"
    f"|(?<={SELECTORS}){SELECTORS}"
)
MOST_MARKS = 30
"""Marks on one letter: as many as Unicode allows in a stream; more would be drawn over the lines around."""

CROWDED = re.compile(f"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")
NEWLINE = "⏎"
PICTURES = 0x2400
DELETE, DELETE_PICTURE = 0x7F, "\u2421"
REPLACEMENT = "\ufffd"
MARKS = ("Mn", "Me")


def safe(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey or hide."""
    if text.isascii() and text.isprintable():
        return text
    return safe_lines(text).replace("\n", NEWLINE)


def safe_lines(text: str) -> str:
    """Like `safe`, but a newline stays a newline."""
    return CROWDED.sub(_thinned, HIDDEN.sub(_shown, text.replace("\r\n", "\n")))


def safe_cells(text: str) -> str:
    """Like `safe_lines`, and a tab stays a tab."""
    return "\t".join(map(safe_lines, text.split("\t")))


def _thinned(found: re.Match[str]) -> str:
    """The letters, a mark too many being shown by its number."""
    shown, row = [], 0
    for char in found[0]:
        row = row + 1 if unicodedata.category(char) in MARKS else 0
        shown.append(char if row <= MOST_MARKS else _picture(char))
    return "".join(shown)


def _shown(found: re.Match[str]) -> str:
    return _picture(found[0])


def _picture(char: str) -> str:
    point = ord(char)
    if point < ord(" "):
        return chr(PICTURES + point)
    if point == DELETE:
        return DELETE_PICTURE
    return REPLACEMENT if "\ud800" <= char <= "\udfff" else f"⟨U+{point:04X}⟩"
