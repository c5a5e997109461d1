"""What a gesture is: something between press and release that leaves no trace when it is cancelled."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt

from vsdesigner.layout.geometry import Point

START_DISTANCE = 5.0  # px on screen before a press becomes a drag

_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is: on the viewport, in the scene, with which keys held."""

    at: QPointF
    scene: Point
    keys: Qt.KeyboardModifier

    @property
    def adding(self) -> bool:
        """Whether a click adds to the selection or takes away from it."""
        return bool(self.keys & _ADDING)

    @property
    def shift(self) -> bool:
        return bool(self.keys & Qt.KeyboardModifier.ShiftModifier)

    @property
    def ctrl(self) -> bool:
        return bool(self.keys & Qt.KeyboardModifier.ControlModifier)

    @property
    def alt(self) -> bool:
        return bool(self.keys & Qt.KeyboardModifier.AltModifier)

    def far_from(self, other: Pointer) -> bool:
        """Whether it is far enough from where it was pressed to be a drag."""
        return (self.at - other.at).manhattanLength() >= START_DISTANCE


class Gesture:
    """Base of all gestures. Exactly one of `release` and `cancel` ends it."""

    #: Whether the view scrolls when the pointer comes near its edge.
    scrolls = True
    cursor: Qt.CursorShape | None = None

    def move(self, pointer: Pointer) -> Gesture | None:
        """Follow the pointer; returns the gesture that goes on from here when it becomes another one."""
        return None

    def scroll_point(self, at: QPointF, view: QRect) -> QPointF:
        """Return where the pointer counts for scrolling; a gesture in one direction knows no other edges."""
        return at

    def release(self, pointer: Pointer) -> None:
        """Do what was prepared."""

    def cancel(self) -> None:
        """Take back everything that was shown."""
