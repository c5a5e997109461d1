"""Putting a step into a line: the line under what is dragged, and where the step lands."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.layout.bends import absolute
from vsdesigner.layout.gaps import gap_for, nearest
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.labels import along
from vsdesigner.model.dimensions import GRID, LANE_PADDING
from vsdesigner.model.records import Flow, Step
from vsdesigner.rules.verdicts import can_insert
from vsdesigner.ui.canvas import line_edits
from vsdesigner.ui.canvas.line_edits import Landing
from vsdesigner.ui.canvas.line_marks import InsertionMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import SIZE

REACH = 12.0  # px on screen from the pointer, or from the middle of the dragged card, to the line


class Insertion:
    """Looks for the line into which a dragged step would be put, and lights it up.

    `step` is the one that is dragged, empty for a new one. What is no step goes into no line.
    """

    def __init__(self, stage: Stage, step: str = "") -> None:
        self._stage = stage
        self._step = step
        self._possible = not step or isinstance(stage.now.find(step), Step)
        self.flow = ""

    def follow(self, spots: Iterable[Point], *, off: bool = False) -> str:
        """Show and return the line that passes under one of these points, the first with one; or nothing."""
        self.flow = "" if off or not self._possible or self._stage.view.far else self._line_at(spots)
        overlay = self._stage.overlay
        if self.flow:
            overlay.show(Layer.INSERTION, InsertionMark(self._stage.layout.routes[self.flow].points))
        else:
            overlay.hide(Layer.INSERTION)
        return self.flow

    def end(self) -> None:
        """Show nothing any more; `flow` still says where it would have gone."""
        self._stage.overlay.hide(Layer.INSERTION)

    def _line_at(self, spots: Iterable[Point]) -> str:
        stage = self._stage
        for spot in spots:
            for flow in stage.lines_near(spot, REACH):
                if not self._step or can_insert(stage.now, flow, self._step):
                    return flow
        return ""


def landing_on(stage: Stage, flow: str, wanted: Rect, step: str = "") -> Landing:
    """Return how a step that is dropped at `wanted` is put into a flow; what is behind it makes room."""
    record = stage.now.get(flow, Flow)
    wanted = _in_its_lane(stage, wanted, new=not step)
    gap = gap_for(wanted, stage.rect(record.source), stage.rect(record.target))
    gone = {step}
    if gap.push:
        gone.update(id for id, card in stage.layout.cards.items() if card.rect.x >= gap.cut)
    size = (wanted.width, wanted.height)
    place = stage.layout.place_at(gap.corner, size, gone)
    return Landing(flow, place, gap.cut, gap.push, _bends_before(stage, record, wanted.center))


def insert_in_the_middle(stage: Stage, flow: str) -> None:
    """Add a step half way along a flow and edit its name."""
    middle = along(stage.layout.routes[flow].points, 0.5)
    insert_new(stage, flow, around_point(middle))


def insert_new(stage: Stage, flow: str, wanted: Rect) -> None:
    """Add a step to a flow, about at `wanted`, and edit its name."""
    key = object()
    stage.naming.begin_new(
        line_edits.insert_new(stage.session, landing_on(stage, flow, wanted), key), key=key
    )


def around_point(point: Point) -> Rect:
    """Return where a new step is wanted that is dropped at a point, in a column of the grid."""
    left = round((point.x - SIZE[0] / 2) / GRID) * GRID
    return Rect(left, point.y - SIZE[1] / 2, *SIZE)


def _in_its_lane(stage: Stage, wanted: Rect, *, new: bool) -> Rect:
    """A rectangle moved into the lane that holds its middle; a new step does not make that lane higher."""
    band = stage.layout.lane_at(wanted.center.y)
    least = band.top + LANE_PADDING
    most = max(least, band.bottom - LANE_PADDING - wanted.height) if new else wanted.y
    return wanted._replace(y=max(least, min(wanted.y, most)))


def _bends_before(stage: Stage, flow: Flow, point: Point) -> int:
    """How many of the corners made by hand come before the place on the line that is nearest to a point."""
    if not flow.bends:
        return 0
    way = stage.layout.routes[flow.id].points
    _, at = nearest(way, point)
    corners = absolute(flow.bends, stage.layout.lanes)
    return sum(1 for corner in corners if nearest(way, corner)[1] < at)
