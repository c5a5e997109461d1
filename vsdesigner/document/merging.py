"""The three-way merge of documents: what both sides changed since a common ancestor, put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vsdesigner.document.snapshot import Snapshot


class Side(StrEnum):
    """Which version of something is taken."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs between the ancestor and a side, or between the two sides.

    `record` is the id, `field` the field (empty when the whole record was added or removed), `part` what
    inside a list (a task's id, a role). `base`, `ours`, `theirs` are the values as readable text, empty for
    nothing. `text` names the change in words. A conflict is what both sides changed differently.
    """

    key: str
    record: str
    field: str
    part: str
    base: str
    ours: str
    theirs: str
    text: str
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """The outcome of a merge: `snapshot` with ours in every conflict, all that was taken from the other
    side (`taken`), and the `conflicts`, of which `resolved` makes another snapshot."""

    snapshot: Snapshot
    taken: tuple[Difference, ...]
    conflicts: tuple[Difference, ...]


def merge(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> Merge:
    """Return both sides put together: by record id, field by field, list by list.

    What only one side changed is taken; what both changed alike stays; what both changed differently is a
    conflict and keeps ours. A record that one side removed and the other changed is a conflict and stays.
    The outcome holds together (no dangling reference) and does not depend on which side is called ours,
    but for conflicts.
    """
    raise NotImplementedError


def resolved(base: Snapshot, ours: Snapshot, theirs: Snapshot, choices: Mapping[str, Side]) -> Snapshot:
    """Return the merge in which the differences named in `choices` (by `Difference.key`) are taken from that
    side; conflicts without a choice keep ours, other differences without one are taken."""
    raise NotImplementedError


def differences(before: Snapshot, after: Snapshot) -> tuple[Difference, ...]:
    """Return what changed from one document to another, in the order of streams, steps and fields."""
    raise NotImplementedError
