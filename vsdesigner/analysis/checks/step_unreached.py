"""Check that a way leads from demand to every step."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say

CHECK = Check(
    "step-unreached",
    Level.ERROR,
    "Step that demand does not reach",
    "Work that no demand leads to never starts, or starts for a reason that the stream does not show.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps to which no work gets from demand; information alone moves nothing."""
    reached = reading.ways.reached
    for step in reading.steps:
        if step.id in reached:
            continue
        if any(flow.source in reached for flow in reading.view.incoming(step.id)):
            sentence = say("Only information gets from demand to {step}.")
        else:
            sentence = say("No flow leads from demand to {step}.")
        yield CHECK.on(step.id, "", sentence.format(step=step_words(reading.view, step)))
