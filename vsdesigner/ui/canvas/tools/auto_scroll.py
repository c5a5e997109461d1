"""Scrolls while something is dragged near the edge of the view, faster the longer it lasts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer

from vsdesigner.ui.canvas.stage import Stage

EDGE = 20.0  # px inside the view's edge
STEP = 10.0  # px a tick at first
TICK = 15  # ms
FASTER = 0.02  # of a step more each tick
FASTEST = 4.0


class AutoScroll(QObject):
    """Runs between `follow` and `stop`; `scrolled` is called after each step."""

    def __init__(self, stage: Stage, scrolled: Callable[[], None]) -> None:
        super().__init__(stage.view)
        self._stage = stage
        self._scrolled = scrolled
        self._at = QPointF()
        self._speed = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)

    def follow(self, at: QPointF) -> None:
        """Take notice of where the pointer is on the viewport."""
        self._at = at
        if self._direction() == (0.0, 0.0):
            self.stop()
        elif not self._timer.isActive():
            self._speed = 1.0
            self._timer.start()

    def stop(self) -> None:
        """Scroll no more."""
        self._timer.stop()

    def _direction(self) -> tuple[float, float]:
        area = self._stage.view.viewport().rect()
        return (
            _outside(self._at.x(), EDGE, area.width() - EDGE),
            _outside(self._at.y(), EDGE, area.height() - EDGE),
        )

    def _tick(self) -> None:
        dx, dy = self._direction()
        self._stage.camera.scroll_by(dx * STEP * self._speed, dy * STEP * self._speed)
        self._speed = min(FASTEST, self._speed + FASTER)
        self._scrolled()


def _outside(value: float, first: float, last: float) -> float:
    return -1.0 if value < first else 1.0 if value > last else 0.0
