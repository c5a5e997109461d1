"""A diagram on paper: fitted on one page, or spread over pages that overlap and say where they belong."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from vsdesigner.exchange.paper_options import ONE_PAGE, SEVERAL_PAGES
from vsdesigner.language import say
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.drawing import StreamDrawing
from vsdesigner.ui.pictures.paper.page import SMALL_ROLE, Page
from vsdesigner.ui.pictures.paper.sheet import FOOT, HEAD, MARGIN, MOST_SIDE, Paper, Sheet

READABLE = 0.55  # scale from which a fitted diagram can be read: names are then 5.4 points high
SPREAD = 0.68  # scale at least where it is spread over pages: 6.6 points
OVERLAP = 60.0  # px of the scene that neighbours share
MOST_PAGES = 400
MOST_UNASKED = 40  # pages that nobody asked for; beyond, one page that one can zoom into does better
_TICK = 9.0  # px of the marks that show where the neighbour begins
_ARROW = 5.0


@dataclass(frozen=True, slots=True)
class Spread:
    """How a diagram lies on sheets of one kind: in columns and rows, at a scale."""

    sheet: Sheet
    scale: float
    columns: int = 1
    rows: int = 1

    @property
    def pages(self) -> int:
        return self.columns * self.rows


def diagram_pages(
    drawing: StreamDrawing, paper: Paper, way: str, inks: Inks, title: str, subject: str
) -> list[Page]:
    """Return the pages of a diagram; `way` says how many there may be (`paper_options.PAGES`)."""
    spread = spread_for(drawing, paper, way)
    if spread.pages == 1:
        return [Page(spread.sheet, title, subject, _Fitted(drawing, spread, inks).paint)]
    made = []
    for row in range(spread.rows):
        for column in range(spread.columns):
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
    spread = min((_spread(drawing, sheet) for sheet in sheets), key=lambda found: (found.pages, -found.scale))
    return fitted if way != SEVERAL_PAGES and spread.pages > MOST_UNASKED else spread


def _fit(area: QRectF, sheet: Sheet) -> Spread:
    box = sheet.content
    return Spread(sheet, min(1.0, box.width() / area.width(), box.height() / area.height()))


def _grown(area: QRectF) -> Spread:
    wide, high = area.width() + 2 * MARGIN, area.height() + 2 * MARGIN + HEAD + FOOT
    scale = min(1.0, MOST_SIDE / wide, MOST_SIDE / high)
    least = 360.0  # px: head and foot need room
    return Spread(Sheet(max(least, wide * scale), max(least, high * scale)), scale)


def _spread(drawing: StreamDrawing, sheet: Sheet) -> Spread:
    found = _at(drawing, sheet, SPREAD)
    while found.pages > MOST_PAGES:
        found = _at(drawing, sheet, found.scale * 0.8)
    # There is room left on the last pages: take the largest scale that needs no more of them.
    low, high = found.scale, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        tried = _at(drawing, sheet, middle)
        if (tried.columns, tried.rows) == (found.columns, found.rows):
            low = middle
        else:
            high = middle
    return replace(found, scale=low)


def _at(drawing: StreamDrawing, sheet: Sheet, scale: float) -> Spread:
    content, room = drawing.content, _room(drawing, sheet, scale)
    columns = math.ceil((content.width() - OVERLAP - 0.01) / (room.width() - OVERLAP))
    rows = math.ceil((content.height() - OVERLAP - 0.01) / (room.height() - OVERLAP))
    return Spread(sheet, scale, max(1, columns), max(1, rows))


def _room(drawing: StreamDrawing, sheet: Sheet, scale: float) -> QRectF:
    """What a page shows of the scene below and beside the headers."""
    box = sheet.content
    head_wide = drawing.area.width() - drawing.content.width()
    head_high = drawing.area.height() - drawing.content.height()
    return QRectF(
        head_wide,
        head_high,
        max(2 * OVERLAP, box.width() / scale - head_wide),
        max(2 * OVERLAP, box.height() / scale - head_high),
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
        room, content = _room(drawing, spread.sheet, spread.scale), drawing.content
        shown = QRectF(
            content.left() + column * (room.width() - OVERLAP),
            content.top() + row * (room.height() - OVERLAP),
            room.width(),
            room.height(),
        ).intersected(content)
        #: The part of the scene, with the headers that stand on every sheet.
        self._frame = shown.adjusted(-room.left(), -room.top(), 0.0, 0.0)

    @property
    def told(self) -> str:
        """Where the sheet belongs, in words."""
        across = say("Part {number} of {total} →").format(number=self._column + 1, total=self._spread.columns)
        down = say("Row {number} of {total} ↓").format(number=self._row + 1, total=self._spread.rows)
        words = [across] if self._spread.columns > 1 else []
        return "   ".join((*words, down) if self._spread.rows > 1 else words)

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
        shared = OVERLAP * spread.scale
        heads = _room(self._drawing, spread.sheet, spread.scale).topLeft() * spread.scale
        painter.setPen(QPen(self._inks.theme.muted, 1.0))
        for line in self._ticks(drawn, heads, shared):
            painter.drawLine(*line)
        last_column, last_row = spread.columns - 1, spread.rows - 1
        if self._column:
            self._arrow(painter, QPointF(drawn.left() - 8, drawn.center().y()), (-1, 0), number - 1)
        if self._column < last_column:
            self._arrow(painter, QPointF(drawn.right() + 8, drawn.center().y()), (1, 0), number + 1)
        if self._row:
            above = number - spread.columns
            self._arrow(painter, QPointF(drawn.center().x(), drawn.top() - 5), (0, -1), above)
        if self._row < last_row:
            below = number + spread.columns
            self._arrow(painter, QPointF(drawn.center().x(), drawn.bottom() + 5), (0, 1), below)

    def _ticks(self, drawn: QRectF, heads: QPointF, shared: float) -> Iterable[tuple[QPointF, QPointF]]:
        return [*self._ticks_across(drawn, heads, shared), *self._ticks_down(drawn, heads, shared)]

    def _ticks_across(
        self, drawn: QRectF, heads: QPointF, shared: float
    ) -> Iterator[tuple[QPointF, QPointF]]:
        found = [drawn.left() + heads.x() + shared] if self._column else []
        if self._column < self._spread.columns - 1:
            found.append(drawn.right() - shared)
        for x in found:
            yield QPointF(x, drawn.top() - _TICK), QPointF(x, drawn.top() - 2)
            yield QPointF(x, drawn.bottom() + 2), QPointF(x, drawn.bottom() + _TICK)

    def _ticks_down(self, drawn: QRectF, heads: QPointF, shared: float) -> Iterator[tuple[QPointF, QPointF]]:
        found = [drawn.top() + heads.y() + shared] if self._row else []
        if self._row < self._spread.rows - 1:
            found.append(drawn.bottom() - shared)
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
