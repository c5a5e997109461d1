"""What a press begins: chosen by what lies under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from vsdesigner.ui.canvas.noting import grip_corner
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.band import BandGesture
from vsdesigner.ui.canvas.tools.bend import BendGesture
from vsdesigner.ui.canvas.tools.connect import ConnectGesture
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.label import LabelGesture, is_on_label
from vsdesigner.ui.canvas.tools.lane_border import grip_border
from vsdesigner.ui.canvas.tools.move import MoveGesture
from vsdesigner.ui.canvas.tools.reconnect import ReconnectGesture


def begin(stage: Stage, pointer: Pointer) -> Gesture:
    """Return the gesture that starts with a press of the left button: the first that something answers to."""
    for grip in GRIPS:
        gesture = grip(stage, pointer)
        if gesture is not None:
            return gesture
    return BandGesture(stage, pointer)


def _grip_armed(stage: Stage, pointer: Pointer) -> Gesture | None:
    return None if stage.armed is None else stage.armed.begin(pointer)


def _grip_end(stage: Stage, pointer: Pointer) -> Gesture | None:
    end = None if pointer.adding else stage.end_at(pointer.scene)
    return None if end is None else ReconnectGesture(stage, pointer, *end)


def _grip_handle(stage: Stage, pointer: Pointer) -> Gesture | None:
    handle = None if pointer.adding else stage.handle_at(pointer.scene)
    return None if handle is None else ConnectGesture(stage, pointer, *handle)


def _grip_card(stage: Stage, pointer: Pointer) -> Gesture | None:
    card = stage.card_at(pointer.scene)
    return CardPress(stage, pointer, card) if card else None


def _grip_flow(stage: Stage, pointer: Pointer) -> Gesture | None:
    flow = stage.flow_at(pointer.scene)
    return FlowPress(stage, pointer, flow) if flow else None


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
            if self._start.ctrl and not self._was_selected:
                self._stage.session.select((self._id,))  # a copy of this card alone is wanted
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
    """A press on a flow: a click selects it, a drag bends it, or moves its label."""

    scrolls = False

    def __init__(self, stage: Stage, pointer: Pointer, id: str) -> None:
        self._stage = stage
        self._start = pointer
        self._id = id
        if pointer.adding:
            stage.session.toggle(id)
        else:
            stage.session.select((id,))

    def move(self, pointer: Pointer) -> Gesture | None:
        if self._start.adding or self._stage.view.far or not pointer.far_from(self._start):
            return None
        on_label = is_on_label(self._stage, self._id, self._start.scene)
        kind: type[LabelGesture | BendGesture] = LabelGesture if on_label else BendGesture
        gesture = kind(self._stage, self._start, self._id)
        gesture.move(pointer)
        return gesture


#: What a press may take hold of, asked in this order; what lies on top comes first.
GRIPS: tuple[Callable[[Stage, Pointer], Gesture | None], ...] = (
    _grip_armed,
    grip_corner,
    _grip_end,
    _grip_handle,
    _grip_card,
    _grip_flow,
    grip_border,
)
