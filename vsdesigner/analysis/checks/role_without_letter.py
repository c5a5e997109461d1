"""Check that every role of a document takes part somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.words import quoted
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say

CHECK = Check(
    "role-without-letter",
    Level.WARNING,
    "Role without any letter",
    "A column without letters says that the role takes no part in any step.",
)


def find(view: Snapshot) -> Iterator[Finding]:
    """Yield the roles that no step and no task names."""
    used = roles_in_use(view)
    for role in view.roles:
        if role.id in used:
            continue
        if role.name.strip():
            text = say("The role {role} holds no letter in any step.").format(role=quoted(role.name))
        else:
            text = say("A role without a name holds no letter in any step.")
        yield CHECK.on(role.id, "", text)


def roles_in_use(view: Snapshot) -> set[str]:
    """Return the ids of the roles that hold a letter for a step or task."""
    return {
        mark.role
        for stream in view.streams
        for step in view.steps(stream.id)
        for marks in (step.raci, *(task.raci for task in step.tasks))
        for mark in marks
    }
