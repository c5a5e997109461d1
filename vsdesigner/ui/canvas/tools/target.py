"""Where a dragged end of a flow would go, and showing whether it may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import dist

from vsdesigner.layout.geometry import Point
from vsdesigner.layout.ports import Side
from vsdesigner.rules.verdicts import Verdict
from vsdesigner.ui.canvas.line_marks import SidesMark
from vsdesigner.ui.canvas.marks import ConnectionMark, ReasonMark, TargetMark, VeilMark, side_point
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.painting.looks import lane_colour

REACH = 20.0  # px on screen beside a card that still count as inside it
DOT_REACH = 10.0  # px on screen around the dot of a side at which an end is pinned
LEAST_CARD = 40.0  # px on screen: on a smaller card nobody can aim at a side

Ask = Callable[[str], Verdict]  # card → may the end go there?


@dataclass(frozen=True, slots=True)
class Aim:
    """The card under a dragged end (or nothing), whether it may go there, and at which side it is pinned.

    Without a side the end floats along the card.
    """

    card: str = ""
    allowed: bool = False
    side: Side | None = None

    @property
    def side_name(self) -> str:
        """The side as a flow keeps it: empty for an end that floats."""
        return side_name(self.side)


def side_name(side: Side | None) -> str:
    """Return a side as a flow keeps it."""
    return side.name.lower() if side is not None else ""


def side_named(name: str) -> Side | None:
    """Return the side that a flow keeps under this name, or None when its end floats."""
    return next((side for side in Side if side_name(side) == name), None)


class Aiming:
    """Shows a flow whose one end is fixed at a card and whose other end follows the pointer.

    Cards where it must not go fade; the one under the pointer says why. On a card where it may go dots show
    where the end can be pinned.
    """

    def __init__(
        self, stage: Stage, fixed: str, ask: Ask, *, backwards: bool, fixed_side: Side | None = None
    ) -> None:
        """`backwards`: the flow leads to the fixed card, not from it; it is pinned there to `fixed_side`."""
        self._stage = stage
        self._fixed = fixed
        self._fixed_side = fixed_side
        self._ask = ask
        self._backwards = backwards

    def begin(self) -> None:
        """Fade what cannot be reached."""
        stage = self._stage
        seen = stage.layout.cards_in(stage.visible, enclosed=False)
        faded = tuple(stage.rect(id) for id in seen if id != self._fixed and not self._ask(id))
        if faded:
            lanes = (stage.layout.lane_at(rect.center.y).lane for rect in faded)
            colours = tuple(lane_colour(stage.now, lane) for lane in lanes)
            stage.overlay.show(Layer.VEIL, VeilMark(faded, colours))

    def at(self, point: Point, *, floating: bool = False) -> Aim:
        """Show the flow to this point and return what it meets there; `floating` pins it to no side."""
        stage = self._stage
        card = stage.card_at(point, REACH)
        stage.overlay.hide(Layer.TARGET, Layer.REASON)
        if not card or card == self._fixed:
            stage.overlay.hide(Layer.SIDES)
            self.lead_to(point)
            return Aim(card)
        verdict = self._ask(card)
        stage.overlay.show(Layer.TARGET, TargetMark(stage.rect(card), refused=not verdict))
        if not verdict:
            stage.overlay.hide(Layer.SIDES)
            stage.overlay.show(Layer.REASON, ReasonMark(point, verdict.reason, stage.visible))
            self._show_line(point, None, None, refused=True)
            return Aim(card)
        side = self._side_at(card, point, floating=floating)
        self._show_line(point, card, side, refused=False)
        return Aim(card, True, side)

    def lead_to(self, point: Point) -> None:
        """Show the flow to a point where no card is."""
        self._show_line(point, None, None, refused=False)

    def end(self) -> None:
        """Show nothing any more."""
        overlay = self._stage.overlay
        overlay.hide(Layer.VEIL, Layer.CONNECTION, Layer.TARGET, Layer.SIDES, Layer.REASON)

    def _side_at(self, card: str, point: Point, *, floating: bool) -> Side | None:
        """The side whose dot is aimed at; shows the dots of the card."""
        stage = self._stage
        rect, sides = stage.rect(card), stage.sides_of(card)
        if floating or rect.height * stage.scale < LEAST_CARD:
            stage.overlay.hide(Layer.SIDES)
            return None
        reach = DOT_REACH / stage.scale
        spots = {side: side_point(rect, side) for side in sides}
        hot = next((side for side, spot in spots.items() if dist(spot, point) <= reach), None)
        stage.overlay.show(Layer.SIDES, SidesMark(rect, sides, hot))
        return hot

    def _show_line(self, point: Point, card: str | None, side: Side | None, *, refused: bool) -> None:
        layout, fixed = self._stage.layout, self._fixed_side
        if self._backwards and card:
            route = layout.preview_connection(card, point, self._fixed, source_side=side, target_side=fixed)
            points = route.points
        else:
            route = layout.preview_connection(self._fixed, point, card, source_side=fixed, target_side=side)
            points = tuple(reversed(route.points)) if self._backwards else route.points
        self._stage.overlay.show(Layer.CONNECTION, ConnectionMark(tuple(Point(*p) for p in points), refused))
