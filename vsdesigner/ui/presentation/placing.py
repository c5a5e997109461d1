"""Decides for the present stop how a window is divided between stage and card."""

from __future__ import annotations

from vsdesigner.analysis.journey import StopKind
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH
from vsdesigner.ui.presentation.areas import Areas, areas
from vsdesigner.ui.presentation.card.totals import fit_below
from vsdesigner.ui.presentation.show import Show

BELOW_SHARES = (0.22, 0.25, 0.28, 0.31, 0.34)  # of the middle's height for totals below the stage
WORTH = 1.12  # times as large that the whole stream has to be for the totals to go below it


def areas_of(state: Show, width: float, height: float) -> Areas:
    """Return where everything stands now in a window of this size (px).

    At the closing the whole stream gets the most room: the totals go below one that is wide and flat.
    """
    beside = areas(width, height, carded=state.carded)
    if state.stop.kind is not StopKind.CLOSING or not state.carded or beside.portrait:
        return beside
    bounds = state.layout.bounds
    least = WORTH * _scale(bounds, beside)
    for share in BELOW_SHARES:
        found = areas(width, height, below=share)
        if _scale(bounds, found) <= least:
            break
        if fit_below(state, found.card, found.unit):
            return found
    return beside


def _scale(bounds: Rect, found: Areas) -> float:
    """About how large the whole stream is there."""
    wide = max(1.0, found.stage.width - LANE_HEADER_WIDTH * found.unit)
    return min(wide / max(1.0, bounds.width), found.stage.height / max(1.0, bounds.height))
