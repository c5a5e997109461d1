"""Check that not too many are asked before a row of the matrix is done."""

from __future__ import annotations

from collections.abc import Iterator

from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.matrix import CONSULTED, FEWEST_ROLES
from vsdesigner.analysis.reading import Reading
from vsdesigner.language import say

CHECK = Check(
    "many-consulted",
    Level.HINT,
    "More than half consulted",
    "Everybody who is asked before costs waiting time.",
)


def find(reading: Reading) -> Iterator[Finding]:
    """Yield the rows in which more than half of the document's roles are consulted."""
    roles = len(reading.view.roles)
    if roles < FEWEST_ROLES:
        return
    for row in reading.lettered:
        count = len(row.letters.get(CONSULTED, ()))
        if count > roles / 2:
            text = say("{row} asks {count} of {roles} roles for their view.").format(
                row=row.words(reading.view), count=count, roles=roles
            )
            yield row.on(CHECK, text)
