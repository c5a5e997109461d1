"""A text field for a list: each line is one thing with a bullet, and longer ones go on indented."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.guard import guarded

ROOM = 0.85  # of the letters' height, for a bullet and what is beside it
SIZE = 0.13  # of it, half the height of a bullet
DASHES = ("-", "–")  # one that stands below another has its dash instead


class ListField(TextField):
    """Shows a bullet in front of each line; the text itself holds none."""

    def __init__(self, parent: QWidget, *, max_length: int) -> None:
        super().__init__(parent, many_lines=True, max_length=max_length)
        self._bullets = _Bullets(self)
        self.updateRequest.connect(self._on_update)
        self.textChanged.connect(self._bullets.update)

    def wear(self, letters: int, ink: QColor) -> None:
        """Be ready for letters of a height (px), with bullets in a colour."""
        self._bullets.letters, self._bullets.ink = letters, ink
        self.set_room_before(round(letters * ROOM))
        self._place()

    def bullets(self) -> Iterator[QPointF]:
        """The middles of the bullets, in px from the top left corner of the room in front of the text."""
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(offset)
            if area.top() > self.viewport().height():
                return
            words = block.text().strip()
            if words and not words.startswith(DASHES):
                line = block.layout().lineAt(0)
                yield QPointF(self._bullets.width() / 2, area.top() + line.y() + line.height() / 2)
            block = block.next()

    def _on_update(self, _area: QRect, _scrolled: int) -> None:
        self._place()

    def _place(self) -> None:
        text = self.viewport().geometry()
        room = round(self._bullets.letters * ROOM)
        self._bullets.setGeometry(text.left() - room, text.top(), room, text.height())
        self._bullets.update()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class _Bullets(QWidget):
    """The room in front of the text."""

    def __init__(self, field: ListField) -> None:
        super().__init__(field)
        self._field = field
        self.letters, self.ink = 0, QColor()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.ink)
        radius = self.letters * SIZE
        for middle in self._field.bullets():
            painter.drawEllipse(middle, radius, radius)
        painter.end()
