"""The plain-text field in which names are edited where they are drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from vsdesigner.ui.clipboard.text_keys import is_plain_paste, is_text_key
from vsdesigner.ui.colour import css
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.theme import Theme

LEAST_FONT = 13  # px; an editor is readable at any zoom
FRAME = 2
PADDING = 4
MOST_LINES = 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN_KEYS = (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class NameEditor(QPlainTextEdit):
    """Enter and loss of focus commit, Tab commits and goes on, Esc cancels, Shift+Enter breaks the line.

    Ctrl+Enter asks for the next step, Ctrl+Shift+Enter for a flow to value.
    """

    committed = Signal()
    entered = Signal()
    next_wanted = Signal()
    value_wanted = Signal()
    tabbed = Signal()
    cancelled = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._limit = 0
        self._manuscript = False
        self.setObjectName("name_editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._on_text)
        self.hide()

    def begin(self, text: str, placeholder: str, limit: int, *, many_lines: bool) -> None:
        """Show `text` selected; at most `limit` characters, pasted line ends kept only with `many_lines`."""
        self._limit = limit
        self._manuscript = many_lines
        self.setAccessibleName(placeholder)
        self.setPlaceholderText(placeholder)
        self.setPlainText(text)
        self.selectAll()

    def type(self, text: str) -> None:
        """Replace what is selected as if it had been typed."""
        self.insertPlainText(text)

    def dress(self, theme: Theme, font: int, *, bold: bool, centred: bool) -> None:
        """Wear the colours of `theme` in letters of `font` px, which `LEAST_FONT` limits."""
        self.setStyleSheet(
            f"QPlainTextEdit#name_editor {{ background: {css(theme.field)}; color: {css(theme.text)};"
            f" border: {FRAME}px solid {css(theme.accent)}; border-radius: 6px; padding: {PADDING}px;"
            f" font-size: {max(LEAST_FONT, font)}px; font-weight: {500 if bold else 400};"
            f" selection-background-color: {css(theme.accent)};"
            f" selection-color: {css(theme.accent_text)}; }}"
        )
        self.ensurePolished()
        option = self.document().defaultTextOption()
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)

    @property
    def lines(self) -> int:
        """How many lines the text takes at the present width, up to a good handful."""
        return max(1, min(MOST_LINES, round(self.document().size().height())))

    def text_width(self, most: int) -> int:
        """Return the width that the text needs in one line, or what is said in its place; `most` at most."""
        shown = self.toPlainText() or self.placeholderText()
        wide = max(self.fontMetrics().horizontalAdvance(line) for line in shown.split("\n"))
        return min(most, wide + 2 * (FRAME + PADDING) + 2 * self.fontMetrics().averageCharWidth())

    def wanted_size(self, width: int, least: int = 1) -> QSize:
        """Return the size in which all lines are seen at this width, `least` lines in any case."""
        self.resize(width, self.height())
        lines = max(least, self.lines)
        return QSize(width, lines * self.fontMetrics().lineSpacing() + 2 * (FRAME + PADDING) + 2)

    def put(self, area: QRect) -> None:
        """Cover `area` of the parent."""
        if area != self.geometry():
            self.setGeometry(area)
            self.ensureCursorVisible()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self._on_enter(event.modifiers())
        elif key == Qt.Key.Key_Backtab:
            self.committed.emit()
        elif key == Qt.Key.Key_Tab:
            self.tabbed.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif is_plain_paste(event):
            self.paste()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _on_enter(self, held: Qt.KeyboardModifier) -> None:
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if held & Qt.KeyboardModifier.ControlModifier:
            (self.value_wanted if shift else self.next_wanted).emit()
        elif shift:
            self.insertPlainText("\n")
        else:
            self.entered.emit()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (event.key() in _OWN_KEYS or is_text_key(event))
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @guarded
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()[: self._limit + 1]
        self.insertPlainText(text if self._manuscript else " ".join(text.split("\n")))

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own context menu
            self.committed.emit()

    def _on_text(self) -> None:
        surplus = self.document().characterCount() - 1 - self._limit
        if self._limit and surplus > 0:
            cursor = self.textCursor()
            end = cursor.position()
            cursor.setPosition(max(0, end - surplus))
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            return
        self.resized.emit()
