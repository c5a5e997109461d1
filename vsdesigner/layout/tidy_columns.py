"""The columns of a tidied drawing: the longest way along the flows, in the order in which it was drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from vsdesigner.layout.arrangement import BESIDE, LEVEL, Link, Node


# -- loops --------------------------------------------------------------------------------------------------
def forward_links(nodes: Mapping[str, Node], links: Sequence[Link], first: Sequence[str]) -> list[Link]:
    """The links without those that lead back: into an earlier zone, or closing a loop.

    Depth first from the beginning, main ways before others, left before right: a loop is cut where a reader
    would see it go back.
    """

    def rank(id: str) -> tuple[int, float, float, str]:
        node = nodes[id]
        return node.zone, node.rect.x, node.rect.y, id

    after: dict[str, list[Link]] = {}
    for link in sorted(links, key=lambda link: (not link.main, rank(link.target))):
        if nodes[link.source].zone <= nodes[link.target].zone and link.source != link.target:
            after.setdefault(link.source, []).append(link)
    entered = {link.target for found in after.values() for link in found}
    roots = sorted((id for id in first if id in nodes), key=rank)
    roots += sorted((id for id in nodes if id not in entered), key=rank)
    roots += sorted(nodes, key=rank)
    seen: set[str] = set()
    kept: list[Link] = []
    for root in roots:
        if root not in seen:
            kept += _walked(root, after, seen)
    return kept


def _walked(root: str, after: Mapping[str, Sequence[Link]], seen: set[str]) -> list[Link]:
    """The links met on a walk from `root` that do not lead back onto the way walked; adds to `seen`."""
    seen.add(root)
    on_path = {root}
    kept: list[Link] = []
    stack = [(root, iter(after.get(root, ())))]
    while stack:
        id, rest = stack[-1]
        link = next(rest, None)
        if link is None:
            stack.pop()
            on_path.discard(id)
        elif link.target not in on_path:
            kept.append(link)
            if link.target not in seen:
                seen.add(link.target)
                on_path.add(link.target)
                stack.append((link.target, iter(after.get(link.target, ()))))
    return kept


# -- columns ------------------------------------------------------------------------------------------------
class _Frontier:
    """The highest column so far of all cards up to a place from left to right."""

    def __init__(self, places: Sequence[float]) -> None:
        self._places = sorted(set(places))
        self._highest = [0] * (len(self._places) + 1)  # a Fenwick tree of maxima

    def note(self, x: float, column: int) -> None:
        index = self._rank(x)
        while index < len(self._highest):
            self._highest[index] = max(self._highest[index], column)
            index += index & -index

    def up_to(self, x: float) -> int:
        index, found = self._rank(x), 0
        while index > 0:
            found = max(found, self._highest[index])
            index -= index & -index
        return found

    def _rank(self, x: float) -> int:
        return bisect_right(self._places, x)


def columns_of(nodes: Mapping[str, Node], forward: Sequence[Link]) -> dict[str, int]:
    """The column of each card, counted from 0.

    A card stands behind those that lead to it, and not before any that was drawn further left, unless that
    one had to wait for it.
    """
    before: dict[str, list[str]] = {}
    for link in forward:
        before.setdefault(link.target, []).append(link.source)
    frontier = _Frontier([node.rect.x for node in nodes.values()])
    columns: dict[str, int] = {}
    in_lane: dict[int, list[str]] = {}
    zone, base = 0, 0
    for run in _runs(nodes, before):
        if nodes[run[0]].zone != zone:
            zone, base = nodes[run[0]].zone, max(columns.values(), default=-1) + 1
        least: list[tuple[int, float, str]] = []
        for id in run:
            node = nodes[id]
            behind = max(
                (columns[other] + _lag(nodes[other], node) for other in before.get(id, ())), default=0
            )
            beside = _beside(nodes, columns, node, in_lane.get(node.lane, ()))
            least.append((-max(base, behind, beside), node.rect.x, id))
        for bound, x, id in sorted(least):
            columns[id] = max(-bound, frontier.up_to(x + LEVEL))
            frontier.note(x, columns[id])
            in_lane.setdefault(nodes[id].lane, []).append(id)
    return columns


def _lag(source: Node, target: Node) -> int:
    """Columns from one card to the next: none where it was drawn straight below or above, in another lane."""
    stacked = source.lane != target.lane and abs(source.rect.x - target.rect.x) <= LEVEL
    return 0 if stacked and source.zone == target.zone else 1


def _runs(nodes: Mapping[str, Node], before: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The cards from left to right, each behind those that lead to it; in runs of those drawn level."""
    runs: list[list[str]] = []
    for id in _in_order(nodes, before):
        node, run = nodes[id], runs[-1] if runs else []
        fits = run and nodes[run[0]].zone == node.zone
        fits = fits and abs(nodes[run[0]].rect.x - node.rect.x) <= LEVEL
        if fits and not any(other in run for other in before.get(id, ())):
            run.append(id)
        else:
            runs.append([id])
    return runs


def _in_order(nodes: Mapping[str, Node], before: Mapping[str, Sequence[str]]) -> list[str]:
    def rank(id: str) -> tuple[int, float, float, str]:
        node = nodes[id]
        return node.zone, node.rect.x, node.rect.y, id

    found: dict[str, None] = {}
    for id in sorted(nodes, key=rank):
        stack = [id]
        while stack:
            waiting = [other for other in before.get(stack[-1], ()) if other not in found]
            if waiting and stack[-1] not in found:
                stack += sorted(waiting, key=rank, reverse=True)
            else:
                found[stack.pop()] = None
    return list(found)


def _beside(nodes: Mapping[str, Node], columns: Mapping[str, int], node: Node, others: Sequence[str]) -> int:
    """The least column of a card that was drawn beside others of its lane, so that it stays beside them."""
    x, top, bottom = node.rect.x - BESIDE, node.rect.y, node.rect.bottom
    found = 0
    for id in reversed(others):  # the last ones stand furthest right: most others need no further look
        if columns[id] >= found:
            rect = nodes[id].rect
            if rect.x <= x and rect.y < bottom and top < rect.bottom:
                found = columns[id] + 1
    return found
