"""Makes a merged document hold together: references, demand and value, orders, consequences."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from vsdesigner.document.behaviors import BEHAVIORS, end_x, place_terminals
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging.apart import move_apart
from vsdesigner.document.merging.decisions import ALL, Decisions, Spot, What
from vsdesigner.document.merging.presence import Merger, needed
from vsdesigner.document.merging.sequences import merged_order, refilled
from vsdesigner.document.merging.shapes import MISSING, ORDER
from vsdesigner.document.references import (
    Reference,
    dangling,
    drop_dangling_references,
    needs_any,
    without_references,
)
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_WIDTH
from vsdesigner.model.records import (
    SETTINGS_ID,
    Flow,
    Lane,
    Numbering,
    Phase,
    Practice,
    Record,
    Role,
    Step,
    Stream,
    StreamMember,
    Terminal,
    TerminalKind,
    Tool,
)

_SHARED = (Lane, Role, Tool, Practice, Stream)
_ORDERED: tuple[type[Record], ...] = (Lane, Role, Tool, Practice, Stream, Step, Phase)
_OWN_WAY = (drop_dangling_references, place_terminals)


def held_together(merger: Merger) -> Snapshot:
    """Return the merged records as a document in which every reference leads somewhere, every stream has one
    demand and one value, and what follows from other things does follow."""
    decisions, records = merger.decisions, merger.records
    extras = _merged_extras(merger)
    _settle_references(merger, records)
    _settle_ends(merger, records)
    _settle_orders(merger, records)
    return _with_consequences(merger, Snapshot(records.values(), extras), decisions)


def _merged_extras(merger: Merger) -> dict[str, object]:
    versions = [view.extras for view in (merger.base, merger.ours, merger.theirs)]
    merged: dict[str, object] = {}
    for name in dict.fromkeys((*versions[1], *versions[2])):
        values = (version.get(name, MISSING) for version in versions)
        value = merger.decisions.value(Spot(SETTINGS_ID, (ALL, name)), *values)
        if value is not MISSING:
            merged[name] = value
    return merged


# -- references ---------------------------------------------------------------------------------------------
def _settle_references(merger: Merger, records: dict[str, Record]) -> None:
    """Bring back what is needed, let go what cannot be without what is gone, free the rest of it."""
    refused: set[str] = set()
    while found := dangling(Snapshot(records.values())):
        wanted = dict.fromkeys(
            reference.target
            for reference in found
            if reference.target not in refused and reference.target not in records
        )
        back = [target for target in wanted if _bring_back(merger, records, refused, target)]
        if not back:
            _let_go(merger, records, found)


def _bring_back(merger: Merger, records: dict[str, Record], refused: set[str], target: str) -> bool:
    record = merger.ours.find(target) or merger.theirs.find(target)
    one_sided = (target in merger.ours) is not (target in merger.theirs)
    was_there = target in merger.base
    if (
        isinstance(record, _SHARED)
        and one_sided
        and was_there
        and needed(merger.decisions, merger.base, record, merger.ours)
    ):
        records[target] = record
        return True
    refused.add(target)
    return False


def _let_go(merger: Merger, records: dict[str, Record], found: list[Reference]) -> None:
    by_holder: dict[str, set[str]] = {}
    for reference in found:
        by_holder.setdefault(reference.holder, set()).add(reference.target)
    for holder, gone in by_holder.items():
        record = records[holder]
        if not needs_any(record, gone):
            records[holder] = without_references(record, gone)
            continue
        del records[holder]
        own, other = merger.ours.find(holder) or MISSING, merger.theirs.find(holder) or MISSING
        if isinstance(record, Flow):
            before = merger.base.find(holder) or MISSING
            merger.decisions.note(Spot(holder), What.LOST, before, own, other)


# -- demand and value ---------------------------------------------------------------------------------------
def _settle_ends(merger: Merger, records: dict[str, Record]) -> None:
    """Leave one demand and one value to each stream; a second one gives its flows to the first."""
    ends: dict[tuple[str, TerminalKind], list[str]] = {}
    for record in records.values():
        if isinstance(record, Terminal):
            ends.setdefault((record.stream, record.kind), []).append(record.id)
    instead: dict[str, str] = {}
    for ids in ends.values():
        first, *spare = sorted(ids, key=lambda id: (id not in merger.base, id))
        instead.update(dict.fromkeys(spare, first))
    for flow in [record for record in records.values() if isinstance(record, Flow)]:
        if flow.source in instead or flow.target in instead:
            new = {
                "source": instead.get(flow.source, flow.source),
                "target": instead.get(flow.target, flow.target),
            }
            records[flow.id] = flow.model_copy(update=new)
    for id in instead:
        del records[id]
    _bring_back_ends(merger, records, ends.keys())


def _bring_back_ends(
    merger: Merger, records: dict[str, Record], present: AbstractSet[tuple[str, TerminalKind]]
) -> None:
    for stream in [record.id for record in records.values() if isinstance(record, Stream)]:
        for kind in TerminalKind:
            if (stream, kind) in present:
                continue
            sides = (merger.base, merger.ours, merger.theirs)
            ends = [end for view in sides for end in view.terminals(stream) if end.kind is kind]
            records.update((end.id, end) for end in ends[:1] if end.lane in records)


# -- orders -------------------------------------------------------------------------------------------------
def _settle_orders(merger: Merger, records: dict[str, Record]) -> None:
    """Bring lanes, roles, steps … into an order that follows both sides."""
    groups: dict[tuple[type[Record], str], list[str]] = {}
    for record in records.values():
        if isinstance(record, _ORDERED):
            stream = record.stream if isinstance(record, StreamMember) else ""
            groups.setdefault((type(record), stream), []).append(record.id)
    for (kind, stream), members in sorted(groups.items(), key=lambda item: (item[0][0].__name__, item[0][1])):
        versions = [
            [record.id for record in view.all(kind, stream)]
            for view in (merger.base, merger.ours, merger.theirs)
        ]
        if kind is Step and not _is_automatic(records.get(stream)):
            versions = _by_hand(merger, stream, versions)
        keys = _ordered(merger.decisions, kind, stream, versions, set(members), records)
        numbers = {id: _number(merger, id) for id in members}
        if None in numbers.values() or keys != sorted(members, key=lambda id: (numbers[id] or 0, id)):
            numbers = {id: number for number, id in enumerate(keys)}
        for id, number in numbers.items():
            if records[id].__dict__[ORDER] != number:
                records[id] = records[id].model_copy(update={ORDER: number})


def _by_hand(merger: Merger, stream: str, versions: list[list[str]]) -> list[list[str]]:
    """The orders of steps without what the numbering moved by itself: only a hand can contradict a hand."""
    base, *sides = versions
    found = [base]
    for keys, view in zip(sides, (merger.ours, merger.theirs), strict=True):
        present = set(keys)
        by_itself = _is_automatic(view.find(stream))
        found.append(refilled(keys, [id for id in base if id in present]) if by_itself else keys)
    return found


def _is_automatic(stream: Record | None) -> bool:
    return isinstance(stream, Stream) and stream.numbering is Numbering.AUTOMATIC


def _ordered(
    decisions: Decisions,
    kind: type[Record],
    stream: str,
    versions: list[list[str]],
    members: set[str],
    records: Mapping[str, Record],
) -> list[str]:
    by_itself = kind is Step and _is_automatic(records.get(stream))
    spot = Spot(stream or SETTINGS_ID, (kind.__name__.lower() + "s", ALL))
    order = merged_order(
        versions[0],
        versions[1],
        versions[2],
        members,
        rank=lambda id: (id,),
        choice=decisions.choice(spot),
        matters=kind is Lane or (kind is Step and not by_itself),
    )
    if (order.is_moved or order.is_torn) and not by_itself:
        names = [[id for id in version if id in members] for version in versions]
        decisions.note(spot, What.ORDER, *names, is_conflict=order.is_torn)
    return [*order.keys, *sorted(members - set(order.keys))]


def _number(merger: Merger, id: str) -> int | None:
    """The number that one side gave or both left; None when each gave another."""
    base, ours, theirs = (
        getattr(view.find(id), ORDER, None) for view in (merger.base, merger.ours, merger.theirs)
    )
    if ours is None or theirs is None:
        return theirs if ours is None else ours
    if ours == theirs or theirs == base:
        return int(ours)
    return int(theirs) if ours == base else None


# -- consequences -------------------------------------------------------------------------------------------
def _with_consequences(merger: Merger, view: Snapshot, decisions: Decisions) -> Snapshot:
    """Number steps, place demand and value, open folded lanes in the streams that both sides worked on.

    A stream that is as one side has it is whole already. The draft starts from the common ancestor, so
    that it makes no difference which side is called ours.
    """
    mixed = {stream.id for stream in view.streams if _is_mixed(merger, view, stream.id)}
    if not mixed:
        return view
    draft = _since_base(merger, view, mixed)
    for stream in sorted(mixed):
        move_apart(draft, stream, merger.ours, merger.theirs)
    for behavior in BEHAVIORS:
        if behavior not in _OWN_WAY:
            behavior(draft)
    for stream in sorted(mixed):
        _place_ends(draft, stream)
    return draft.view


def _since_base(merger: Merger, view: Snapshot, mixed: set[str]) -> Draft:
    """A draft in which the streams `mixed` have changed from the ancestor to what they are in `view`."""
    start: dict[str, Record] = {}
    for id, record in view.records.items():
        before = merger.base.find(id)
        if _stream_of(record) not in mixed or before == record:
            start[id] = record
        elif before is not None and type(before) is type(record) and _stream_of(before) == _stream_of(record):
            start[id] = before
    draft = Draft(Snapshot(start.values(), view.extras))
    for id, record in view.records.items():
        if id not in start:
            draft.add(record)
        elif start[id] is not record:
            draft.replace(record)
    return draft


def _is_mixed(merger: Merger, view: Snapshot, stream: str) -> bool:
    """Whether a stream is neither as the one side has it nor as the other."""
    found = _members(view, stream)
    return found != _members(merger.ours, stream) and found != _members(merger.theirs, stream)


def _members(view: Snapshot, stream: str) -> dict[str, Record]:
    return {id: record for id, record in view.records.items() if _stream_of(record) == stream}


def _stream_of(record: Record) -> str:
    if isinstance(record, StreamMember):
        return record.stream
    return record.id if isinstance(record, Stream) else ""


def _place_ends(draft: Draft, stream: str) -> None:
    """Put demand before and value behind all steps; their row is what the sides say."""
    spans = [(step.x, step.x + (step.width or CARD_WIDTH)) for step in draft.view.steps(stream)]
    for end in draft.view.terminals(stream):
        x = end_x(end.kind, spans)
        if not end.pinned and end.x != x:
            draft.replace(end.model_copy(update={"x": x}))
