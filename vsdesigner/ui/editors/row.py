"""One row of a list that can be reordered: handle, content, button that removes it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from vsdesigner.ui import theme
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon, paint_glyph

HANDLE_WIDTH = 16
BUTTON_SIDE = 24
FIRST_LINE = 30  # height of a row of one line; handle and button stand in its middle


class DragHandle(QWidget):
    """Six dots at the left of a row. Says where the mouse goes; the list does the moving."""

    pressed = Signal(object)  # keyboard modifiers
    dragged = Signal(QPoint)  # global position
    dropped = Signal()

    def __init__(self, parent: QWidget, first_line: int) -> None:
        super().__init__(parent)
        self._first_line = first_line
        self.setFixedWidth(HANDLE_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tr("Drag to move; Alt+Up and Alt+Down do it from the keyboard"))
        self.setAccessibleName(tr("Move"))

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(HANDLE_WIDTH, self._first_line)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pressed.emit(event.modifiers())

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint())

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if event.button() == Qt.MouseButton.LeftButton:
            self.dropped.emit()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        row = self.parentWidget()
        worn = theme.current()
        ink = worn.muted if isinstance(row, Row) and row.is_active else worn.faint
        painter = QPainter(self)
        paint_glyph(painter, "drag", QRectF(0, (self._first_line - 14) / 2, HANDLE_WIDTH, 14), ink)
        painter.end()


class Row(QWidget):
    """Base of the rows of a `RowList`.

    A subclass puts its editors into `body`, and says what it holds: `show_item`, `item`, `fields`.
    `key` ties the row to an entry of the value; an entry keeps its row as long as its key stays.
    """

    edited = Signal()  # something is to be handed in
    moved = Signal(int)  # by so many places
    removed = Signal()

    def __init__(
        self, key: str, parent: QWidget, *, remove_by_tab: bool = True, first_line: int = FIRST_LINE
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.is_new = True  # not (yet) in the document
        self.is_selected = False
        self._is_hovered = False
        self.handle = DragHandle(self, first_line)
        self.body = QWidget(self)
        self.body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.remove_button = QToolButton(self)
        self.remove_button.setIcon(icon("close", "muted"))
        self.remove_button.setIconSize(QSize(12, 12))
        self.remove_button.setFixedSize(BUTTON_SIDE, BUTTON_SIDE)
        self.remove_button.setFocusPolicy(
            Qt.FocusPolicy.TabFocus if remove_by_tab else Qt.FocusPolicy.NoFocus
        )
        policy = self.remove_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove_button.setSizePolicy(policy)
        self.remove_button.setToolTip(tr("Remove"))
        self.remove_button.hide()
        self.remove_button.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.handle)
        layout.addWidget(self.body, 1, top)
        button = QHBoxLayout()
        button.setContentsMargins(0, (first_line - BUTTON_SIDE) // 2, 0, 0)
        button.addWidget(self.remove_button, 0, top)
        layout.addLayout(button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- for subclasses ---------------------------------------------------------------------------------
    def show_item(self, item: Any) -> None:
        """Show an entry of the value; text that is being typed stays."""
        raise NotImplementedError

    def item(self) -> object | None:
        """Return the entry as it stands in the editors, None when there is nothing to keep."""
        raise NotImplementedError

    def fields(self) -> list[QWidget]:
        """Return the editors in the order in which Tab walks them."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Throw away what is being typed."""

    def name_parts(self, prefix: str) -> None:
        """Give the editors their object names; `prefix` is ``list.kind.number``."""

    # -- state ------------------------------------------------------------------------------------------
    @property
    def is_active(self) -> bool:
        """Whether the mouse is over the row or the keyboard inside it."""
        return self._is_hovered or self.is_selected or self.has_focus()

    def has_focus(self) -> bool:
        focus = self.window().focusWidget() if self.window() is not None else None
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def focus_first(self) -> None:
        """Put the keyboard into the first editor."""
        if editors := self.fields():
            editors[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_activity(self) -> None:
        """Show or hide what only the active row shows."""
        self.remove_button.setVisible(self.is_active)
        self.handle.update()
        self.update()

    @guarded
    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_hovered = True
        self.show_activity()

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self._is_hovered = False
        self.show_activity()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if places := keys.is_alt_arrow(event):
            self.moved.emit(places)
        else:
            event.ignore()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        # Shortcuts of the window must not take Alt+Up and Alt+Down from any editor of the row.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and keys.is_alt_arrow(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_selected:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().selection)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.end()
