"""What the hand does on the headers of the lanes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from vsdesigner.ui.canvas import lane_edits
from vsdesigner.ui.canvas.headers import Part
from vsdesigner.ui.canvas.lane_menu import lane_menu
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.controller import Controller
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.lane_border import BorderGesture, fit_height
from vsdesigner.ui.canvas.tools.lane_order import ChevronPress, LanePress

Button = Qt.MouseButton
#: What can be dragged shows a hand.
CURSORS: dict[Part | None, Qt.CursorShape] = {
    Part.BODY: Qt.CursorShape.OpenHandCursor,
    Part.BORDER: Qt.CursorShape.SplitVCursor,
}


class LaneHand:
    """Drag a header to reorder, a border to resize; click the mark of an empty lane to fold it."""

    def __init__(self, stage: Stage, controller: Controller) -> None:
        self._stage = stage
        self._controller = controller

    def press(self, event: QMouseEvent) -> None:
        found = self._part(event.position())
        if found is None:
            return
        if event.button() == Button.LeftButton:
            self._controller.hold(event, lambda pointer: self._grip(pointer, *found))
        elif event.button() == Button.RightButton:
            self._controller.settle_down()
            self._stage.session.select(())
            self._stage.view.headers.choose(found[0])

    def move(self, event: QMouseEvent) -> None:
        if self._controller.busy:
            self._controller.move(event)
            return
        found = self._part(event.position())
        headers = self._stage.view.headers
        lane, part = found if found is not None else ("", None)
        headers.point_at(lane, chevron=part is Part.CHEVRON)
        headers.setCursor(CURSORS.get(part, Qt.CursorShape.ArrowCursor))

    def release(self, event: QMouseEvent) -> None:
        self._controller.release(event)
        self.move(event)

    def double_click(self, event: QMouseEvent) -> None:
        found = self._part(event.position())
        if found is None or event.button() != Button.LeftButton or self._controller.busy:
            return
        lane, part = found
        session = self._stage.session
        if part is Part.BORDER:
            fit_height(self._stage, lane)
        elif part is Part.BODY and self._stage.layout.band(lane).collapsed:
            lane_edits.collapse(session, (lane,), False)
        elif part is Part.BODY:
            self._stage.header_naming.begin(lane)

    def context_menu(self, at: QPointF, event: QContextMenuEvent) -> None:
        if self._controller.cancel():
            return
        found = self._part(at)
        if found is not None:
            self._stage.view.headers.choose(found[0])
            lane_menu(self._stage, found[0]).popup(event.globalPos())

    def leave(self) -> None:
        self._stage.view.headers.point_at("")

    # -- inside -----------------------------------------------------------------------------------------
    def _part(self, at: QPointF) -> tuple[str, Part] | None:
        headers = self._stage.view.headers
        return headers.part_at(at - headers.to_viewport(QPointF(0, 0)))

    def _grip(self, pointer: Pointer, lane: str, part: Part) -> Gesture:
        if part is Part.BORDER:
            return BorderGesture(self._stage, pointer, lane)
        if part is Part.CHEVRON:
            return ChevronPress(self._stage, pointer, lane)
        return LanePress(self._stage, pointer, lane)
