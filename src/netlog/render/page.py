"""Lays words out on a terminal; the only door through which text reaches Rich."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from netlog.render.encoding import can_encode, legible
from netlog.render.safe import safe, safe_lines

GAP = 2
INDENT = 2
LEAST = 40
LEAST_CAP, MOST_CAP = 16, 32
SPARE_LINES = 4
DOT = " · "
BLANK = Text()

Line = Text
Block = list[Line]


@dataclass(frozen=True, slots=True)
class Page:
    """A terminal of a known width, height and encoding."""

    console: Console

    @property
    def width(self) -> int:
        """Cells in a line."""
        return max(self.console.width, LEAST_CAP)

    @property
    def screenful(self) -> int:
        """Lines of a list that leave room for a title, a footer and the prompt."""
        return max(1, self.console.height - SPARE_LINES)

    def can_draw(self, glyphs: str) -> bool:
        """Whether the terminal's encoding has these characters."""
        return can_encode(glyphs, self.console.encoding)

    def words(self, text: str, style: str = "") -> Text:
        """The text on one line, harmless and legible, in a style."""
        return _styled(legible(safe(text), self.console.encoding), style)

    def lines(self, text: str, style: str = "") -> Text:
        """Like `words`, but a newline starts a new line."""
        return _styled(legible(safe_lines(text), self.console.encoding), style)

    def heading(self, text: str) -> Block:
        """The title of a part, with the blank line that sets it off."""
        return [BLANK, self.words(text, "bold")]

    def dotted(self, parts: Sequence[Text]) -> Text:
        """The parts that are not empty, with a middle dot between them."""
        return self.words(DOT, "dim").join(part for part in parts if part)

    def wrapped(self, text: Text, *, indent: int = 0, hang: int = 0) -> Block:
        """The text broken into lines, those after the first set in by `hang` more."""
        first, later = " " * indent, " " * (indent + hang)
        lines = self._broken(text, self.width - indent - hang)
        return [_trimmed(Text(later if number else first) + line) for number, line in enumerate(lines)]

    def table(self, rows: Sequence[Sequence[Text]], *, least: int = LEAST) -> list[Block]:
        """Each row as aligned lines; its last cell wraps, or goes below the others when it gets too little."""
        filled = _without_empty_columns(rows)
        if not filled:
            return []
        *naturals, last = [max(cell.cell_len for cell in column) for column in zip(*filled, strict=True)]
        room = self.width - INDENT - GAP * len(naturals)
        widths = _fitted(naturals, room=room, last=last, least=min(least, room * 3 // 5, last))
        if widths is None:
            return [self._stacked(row) for row in filled]
        return [self._beside(row, widths) for row in filled]

    def _stacked(self, row: Sequence[Text]) -> Block:
        head = Text(" " * GAP).join(cell for cell in row[:-1] if cell)
        below = self.wrapped(row[-1], indent=2 * INDENT) if row[-1] else []
        return [*self.wrapped(head, indent=INDENT, hang=INDENT), *below]

    def _beside(self, row: Sequence[Text], widths: Sequence[int]) -> Block:
        cells = [self._broken(cell, width) for cell, width in zip(row, widths, strict=True)]
        height = max(len(lines) for lines in cells)
        return [self._line([lines[n] if n < len(lines) else BLANK for lines in cells], widths) for n in range(height)]

    def _broken(self, text: Text, width: int) -> Block:
        """The text in lines of that width, broken between phrases rather than inside them."""
        lines: Block = []
        dot = legible(DOT, self.console.encoding)
        for paragraph in text.split("\n", allow_blank=True):
            lines += self._packed(paragraph.split(dot), max(1, width))
        return lines

    def _packed(self, phrases: Iterable[Text], width: int) -> Block:
        lines: Block = []
        for phrase in phrases:
            if lines and lines[-1].cell_len + len(DOT) + phrase.cell_len <= width:
                lines[-1] = self.dotted([lines[-1], phrase])
            else:
                lines += phrase.wrap(self.console, width, overflow="fold")
        return lines

    def _line(self, cells: Sequence[Text], widths: Sequence[int]) -> Line:
        line = Text(" " * INDENT)
        for cell, width in zip(cells, widths, strict=True):
            line.append_text(cell).append(" " * (width + GAP - cell.cell_len))
        return _trimmed(line)


def _fitted(naturals: Sequence[int], *, room: int, last: int, least: int) -> list[int] | None:
    """Widths that leave at least `least` for the last column; None when even narrow ones do not."""
    if sum(naturals) + last <= room:
        return [*naturals, last]
    for cap in range(min(MOST_CAP, max(LEAST_CAP, room * 3 // 10)), LEAST_CAP - 1, -1):
        widths = [min(cap, natural) for natural in naturals]
        if room - sum(widths) >= least:
            return [*widths, room - sum(widths)]
    return None


def _styled(text: str, style: str) -> Text:
    """A style of the characters, not of the text, so that it does not spread to what is added."""
    return Text().append(text, style)


def _trimmed(line: Line) -> Line:
    line.rstrip()
    return line


def _without_empty_columns(rows: Sequence[Sequence[Text]]) -> list[list[Text]]:
    """The last column stays, for it is the one that wraps."""
    if not rows:
        return []
    last = len(rows[0]) - 1
    kept = [number for number in range(last + 1) if number == last or any(row[number] for row in rows)]
    return [[row[number] for number in kept] for row in rows]
