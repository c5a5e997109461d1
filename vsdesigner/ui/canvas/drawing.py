"""What is drawn now: the looks of one stream, and which of them are pointed at."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.stream_layout import Route, StreamLayout
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas.looks import (
    BandLook,
    CardLook,
    FlowLook,
    band_looks,
    card_look,
    flow_look,
)
from vsdesigner.ui.canvas.painters.inks import Inks

NOTHING: frozenset[str] = frozenset()


class Drawing:
    """Shared by everything that paints one canvas. Looks are made when they are painted first."""

    def __init__(self, snapshot: Snapshot, layout: StreamLayout, inks: Inks) -> None:
        self.snapshot = snapshot
        self.layout = layout
        self.inks = inks
        self.selected = NOTHING
        self.lit = NOTHING  # flows that are selected or join the selected
        self.hovered = ""
        self.lit_lane = ""
        self.bands: tuple[BandLook, ...] = band_looks(snapshot, layout)
        self.bounds = layout.bounds

    def card_look(self, id: str) -> CardLook:
        """Return how a card looks now."""
        return card_look(self.snapshot, self.layout.cards[id])

    def flow_look(self, id: str, route: Route | None = None) -> FlowLook:
        """Return how a flow looks now, or on another `route`."""
        return flow_look(self.snapshot.get(id, Flow), route or self.layout.routes[id])

    def lit_by(self, ids: Iterable[str]) -> frozenset[str]:
        """Return the flows that are among `ids` or join one of them."""
        found: set[str] = set()
        for id in ids:
            if id in self.layout.routes:
                found.add(id)
            else:
                found.update(flow.id for flow in self.snapshot.outgoing(id))
                found.update(flow.id for flow in self.snapshot.incoming(id))
        return frozenset(found)
