"""A plain table: words to the left, figures to the right."""

from collections.abc import Sequence


def drawn(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The rows under their headings, each column as wide as it must be."""
    lines = [headings, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    rightward = [all(map(is_figure, column)) for column in zip(*rows, strict=True)] or [False] * len(headings)
    return "\n".join(line(row, widths, rightward) for row in lines)


def line(row: Sequence[str], widths: Sequence[int], rightward: Sequence[bool]) -> str:
    """One row, padded."""
    padded = (
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(row, widths, rightward, strict=True)
    )
    return "  ".join(padded).rstrip()


def is_figure(cell: str) -> bool:
    """Whether a cell is empty or begins like a number."""
    return not cell or cell[0].isdigit()
