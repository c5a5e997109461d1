"""Drawing a new flow from a card's handle."""

from __future__ import annotations

from PySide6.QtCore import Qt

from vsdesigner.document.behaviors import comes_along
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import CARD_WIDTH
from vsdesigner.model.place import Place
from vsdesigner.model.records import Step, TerminalKind
from vsdesigner.rules.verdicts import Verdict, can_connect
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.marks import GhostMark, side_point
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.landing import (
    SIZE,
    append_beside,
    place_around,
    place_near,
    terminal_kind,
)
from vsdesigner.ui.canvas.tools.target import Aim, Aiming
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.looks import lane_colour


class ConnectGesture(Gesture):
    """Released on a card it connects, on empty ground it asks for a step there and connects that.

    On the dot of a side the end is pinned there, unless `Ctrl` is held. A click on the handle appends a step
    on that side. From value the flow is drawn backwards.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, pointer: Pointer, anchor: str, side: Side) -> None:
        self._stage = stage
        self._start = pointer
        self._anchor = anchor
        self._side = side
        self._backwards = terminal_kind(stage, anchor) is TerminalKind.VALUE
        self._aiming = Aiming(stage, anchor, self._ask, backwards=self._backwards)
        self._aim = Aim()
        self._drawn = False

    def move(self, pointer: Pointer) -> None:
        if not self._drawn:
            if not pointer.far_from(self._start):
                return
            self._drawn = True
            self._stage.overlay.hide(Layer.GHOST)
            if self._backwards:
                self._stage.session.said.emit(tr("Value ends the stream: this flow leads to value."))
            self._aiming.begin()
        self._aim = self._aiming.at(pointer.scene, floating=pointer.ctrl)
        if self._aim.card:
            self._show_end()
            self._stage.scene.light_lane("")
        else:
            place = self._place_at(pointer.scene)
            self._stage.scene.light_lane(place.lane)
            rect = self._stage.layout.rect_at(place, SIZE)
            self._aiming.lead_to(_near_side(rect, self._stage.rect(self._anchor)))
            colour = lane_colour(self._stage.now, place.lane)
            self._stage.overlay.show(Layer.GHOST, GhostMark(rect, colour))

    def release(self, pointer: Pointer) -> None:
        self._end()
        stage, session = self._stage, self._stage.session
        if not self._drawn:
            append_beside(stage, self._anchor, self._side)
        elif self._aim.allowed:
            card, side = self._aim.card, self._aim.side_name
            if self._backwards:
                made = edits.connect(session, card, self._anchor, source_side=side)
            else:
                made = edits.connect(session, self._anchor, card, target_side=side)
            session.select((made,))
        elif not self._aim.card:
            ends = ("", self._anchor) if self._backwards else (self._anchor, "")
            stage.quick_add.open(self._place_at(pointer.scene), *ends)

    def cancel(self) -> None:
        self._end()

    def _show_end(self) -> None:
        """Show demand or value where its first flow takes it: level with the step, in its lane."""
        stage = self._stage
        ends = {self._anchor, self._aim.card}
        kinds = {id: terminal_kind(stage, id) for id in ends}
        joined = any(kind and comes_along(stage.now, id) for id, kind in kinds.items())
        end = next((id for id, kind in kinds.items() if kind), "")
        if not (self._aim.allowed and joined):
            stage.overlay.hide(Layer.GHOST)
            return
        (step,) = ends - {end}
        rect = stage.rect(end)._replace(y=stage.rect(step).y)
        stage.overlay.show(
            Layer.GHOST, GhostMark(rect, lane_colour(stage.now, stage.now.get(step, Step).lane))
        )
        if end == self._aim.card and self._aim.side is None:
            self._aiming.lead_to(_near_side(rect, stage.rect(step)))

    def _ask(self, card: str) -> Verdict:
        ends = (card, self._anchor) if self._backwards else (self._anchor, card)
        return can_connect(self._stage.now, *ends)

    def _place_at(self, point: Point) -> Place:
        """Where a step goes whose near side is met at `point`."""
        anchor = self._stage.rect(self._anchor)
        if anchor.x <= point.x <= anchor.right:
            return place_around(self._stage, point)
        return place_near(self._stage, point.x if point.x > anchor.right else point.x - CARD_WIDTH, point.y)

    def _end(self) -> None:
        if self._backwards and self._drawn:
            self._stage.session.said.emit("")
        self._aiming.end()
        self._stage.overlay.hide(Layer.GHOST)
        self._stage.scene.light_lane("")


def _near_side(rect: Rect, other: Rect) -> Point:
    """The middle of the side at which a flow from `other` reaches a card."""
    if rect.x >= other.right:
        return side_point(rect, Side.LEFT)
    if rect.right <= other.x:
        return side_point(rect, Side.RIGHT)
    return side_point(rect, Side.TOP if rect.center.y >= other.center.y else Side.BOTTOM)
