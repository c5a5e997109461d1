"""Dragging the border below a lane."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt

from vsdesigner.document.query import lane_members
from vsdesigner.layout.lanes import least_height
from vsdesigner.ui.canvas import lane_edits
from vsdesigner.ui.canvas.headers import BORDER_REACH, LEAST_BORDERED
from vsdesigner.ui.canvas.lane_marks import LevelMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.stretching import Stretching

LEAST_SCALE = 0.3  # below which nobody can aim at a border on the drawing


def border_at(stage: Stage, y: float) -> str:
    """Return the lane whose lower border is at this scene height, or nothing."""
    if stage.scale < LEAST_SCALE:
        return ""
    reach = BORDER_REACH / stage.scale
    for band in stage.layout.lanes:
        if abs(y - band.bottom) <= reach:
            return "" if band.collapsed or band.height * stage.scale < LEAST_BORDERED else band.lane
    return ""


def grip_border(stage: Stage, pointer: Pointer) -> Gesture | None:
    """Take hold of a border on the drawing."""
    lane = "" if pointer.shift else border_at(stage, pointer.scene.y)
    return BorderGesture(stage, pointer, lane) if lane else None


def fit_height(stage: Stage, lane: str) -> None:
    """Take away the height that somebody gave a lane, if any."""
    session = stage.session
    if lane_edits.has_own_height(session.now, session.stream, lane):
        lane_edits.set_height(session, lane, None)


class BorderGesture(Gesture):
    """The lane grows and those below it move; with `Ctrl` its neighbour gives what it takes.

    No lane becomes lower than what stands in it.
    """

    cursor = Qt.CursorShape.SplitVCursor

    def __init__(self, stage: Stage, pointer: Pointer, lane: str) -> None:
        self._stage = stage
        self._start = pointer
        self._lane = lane
        ids = [band.lane for band in stage.layout.lanes]
        below = ids.index(lane) + 1
        neighbour = ids[below] if below < len(ids) else ""
        self._neighbour = "" if neighbour and stage.layout.band(neighbour).collapsed else neighbour
        self._height = stage.layout.band(lane).height
        self._wanted = self._height
        self._balanced = False
        self._shown: Stretching | None = None

    def move(self, pointer: Pointer) -> None:
        if self._shown is None and not pointer.far_from(self._start):
            return
        balanced = bool(pointer.keys & Qt.KeyboardModifier.ControlModifier) and self._neighbour != ""
        if self._shown is None or balanced != self._balanced:
            self._hide()
            self._shown = Stretching(self._stage, self._lane, self._neighbour if balanced else "")
            self._balanced = balanced
        self._wanted = self._within(round(self._height + pointer.scene.y - self._start.scene.y))
        self._shown.show(self._wanted - self._height)
        band = self._stage.layout.band(self._lane)
        self._stage.overlay.show(Layer.BAND, LevelMark(band.top + self._wanted, self._stage.visible))

    def release(self, pointer: Pointer) -> None:
        self._hide()
        session = self._stage.session
        if self._wanted == self._height:
            return
        if self._balanced:
            both = self._height + self._stage.layout.band(self._neighbour).height
            lane_edits.balance(session, self._lane, self._neighbour, self._wanted, both)
        else:
            lane_edits.set_height(session, self._lane, self._wanted)

    def cancel(self) -> None:
        self._hide()

    def scroll_point(self, at: QPointF, view: QRect) -> QPointF:
        return QPointF(view.center().x(), at.y())  # never to the side

    def _within(self, height: float) -> float:
        height = max(height, self._least(self._lane))
        if self._balanced:
            layout = self._stage.layout
            both = self._height + layout.band(self._neighbour).height
            height = min(height, both - self._least(self._neighbour))
        return height

    def _least(self, lane: str) -> float:
        stage, top = self._stage, self._stage.layout.band(lane).top
        members = lane_members(stage.now, stage.session.stream, lane)
        content = max((stage.rect(member.id).bottom - top for member in members), default=None)
        return least_height(content)

    def _hide(self) -> None:
        if self._shown is not None:
            self._shown.end()
            self._shown = None
            self._stage.overlay.hide(Layer.BAND)
