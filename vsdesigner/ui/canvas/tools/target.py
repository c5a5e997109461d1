"""Where a dragged end of a flow would go, and showing whether it may."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vsdesigner.layout.geometry import Point
from vsdesigner.rules.verdicts import Verdict
from vsdesigner.ui.canvas.marks import ConnectionMark, ReasonMark, TargetMark, VeilMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage

REACH = 14.0  # px on screen beside a card that still count as inside it

Ask = Callable[[str], Verdict]  # card → may the end go there?


@dataclass(frozen=True, slots=True)
class Aim:
    """The card under a dragged end (or nothing) and whether the end may go there."""

    card: str = ""
    allowed: bool = False


class Aiming:
    """Shows a flow whose one end is fixed at a card and whose other end follows the pointer.

    Cards where it must not go fade; the one under the pointer says why.
    """

    def __init__(self, stage: Stage, fixed: str, ask: Ask, *, backwards: bool) -> None:
        """`backwards`: the flow leads to the fixed card, not from it."""
        self._stage = stage
        self._fixed = fixed
        self._ask = ask
        self._backwards = backwards

    def begin(self) -> None:
        """Fade what cannot be reached."""
        stage = self._stage
        seen = stage.layout.cards_in(stage.visible, enclosed=False)
        faded = tuple(stage.rect(id) for id in seen if id != self._fixed and not self._ask(id))
        if faded:
            stage.overlay.show(Layer.VEIL, VeilMark(faded))

    def at(self, point: Point) -> Aim:
        """Show the flow to this point and return what it meets there."""
        stage = self._stage
        card = stage.card_at(point, REACH)
        stage.overlay.hide(Layer.TARGET, Layer.REASON)
        if not card or card == self._fixed:
            self.lead_to(point)
            return Aim(card)
        verdict = self._ask(card)
        stage.overlay.show(Layer.TARGET, TargetMark(stage.rect(card), refused=not verdict))
        if not verdict:
            stage.overlay.show(Layer.REASON, ReasonMark(point, verdict.reason, stage.visible))
        self._show_line(point, card if verdict else None, refused=not verdict)
        return Aim(card, bool(verdict))

    def lead_to(self, point: Point) -> None:
        """Show the flow to a point where no card is."""
        self._show_line(point, None, refused=False)

    def end(self) -> None:
        """Show nothing any more."""
        self._stage.overlay.hide(Layer.VEIL, Layer.CONNECTION, Layer.TARGET, Layer.REASON)

    def _show_line(self, point: Point, card: str | None, *, refused: bool) -> None:
        layout = self._stage.layout
        if self._backwards and card:
            points = layout.preview_connection(card, point, self._fixed).points
        else:
            points = layout.preview_connection(self._fixed, point, card).points
            if self._backwards:
                points = tuple(reversed(points))
        self._stage.overlay.show(Layer.CONNECTION, ConnectionMark(tuple(Point(*p) for p in points), refused))
