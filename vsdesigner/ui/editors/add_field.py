"""The field below a list that adds an entry by its name, with suggestions, and stays ready for the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.suggestion_popup import Provider, Suggester
from vsdesigner.ui.editors.suggestions import Suggestion
from vsdesigner.ui.editors.text_field import TextField


class AddField(TextField):
    """Hands in what was chosen or typed; afterwards it is empty and still has the keyboard.

    `chosen` carries a `Suggestion`; `typed` a text that was entered or left standing. Text that stands in the
    field when the keyboard leaves counts as typed: nothing that somebody wrote is lost. Only after Esc closed
    the suggestions, leaving drops it; Enter still takes it.
    """

    chosen = Signal(object)
    typed = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, hint: str, max_length: int, provider: Provider | None = None
    ) -> None:
        super().__init__(parent, max_length=max_length)
        self.set_hint(hint)
        self.setAccessibleName(hint)
        self.suggester = Suggester(self, provider) if provider is not None else None
        if self.suggester is not None:
            self.suggester.chosen.connect(self._on_chosen)
            self.suggester.refused.connect(self._on_refused)
        self._refused = ""  # the text that stood there when Esc closed the suggestions

    def on_key(self, event: QKeyEvent) -> bool:
        if event.key() in keys.ENTER:
            self._refused = ""
        return super().on_key(event)

    def _on_refused(self) -> None:
        self._refused = self.text()

    def commit(self) -> None:
        text = self.final_text()
        refused = bool(self._refused) and self.text() == self._refused
        self._clear()
        if text and not refused:
            self.typed.emit(text)

    def is_edited(self) -> bool:
        return self.text() != ""

    def _clear(self) -> None:
        if self.suggester is not None:
            self.suggester.close()
            self.suggester.silently(self.clear)
        else:
            self.clear()
        self._refused = ""
        self.document().clearUndoRedoStacks()

    def cancel(self) -> None:
        self._clear()

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self._clear()
        self.chosen.emit(suggestion)
