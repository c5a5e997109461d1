"""Bringing order into a drawing: columns along the flow, rows in each lane, as the user meant it.

Columns follow the longest way along the flows. Of two steps that no flow puts in order, the one that was
drawn further left never comes to stand right of the other. In a lane, steps that follow each other stand
in one row; what shares a column stands below each other as it was drawn.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from vsdesigner.layout.geometry import Rect
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, GRID, STEP_GAP

LEVEL = 50.0  # px sideways within which two cards were meant to stand below each other
BESIDE = 105.0  # px sideways from which two cards were meant to stand beside each other
ROW = CARD_HEIGHT + CARD_GAP
LONGEST_REACH = 3  # columns that a row is kept free for the sake of a straight line
MOST_PASSES = 12


@dataclass(frozen=True, slots=True)
class Node:
    """A card to be arranged: lanes count from the top, zones (phases) from the left.

    The rectangle's `y` counts from the top of its lane.
    """

    id: str
    lane: int
    rect: Rect
    zone: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A flow that says what comes next."""

    source: str
    target: str
    main: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the arrangement begins: its left edge, and its top in each lane.

    `reserved` is the room that zones without a card take.
    """

    x: float
    tops: Mapping[int, float]
    reserved: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where the cards go, and the span from left to right that each zone takes."""

    rects: Mapping[str, Rect]
    zones: Mapping[int, tuple[float, float]]


def tidied(nodes: Sequence[Node], links: Sequence[Link], first: Sequence[str], origin: Origin) -> Arrangement:
    """Return where the cards go; `first` are those that the stream begins with.

    Arranging what is arranged already changes nothing. A pure function of its arguments; 1,000 cards take
    some 50 ms.
    """
    present = {node.id: node for node in nodes}
    links = [link for link in links if link.source in present and link.target in present]
    found = _arranged(present, links, first, origin)
    for _ in range(MOST_PASSES):
        present = {id: replace(node, rect=found.rects[id]) for id, node in present.items()}
        again = _arranged(present, links, first, origin)
        if again == found:
            break
        found = again
    return found


def _arranged(
    nodes: Mapping[str, Node], links: Sequence[Link], first: Sequence[str], origin: Origin
) -> Arrangement:
    forward = _forward(nodes, links, first)
    columns = _columns(nodes, forward)
    xs, zones = _sideways(nodes, columns, origin)
    tops: dict[str, float] = {}
    lanes: dict[int, list[Node]] = {}
    for node in nodes.values():
        lanes.setdefault(node.lane, []).append(node)
    for lane, members in lanes.items():
        tops |= _tops(members, forward, nodes, columns, origin.tops[lane])
    rects = {
        id: Rect(xs[columns[id]], tops[id], node.rect.width, node.rect.height) for id, node in nodes.items()
    }
    return Arrangement(rects, zones)


# -- loops --------------------------------------------------------------------------------------------------
def _forward(nodes: Mapping[str, Node], links: Sequence[Link], first: Sequence[str]) -> list[Link]:
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


def _columns(nodes: Mapping[str, Node], forward: Sequence[Link]) -> dict[str, int]:
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
            behind = max((columns[other] + 1 for other in before.get(id, ())), default=0)
            beside = _beside(nodes, columns, node, in_lane.get(node.lane, ()))
            least.append((-max(base, behind, beside), node.rect.x, id))
        for bound, x, id in sorted(least):
            columns[id] = max(-bound, frontier.up_to(x + LEVEL))
            frontier.note(x, columns[id])
            in_lane.setdefault(nodes[id].lane, []).append(id)
    return columns


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
    rect, found = node.rect, 0
    for id in others:
        other = nodes[id].rect
        if other.x + BESIDE <= rect.x and other.y < rect.bottom and rect.y < other.bottom:
            found = max(found, columns[id] + 1)
    return found


