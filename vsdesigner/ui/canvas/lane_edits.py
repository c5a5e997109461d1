"""The verbs on lanes and phases as the canvas uses them: each one is one named step back."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from vsdesigner.commands import lanes, phases
from vsdesigner.document.query import lane_members
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Lane, Phase, Stream
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lane_words import lane_title
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

LABEL_LENGTH = 40


def spoken_lane(view: Snapshot, lane: str) -> str:
    """Return what a lane is called here, short enough for a menu."""
    record = view.get(lane, Lane)
    return shortened(" ".join(lane_title(record).split()), LABEL_LENGTH)


def spoken_phase(view: Snapshot, phase: str) -> str:
    """Return ``phase “Design”``, or ``phase``."""
    name = " ".join(view.get(phase, Phase).name.split())
    return tr("phase “{name}”").format(name=shortened(name, LABEL_LENGTH)) if name else tr("phase")


# -- lanes --------------------------------------------------------------------------------------------------
def reorder_lane(session: Session, lane: str, position: int) -> None:
    """Put a lane elsewhere in the order from top to bottom."""
    with session.edit(tr("Move lane {lane}").format(lane=spoken_lane(session.now, lane))) as draft:
        lanes.reorder(draft, lane, position)


def rename_lane(session: Session, lane: str, name: str, key: Hashable | None = None) -> None:
    """Say what a lane is called here; nothing for the activity's own name."""
    label = tr("Rename lane {lane}").format(lane=spoken_lane(session.now, lane))
    with session.edit(label, key) as draft:
        lanes.rename(draft, lane, name)


def set_height(session: Session, lane: str, height: float | None) -> None:
    """Give a lane another height; None lets its content decide."""
    label = tr("Change height of lane {lane}").format(lane=spoken_lane(session.now, lane))
    with session.edit(label) as draft:
        lanes.set_height(draft, session.stream, lane, height)


def balance(session: Session, upper: str, lower: str, height: float, both: float) -> None:
    """Move the border between two lanes."""
    label = tr("Move border below lane {lane}").format(lane=spoken_lane(session.now, upper))
    with session.edit(label) as draft:
        lanes.balance(draft, session.stream, upper, lower, height, both)


def collapse(session: Session, wanted: Iterable[str], collapsed: bool) -> None:
    """Collapse empty lanes to their headers, or expand them."""
    ids = list(wanted)
    if len(ids) == 1:
        words = tr("Collapse lane {lane}") if collapsed else tr("Expand lane {lane}")
        label = words.format(lane=spoken_lane(session.now, ids[0]))
    else:
        label = tr("Collapse empty lanes") if collapsed else tr("Expand all lanes")
    with session.edit(label) as draft:
        for id in ids:
            lanes.collapse(draft, session.stream, id, collapsed)


def folded_lanes(view: Snapshot, stream: str) -> list[str]:
    """Return the lanes that are folded to their headers."""
    record = view.get(stream, Stream)
    folded = {entry.lane for entry in record.lane_views if entry.collapsed}
    return [lane.id for lane in view.lanes if lane.id in folded and not lane_members(view, stream, lane.id)]


def foldable_lanes(view: Snapshot, stream: str) -> list[str]:
    """Return the open lanes in which nothing stands."""
    folded = set(folded_lanes(view, stream))
    taken = {record.lane for record in (*view.steps(stream), *view.terminals(stream), *view.notes(stream))}
    return [lane.id for lane in view.lanes if lane.id not in taken and lane.id not in folded]


def has_own_height(view: Snapshot, stream: str, lane: str) -> bool:
    """Whether somebody gave a lane its height."""
    views = view.get(stream, Stream).lane_views
    return any(entry.lane == lane and entry.min_height is not None for entry in views)


# -- phases -------------------------------------------------------------------------------------------------
def add_phase(session: Session, x: float, width: float, key: Hashable) -> str:
    """Add a phase; edits with the same `key` join this one."""
    with session.edit(tr("Add phase"), key) as draft:
        return phases.add(draft, session.stream, x, width)


def rename_phase(session: Session, phase: str, name: str, key: Hashable | None = None) -> None:
    """Give a phase another name."""
    label = tr("Rename {phase}").format(phase=spoken_phase(session.now, phase))
    with session.edit(label, key) as draft:
        phases.update(draft, (phase,), name=name)


def move_phase(session: Session, phase: str, dx: float, *, with_steps: bool) -> None:
    """Move a phase, with its steps or alone."""
    with session.edit(tr("Move {phase}").format(phase=spoken_phase(session.now, phase))) as draft:
        phases.move(draft, phase, dx, with_steps=with_steps)


def resize_phases(session: Session, phase: str, spans: dict[str, tuple[float, float]]) -> None:
    """Give a phase other edges, and with them its neighbour at a common one."""
    with session.edit(tr("Resize {phase}").format(phase=spoken_phase(session.now, phase))) as draft:
        for id, (x, width) in spans.items():
            phases.resize(draft, id, x, width)
