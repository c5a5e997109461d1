"""The tabs of the document's streams: show, rename, add, delete, reorder."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QMenu, QTabBar, QToolButton, QWidget

from vsdesigner.commands import streams
from vsdesigner.document.change import Change
from vsdesigner.model.records import Stream
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import escape_tooltip, menu_text, shortened
from vsdesigner.ui.session import Session
from vsdesigner.ui.variants import state_words

TAB_LENGTH = 40  # characters of a name on its tab; the tooltip has all of it
LEAST_EDITOR = 180  # px


def stream_title(stream: Stream) -> str:
    """Return what a stream is called on its tab and in messages."""
    return stream.name.strip() or tr("Untitled stream")


class StreamTabBar(QTabBar):
    """The tabs; double click or F2 renames, dragging reorders."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: list[str] = []
        self._taking_over = False
        self._editor: NameEditor | None = None
        self.setObjectName("stream_tabs")
        self.setAccessibleName(tr("Streams of this document"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.context_actions: list[QAction] = []
        self.currentChanged.connect(self._on_current)
        self.tabMoved.connect(self._on_moved)
        session.stream_changed.connect(self.refresh)
        session.replaced.connect(self.refresh)
        session.changed.connect(self._on_change)
        session.committing.connect(self.commit_editor)
        self.refresh()

    # -- following the document -------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the document's streams in their order, the shown one as the current tab."""
        listed = self._session.now.streams
        self._taking_over = True
        try:
            while self.count() > len(listed):
                self.removeTab(self.count() - 1)
            while self.count() < len(listed):
                self.addTab("")
            self._ids = [stream.id for stream in listed]
            for index, stream in enumerate(listed):
                text = menu_text(stream_title(stream), TAB_LENGTH)
                whole = stream_title(stream)
                if state := state_words(stream.state):
                    text, whole = f"{state} · {text}", f"{state} · {whole}"  # names are cut at the end
                if self.tabText(index) != text:
                    self.setTabText(index, text)
                self.setTabToolTip(index, escape_tooltip(whole))
            self.setCurrentIndex(self._ids.index(self._session.stream))
        finally:
            self._taking_over = False

    def _on_change(self, change: Change) -> None:
        if any(isinstance(record, Stream) for record in change.records):
            self.refresh()

    def _on_current(self, index: int) -> None:
        if not self._taking_over and 0 <= index < len(self._ids):
            self._session.show_stream(self._ids[index])

    # -- reordering -------------------------------------------------------------------------------------
    def _on_moved(self, before: int, after: int) -> None:
        # Comes for every place the tab is dragged over; the document hears of it once, at the end.
        if not self._taking_over:
            self._ids.insert(after, self._ids.pop(before))

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._finish_move()

    def _finish_move(self) -> None:
        now = [stream.id for stream in self._session.now.streams]
        if now == self._ids:
            return
        moved = self._session.stream
        with self._session.edit(tr("Move stream")) as draft:
            streams.reorder(draft, moved, self._ids.index(moved))
        self.refresh()

    # -- renaming ---------------------------------------------------------------------------------------
    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self.begin_rename(self._ids[index])
            event.accept()
            return
        super().mouseDoubleClickEvent(event)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.begin_rename(self._session.stream)
            return
        super().keyPressEvent(event)

    def begin_rename(self, id: str) -> None:
        """Show this stream and edit its name on its tab."""
        self.commit_editor()
        self._session.show_stream(id)
        index = self._ids.index(id)
        area = self.tabRect(index)
        room = QRect(area.left(), area.top(), max(area.width(), LEAST_EDITOR), area.height())
        host = self.parentWidget() or self
        editor = NameEditor(self._session.now.get(id, Stream).name, host)
        editor.setGeometry(QRect(self.mapTo(host, room.topLeft()), room.size()))
        before = QApplication.focusWidget()
        editor.left.connect(lambda keep: self._end_rename(editor, id, keep, before))
        self._editor = editor
        editor.show()
        editor.setFocus()

    def commit_editor(self) -> None:
        """Take over the name that is being typed."""
        if self._editor is not None:
            self._editor.finish(keep=True)

    def _end_rename(self, editor: NameEditor, id: str, keep: bool, before: QWidget | None) -> None:
        had_focus = editor.hasFocus()
        self._editor = None
        editor.deleteLater()
        stream = self._session.now.find(id)
        name = editor.text().strip()
        if keep and isinstance(stream, Stream) and name != stream.name.strip():
            label = tr("Rename stream “{name}”").format(name=shortened(name or stream.name, TAB_LENGTH))
            with self._session.edit(label) as draft:
                streams.update(draft, id, name=name)
        if had_focus:  # the keyboard goes back to where it was: who named a new stream goes on in the drawing
            there = before is not None and shiboken6.isValid(before) and before.isVisible()
            (before if before is not None and there else self).setFocus()

    # -- menu -------------------------------------------------------------------------------------------
    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, spot = self.tabAt(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:  # it is the tab that the keys are at
            index = self.currentIndex()
            spot = self.mapToGlobal(self.tabRect(index).center())
        if index >= 0:
            self._session.show_stream(self._ids[index])
        menu = QMenu(self)
        menu.setObjectName("stream_menu")
        menu.addActions(self.context_actions)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(spot)


class NameEditor(QLineEdit):
    """A field over a tab; `left` says once whether to keep the text."""

    left = Signal(bool)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stream_name_editor")
        self.setAccessibleName(tr("Name of the stream"))
        self.setPlaceholderText(tr("Name of the stream"))
        self.setMaxLength(NAME_LENGTH)
        self.setText(name)
        self.selectAll()
        self._done = False
        self.returnPressed.connect(lambda: self.finish(keep=True))

    def finish(self, *, keep: bool) -> None:
        """Leave the field, keeping what it says or not."""
        if not self._done:
            self._done = True
            self.left.emit(keep)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own context menu
            self.finish(keep=True)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
            return
        super().keyPressEvent(event)


class StreamTabs(QWidget):
    """The row below the canvas: tabs and the button that adds a stream."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stream_tab_row")
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = StreamTabBar(session, self)
        self.add_button = QToolButton()
        self.add_button.setObjectName("add_stream")
        self.add_button.setAutoRaise(True)
        self.add_button.setIcon(icon("add", "muted"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.bar)
        row.addWidget(self.add_button)
        row.addStretch(1)

    def set_actions(self, add: QAction, context: list[QAction]) -> None:
        """Give the button and the menu of the tabs their actions."""
        self.add_button.setDefaultAction(add)
        self.bar.context_actions = context

    def begin_rename(self, id: str) -> None:
        """Edit the name of a stream on its tab."""
        self.bar.begin_rename(id)
