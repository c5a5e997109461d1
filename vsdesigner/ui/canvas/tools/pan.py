"""Dragging the drawing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt

from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer


class PanGesture(Gesture):
    """The drawing follows the hand."""

    scrolls = False
    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        self._stage = stage
        self._last = pointer.at

    def move(self, pointer: Pointer) -> None:
        step = self._last - pointer.at
        self._stage.camera.scroll_by(step.x(), step.y())
        self._last = pointer.at
