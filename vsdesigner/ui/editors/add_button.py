"""The quiet button below a list that adds a row; a letter typed on it starts one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from vsdesigner.ui import theme
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.icons import paint_glyph

HEIGHT = 30
TEXT_LEFT = 23  # where the texts of rows start


class AddButton(QPushButton):
    """Click, Enter and Space add; letters and pasted text are told so that a list can start with them."""

    typed = Signal(str)
    pasted = Signal(str)
    up_pressed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + self.fontMetrics().horizontalAdvance(self.text()) + 8, HEIGHT)

    @guarded(default=QSize)
    def minimumSizeHint(self) -> QSize:
        return QSize(TEXT_LEFT + 40, HEIGHT)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(worn.accent, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(worn.hover if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6, 6)
        # The plus stands under the handles, the words under the texts of the rows above.
        paint_glyph(painter, "add", QRectF(2, (self.height() - 12) / 2, 12, 12), worn.accent_ink)
        painter.setPen(worn.accent_ink)
        painter.setFont(theme.font("panel"))
        words = rect.adjusted(TEXT_LEFT - 1, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in keys.ENTER:
            self.click()
        elif event.key() == Qt.Key.Key_Up:
            self.up_pressed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            paste = event.matches(QKeySequence.StandardKey.Paste)
            if paste or _is_letter(event) or event.key() in keys.ENTER:
                event.accept()
                return True
        return super().event(event)


def _is_letter(event: QKeyEvent) -> bool:
    text = event.text()
    return keys.is_plain(event) and text.isprintable() and not text.isspace() and text != ""
