"""Bending lines by hand: dragging a segment across, or moving it by the arrow keys."""

from __future__ import annotations

import itertools
import time
from collections.abc import Sequence
from math import dist
from typing import NamedTuple

from PySide6.QtCore import Qt

from vsdesigner.layout.bends import bends_of, with_corner_moved, with_segment_moved
from vsdesigner.layout.gaps import nearest
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.layout.stream_layout import Route
from vsdesigner.model.parts import Bend
from vsdesigner.model.records import Flow
from vsdesigner.ui.canvas import line_edits
from vsdesigner.ui.canvas.nudging import PAUSE
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.i18n import tr

LEAST_GRIP = 36.0  # px on screen that a segment needs for a handle
CORNER_REACH = 8.0  # px on screen around a corner
FROM_END = 18.0  # px on screen between a handle and an end of the line, which has its own
ROUND = 60.0  # scene px around the middle of a moved piece that come into view
ASIDE = 0.25  # of its length that a handle goes aside for a label in the middle


class Segment(NamedTuple):
    """A straight piece of a line."""

    nth: int
    here: Point
    there: Point

    @property
    def level(self) -> bool:
        return self.here.y == self.there.y

    @property
    def length(self) -> float:
        return abs(self.here.x - self.there.x) + abs(self.here.y - self.there.y)

    def at(self, share: float) -> Point:
        """Return the point at a share (0 to 1) of its length."""
        x, y = self.here
        return Point(x + (self.there.x - x) * share, y + (self.there.y - y) * share)


def segments(points: Sequence[tuple[float, float]]) -> list[Segment]:
    """Return the straight pieces of a way."""
    pairs = itertools.pairwise(Point(*point) for point in points)
    return [Segment(index, here, there) for index, (here, there) in enumerate(pairs)]


def segment_at(points: Sequence[tuple[float, float]], point: Point) -> Segment:
    """Return the piece of a way that is nearest to a point."""
    return min(segments(points), key=lambda piece: nearest((piece.here, piece.there), point)[0])


def grips(route: Route, scale: float) -> tuple[tuple[Point, bool], ...]:
    """Return where the handles of a line's segments are at this scale, and whether each segment is level.

    They stand in the middle, or aside of a label there; segments that are seen too short have none.
    """
    found = []
    for piece in segments(route.points):
        if piece.length * scale < LEAST_GRIP:
            continue
        spots = (piece.at(0.5), piece.at(ASIDE), piece.at(1 - ASIDE))
        ends = (route.points[0], route.points[-1])
        apart = (spot for spot in spots if all(dist(spot, end) * scale >= FROM_END for end in ends))
        free = [spot for spot in apart if not _covers(route.label, spot)]
        if free:
            found.append((free[0], piece.level))
    return tuple(found)


def _covers(label: Rect | None, spot: Point) -> bool:
    return label is not None and label.grown(4).contains(spot)


def held_at(points: Sequence[tuple[float, float]], point: Point, reach: float) -> tuple[Segment, int | None]:
    """Return the segment that a drag from `point` moves, and the corner when it moves two.

    Within `reach` of a corner both segments there are meant; one that leads to an end keeps its place.
    """
    pieces = segments(points)
    for nth in range(1, len(points) - 1):
        if dist(points[nth], point) > reach:
            continue
        before, after = pieces[nth - 1], pieces[nth]
        if before.nth > 0 and after.nth < len(pieces) - 1:
            return after, nth
        return (before if before.nth > 0 else after), None
    return segment_at(points, point), None


class BendGesture(Gesture):
    """The segment follows the pointer across its direction, the corners beside it follow the segment.

    Taken by an inner corner, both segments there follow. Nothing changes until the release. A line that
    comes out straight finds its way by itself again.
    """

    def __init__(self, stage: Stage, pointer: Pointer, flow: str) -> None:
        self._stage = stage
        self._flow = stage.now.get(flow, Flow)
        self._bends = self._flow.bends
        self._route = stage.layout.routes[flow]
        self._start = pointer.scene
        self._piece, self._corner = held_at(self._route.points, pointer.scene, CORNER_REACH / stage.scale)
        self.cursor = cursor_over(stage, flow, pointer.scene)

    def move(self, pointer: Pointer) -> None:
        layout = self._stage.layout
        dx, dy = pointer.scene.x - self._start.x, pointer.scene.y - self._start.y
        points = self._route.points
        if self._corner is None:
            x, y = self._piece.at(0.5)
            way = with_segment_moved(points, self._piece.nth, (x + dx, y + dy))
        else:
            x, y = points[self._corner]
            way = with_corner_moved(points, self._corner, (x + dx, y + dy))
        unmoved = way == self._route.points
        self._bends = self._flow.bends if unmoved else _bends(self._stage, self._flow, way)
        bent = self._flow.model_copy(update={"bends": self._bends})
        self._stage.scene.preview({}, {bent.id: layout.preview_flow(bent)})

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        if self._bends != self._flow.bends:
            line_edits.bend(self._stage.session, self._flow.id, self._bends)

    def cancel(self) -> None:
        self._stage.scene.end_preview((), (self._flow.id,))


