"""Check that every step has a name."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say

CHECK = Check(
    "step-without-name",
    Level.HINT,
    "Step without a name",
    "The name is all that most readers see of a step, in the drawing and in every table.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps that have no name."""
    for step in reading.steps:
        if not step.name.strip():
            text = say("{step} has no name.").format(step=step_words(reading.view, step))
            yield CHECK.on(step.id, "name", text, unwritten=True)
