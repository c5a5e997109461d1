"""Check that every flow leads somewhere new."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import end_words, flow_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Flow

CHECK = Check(
    "flow-without-purpose",
    Level.WARNING,
    "Flow without purpose",
    "A flow that leads nowhere new makes the drawing longer and says nothing.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the flows that lead from a step straight back to it, and those that are there twice."""
    for flow in reading.view.flows(reading.stream.id):
        if not is_needless(reading.view, flow):
            continue
        if flow.source == flow.target:
            step = end_words(reading.view, flow.source)
            text = say("A flow leads from {step} straight back to it.").format(step=step)
        else:
            text = say("{flow} is there twice.").format(flow=flow_words(reading.view, flow))
        yield CHECK.on(flow.id, "", text)


def is_needless(view: Snapshot, flow: Flow) -> bool:
    """Say whether a flow leads back to where it starts, or another one of its kind goes the same way."""
    if flow.source == flow.target:
        return True
    beside = view.outgoing(flow.source)
    return len(beside) > 1 and any(
        other.id < flow.id and other.target == flow.target and other.kind is flow.kind for other in beside
    )
