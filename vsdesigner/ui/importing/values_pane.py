"""Shows all of one change: what it was, what it is here, what it became there; and asks who is right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.importing.changes import ReviewedChange
from vsdesigner.ui.plain import PlainLabel

HEIGHT = 76  # px of each text
GAP = 12


class ValuesPane(QWidget):
    """The sentence, the values side by side, and for a contradiction the choice."""

    decided = Signal(bool)  # theirs (or ours) was chosen for what is shown

    def __init__(self, parent: QWidget | None = None, *, can_contradict: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("change_values")
        self.sentence = PlainLabel("", wrap=True)
        self.sentence.setProperty("role", "strong")
        self.before, self.here, self.there = (self._text() for _ in range(3))
        self._captions = [PlainLabel(text) for text in (tr("Before"), tr("Here"), tr("There"))]
        self._grid = grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for column, (caption, field) in enumerate(
            zip(self._captions, (self.before, self.here, self.there), strict=True)
        ):
            caption.setProperty("role", "field")
            caption.setBuddy(field)
            field.setAccessibleName(caption.text())
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        self.keep = QRadioButton(tr("Keep what is &here"))
        self.take = QRadioButton(tr("Take what is &there"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.keep, self.take):
            self._group.addButton(button)
            shape = button.sizePolicy()
            shape.setRetainSizeWhenHidden(can_contradict)  # the list above keeps its height
            button.setSizePolicy(shape)
            row.addWidget(button)
        row.addStretch(1)
        self.take.toggled.connect(self._on_toggled)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(8)
        column_.addWidget(self.sentence)
        column_.addLayout(grid)
        column_.addLayout(row)
        self.show_change(None, is_ticked=False)

    def _text(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setFixedHeight(HEIGHT)
        return field

    def show_change(self, change: ReviewedChange | None, *, is_ticked: bool) -> None:
        """Show a change; None shows nothing."""
        self.sentence.setText(change.text if change else "")
        for field, text in (
            (self.before, _joined(change.base, change.gone) if change else ""),
            (self.here, change.ours if change else ""),
            (self.there, _joined(change.theirs, change.added) if change else ""),
        ):
            if field.toPlainText() != text:
                field.setPlainText(text)
        is_conflict = change is not None and change.conflict
        self._captions[1].setVisible(is_conflict)
        self.here.setVisible(is_conflict)
        self._grid.setColumnStretch(1, int(is_conflict))
        self._grid.setHorizontalSpacing(GAP if is_conflict else GAP // 2)
        for button in (self.keep, self.take):
            button.setVisible(is_conflict)
        self.take.blockSignals(True)
        (self.take if is_ticked else self.keep).setChecked(True)
        self.take.blockSignals(False)

    def _on_toggled(self, on: bool) -> None:
        self.decided.emit(on)


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
