"""Appending by key: while Ctrl is held each arrow proposes one more step; letting go makes them all."""

from __future__ import annotations

from collections.abc import Callable

from vsdesigner.commands.steps import free_place
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, STEP_GAP
from vsdesigner.model.place import Place
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.proposal_mark import ProposalMark
from vsdesigner.ui.canvas.spot import Spot, preview
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import leads_before, place_beside
from vsdesigner.ui.painting.looks import lane_colour


class Branching:
    """Steps that will be appended to one card on one side; nothing is in the document until `release`."""

    def __init__(self, stage: Stage, on_busy: Callable[[], None]) -> None:
        """`on_busy` is called whenever this became active or is so no more."""
        self._stage = stage
        self._on_busy = on_busy
        self._anchor = ""
        self._side = Side.RIGHT
        self._count = 0

    @property
    def active(self) -> bool:
        """Whether steps are proposed."""
        return self._count > 0

    def press(self, side: Side) -> bool:
        """Propose one more step on this side of the selected card; another side begins anew."""
        stage = self._stage
        anchor = stage.single_card()
        if not anchor or side not in stage.sides_of(anchor):
            return bool(anchor)
        if (anchor, side) != (self._anchor, self._side):
            self._count = 0
        self._anchor, self._side = anchor, side
        self._count += 1
        self._show()
        self._on_busy()
        return True

    def release(self) -> bool:
        """Make the proposed steps and name them one after the other; False when none are proposed."""
        stage, anchor = self._stage, self._anchor
        if not self.active:
            return False
        places = self._places()
        self.cancel()
        if anchor in stage.layout.cards:
            key = object()
            before = leads_before(stage, anchor, self._side)
            made = edits.add_siblings(stage.session, anchor, places, key, before=before)
            stage.naming.begin_new(*made, key=key)
        return True

    def cancel(self) -> bool:
        """Propose nothing any more; False when nothing was proposed."""
        was, self._count = self.active, 0
        if was:
            self._stage.overlay.hide(Layer.PROPOSAL)
            self._on_busy()
        return was

    # -- inside -----------------------------------------------------------------------------------------
    def _places(self) -> list[Place]:
        if self._anchor not in self._stage.layout.cards:
            return []
        return sibling_places(self._stage, self._anchor, self._side, self._count)

    def _show(self) -> None:
        stage, anchor = self._stage, self._anchor
        before = leads_before(stage, anchor, self._side)
        spots = [
            Spot(place, target=anchor) if before else Spot(place, source=anchor) for place in self._places()
        ]
        shown = [preview(stage, spot) for spot in spots]
        cards = tuple(
            (rect, lane_colour(stage.now, spot.place.lane))
            for (rect, _), spot in zip(shown, spots, strict=True)
        )
        lines = tuple(line for _, lines in shown for line in lines)
        stage.overlay.show(Layer.PROPOSAL, ProposalMark(cards, lines))
        stage.camera.reveal(shown[-1][0])


def sibling_places(stage: Stage, anchor: str, side: Side, count: int) -> list[Place]:
    """Return where so many steps go on one side of a card: in a column, or above and below it in a row."""
    found = [place_beside(stage, anchor, side)]
    while len(found) < count:
        lane, x, y = found[-1]
        if side.horizontal:
            y += CARD_HEIGHT + CARD_GAP
        else:
            x += CARD_WIDTH + STEP_GAP
        found.append(free_place(stage.now, stage.session.stream, Place(lane, x, y)))
    return found
