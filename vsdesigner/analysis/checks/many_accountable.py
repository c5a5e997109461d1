"""Check that only one role answers for a row of the responsibility matrix."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import ACCOUNTABLE
from vsdesigner.analysis.reading import Reading
from vsdesigner.analysis.words import listed, quoted
from vsdesigner.document.wording import role_name
from vsdesigner.language import say

CHECK = Check(
    "many-accountable",
    Level.ERROR,
    "Several roles accountable",
    "Two who answer for one result each rely on the other; one has to have the last word.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rows that more than one role answers for."""
    if ACCOUNTABLE not in reading.letters:
        return
    for row in reading.matrix:
        roles = row.letters.get(ACCOUNTABLE, [])
        if len(roles) > 1:
            text = say("{row} has {count} who are accountable: {roles}.").format(
                row=row.words(reading.view),
                count=len(roles),
                roles=listed([quoted(role_name(reading.view, role)) for role in roles]),
            )
            yield row.on(CHECK, text)
