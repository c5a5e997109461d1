"""The field in the header of the matrix in which a role gets its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr

LEAST_WIDTH, ENOUGH = 200, 140  # px; a column that is narrower gets a field that reaches over its neighbours
ABOVE = 6  # px over and under the line, whatever the style of editors in tables leaves


_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def _is_own(event: QKeyEvent) -> bool:
    return keys.is_text_key(event) or event.key() == Qt.Key.Key_F2


class RoleField(QLineEdit):
    """Enter hands a name in, Esc takes it back. Who adds a role with Enter goes on with the next one until
    the field is left empty; leaving it hands in what stands there."""

    named = Signal(str)
    ended = Signal()

    def __init__(self, name: str, header: QWidget) -> None:
        super().__init__(name, header)
        self._before = name
        self._over = False
        self.setObjectName("raci_view.role_name")
        self.setMaxLength(NAME_LENGTH)
        self.setAccessibleName(tr("Name of the role") if name else tr("Name of a new role"))
        self.setPlaceholderText("" if name else tr("Name of a new role"))
        self.selectAll()

    def stand_over(self, section: QRect, room: QRect) -> None:
        """Stand at the foot of a section of the header, inside its room."""
        behind = max(ENOUGH, room.right() + 1 - section.left())
        wide = min(room.width(), max(section.width(), min(LEAST_WIDTH, behind)))
        high = min(room.height(), max(self.sizeHint().height(), self.fontMetrics().height() + 2 * ABOVE))
        left = max(room.left(), min(section.left(), room.right() + 1 - wide))
        self.setGeometry(left, section.bottom() + 1 - high, wide, high)

    def hand_in(self) -> None:
        """Tell the name, unless nothing was written, and that this has ended."""
        name = " ".join(self.text().split())
        self._end()
        if name and name != self._before:
            self.named.emit(name)

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self.ended.emit()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _TABS:
                self.hand_in()
                return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in keys.ENTER:
            name = " ".join(self.text().split())
            if self._before or not name:
                self.hand_in()
            else:
                self.clear()
                self.named.emit(name)
        elif event.key() == Qt.Key.Key_Escape:
            self._end()
        else:
            super().keyPressEvent(event)

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays and not self._over:
            self.hand_in()
