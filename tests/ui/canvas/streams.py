"""Streams for tests of the canvas."""

from __future__ import annotations

import itertools

from vsdesigner.commands import flows, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, Step, TerminalKind


def small_stream() -> Snapshot:
    """Demand → Triage → Diagnose → Fix → value; Review stands in the last lane without flows."""
    base = streams.new_document()
    stream = base.streams[0].id
    draft = Draft(base)
    places = {
        "Triage": Place("engage", 270.0, 20.0),
        "Diagnose": Place("deliver_and_support", 540.0, 20.0),
        "Fix": Place("deliver_and_support", 810.0, 20.0),
        "Review": Place("improve", 540.0, 20.0),
    }
    ids = {name: steps.add(draft, stream, place, name) for name, place in places.items()}
    streams.update(draft, stream, demand="Something does not work", value="It works again")
    chain = [
        draft.view.terminal(stream, TerminalKind.DEMAND).id,
        ids["Triage"],
        ids["Diagnose"],
        ids["Fix"],
        draft.view.terminal(stream, TerminalKind.VALUE).id,
    ]
    for source, target in itertools.pairwise(chain):
        flows.connect(draft, source, target)
    complete(draft)
    return Snapshot(draft.view.records.values())


def large_stream(count: int) -> Snapshot:
    """A chain of `count` steps that winds through all lanes, one column a step."""
    base = streams.new_document()
    stream = base.streams[0].id
    lanes = [lane.id for lane in base.lanes]
    made = [
        Step(
            id=f"step-{index:05}",
            stream=stream,
            lane=lanes[index % len(lanes)],
            x=270.0 + 270.0 * (index // len(lanes)),
            y=20.0,
            name=f"Step number {index}",
            order=index,
        )
        for index in range(count)
    ]
    joined = [
        Flow(id=f"flow-{one.id}", stream=stream, source=one.id, target=other.id)
        for one, other in zip(made, made[len(lanes) :], strict=False)
    ]
    return Snapshot((*base.records.values(), *made, *joined))
