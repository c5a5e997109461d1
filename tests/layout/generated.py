"""Streams for tests of lines: random ones with branches and loops, and paths through given activities."""

from __future__ import annotations

import random
from collections.abc import Sequence

from vsdesigner.commands import streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, LANE_PADDING, STEP_GAP
from vsdesigner.model.records import Flow, FlowKind, Record, Step, TerminalKind

_WORDS = (
    "Log the request",
    "Assess it with everybody who will be concerned",
    "Design",
    "Build and test it",
    "Verify",
)
_LABELS = ("", "", "", "approved", "not approved yet", "more information is needed")
_PITCH_X, _PITCH_Y = CARD_WIDTH + STEP_GAP, CARD_HEIGHT + CARD_GAP


def random_stream(seed: int) -> Snapshot:
    """Return a stream of 5 to 60 steps in several lanes with branches, loops and rework back.

    Half of them stand in tidy columns, half anywhere on the grid of 10 px.
    """
    rnd = random.Random(seed)
    empty = streams.new_document()
    stream = empty.streams[0].id
    lanes = [lane.id for lane in empty.lanes][: rnd.randint(2, 6)]
    count = rnd.randint(5, 60)
    tidy = rnd.random() < 0.5
    rows = rnd.choice((1, 1, 2))
    steps = []
    for index in range(count):
        column, row = index // rows, index % rows if rnd.random() < 0.8 else 0
        x = (
            300 + column * _PITCH_X * rnd.choice((1.0, 1.0, 0.5))
            if tidy
            else rnd.randrange(200, 300 + count * 120, 10)
        )
        y = LANE_PADDING + row * _PITCH_Y if tidy else rnd.randrange(20, 260, 10)
        steps.append(_step(stream, index, rnd.choice(lanes), rnd.choice(_WORDS), float(x), float(y)))
    return _with_flows(empty, stream, steps, _edges(rnd, count), rnd)


def path_stream(path: Sequence[str], edges: Sequence[tuple[int, int, str, FlowKind]]) -> Snapshot:
    """Return a stream of one step after the other through the lanes of `path`, left to right.

    `edges` are more flows than those from each step to the next: numbers of steps from 1 (one more than there
    are is value), label, kind.
    """
    empty = streams.new_document()
    stream = empty.streams[0].id
    steps = [
        _step(stream, index, lane, _WORDS[index % len(_WORDS)], 300.0 + index * _PITCH_X, LANE_PADDING)
        for index, lane in enumerate(path)
    ]
    listed = [(index, index + 1, "", FlowKind.MAIN) for index in range(len(path) - 1)]
    listed += [(source - 1, target - 1, label, kind) for source, target, label, kind in edges]
    return _with_flows(empty, stream, steps, listed, random.Random(0))


def _step(stream: str, index: int, lane: str, name: str, x: float, y: float) -> Step:
    return Step(id=f"step-{index:03}", stream=stream, lane=lane, name=name, order=index, x=x, y=y)


def _edges(rnd: random.Random, count: int) -> list[tuple[int, int, str, FlowKind]]:
    """A chain with some branches, some steps skipped, some ways back."""
    found: dict[tuple[int, int], tuple[str, FlowKind]] = {}
    for index in range(1, count):
        source = index - 1 if rnd.random() < 0.85 else rnd.randrange(max(0, index - 6), index)
        found[source, index] = ("", FlowKind.MAIN)
    for _ in range(count // 4):
        source, target = rnd.randrange(count), rnd.randrange(count)
        if source != target:
            kind = FlowKind.ALTERNATIVE if source < target else FlowKind.REWORK
            found.setdefault((source, target), (rnd.choice(_LABELS), kind))
    return [(source, target, *rest) for (source, target), rest in found.items()]


def _with_flows(
    empty: Snapshot,
    stream: str,
    steps: list[Step],
    edges: list[tuple[int, int, str, FlowKind]],
    rnd: random.Random,
) -> Snapshot:
    demand = empty.terminal(stream, TerminalKind.DEMAND).id
    value = empty.terminal(stream, TerminalKind.VALUE).id
    joined = [(demand, steps[0].id, "", FlowKind.MAIN), (steps[-1].id, value, "", FlowKind.MAIN)]
    ids = [*(step.id for step in steps), value]
    joined += [(ids[source], ids[target], label, kind) for source, target, label, kind in edges]
    flows = [
        Flow(id=f"flow-{index:03}", stream=stream, source=source, target=target, label=label, kind=kind)
        for index, (source, target, label, kind) in enumerate(joined)
    ]
    rnd.shuffle(flows)
    behind = max(step.x for step in steps) + _PITCH_X
    place = {"x": behind, "lane": steps[-1].lane}
    ends = [empty.terminal(stream, TerminalKind.VALUE).model_copy(update=place)]
    records: list[Record] = [*empty.records.values(), *steps, *flows, *ends]
    return complete(Draft(Snapshot(records))).view
