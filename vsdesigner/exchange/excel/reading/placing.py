"""Brings two versions of a document to one drawing, so that the drawing is no matter of a merge."""

from __future__ import annotations

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record

_DRAWN = (
    *("x", "y", "width", "height", "pinned"),
    *("bends", "label_place", "source_side", "target_side", "lane_views"),
)


def drawn_like(view: Snapshot, other: Snapshot) -> Snapshot:
    """Return `view` with everything where it stands in `other`, as far as both have it."""
    pending: dict[str, Record | None] = {}
    for id, record in view.records.items():
        twin = other.find(id)
        if type(twin) is not type(record) or twin is None:
            continue
        values = {
            name: getattr(twin, name)
            for name in _DRAWN
            if name in type(record).model_fields and getattr(record, name) != getattr(twin, name)
        }
        if "x" in values or "y" in values:
            values |= {name: getattr(twin, name) for name in ("x", "y") if hasattr(twin, name)}
        if values:
            pending[id] = record.model_copy(update=values)
    return view.evolve(pending) if pending else view
