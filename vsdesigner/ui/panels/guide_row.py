"""One step of the method in the guide: its line and, while it is open, how far it is and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vsdesigner.analysis.method import MethodStep
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.guide_head import TEXT_LEFT, GuideHead
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text

CHOICES = 2  # things to do that a step offers at once
BELOW = 8  # px under an open step


class GuideRow(QWidget):
    """Its buttons stay the same however often the words change: a press and its release meet one button."""

    opened = Signal(str)
    chosen = Signal(str, int)  # the step's id, which of its things to do
    put_off = Signal(str)

    def __init__(self, step: MethodStep, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self.head = GuideHead(step, self)
        self.head.clicked.connect(lambda: self.opened.emit(step.id))
        self.head.entered.connect(self._on_entered)
        self.said = PlainLabel(wrap=True)
        self.said.setProperty("role", "muted")
        self.text = PlainLabel(wrap=True)
        self.text.setObjectName(f"guide_next_{step.id}")
        self.buttons = [self._button(number) for number in range(CHOICES)]
        self.later = QPushButton(tr("Later"))
        self.later.setObjectName(f"guide_later_{step.id}")
        self.later.setProperty("role", "quiet")
        self.later.setToolTip(escape_tooltip(tr("Put this off and see what else there is to do")))
        self.later.clicked.connect(lambda: self.put_off.emit(step.id))
        self.body = QWidget(self)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(int(TEXT_LEFT), 0, 10, BELOW)
        inside.setSpacing(5)
        inside.addWidget(self.said)
        inside.addWidget(self.text)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.buttons[0])
        first.addWidget(self.later)
        first.addStretch(1)
        inside.addLayout(first)
        for button in self.buttons[1:]:
            rest = QHBoxLayout()
            rest.addWidget(button)
            rest.addStretch(1)
            inside.addLayout(rest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)

    def show_step(self, step: MethodStep, verbs: list[str], *, opened: bool, can_wait: bool) -> None:
        """Show how far the step is and, when it is open, what to do: a sentence, and `verbs` on buttons."""
        self.step = step
        self.head.show_step(step, opened=opened)
        self.body.setVisible(opened)
        self.said.setText(step.said)
        self.text.setText(step.next[0].text if step.next else "")
        self.text.setVisible(bool(step.next))
        for number, button in enumerate(self.buttons):
            offered = opened and number < len(verbs)
            if offered:
                button.setText(menu_text(verbs[number], 40))
                button.setToolTip(escape_tooltip(step.next[number].text))
            button.setVisible(offered)
        self.later.setVisible(opened and can_wait and bool(verbs))

    def _on_entered(self) -> None:
        if self.head.opened and self.buttons[0].isVisibleTo(self):
            self.chosen.emit(self.step.id, 0)
        else:
            self.opened.emit(self.step.id)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"guide_do_{self.step.id}_{number}")
        button.setProperty("role", "link" if number else "primary")
        button.clicked.connect(lambda: self.chosen.emit(self.step.id, number))
        return button
