"""Check that something follows every step that is no end."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.ways import MOVING_KINDS
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say
from vsdesigner.model.records import Step

CHECK = Check(
    "dead-end",
    Level.WARNING,
    "Step that nothing follows",
    "Only value, and what comes after it, ends a stream; elsewhere readers ask what happens next.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps that nothing follows; those where a main path ends too early are told as that."""
    told = {step.id for step in reading.leaving}
    for step in reading.steps:
        if step.id not in told and is_dead_end(reading, step):
            text = say("Nothing follows {step}.").format(step=step_words(reading.view, step))
            yield CHECK.on(step.id, "", text)


def is_dead_end(reading: Reading, step: Step) -> bool:
    """Say whether work stops at a step although value has not arisen yet."""
    for flow in reading.view.outgoing(step.id):
        if flow.kind in MOVING_KINDS and flow.target != step.id:
            return False
    if step.id in reading.ways.reached:
        return step.id not in reading.ways.after_value
    return step.id not in reading.beyond_value
