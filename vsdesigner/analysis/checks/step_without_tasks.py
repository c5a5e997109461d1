"""Check that every step says what is done in it."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say

CHECK = Check(
    "step-without-tasks",
    Level.HINT,
    "Step without actions and tasks",
    "People carry out tasks, not steps; the list turns the drawing into work that can be handed out.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the steps without tasks; one that stands for another stream is described there."""
    for step in reading.steps:
        if not step.substream and not any(task.text.strip() for task in step.tasks):
            text = say("{step} has no actions or tasks.").format(step=step_words(reading.view, step))
            yield CHECK.on(step.id, "tasks", text, unwritten=True)
