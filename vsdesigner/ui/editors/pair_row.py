"""A row of two texts, one above the other: what it is, and a remark or list that belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vsdesigner.model.text import NAME_LENGTH, TEXT_LENGTH
from vsdesigner.ui.editors.row import Row
from vsdesigner.ui.editors.text_field import DENSE_HEIGHT, TextField
from vsdesigner.ui.plain import PlainLabel


class PairRow(Row):
    """`title` can be edited unless `fixed`; then it is a label. `remark` is a text of one paragraph."""

    retitled = Signal(str)

    def __init__(
        self,
        key: str,
        parent: QWidget,
        *,
        title_hint: str = "",
        remark_hint: str,
        remark_length: int = TEXT_LENGTH,
    ) -> None:
        super().__init__(key, parent, first_line=DENSE_HEIGHT)
        self.title = TextField(self.body, quiet=True, dense=True, max_length=NAME_LENGTH)
        self.title.setProperty("strong", True)
        self.title.set_hint(title_hint)
        self.label = PlainLabel("", self.body, wrap=True)
        self.label.setProperty("role", "strong")
        self.label.setMinimumHeight(DENSE_HEIGHT)
        self.label.setContentsMargins(7, 5, 0, 0)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.label.hide()
        self.remark = TextField(self.body, quiet=True, dense=True, max_length=remark_length)
        self.remark.set_hint(remark_hint)
        for field in (self.title, self.remark):
            field.selects_on_tab = False
        layout = QVBoxLayout(self.body)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(self.title)
        layout.addWidget(self.label)
        layout.addWidget(self.remark)
        self.label.setBuddy(self.remark)

    def show_title(self, text: str, *, fixed: bool) -> None:
        """Show what the row is about, as a label when it is `fixed`."""
        self.title.set_value(text)
        self.title.setVisible(not fixed)
        self.label.setVisible(fixed)
        if self.label.text() != text:
            self.label.setText(text)

    def fields(self) -> list[QWidget]:
        return [self.title, self.remark]

    def focus_first(self) -> None:
        (self.remark if self.title.isHidden() else self.title).setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        self.title.cancel()
        self.remark.cancel()
