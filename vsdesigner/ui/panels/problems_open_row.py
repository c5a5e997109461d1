"""The finding that one stands on, with all its words and with what can be done about it right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vsdesigner.analysis.finding import Finding
from vsdesigner.language import say
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.mending import FEW
from vsdesigner.ui.panels.problems_painting import ROW, TEXT_LEFT
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vsdesigner.commands.mends import Mend

SIDE, BETWEEN, BELOW = 16, 2, 8  # px
LINE = 18  # px of a line of text


class OpenRow(QWidget):
    """Lies over its row; the ground and the sign are painted below it. Clicks beside the buttons pass."""

    mend_chosen = Signal(object)
    left = Signal()  # the keyboard wants back to the rows

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
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 4, 0, 0)
        self._row.setSpacing(8)
        for button in self.buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addStretch(1)
        if self.buttons:
            column.addLayout(self._row)

    def height_for(self, width: int) -> int:
        """Return how high (px) the row has to be at a width."""
        self._arrange(width)
        return max(ROW, self._column.heightForWidth(width))

    def _button(self, mend: Mend) -> QPushButton:
        button = QPushButton(menu_text(mend.label))
        button.setObjectName("problems_mend")
        button.setProperty("role", "small")
        button.setIcon(icon("arrange"))
        button.setToolTip(escape_tooltip(tr("{mend}: one step, which can be undone").format(mend=mend.label)))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(60)
        button.clicked.connect(lambda: self.mend_chosen.emit(mend))
        return button

    def _arrange(self, width: int) -> None:
        """Buttons beside each other where they have the room, else below each other."""
        room = width - TEXT_LEFT - SIDE
        wide = sum(button.sizeHint().width() + 8 for button in self.buttons) <= room
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)
        for button in self.buttons:
            button.setMaximumWidth(max(60, int(room)))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From the buttons back to the row: the list takes it from here.
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
