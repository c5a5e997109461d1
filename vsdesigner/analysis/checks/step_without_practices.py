"""Check that every step says which practices contribute."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say

CHECK = Check(
    "step-without-practices",
    Level.HINT,
    "Step without practices",
    "The practices show whose knowledge and resources the step needs.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps without practices; one that stands for another stream is described there."""
    for step in reading.steps:
        if not step.substream and not step.practices:
            text = say("{step} names no practice.").format(step=step_words(reading.view, step))
            yield CHECK.on(step.id, "practices", text, unwritten=True)
