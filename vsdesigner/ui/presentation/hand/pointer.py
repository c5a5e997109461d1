"""Watches the hand: the mouse shows as long as it moves, and goes when it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QMouseEvent, QTabletEvent, QWindow
from PySide6.QtWidgets import QApplication

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.show import Tool

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

REST_MS = 3_000
TREMBLE = 2.0  # px that a table which is knocked at moves the mouse


class Pointer(QObject):
    """Says when a hand moves in the window and when it rests; hides the mouse meanwhile.

    It stays while pen, eraser or laser is taken, and over an open menu.
    """

    #: A hand moves, after it rested.
    stirred = Signal()
    #: No hand moved for three seconds.
    rested = Signal()

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWindow | None = None
        self._last = QPointF()
        self._hidden = False
        self._resting = True
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rest)
        window.installEventFilter(self)
        window.state.looks_changed.connect(self._on_looks)

    @property
    def hidden(self) -> bool:
        """Whether the mouse is hidden."""
        return self._hidden

    def stir(self) -> None:
        """Take notice of a hand."""
        self._rest.start()
        self._show()
        if self._resting:
            self._resting = False
            self.stirred.emit()

    def _on_rest(self) -> None:
        if QApplication.activePopupWidget() is not None:
            self._rest.start()
            return
        self._resting = True
        self.rested.emit()
        self._hide()

    def _on_looks(self) -> None:
        if self._window.state.tool is not Tool.NONE:
            self._show()
        elif self._hidden is False and not self._rest.isActive():
            self._rest.start()

    def _hide(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None and self._window.state.tool is Tool.NONE:
            self._hidden = True
            # Of this window only: a presenter's window on another screen keeps its mouse.
            handle.setCursor(Qt.CursorShape.BlankCursor)

    def _show(self) -> None:
        handle = self._window.windowHandle()
        if self._hidden and handle is not None:
            at = self._window.mapFromGlobal(QCursor.pos())
            handle.setCursor((self._window.childAt(at) or self._window).cursor())
        self._hidden = False

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Show:
                self._watch()
            return False
        if kind == QEvent.Type.TouchBegin:
            self.stir()
        elif kind in (QEvent.Type.MouseMove, QEvent.Type.TabletMove):
            self._moved(event)
        return False

    def _watch(self) -> None:
        """All events of the mouse come to the window's handle first, whatever part they are for."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)
        self._rest.start()

    def _moved(self, event: QEvent) -> None:
        if isinstance(event, QMouseEvent | QTabletEvent):
            at = event.globalPosition()
            # Windows that come and go beneath a mouse that rests say that it moved.
            if (at - self._last).manhattanLength() >= TREMBLE:
                self._last = at
                self.stir()


def attach(window: PresentWindow) -> None:
    """Hide the mouse while it rests."""
    Pointer(window)


def pointer_of(window: PresentWindow) -> Pointer:
    """What watches the hand of a presentation; KeyError when nothing does."""
    found = window.findChild(Pointer)
    if not isinstance(found, Pointer):
        raise KeyError("pointer")
    return found
