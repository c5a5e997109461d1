"""Checks that steps say what is done in them and what contributes."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.words import step_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, Stream

NO_TASKS = Check(
    "step-without-tasks",
    Level.HINT,
    "Step without actions and tasks",
    "People carry out tasks, not steps; the list turns the drawing into work that can be handed out.",
)
NO_PRACTICES = Check(
    "step-without-practices",
    Level.HINT,
    "Step without practices",
    "The practices show whose knowledge and resources the step needs.",
)
SAME_NAME = Check(
    "same-step-name",
    Level.HINT,
    "Two steps with one name in one activity",
    "Readers take two steps of the same name for one, above all in tables, where they see no drawing.",
)
KINDS = (NO_TASKS, NO_PRACTICES, SAME_NAME)


def check(snapshot: Snapshot, stream: Stream) -> Iterator[Finding]:
    """Yield steps without tasks or practices, and steps that share their name with another."""
    named: dict[tuple[str, str], Step] = {}
    for step in snapshot.steps(stream.id):
        # A step that stands for another stream is described there.
        if not step.substream and not any(task.text.strip() for task in step.tasks):
            yield NO_TASKS.on(
                step.id, "tasks", f"{step_words(snapshot, step)} has no actions or tasks.", unwritten=True
            )
        if not step.substream and not step.practices:
            yield NO_PRACTICES.on(
                step.id, "practices", f"{step_words(snapshot, step)} names no practice.", unwritten=True
            )
        name = " ".join(step.name.casefold().split()).rstrip(".")
        if not name:
            continue
        first = named.setdefault((step.lane, name), step)
        if first is not step:
            yield SAME_NAME.on(
                step.id,
                "name",
                f"{step_words(snapshot, step)} has the same name and activity"
                f" as step {snapshot.number(first.id)}.",
            )
