"""Profiles: what is asked of a document at a moment of its life, before it says otherwise itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from vsdesigner.analysis.finding import Check, Finding, Level

WHILE_DRAWING = ""
READY_TO_PRESENT = "ready-to-present"


@dataclass(frozen=True)
class Profile:
    """What is asked of a document at a moment of its life.

    `title` and `why` are sentences for a list to choose from (shown through `say`). `levels` are those that
    differ from the checks' own. `complete`: everything has to be written down; what is only not written yet
    counts like anything else that is wrong, and is marked. Otherwise it is at most a warning.
    """

    id: str
    title: str
    why: str
    complete: bool = False
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))

    def level(self, check: Check) -> Level:
        """Return the level of a check in this profile."""
        return self.levels.get(check.id, check.level)


#: Id, as documents keep it → profile, in the order of a list.
PROFILES: Mapping[str, Profile] = {
    profile.id: profile
    for profile in (
        Profile(
            WHILE_DRAWING,
            "While drawing",
            "What is only not written down yet is at most a warning and marks nothing on the drawing.",
        ),
        # A stream that others are shown needs all five steps of the method: tables with empty cells and a
        # cover without a title are what they would see first. How letters are spread and how things are
        # called stays advice, for there are good reasons to do otherwise.
        Profile(
            READY_TO_PRESENT,
            "Ready to present",
            "Every part of the stream has to be written down: others will see the gaps first.",
            complete=True,
            levels=MappingProxyType(
                {
                    "no-stream-name": Level.WARNING,
                    "step-without-name": Level.WARNING,
                    "step-without-tasks": Level.WARNING,
                    "step-without-practices": Level.WARNING,
                }
            ),
        ),
    )
}


def profile_named(id: str) -> Profile:
    """Return the profile with this id; one that this version does not know counts as `WHILE_DRAWING`."""
    return PROFILES.get(id, PROFILES[WHILE_DRAWING])


def is_ready(findings: Iterable[Finding]) -> bool:
    """Say whether a document with these findings can be shown to others: no errors and no warnings."""
    return not any(finding.level.reaches(Level.WARNING) for finding in findings)
