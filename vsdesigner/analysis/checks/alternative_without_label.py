"""Check that a reader can tell which way is taken where a stream divides."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.ways import is_choice
from vsdesigner.analysis.words import flow_words
from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.language import say
from vsdesigner.model.records import FlowKind

CHECK = Check(
    "alternative-without-label",
    Level.WARNING,
    "Alternative without a label",
    "Where ways divide, people need to know under which condition each of them is taken.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the ways out of a choice that do not say when they are taken.

    Every way needs its condition but one, the usual way, if that is a main flow.
    """
    for _, outgoing in reading.divided:
        if len(outgoing) < 2 or not is_choice(outgoing):
            continue
        silent = [flow for flow in outgoing if flow.kind in FORWARD_KINDS and not flow.label.strip()]
        usual = [flow for flow in silent if flow.kind is FlowKind.MAIN]
        together = [flow for flow in usual if flow.share is None]
        excused = {flow.id for flow in (together or usual[:1])}
        for flow in silent:
            if flow.id not in excused:
                words = flow_words(reading.view, flow)
                yield CHECK.on(
                    flow.id, "label", say("{flow} does not say when it is taken.").format(flow=words)
                )
