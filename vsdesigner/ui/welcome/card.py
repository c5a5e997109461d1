"""A template or example on the welcome page: its picture, its name, a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from vsdesigner.storage.starting_points import StartingPoint
from vsdesigner.ui import theme
from vsdesigner.ui.welcome.tile import RADIUS, Tile, paint_lines

SHARE = 0.46  # of a card's width that its picture is high
PADDING = 12.0
TEXT_HEIGHT = 98.0  # a name and four lines, or a name on two lines and three more
LINES = 5


class Card(Tile):
    """One starting point; the page gives it its place and size."""

    def __init__(self, point: StartingPoint) -> None:
        tells = " ".join(part for part in (point.summary, point.notice) if part)
        super().__init__(point.title, tells, f"{point.title}\n{point.summary}")
        self.setObjectName(f"start.{point.id}")
        self.point = point

    @staticmethod
    def height_for(width: int) -> int:
        """How high a card is that is so wide, in px."""
        return round(width * SHARE + TEXT_HEIGHT)

    def picture_room(self) -> QRectF:
        return QRectF(1, 1, self.width() - 2, round(self.width() * SHARE))

    def paint(self, painter: QPainter, worn: theme.Theme) -> None:
        room = self.picture_room()
        self.paint_frame(painter, ground=True)
        shape, above = QPainterPath(), QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        above.addRect(room)
        painter.save()
        painter.setClipPath(shape.intersected(above))
        painter.fillRect(room, worn.canvas)
        if self.picture is not None:
            painter.drawPixmap(room, self.picture, QRectF(self.picture.rect()))
        painter.restore()
        painter.setPen(QPen(worn.line, 1))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        self._paint_words(painter, worn, room.bottom() + PADDING - 2)
        self._paint_ring(painter, worn)

    def _paint_words(self, painter: QPainter, worn: theme.Theme, top: float) -> None:
        box = QRectF(PADDING, top, self.width() - 2 * PADDING, self.height() - top)
        painter.setPen(worn.text)
        strong = theme.font("panel_strong")
        high, named = paint_lines(painter, box, self.point.title, strong, 2)
        lines = LINES - round(high / painter.fontMetrics().lineSpacing())
        painter.setPen(worn.muted)
        below, small = box.adjusted(0, high + 2, 0, 0), theme.font("small")
        _high, told = paint_lines(painter, below, self.point.summary, small, lines)
        self.is_whole = named and told

    def _paint_ring(self, painter: QPainter, worn: theme.Theme) -> None:
        """Once more over the picture."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(worn.accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
