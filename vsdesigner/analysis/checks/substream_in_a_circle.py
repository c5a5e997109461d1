"""Check that no step stands for a stream that it is part of itself."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Step

CHECK = Check(
    "substream-in-a-circle",
    Level.WARNING,
    "Step that stands for its own stream",
    "Whoever opens the step to see what is inside comes back to where they were, and never gets to the work.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps from whose stream one comes back to the step's own, from link to link."""
    for step in reading.steps:
        if goes_round(reading.view, step):
            if step.substream == reading.stream.id:
                sentence = say("{step} stands for the stream that it is part of.")
            else:
                sentence = say("{step} stands for a stream that leads back to the step's own.")
            yield CHECK.on(step.id, "substream", sentence.format(step=step_words(reading.view, step)))


def goes_round(view: Snapshot, step: Step) -> bool:
    """Say whether one comes from the stream that a step stands for back to the step's own."""
    return bool(step.substream) and step.stream in _inside(view, step.substream)


def _inside(view: Snapshot, stream: str) -> set[str]:
    """A stream and all those that its steps stand for, and theirs."""
    found, waiting = {stream}, [stream]
    while waiting:
        for step in view.steps(waiting.pop()):
            if step.substream and step.substream not in found:
                found.add(step.substream)
                waiting.append(step.substream)
    return found
