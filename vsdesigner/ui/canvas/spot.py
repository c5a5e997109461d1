"""Where a new step is to go and what it will be connected with, before it is there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vsdesigner.analysis.main_path import end_of_main_path, flow_to_value
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import FIRST_X, LANE_PADDING, STEP_GAP, TERMINAL_WIDTH
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, Step, TerminalKind
from vsdesigner.rules.verdicts import can_connect
from vsdesigner.ui.canvas.marks import side_point
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import SIZE, free_in_lane, place_beside, terminal_kind


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, and the cards from which and to which flows will lead.

    With `through` the step is put into that flow instead.
    """

    place: Place
    source: str = ""
    target: str = ""
    through: str = ""


def spot_behind(stage: Stage, id: str) -> Spot:
    """Return the spot behind a step or demand, connected with it; before value."""
    if terminal_kind(stage, id) is TerminalKind.VALUE:
        return Spot(place_beside(stage, id, Side.LEFT), target=id)
    return Spot(place_beside(stage, id, Side.RIGHT), source=id)


def spot_at_end(stage: Stage) -> Spot:
    """Return the spot at the end of the main path; a path that reaches value goes on through the new step."""
    now, stream = stage.now, stage.session.stream
    last = end_of_main_path(now, stream)
    if last not in stage.layout.cards:
        return Spot(_far_right(stage))
    spot = spot_behind(stage, last)
    onward = flow_to_value(now, last)
    return replace(spot, source="", through=onward.id) if onward is not None else spot


def spot_for(stage: Stage) -> Spot:
    """Return the spot that goes with the selection: behind a card, in a flow, else at the end."""
    selected = stage.session.selected
    record = selected[0] if len(selected) == 1 else None
    if isinstance(record, Flow) and record.id in stage.layout.routes:
        return _spot_in(stage, record)
    if record is not None and stage.sides_of(record.id):
        return spot_behind(stage, record.id)
    return spot_at_end(stage)


def in_lane(stage: Stage, spot: Spot, lane: str) -> Spot:
    """Return the same spot in another lane; in its own lane a spot stays exactly where it is."""
    if lane == spot.place.lane:
        return spot
    return replace(spot, place=free_in_lane(stage, lane, spot.place.x))


def still_there(stage: Stage, spot: Spot) -> Spot:
    """Return the spot without what is gone by now."""
    now = stage.now
    return Spot(
        spot.place,
        spot.source if spot.source in now else "",
        spot.target if spot.target in now else "",
        spot.through if spot.through in now else "",
    )


def ends(stage: Stage, spot: Spot) -> tuple[str, str]:
    """Return the cards between which the step will stand; empty where it begins or ends loose."""
    through = stage.now.find(spot.through)
    return (through.source, through.target) if isinstance(through, Flow) else (spot.source, spot.target)


def preview(stage: Stage, spot: Spot) -> tuple[Rect, tuple[tuple[Point, ...], ...]]:
    """Return where the card will stand and the lines that will lead from and to it."""
    rect = stage.layout.rect_at(spot.place, SIZE)
    source, target = (id if id in stage.layout.cards else "" for id in ends(stage, spot))
    lines = []
    if source:
        lines.append(_line(stage, source, near_side(rect, stage.rect(source))))
    if target:
        lines.append(tuple(reversed(_line(stage, target, near_side(rect, stage.rect(target))))))
    return rect, tuple(lines)


def near_side(rect: Rect, other: Rect) -> Point:
    """Return the middle of the side at which a flow from `other` reaches a card."""
    if rect.x >= other.right:
        return side_point(rect, Side.LEFT)
    if rect.right <= other.x:
        return side_point(rect, Side.RIGHT)
    return side_point(rect, Side.TOP if rect.center.y >= other.center.y else Side.BOTTOM)


def can_go_on_to_value(stage: Stage, id: str) -> bool:
    """Whether a card may be connected to the value of the stream."""
    value = value_of(stage)
    return isinstance(stage.now.find(id), Step) and bool(value) and bool(can_connect(stage.now, id, value))


def value_of(stage: Stage) -> str:
    """Return the value of the shown stream, empty where it has none."""
    for terminal in stage.now.terminals(stage.session.stream):
        if terminal.kind is TerminalKind.VALUE:
            return terminal.id
    return ""


def _line(stage: Stage, card: str, end: Point) -> tuple[Point, ...]:
    return tuple(Point(*point) for point in stage.layout.preview_connection(card, end, None).points)


def _spot_in(stage: Stage, flow: Flow) -> Spot:
    """Half way between what a flow connects, in the lane from which it comes."""
    start, end = stage.rect(flow.source), stage.rect(flow.target)
    x = (start.right + end.x) / 2 - SIZE[0] / 2
    lane = stage.layout.lane_at(start.center.y).lane
    return Spot(free_in_lane(stage, lane, x), through=flow.id)


def _far_right(stage: Stage) -> Place:
    """Right of all steps, in the first lane."""
    steps = stage.now.steps(stage.session.stream)
    right = max((stage.rect(step.id).right for step in steps), default=FIRST_X + TERMINAL_WIDTH)
    lane = stage.layout.lanes[0].lane
    return Place(lane, right + STEP_GAP, LANE_PADDING)
