"""Cells of a CSV that no spreadsheet takes for a formula, and back."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
MARK = "'"


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text, or the text after apostrophes, for a formula."""
    return text.lstrip(MARK).startswith(DANGEROUS)


def defused(text: str) -> str:
    """The text with an apostrophe in front if it could be a formula."""
    return MARK + text if is_formula(text) else text


def restored(cell: str) -> str:
    """The text that was defused."""
    return cell[1:] if cell.startswith(MARK) and is_formula(cell) else cell
