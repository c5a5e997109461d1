"""Checks that the flows lead every step from demand to value."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.ways import MOVING_KINDS, Ways
from vsdesigner.analysis.words import end_words, flow_words, step_words, stream_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, FlowKind, Step, Stream

UNREACHED = Check(
    "step-unreached",
    Level.ERROR,
    "Step that demand does not reach",
    "Work that no demand leads to never starts, or starts for a reason that the stream does not show.",
)
NO_VALUE_REACHED = Check(
    "path-without-value",
    Level.ERROR,
    "Main path that never reaches value",
    "Whoever brought the demand waits for value; a way that ends before it leaves them with nothing.",
)
DEAD_END = Check(
    "dead-end",
    Level.WARNING,
    "Step that nothing follows",
    "Only value, and what comes after it, ends a stream; elsewhere readers ask what happens next.",
)
NO_PURPOSE = Check(
    "flow-without-purpose",
    Level.WARNING,
    "Flow without purpose",
    "A flow that leads nowhere new makes the drawing longer and says nothing.",
)
KINDS = (UNREACHED, NO_VALUE_REACHED, DEAD_END, NO_PURPOSE)


def check(snapshot: Snapshot, stream: Stream) -> Iterator[Finding]:
    """Yield what is cut off, what ends too early, and flows that are not needed."""
    ways = Ways(snapshot, stream.id)
    steps = snapshot.steps(stream.id)
    yield from _unreached(snapshot, ways, steps)
    ended_early = list(_without_value(snapshot, ways, stream)) if steps else []
    yield from ended_early
    told = {finding.record for finding in ended_early}
    for step in steps:
        if step.id not in told and _is_dead_end(snapshot, ways, step):
            yield DEAD_END.on(step.id, "", f"Nothing follows {step_words(snapshot, step)}.")
    yield from _without_purpose(snapshot, snapshot.flows(stream.id))


def _unreached(snapshot: Snapshot, ways: Ways, steps: tuple[Step, ...]) -> Iterator[Finding]:
    for step in steps:
        if step.id in ways.reached:
            continue
        told = any(flow.source in ways.reached for flow in snapshot.incoming(step.id))
        reason = "Only information gets from demand to" if told else "No flow leads from demand to"
        yield UNREACHED.on(step.id, "", f"{reason} {step_words(snapshot, step)}.")


def _without_value(snapshot: Snapshot, ways: Ways, stream: Stream) -> Iterator[Finding]:
    """One finding for the stream, or for each step with which a main path leaves the ways to value."""
    leading = ways.leading_to_value
    if ways.demand not in leading:
        yield NO_VALUE_REACHED.on(
            ways.value or stream.id, "", f"{stream_words(stream)} has no way from demand to value."
        )
        return
    for step in snapshot.steps(stream.id):
        if step.id in leading or step.id not in ways.on_main_paths:
            continue
        sources = (flow.source for flow in snapshot.incoming(step.id) if flow.kind is FlowKind.MAIN)
        if any(source in leading and source in ways.on_main_paths for source in sources):
            yield NO_VALUE_REACHED.on(
                step.id, "", f"The main way through {step_words(snapshot, step)} never reaches value."
            )


def _is_dead_end(snapshot: Snapshot, ways: Ways, step: Step) -> bool:
    for flow in snapshot.outgoing(step.id):
        if flow.kind in MOVING_KINDS and flow.target != step.id:
            return False
    return step.id not in ways.after_value


def _without_purpose(snapshot: Snapshot, flows: tuple[Flow, ...]) -> Iterator[Finding]:
    seen: set[tuple[str, str, FlowKind]] = set()
    for flow in flows:
        if flow.source == flow.target:
            name = end_words(snapshot, flow.source)
            yield NO_PURPOSE.on(flow.id, "", f"A flow leads from {name} straight back to it.")
        elif (flow.source, flow.target, flow.kind) in seen:
            yield NO_PURPOSE.on(flow.id, "", f"{flow_words(snapshot, flow)} is there twice.")
        seen.add((flow.source, flow.target, flow.kind))
