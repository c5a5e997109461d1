"""Repairs what can be repaired in a document that was read, and says each time what was done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import Reference, dangling, missing_terminals
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_WIDTH, FIRST_X, LANE_PADDING, STEP_GAP
from vsdesigner.model.ids import new_id
from vsdesigner.model.records import Flow, Lane, Placed, Record, Stream, StreamMember, Terminal, TerminalKind
from vsdesigner.model.reference import default_lanes
from vsdesigner.model.text import COORDINATE_LIMIT
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.entries import renewed_ids, without_entries
from vsdesigner.storage.words import NOUNS, record_place


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was repaired: `text` says what was wrong and what was done, `ids` which records."""

    text: str
    ids: tuple[str, ...] = ()


def repaired(view: Snapshot) -> tuple[Snapshot, tuple[Problem, ...]]:
    """Return the document made whole, and what was done to it; the same one when nothing was."""
    draft = Draft(view)
    problems: list[Problem] = []
    _add_lanes(draft, problems)
    _renew_ids(draft, problems)
    while found := dangling(draft.view):  # a stream that is made, a member that goes: each may show more
        _repair_references(draft, found, problems)
    if not draft.view.streams:
        id = streams.add(draft)
        problems.append(Problem("The document has no stream: an empty one is added.", (id,)))
    _add_terminals(draft, problems)
    _merge_terminals(draft, problems)
    return (draft.view, tuple(problems)) if problems else (view, ())


def _add_lanes(draft: Draft, problems: list[Problem]) -> None:
    if draft.view.lanes:
        return
    ids = tuple(_add_lane(draft, lane) for lane in default_lanes())
    problems.append(
        Problem("The document has no activities: the six of the service value chain are added.", ids)
    )


def _add_lane(draft: Draft, lane: Lane) -> str:
    taken = draft.find(lane.id) is not None
    return draft.add(lane.model_copy(update={"id": new_id("lane")}) if taken else lane).id


def _renew_ids(draft: Draft, problems: list[Problem]) -> None:
    for record in tuple(draft.view.records.values()):
        renewed = renewed_ids(record)
        if renewed is not record:
            draft.replace(renewed)
            place = record_place(draft.view, record)
            problems.append(
                Problem(
                    f"{_start(place)}: two of its entries have one id; the second gets a new one.",
                    (record.id,),
                )
            )


# -- references to what is not there --------------------------------------------------------------------
def _repair_references(draft: Draft, found: list[Reference], problems: list[Problem]) -> None:
    by_holder: dict[str, list[Reference]] = {}
    for reference in found:
        by_holder.setdefault(reference.holder, []).append(reference)
    view = draft.view
    _add_missing_streams(draft, found, problems)
    for id, references in by_holder.items():
        record = view.get(id, Record)
        fields = {reference.field for reference in references}
        if "stream" in fields:
            _leave_out_homeless(draft, view, record, problems)
        elif isinstance(record, Flow):
            _leave_out_flow(draft, view, record, problems)
        else:
            _release(draft, view, record, references, problems)


def _add_missing_streams(draft: Draft, found: list[Reference], problems: list[Problem]) -> None:
    wanted = Counter(reference.target for reference in found if reference.field == "stream")
    first = max((stream.order for stream in draft.view.streams), default=-1) + 1
    for order, (id, count) in enumerate(wanted.items(), start=first):
        if draft.find(id) is None:
            draft.add(Stream(id=id, order=order))
            members = "One entry belongs" if count == 1 else f"{count:,} entries belong"
            problems.append(
                Problem(
                    f"{members} to a stream that is not in the file: a stream without a name is made.", (id,)
                )
            )


def _leave_out_homeless(draft: Draft, view: Snapshot, record: Record, problems: list[Problem]) -> None:
    """A member whose stream is another kind of record; one whose stream was made just now may stay."""
    if isinstance(record, StreamMember) and not isinstance(draft.find(record.stream), Stream):
        draft.remove(record.id)
        place = record_place(view, record)
        problems.append(Problem(f"{_start(place)}: belongs to no stream; it is left out.", (record.id,)))


