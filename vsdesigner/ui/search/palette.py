"""The command palette: one field near the top of the window, and below it what fits, the best first."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.search.focus import FocusKeeper
from vsdesigner.ui.search.palette_list import ROW_HEIGHT, PaletteList
from vsdesigner.ui.search.sources import Sources

WIDTH, LEAST_MARGIN = 640, 16
TOP = 64  # px below the upper edge of the window
ROWS_SHOWN = 12
_BY: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -(ROWS_SHOWN - 1),
    Qt.Key.Key_PageDown: ROWS_SHOWN - 1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CommandPalette(QFrame):
    """Lies over the window while it is open; leaving it in any way closes it."""

    def __init__(self, sources: Sources, window: QWidget) -> None:
        super().__init__(window)
        self._sources = sources
        self._host = window
        self._focus = FocusKeeper(self)
        self._is_leaving = False
        self.setObjectName("command_palette")
        self.setAccessibleName(tr("Command palette"))
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setObjectName("command_palette.field")
        self.field.setAccessibleName(tr("Command or name"))
        self.field.setAccessibleDescription(
            tr("Type a part of it, walk with the arrow keys and choose with Enter.")
        )
        self.field.setPlaceholderText(
            tr("Command, step, task, role, tool …   > commands only, @ things only")
        )
        self.field.setMinimumHeight(34)
        self.list = PaletteList()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it with an empty field; what was typed the last time is gone."""
        self._focus.remember()
        self._sources.refresh()
        self.field.clear()
        self._show_rows()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        # After this frame: the documents are read while the first letter is on its way.
        self._go_on_with(self._sources.prepare())

    def leave(self) -> None:
        """Close it and give the keyboard back to where it was, if it still has it."""
        if self._is_leaving or self.isHidden():
            return
        self._is_leaving = True
        try:
            application = QApplication.instance()
            if application is not None:
                application.removeEventFilter(self)
            # First: from a field that hides Qt takes the keyboard to the next one, and marks what is in it.
            if self.field.hasFocus() and not self._focus.restore():
                self.field.clearFocus()
            self.hide()
            self._sources.forget_windows()
        finally:
            self._is_leaving = False

    def choose(self, index: QModelIndex) -> None:
        """Do what a row says; one that is not possible now stays and says so."""
        row = self.list.row_at(index)
        if row is None:
            return
        if row.possible:
            self.leave()
        else:
            _announce(self, row.spoken)
        row.run()

    def _go_on_with(self, work: Iterator[None]) -> None:
        """Do one piece of the work in each turn of the event loop: keys and frames come between."""

        def go_on() -> None:
            if self.isVisible() and next(work, self) is None:
                self._go_on_with(work)

        QTimer.singleShot(0, self, go_on)

    # -- what is shown ----------------------------------------------------------------------------------
    def _on_typed(self, _text: str) -> None:
        if self.isVisible():
            self._show_rows()
            self._place()

    def _show_rows(self) -> None:
        self.list.show_rows(self._sources.rows(self.field.text()))
        self._say_current()

    def _say_current(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self.list.setAccessibleDescription(row.spoken)
            if self.isVisible():
                _announce(self, row.spoken)

    def _place(self) -> None:
        window = self._host
        width = min(WIDTH, window.width() - 2 * LEAST_MARGIN)
        top = min(TOP, max(LEAST_MARGIN, window.height() // 10))
        room = window.height() - top - LEAST_MARGIN - self.field.minimumHeight() - 26
        shown = max(1, min(self.list.count(), ROWS_SHOWN, room // ROW_HEIGHT))
        self.list.setFixedHeight(shown * ROW_HEIGHT + 4)
        self.list.setVisible(self.list.count() > 0)
        self.setGeometry(QRect((window.width() - width) // 2, top, width, 0))
        self.resize(width, self.sizeHint().height())

    # -- keys and pointer -------------------------------------------------------------------------------
    def _on_clicked(self, index: QModelIndex) -> None:
        self.choose(index)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _ENTER and not modifiers:
            self.choose(self.list.currentIndex())
        elif key in _BY and not modifiers:
            self._walk(_BY[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not modifiers:
            self._walk_to(0 if key == Qt.Key.Key_Home else self.list.count() - 1)
        else:
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go
        return True

    def _walk(self, by: int) -> None:
        last = self.list.count() - 1
        row = self.list.currentIndex().row() + by
        if abs(by) == 1 and last >= 0:
            row %= last + 1
        self._walk_to(max(0, min(row, last)))

    def _walk_to(self, row: int) -> None:
        self.list.go_to(row)
        self._say_current()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.field:
            return self._filter_field(event)
        if watched is self._host and kind == QEvent.Type.Resize and self.isVisible():
            self._place()
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._on_press(watched, event.globalPosition().toPoint())
        elif kind == QEvent.Type.WindowDeactivate and watched is self.window():
            self.leave()
        return False

    def _filter_field(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            # Whatever took the keyboard keeps it. Not at once: a menu of the field gives it back.
            QTimer.singleShot(0, self, self._on_focus_gone)
        return False

    def _on_focus_gone(self) -> None:
        focus = QApplication.focusWidget()
        if self.isVisible() and focus is not self.field and QApplication.activePopupWidget() is None:
            self.leave()

    def _on_press(self, watched: QObject, place: QPoint) -> None:
        if (
            self.isVisible()
            and isinstance(watched, QWidget)
            and watched.window() is self.window()
            and not self.rect().contains(self.mapFromGlobal(place))
        ):
            self.leave()


def _announce(widget: QWidget, text: str) -> None:
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