def _bends(stage: Stage, flow: Flow, way: Sequence[Point]) -> tuple[Bend, ...]:
    """The corners of a way as they are kept, but for those at the ends that came to lie in the cards there:
    then the line reaches the card from another side."""
    source, target = stage.rect(flow.source), stage.rect(flow.target)
    corners = list(way[1:-1])
    while corners and target.contains(corners[-1]):
        corners.pop()
    while corners and source.contains(corners[0]):
        corners.pop(0)
    return bends_of(corners, stage.layout.lanes)


def cursor_over(stage: Stage, flow: str, point: Point) -> Qt.CursorShape:
    """Return the cursor that says in which directions a drag from this point of a flow bends it."""
    piece, corner = held_at(stage.layout.routes[flow].points, point, CORNER_REACH / stage.scale)
    if corner is not None:
        return Qt.CursorShape.SizeAllCursor
    return Qt.CursorShape.SizeVerCursor if piece.level else Qt.CursorShape.SizeHorCursor


class Bender:
    """Moves the main segment of a line by arrow keys; a run of arrows is one step back."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._last = 0.0
        self._run: tuple[object, str, int] = (object(), "", 0)

    def nudge(self, flow: str, side: Side, distance: float) -> None:
        """Move the longest inner segment that lies across; of a straight line the line itself.

        What moves comes into view; where nothing can be moved that is said.
        """
        stage = self._stage
        points = stage.layout.routes[flow].points
        piece = _main_segment(points, level=not side.horizontal)
        if piece is None:
            stage.session.said.emit(_nothing_to_move(points, side))
            return
        index = stage.session.history.index()
        now = time.monotonic()
        if now - self._last > PAUSE or self._run[1:] != (flow, index):
            self._run = (object(), flow, index)
        self._last = now
        dx, dy = side.value
        x, y = piece.at(0.5)
        way = with_segment_moved(points, piece.nth, (x + dx * distance, y + dy * distance))
        bends = _bends(stage, stage.now.get(flow, Flow), way)
        line_edits.bend(stage.session, flow, bends, self._run[0])
        self._run = (*self._run[:2], stage.session.history.index())
        self._reveal(flow, level=piece.level)

    def _reveal(self, flow: str, *, level: bool) -> None:
        """Bring the middle of what moved into view, unless a part of it is seen."""
        stage = self._stage
        piece = _main_segment(stage.layout.routes[flow].points, level=level)
        if piece is None:
            return
        (left, top), (right, bottom) = sorted((piece.here, piece.there))
        top, bottom = min(top, bottom), max(top, bottom)
        if not stage.visible.overlaps(Rect(left - 1, top - 1, right - left + 2, bottom - top + 2)):
            x, y = piece.at(0.5)
            stage.camera.reveal(Rect(x - ROUND, y - ROUND, 2 * ROUND, 2 * ROUND), glide=True)


def _nothing_to_move(points: Sequence[tuple[float, float]], side: Side) -> str:
    """Why an arrow moves nothing, and what does."""
    if _main_segment(points, level=side.horizontal) is None:
        return tr("This flow has no piece between its ends that could be moved.")
    if side.horizontal:
        return tr("This flow has no upright piece to move: Up and Down move its level one.")
    return tr("This flow has no level piece to move: Left and Right move its upright one.")


def _main_segment(points: Sequence[tuple[float, float]], *, level: bool) -> Segment | None:
    pieces = segments(points)
    inner = pieces[1:-1] if len(pieces) > 1 else pieces
    across = [piece for piece in inner if piece.level == level]
    return max(across, key=lambda piece: piece.length, default=None)
