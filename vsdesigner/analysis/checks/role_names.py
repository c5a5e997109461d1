"""Checks that the document's roles are different from each other and all in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.words import quoted
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Role

TWICE = Check(
    "role-twice",
    Level.WARNING,
    "Two roles with one name",
    "With two columns of the same name nobody can tell which of them is meant.",
)
UNUSED = Check(
    "role-without-letter",
    Level.WARNING,
    "Role without any letter",
    "A column without letters says that the role takes no part in any step.",
)
KINDS = (TWICE, UNUSED)


def check(snapshot: Snapshot) -> Iterator[Finding]:
    """Yield roles that share their name with an earlier one, and roles that no step and no task names."""
    used = _roles_in_use(snapshot)
    seen: Counter[str] = Counter()
    for role in snapshot.roles:
        name = plain_name(role)
        seen[name] += 1
        if name and seen[name] == 2:
            yield TWICE.on(role.id, "name", f"The role {quoted(role.name)} is there more than once.")
        if role.id not in used:
            words = f"The role {quoted(role.name)}" if name else "A role without a name"
            yield UNUSED.on(role.id, "", f"{words} holds no letter in any step.")


def plain_name(role: Role) -> str:
    """Return the name in which roles must differ: without regard to case and spaces at the ends."""
    return " ".join(role.name.casefold().split())


def _roles_in_use(snapshot: Snapshot) -> set[str]:
    return {
        mark.role
        for stream in snapshot.streams
        for step in snapshot.steps(stream.id)
        for marks in (step.raci, *(task.raci for task in step.tasks))
        for mark in marks
    }
