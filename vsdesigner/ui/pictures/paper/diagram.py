"""A diagram on paper: fitted on one page, or spread over pages that say where they belong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from vsdesigner.exchange.paper_options import ONE_PAGE, SEVERAL_PAGES
from vsdesigner.language import say
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.drawing import StreamDrawing
from vsdesigner.ui.pictures.paper.cutting import Cuts, Interval, largest
from vsdesigner.ui.pictures.paper.page import SMALL_ROLE, Page
from vsdesigner.ui.pictures.paper.sheet import FOOT, HEAD, MARGIN, MOST_SIDE, Paper, Sheet

READABLE = 0.55  # scale from which a fitted diagram can be read: names are then 5.4 points high
SPREAD = 0.68  # scale at least where it is spread over pages: 6.6 points
UNDIVIDED = 0.6  # the same where that keeps all lanes on one page: 5.8 points
BELOW = 1.5  # pages above each other are worth so many beside each other
LEAST_ROOM = 120.0  # px of the scene that a page shows whatever its size
MOST_PAGES = 400
MOST_UNASKED = 40  # pages that nobody asked for; beyond, one page that one can zoom into does better
_TICK = 9.0  # px of the marks that show where the neighbour begins
_ARROW = 5.0


@dataclass(frozen=True, slots=True)
class Spread:
    """How a diagram lies on sheets of one kind: at a scale, cut into columns and rows (scene px)."""

    sheet: Sheet
    scale: float
    columns: tuple[Interval, ...] = ()
    rows: tuple[Interval, ...] = ()

    @property
    def pages(self) -> int:
        return max(1, len(self.columns) * len(self.rows))


def diagram_pages(
    drawing: StreamDrawing, paper: Paper, way: str, inks: Inks, title: str, subject: str
) -> list[Page]:
    """Return the pages of a diagram; `way` says how many there may be (`paper_options.PAGES`)."""
    spread = spread_for(drawing, paper, way)
    if spread.pages == 1:
        return [Page(spread.sheet, title, subject, _Fitted(drawing, spread, inks).paint)]
    made = []
    for row in range(len(spread.rows)):
        for column in range(len(spread.columns)):
            tile = _Tile(drawing, spread, column, row, inks)
            made.append(Page(spread.sheet, title, subject, tile.paint, tile.told))
    return made


def spread_for(drawing: StreamDrawing, paper: Paper, way: str) -> Spread:
    """Choose sheet, scale and number of pages: few pages, and on these as large as it goes up to 100 %."""
    if paper.grows:
        return _grown(drawing.area)
    area = drawing.area
    sheets = paper.ways("landscape" if area.width() > area.height() else "")
    fitted = max((_fit(area, sheet) for sheet in sheets), key=lambda found: found.scale)
    if way == ONE_PAGE or (way != SEVERAL_PAGES and fitted.scale >= READABLE) or fitted.scale >= 1.0:
        return fitted
    ways = _Ways(drawing)
    spread = min((ways.spread(sheet) for sheet in sheets), key=_cost)
    return fitted if way != SEVERAL_PAGES and spread.pages > MOST_UNASKED else spread


def _cost(spread: Spread) -> tuple[float, float]:
    """What speaks against a spread: many pages, lanes on different ones, small letters."""
    return spread.pages * (BELOW if len(spread.rows) > 1 else 1.0), -spread.scale


def _fit(area: QRectF, sheet: Sheet) -> Spread:
    box = sheet.content
    return Spread(sheet, min(1.0, box.width() / area.width(), box.height() / area.height()))


def _grown(area: QRectF) -> Spread:
    wide, high = area.width() + 2 * MARGIN, area.height() + 2 * MARGIN + HEAD + FOOT
    scale = min(1.0, MOST_SIDE / wide, MOST_SIDE / high)
    least = 360.0  # px: head and foot need room
    return Spread(Sheet(max(least, wide * scale), max(least, high * scale)), scale)


class _Ways:
    """The ways to spread a drawing over sheets."""

    def __init__(self, drawing: StreamDrawing) -> None:
        self._drawing = drawing
        boxes = drawing.boxes
        self._across = Cuts((box.left(), box.right()) for box in boxes)
        borders = [band.top for band in drawing.layout.lanes] if drawing.framed else []
        self._down = Cuts(((box.top(), box.bottom()) for box in boxes), borders)

    def spread(self, sheet: Sheet) -> Spread:
        """Return the best spread over sheets of one kind."""
        undivided = sheet.content.height() / self._drawing.area.height()
        floors = {SPREAD, min(SPREAD, undivided) if undivided >= UNDIVIDED else SPREAD}
        return min((self._largest(sheet, floor) for floor in floors), key=_cost)

    def _largest(self, sheet: Sheet, scale: float) -> Spread:
        """The spread at this scale, or a larger one that needs no more pages."""
        found = self._at(sheet, scale)
        while found.pages > MOST_PAGES:
            found = self._at(sheet, found.scale * 0.8)
        most = len(found.columns), len(found.rows)

        def is_possible(tried: float) -> bool:
            made = self._at(sheet, tried)
            return len(made.columns) <= most[0] and len(made.rows) <= most[1]

        return self._at(sheet, largest(found.scale, 1.0, is_possible))

    def _at(self, sheet: Sheet, scale: float) -> Spread:
        content, room = self._drawing.content, _room(self._drawing, sheet, scale)
        columns = self._across.parts((content.left(), content.right()), room.width())
        rows = self._down.parts((content.top(), content.bottom()), room.height())
        return Spread(sheet, scale, tuple(columns), tuple(rows))


def _room(drawing: StreamDrawing, sheet: Sheet, scale: float) -> QRectF:
    """What a page shows of the scene below and beside the headers."""
    box = sheet.content
    head_wide = drawing.area.width() - drawing.content.width()
    head_high = drawing.area.height() - drawing.content.height()
    return QRectF(
        head_wide,
        head_high,
        max(LEAST_ROOM, box.width() / scale - head_wide),
        max(LEAST_ROOM, box.height() / scale - head_high),
    )


class _Fitted:
    """A whole diagram on one sheet."""

    def __init__(self, drawing: StreamDrawing, spread: Spread, inks: Inks) -> None:
        self._drawing, self._spread, self._inks = drawing, spread, inks

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint it at the top of the content, in the middle."""
        area, box, scale = self._drawing.area, self._spread.sheet.content, self._spread.scale
        painter.save()
        painter.translate(box.left() + (box.width() - area.width() * scale) / 2, box.top())
        painter.scale(scale, scale)
        painter.translate(-area.topLeft())
        self._drawing.paint(painter, self._inks, area)
        painter.restore()


