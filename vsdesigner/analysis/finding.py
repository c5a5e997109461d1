"""What a finding is, and the kinds of findings there are levels for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vsdesigner.language import say


class Level(StrEnum):
    """How serious a finding is; the members stand in this order."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    def reaches(self, threshold: Level) -> bool:
        """Say whether this is as serious as `threshold` or more."""
        order = list(Level)
        return order.index(self) <= order.index(threshold)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    `check` is the id of its `Check`, `record` the id of what it is about, `field` the model field to go
    to (empty when no single field is meant), `text` names the thing in words, `why` is one sentence.
    `unwritten`: nothing contradicts anything, something has only not been written down yet, and the profile
    of the document lets it be; the drawing marks it for nothing. `part` is the
    id of what inside the record or beside it is meant: a task of a step, a role in its letters; a product,
    which has no id, as it is written there.
    """

    check: str
    level: Level
    record: str
    field: str
    text: str
    why: str
    unwritten: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One kind of finding. `level` holds unless the document's `check_levels` say otherwise.

    `title` is what a list of checks calls it, `why` the sentence that every finding of it carries; both are
    English source texts, shown through `say`.
    """

    id: str
    level: Level
    title: str
    why: str

    def on(self, record: str, field: str, text: str, *, unwritten: bool = False, part: str = "") -> Finding:
        """Return the finding that this is wrong with `record`."""
        return Finding(self.id, self.level, record, field, text, say(self.why), unwritten, part)
