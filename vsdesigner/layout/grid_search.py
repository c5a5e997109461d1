"""Searches the shortest orthogonal way with the fewest bends on the lines beside the boxes (A*)."""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import CLEARANCE

BEND_COST = 60.0  # px that a way may be longer to save a bend
MOST_STATES = 60_000
_Cell = tuple[int, int]
_State = tuple[int, int, int, int]  # column, row, direction


def search(
    start: Point, start_side: Side, end: Point, end_side: Side, boxes: tuple[Rect, ...]
) -> tuple[Point, ...] | None:
    """Return the corner points from `start` to `end`, or None when the boxes leave no way.

    The way leaves in the direction of `start_side` and arrives against `end_side`; it keeps the clearance
    to all `boxes`. Works on the grid of lines that run beside the boxes and through the two ends, on which
    a shortest way always lies.
    """
    grown = [box.grown(CLEARANCE) for box in boxes]
    xs = _lines({start.x, end.x}, ((box.x, box.right) for box in grown))
    ys = _lines({start.y, end.y}, ((box.y, box.bottom) for box in grown))
    walls = _Walls(xs, ys, grown)
    first = (bisect_left(xs, start.x), bisect_left(ys, start.y))
    last = (bisect_left(xs, end.x), bisect_left(ys, end.y))
    arriving = (-end_side.value[0], -end_side.value[1])
    states = _walk(xs, ys, walls, first, start_side.value, last, arriving)
    if states is None:
        return None
    return tuple(Point(xs[column], ys[row]) for column, row in states)


def _lines(ends: set[float], spans: Iterable[tuple[float, float]]) -> list[float]:
    found = set(ends)
    for low, high in spans:
        found.add(low)
        found.add(high)
    return sorted(found)


class _Walls:
    """Which steps between neighbouring grid points would pass through a box."""

    def __init__(self, xs: list[float], ys: list[float], boxes: list[Rect]) -> None:
        self.across: set[_Cell] = set()  # from (column, row) to (column + 1, row)
        self.down: set[_Cell] = set()  # from (column, row) to (column, row + 1)
        for box in boxes:
            left, right = bisect_left(xs, box.x), bisect_left(xs, box.right)
            top, bottom = bisect_left(ys, box.y), bisect_left(ys, box.bottom)
            inner_rows = range(bisect_right(ys, box.y), bottom)
            inner_columns = range(bisect_right(xs, box.x), right)
            self.across.update((column, row) for column in range(left, right) for row in inner_rows)
            self.down.update((column, row) for column in inner_columns for row in range(top, bottom))


def _walk(
    xs: list[float],
    ys: list[float],
    walls: _Walls,
    first: _Cell,
    leaving: tuple[int, int],
    last: _Cell,
    arriving: tuple[int, int],
) -> list[_Cell] | None:
    goal_x, goal_y = xs[last[0]], ys[last[1]]

    def rest(column: int, row: int) -> float:
        return abs(xs[column] - goal_x) + abs(ys[row] - goal_y)

    start = (first[0], first[1], leaving[0], leaving[1])
    costs = {start: 0.0}
    before: dict[_State, _State] = {}
    queue = [(rest(*first), 0.0, start)]
    best: tuple[float, _State | None] = (float("inf"), None)  # a last bend, into the box, costs as well
    while queue and len(costs) < MOST_STATES:
        estimate, cost, state = heapq.heappop(queue)
        if cost > costs[state]:
            continue
        column, row, dx, dy = state
        if (column, row) == last and (dx, dy) != (-arriving[0], -arriving[1]):
            bend = 0.0 if (dx, dy) == arriving else BEND_COST
            if cost + bend < best[0]:
                best = (cost + bend, state)
        if estimate >= best[0]:
            break
        for turn_x, turn_y in ((dx, dy), (dy, dx), (-dy, -dx)):
            to = (column + turn_x, row + turn_y)
            if not _open(xs, ys, walls, (column, row), to):
                continue
            length = abs(xs[to[0]] - xs[column]) + abs(ys[to[1]] - ys[row])
            price = cost + length + (0.0 if (turn_x, turn_y) == (dx, dy) else BEND_COST)
            follower = (*to, turn_x, turn_y)
            if price < costs.get(follower, float("inf")):
                costs[follower] = price
                before[follower] = state
                heapq.heappush(queue, (price + rest(*to), price, follower))
    return None if best[1] is None else _trace(best[1], before)


def _open(xs: list[float], ys: list[float], walls: _Walls, here: _Cell, to: _Cell) -> bool:
    if not (0 <= to[0] < len(xs) and 0 <= to[1] < len(ys)):
        return False
    if here[1] == to[1]:
        return (min(here[0], to[0]), here[1]) not in walls.across
    return (here[0], min(here[1], to[1])) not in walls.down


def _trace(state: _State, before: dict[_State, _State]) -> list[_Cell]:
    way = [state]
    while way[-1] in before:
        way.append(before[way[-1]])
    way.reverse()
    return [(column, row) for column, row, _, _ in way]
