"""What stands on pages below each other: rows of cells with lines of text, torn only where they must be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.document.wording import ITEM
from vsdesigner.exchange.letter_colours import letter_colours
from vsdesigner.exchange.svg.text import reads_leftwards
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.measure import FontMeasurer, line_height

PAD_X, PAD_Y = 8.0, 5.0
INDENT = 16.0  # px of what stands below the entry of a list
MANY = 1_000_000
MOST_UPRIGHT = 340.0  # px of a title that stands upright; most take less, in several lines
EDGE = 3.0  # px of the colour of a lane beside a cell
_measurer = FontMeasurer()


class Ink(StrEnum):
    """In which pen a line is written."""

    TEXT = "text"
    MUTED = "muted"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class Line:
    """A line that fits its cell; `above` is room over it, `indent` room ahead of it."""

    words: str
    role: str = "small"
    ink: Ink = Ink.TEXT
    above: float = 0.0
    indent: float = 0.0

    @property
    def height(self) -> float:
        return line_height(self.role) + self.above


@dataclass(frozen=True, slots=True)
class Cell:
    """Lines below each other. `lane` is the colour beside them; `upright` ones turn by a quarter. `letters`
    of a responsibility give the cell their colours."""

    lines: tuple[Line, ...] = ()
    lane: str = ""
    centred: bool = False
    upright: bool = False
    letters: str = ""

    @property
    def height(self) -> float:
        if self.upright:
            return max((text.width(line.words, line.role) for line in self.lines), default=0.0) + 4.0
        return sum(line.height for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other. `filled` rows are headers; `gap` is room above, `framed` draws a box around;
    `ruled` draws a line below. `mark` is an entry for the list beside the pages."""

    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    filled: bool = False
    framed: bool = False
    ruled: bool = True
    gap: float = 0.0
    mark: str = ""

    @property
    def height(self) -> float:
        return max((cell.height for cell in self.cells), default=0.0) + 2 * PAD_Y

    def torn(self, room: float) -> tuple[Row, Row | None]:
        """Return what fits into a height, at least a line of each cell, and what is left."""
        parts = [_torn(cell, room - 2 * PAD_Y) for cell in self.cells]
        first = replace(self, cells=tuple(head for head, _ in parts))
        if not any(rest.lines for _, rest in parts):
            return first, None
        return first, replace(self, cells=tuple(rest for _, rest in parts), mark="", gap=0.0)

    def paint(self, painter: QPainter, corner: QPointF, inks: Inks) -> None:
        """Paint with the top left corner there."""
        high, wide = self.height, sum(self.widths)
        area = QRectF(corner.x(), corner.y(), wide, high)
        if self.filled:
            painter.fillRect(area, inks.theme.selection)
        painter.setPen(QPen(inks.theme.line, 1.0))
        if self.framed:
            painter.setBrush(inks.no_brush)
            painter.drawRect(area)
        elif self.ruled:
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        x = corner.x()
        for cell, width in zip(self.cells, self.widths, strict=True):
            _paint_cell(painter, cell, QRectF(x, corner.y(), width, high), inks)
            x += width


def lines_of(words: str, width: float, role: str = "small", ink: Ink = Ink.TEXT) -> tuple[Line, ...]:
    """Break a text into lines for a cell of this width; none for an empty one.

    The entries of a list stand out to the left, those below an entry further to the right.
    """
    if not words.strip():
        return ()
    made = []
    for paragraph in words.split("\n"):
        said = paragraph.lstrip()
        start = INDENT if len(said) < len(paragraph) else 0.0
        hanging = text.width(ITEM, role) if said.startswith(ITEM) else 0.0
        room = max(12.0, width - 2 * PAD_X - start - hanging)
        for number, line in enumerate(_measurer.lines(said.removeprefix(ITEM), role, room)):
            first = hanging > 0 and number == 0
            indent = start if first else start + hanging
            made.append(Line(f"{ITEM}{line}" if first else line, role, ink, indent=indent))
    return tuple(made)


def cell_of(words: str, width: float, *, role: str = "small", lane: str = "", centred: bool = False) -> Cell:
    """Return a cell with one text."""
    return Cell(lines_of(words, width, role), lane, centred)


def header_row(
    titles: Sequence[str], widths: Sequence[float], *, narrow_from: int = MANY, upright: bool = False
) -> Row:
    """Return the header of a table; from a column on its titles are centred or stand `upright`."""
    cells = []
    for index, (title, width) in enumerate(zip(titles, widths, strict=True)):
        narrow = index >= narrow_from
        if narrow and upright:
            cells.append(Cell(_upright_lines(title, width), upright=True))
        else:
            cells.append(Cell(lines_of(title, width, "section", Ink.HEAD), centred=narrow))
    return Row(tuple(cells), tuple(widths), filled=True)


def _upright_lines(title: str, width: float) -> tuple[Line, ...]:
    """A title that stands upright, in as many lines as its column has room for beside each other."""
    most = max(1, int((width - 4.0) / line_height("section")))
    for room in (130.0, 220.0, MOST_UPRIGHT):
        lines = _measurer.lines(title, "section", room)
        if len(lines) <= most and all(text.width(line, "section") <= MOST_UPRIGHT for line in lines):
            return tuple(Line(line, "section", Ink.HEAD) for line in lines)
    rest = text.elided(" ".join(lines[most - 1 :]), "section", MOST_UPRIGHT)
    return tuple(Line(line, "section", Ink.HEAD) for line in (*lines[: most - 1], rest))


def shares(total: float, parts: Iterable[float]) -> tuple[float, ...]:
    """Return widths in these proportions that together are `total`."""
    listed = tuple(parts)
    return tuple(total * part / sum(listed) for part in listed)


def _torn(cell: Cell, room: float) -> tuple[Cell, Cell]:
    count, used = 0, 0.0
    for line in cell.lines:
        used += line.height
        if count and used > room:
            break
        count += 1
    return replace(cell, lines=cell.lines[:count]), replace(cell, lines=cell.lines[count:])


def _paint_cell(painter: QPainter, cell: Cell, area: QRectF, inks: Inks) -> None:
    if cell.lane:
        painter.fillRect(
            QRectF(area.left(), area.top(), EDGE, area.height()), inks.lane(cell.lane).edge.color()
        )
    if cell.upright:
        painter.save()
        painter.translate(area.center().x(), area.bottom() - PAD_Y)
        painter.rotate(-90)
        across = -sum(line.height for line in cell.lines) / 2
        for line in cell.lines:
            painter.setPen(_pen(line.ink, inks))
            text.draw(painter, line.words, line.role, 0.0, across)
            across += line.height
        painter.restore()
        return
    letter_ink = None
    if cell.letters:
        ground, ink = letter_colours(cell.letters)
        painter.fillRect(area.adjusted(0.5, 0.5, -0.5, -0.5), QColor(ground.hex))
        letter_ink = QPen(QColor(ink.hex))
    y = area.top() + PAD_Y
    for line in cell.lines:
        painter.setPen(letter_ink or _pen(line.ink, inks))
        y += line.above
        x = area.left() + PAD_X + line.indent
        if cell.centred:
            x = area.center().x() - text.width(line.words, line.role) / 2
        elif reads_leftwards(line.words):
            x = area.right() - PAD_X - line.indent - text.width(line.words, line.role)
        text.draw(painter, line.words, line.role, x, y)
        y += line_height(line.role)


def _pen(ink: Ink, inks: Inks) -> QPen:
    if ink is Ink.MUTED:
        return inks.muted
    return QPen(inks.theme.accent_ink) if ink is Ink.HEAD else inks.text
