"""Fingers: swipe to the left or right for next and back, tap for a click, rest for the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSlider, QLineEdit, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.hand.hand_on import BLANKS, click_at, go
from vsdesigner.ui.presentation.hand.menu import open_menu

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

SWIPE, LEAST_SWIPE = 90.0, 48.0  # px: of the design, and whatever the window's size
SLOP, LEAST_SLOP = 20.0, 12.0
STEEPEST = 0.75  # height of a swipe by its width
LONG_PRESS_MS = 650
#: What takes fingers by itself: Qt makes a mouse of them there.
OWN = (QAbstractButton, QAbstractSlider, QAbstractScrollArea, QLineEdit)


class Touch(QObject):
    """Takes the fingers that no part wants. With a second finger none of them does anything."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._window = window
        self._start: QPointF | None = None  # of the finger, while it may still mean something
        self._last = QPointF()
        self._under: QWidget | None = None  # the part of the window that the finger went down on
        self._long = QTimer(self, singleShot=True, interval=LONG_PRESS_MS)
        self._long.timeout.connect(self._on_long)
        window.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        window.installEventFilter(self)

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent) or watched is not self._window:
            return False
        if event.type() == QEvent.Type.TouchBegin:
            if self._is_others(event.points()[0].position()):
                return False
            self._begin(event.points()[0].position())
        elif event.type() == QEvent.Type.TouchCancel:
            self._forget()
        else:
            self._go_on(event.points(), over=event.type() == QEvent.Type.TouchEnd)
        event.accept()
        return True

    def _is_others(self, at: QPointF) -> bool:
        """Whether something under the finger takes it by itself."""
        child: QWidget | None = self._window.childAt(at.toPoint())
        while child is not None and child is not self._window:
            if isinstance(child, OWN):
                return True
            child = child.parentWidget()
        return False

    def _begin(self, at: QPointF) -> None:
        self._start = self._last = at
        self._under = self._part_at(at)
        self._long.start()

    def _part_at(self, at: QPointF) -> QWidget | None:
        """The child of the window itself at a point of it."""
        part: QWidget | None = self._window.childAt(at.toPoint())
        while part is not None and part.parentWidget() is not self._window:
            part = part.parentWidget()
        return part

    def _forget(self) -> None:
        self._start = None
        self._long.stop()

    def _go_on(self, points: list[QEventPoint], *, over: bool) -> None:
        if len(points) > 1:
            self._forget()
        if self._start is None:
            return
        self._last = points[0].position()
        way = self._last - self._start
        if not self._rests(way):
            self._long.stop()
        if over:
            start = self._start
            self._forget()
            self._end(start, way)

    def _rests(self, way: QPointF) -> bool:
        return way.manhattanLength() <= max(LEAST_SLOP, SLOP * self._window.state.unit)

    def _end(self, start: QPointF, way: QPointF) -> None:
        far = max(LEAST_SWIPE, SWIPE * self._window.state.unit)
        if abs(way.x()) >= far and abs(way.y()) <= STEEPEST * abs(way.x()):
            go(self._window, "go.next" if way.x() < 0 else "go.back")
        elif self._rests(way):
            part = self._part_at(start)
            # What came under the finger since, as the bar does, was not what it meant.
            click_at(self._window, start.toPoint(), part if part is not self._under else None)

    def _on_long(self) -> None:
        start = self._start
        self._forget()
        if start is not None and self._window.state.layer not in BLANKS:
            open_menu(self._window, self._window.mapToGlobal(start.toPoint()))


def attach(window: PresentWindow) -> None:
    """Let fingers go through the presentation."""
    Touch(window)
