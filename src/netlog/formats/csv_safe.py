"""Cells of a CSV that no spreadsheet takes for a formula, and back.

A spreadsheet that expects semicolons or tabs breaks a cell at them, and at the end of a line: what follows begins a
cell of its own. Blanks, signs that are drawn as nothing and apostrophes before a formula do not make it harmless.
"""

import re

MARK = "'"
BEGIN = "(?:^|(?<=[;\t\r\n]))"
SKIPPED = "['\" \u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000\ufeff]*"
FORMULA = f"(?={SKIPPED}[-=+@\x00＝＋－＠])"
LINE_OR_TAB = f"(?={MARK}*[\t\r\n\x00])"

DANGEROUS = re.compile(f"{BEGIN}{FORMULA}|^{LINE_OR_TAB}")
DEFUSED = re.compile(f"{BEGIN}{MARK}{FORMULA}|^{MARK}{LINE_OR_TAB}")


def defused(text: str) -> str:
    """The text with an apostrophe in front of everything that could be a formula."""
    return DANGEROUS.sub(MARK, text)


def restored(cell: str) -> str:
    """The text that was defused."""
    return DEFUSED.sub("", cell)
