"""One step of the method in the guide: its line and, while it is open, how far it is and what to do next."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vsdesigner.analysis.method import MethodStep
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.panels.guide_head import TEXT_LEFT, GuideHead
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text

CHOICES = 2  # things to do that a step offers at once
LINES = 3  # of text that there is always room for
BELOW = 8  # px under an open step
SIDE, APART, LATER = 6, 4, 28  # px: right of the words, between buttons, the button that puts off
PADDED = 24  # px of a button beside its words


class Offer(NamedTuple):
    """One thing to do: a short verb for the button and the whole words for above it."""

    verb: str
    text: str


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
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._highest = 0  # px of the sentences that stood there while the step was open
        self.buttons = [self._button(number) for number in range(CHOICES)]
        self._offers: list[Offer] = []
        self.later = QToolButton()
        self.later.setObjectName(f"guide_later_{step.id}")
        self.later.setIcon(icon("last", "muted"))
        self.later.setFixedSize(LATER, LATER)
        self.later.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.later.setAccessibleName(tr("Later"))
        self.later.setToolTip(escape_tooltip(tr("Later: put this off and see what else there is to do")))
        self.later.clicked.connect(lambda: self.put_off.emit(step.id))
        self.body = QWidget(self)
        inside = QVBoxLayout(self.body)
        inside.setContentsMargins(int(TEXT_LEFT), 0, SIDE, BELOW)
        inside.setSpacing(5)
        inside.addWidget(self.said)
        inside.addWidget(self.text)
        first = QHBoxLayout()
        first.setSpacing(APART)
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

    def show_step(self, step: MethodStep, offers: list[Offer], *, opened: bool, can_wait: bool) -> None:
        """Show how far the step is and, when it is open, what to do: the first sentence, and the buttons."""
        self.step = step
        self.head.show_step(step, opened=opened)
        self.body.setVisible(opened)
        self.said.setText(step.said)
        self.text.setText(offers[0].text if offers else "")
        self.text.setVisible(bool(offers))
        if not opened:
            self._highest = 0
        for number, button in enumerate(self.buttons):
            offered = opened and number < len(offers)
            if offered:
                verb, text = offers[number]
                button.setToolTip(escape_tooltip(f"{verb}\n{text}"))
                button.setAccessibleName(verb)
                button.setAccessibleDescription(text)
            button.setVisible(offered)
        self.later.setVisible(opened and can_wait and bool(offers))
        self._offers = offers
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Cut the words on the buttons where they have no room: their tooltips have all of them.

        Above them is room for three lines, and for what stood there before: the buttons keep their place when
        the sentence changes.
        """
        room = width - int(TEXT_LEFT) - SIDE
        self.text.setMinimumHeight(0)  # else the label answers with it
        lines = self.text.fontMetrics().size(0, "\n".join("x" * LINES)).height()
        self._highest = max(self._highest, lines, self.text.heightForWidth(room))
        self.text.setMinimumHeight(self._highest)
        for number, (button, (words, _text)) in enumerate(zip(self.buttons, self._offers, strict=False)):
            most = room - (0 if number or self.later.isHidden() else LATER + APART)
            metrics = button.fontMetrics()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(40, most - PADDED))
            button.setText(menu_text(shown, 80))
            button.setMaximumWidth(max(40, most))

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._highest = 0
            self._fit(event.size().width())

    def _on_entered(self) -> None:
        if self.head.opened and self.buttons[0].isVisibleTo(self):
            self.chosen.emit(self.step.id, 0)
        else:
            self.opened.emit(self.step.id)

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setProperty("narrow", True)
        button.setMinimumWidth(40)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setObjectName(f"guide_do_{self.step.id}_{number}")
        button.setProperty("role", "link" if number else "primary")
        button.clicked.connect(lambda: self.chosen.emit(self.step.id, number))
        return button
