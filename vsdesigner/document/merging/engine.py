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
    snapshot, found = _merged(base, ours, theirs)
    if ours == base:
        snapshot = theirs
    return Merge(
        snapshot,
        tuple(difference for difference in found if not difference.conflict),
        tuple(difference for difference in found if difference.conflict),
    )


def resolved(base: Snapshot, ours: Snapshot, theirs: Snapshot, choices: Mapping[str, Side]) -> Snapshot:
    """Return the merge in which the differences named in `choices` (by `Difference.key`) are taken from that
    side; conflicts without a choice keep ours, other differences without one are taken. Ours in everything
    is ours as it is."""
    if not choices:
        return merge(base, ours, theirs).snapshot
    if Side.THEIRS not in choices.values():
        outcome = merge(base, ours, theirs)
        if choices.keys() >= {entry.key for entry in (*outcome.taken, *outcome.conflicts)}:
            return ours
    return held_together(_put_together(base, *unified(base, ours, theirs), Decisions(choices)))


def differences(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """Return what changed from one document to another, in the order of streams, steps and fields."""
    return () if before == after else _merged(before, before, after)[1]


def _merged(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> tuple[Snapshot, tuple[Difference, ...]]:
    ours, theirs = unified(base, ours, theirs)
    decisions = Decisions()
    snapshot = held_together(_put_together(base, ours, theirs, decisions))
    return snapshot, Wording(base, ours, theirs).differences(decisions.found)


def _put_together(base: Snapshot, ours: Snapshot, theirs: Snapshot, decisions: Decisions) -> Merger:
    merger = Merger(base, ours, theirs, decisions)
    merger.run()
    return merger