def _sideways(
    nodes: Mapping[str, Node], columns: Mapping[str, int], origin: Origin
) -> tuple[dict[int, float], dict[int, tuple[float, float]]]:
    """The left edge of each column, and where each zone begins and ends."""
    widths: dict[int, float] = {}
    zones: dict[int, int] = {}  # column → zone; no two zones share a column
    for id, node in nodes.items():
        column = columns[id]
        widths[column] = max(widths.get(column, CARD_WIDTH), node.rect.width)
        zones[column] = node.zone
    xs: dict[int, float] = {}
    spans: dict[int, tuple[float, float]] = {}
    x, waiting = _on_grid(origin.x), sorted(origin.reserved)
    for column in sorted(widths):
        zone = zones[column]
        while waiting and waiting[0] < zone:
            x += _on_grid(origin.reserved[waiting.pop(0)])
        xs[column] = x
        spans[zone] = (spans.get(zone, (x, x))[0], x + widths[column])
        x += _on_grid(widths[column] + STEP_GAP)
    return xs, spans


# -- rows ---------------------------------------------------------------------------------------------------
def _tops(
    members: Sequence[Node],
    forward: Sequence[Link],
    nodes: Mapping[str, Node],
    columns: Mapping[str, int],
    top: float,
) -> dict[str, float]:
    """The top of each card of one lane: chains in one row, the rows in the order in which they were drawn."""
    lean = _leanings(members, forward, nodes)
    chains = _chains(members, forward, columns)

    def rank(chain: list[str]) -> tuple[int, float, int, int, str]:
        height = sum(nodes[id].rect.y for id in chain) / len(chain)
        lanes = sum(lean.get(id, 0.0) for id in chain) / len(chain)
        return round((height - top) / ROW), lanes, -len(chain), columns[chain[0]], chain[0]

    rows: list[set[int]] = []  # the columns that are taken in each row
    row_of: dict[str, int] = {}
    for chain in sorted(chains, key=rank):
        span = set(range(columns[chain[0]], columns[chain[-1]] + 1))
        row = next((index for index, taken in enumerate(rows) if not taken & span), len(rows))
        if row == len(rows):
            rows.append(set())
        rows[row] |= span
        row_of.update(dict.fromkeys(chain, row))
    heights = [CARD_HEIGHT] * len(rows)
    for id, row in row_of.items():
        heights[row] = max(heights[row], nodes[id].rect.height)
    tops = [top]
    for height in heights:
        tops.append(tops[-1] + _on_grid(height + CARD_GAP))
    return {id: tops[row] for id, row in row_of.items()}


def _chains(members: Sequence[Node], forward: Sequence[Link], columns: Mapping[str, int]) -> list[list[str]]:
    """The cards of a lane in runs that want to stand in one row, each from left to right."""
    rects = {node.id: node.rect for node in members}
    links = [link for link in forward if link.source in rects and link.target in rects]
    usual = {link.target for link in forward if link.main}
    apart = {link.target for link in forward} - usual  # reached by alternative ways only

    def rank(link: Link) -> tuple[int, int, float, str, str]:
        strange = (not link.main) + (link.source in apart) + (link.target in apart)
        far = columns[link.target] - columns[link.source]
        aside = abs(rects[link.source].y - rects[link.target].y)
        return strange, far, aside, link.source, link.target

    next_of: dict[str, str] = {}
    previous: dict[str, str] = {}
    for link in sorted(links, key=rank):
        near = columns[link.target] - columns[link.source] <= LONGEST_REACH
        if near and link.source not in next_of and link.target not in previous:
            next_of[link.source], previous[link.target] = link.target, link.source
    chains: list[list[str]] = []
    for node in members:
        if node.id not in previous:
            chain = [node.id]
            while chain[-1] in next_of:
                chain.append(next_of[chain[-1]])
            chains.append(chain)
    return chains


def _leanings(
    members: Sequence[Node], forward: Sequence[Link], nodes: Mapping[str, Node]
) -> dict[str, float]:
    """For each card of a lane whether it is joined with lanes above (-1) or below (1), on the average."""
    ids = {node.id for node in members}
    found: dict[str, list[int]] = {}
    for link in forward:
        for here, there in ((link.source, link.target), (link.target, link.source)):
            by = nodes[there].lane - nodes[here].lane
            if here in ids and by:
                found.setdefault(here, []).append(1 if by > 0 else -1)
    return {id: sum(ways) / len(ways) for id, ways in found.items()}


def _on_grid(value: float) -> float:
    return ceil(value / GRID) * GRID
