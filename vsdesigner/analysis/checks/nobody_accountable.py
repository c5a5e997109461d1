"""Check that somebody answers for every row of the responsibility matrix."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import ACCOUNTABLE
from vsdesigner.analysis.reading import Reading
from vsdesigner.language import say

CHECK = Check(
    "nobody-accountable",
    Level.ERROR,
    "Nobody accountable",
    "When nobody answers for the result, nobody notices in time that it is not coming.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rows that nobody answers for."""
    if ACCOUNTABLE not in reading.letters:
        return
    for row in reading.matrix:
        if ACCOUNTABLE not in row.letters:
            text = say("{row} has nobody who is accountable.").format(row=row.words(reading.view))
            yield row.on(CHECK, text)
