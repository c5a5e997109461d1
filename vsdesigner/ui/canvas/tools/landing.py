"""Where new cards land, and making them there."""

from __future__ import annotations

from math import ceil, floor

from vsdesigner.commands.steps import usual_gap
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH, FIRST_X, GRID, LANE_PADDING, STEP_GAP, STUB
from vsdesigner.model.place import Place
from vsdesigner.model.records import Placed, Terminal, TerminalKind
from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.marks import VeilMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.painting.looks import lane_colour

SIZE = (CARD_WIDTH, CARD_HEIGHT)
GAP = 2 * STUB - 1  # between two cards that a flow may join
ASIDE = 160.0  # px that a card goes aside at most


def place_near(stage: Stage, left: float, middle: float) -> Place:
    """Return the free place of a new step with about this left edge and height of its middle.

    Columns follow the grid and rows the lane's padding, so that neighbours stand level. What would cover
    another card goes a little aside, else below it.
    """
    band = stage.layout.lane_at(middle)
    x = floor(left / GRID + 0.5) * GRID
    y = round((middle - CARD_HEIGHT / 2 - band.top - LANE_PADDING) / GRID) * GRID + LANE_PADDING
    y = max(LANE_PADDING, min(y, band.height - CARD_HEIGHT - LANE_PADDING))
    y = min(y, band.height - 1 - CARD_HEIGHT / 2)  # a low lane is meant as well; it grows with the card
    wanted = Rect(x, band.top + y, *SIZE)
    return stage.layout.place_at(Point(_aside(stage, wanted), wanted.y), SIZE, yielding_ends(stage))


def _aside(stage: Stage, wanted: Rect) -> float:
    """The left edge nearest to the wanted one at which a card covers no other; the wanted one when far."""
    area = wanted.grown(ASIDE + CARD_WIDTH)
    yielding = yielding_ends(stage)
    taken = [
        (rect.x - GAP - CARD_WIDTH, rect.right + GAP)
        for rect in (
            stage.rect(id) for id in stage.layout.cards_in(area, enclosed=False) if id not in yielding
        )
        if rect.y < wanted.bottom and wanted.y < rect.bottom
    ]
    lefts = sorted((wanted.x, *(edge for span in taken for edge in span)), key=lambda x: abs(x - wanted.x))
    for left in lefts:
        if abs(left - wanted.x) <= ASIDE and not any(first < left < last for first, last in taken):
            return left
    return wanted.x


def place_around(stage: Stage, point: Point) -> Place:
    """Return the free place of a new step whose middle is about at `point`."""
    return place_near(stage, point.x - CARD_WIDTH / 2, point.y)


def place_beside(stage: Stage, anchor: str, side: Side) -> Place:
    """Return where a step goes that is appended on one side; up and down lead to the next activity.

    It goes on in the rhythm of its neighbours, and so far from them that flows find their way between.
    """
    rect, record = stage.rect(anchor), stage.now.get(anchor, Placed)
    if side is Side.RIGHT:
        return _roomy(stage, rect.right + usual_gap(stage.now, anchor), rect.y)
    if side is Side.LEFT:
        return _roomy(stage, rect.x - CARD_WIDTH - usual_gap(stage.now, anchor, before=True), rect.y)
    other = edits.neighbour_lane(stage.now, record.lane, side.value[1])
    return free_in_lane(stage, other, rect.x) if other else _roomy(stage, rect.x, rect.y)


def free_in_lane(stage: Stage, lane: str, x: float) -> Place:
    """Return the first free place of a lane from its top, with the left edge at `x`."""
    band = stage.layout.band(lane)
    return _roomy(stage, x, band.top + min(LANE_PADDING, (band.height - CARD_HEIGHT) / 2))


def first_in_lane(stage: Stage, lane: str) -> Place:
    """Return the first place at the start of a lane where a step covers nothing, in its first row; demand
    keeps its place before it."""
    band = stage.layout.band(lane)
    y = min(LANE_PADDING, max(0.0, band.height - 1 - CARD_HEIGHT / 2))
    top = band.top + y
    x = _start(stage)
    yielding = yielding_ends(stage)
    row = Rect(x - GAP, top, stage.layout.bounds.right, CARD_HEIGHT)
    taken = [stage.rect(id) for id in stage.layout.cards_in(row, enclosed=False) if id not in yielding]
    for rect in sorted(taken):
        if rect.x < x + CARD_WIDTH + GAP and x < rect.right + GAP:
            x = ceil((rect.right + GAP) / GRID) * GRID
    return stage.layout.place_at(Point(x, top), SIZE, yielding)


def _start(stage: Stage) -> float:
    """The left edge of what stands first behind demand, which would go aside to stay the first."""
    for end in stage.now.terminals(stage.session.stream):
        if end.kind is TerminalKind.DEMAND and not end.pinned:
            return stage.rect(end.id).right + STEP_GAP
    return FIRST_X


def _roomy(stage: Stage, x: float, y: float) -> Place:
    size = (CARD_WIDTH + 2 * GAP, CARD_HEIGHT)
    return stage.layout.place_at(Point(x - GAP, y), size, yielding_ends(stage))._replace(x=x)


def yielding_ends(stage: Stage) -> list[str]:
    """Return the ends of the stream that make room for what is put where they stand."""
    return [end.id for end in stage.now.terminals(stage.session.stream) if gives_way(end)]


def veil_ends(stage: Stage, rect: Rect) -> None:
    """Fade the ends of the stream that will make room for a new card there, to tell the two apart."""
    covered = [
        id for id in yielding_ends(stage) if id in stage.layout.cards and rect.overlaps(stage.rect(id))
    ]
    if not covered:
        stage.overlay.hide(Layer.VEIL)
        return
    rects = tuple(map(stage.rect, covered))
    colours = tuple(lane_colour(stage.now, stage.now.get(id, Placed).lane) for id in covered)
    stage.overlay.show(Layer.VEIL, VeilMark(rects, colours))


def gives_way(terminal: Terminal) -> bool:
    """Say whether an end of the stream makes room by itself: value does until somebody moved it."""
    return terminal.kind is TerminalKind.VALUE and not terminal.pinned


def add_step(stage: Stage, place: Place) -> None:
    """Add a step at a place and edit its name."""
    key = object()
    stage.naming.begin_new(edits.add_step(stage.session, place, key), key=key)


def add_connected(stage: Stage, anchor: str, place: Place, *, before: bool) -> None:
    """Add a step at a place, connect it with `anchor` and edit its name."""
    key = object()
    stage.naming.begin_new(edits.add_connected(stage.session, anchor, place, key, before=before), key=key)


def append_beside(stage: Stage, anchor: str, side: Side) -> None:
    """Add a step on one side of a card, connected, and edit its name; left means before it."""
    if side not in stage.sides_of(anchor):
        return
    add_connected(stage, anchor, place_beside(stage, anchor, side), before=leads_before(stage, anchor, side))


def leads_before(stage: Stage, anchor: str, side: Side) -> bool:
    """Say whether a step appended on this side comes before the card: left of a step, and before value."""
    kind = terminal_kind(stage, anchor)
    return kind is TerminalKind.VALUE or (side is Side.LEFT and kind is None)


def terminal_kind(stage: Stage, id: str) -> TerminalKind | None:
    """Return which end of the stream a card is, if any."""
    record = stage.now.find(id)
    return record.kind if isinstance(record, Terminal) else None
