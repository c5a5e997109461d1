"""The letters of a set as rows that can be edited, added, removed and put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.commands.letter_sets import LONGEST_LETTER, MOST_LETTERS
from vsdesigner.model.parts import RaciLetter
from vsdesigner.model.text import NAME_LENGTH, TEXT_LENGTH
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import escape_tooltip

LETTER_WIDTH, NAME_WIDTH, MEANING_WIDTH = 52, 130, 350


@dataclass(slots=True)
class LetterLine:
    """One letter as it is typed; `before` is the letter of the document that it was, empty for a new one."""

    letter: str = ""
    name: str = ""
    meaning: str = ""
    before: str = ""


class LetterRows(QWidget):
    """Shows lines and tells `edited` when somebody changed something; Alt+Up and Alt+Down move a line."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[LetterLine] = []
        self._rows: list[_LetterRow] = []
        self._grid = QVBoxLayout()
        self._grid.setSpacing(4)
        self.add_button = QPushButton(icon("add"), tr("Add Letter"), self)
        self.add_button.setObjectName("letters.add")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_button)
        bottom.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addLayout(bottom)

    def show_letters(self, letters: Sequence[RaciLetter], present: Sequence[RaciLetter]) -> None:
        """Show a set; a letter that the document has already (`present`) is that one, whatever it becomes."""
        have = {entry.letter for entry in present}
        self.lines = [
            LetterLine(
                entry.letter, tr(entry.name), tr(entry.meaning), entry.letter if entry.letter in have else ""
            )
            for entry in letters
        ]
        self._rebuild()

    @property
    def renamed(self) -> dict[str, str]:
        """Letter of the document → what it becomes."""
        return {line.before: line.letter for line in self.lines if line.before not in ("", line.letter)}

    def shift(self, index: int, by: int) -> None:
        """Put a line one place up or down and keep the keyboard on it."""
        to = index + by
        if 0 <= to < len(self.lines):
            self.lines.insert(to, self.lines.pop(index))
            self._rebuild()
            self._rows[to].letter.setFocus()
            self.edited.emit()

    def remove(self, index: int) -> None:
        """Take a line out; the keyboard goes to the next one."""
        del self.lines[index]
        self._rebuild()
        if self._rows:
            self._rows[min(index, len(self._rows) - 1)].letter.setFocus()
        else:
            self.add_button.setFocus()
        self.edited.emit()

    def _add(self) -> None:
        self.lines.append(LetterLine())
        self._rebuild()
        self._rows[-1].letter.setFocus()
        self.edited.emit()

    def _rebuild(self) -> None:
        for old in self._rows:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_LetterRow(self, index) for index in range(len(self.lines))]
        for row in self._rows:
            self._grid.addWidget(row)
        self.add_button.setEnabled(len(self.lines) < MOST_LETTERS)

    def on_typed(self) -> None:
        """Somebody typed into a line."""
        for row, line in zip(self._rows, self.lines, strict=True):
            row.store(line)
        self.edited.emit()


class _LetterRow(QWidget):
    """One line: letter, name, meaning, and what can be done with it."""

    def __init__(self, rows: LetterRows, index: int) -> None:
        super().__init__(rows)
        self._owner, self._index = rows, index
        line = rows.lines[index]
        self.letter = self._field(line.letter, LONGEST_LETTER, tr("Letter"), f"letters.{index}.letter")
        self.name = self._field(line.name, NAME_LENGTH, tr("Name"), f"letters.{index}.name")
        self.meaning = self._field(line.meaning, TEXT_LENGTH, tr("What it means"), f"letters.{index}.meaning")
        self.letter.setFixedWidth(LETTER_WIDTH)
        self.name.setMinimumWidth(NAME_WIDTH)
        self.meaning.setMinimumWidth(MEANING_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        for column, (widget, share) in enumerate(((self.letter, 0), (self.name, 2), (self.meaning, 5))):
            grid.addWidget(widget, 0, column)
            grid.setColumnStretch(column, share)
        shown = line.letter or tr("the new letter")
        buttons = (
            ("up", tr("Move {letter} up (Alt+Up)"), lambda: rows.shift(index, -1), index > 0),
            ("down", tr("Move {letter} down (Alt+Down)"), lambda: rows.shift(index, 1), self._has_next()),
            ("close", tr("Remove {letter}"), lambda: rows.remove(index), True),
        )
        for column, (glyph, text, do, possible) in enumerate(buttons, start=3):
            button = QToolButton(self)
            button.setObjectName(f"letters.{index}.{'remove' if glyph == 'close' else glyph}")
            button.setIcon(icon(glyph))
            button.setToolTip(escape_tooltip(text.format(letter=shown)))
            button.setAccessibleName(text.format(letter=shown))
            button.setEnabled(possible)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(do)
            grid.addWidget(button, 0, column)

    def _has_next(self) -> bool:
        return self._index < len(self._owner.lines) - 1

    def _field(self, text: str, longest: int, spoken: str, name: str) -> QLineEdit:
        made = QLineEdit(text, self)
        made.setMaxLength(longest)
        made.setObjectName(name)
        made.setPlaceholderText(spoken)
        made.setAccessibleName(tr("{field}, line {number}").format(field=spoken, number=self._index + 1))
        made.setCursorPosition(0)
        made.textEdited.connect(lambda _text: self._owner.on_typed())
        return made

    def store(self, line: LetterLine) -> None:
        """Write what was typed into its line."""
        line.letter = self.letter.text().strip().upper()
        line.name, line.meaning = self.name.text(), self.meaning.text()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = keys.is_alt_arrow(event)
        if way:
            self._owner.shift(self._index, way)
        else:
            super().keyPressEvent(event)