def _leave_out_flow(draft: Draft, view: Snapshot, flow: Flow, problems: list[Problem]) -> None:
    draft.remove(flow.id)
    ends = [view.find(flow.source), view.find(flow.target)]
    there = all(isinstance(end, StreamMember) and not isinstance(end, Flow) for end in ends)
    reason = "its ends belong to another stream" if there else "an end of it is not in the file"
    problems.append(Problem(f"{_start(record_place(view, flow))}: {reason}; it is left out.", (flow.id,)))


def _release(
    draft: Draft, view: Snapshot, record: Record, references: list[Reference], problems: list[Problem]
) -> None:
    place = _start(record_place(view, record))
    lost: dict[str, list[Reference]] = {}
    for reference in references:
        lost.setdefault(reference.field, []).append(reference)
    if "lane" in lost and isinstance(record, Placed):
        lane = _lane_instead(draft, view, record.lane)
        record = record.model_copy(update={"lane": lane})
        name = shown(draft.get(lane, Lane).name)
        problems.append(
            Problem(
                f"{place}: stands in an activity that is not in the file; it goes to “{name}”.", (record.id,)
            )
        )
        del lost["lane"]
    record = without_entries(record, {field: {entry.target for entry in lost[field]} for field in lost})
    for field, entries in lost.items():
        problems.append(Problem(f"{place}: {_lost_words(field, entries)}", (record.id,)))
    draft.replace(record)


def _lane_instead(draft: Draft, view: Snapshot, missing: str) -> str:
    """One of the six that was taken out comes back; else the first activity takes in what was lost."""
    present = draft.find(missing)
    if isinstance(present, Lane):
        return missing  # brought back for another one just now
    known = next((lane for lane in default_lanes() if lane.id == missing), None)
    if known is not None and present is None:
        return draft.add(known).id
    return view.lanes[0].id


def _lost_words(field: str, entries: list[Reference]) -> str:
    noun = NOUNS[entries[0].kinds[0]]
    if field in ("substream", "variant_of"):
        return f"refers to a {noun} that is not in the file; the reference is left out."
    targets = ", ".join(sorted({f"“{shown(entry.target)}”" for entry in entries})[:3])
    if len(entries) == 1:
        return f"names {_article(noun)} {noun} that is not in the file ({targets}); the entry is left out."
    return f"{len(entries):,} entries name what is not in the file ({targets}); they are left out."


# -- demand and value -----------------------------------------------------------------------------------
def _add_terminals(draft: Draft, problems: list[Problem]) -> None:
    view = draft.view
    for stream, kind in missing_terminals(view):
        demand = kind is TerminalKind.DEMAND
        right = max((step.x + (step.width or CARD_WIDTH) for step in view.steps(stream)), default=FIRST_X)
        terminal = Terminal(
            id=new_id(kind.value),
            stream=stream,
            lane=view.lanes[0 if demand else -1].id,
            x=FIRST_X if demand else min(right + STEP_GAP, COORDINATE_LIMIT),
            y=LANE_PADDING,
            kind=kind,
        )
        draft.add(terminal)
        place = _start(record_place(view, view.get(stream, Stream)))
        problems.append(Problem(f"{place}: {kind.value} is missing; it is added.", (terminal.id,)))


def _merge_terminals(draft: Draft, problems: list[Problem]) -> None:
    """A second demand or value gives its flows to the first."""
    view = draft.view
    instead: dict[str, str] = {}
    for stream in view.streams:
        for kind in TerminalKind:
            first, *spare = (entry.id for entry in view.terminals(stream.id) if entry.kind is kind)
            instead.update(dict.fromkeys(spare, first))
            if spare:
                text = f"has {len(spare) + 1} entries for {kind.value}; they become one."
                place = _start(record_place(view, stream))
                problems.append(Problem(f"{place}: {text}", (first, *spare)))
    for record in view.records.values() if instead else ():
        if isinstance(record, Flow):
            ends = {"source": instead.get(record.source, record.source)}
            ends["target"] = instead.get(record.target, record.target)
            draft.replace(record.model_copy(update=ends))
    for id in instead:
        draft.remove(id)


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def _start(text: str) -> str:
    return text[:1].upper() + text[1:]
