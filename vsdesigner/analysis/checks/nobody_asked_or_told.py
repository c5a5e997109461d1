"""Check that somebody is asked before the work or told after it."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import CONSULTED, FEWEST_ROLES, INFORMED
from vsdesigner.analysis.reading import Reading
from vsdesigner.language import say

CHECK = Check(
    "nobody-asked-or-told",
    Level.HINT,
    "Nobody consulted or informed",
    "Work that nobody is asked or told about often comes as a surprise to the next step.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rows in which nobody is consulted or informed."""
    if len(reading.view.roles) < FEWEST_ROLES or not {CONSULTED, INFORMED} & reading.letters:
        return
    for row in reading.lettered:
        if not {CONSULTED, INFORMED} & row.letters.keys():
            text = say("{row} has nobody who is consulted or informed.").format(row=row.words(reading.view))
            yield row.on(CHECK, text)
