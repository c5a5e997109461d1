"""Check that the letters of a row tell who matters there."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import FEWEST_ROLES
from vsdesigner.analysis.reading import Reading
from vsdesigner.language import say

CHECK = Check(
    "everybody-involved",
    Level.HINT,
    "Everybody involved",
    "When every role holds a letter, the letters no longer tell who matters here.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rows in which every role of the document holds a letter."""
    roles = len(reading.view.roles)
    if roles < FEWEST_ROLES:
        return
    for row in reading.lettered:
        if len({mark.role for mark in row.marks}) >= roles:
            text = say("{row} involves every role.").format(row=row.words(reading.view))
            yield row.on(CHECK, text)
