"""Where a line jumps over others: the level one over the upright one; found when somebody asks, then kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from vsdesigner.layout.geometry import Point

RADIUS = 5.0
_CORNER_ROOM = 12.0  # px from a corner, which is round
_END_ROOM = 16.0  # px from the ends of a way: there may be an arrow head
_ACROSS, _ALONG = 128.0, 1024.0  # cells of the index, as seen from a piece

Way = tuple[Point, ...]
_Piece = tuple[float, float, float]  # across, from, to along
_Index = dict[tuple[int, int], dict[tuple[str, int], _Piece]]


class Jumps:
    """The jumps of all ways of a stream. A function of the present ways and what they join."""

    def __init__(self) -> None:
        self._ways: dict[str, Way] = {}
        self._joints: Mapping[str, tuple[str, str]] = {}
        self._upright: _Index = {}
        self._level: _Index = {}
        self._known: dict[str, tuple[Point, ...]] = {}
        self._asked = False

    def of(
        self, flow: str, ways: Mapping[str, Way], joints: Mapping[str, tuple[str, str]]
    ) -> tuple[Point, ...]:
        """Return where the way of a flow jumps, in the order along it; all `ways` are looked at once."""
        if not self._asked:
            self._asked = True
            self._joints = joints
            for id, way in ways.items():
                self._put(id, way)
        found = self._known.get(flow)
        if found is None:
            found = self._known[flow] = tuple(self._found(flow))
        return found

    def without(self, flow: str, gone: Collection[str]) -> tuple[Point, ...]:
        """Return where a flow jumps that `of` was asked about when the flows `gone` are elsewhere."""
        return tuple(self._found(flow, gone))

    def over(self, flows: Iterable[str]) -> set[str]:
        """Return the flows that cross one of these; none before somebody asked where anything jumps."""
        return {
            id
            for flow in flows
            for upright, piece in _pieces(self._ways.get(flow, ()))
            if upright
            for id in self._crossing(piece)
        }

    def update(self, changed: Mapping[str, Way | None], joints: Mapping[str, tuple[str, str]]) -> set[str]:
        """Take ways that are other ones now (None: gone); returns flows that jump elsewhere by that."""
        if not self._asked:
            return set()
        self._joints = joints
        crossed: set[str] = set()
        for id, way in changed.items():
            crossed |= self._drop(id)
            if way is not None:
                crossed |= self._put(id, way)
        crossed |= set(changed)
        before = {id: self._known.pop(id) for id in crossed if id in self._known}
        return {
            id
            for id, jumps in before.items()
            if id in self._ways and self.of(id, self._ways, joints) != jumps
        }

    # -- inside -----------------------------------------------------------------------------------------
    def _put(self, id: str, way: Way) -> set[str]:
        """Note a way; returns the flows that it crosses from above to below."""
        self._ways[id] = way
        crossed: set[str] = set()
        for index, (upright, piece) in enumerate(_pieces(way)):
            cells = self._upright if upright else self._level
            for cell in _cells(piece):
                cells.setdefault(cell, {})[id, index] = piece
            if upright and self._known:
                crossed |= self._crossing(piece)
        return crossed

    def _drop(self, id: str) -> set[str]:
        crossed: set[str] = set()
        for index, (upright, piece) in enumerate(_pieces(self._ways.pop(id, ()))):
            cells = self._upright if upright else self._level
            for cell in _cells(piece):
                del cells[cell][id, index]
            if upright:
                crossed |= self._crossing(piece)
        return crossed

    def _crossing(self, upright: _Piece) -> set[str]:
        """The flows of which a level piece crosses this one."""
        x, low, high = upright
        return {
            id
            for (id, _), (y, left, right) in _between(self._level, low, high, x)
            if low < y < high and left < x < right
        }

    def _found(self, flow: str, gone: Collection[str] = ()) -> Iterator[Point]:
        way = self._ways[flow]
        last = len(way) - 2
        for index, (here, there) in enumerate(pairwise(way)):
            if here.y != there.y:
                continue
            first = here.x + (1 if here.x < there.x else -1) * (_END_ROOM if index == 0 else _CORNER_ROOM)
            final = there.x - (1 if here.x < there.x else -1) * (_END_ROOM if index == last else _CORNER_ROOM)
            if (first < final) != (here.x < there.x):
                continue
            left, right = min(first, final), max(first, final)
            places = {
                x
                for (other, _), (x, low, high) in _between(self._upright, left, right, here.y)
                if left <= x <= right and low < here.y < high
                if other not in gone and not self._related(flow, other)
            }
            for x in sorted(places, reverse=here.x > there.x):
                yield Point(x, here.y)

    def _related(self, flow: str, other: str) -> bool:
        (a, b), (c, d) = self._joints[flow], self._joints[other]
        return a == c or b == d


def _cells(piece: _Piece) -> Iterator[tuple[int, int]]:
    across = int(piece[0] // _ACROSS)
    for along in range(int(piece[1] // _ALONG), int(piece[2] // _ALONG) + 1):
        yield across, along


def _between(index: _Index, low: float, high: float, at: float) -> Iterable[tuple[tuple[str, int], _Piece]]:
    """Pieces near those that lie from `low` to `high` across and pass `at` along."""
    along = int(at // _ALONG)
    for across in range(int(low // _ACROSS), int(high // _ACROSS) + 1):
        found = index.get((across, along))
        if found:
            yield from found.items()


def _pieces(way: Way) -> Iterator[tuple[bool, _Piece]]:
    for here, there in pairwise(way):
        if here.x == there.x:
            yield True, (here.x, min(here.y, there.y), max(here.y, there.y))
        else:
            yield False, (here.y, min(here.x, there.x), max(here.x, there.x))
