"""Completes the line at the caret while a list is written in front of the audience."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListView, QWidget

from vsdesigner.ui.editors.suggestion_popup import Suggester
from vsdesigner.ui.editors.suggestion_view import SuggestionDelegate
from vsdesigner.ui.editors.suggestions import Suggestion, exact, matching
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.theme import Theme
from vsdesigner.ui.theme_qss import style_sheet

LETTERS, LEAST_LETTERS = 24.0, 13.0  # px: of the design, and at least
SMALL = 0.75  # of that, for what is said of a suggestion
MOST_HEIGHT = 420.0  # px of the design
_BEHIND_NAME = (":", "(")  # from there on somebody writes freely

Names = Callable[[], Sequence[str]]


class LineCompletion(Suggester):
    """Suggests names for a line; Down walks into the list only when it is open, else it moves the caret."""

    def __init__(self, field: TextField, state: Show, names: Names) -> None:
        self._names, self._state = names, state
        super().__init__(field, self._fitting)
        self.chosen.connect(self._on_chosen)

    def make_delegate(self, view: QListView) -> SuggestionDelegate:
        return _Delegate(view, self._state)

    def _fitting(self, _text: str) -> list[Suggestion]:
        line = self._line().strip(" –-\t")
        if not line or any(mark in line for mark in _BEHIND_NAME):
            return []
        known = [Suggestion(name, name) for name in self._names()]
        return [] if exact(known, line) is not None else matching(known, line)

    def _line(self) -> str:
        return self._field.textCursor().block().text()

    def _on_chosen(self, suggestion: Suggestion) -> None:
        cursor = self._field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.silently(lambda: cursor.insertText(suggestion.text))

    def _make(self, window: QWidget) -> QListView:
        view = super()._make(window)
        view.setStyleSheet(style_sheet(self._state.theme))
        return view

    def _on_key(self, event: QKeyEvent) -> bool:
        return self.is_open and super()._on_key(event)

    def _place(self, view: QListView) -> None:
        """Below the line at the caret, above it where there is more room."""
        window, caret = self._field.window(), self._field.cursorRect()
        top = self._field.viewport().mapTo(window, QPoint(0, caret.top())).y()
        left = self._field.mapTo(window, QPoint(0, 0)).x()
        most = round(MOST_HEIGHT * self._state.unit)
        view.resize(self._field.width(), most)
        wanted = sum(view.sizeHintForRow(row) for row in range(min(self._model.rowCount(), 20)))
        height = min(most, wanted + 2 * view.frameWidth() + 2)
        below = window.height() - top - caret.height() - 8
        if height > below and top - 8 > below:
            height = min(height, top - 8)
            view.setGeometry(left, top - height - 4, self._field.width(), height)
        else:
            view.setGeometry(left, top + caret.height() + 6, self._field.width(), max(40, min(height, below)))


class _Delegate(SuggestionDelegate):
    """Letters that can be read from the last row."""

    def __init__(self, view: QListView, state: Show) -> None:
        super().__init__(view)
        self._state = state

    def worn(self) -> Theme:
        return self._state.theme

    def font(self, role: str) -> QFont:
        made = QFont(super().font(role))
        share = 1.0 if role == "panel" else SMALL
        made.setPixelSize(round(max(LEAST_LETTERS, LETTERS * self._state.unit * share)))
        return made
