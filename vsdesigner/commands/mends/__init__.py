"""The registry of mends: what can be done about a finding in one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from vsdesigner.analysis.finding import Finding
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.snapshot import Snapshot

__all__ = ["MENDS", "Mend", "mends_for"]

#: Id of a check → function that offers what can be done about a finding of it, the most obvious first.
MENDS: Mapping[str, Callable[[Snapshot, Finding], Iterable[Mend]]] = {}


def mends_for(view: Snapshot, finding: Finding) -> tuple[Mend, ...]:
    """Return what can be done about a finding, the most obvious first.

    Nothing when the finding is out of date (its record is gone) or when only a person can know.
    """
    offer = MENDS.get(finding.check)
    if offer is None or finding.record not in view:
        return ()
    return tuple(offer(view, finding))
