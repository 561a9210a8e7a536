"""Makes typed text harmless to a terminal, and visible where it was invisible."""

import re

# Everything Unicode asks to draw as nothing, and every control, but no newline. Joiners (U+200C, U+200D)
# and variation selectors stay: Persian, Hindi and emoji families are written with them.
HIDDEN = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    "\ud800-\udfff"
    "]"
)
NEWLINE = "⏎"
PICTURES = 0x2400
DELETE, DELETE_PICTURE = 0x7F, "\u2421"
REPLACEMENT = "\ufffd"


def safe(text: str) -> str:
    """The text on one line, with nothing in it that a terminal would obey or hide."""
    if text.isascii() and text.isprintable():
        return text
    return safe_lines(text).replace("\n", NEWLINE)


def safe_lines(text: str) -> str:
    """Like `safe`, but a newline stays a newline."""
    return HIDDEN.sub(_shown, text.replace("\r\n", "\n"))


def _shown(found: re.Match[str]) -> str:
    point = ord(found[0])
    if point < ord(" "):
        return chr(PICTURES + point)
    if point == DELETE:
        return DELETE_PICTURE
    return REPLACEMENT if "\ud800" <= found[0] <= "\udfff" else f"⟨U+{point:04X}⟩"
