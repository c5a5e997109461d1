"""Which records a merged document has, and what is in them."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.merging.decisions import Decisions, Spot, What
from vsdesigner.document.merging.outcome import Side
from vsdesigner.document.merging.parts import merged_part
from vsdesigner.document.merging.shapes import GEOMETRY, MISSING, values_of
from vsdesigner.document.references import without_references
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import (
    SETTINGS_ID,
    DocumentSettings,
    Flow,
    Record,
    Stream,
    StreamMember,
    Terminal,
)

_PLACE = ("lane", "x", "y")


class Merger:
    """Puts the records of three snapshots together; what refers to nothing afterwards is left to others."""

    def __init__(self, base: Snapshot, ours: Snapshot, theirs: Snapshot, decisions: Decisions) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.decisions = decisions
        self.records: dict[str, Record] = {}
        self._whole: dict[str, Record | None] = {}  # members of a stream that stays or goes as a whole
        self._kept: set[str] = set()  # what one side removed and stays nevertheless
        self._gone = {
            Side.OURS: base.records.keys() - ours.records.keys(),
            Side.THEIRS: base.records.keys() - theirs.records.keys(),
        }

    def run(self) -> dict[str, Record]:
        """Return the records by id."""
        for stream in self._one_sided_streams():
            self._decide_stream(stream)
        ids = sorted(self.ours.records.keys() | self.theirs.records.keys() - {SETTINGS_ID})
        flows: list[str] = []
        for id in ids:
            if id == SETTINGS_ID:
                continue
            if isinstance(self.ours.find(id) or self.theirs.find(id), Flow):
                flows.append(id)  # they follow their ends
            else:
                self._put(id)
        for id in flows:
            self._put(id)
        self._put_settings()
        return self.records

    # -- whole streams ----------------------------------------------------------------------------------
    def _one_sided_streams(self) -> Iterable[Stream]:
        for one, other in ((self.ours, self.theirs), (self.theirs, self.ours)):
            yield from (stream for stream in one.streams if stream.id not in other)

    def _decide_stream(self, stream: Stream) -> None:
        """A stream that only one side has comes or goes with everything in it: one difference, one choice."""
        side = Side.OURS if stream.id in self.ours else Side.THEIRS
        here, there = (self.ours, self.theirs) if side is Side.OURS else (self.theirs, self.ours)
        members = [record for record in here.records.values() if _stream_of(record) == stream.id]
        is_changed = any(self._is_changed(record, side) for record in members)
        own, other = (stream, MISSING) if side is Side.OURS else (MISSING, stream)
        before = self.base.find(stream.id) or MISSING
        stays = self.decisions.presence(Spot(stream.id), before, own, other, is_changed=is_changed)
        self._whole.update(
            (record.id, record if stays else None) for record in members if record.id not in there
        )

    # -- one record -------------------------------------------------------------------------------------
    def _put(self, id: str) -> None:
        record = self._whole[id] if id in self._whole else self._decided(id)
        if record is not None:
            self.records[id] = record

    def _decided(self, id: str) -> Record | None:
        base, ours, theirs = self.base.find(id), self.ours.find(id), self.theirs.find(id)
        if ours is not None and theirs is not None:
            return self._merged(base, ours, theirs)
        record = ours or theirs
        if record is None:
            return None
        if isinstance(record, Flow) and (answer := self._following(record, base)) is not None:
            if not answer:
                self._tell_lost(record, base)
            return record if answer else None
        is_changed = base is not None and self._is_changed(record, Side.OURS if ours else Side.THEIRS)
        stays = self.decisions.presence(
            Spot(id), base or MISSING, ours or MISSING, theirs or MISSING, is_changed=is_changed
        )
        if stays and base is not None:
            self._kept.add(id)
        return record if stays else None

    def _following(self, flow: Flow, base: Record | None) -> bool | None:
        """What becomes of a flow that was removed with one of its ends; None when it is no such flow."""
        if base is None or not isinstance(base, Flow):
            return None
        gone = self._gone[Side.THEIRS if flow.id in self.ours else Side.OURS]
        removed = [end for end in (base.source, base.target) if end in gone]
        if not removed or (flow.source, flow.target) != (base.source, base.target):
            return None
        return flow.source in self.records and flow.target in self.records

    def _tell_lost(self, flow: Flow, base: Record | None) -> None:
        if flow != base and self._is_changed(flow, Side.OURS if flow.id in self.ours else Side.THEIRS):
            own, other = (flow, MISSING) if flow.id in self.ours else (MISSING, flow)
            self.decisions.note(Spot(flow.id), What.LOST, base, own, other)

    def _merged(self, base: Record | None, ours: Record, theirs: Record) -> Record:
        spot = Spot(ours.id)
        if type(ours) is not type(theirs):
            chosen: Record = self.decisions.value(spot, base, ours, theirs)
            return chosen
        known = base if type(base) is type(ours) else None
        if isinstance(ours, Flow) and isinstance(theirs, Flow):
            return self._merged_flow(known if isinstance(known, Flow) else None, ours, theirs)
        if isinstance(ours, Terminal) and isinstance(theirs, Terminal):
            return self._merged_end(known, ours, theirs)
        return merged_part(self.decisions, spot, known, ours, theirs)

    def _merged_flow(self, base: Flow | None, ours: Flow, theirs: Flow) -> Flow:
        """A flow of which each side moved one end must not come back to where it starts, nor lead from demand
        right to value."""
        spot = Spot(ours.id)
        if base is not None:
            ours, theirs = self._unhealed(base, ours), self._unhealed(base, theirs)
        noted = len(self.decisions.found)
        merged = merged_part(self.decisions, spot, base, ours, theirs)
        if merged.source != merged.target and not self._are_ends(merged.source, merged.target):
            return merged
        ends = [spot.into("source"), spot.into("target")]
        kept = [entry for entry in self.decisions.found[noted:] if entry.spot not in ends]
        self.decisions.found[noted:] = kept
        self.decisions.note(
            ends[1], What.VALUE, base and base.target, ours.target, theirs.target, is_conflict=True
        )
        taken = theirs if self.decisions.choice(ends[1]) is Side.THEIRS else ours
        return merged.model_copy(update={"source": taken.source, "target": taken.target})

    def _are_ends(self, *ids: str) -> bool:
        return all(isinstance(self.records.get(id), Terminal) for id in ids)

    def _unhealed(self, base: Flow, flow: Flow) -> Flow:
        """The flow at the step that stays, though the side that removed it closed the gap."""
        ends = {
            end: getattr(base, end)
            for end in ("source", "target")
            if getattr(base, end) in self._kept and getattr(flow, end) != getattr(base, end)
        }
        return flow.model_copy(update=ends) if ends and self._closed_gap(base, flow) else flow

    def _closed_gap(self, base: Flow, flow: Flow) -> bool:
        """Whether it is on the side that removed the step."""
        gone = self._gone[Side.OURS if self.ours.find(flow.id) is flow else Side.THEIRS]
        return not gone.isdisjoint({base.source, base.target})

    def _merged_end(self, base: Record | None, ours: Terminal, theirs: Terminal) -> Terminal:
        """Demand or value: while nobody pinned it, it finds its place by itself and nothing is asked."""
        if base is not None and (theirs == base or ours == theirs):
            return ours
        if ours.pinned and theirs.pinned:
            return merged_part(self.decisions, Spot(ours.id), base, ours, theirs)
        place = _place_of_end(base, ours, theirs)
        fields = {name: getattr(place, name) for name in _PLACE}
        merged = merged_part(self.decisions, Spot(ours.id), base, ours, theirs, without=_PLACE)
        return merged.model_copy(update=fields)

    def _put_settings(self) -> None:
        """Settings that nobody has written are the usual ones."""
        versions = [view.find(SETTINGS_ID) for view in (self.base, self.ours, self.theirs)]
        if versions[1] is None and versions[2] is None:
            return
        base, ours, theirs = (view.settings for view in (self.base, self.ours, self.theirs))
        merged = merged_part(self.decisions, Spot(SETTINGS_ID), base, ours, theirs)
        before, own, other = (version is not None for version in versions)
        if merged != DocumentSettings() or (own if other == before else other):
            self.records[SETTINGS_ID] = merged

    # -- whether somebody worked on it ------------------------------------------------------------------
    def _is_changed(self, record: Record, side: Side) -> bool:
        """Whether a side said something new in a record; its place on the drawing says nothing, nor what
        went because the side removed what it referred to."""
        base = self.base.find(record.id)
        if base is None or type(base) is not type(record):
            return True
        if base == record:
            return False
        before = values_of(without_references(base, self._gone[side]))
        after = values_of(record)
        silent = GEOMETRY | {"lane"} if isinstance(record, Terminal) else GEOMETRY
        return any(
            before.get(name, MISSING) != after.get(name, MISSING)
            for name in before.keys() | after.keys()
            if name not in silent
        )


def _stream_of(record: Record) -> str:
    if isinstance(record, StreamMember):
        return record.stream
    return record.id if isinstance(record, Stream) else ""


def _place_of_end(base: Record | None, ours: Terminal, theirs: Terminal) -> Terminal:
    """Whose place demand or value has: of the side that pinned or moved it; else one that both agree on."""
    if ours.pinned != theirs.pinned:
        was_pinned = isinstance(base, Terminal) and base.pinned
        return ours if ours.pinned is not was_pinned else theirs
    own, other = ((end.lane, end.x, end.y) for end in (ours, theirs))
    old = (base.lane, base.x, base.y) if isinstance(base, Terminal) else None
    if own == old or other == old:
        return theirs if own == old else ours
    return min(ours, theirs, key=lambda end: (end.lane, end.x, end.y))


def needed(decisions: Decisions, base: Snapshot, record: Record, ours: Snapshot) -> bool:
    """Say whether a record that one side removed comes back because the other still refers to it."""
    spot = Spot(record.id)
    here = ours.find(record.id) or MISSING
    there = record if here is MISSING else MISSING
    decisions.note(spot, What.NEEDED, base.find(record.id) or MISSING, here, there, is_conflict=True)
    choice = decisions.choice(spot)
    return choice is None or (choice is Side.OURS) is (here is not MISSING)
