"""What the hand does on the headers of the phases."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from vsdesigner.ui.canvas import phase_verbs
from vsdesigner.ui.canvas.lane_menu import phase_menu
from vsdesigner.ui.canvas.phase_strip import Part
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.controller import Controller
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.phase_drag import DrawGesture, EdgeGesture, PhasePress

Button = Qt.MouseButton


class PhaseHand:
    """Drag a header to move a phase, an edge to resize it, free room to draw another one."""

    def __init__(self, stage: Stage, controller: Controller) -> None:
        self._stage = stage
        self._controller = controller

    def press(self, event: QMouseEvent) -> None:
        if event.position().x() < 0:
            return
        found = self._part(event.position())
        if event.button() == Button.LeftButton:
            self._controller.hold(event, lambda pointer: self._grip(pointer, found))
        elif event.button() == Button.RightButton:
            self._controller.settle_down()
            self._stage.session.select((found[0],) if found is not None else ())

    def move(self, event: QMouseEvent) -> None:
        if self._controller.busy:
            self._controller.move(event)
            return
        found = self._part(event.position())
        shape = Qt.CursorShape.CrossCursor if event.position().x() >= 0 else Qt.CursorShape.ArrowCursor
        if found is not None:
            on_edge = found[1] is not Part.BODY
            shape = Qt.CursorShape.SplitHCursor if on_edge else Qt.CursorShape.ArrowCursor
        self._stage.view.strip.setCursor(shape)

    def release(self, event: QMouseEvent) -> None:
        self._controller.release(event)
        self.move(event)

    def double_click(self, event: QMouseEvent) -> None:
        at = event.position()
        if at.x() < 0 or event.button() != Button.LeftButton or self._controller.busy:
            return
        found = self._part(at)
        if found is not None:
            self._stage.session.select((found[0],))
            self._stage.header_naming.begin(found[0])
        else:
            phase_verbs.add_around(self._stage, self._stage.camera.to_scene(at).x())

    def context_menu(self, at: QPointF, event: QContextMenuEvent) -> None:
        if self._controller.cancel() or at.x() < 0:
            return
        found = self._part(at)
        x = self._stage.camera.to_scene(at).x()
        phase_menu(self._stage, found[0] if found is not None else "", x).popup(event.globalPos())

    def leave(self) -> None:
        """Nothing is shown that would have to go."""

    # -- inside -----------------------------------------------------------------------------------------
    def _part(self, at: QPointF) -> tuple[str, Part] | None:
        strip = self._stage.view.strip
        return strip.part_at(at - strip.to_viewport(QPointF(0, 0)))

    def _grip(self, pointer: Pointer, found: tuple[str, Part] | None) -> Gesture:
        if found is None:
            return DrawGesture(self._stage, pointer)
        phase, part = found
        if part is Part.BODY:
            return PhasePress(self._stage, pointer, phase)
        return EdgeGesture(self._stage, pointer, phase, part)
