"""What comes next, in the presenter's window: a step, or at a fork the ways with their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vsdesigner.analysis.journey import Way
from vsdesigner.document.card_words import terminal_title
from vsdesigner.document.wording import one_line
from vsdesigner.model.records import Step, Terminal
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, menu_text
from vsdesigner.ui.presentation.show import Show

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

MOST_WAYS = 9  # a digit chooses
NAME_LENGTH = 70
_BUTTON = "QPushButton { text-align: left; font-size: 16px; padding: 8px 12px; }"


class NextPane(QWidget):
    """Buttons that go on; the first one is where the next key leads."""

    def __init__(self, window: PresentWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenter.next")
        self._window, self._state = window, window.state
        self.heading = PlainLabel("", self)
        self.heading.setProperty("role", "section")
        self.buttons: list[QPushButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.heading)
        self._shown: tuple[str, tuple[str, ...]] | None = None
        for signal in (self._state.moved, self._state.changed, self._state.page_changed):
            signal.connect(self._renew)
        self._renew()

    def _renew(self, *_: object) -> None:
        wanted = heading_words(self._state), tuple(way_lines(self._state))
        if wanted == self._shown:
            return
        self._shown = wanted
        self.heading.setText(wanted[0])
        for button in self.buttons:
            self._box.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(index, text) for index, text in enumerate(wanted[1])]

    def _button(self, index: int, text: str) -> QPushButton:
        made = QPushButton(menu_text(text, NAME_LENGTH), self)
        made.setObjectName(f"presenter.next.{index + 1}")
        made.setToolTip(tr("Go there"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setStyleSheet(_BUTTON)
        made.clicked.connect(lambda: self._go(index))
        self._box.addWidget(made)
        return made

    def _go(self, index: int) -> None:
        if len(self._state.journey.ways) > 1:
            self._state.next(index)
        else:
            self._window.run("go.next")


def heading_words(state: Show) -> str:
    """Return what stands above: how many ways there are, or how many pages the card still has."""
    if not state.journey.ways:
        return tr("This is the end")
    if state.page + 1 < state.pages:
        return tr("Next: page {page} of {pages} of this card, then").format(
            page=state.page + 2, pages=state.pages
        )
    return tr("Next: choose a way by its number") if len(state.journey.ways) > 1 else tr("Next")


def way_lines(state: Show) -> list[str]:
    """Return the ways on, one line each; at a fork with their numbers."""
    ways = state.journey.ways[:MOST_WAYS]
    if len(ways) < 2:
        return [_words(state, way) for way in ways]
    return [f"{number} · {_words(state, way)}" for number, way in enumerate(ways, start=1)]


def _words(state: Show, way: Way) -> str:
    record = state.view.find(way.target) if way.target else None
    if isinstance(record, Step):
        name = one_line(record.name) or tr("Unnamed step")
        words = tr("{name} (step {number})").format(name=name, number=state.view.number(record.id))
    elif isinstance(record, Terminal):
        words = terminal_title(state.view, record)
    else:
        words = tr("Closing")
    if way.back:
        words = tr("Back to {name}").format(name=words)
    label = one_line(way.label)
    return tr("{label}: {name}").format(label=label, name=words) if label else words
