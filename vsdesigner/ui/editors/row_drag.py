"""Dragging a row of a list by its handle: the line that shows where it would go, and where that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vsdesigner.ui.editors.row import HANDLE_WIDTH, Row

DRAG_DISTANCE = 5  # px before a press becomes a drag
SCROLL_MARGIN = 20


class RowDrag:
    """A drag under way, if any; nothing moves before `drop` says where to."""

    def __init__(self, area: QWidget, rows: Callable[[], Sequence[Row]]) -> None:
        self._area, self._rows = area, rows
        self._row: Row | None = None
        self._start: QPoint | None = None
        self._index = 0
        self._line = QFrame(area)
        self._line.setObjectName("drop.line")
        self._line.setProperty("role", "drop")
        self._line.hide()

    def move(self, row: Row, point: QPoint) -> None:
        """The mouse is at `point` (global) with the handle of `row` held."""
        if self._start is None:
            self._start = point
        if self._row is None and (point - self._start).manhattanLength() < DRAG_DISTANCE:
            return
        self._row = row
        y = self._area.mapFromGlobal(point).y()
        rows = self._rows()
        self._index = sum(1 for other in rows if other.geometry().center().y() < y)
        top = rows[self._index].y() - 1 if self._index < len(rows) else rows[-1].geometry().bottom()
        self._line.setGeometry(HANDLE_WIDTH, top, self._area.width() - HANDLE_WIDTH, 2)
        self._line.raise_()
        self._line.show()
        self._scroll_to(point)

    def drop(self) -> tuple[Row, int] | None:
        """End the drag; the dragged row and the gap (0 is before the first) it was dropped into."""
        row = self._row
        self.cancel()
        return None if row is None else (row, self._index)

    def cancel(self) -> bool:
        """End the drag and leave everything where it is; False when there was none."""
        was, self._row, self._start = self._row is not None, None, None
        self._line.hide()
        return was

    def _scroll_to(self, point: QPoint) -> None:
        parent = self._area.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        content = parent.widget() if parent is not None else None
        if parent is not None and content is not None:
            place = content.mapFromGlobal(point)
            parent.ensureVisible(place.x(), place.y(), 0, SCROLL_MARGIN)
