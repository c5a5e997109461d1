"""Gives parallel pieces of lines that run in the same channel tracks of their own, change by change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from vsdesigner.layout.geometry import Point

LINK = 24.0  # px within which parallel pieces are looked at together
TRACK = 8.0  # px between two tracks, where there is room
_FREELY = (LINK - TRACK) / 2  # px by which a piece may be put aside without a look at those farther away
_WIDE = 110.0  # px within which pieces that are put aside could meet
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


Limits = Mapping[Key, tuple[float, float]]
Solver = Callable[[list[Piece], Limits], Mapping[Key, float]]


class Tracks:
    """The places across of all pieces of one direction. A function of the present pieces only."""

    def __init__(self, margin: float) -> None:
        """`margin` is what two pieces on one line must be apart, in px along."""
        self._margin = margin
        self._of_flow: dict[str, tuple[Piece, ...]] = {}
        self._cells: dict[_Cell, dict[Key, Piece]] = {}
        self._places: dict[str, dict[int, float]] = {}
        self._limited: set[Key] = set()  # pieces whose places depend on others farther away

    def places(self, flow: str) -> Mapping[int, float]:
        """Return where the pieces of a flow lie that do not lie where they want to, by index."""
        return self._places.get(flow, {})

    def update(self, flows: Mapping[str, tuple[Piece, ...]], solve: Solver) -> set[str]:
        """Take the pieces that these flows have now (none for flows that are gone).

        `solve` gives pieces that influence each other their places. Returns these flows and
        those of which a piece lies elsewhere than before.
        """
        others = {flow for flow, pieces in flows.items() if self._of_flow.get(flow, ()) != pieces}
        old = [piece for flow in others for piece in self._of_flow.get(flow, ())]
        for flow in others:
            self._places.pop(flow, None)
        for piece in old:
            self._limited.discard(piece.key)
            for cell in self._cells_of(piece):
                del self._cells[cell][piece.key]
        new = [piece for flow in others for piece in flows[flow]]
        for flow in others:
            self._of_flow[flow] = flows[flow]
            if not flows[flow]:
                del self._of_flow[flow]
        for piece in new:
            for cell in self._cells_of(piece):
                self._cells.setdefault(cell, {})[piece.key] = piece
        waiting = {piece.key: piece for pieces in flows.values() for piece in pieces}
        waiting.update(self._concerned(old, new))
        return self._settle(waiting, solve) | set(flows)

    # -- inside -----------------------------------------------------------------------------------------
    def _concerned(self, old: list[Piece], new: list[Piece]) -> dict[Key, Piece]:
        """Pieces that were or are near these, or that these could limit."""
        found = {near.key: near for piece in old for near in self._near(piece)}
        if self._limited:
            for piece in (*old, *new):
                for other in self._around(piece, piece.at):
                    if other.key in self._limited:
                        found[other.key] = other
        return found

    def _settle(self, waiting: dict[Key, Piece], solve: Solver) -> set[str]:
        changed: set[str] = set()
        seen: set[Key] = set()
        left: dict[_Cell, dict[Key, Piece]] = {}
        for key, piece in waiting.items():
            if key in seen:
                continue
            group = self._group(piece, seen, left)
            places = self._solved(sorted(group, key=_from_here), solve) if len(group) > 1 else {}
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

    def _solved(self, group: list[Piece], solve: Solver) -> Mapping[Key, float]:
        self._limited.difference_update(piece.key for piece in group)
        places = solve(group, {})
        if all(abs(places.get(piece.key, piece.at) - piece.at) <= _FREELY for piece in group):
            return places
        self._limited.update(piece.key for piece in group)
        limits = self._limits(group)
        return solve(group, limits) if limits else places

    def _limits(self, group: list[Piece]) -> dict[Key, tuple[float, float]]:
        """Halfway to the pieces that do not belong to the group: they may come as far."""
        keys = {piece.key for piece in group}
        strip = Piece(
            group[0].key,
            group[0].at,
            min(piece.low for piece in group) - LINK,
            max(piece.high for piece in group) + LINK,
            0,
            0,
            "",
        )
        outside = {other.key: other for other in self._around(strip, group[-1].at) if other.key not in keys}
        found: dict[Key, tuple[float, float]] = {}
        for piece in group:
            low, high = piece.at - _WIDE, piece.at + _WIDE
            for other in outside.values():
                apart = other.at - piece.at
                if abs(apart) < LINK or other.low > piece.high + LINK or piece.low > other.high + LINK:
                    continue
                if apart < 0:
                    low = max(low, piece.at + (apart + TRACK) / 2)
                else:
                    high = min(high, piece.at + (apart - TRACK) / 2)
            found[piece.key] = (low, high)
        return found if outside else {}

    def _around(self, strip: Piece, until: float) -> Iterator[Piece]:
        """All pieces from beside a strip to beside `until`, nearly."""
        for row in range(int((strip.at - _WIDE) // LINK), int((until + _WIDE) // LINK) + 1):
            for column in range(int((strip.low - LINK) // _BUCKET), int((strip.high + LINK) // _BUCKET) + 1):
                yield from self._cells.get((row, column), {}).values()

    def _group(self, piece: Piece, seen: set[Key], left: dict[_Cell, dict[Key, Piece]]) -> list[Piece]:
        """The pieces that influence each other with this one, by way of others too. `left` is what has not
        been seen yet, cell by cell: where many lie together nobody is looked at twice."""
        group, todo = [], [piece]
        seen.add(piece.key)
        while todo:
            here = todo.pop()
            group.append(here)
            for cell in self._cells_near(here):
                unseen = left.get(cell)
                if unseen is None:
                    found = self._cells.get(cell, {})
                    unseen = left[cell] = {key: other for key, other in found.items() if key not in seen}
                if not unseen:
                    continue
                near = [other for other in unseen.values() if self._linked(here, other)]
                for other in near:
                    del unseen[other.key]
                    if other.key not in seen:
                        seen.add(other.key)
                        todo.append(other)
        return group

    def _near(self, piece: Piece) -> Iterator[Piece]:
        for cell in self._cells_near(piece):
            for other in self._cells.get(cell, {}).values():
                if self._linked(piece, other):
                    yield other

    def _linked(self, piece: Piece, other: Piece) -> bool:
        return (
            other[2] - self._margin <= piece[3]
            and piece[2] - self._margin <= other[3]
            and -LINK < other[1] - piece[1] < LINK
        )

    def _cells_near(self, piece: Piece) -> Iterator[_Cell]:
        for row, column in self._cells_of(piece):
            yield row - 1, column
            yield row, column
            yield row + 1, column

    def _cells_of(self, piece: Piece) -> Iterator[_Cell]:
        row, margin = int(piece.at // LINK), self._margin
        for column in range(int((piece.low - margin) // _BUCKET), int((piece.high + margin) // _BUCKET) + 1):
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
