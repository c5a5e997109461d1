"""Marks above the drawing: handles, ghosts, guides; painted last, in scene coordinates."""

from __future__ import annotations

from enum import IntEnum, auto, unique
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.painting.inks import Inks


@unique
class Layer(IntEnum):
    """One mark each, painted in this order."""

    VEIL = auto()
    ARRANGING = auto()
    STUBS = auto()
    HINT = auto()
    INSERTION = auto()
    LEADER = auto()
    GUIDES = auto()
    UPRIGHT_GUIDES = auto()
    GHOST = auto()
    PROPOSAL = auto()
    CONNECTION = auto()
    TARGET = auto()
    SIDES = auto()
    HOVERED = auto()
    HANDLES = auto()
    BENDS = auto()
    ENDS = auto()
    CORNER = auto()
    BAND = auto()
    REASON = auto()
    MAGNIFIED = auto()


class Mark(Protocol):
    """Something painted above the drawing. Sizes that stay the same on screen come from `inks.scale`."""

    def area(self, inks: Inks) -> QRectF:
        """Return where it paints, in scene px."""
        ...

    def paint(self, painter: QPainter, inks: Inks) -> None:
        """Paint it in scene coordinates."""
        ...


class Ground(Protocol):
    """Something painted below all marks, over whatever of the drawing is painted."""

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it in scene coordinates, in `area` at least."""
        ...


class Overlay:
    """The marks of one scene."""

    #: Fades what is not the point now.
    ground: Ground | None = None

    def __init__(self, scene: LaneScene) -> None:
        self._scene = scene
        self._marks: dict[Layer, Mark] = {}

    def show(self, layer: Layer, mark: Mark) -> None:
        """Put a mark into its layer, instead of the one that is there."""
        before = self._marks.get(layer)
        if before == mark:
            return
        self.hide(layer)
        self._marks[layer] = mark
        self._scene.repaint_area(mark.area(self._scene.drawing.inks))

    def hide(self, *layers: Layer) -> None:
        """Take marks away."""
        for layer in layers:
            mark = self._marks.pop(layer, None)
            if mark is not None:
                self._scene.repaint_area(mark.area(self._scene.drawing.inks))

    def mark(self, layer: Layer) -> Mark | None:
        """Return what is shown in a layer."""
        return self._marks.get(layer)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint the marks that meet `area`."""
        inks = self._scene.drawing.inks
        if self.ground is not None:
            self.ground.paint(painter, area)
        for layer in sorted(self._marks):
            mark = self._marks[layer]
            if mark.area(inks).intersects(area):
                painter.save()
                mark.paint(painter, inks)
                painter.restore()
