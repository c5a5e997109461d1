"""The registry of mends: what can be done about a finding in one undoable step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from vsdesigner.analysis.finding import Finding
from vsdesigner.commands.mends import (
    accountability,
    connections,
    flows,
    links,
    practices,
    roles,
    times,
    tools,
)
from vsdesigner.commands.mends.mend import Mend
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say

__all__ = ["MENDS", "SAFE", "Mend", "mend_all", "mends_for"]

#: Id of a check → function that offers what can be done about a finding of it, the most obvious first.
MENDS: Mapping[str, Callable[[Snapshot, Finding], Iterable[Mend]]] = {
    "step-unreached": connections.lead_to,
    "path-without-value": connections.lead_to_value,
    "dead-end": connections.lead_on,
    "flow-without-purpose": flows.remove,
    "shares-not-whole": flows.share_out,
    "step-without-practices": practices.add_likely,
    "substream-in-a-circle": links.unlink,
    "nobody-accountable": accountability.make_accountable,
    "many-accountable": accountability.keep_accountable,
    "nobody-responsible": accountability.make_responsible,
    "nobody-asked-or-told": accountability.let_know,
    "role-twice": roles.merge_twins,
    "role-spelled-two-ways": roles.merge_spellings,
    "role-without-letter": roles.remove_unused,
    "tool-spelled-two-ways": tools.merge_spellings,
    "time-backwards": times.turn_round,
}

#: Checks whose most obvious mend needs no look at the single case: it says nothing new about the stream.
SAFE = frozenset(
    {
        "flow-without-purpose",
        "shares-not-whole",
        "role-twice",
        "role-spelled-two-ways",
        "tool-spelled-two-ways",
        "time-backwards",
    }
)


def mends_for(view: Snapshot, finding: Finding) -> tuple[Mend, ...]:
    """Return what can be done about a finding, the most obvious first.

    Nothing when the finding is out of date (its record is gone, or it is mended) or when only a person can
    know.
    """
    offer = MENDS.get(finding.check)
    if offer is None or finding.record not in view:
        return ()
    return tuple(offer(view, finding))


def mend_all(view: Snapshot, findings: Sequence[Finding]) -> Mend | None:
    """Return the mend of all these findings of one check at once, each in the most obvious way.

    None for fewer than two, for findings of several checks, and where each case needs a look of its own.
    """
    checks = {finding.check for finding in findings}
    if len(findings) < 2 or len(checks) > 1 or not checks <= SAFE:
        return None
    if not any(mends_for(view, finding) for finding in findings):
        return None

    def act(draft: Draft) -> None:
        for finding in findings:
            for mend in mends_for(draft.view, finding)[:1]:  # an earlier one may have mended it already
                mend.verb(draft)

    return Mend(say("Mend all {count} of this kind").format(count=len(findings)), act)
