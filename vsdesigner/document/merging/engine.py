"""The three-way merge of documents: what both sides changed since a common ancestor, put together."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.document.merging.decisions import Decisions
from vsdesigner.document.merging.outcome import Difference, Merge, Side
from vsdesigner.document.merging.presence import Merger
from vsdesigner.document.merging.twins import unified
from vsdesigner.document.merging.whole import held_together
from vsdesigner.document.merging.words import Wording
from vsdesigner.document.snapshot import Snapshot


def merge(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> Merge:
    """Return both sides put together: by record id, field by field, list by list.

    What only one side changed is taken; what both changed alike stays; what both changed differently is a
    conflict and keeps ours. A record that one side removed and the other changed is a conflict and stays.
    The outcome holds together (no dangling reference) and does not depend on which side is called ours,
    but for conflicts.
    """
    if theirs == base or ours == theirs:
        return Merge(ours, (), ())
    snapshot, found = _merged(base, ours, theirs, {})
    if ours == base:
        snapshot = theirs
    return Merge(
        snapshot,
        tuple(difference for difference in found if not difference.conflict),
        tuple(difference for difference in found if difference.conflict),
    )


def resolved(base: Snapshot, ours: Snapshot, theirs: Snapshot, choices: Mapping[str, Side]) -> Snapshot:
    """Return the merge in which the differences named in `choices` (by `Difference.key`) are taken from that
    side; conflicts without a choice keep ours, other differences without one are taken."""
    if not choices:
        return merge(base, ours, theirs).snapshot
    mine, yours = unified(base, ours, theirs)
    merger = Merger(base, mine, yours, Decisions(choices))
    merger.run()
    return held_together(merger)


def differences(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """Return what changed from one document to another, in the order of streams, steps and fields."""
    return () if before == after else _merged(before, before, after, {})[1]


def _merged(
    base: Snapshot, ours: Snapshot, theirs: Snapshot, choices: Mapping[str, Side]
) -> tuple[Snapshot, tuple[Difference, ...]]:
    ours, theirs = unified(base, ours, theirs)
    decisions = Decisions(choices)
    merger = Merger(base, ours, theirs, decisions)
    merger.run()
    snapshot = held_together(merger)
    return snapshot, Wording(base, ours, theirs).differences(decisions.found)
