"""Finds what both sides added under different ids though it is the same, and gives it one id."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Part
from vsdesigner.model.records import Flow, Lane, Placed, Practice, Record, Role, Step, Stream, Tool

_NAMED = (Lane, Role, Tool, Practice)
_REFERENCE = {"practices": "practice", "tools": "tool", "raci": "role"}


def unified(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> tuple[Snapshot, Snapshot]:
    """Return both sides with one id (the smaller) for a role, tool, practice or activity of the same name,
    and for a flow between the same ends, that both added; everything that refers to it follows."""
    names = _same(base, ours, theirs, _name)
    ours, theirs = _with_ids(ours, names), _with_ids(theirs, names)
    ours, theirs = _spelt_alike(ours, theirs, names), _spelt_alike(theirs, ours, names)
    ways = _same(base, ours, theirs, _ends)
    return _with_ids(ours, ways), _with_ids(theirs, ways)


def _spelt_alike(view: Snapshot, other: Snapshot, names: Mapping[str, str]) -> Snapshot:
    """The twins under the spelling that sorts first: capitals and spaces are nothing to ask about."""
    spelt: dict[str, Record | None] = {}
    for id in set(names.values()):
        one, twin = view.find(id), other.find(id)
        if isinstance(one, _NAMED) and isinstance(twin, _NAMED) and twin.name < one.name:
            spelt[id] = one.model_copy(update={"name": twin.name})
    return view.evolve(spelt) if spelt else view


def _same(
    base: Snapshot, ours: Snapshot, theirs: Snapshot, mark: Callable[[Record], Hashable]
) -> dict[str, str]:
    """Id → the id that it shares from now on."""
    own, other = (
        {
            sign: record.id
            for record in reversed(_added(base, side, elsewhere))
            if (sign := mark(record)) is not None
        }
        for side, elsewhere in ((ours, theirs), (theirs, ours))
    )
    found: dict[str, str] = {}
    for sign, id in own.items():
        if sign in other:
            found[id] = found[other[sign]] = min(id, other[sign])
    return found


def _added(base: Snapshot, side: Snapshot, elsewhere: Snapshot) -> list[Record]:
    return [record for id, record in sorted(side.records.items()) if id not in base and id not in elsewhere]


def _name(record: Record) -> Hashable:
    if not isinstance(record, _NAMED):
        return None
    name = " ".join(record.name.casefold().split())
    return (type(record), name) if name else None


def _ends(record: Record) -> Hashable:
    return (record.stream, record.source, record.target) if isinstance(record, Flow) else None


def _with_ids(view: Snapshot, names: Mapping[str, str]) -> Snapshot:
    changed = {old: new for old, new in names.items() if old != new and old in view}
    if not changed:
        return view
    return Snapshot((_renamed(record, changed) for record in view.records.values()), view.extras)


def _renamed(record: Record, names: Mapping[str, str]) -> Record:
    fields: dict[str, object] = {}
    if record.id in names:
        fields["id"] = names[record.id]
    if isinstance(record, Placed) and record.lane in names:
        fields["lane"] = names[record.lane]
    if isinstance(record, Step):
        fields |= _of_step(record, names)
    elif isinstance(record, Stream):
        fields["responsibilities"] = _entries(record.responsibilities, "role", names)
        fields["lane_views"] = _entries(record.lane_views, "lane", names)
    elif isinstance(record, Flow):
        fields["bends"] = _entries(record.bends, "lane", names)
    return record.model_copy(update=fields) if fields else record


def _of_step(step: Step, names: Mapping[str, str]) -> dict[str, object]:
    fields: dict[str, object] = {
        field: _entries(getattr(step, field), key, names) for field, key in _REFERENCE.items()
    }
    fields["further_lanes"] = tuple(names.get(lane, lane) for lane in step.further_lanes)
    fields["tasks"] = tuple(
        task.model_copy(update={"raci": _entries(task.raci, "role", names)}) if task.raci else task
        for task in step.tasks
    )
    return fields


def _entries(entries: tuple[Part, ...], key: str, names: Mapping[str, str]) -> tuple[Part, ...]:
    return tuple(
        entry.model_copy(update={key: names[getattr(entry, key)]}) if getattr(entry, key) in names else entry
        for entry in entries
    )
