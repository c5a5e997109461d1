"""Roles and their letters as rows of large buttons, for changing them in front of the audience."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from vsdesigner.document.wording import letters_of, one_line
from vsdesigner.model.records import Step
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, breakable, escape_tooltip, menu_text
from vsdesigner.ui.presentation.show import Show

SIDE, LEAST_SIDE = 46.0, 26.0  # px of a button: of the design, and at least
GAP = 6


class LetterRows(QWidget):
    """A row for each role of the document. `toggled` carries role and letter; the rows decide nothing."""

    toggled = Signal(str, str)

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(0, 1)
        self._shown: object = None
        self.labels: dict[str, PlainLabel] = {}
        self.buttons: dict[tuple[str, str], QPushButton] = {}

    def renew(self, step: Step) -> None:
        """Show which letters the roles have in a step."""
        view = self._state.view
        letters = tuple((entry.letter, tr(entry.name)) for entry in view.settings.raci_letters)
        roles = tuple((role.id, one_line(role.name)) for role in view.roles)
        wanted = (letters, roles, self._state.unit)
        if wanted != self._shown:
            self._shown = wanted
            self._build(letters, roles)
        for role, _ in roles:
            held = letters_of(step.raci, role).split("/")
            for letter, _name in letters:
                self.buttons[role, letter].setChecked(letter in held)

    def _build(self, letters: tuple[tuple[str, str], ...], roles: tuple[tuple[str, str], ...]) -> None:
        focused = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        for widget in (*self.labels.values(), *self.buttons.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.labels, self.buttons = {}, {}
        for row, (role, name) in enumerate(roles):
            label = PlainLabel(breakable(name), self, wrap=True)
            label.setAccessibleName(name)
            self.labels[role] = label
            self._grid.addWidget(label, row, 0)
            for column, (letter, meaning) in enumerate(letters, start=1):
                button = self._button(role, name, letter, meaning)
                self.buttons[role, letter] = button
                self._grid.addWidget(button, row, column)
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _button(self, role: str, name: str, letter: str, meaning: str) -> QPushButton:
        made = QPushButton(menu_text(letter), self)
        made.setObjectName(f"editor.raci.{role}.{letter}")
        made.setProperty("letter", True)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        side = button_side(self._state.unit)
        made.setFixedWidth(max(side, made.fontMetrics().horizontalAdvance(letter) + side // 2))
        spoken = tr("{role} is {letter}").format(role=name, letter=meaning)
        made.setAccessibleName(spoken)
        made.setToolTip(escape_tooltip(spoken))
        made.clicked.connect(lambda: self.toggled.emit(role, letter))
        return made


def button_side(unit: float) -> int:
    """Return how high a button is (px) where one px of the design is `unit` px."""
    return round(max(LEAST_SIDE, SIDE * unit))
