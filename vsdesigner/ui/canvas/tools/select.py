"""What a press begins: chosen by what lies under the pointer."""

from __future__ import annotations

from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.band import BandGesture
from vsdesigner.ui.canvas.tools.connect import ConnectGesture
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.move import MoveGesture
from vsdesigner.ui.canvas.tools.reconnect import ReconnectGesture


def begin(stage: Stage, pointer: Pointer) -> Gesture:
    """Return the gesture that starts with a press of the left button."""
    if not pointer.adding:
        handle = stage.handle_at(pointer.scene)
        end = stage.end_at(pointer.scene)
        if end is not None:
            return ReconnectGesture(stage, pointer, *end)
        if handle is not None:
            return ConnectGesture(stage, pointer, *handle)
    card = stage.card_at(pointer.scene)
    if card:
        return CardPress(stage, pointer, card)
    flow = stage.flow_at(pointer.scene)
    if flow:
        return FlowPress(stage, pointer, flow)
    return BandGesture(stage, pointer)


class CardPress(Gesture):
    """A press on a card: a click selects, a drag moves.

    A card that is selected already stays so until the release, for a drag moves all selected ones.
    """

    def __init__(self, stage: Stage, pointer: Pointer, id: str) -> None:
        self._stage = stage
        self._start = pointer
        self._id = id
        session = stage.session
        self._was_selected = id in session.selection
        if not self._was_selected:
            session.select((*session.selection, id) if pointer.adding else (id,))

    def move(self, pointer: Pointer) -> Gesture | None:
        if pointer.far_from(self._start):
            gesture = MoveGesture(self._stage, self._start, self._id)
            gesture.move(pointer)
            return gesture
        return None

    def release(self, pointer: Pointer) -> None:
        session = self._stage.session
        if self._was_selected and pointer.adding:
            session.toggle(self._id)
        elif self._was_selected:
            session.select((self._id,))


class FlowPress(Gesture):
    """A click on a flow selects it."""

    scrolls = False

    def __init__(self, stage: Stage, pointer: Pointer, id: str) -> None:
        if pointer.adding:
            stage.session.toggle(id)
        else:
            stage.session.select((id,))
