"""What is drawn now: the looks of one stream, and which of them are pointed at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from vsdesigner.analysis.problems import Problems
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.stream_layout import Route, StreamLayout
from vsdesigner.model.records import Flow
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import (
    BandLook,
    CardLook,
    FlowLook,
    PhaseLook,
    band_looks,
    card_look,
    flow_look,
    phase_looks,
)
from vsdesigner.ui.painting.overview import BLOCKS_BELOW, FEW_CARDS, OVERVIEW_BELOW

NOTHING: frozenset[str] = frozenset()
LIT_MOST = 200  # selected elements up to which the flows that join them stand out


class Drawing:
    """Shared by everything that paints one canvas. Looks are made when they are painted first."""

    def __init__(self, snapshot: Snapshot, layout: StreamLayout, inks: Inks) -> None:
        self.snapshot = snapshot
        self.layout = layout
        self.inks = inks
        self.selected = NOTHING
        self.primary = ""  # of several selected cards the one that others are aligned with
        self.lit = NOTHING  # flows that are selected or join the selected
        self.hovered = ""
        self.lit_lane = ""
        #: Whether a card is painted later, above the veil of a lens.
        self.postpones: Callable[[str], bool] | None = None
        self.problems = Problems()  # cards with some bear a mark
        self.bands: tuple[BandLook, ...] = band_looks(snapshot, layout)
        self.phases: tuple[PhaseLook, ...] = phase_looks(snapshot, layout)
        self.bounds = layout.bounds

    @property
    def in_one_go(self) -> bool:
        """Whether everything is painted by the overview, in one go: from far away, or much of it."""
        scale = self.inks.scale
        return scale < BLOCKS_BELOW or (scale < OVERVIEW_BELOW and len(self.layout.cards) > FEW_CARDS)

    def card_look(self, id: str) -> CardLook:
        """Return how a card looks now."""
        return card_look(self.snapshot, self.layout.cards[id], self.problems.level(id))

    def flow_look(self, id: str, route: Route | None = None) -> FlowLook:
        """Return how a flow looks now, or on another `route`."""
        return flow_look(self.snapshot.get(id, Flow), route or self.layout.routes[id])

    def primary_of(self, ids: Sequence[str]) -> str:
        """Return the card that was selected last, nothing unless there are several."""
        cards = [id for id in ids if id in self.layout.cards]
        return cards[-1] if len(cards) > 1 else ""

    def lit_by(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the flows that are among `ids` or join one of them; of large groups only the former."""
        wanted = list(ids)
        found = {id for id in wanted if id in self.layout.routes}
        if len(wanted) <= LIT_MOST:
            for id in wanted:
                found.update(flow.id for flow in self.snapshot.outgoing(id))
                found.update(flow.id for flow in self.snapshot.incoming(id))
        return frozenset(found)
