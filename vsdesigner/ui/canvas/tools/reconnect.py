"""Leading a flow from or to another card by dragging one of its ends."""

from __future__ import annotations

from PySide6.QtCore import Qt

from vsdesigner.model.records import Flow
from vsdesigner.rules.verdicts import Verdict, can_connect
from vsdesigner.ui.canvas import line_edits
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.target import Aim, Aiming, side_named


class ReconnectGesture(Gesture):
    """Released anywhere but on a card that may have it, the flow stays as it was.

    On the dot of a side the end is pinned there, elsewhere in the card it floats; `Ctrl` pins nothing.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, pointer: Pointer, flow: str, at_target: bool) -> None:
        self._stage = stage
        self._start = pointer
        self._flow = stage.now.get(flow, Flow)
        self._at_target = at_target
        fixed = self._flow.source if at_target else self._flow.target
        fixed_side = side_named(self._flow.source_side if at_target else self._flow.target_side)
        self._aiming = Aiming(stage, fixed, self._ask, backwards=not at_target, fixed_side=fixed_side)
        self._aim = Aim()
        self._drawn = False

    def move(self, pointer: Pointer) -> None:
        if not self._drawn:
            if not pointer.far_from(self._start):
                return
            self._drawn = True
            self._stage.scene.flows[self._flow.id].setOpacity(0.3)
            self._aiming.begin()
        self._aim = self._aiming.at(pointer.scene, floating=pointer.ctrl)

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        if not self._aim.allowed:
            return
        session, flow, side = self._stage.session, self._flow, self._aim.side_name
        if self._at_target:
            present, pinned = flow.target, flow.target_side
        else:
            present, pinned = flow.source, flow.source_side
        if self._aim.card != present:
            line_edits.reconnect(session, flow.id, self._aim.card, at_target=self._at_target, side=side)
        elif side != pinned:
            line_edits.pin(session, flow.id, at_target=self._at_target, side=side)

    def cancel(self) -> None:
        self._aiming.end()
        item = self._stage.scene.flows.get(self._flow.id)
        if item is not None:
            item.setOpacity(1.0)

    def _ask(self, card: str) -> Verdict:
        ends = (self._flow.source, card) if self._at_target else (card, self._flow.target)
        return can_connect(self._stage.now, *ends, ignoring=self._flow.id)
