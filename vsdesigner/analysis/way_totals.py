"""Adds up one number per step along the ways through a stream: main path, shortest, longest, expected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from vsdesigner.analysis.ways import Exits, Ways
from vsdesigner.model.records import FlowKind

PRECISION = 1e-10  # relative change at which the expected value counts as found
MOST_VISITS = 200_000  # of steps while looking for the expected value; what needs more hardly ever ends
SUM_TOLERANCE = 0.005  # by which shares may miss the whole: three thirds are often written 33.3


class _Way(NamedTuple):
    """A branch or loop by the ids it leads to; see `Branch` and `Loop`."""

    targets: tuple[str, ...]
    share: float | None
    is_main: bool


class _Node(NamedTuple):
    """A step or demand with its number and what may follow it."""

    id: str
    weight: float
    branches: tuple[_Way, ...]
    loops: tuple[_Way, ...]
    open_loops: tuple[str, ...]  # flow ids


class WayTotals:
    """Totals of `weights` (id → number; what is not in it counts nothing) from demand to value.

    Their meaning is told at `StreamTimes`. While nothing leads to value (`complete` is false) the ways
    end where the stream ends; without a demand there are none. Computed when first asked for.
    """

    def __init__(self, ways: Ways, weights: Mapping[str, float]) -> None:
        self._ways = ways
        self._weights = weights
        self.complete = bool(ways.demand) and ways.demand in ways.leading_to_value

    @cached_property
    def path(self) -> tuple[str, ...]:
        """Ids from demand to the end: the main way at a choice, the longest of what runs side by side."""
        best: dict[str, float] = {}
        following: dict[str, str] = {}
        for node in self._straight:
            ahead = ""
            if node.branches:
                ahead = max(_main(node.branches).targets, key=lambda other: best.get(other, 0.0))
                following[node.id] = ahead
            best[node.id] = node.weight + best.get(ahead, 0.0)
        path = [self._ways.demand]
        while path[-1] in following:
            path.append(following[path[-1]])
        return tuple(path) if self._ways.demand else ()

    @cached_property
    def shortest(self) -> float:
        return self._best(min)

    @cached_property
    def longest(self) -> float:
        return self._best(max)

    @cached_property
    def expected(self) -> float | None:
        """The mean over all ways; None where it cannot be told, see `open_choices`, or has no end."""
        return None if self.open_choices else _expected(self._whole, self._ways.demand)

    @cached_property
    def open_choices(self) -> frozenset[str]:
        """Ids at which a choice has shares that are not said or do not make a whole."""
        return frozenset(node.id for node in self._whole if node.branches and not _is_whole(node))

    @cached_property
    def open_loops(self) -> frozenset[str]:
        """Ids of the flows that go back without a share."""
        return frozenset(flow for node in self._whole for flow in node.open_loops)

    @cached_property
    def _whole(self) -> list[_Node]:
        """What leads to value, by whatever way, ends first."""
        ways = self._ways
        return self._nodes(ways.leading_to_value if self.complete else ways.before_value)

    @cached_property
    def _straight(self) -> list[_Node]:
        """What leads to value without going back anywhere, ends first."""
        if not self.complete:
            return self._whole
        ways = self._ways
        found = {ways.value}
        for id in reversed(ways.order):
            if any(flow.target in found for branch in ways.exits(id).branches for flow in branch.flows):
                found.add(id)
        return self._whole if len(found) == len(self._whole) + 1 else self._nodes(found)

    def _nodes(self, counted: AbstractSet[str]) -> list[_Node]:
        ways, weights = self._ways, self._weights
        return [
            _node(id, weights.get(id, 0.0), ways.exits(id), counted)
            for id in reversed(ways.order)
            if id in counted and id != ways.value
        ]

    def _best(self, choose: Callable[[Iterable[float]], float]) -> float:
        """The total without loops, `choose` deciding between the branches."""
        found: dict[str, float] = {}
        for node in self._straight:
            ahead = [_furthest(found, branch.targets) for branch in node.branches]
            found[node.id] = node.weight + (choose(ahead) if ahead else 0.0)
        return found.get(self._ways.demand, 0.0)


def _node(id: str, weight: float, exits: Exits, counted: AbstractSet[str]) -> _Node:
    """The node without what leads out of what is counted; the ways that are left share its volume."""
    branches = []
    for flows, share in exits.branches:
        targets = tuple([flow.target for flow in flows if flow.target in counted])
        if targets:
            branches.append(_Way(targets, share, any(flow.kind is FlowKind.MAIN for flow in flows)))
    loops = [
        _Way((flow.target,), share, is_main=False)
        for flow, share in exits.loops
        if flow.target in counted and share is not None
    ]
    left_open = tuple([flow.id for flow, share in exits.loops if share is None and flow.target in counted])
    if len(branches) < len(exits.branches) or len(loops) + len(left_open) < len(exits.loops):
        all_said = _volume((*exits.branches, *exits.loops))
        left = _volume((*branches, *loops))
        scale = all_said / left if left else 1.0
        branches, loops = _scaled(branches, scale), _scaled(loops, scale)
    return _Node(id, weight, tuple(branches), tuple(loops), left_open)


def _volume(ways: Iterable[tuple[object, ...]]) -> float:
    return sum(way[1] for way in ways if isinstance(way[1], float))


def _scaled(ways: list[_Way], scale: float) -> list[_Way]:
    return [way if way.share is None else way._replace(share=way.share * scale) for way in ways]


def _is_whole(node: _Node) -> bool:
    ways = (*node.branches, *node.loops)
    return None not in [way.share for way in ways] and abs(_volume(ways) - 1.0) <= SUM_TOLERANCE


def _main(branches: tuple[_Way, ...]) -> _Way:
    """The branch that is drawn as the main way, of several the one that most take."""
    if len(branches) == 1:
        return branches[0]
    return max(branches, key=lambda way: (way.is_main, -1.0 if way.share is None else way.share))


def _furthest(found: Mapping[str, float], targets: tuple[str, ...]) -> float:
    if len(targets) == 1:
        return found.get(targets[0], 0.0)
    return max([found.get(target, 0.0) for target in targets])


def _expected(nodes: list[_Node], start: str) -> float | None:
    """The mean over all ways, loops walked as often as their shares say; None when that has no end.

    Without loops one sweep from the end is exact. Nodes that loops tie together are swept until nothing
    changes: the values rise towards the answer, as 1 + r + r² … = 1/(1−r) passes of a loop of share r do.
    """
    found: dict[str, float] = {}
    left = MOST_VISITS
    for first, last in _tied(nodes):
        if first == last and not nodes[first].loops:
            _sweep(nodes[first : last + 1], found)
            continue
        tied = nodes[first : last + 1]
        while _sweep(tied, found) > PRECISION:
            left -= len(tied)
            if left < 0:
                return None
    return found.get(start, 0.0)


def _tied(nodes: list[_Node]) -> list[tuple[int, int]]:
    """The stretches of `nodes` that loops tie together, as first and last index; most have one node.

    A node that leads to a later one of the list needs everything in between to be known at once.
    """
    place = {node.id: index for index, node in enumerate(nodes)}
    stretches: list[tuple[int, int]] = []
    for index, node in enumerate(nodes):
        last = max([index, *(place[target] for loop in node.loops for target in loop.targets)])
        if stretches and stretches[-1][1] >= index:
            stretches[-1] = (stretches[-1][0], max(last, stretches[-1][1]))
        else:
            stretches.append((index, last))
    return stretches


def _sweep(nodes: list[_Node], found: dict[str, float]) -> float:
    """Compute each node anew from what is known; return the largest relative change."""
    most = 0.0
    for id, weight, branches, loops, _ in nodes:
        fresh = weight
        for targets, share, _main in (*branches, *loops):
            fresh += (share or 0.0) * _furthest(found, targets)
        if fresh:
            most = max(most, abs(fresh - found.get(id, 0.0)) / fresh)
        found[id] = fresh
    return most
