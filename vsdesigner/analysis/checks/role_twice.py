"""Check that the roles of a document have different names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.spellings import plain
from vsdesigner.analysis.words import quoted
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say

CHECK = Check(
    "role-twice",
    Level.WARNING,
    "Two roles with one name",
    "With two columns of the same name nobody can tell which of them is meant.",
)


def find(view: Snapshot) -> Iterator[Finding]:
    """Yield the second role of each name."""
    seen: Counter[str] = Counter()
    for role in view.roles:
        name = plain(role.name)
        seen[name] += 1
        if name and seen[name] == 2:
            text = say("The role {role} is there more than once.").format(role=quoted(role.name))
            yield CHECK.on(role.id, "name", text)
