"""What a merge hands back: the document, what was taken from the other side, and where the two disagree."""

from __future__ import annotations

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
    nothing. `text` names the change in words. A conflict is what both sides changed differently. `key` is
    the same in every merge of the same three documents.
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
