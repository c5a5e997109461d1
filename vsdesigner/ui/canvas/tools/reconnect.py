"""Leading a flow from or to another card by dragging one of its ends."""

from __future__ import annotations

from PySide6.QtCore import Qt

from vsdesigner.model.records import Flow
from vsdesigner.rules.verdicts import Verdict, can_connect
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.target import Aim, Aiming


class ReconnectGesture(Gesture):
    """Released anywhere but on a card that may have it, the flow stays as it was."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, pointer: Pointer, flow: str, at_target: bool) -> None:
        self._stage = stage
        self._start = pointer
        self._flow = stage.now.get(flow, Flow)
        self._at_target = at_target
        fixed = self._flow.source if at_target else self._flow.target
        self._aiming = Aiming(stage, fixed, self._ask, backwards=not at_target)
        self._aim = Aim()
        self._drawn = False

    def move(self, pointer: Pointer) -> None:
        if not self._drawn:
            if not pointer.far_from(self._start):
                return
            self._drawn = True
            self._stage.scene.flows[self._flow.id].setOpacity(0.3)
            self._aiming.begin()
        self._aim = self._aiming.at(pointer.scene)

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        card, present = self._aim.card, self._flow.target if self._at_target else self._flow.source
        if self._aim.allowed and card != present:
            ends = {"target": card} if self._at_target else {"source": card}
            edits.reconnect(self._stage.session, self._flow.id, **ends)

    def cancel(self) -> None:
        self._aiming.end()
        item = self._stage.scene.flows.get(self._flow.id)
        if item is not None:
            item.setOpacity(1.0)

    def _ask(self, card: str) -> Verdict:
        ends = (self._flow.source, card) if self._at_target else (card, self._flow.target)
        return can_connect(self._stage.now, *ends, ignoring=self._flow.id)
