"""The rows of a tidied lane: what follows each other stands in one, the rows lie as they were drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vsdesigner.layout.arrangement import ROW, Link, Node, on_grid
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT

LONGEST_REACH = 3  # columns that a row is kept free for the sake of a straight line


def tops_of(
    members: Sequence[Node],
    forward: Sequence[Link],
    nodes: Mapping[str, Node],
    columns: Mapping[str, int],
    top: float,
) -> dict[str, float]:
    """The top of each card of one lane: chains in one row, the rows in the order in which they were drawn."""
    lean = _leanings(members, forward, nodes)
    asides = _asides(members, forward)
    chains = _chains(members, forward, columns, asides)

    def rank(chain: list[str]) -> tuple[int, float, int, int, str]:
        height = sum(nodes[id].rect.y for id in chain) / len(chain)
        lanes = sum(lean.get(id, 0.0) for id in chain) / len(chain)
        return round((height - top) / ROW), lanes, -len(chain), columns[chain[0]], chain[0]

    rows: list[set[int]] = []  # the columns that are taken in each row
    row_of: dict[str, int] = {}
    for chain in sorted(chains, key=rank):
        span = set(range(columns[chain[0]], columns[chain[-1]] + 1))
        kept_off = {row_of[other] for id in chain for other in asides.get(id, ()) if other in row_of}
        row = 0
        while row in kept_off or (row < len(rows) and rows[row] & span):
            row += 1
        rows += [set() for _ in range(row + 1 - len(rows))]
        rows[row] |= span
        row_of.update(dict.fromkeys(chain, row))
    heights = [CARD_HEIGHT] * len(rows)
    for id, row in row_of.items():
        heights[row] = max(heights[row], nodes[id].rect.height)
    tops = [top]
    for height in heights:
        tops.append(tops[-1] + on_grid(height + CARD_GAP))
    return {id: tops[row] for id, row in row_of.items()}


def _asides(members: Sequence[Node], forward: Sequence[Link]) -> dict[str, set[str]]:
    """The cards of a lane that were drawn in another row than the one before or behind, on purpose.

    That is what an alternative way looks like; on the main way it is chance.
    """
    rects = {node.id: node.rect for node in members}
    found: dict[str, set[str]] = {}
    for link in forward:
        if link.main or link.source not in rects or link.target not in rects:
            continue
        if abs(rects[link.source].y - rects[link.target].y) >= ROW / 2:
            found.setdefault(link.source, set()).add(link.target)
            found.setdefault(link.target, set()).add(link.source)
    return found


def _chains(
    members: Sequence[Node],
    forward: Sequence[Link],
    columns: Mapping[str, int],
    asides: Mapping[str, set[str]],
) -> list[list[str]]:
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
        aside = link.target in asides.get(link.source, ())
        if near and not aside and link.source not in next_of and link.target not in previous:
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
