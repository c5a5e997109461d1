"""The ways of all flows after those that share a channel got tracks of their own."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.routing import ObstacleField
from vsdesigner.layout.track_order import Room, spread
from vsdesigner.layout.track_room import Course, common_rooms, room
from vsdesigner.layout.tracks import Key, Limits, Piece, Solver, Tracks, pieces_of, shifted

Way = tuple[Point, ...]
_UPRIGHT_MARGIN, _LEVEL_MARGIN = 14.0, 2.0


class Channels:
    """Ways by flow id. First the upright pieces are put beside each other, then the level ones."""

    def __init__(self) -> None:
        self.ways: dict[str, Way] = {}
        self._courses: dict[str, Course] = {}
        # Upright pieces get longer and shorter when the level ones are put aside after them.
        self._upright, self._level = Tracks(_UPRIGHT_MARGIN), Tracks(_LEVEL_MARGIN)

    def update(
        self, courses: Mapping[str, Course | None], rects: Mapping[str, Rect], field: ObstacleField
    ) -> set[str]:
        """Take flows whose found way, or the room beside it, is another one; None for flows that are gone.

        Returns the flows whose way is another one now, without those that are gone.
        """
        for flow, course in courses.items():
            if course is None:
                self._courses.pop(flow, None)
                self.ways.pop(flow, None)
            else:
                self._courses[flow] = course
        upright = {flow: self._pieces(flow, upright=True) for flow in courses}
        changed = self._upright.update(upright, self._solver(rects, field, upright=True))
        level = {flow: self._pieces(flow, upright=False) for flow in changed}
        changed |= self._level.update(level, self._solver(rects, field, upright=False))
        found = set()
        for flow in changed:
            course = self._courses.get(flow)
            if course is None:
                continue
            way = shifted(self._half_way(flow), self._level.places(flow), upright=False)
            if self.ways.get(flow) != way:
                self.ways[flow] = way
                found.add(flow)
        return found

    # -- inside -----------------------------------------------------------------------------------------
    def _half_way(self, flow: str) -> Way:
        return shifted(self._courses[flow].way, self._upright.places(flow), upright=True)

    def _pieces(self, flow: str, *, upright: bool) -> tuple[Piece, ...]:
        course = self._courses.get(flow)
        if course is None:
            return ()
        way = course.way if upright else self._half_way(flow)
        return pieces_of(flow, way, _joints(course), upright=upright)

    def _course(self, piece: Piece, *, upright: bool) -> Course:
        course = self._courses[piece.key[0]]
        return course if upright else course._replace(way=self._half_way(piece.key[0]))

    def _solver(self, rects: Mapping[str, Rect], field: ObstacleField, *, upright: bool) -> Solver:
        def solve(pieces: list[Piece], limits: Limits) -> Mapping[Key, float]:
            margin = _UPRIGHT_MARGIN if upright else _LEVEL_MARGIN
            return spread(pieces, margin, room_of, rooms_of_all, limits)

        def room_of(piece: Piece) -> Room:
            course = self._course(piece, upright=upright)
            return room(piece, course, (rects[course.source], rects[course.target]), field, upright=upright)

        def rooms_of_all(pieces: list[Piece]) -> list[tuple[float, float]] | None:
            courses = [self._course(piece, upright=upright) for piece in pieces]
            return common_rooms(pieces, courses, field, upright=upright)

        return solve


def _joints(course: Course) -> tuple[str, str]:
    """Names of the sides at which a way begins and ends."""
    way = course.way
    return _side(course.source, way[0], way[1]), _side(course.target, way[-1], way[-2])


def _side(box: str, here: Point, there: Point) -> str:
    return f"{box} {(there.x > here.x) - (there.x < here.x)} {(there.y > here.y) - (there.y < here.y)}"
