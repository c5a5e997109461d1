"""Streams as they look before somebody tidies them up: a way through the lanes, thrown onto the canvas."""

from __future__ import annotations

import random

from vsdesigner.commands import streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, FlowKind, Phase, Record, Step, TerminalKind


def messy_stream(count: int, seed: int, *, scattered: bool = False, phases: int = 0) -> Snapshot:
    """Return a stream with branches, rework and information flows.

    Steps stand about where they belong, or with `scattered` anywhere.
    """
    rnd = random.Random(seed)
    base = streams.new_document()
    stream = base.streams[0].id
    lanes = [lane.id for lane in base.lanes]
    lane = 0
    made: list[Step] = []
    for index in range(count):
        if rnd.random() < 0.6:
            lane = max(0, min(len(lanes) - 1, lane + rnd.choice((-2, -1, 1, 2, 3))))
        x = rnd.uniform(200, 200 + count * 140) if scattered else index * 160 + rnd.uniform(-250, 250)
        made.append(
            Step(
                id=f"step-{index:04}",
                stream=stream,
                lane=lanes[lane],
                x=float(round(x)),
                y=float(round(rnd.uniform(26, 180))),
                name=f"Step {index}" + " with a long name that goes on" * (rnd.random() < 0.2),
                order=index,
            )
        )
    flows = _flows(rnd, stream, [step.id for step in made])
    ends = base.terminal(stream, TerminalKind.DEMAND).id, base.terminal(stream, TerminalKind.VALUE).id
    if made:
        flows.append(Flow(id="flow-first", stream=stream, source=ends[0], target=made[0].id))
        flows.append(Flow(id="flow-last", stream=stream, source=made[-1].id, target=ends[1]))
    width = count * 160.0 / max(1, phases)
    bands = [
        Phase(id=f"phase-{index}", stream=stream, name=f"P{index}", order=index, x=width * index, width=width)
        for index in range(phases)
    ]
    records: list[Record] = [*base.records.values(), *made, *flows, *bands]
    draft = Draft(Snapshot(records))
    draft.update(stream, name="Messy")
    for step in made:
        draft.update(step.id, y=step.y)
    return complete(draft).view


def _flows(rnd: random.Random, stream: str, ids: list[str]) -> list[Flow]:
    found: dict[tuple[int, int], FlowKind] = {}
    count, index = len(ids), 0
    while index < count - 1:
        if rnd.random() < 0.25 and index + 3 < count:
            found[index, index + 1] = found[index + 1, index + 3] = found[index + 2, index + 3] = (
                FlowKind.MAIN
            )
            found[index, index + 2] = FlowKind.ALTERNATIVE
            index += 3
        else:
            found[index, index + 1] = FlowKind.MAIN
            index += 1
    for _ in range(count // 10):
        late = rnd.randrange(1, count)
        found.setdefault(
            (late, max(0, late - rnd.randrange(1, 6))), rnd.choice((FlowKind.MAIN, FlowKind.REWORK))
        )
        found.setdefault((max(0, late - 4), late), FlowKind.INFORMATION)
    return [
        Flow(id=f"flow-{a:04}-{b:04}", stream=stream, source=ids[a], target=ids[b], kind=kind)
        for (a, b), kind in found.items()
        if a != b
    ]
