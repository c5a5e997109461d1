"""Check that somebody is named who does the work that another answers for."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import ACCOUNTABLE, RESPONSIBLE
from vsdesigner.analysis.reading import Reading
from vsdesigner.language import say

CHECK = Check(
    "nobody-responsible",
    Level.WARNING,
    "Nobody responsible",
    "Somebody answers for the result, but nobody is named who does the work.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rows with somebody accountable and nobody responsible, unless the one implies the other."""
    if not {ACCOUNTABLE, RESPONSIBLE} <= reading.letters:
        return
    if reading.view.settings.accountable_implies_responsible:
        return
    for row in reading.lettered:
        if ACCOUNTABLE in row.letters and RESPONSIBLE not in row.letters:
            text = say("{row} has nobody who is responsible.").format(row=row.words(reading.view))
            yield row.on(CHECK, text)
