"""The finding that one stands on, with all its words and with what can be done about it right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vsdesigner.analysis.finding import Finding
from vsdesigner.language import say
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.mending import FEW
from vsdesigner.ui.panels.problems_painting import ROW, TEXT_LEFT
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vsdesigner.commands.mends import Mend

SIDE, BETWEEN, BELOW, APART = 16, 2, 8, 6  # px
LEAST = 60  # px of a button
LINE = 18  # px of a line of text
WALKED = {  # by how many buttons an arrow goes on
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class _MendButton(QPushButton):
    """Leaves the arrows to its row: Qt would go on to any button near by, out of the panel too."""

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in WALKED or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class OpenRow(QWidget):
    """Lies over its row; the ground and the sign are painted below it. Clicks beside the buttons pass."""

    mend_chosen = Signal(object)
    left = Signal()  # the keyboard wants back to the rows
    passed = Signal()  # it wants on to the row below

    def __init__(self, finding: Finding, mends: Sequence[Mend], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problems_open")
        self.words = PlainLabel(" ".join(finding.text.split()), wrap=True)
        self.why = PlainLabel(say(finding.why), wrap=True)
        self.why.setObjectName("problems_why")
        self.why.setProperty("role", "muted")
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(int(TEXT_LEFT), (ROW - LINE) // 2, SIDE, BELOW)
        column.setSpacing(BETWEEN)
        column.addWidget(self.words)
        column.addWidget(self.why)
        self.buttons = [self._button(mend) for mend in mends[:FEW]]
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setSpacing(APART)
        self._lines: list[list[QPushButton]] = []
        if self.buttons:
            column.addLayout(self._rows)

    def height_for(self, width: int) -> int:
        """Return how high (px) the row has to be at a width."""
        self._arrange(width)
        return max(ROW, self._column.heightForWidth(width))

    def _button(self, mend: Mend) -> QPushButton:
        button = _MendButton(menu_text(mend.label))
        button.setObjectName("problems_mend")
        button.setProperty("role", "small")
        button.setToolTip(escape_tooltip(tr("{mend}: one step, which can be undone").format(mend=mend.label)))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(LEAST)
        button.clicked.connect(lambda: self.mend_chosen.emit(mend))
        return button

    def _arrange(self, width: int) -> None:
        """Put the buttons beside each other as far as there is room, the rest on further lines."""
        room = int(width - TEXT_LEFT - SIDE)
        lines: list[list[QPushButton]] = []
        left = 0
        for button in self.buttons:
            button.setMaximumWidth(max(LEAST, room))
            wanted = button.sizeHint().width() + APART
            if not lines or wanted > left:
                lines.append([])
                left = room + APART
            lines[-1].append(button)
            left -= wanted
        if lines == self._lines:
            return
        self._lines = lines
        while (item := self._rows.takeAt(0)) is not None:
            old = item.layout()
            if old is not None:
                while old.takeAt(0) is not None:
                    pass
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(APART)
            for button in line:
                row.addWidget(button)
            row.addStretch(1)
            self._rows.addLayout(row)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in WALKED:
            self._walk(WALKED[key], leaving=key in (Qt.Key.Key_Up, Qt.Key.Key_Down))
        else:
            super().keyPressEvent(event)

    def _walk(self, by: int, *, leaving: bool) -> None:
        """Go on to another button; beyond the first and last one out of the row, where `leaving`."""
        at = next((number for number, button in enumerate(self.buttons) if button.hasFocus()), -1) + by
        if 0 <= at < len(self.buttons):
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif leaving:
            (self.passed if by > 0 else self.left).emit()
