"""Pens and brushes of one theme, made once and shared by everything that is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from vsdesigner.model.records import FlowKind
from vsdesigner.ui.colour import mix
from vsdesigner.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOW_WIDTH = 1.8
LEAST_FLOW = 0.99  # px on screen; wider lines are painted with twice the work
LEAST_DASHED = 1.2  # px on screen; thinner dashes run together
LEAST_CONTROL = 1.0  # px on screen
CONTROL_WIDTH = 1.6
SMALL_BELOW = 0.55  # scale below which scaled letters are too small to read
FRAME_WIDTH = 2.0
_DASHES: Mapping[FlowKind, list[float]] = {
    FlowKind.ALTERNATIVE: [4.4, 2.8],
    FlowKind.REWORK: [4.4, 2.8],
    FlowKind.INFORMATION: [1.1, 1.9],
}


@dataclass(frozen=True, slots=True)
class LaneInks:
    """Colours of one lane."""

    edge: QBrush
    badge: QBrush
    badge_text: QPen
    text: QPen
    band: QColor
    header: QColor
    line: QColor
    block: QBrush  # a card seen from far away


class Inks:
    """Everything to paint a stream with in `theme`. `scale` is device independent px per scene px.

    `complete` paints everything however small it becomes, and lines as wide as they are drawn, as files want
    it; `vector` leaves out what can only be painted in pixels.
    """

    def __init__(
        self, theme: Theme, scale: float = 1.0, *, complete: bool = False, vector: bool = False
    ) -> None:
        self.theme = theme
        self.complete = complete
        self.vector = vector
        self._lanes: dict[str, LaneInks] = {}
        self.none = QPen(Qt.PenStyle.NoPen)
        self.no_brush = QBrush(Qt.BrushStyle.NoBrush)
        self.card = QBrush(theme.card)
        self.line = QPen(theme.line, 1.0)
        self.text = QPen(theme.text)
        self.muted = QPen(theme.muted)
        self.warning = QPen(theme.warning)
        self.danger = QPen(theme.danger)
        self.accent_brush = QBrush(theme.accent)
        self.accent_text = QPen(theme.accent_text)
        self.canvas_brush = QBrush(theme.canvas)
        self.note = QBrush(theme.soft(theme.warning))
        self.note_line = QPen(mix(theme.card, theme.warning, 0.35), 1.0)
        self.hover_line = QPen(mix(theme.line, theme.accent, 0.7), 1.0)
        self.flow_brush = QBrush(theme.flow)
        self.set_scale(scale)

    def set_scale(self, scale: float) -> None:
        """Prepare the pens that keep their width on screen."""
        self.scale = scale
        width = FRAME_WIDTH / min(scale, 1.0)
        least = 0.0 if self.complete else 1.0 / scale
        self._flows = {
            (kind, lit): _flow_pen(self.theme.accent if lit else self.theme.flow, kind, least)
            for kind in FlowKind
            for lit in (False, True)
        }
        self.control = QPen(self.theme.control, max(CONTROL_WIDTH, LEAST_CONTROL * least))
        self.frame = QPen(self.theme.accent, width)
        self.frame.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.hair = QPen(self.theme.flow, 1.0)
        self.hair.setCosmetic(True)
        self.accent_hair = QPen(self.theme.accent, 1.6)
        self.accent_hair.setCosmetic(True)

    @property
    def small(self) -> bool:
        """Whether letters have to be larger than the drawing to be read, and small things are left out."""
        return self.scale < SMALL_BELOW and not self.complete

    def lane(self, colour: str) -> LaneInks:
        """Return the colours of a lane by its base colour."""
        found = self._lanes.get(colour)
        if found is None:
            palette = self.theme.lane(colour)
            found = self._lanes[colour] = LaneInks(
                edge=QBrush(palette.edge),
                badge=QBrush(palette.badge),
                badge_text=QPen(palette.badge_text),
                text=QPen(palette.text),
                band=palette.band,
                header=palette.header,
                line=palette.line,
                block=QBrush(mix(palette.band, palette.edge, 0.75)),
            )
        return found

    def flow(self, kind: FlowKind, *, lit: bool) -> QPen:
        """Return the pen of a flow; `lit` when it belongs to what is selected."""
        return self._flows[kind, lit]


def _flow_pen(colour: QColor, kind: FlowKind, least: float) -> QPen:
    pen = QPen(colour, max(FLOW_WIDTH, (LEAST_DASHED if kind in _DASHES else LEAST_FLOW) * least))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dashes = _DASHES.get(kind)
    if dashes:
        pen.setDashPattern(dashes)
    return pen
