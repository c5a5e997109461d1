"""A section of the inspector: shows a part of one record, or of several of one type, and changes it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from vsdesigner.document.change import Change
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record
from vsdesigner.ui.session import Session

Verb = Callable[[Draft], object]


class Section(QWidget):
    """Base of all sections; a subclass fills `self.box` once and says what it shows in `refresh`.

    A section is made when it is first seen. It hands in open edits for the records they were made for
    before others are shown. It raises nothing on purpose: whatever fails takes the section out of the panel.
    """

    #: What object names and memory of the section start with; unique within a record type.
    key: ClassVar[str]
    #: The heading, English source text; empty for a section that is always open and has none.
    title: ClassVar[str] = ""
    #: Whether several records can be shown and changed together.
    several: ClassVar[bool] = True
    #: Whether it is open until somebody closes it.
    opened: ClassVar[bool] = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.ids: tuple[str, ...] = ()
        self._heard = False
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- for subclasses ---------------------------------------------------------------------------------
    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        """Return the number behind the heading, None for no number; asked without the section being made."""
        return None

    @classmethod
    def applies(cls, records: Sequence[Record]) -> bool:
        """Say whether there is something to show for these records of its type."""
        return True

    def refresh(self) -> None:
        """Show `self.records` as they are now; what is being typed stays."""
        raise NotImplementedError

    def forget(self) -> None:
        """Other records come: drop what belongs to the old ones and is not in the document."""

    def commit(self) -> None:
        """Hand in what is being typed."""

    def cancel(self) -> None:
        """Throw away what is being typed."""

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into the editor of a field; False when it is not here."""
        return False

    def concerns(self, change: Change) -> bool:
        """Say whether a change may be seen here."""
        return not change.touched.isdisjoint(self.ids)

    # -- what is shown ----------------------------------------------------------------------------------
    @property
    def view(self) -> Snapshot:
        """The document as it stands."""
        return self.session.now

    @property
    def records(self) -> tuple[Record, ...]:
        """The shown records as they stand; those that are gone are left out."""
        found = (self.session.now.find(id) for id in self.ids)
        return tuple(record for record in found if record is not None)

    def show_records(self, ids: Sequence[str], *, fresh: bool) -> None:
        """Show records; `fresh` when they are others than before."""
        if fresh:
            self.forget()
        self.ids = tuple(ids)
        self.refresh()

    def on_change(self, change: Change) -> None:
        """The document changed while these records are shown."""
        if self.concerns(change):
            self._heard = True
            self.refresh()

    # -- changing ---------------------------------------------------------------------------------------
    def edit(self, label: str, verb: Verb, merge_key: Hashable | None = None) -> None:
        """Make one undo step of what `verb` does to a draft; without records left, nothing happens."""
        if not self.records:
            return
        self._heard = False
        with self.session.edit(label, merge_key) as draft:
            verb(draft)
        if not self._heard:
            self.refresh()  # nothing differed: show what stands in the document, not what was typed

    def tell(self, text: str) -> None:
        """Tell the user a sentence."""
        self.session.tell(text)
