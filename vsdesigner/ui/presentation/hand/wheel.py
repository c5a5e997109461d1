"""The mouse's wheel and the touch pad: one notch is one step, and nothing races."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.hand.hand_on import go

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

NOTCH = 120  # eighths of a degree
NOTCH_PAUSE = 0.06  # s: a wheel that runs freely is no wish for fifty steps
FLOW_PAUSE = 0.40  # s between two steps of a wheel or pad that turns in small parts
FORGOTTEN = 0.5  # s after which what was turned before does not count


class Wheel(QObject):
    """Takes the wheel that no part wants: down and to the right is next, up and to the left is back."""

    def __init__(self, window: PresentWindow, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window, self.clock = window, clock
        self._turned = 0
        self._last = self._stepped = float("-inf")
        window.installEventFilter(self)

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QWheelEvent) or watched is not self._window:
            return False
        event.accept()
        if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._turn(event)
        return True

    def _turn(self, event: QWheelEvent) -> None:
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            return  # the hand is not there any more
        delta = event.angleDelta()
        turned = delta.y() if abs(delta.y()) >= abs(delta.x()) else delta.x()
        if not turned:
            return
        now = self.clock()
        whole = turned % NOTCH == 0 and event.pixelDelta().isNull()
        pause = NOTCH_PAUSE if whole else FLOW_PAUSE
        if now - self._last > FORGOTTEN or (turned > 0) != (self._turned > 0):
            self._turned = 0
        self._last = now
        if now - self._stepped < pause:
            self._turned = 0
            return
        self._turned += turned
        if abs(self._turned) >= NOTCH:
            self._turned, self._stepped = 0, now
            go(self._window, "go.back" if turned > 0 else "go.next")


def attach(window: PresentWindow) -> None:
    """Let the wheel go through the presentation."""
    Wheel(window)
