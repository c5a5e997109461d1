"""Lining things up while they are dragged: straight flows, equal gaps, centres, edges, the grid."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.guides import Gap, Hold, Line, level, upright
from vsdesigner.layout.stream_layout import LaneBand, StreamLayout
from vsdesigner.model.dimensions import GRID, LANE_PADDING
from vsdesigner.model.records import Note
from vsdesigner.ui.guidance import Guidance

TOLERANCE = 7.0  # px on screen
FROM = 0.4  # scale below which nobody can aim at rows and columns


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to move further so that it is lined up, with the lines and gaps to show for it."""

    dx: float
    dy: float
    lines: tuple[Line, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Snapper:
    """Lines up one dragged card with what is seen and does not move."""

    def __init__(
        self, view: Snapshot, layout: StreamLayout, id: str, moving: Collection[str], guidance: Guidance
    ) -> None:
        self._layout = layout
        self._guidance = guidance
        self._others = {
            other: card.rect
            for other, card in layout.cards.items()
            if other not in moving and not isinstance(view.find(other), Note)
        }
        ends = [
            end for flow in (*view.outgoing(id), *view.incoming(id)) for end in (flow.source, flow.target)
        ]
        self._joined = [self._others[end] for end in ends if end in self._others]
        self._wide = self._area = Rect(0, 0, 0, 0)
        self._near: list[Rect] = []  # what lies in the wide area round the view
        self._seen: list[Rect] = []  # what lies in the view

    def snap(self, rect: Rect, scale: float, area: Rect, held: str = "") -> Snap:
        """Return how a card dragged to `rect` lines up with what is seen in `area`.

        `held` is the direction, "x" or "y", in which it must not move.
        """
        band = self._layout.lane_at(rect.center.y)
        guided = self._guidance.snaps_to_guides and scale >= FROM
        tolerance = TOLERANCE / scale
        row, column = Hold(0.0), Hold(0.0)
        if held != "y":
            found = self._row(rect, band, tolerance, area) if guided else None
            row = found or Hold(self._to_grid(rect.y - band.top - LANE_PADDING))
        rect = rect.moved(0, row.by)
        if held != "x":
            found = upright(rect, self._in(area), self._joined, tolerance, area) if guided else None
            column = found or Hold(self._to_grid(rect.x))
        lines = [hold.line for hold in (row, column) if hold.line is not None]
        upwards = (_moved(gap, column.by) for gap in row.gaps)
        return Snap(column.by, row.by, tuple(lines), (*column.gaps, *upwards))

    def _row(self, rect: Rect, band: LaneBand, tolerance: float, area: Rect) -> Hold | None:
        """Rows are those of the lane: what stands in others is level by accident."""
        lane = [other for other in self._in(area) if band.top <= other.center.y < band.bottom]
        return level(rect, lane, self._joined, tolerance, area)

    def _in(self, area: Rect) -> list[Rect]:
        """What is seen. While the view scrolls, few of all cards are looked at."""
        if area != self._area:
            self._area = area
            if not self._wide.encloses(area):
                self._wide = area.grown(max(area.width, area.height) / 2)
                self._near = [rect for rect in self._others.values() if rect.overlaps(self._wide)]
            self._seen = [rect for rect in self._near if rect.overlaps(area)]
        return self._seen

    def _to_grid(self, value: float) -> float:
        return round(value / GRID) * GRID - value if self._guidance.snaps_to_grid else 0.0


def _moved(gap: Gap, dx: float) -> Gap:
    start, end = gap.start, gap.end
    return Gap(start._replace(x=start.x + dx), end._replace(x=end.x + dx))
