"""Gives parallel pieces of lines that run in the same channel tracks of their own, change by change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from vsdesigner.layout.geometry import Point

LINK = 24.0  # px within which parallel pieces are looked at together
MARGIN = 2.0  # px that two pieces on one line must be apart
_BUCKET = 4000.0

_Cell = tuple[int, int]
Key = tuple[str, int]  # flow, index of the piece on its way


class Piece(NamedTuple):
    """A straight piece of a way: it lies `at` a line across, from `low` to `high` along.

    `low_turn` and `high_turn` say where the way goes on at that end: -1 to smaller, 1 to larger places
    across, 0 when it ends there at a box. `box` is the box at which the piece begins or ends, with the side
    (both empty inside the way).
    """

    key: Key
    at: float
    low: float
    high: float
    low_turn: int
    high_turn: int
    box: str


Solver = Callable[[list[Piece]], Mapping[Key, float]]


class Tracks:
    """The places across of all pieces of one direction. A function of the present pieces only."""

    def __init__(self) -> None:
        self._of_flow: dict[str, tuple[Piece, ...]] = {}
        self._cells: dict[_Cell, dict[Key, Piece]] = {}
        self._places: dict[str, dict[int, float]] = {}

    def places(self, flow: str) -> Mapping[int, float]:
        """Return where the pieces of a flow lie that do not lie where they want to, by index."""
        return self._places.get(flow, {})

    def update(self, flows: Mapping[str, tuple[Piece, ...]], solve: Solver) -> set[str]:
        """Take the pieces that these flows have now (none for flows that are gone).

        `solve` gives pieces that influence each other their places. Returns the flows of which a piece lies
        elsewhere than before, these flows among them.
        """
        old = [piece for flow in flows for piece in self._of_flow.get(flow, ())]
        for piece in old:
            for cell in _cells(piece):
                del self._cells[cell][piece.key]
        before = {flow: self._places.pop(flow, {}) for flow in flows}
        waiting: dict[Key, Piece] = {}
        for flow, pieces in flows.items():
            if pieces:
                self._of_flow[flow] = pieces
            else:
                self._of_flow.pop(flow, None)
            for piece in pieces:
                waiting[piece.key] = piece
                for cell in _cells(piece):
                    self._cells.setdefault(cell, {})[piece.key] = piece
        for piece in old:
            for near in self._near(piece):
                waiting[near.key] = near
        changed = self._settle(waiting, solve)
        return {
            flow for flow in changed | set(flows) if flow not in before or before[flow] != self.places(flow)
        } | set(flows)

    # -- inside -----------------------------------------------------------------------------------------
    def _settle(self, waiting: dict[Key, Piece], solve: Solver) -> set[str]:
        changed: set[str] = set()
        seen: set[Key] = set()
        left: dict[_Cell, dict[Key, Piece]] = {}
        for key, piece in waiting.items():
            if key in seen:
                continue
            group = self._group(piece, seen, left)
            places = solve(sorted(group, key=_from_here)) if len(group) > 1 else {}
            for member in group:
                flow, index = member.key
                mine = self._places.get(flow, {})
                place = places.get(member.key)
                if place == member.at:
                    place = None
                if mine.get(index) == place:
                    continue
                changed.add(flow)
                if place is None:
                    del mine[index]
                else:
                    self._places.setdefault(flow, {})[index] = place
        return changed

    def _group(self, piece: Piece, seen: set[Key], left: dict[_Cell, dict[Key, Piece]]) -> list[Piece]:
        """The pieces that influence each other with this one, by way of others too. `left` is what has not
        been seen yet, cell by cell: where many lie together nobody is looked at twice."""
        group, todo = [], [piece]
        seen.add(piece.key)
        while todo:
            here = todo.pop()
            group.append(here)
            for cell in _cells_near(here):
                unseen = left.get(cell)
                if unseen is None:
                    found = self._cells.get(cell, {})
                    unseen = left[cell] = {key: other for key, other in found.items() if key not in seen}
                if not unseen:
                    continue
                near = [other for other in unseen.values() if _linked(here, other)]
                for other in near:
                    del unseen[other.key]
                    if other.key not in seen:
                        seen.add(other.key)
                        todo.append(other)
        return group

    def _near(self, piece: Piece) -> Iterator[Piece]:
        for cell in _cells_near(piece):
            for other in self._cells.get(cell, {}).values():
                if _linked(piece, other):
                    yield other


def _linked(piece: Piece, other: Piece) -> bool:
    return (
        other[2] - MARGIN <= piece[3] and piece[2] - MARGIN <= other[3] and -LINK < other[1] - piece[1] < LINK
    )


def _cells_near(piece: Piece) -> Iterator[_Cell]:
    row = int(piece.at // LINK)
    for column in range(int((piece.low - MARGIN) // _BUCKET), int((piece.high + MARGIN) // _BUCKET) + 1):
        yield row - 1, column
        yield row, column
        yield row + 1, column


def _cells(piece: Piece) -> Iterator[_Cell]:
    row = int(piece.at // LINK)
    for column in range(int((piece.low - MARGIN) // _BUCKET), int((piece.high + MARGIN) // _BUCKET) + 1):
        yield row, column


def pieces_of(
    flow: str, way: tuple[Point, ...], joints: tuple[str, str], *, upright: bool
) -> tuple[Piece, ...]:
    """Return the pieces of a way in one direction. `joints` name the box and side at its two ends."""
    found = []
    last = len(way) - 2
    across, along = (0, 1) if upright else (1, 0)
    first = 0 if (way[0].x == way[1].x) is upright else 1
    for index in range(first, last + 1, 2):
        here, there = way[index], way[index + 1]
        at = here[across]
        back = _sign(way[index - 1][across] - at) if index else 0
        on = _sign(way[index + 2][across] - at) if index < last else 0
        box = joints[0] if index == 0 else joints[1] if index == last else ""
        if here[along] <= there[along]:
            found.append(Piece((flow, index), at, here[along], there[along], back, on, box))
        else:
            found.append(Piece((flow, index), at, there[along], here[along], on, back, box))
    return tuple(found)


def shifted(way: tuple[Point, ...], places: Mapping[int, float], *, upright: bool) -> tuple[Point, ...]:
    """Return the way with some pieces of one direction at other places across."""
    if not places:
        return way
    found = list(way)
    for index, place in places.items():
        for corner in (index, index + 1):
            x, y = found[corner]
            found[corner] = Point(place, y) if upright else Point(x, place)
    return tuple(found)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _from_here(piece: Piece) -> tuple[float, float, Key]:
    return piece.at, piece.low, piece.key
