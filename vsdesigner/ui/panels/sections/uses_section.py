"""What the sections of practices and tools share: chosen rows, and a field that adds to them."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from vsdesigner.document.change import Change
from vsdesigner.model.fields import field
from vsdesigner.model.records import Record, Step
from vsdesigner.ui.editors.add_field import AddField
from vsdesigner.ui.editors.row_list import RowList
from vsdesigner.ui.editors.suggestions import Suggestion
from vsdesigner.ui.panels.sections import suggesting
from vsdesigner.ui.panels.sections.field_editors import dress
from vsdesigner.ui.panels.sections.list_sections import ListSection
from vsdesigner.ui.session import Session


class UsesSection(ListSection):
    """Rows of what a step uses, above a field with suggestions. `key` is the name of the step's field."""

    #: The shared records whose names stand in the rows.
    shared: ClassVar[type[Record]]

    def __init__(self, session: Session, hint: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._usage = suggesting.Usage()
        self.rows = self.make_rows()
        dress(self.rows, field(Step, self.key))
        self.rows.setToolTip("")
        self.rows.told.connect(self.tell)
        self.add = AddField(self, hint=hint, max_length=longest, provider=self.suggestions)
        self.add.setObjectName(f"{self.key}.add")
        self.add.setStatusTip(self.rows.statusTip())
        self.add.chosen.connect(self.on_chosen)
        self.add.typed.connect(self.on_typed)
        self.add.told.connect(self.tell)
        self.box.addWidget(self.rows)
        self.box.addWidget(self.add)

    def concerns(self, change: Change) -> bool:
        return super().concerns(change) or any(isinstance(record, self.shared) for record in change.records)

    def forget(self) -> None:
        super().forget()
        self.add.cancel()

    def commit(self) -> None:
        super().commit()
        self.add.commit()

    def cancel(self) -> None:
        super().cancel()
        self.add.cancel()

    def focus_field(self, name: str) -> bool:
        if name == self.key:
            self.add.setFocus()
            QTimer.singleShot(0, self.add, self._suggest)
        return name == self.key

    def _suggest(self) -> None:
        """Show what there is to choose to somebody who was led here."""
        if self.add.suggester is not None and not self.add.text():
            self.add.suggester.open()

    # -- for subclasses ---------------------------------------------------------------------------------
    def make_rows(self) -> RowList:
        """Return the list of rows, connected to what hands in its edits."""
        raise NotImplementedError

    def suggestions(self, typed: str) -> list[Suggestion]:
        """Return what could be added while this is being typed."""
        raise NotImplementedError

    def on_chosen(self, suggestion: Suggestion) -> None:
        """Add what was chosen from the suggestions."""
        raise NotImplementedError

    def on_typed(self, text: str) -> None:
        """Add what was typed without choosing."""
        raise NotImplementedError
