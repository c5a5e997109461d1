"""Steps as a table for spreadsheets and letters."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    activity_text,
    duration_text,
    practices_text,
    role_name,
    tasks_text,
    tools_text,
)
from vsdesigner.model.records import Note, Phase, Step

HEADER = (
    *("Number", "Step", "Activity", "Actions and tasks", "Practices", "Tools and technologies"),
    *("Responsibility", "Process time", "Wait time"),
)


def step_rows(view: Snapshot, ids: Iterable[str]) -> list[tuple[str, ...]]:
    """Return a row below `HEADER` for each step among `ids`, in the order of their numbers."""
    found = (view.find(id) for id in dict.fromkeys(ids))
    steps = sorted((each for each in found if isinstance(each, Step)), key=lambda step: (step.order, step.id))
    return [
        (
            str(view.number(step.id)),
            step.name,
            activity_text(view, step),
            tasks_text(step),
            practices_text(view, step),
            tools_text(view, step),
            "\n".join(f"{mark.letters}: {role_name(view, mark.role)}" for mark in step.raci),
            duration_text(step.process_time),
            duration_text(step.wait_time),
        )
        for step in steps
    ]


def other_texts(view: Snapshot, ids: Iterable[str]) -> list[str]:
    """Return the texts of the notes and the names of the phases among `ids`."""
    found = (view.find(id) for id in dict.fromkeys(ids))
    texts = (
        each.text if isinstance(each, Note) else each.name for each in found if isinstance(each, Note | Phase)
    )
    return [text for text in texts if text]
