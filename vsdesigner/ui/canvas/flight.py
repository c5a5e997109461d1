"""A short eased move of the view from one outlook to another, which any hand on the view ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QGraphicsView

from vsdesigner.ui import motion
from vsdesigner.ui.canvas.outlook import Outlook

FLIGHT_MS = 220
SAME = 0.5  # px on screen


class Flight:
    """At most one move of one view is under way; without motion the view jumps."""

    def __init__(self, view: QGraphicsView, look: Callable[[Outlook], None]) -> None:
        """`look` shows an outlook at once."""
        self._view = view
        self._look = look
        self._moving: QVariantAnimation | None = None
        self._end: Outlook | None = None
        self._arrived: Callable[[], None] | None = None

    @property
    def end(self) -> Outlook | None:
        """Where a move that is under way leads."""
        return self._end

    def go(self, start: Outlook, end: Outlook, arrived: Callable[[], None] | None = None) -> None:
        """Move from `start` to `end` and call `arrived` there, unless a hand comes in between."""
        self.stop()
        if motion.is_reduced() or not self._view.isVisible() or start.near(end, SAME):
            self._look(end)
            if arrived is not None:
                arrived()
            return
        self._end, self._arrived = end, arrived
        moving = self._moving = QVariantAnimation(self._view)
        moving.setStartValue(0.0)
        moving.setEndValue(1.0)
        moving.valueChanged.connect(lambda share: self._step(start, end, float(share)))
        moving.finished.connect(self.finish)
        motion.run(moving, FLIGHT_MS)

    def stop(self) -> None:
        """Stay where the view is now."""
        moving, self._moving = self._moving, None
        self._end = self._arrived = None
        if moving is not None:
            moving.finished.disconnect()
            moving.stop()

    def finish(self) -> None:
        """Be at the end now."""
        end, arrived = self._end, self._arrived
        self.stop()
        if end is not None:
            self._look(end)
        if arrived is not None:
            arrived()

    def _step(self, start: Outlook, end: Outlook, share: float) -> None:
        if self._end is end and share < 1.0:
            self._look(start.towards(end, share))
