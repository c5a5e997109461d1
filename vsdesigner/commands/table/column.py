"""What a column of the Tables view is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Step


class CellError(UserError):
    """A text that a cell does not take; the message is one sentence that says why and what it takes."""


class Kind(StrEnum):
    """How a column is edited and shown."""

    LINE = "line"  # one line of text
    TEXT = "text"  # text with line breaks
    ITEMS = "items"  # one line an item, shown behind dashes
    ACTIVITY = "activity"
    CHOICE = "choice"  # one of `choices`
    FLAG = "flag"
    PRACTICES = "practices"  # items that complete from the catalogue
    TOOLS = "tools"  # items that complete from the document
    LETTERS = "letters"  # responsibility letters of one role
    TIME = "time"
    PERCENT = "percent"
    FIXED = "fixed"  # computed: shown, copied, never written


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Texts are English sources for translation, except that of a role, which is its name.

    `read` gives what the cell shows and what a copy puts on the clipboard; `text` what the editor starts
    with (one line an item, without dashes; the same as `read` when that is None). `write` takes either form,
    and empty text clears; it raises `CellError` when it does not understand. `field` is the model field that
    findings name (`part` the role of a responsibility column); `by_task` columns have one line a task.
    `choices` answers what may be chosen, as it is written.
    """

    id: str
    header: str
    help: str
    kind: Kind
    read: Callable[[Snapshot, Step], str]
    write: Callable[[Draft, str, str], None] | None = None
    text: Callable[[Snapshot, Step], str] | None = None
    choices: Callable[[Snapshot, Step], tuple[str, ...]] | None = None
    field: str = ""
    part: str = ""
    by_task: bool = False

    @property
    def is_fixed(self) -> bool:
        """Whether nothing can be written into it."""
        return self.write is None
