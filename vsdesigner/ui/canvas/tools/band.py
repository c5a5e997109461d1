"""The rubber band."""

from __future__ import annotations

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.ui.canvas.marks import BandMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer


class BandGesture(Gesture):
    """From left to right it takes what it encloses, from right to left what it touches.

    A press that never becomes a drag is a click on nothing and clears the selection.
    """

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        self._stage = stage
        self._start = pointer
        self._before = stage.session.selection if pointer.adding else ()
        self._drawn = False
        self._found: tuple[str, ...] = ()

    def move(self, pointer: Pointer) -> None:
        if not self._drawn and not pointer.far_from(self._start):
            return
        self._drawn = True
        enclosing = pointer.scene.x >= self._start.scene.x
        area = between(self._start.scene, pointer.scene)
        self._stage.overlay.show(Layer.BAND, BandMark(area, enclosing))
        layout = self._stage.layout
        found = layout.cards_in(area, enclosed=enclosing)
        if not found:  # steps are meant unless there are none
            found = layout.routes_in(area, enclosed=enclosing)
        self._found = tuple(dict.fromkeys((*self._before, *found)))
        self._stage.scene.select(self._found)

    def release(self, pointer: Pointer) -> None:
        self._stage.overlay.hide(Layer.BAND)
        if self._drawn:
            self._stage.session.select(self._found)
        elif not pointer.adding:
            self._stage.session.select(())
        self._stage.scene.select(self._stage.session.selection)

    def cancel(self) -> None:
        self._stage.overlay.hide(Layer.BAND)
        self._stage.scene.select(self._stage.session.selection)


def between(one: Point, other: Point) -> Rect:
    """Return the rectangle with these opposite corners."""
    return Rect(min(one.x, other.x), min(one.y, other.y), abs(one.x - other.x), abs(one.y - other.y))
