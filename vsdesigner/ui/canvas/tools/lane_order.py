"""Dragging the header of a lane to another place in the order."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt

from vsdesigner.ui.canvas import lane_edits
from vsdesigner.ui.canvas.headers import Lift
from vsdesigner.ui.canvas.lane_marks import LevelMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer

BAR = 3.0


class LanePress(Gesture):
    """A press on a header: a click chooses the lane, a drag puts it elsewhere.

    A bar across header and drawing shows where the lane would go.
    """

    def __init__(self, stage: Stage, pointer: Pointer, lane: str) -> None:
        self._stage = stage
        self._start = pointer
        self._lane = lane
        self._ids = [band.lane for band in stage.layout.lanes]
        self._position = self._ids.index(lane)
        self._drawn = False

    def move(self, pointer: Pointer) -> None:
        if not self._drawn:
            if not pointer.far_from(self._start):
                return
            self._drawn = True
            self._stage.view.headers.setCursor(Qt.CursorShape.ClosedHandCursor)
        stage, own = self._stage, self._ids.index(self._lane)
        bands = stage.layout.lanes
        gap = sum(band.top + band.height / 2 < pointer.scene.y for band in bands)
        self._position = gap - (gap > own)
        y = bands[gap].top if gap < len(bands) else bands[-1].bottom
        stays = self._position == own
        if stays:
            stage.overlay.hide(Layer.BAND)
        else:
            stage.overlay.show(Layer.BAND, LevelMark(y, stage.visible, BAR))
        # Where the header hangs and the bar lies on the strip, which is level with the viewport.
        band = bands[own]
        top = self._on_view(band.top) + pointer.at.y() - self._on_view(self._start.scene.y)
        stage.view.headers.lift(Lift(self._lane, top, None if stays else self._on_view(y)))

    def release(self, pointer: Pointer) -> None:
        self._end()
        session = self._stage.session
        if not self._drawn:
            session.select(())
        elif self._position != self._ids.index(self._lane):
            lane_edits.reorder_lane(session, self._lane, self._position)
        self._stage.view.headers.choose(self._lane)

    def cancel(self) -> None:
        self._end()

    def scroll_point(self, at: QPointF, view: QRect) -> QPointF:
        return QPointF(view.center().x(), at.y())  # never to the side

    def _on_view(self, y: float) -> float:
        return self._stage.camera.to_view(QPointF(0.0, y)).y()

    def _end(self) -> None:
        self._stage.overlay.hide(Layer.BAND)
        self._stage.view.headers.lift(None)
        self._stage.view.headers.unsetCursor()


class ChevronPress(Gesture):
    """A click on the mark of an empty lane folds or opens it."""

    scrolls = False

    def __init__(self, stage: Stage, pointer: Pointer, lane: str) -> None:
        self._stage = stage
        self._start = pointer
        self._lane = lane

    def release(self, pointer: Pointer) -> None:
        if not pointer.far_from(self._start):
            folded = self._stage.layout.band(self._lane).collapsed
            lane_edits.collapse(self._stage.session, (self._lane,), not folded)
