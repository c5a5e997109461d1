"""What a column of the Tables view is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from vsdesigner.commands.table.errors import CellError
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step

__all__ = ["CellError", "Column", "Kind", "Reader"]


class Kind(StrEnum):
    """How a column is edited and shown."""

    LINE = "line"  # one line of text; `choices` may complete it
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


Reader = Callable[[Snapshot, Step], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Texts are English sources for translation, except that of a role, which is its name.

    `read` gives what the cell shows and what a copy puts on the clipboard; `text` what the editor starts
    with (one line an item, without dashes but those of a task below an action; the same as `read` when that
    is None). `write_cell` takes either form, and empty text clears. `field` is the model field that
    findings name (`part` the role of a responsibility column); `by_task` columns have one line a task.
    `choices` answers what may be chosen or completed, as it is written.

    `change` gives the step with the text written into it, or raises `CellError` and has changed nothing.
    """

    id: str
    header: str
    help: str
    kind: Kind
    read: Reader
    change: Callable[[Writing, Step, str], Step] | None = None
    text: Reader | None = None
    choices: Callable[[Snapshot, Step], tuple[str, ...]] | None = None
    field: str = ""
    part: str = ""
    by_task: bool = False

    @property
    def is_fixed(self) -> bool:
        """Whether nothing can be written into it."""
        return self.change is None

    def for_editing(self, view: Snapshot, step: Step) -> str:
        """Return what the editor starts with."""
        return (self.text or self.read)(view, step)
