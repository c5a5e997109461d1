"""Where in a drawing records are, and where a change was made."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.change import Change
from vsdesigner.layout.geometry import Rect, around
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH
from vsdesigner.model.place import Place
from vsdesigner.model.records import Placed, Record, Terminal


def areas_of(layout: StreamLayout, ids: Iterable[str]) -> list[Rect]:
    """Return the area of each of these records that is drawn."""
    wanted = set(ids)
    found = [layout.cards[id].rect for id in wanted if id in layout.cards]
    found += [around(layout.routes[id].points) for id in wanted if id in layout.routes]
    bottom = layout.lanes[-1].bottom
    found += [Rect(band.x, 0.0, band.width, bottom) for band in layout.phases if band.phase in wanted]
    return found


def whereabouts(layout: StreamLayout, change: Change) -> list[Rect]:
    """Return the areas in which a change that is made shows, also the gaps of what has gone.

    What came or went says where; without that what was altered, but not what only has another number or
    follows by itself as demand and value do.
    """
    found = areas_of(layout, change.added)
    lanes = {band.lane for band in layout.lanes}
    for record in change.removed.values():
        if isinstance(record, Placed) and record.stream == layout.stream and record.lane in lanes:
            found.append(layout.rect_at(Place(record.lane, record.x, record.y), (CARD_WIDTH, CARD_HEIGHT)))
    altered = (id for id, (before, after) in change.updated.items() if _is_meant(before, after))
    return found or areas_of(layout, altered)


def _is_meant(before: Record, after: Record) -> bool:
    if isinstance(after, Terminal) and not after.pinned and not getattr(before, "pinned", False):
        return {**vars(before), "x": after.x, "y": after.y, "lane": after.lane} != vars(after)
    return {**vars(before), "order": None} != {**vars(after), "order": None}
