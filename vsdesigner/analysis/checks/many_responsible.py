"""Check that the work of a row is not shared by too many."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import MANY, RESPONSIBLE
from vsdesigner.analysis.reading import Reading
from vsdesigner.language import say

CHECK = Check(
    "many-responsible",
    Level.HINT,
    "Three or more responsible",
    "The more roles do the same work, the more is done twice or left to the others.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rows with three or more who are responsible."""
    for row in reading.lettered:
        count = len(row.letters.get(RESPONSIBLE, ()))
        if count >= MANY:
            text = say("{row} has {count} who are responsible.").format(
                row=row.words(reading.view), count=count
            )
            yield row.on(CHECK, text)
