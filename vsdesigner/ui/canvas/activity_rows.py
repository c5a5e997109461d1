"""The activities of the quick-add card: one row each with colour, number and name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vsdesigner.ui.canvas.activity_choice import Activity
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.theme import LIGHT, Theme, font

ROW = 26
MOST_ROWS = 9
BADGE = 18
PADDING = 8


class ActivityRows(QWidget):
    """Shows the activities in their order and which one is chosen; a click chooses."""

    picked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quick_add_activities")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = LIGHT
        self._activities: tuple[Activity, ...] = ()
        self._chosen = 0

    def show_activities(self, activities: Sequence[Activity], chosen: int) -> None:
        """Show these, the one at `chosen` as the chosen one."""
        self._activities, self._chosen = tuple(activities), chosen
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def dress(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self._theme = theme
        self.update()

    def row_area(self, index: int) -> QRectF:
        """Return where the activity at `index` is shown."""
        return QRectF(0, (index - self._first()) * ROW, self.width(), ROW)

    @guarded(default=QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, ROW * min(MOST_ROWS, len(self._activities)))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, activity in enumerate(self._activities):
            area = self.row_area(index)
            if area.intersects(QRectF(event.rect())):
                self._paint_row(painter, area, activity, chosen=index == self._chosen)
        painter.end()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        index = self._first() + int(event.position().y() // ROW)
        if 0 <= index < len(self._activities):
            self.picked.emit(index)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    # -- inside -----------------------------------------------------------------------------------------
    def _first(self) -> int:
        """The first row that is seen, so that the chosen one is."""
        return max(0, self._chosen - MOST_ROWS + 1)

    def _paint_row(self, painter: QPainter, area: QRectF, activity: Activity, *, chosen: bool) -> None:
        theme = self._theme
        lane = theme.lane(activity.colour)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.selection)
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 5, 5)
        badge = QRectF(area.left() + PADDING, area.center().y() - BADGE / 2, BADGE, BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(lane.badge)
        painter.drawRoundedRect(badge, 5, 5)
        painter.setPen(lane.badge_text)
        painter.setFont(font("badge"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(activity.number))
        role = "panel_strong" if chosen else "panel"
        words = badge.adjusted(0, 0, 0, 0)
        words.setLeft(badge.right() + PADDING)
        words.setRight(area.right() - PADDING)
        painter.setPen(theme.text)
        painter.setFont(font(role))
        name = QFontMetricsF(font(role)).elidedText(
            " ".join(activity.name.split()), Qt.TextElideMode.ElideRight, words.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(words, int(flags), name)
