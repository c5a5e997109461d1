"""What can be opened from the welcome page: a button that paints itself and tells when it is looked at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton

from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.plain import escape_tooltip

RADIUS = 8.0
RING = 2.0  # px of the frame under the keyboard
Key = Qt.Key
ARROWS = frozenset((Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End))


class Tile(QAbstractButton):
    """A button with a picture that comes later. The arrows and Tab are what holds it answers for."""

    looked_at = Signal(object)  # itself: the pointer or the keyboard came
    left = Signal(object)  # itself: the pointer went
    step_wanted = Signal(object, int)  # itself, the arrow key

    def __init__(self, name: str, tells: str, tip: str) -> None:
        """`name` is what it opens, `tells` what a screen reader says about it; `tip` is its tooltip, which
        is shown while not all of it can be read in the tile."""
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(tells)
        self.setToolTip(escape_tooltip(tip))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._picture: QPixmap | None = None
        self._theme = ""  # of the picture
        self.is_whole = True  # all words that were painted last could be read

    # -- the picture ------------------------------------------------------------------------------------
    def picture_size(self) -> QSize:
        """The room for the picture in device px."""
        room, ratio = self.picture_room(), self.devicePixelRatioF()
        return QSize(max(1, round(room.width() * ratio)), max(1, round(room.height() * ratio)))

    def picture_room(self) -> QRectF:
        """Where the picture stands."""
        return QRectF(self.rect())

    @property
    def picture(self) -> QPixmap | None:
        """The picture that is shown; None while there is none."""
        return self._picture

    def has_right_picture(self) -> bool:
        """Whether the picture has the size and the theme that it should have now."""
        shown = self._picture
        return (
            shown is not None and shown.size() == self.picture_size() and self._theme == theme.current().name
        )

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture drawn in the present theme."""
        self._picture, self._theme = picture, theme.current().name
        self.update()

    # -- painting ---------------------------------------------------------------------------------------
    def paint(self, painter: QPainter, worn: theme.Theme) -> None:
        """Paint what stands in the tile."""

    def paint_frame(self, painter: QPainter, ground: bool) -> None:
        """Paint the ground (if it has one of its own), what the pointer does, the ring of the keyboard."""
        worn = theme.current()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        hovered, ringed = self.underMouse(), self.hasFocus()
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(worn.card)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.isDown() or (hovered and not ground):
            painter.setBrush(worn.selection if self.isDown() else worn.hover)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if ringed:
            painter.setPen(QPen(worn.accent, RING))
        elif ground:
            painter.setPen(QPen(worn.control if hovered else worn.line, 1))
        else:
            return
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.paint(painter, theme.current())
        painter.end()

    # -- hands ------------------------------------------------------------------------------------------
    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in ARROWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.step_wanted.emit(self, key)
        else:
            super().keyPressEvent(event)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.is_whole:
            event.accept()
            return True
        return super().event(event)

    @guarded
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.looked_at.emit(self)

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit(self)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit(self)


def paint_lines(painter: QPainter, box: QRectF, text: str, font: QFont, most: int) -> tuple[float, bool]:
    """Paint a text in the painter's pen from the top of `box`, wrapped at words, on at most so many lines.

    The last line ends in an ellipsis when there is more. Returns the height that was painted, and whether
    all of the text was.
    """
    flat = " ".join(text.split())
    layout = QTextLayout(flat, font)
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    layout.beginLayout()
    done, whole = 0.0, True
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(8.0, box.width()))
        begin, length = line.textStart(), line.textLength()
        rest = (flat[begin:] if number == most - 1 else flat[begin : begin + length]).rstrip()
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
        whole = whole and shown == rest
        painter.drawText(QPointF(box.left(), box.top() + done + metrics.ascent()), shown)
        done += metrics.lineSpacing()
    layout.endLayout()
    return done, whole
