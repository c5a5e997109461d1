"""The one text field of all panels: wraps, grows, commits on leaving, keeps its own undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from vsdesigner.model.text import NAME_LENGTH, TEXT_LENGTH, clean
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr

LEAST_HEIGHT = 30
DENSE_HEIGHT = 26  # of fields that stand one above the other in a row
MOST_LINES = 24  # longer texts scroll inside
SEVERAL = "— several —"
#: Why the keyboard may leave a field for a moment only: a list, a menu, another window.
_COMES_BACK = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)

KeyHook = Callable[[QKeyEvent], bool]


class TextField(QPlainTextEdit):
    """A text of one paragraph (Enter commits) or of several (`many_lines`; Ctrl+Enter commits).

    `committed` carries the new text, once per edit and only when it differs from the value. What the user
    has typed is never overwritten by `set_value`; `cancel` (Esc) throws it away. At most `max_length`
    characters go in; `told` says so in a sentence when something had to be cut.
    """

    committed = Signal(object)
    #: Enter was pressed in a field of one paragraph, after the commit.
    entered = Signal()
    told = Signal(str)
    focused = Signal(bool)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        many_lines: bool = False,
        breaks: bool = False,
        max_length: int | None = None,
        quiet: bool = False,
        dense: bool = False,
    ) -> None:
        """`breaks` lets Shift+Enter make a new line in a field of one paragraph.

        `quiet` fields have no frame until they are used, `dense` ones are a little lower.
        """
        super().__init__(parent)
        self.max_length = max_length or (TEXT_LENGTH if many_lines else NAME_LENGTH)
        #: Asked for each key before the field itself; the first that answers True has used it up.
        self.key_hooks: list[KeyHook] = []
        self.selects_on_tab = not many_lines
        self._many_lines, self._breaks = many_lines, breaks
        self._value = ""
        self._shown = ""
        self._several = False
        self._hint = ""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)
        margin = 1 if dense else 2  # without any, Qt takes the last line for cut off
        self.document().setDocumentMargin(margin)
        self._side = (0 if quiet else 4) + 2 - margin
        self._before = 0
        self._least = DENSE_HEIGHT if dense else LEAST_HEIGHT
        self.setViewportMargins(self._side, 0, self._side, 0)
        if quiet:
            self.setProperty("role", "quiet")
        self.document().clearUndoRedoStacks()  # the margin counts as an edit
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self.show_caret)

    # -- value ------------------------------------------------------------------------------------------
    def value(self) -> object:
        """Return the value as the document has it."""
        return self._value

    def set_value(self, value: object, *, several: bool = False) -> None:
        """Show a value; `several` says that the records differ. Text that is being typed stays."""
        edited = self.is_edited()
        self._value = value if isinstance(value, str) else ""
        self._several = several
        if not edited or self.text() == self._text_of_value():
            self._show()

    def text(self) -> str:
        """Return what stands in the field, no-break spaces included."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Replace what is being typed as if the user had typed it."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def is_edited(self) -> bool:
        """Say whether there is text that was not committed yet."""
        return self.text() != self._shown

    def commit(self) -> None:
        """Hand in what was typed, if anything was."""
        if not self.is_edited():
            if self._shown != self._text_of_value():  # the document went on while something was typed here
                self._show()
            return
        text = self.final_text()
        if text == self._value and not self._several:
            self._show()
            return
        self._value, self._several = text, False
        self._shown = self.text()
        self.document().clearUndoRedoStacks()
        self.committed.emit(text)

    def cancel(self) -> None:
        """Throw away what was typed and show the value again."""
        if self.is_edited():
            self._show()

    def final_text(self) -> str:
        """Return what is typed as the document would keep it."""
        text = clean(self.text())
        return text if self._many_lines else text.strip()

    def present_text(self) -> str:
        """Return what the value would be after a commit."""
        return self.final_text() if self.is_edited() else self._value

    def set_hint(self, text: str) -> None:
        """Show a placeholder while the field is empty."""
        self._hint = text
        self._show_hint()

    def _text_of_value(self) -> str:
        return "" if self._several else self._value

    def _show(self) -> None:
        wanted = self._text_of_value()
        if self.text() != wanted:
            self.setPlainText(wanted)
        self._shown = self.text()
        self.document().clearUndoRedoStacks()
        self._show_hint()

    def _show_hint(self) -> None:
        hint = tr(SEVERAL) if self._several else self._hint
        if hint != self.placeholderText():
            self.setPlaceholderText(hint)
            self._fit()

    # -- size -------------------------------------------------------------------------------------------
    def set_least_height(self, height: int) -> None:
        """Be at least so high (px): fields with larger letters need more than the usual ones."""
        self._least = height
        self._fit()

    def set_room_before(self, room: int) -> None:
        """Leave so much room (px) in front of the text."""
        self._before, margins = room, self.viewportMargins()
        self.setViewportMargins(self._side + room, margins.top(), self._side, margins.bottom())
        self._fit()

    def _on_text(self) -> None:
        if self.document().characterCount() > self.max_length and len(self.text()) > self.max_length:
            self._cut()
        self._fit()

    def _cut(self) -> None:
        """Take back what an input method or a drop brought in beyond the bound."""
        cursor = self.textCursor()
        cursor.clearSelection()
        if cursor.atStart():
            cursor.movePosition(QTextCursor.MoveOperation.End)
        self.blockSignals(True)
        while len(self.text()) > self.max_length and not cursor.atStart():
            cursor.deletePreviousChar()
        self.blockSignals(False)
        self._tell_cut()

    def _tell_cut(self) -> None:
        self.told.emit(
            tr("The text was cut: at most {count} characters fit here.").format(
                count=f"{self.max_length:,}".replace(",", "\u202f")
            )
        )

    def _fit(self) -> None:
        """Be as high as the text; a layout above learns of it only when the number of lines changes."""
        width = self.viewport().width()
        if width <= 0:
            return
        frame = self.contentsMargins()  # border and padding of the style sheet
        chrome = frame.top() + frame.bottom()
        # A single line stands in the middle, whatever height the font has; it may cover the padding.
        above = (self._least - chrome - self._line_height()) // 2
        if self.viewportMargins().top() != above:
            self.setViewportMargins(self._side + self._before, above, self._side, above)
        chrome += 2 * above
        text = self._text_height()
        most = MOST_LINES * self.fontMetrics().lineSpacing() if self._many_lines else text
        scrolls = text > most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        height = max(self._least, min(text, most) + chrome)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
            self.resize(self.width(), height)  # now: the text must not scroll before the layout comes round

    def _line_height(self) -> int:
        block = self.document().firstBlock()
        lines = max(1, block.lineCount())
        return round(self.blockBoundingRect(block).height() / lines + 2 * self.document().documentMargin())

    def _text_height(self) -> int:
        margin = self.document().documentMargin()
        block, height = self.document().firstBlock(), 0.0
        if self.document().isEmpty() and self.placeholderText():
            room = QRect(0, 0, int(self.viewport().width() - 2 * margin), 100_000)
            bounds = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText())
            return round(max(bounds.height(), self.blockBoundingRect(block).height()) + 2 * margin)
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(height + 2 * margin)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(160, max(self._least, self.minimumHeight()))

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(24, self._least)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
        self.show_caret()

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def show_caret(self) -> None:
        """Scroll the panel so that the caret can be seen."""
        if not self.hasFocus():
            return
        area = self.scroll_area()
        content = area.widget() if area is not None else None
        if area is not None and content is not None:
            caret = self.cursorRect().center()
            place = self.viewport().mapTo(content, QPoint(caret.x(), caret.y()))
            area.ensureVisible(place.x(), place.y(), 0, 32)

    def scroll_area(self) -> QScrollArea | None:
        """Return the panel's scrolling part that the field stands in."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    # -- keys -------------------------------------------------------------------------------------------
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            owned = self.owns(event)
            if owned is not None:
                event.setAccepted(owned)
                return owned
        return super().event(event)

    def owns(self, event: QKeyEvent) -> bool | None:
        """Say whether a key is this field's and no shortcut's; None leaves it to Qt.

        Undo is the field's as long as there is typing to take back, then the document's.
        """
        if keys.is_undo(event):
            return self.document().isUndoAvailable()
        if keys.is_redo(event):
            return self.document().isRedoAvailable()
        if event.key() == Qt.Key.Key_Escape:
            return self.is_edited()
        if event.key() in keys.ENTER and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return True
        return True if keys.is_text_key(event) else None

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(hook(event) for hook in tuple(self.key_hooks)) or self.on_key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def on_key(self, event: QKeyEvent) -> bool:
        """Act on the keys that mean something to this field; False leaves a key to the text."""
        if event.key() in keys.ENTER:
            return self._on_enter(event)
        if event.key() == Qt.Key.Key_Escape:
            edited = self.is_edited()
            self.cancel()
            return edited
        if keys.is_redo(event) and self.document().isRedoAvailable():
            self.redo()
            return True
        return False

    def _on_enter(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not control and (self._many_lines or (self._breaks and keys.is_shifted(event))):
            self.textCursor().insertBlock()  # Qt's own Shift+Enter would make a line separator
            self.ensureCursorVisible()
            return True
        self.commit()
        self.entered.emit()
        return True

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.selects_on_tab and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self.selectAll()
        self.focused.emit(True)
        QTimer.singleShot(0, self, self.show_caret)  # a new row has its place only after the layout

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A context menu or a list of suggestions is still part of the same visit.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
            self.focused.emit(False)
        if event.reason() not in _COMES_BACK:  # else two fields seem to be in use, each with a blue mark
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    # -- what comes in ----------------------------------------------------------------------------------
    @guarded(default=False)
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()  # files belong to the window, which opens them
        else:
            super().dragEnterEvent(event)

    @guarded
    def insertFromMimeData(self, source: QMimeData) -> None:
        self.paste_text(clean(source.text()))

    def paste_text(self, text: str) -> None:
        """Insert text at the caret, cut to what fits; in a field of one paragraph line ends become spaces."""
        if not self._many_lines:
            parts = [part.strip(" \t") for part in text.split("\n") if part.strip()]
            text = " ".join(parts) if len(parts) > 1 else text.strip("\n")
        cursor = self.textCursor()
        room = self.max_length - len(self.text()) + len(cursor.selectedText())
        if len(text) > room:
            text = text[: max(room, 0)]
            self._tell_cut()
        cursor.insertText(text)
        self.ensureCursorVisible()
