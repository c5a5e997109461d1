"""Check that every flow leads somewhere new."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import end_words, flow_words
from vsdesigner.language import say
from vsdesigner.model.records import FlowKind

CHECK = Check(
    "flow-without-purpose",
    Level.WARNING,
    "Flow without purpose",
    "A flow that leads nowhere new makes the drawing longer and says nothing.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the flows that lead from a step straight back to it, and those that are there twice."""
    seen: set[tuple[str, str, FlowKind]] = set()
    for flow in reading.view.flows(reading.stream.id):
        if flow.source == flow.target:
            step = end_words(reading.view, flow.source)
            yield CHECK.on(
                flow.id, "", say("A flow leads from {step} straight back to it.").format(step=step)
            )
        elif (flow.source, flow.target, flow.kind) in seen:
            words = flow_words(reading.view, flow)
            yield CHECK.on(flow.id, "", say("{flow} is there twice.").format(flow=words))
        seen.add((flow.source, flow.target, flow.kind))