class _Tile:
    """A part of a diagram that is spread over several sheets."""

    def __init__(self, drawing: StreamDrawing, spread: Spread, column: int, row: int, inks: Inks) -> None:
        self._drawing, self._spread, self._inks = drawing, spread, inks
        self._column, self._row = column, row
        self._columns, self._rows = len(spread.columns), len(spread.rows)
        room = _room(drawing, spread.sheet, spread.scale)
        (left, right), (top, bottom) = spread.columns[column], spread.rows[row]
        #: The part of the scene, with the headers that stand on every sheet.
        self._frame = QRectF(left, top, right - left, bottom - top).adjusted(-room.left(), -room.top(), 0, 0)

    @property
    def told(self) -> str:
        """Where the sheet belongs, in words."""
        across = say("Part {number} of {total} →").format(number=self._column + 1, total=self._columns)
        down = say("Row {number} of {total} ↓").format(number=self._row + 1, total=self._rows)
        words = [across] if self._columns > 1 else []
        return "   ".join((*words, down) if self._rows > 1 else words)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint the part, and marks where neighbours go on."""
        box, scale, frame = self._spread.sheet.content, self._spread.scale, self._frame
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(scale, scale)
        painter.translate(-frame.topLeft())
        self._drawing.paint(painter, self._inks, frame, frame=frame)
        painter.restore()
        self._paint_marks(painter, number)

    def _paint_marks(self, painter: QPainter, number: int) -> None:
        """Marks beside the diagram where each neighbour begins or ends, and arrows with its page."""
        box, spread = self._spread.sheet.content, self._spread
        drawn = QRectF(box.topLeft(), self._frame.size() * spread.scale)
        heads = _room(self._drawing, spread.sheet, spread.scale).topLeft() * spread.scale
        painter.setPen(QPen(self._inks.theme.muted, 1.0))
        for line in (*self._ticks_across(drawn, heads), *self._ticks_down(drawn, heads)):
            painter.drawLine(*line)
        if self._column:
            self._arrow(painter, QPointF(drawn.left() - 8, drawn.center().y()), (-1, 0), number - 1)
        if self._column < self._columns - 1:
            self._arrow(painter, QPointF(drawn.right() + 8, drawn.center().y()), (1, 0), number + 1)
        if self._row:
            above = number - self._columns
            self._arrow(painter, QPointF(drawn.center().x(), drawn.top() - 5), (0, -1), above)
        if self._row < self._rows - 1:
            below = number + self._columns
            self._arrow(painter, QPointF(drawn.center().x(), drawn.bottom() + 5), (0, 1), below)

    def _ticks_across(self, drawn: QRectF, heads: QPointF) -> Iterator[tuple[QPointF, QPointF]]:
        before, after = _shared(self._spread.columns, self._column)
        found = [drawn.left() + heads.x() + before * self._spread.scale] if before else []
        if after:
            found.append(drawn.right() - after * self._spread.scale)
        for x in found:
            yield QPointF(x, drawn.top() - _TICK), QPointF(x, drawn.top() - 2)
            yield QPointF(x, drawn.bottom() + 2), QPointF(x, drawn.bottom() + _TICK)

    def _ticks_down(self, drawn: QRectF, heads: QPointF) -> Iterator[tuple[QPointF, QPointF]]:
        before, after = _shared(self._spread.rows, self._row)
        found = [drawn.top() + heads.y() + before * self._spread.scale] if before else []
        if after:
            found.append(drawn.bottom() - after * self._spread.scale)
        for y in found:
            yield QPointF(drawn.left() - _TICK, y), QPointF(drawn.left() - 2, y)
            yield QPointF(drawn.right() + 2, y), QPointF(drawn.right() + _TICK, y)

    def _arrow(self, painter: QPainter, at: QPointF, way: tuple[int, int], page: int) -> None:
        """A small triangle that points to a neighbour, with the number of its page."""
        dx, dy = way
        tip = at + QPointF(dx, dy) * _ARROW
        half = QPointF(dy, dx) * _ARROW
        painter.save()
        painter.setPen(self._inks.none)
        painter.setBrush(self._inks.theme.muted)
        painter.drawPolygon(QPolygonF([tip, at + half, at - half]))
        painter.setPen(self._inks.muted)
        words = str(page + 1)
        wide, high = text.width(words, SMALL_ROLE), text.height(SMALL_ROLE)
        if dx:
            text.draw(painter, words, SMALL_ROLE, at.x() + dx * 4 - wide / 2, at.y() + _ARROW + 2)
        else:
            text.draw(painter, words, SMALL_ROLE, at.x() + _ARROW + 4, at.y() - high / 2)
        painter.restore()


def _shared(parts: Sequence[Interval], number: int) -> tuple[float, float]:
    """How much of a part its neighbours show as well: the one before, and the one behind."""
    before = parts[number - 1][1] - parts[number][0] if number else 0.0
    after = parts[number][1] - parts[number + 1][0] if number + 1 < len(parts) else 0.0
    return max(0.0, before), max(0.0, after)
