"""The line of the guide for a step of the method: number in a ring that fills, name, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vsdesigner.analysis.method import MethodStep
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.rows import RADIUS

HEIGHT = 31  # px
LEFT, RING, STROKE = 10.0, 20.0, 2.5
TEXT_LEFT = LEFT + RING + 10
RIGHT = 12.0
TICK = 12.0


class GuideHead(QAbstractButton):
    """A click opens the step of the method below it; Enter does what is next when it is open already."""

    entered = Signal()
    walked = Signal(int)  # the arrow keys want to the line below (1) or above (-1)

    def __init__(self, step: MethodStep, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        self.opened = False
        self.setObjectName(f"guide_head_{step.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_step(self, step: MethodStep, *, opened: bool) -> None:
        """Show how far the step is."""
        self._step, self.opened = step, opened
        state = (
            tr("done") if step.is_done else tr("{done} of {total}").format(done=step.done, total=step.total)
        )
        title = tr("Step {number}, {title}").format(number=step.number, title=step.title)
        self.setAccessibleName(tr("{title}: {state}").format(title=title, state=state))
        self.setAccessibleDescription(step.said)
        self.setToolTip(escape_tooltip(step.said))
        self.update()

    def shown_title(self) -> str:
        """The title as far as there is room for it, open or not."""
        wide = QFontMetrics(theme.font("card_footer")).horizontalAdvance(self._share())
        left = int(self.width() - TEXT_LEFT - RIGHT - wide - 8)
        metrics = QFontMetrics(theme.font("panel_strong" if self.opened else "panel"))
        return metrics.elidedText(self._step.title, Qt.TextElideMode.ElideRight, left)

    def _share(self) -> str:
        step = self._step
        return "" if step.is_done or not step.total else f"{step.done}/{step.total}"

    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        worn, step = theme.current(), self._step
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 1, -3, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.hover)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(worn.accent, 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        ring = QRectF(LEFT, (self.height() - RING) / 2, RING, RING)
        _paint_ring(painter, ring, step, worn)
        painter.setFont(theme.font("card_footer"))
        room = QRectF(TEXT_LEFT, 0, self.width() - TEXT_LEFT - RIGHT, self.height())
        painter.setPen(worn.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._share())
        painter.setFont(theme.font("panel_strong" if self.opened else "panel"))
        painter.setPen(worn.text if step.total or self.opened else worn.muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.shown_title())
        painter.end()


def _paint_ring(painter: QPainter, box: QRectF, step: MethodStep, worn: theme.Theme) -> None:
    """A full green disc with a tick, or a ring that is as full as the step is done, around its number."""
    painter.setPen(Qt.PenStyle.NoPen)
    if step.is_done:
        painter.setBrush(worn.ok)
        painter.drawEllipse(box)
        inset = (box.width() - TICK) / 2
        paint_glyph(painter, "check", box.adjusted(inset, inset, -inset, -inset), worn.panel)
        return
    inner = box.adjusted(STROKE / 2, STROKE / 2, -STROKE / 2, -STROKE / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(worn.line, STROKE))
    painter.drawEllipse(inner)
    if step.total and step.done:
        pen = QPen(worn.accent, STROKE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -int(360 * 16 * step.done / step.total))
    ink = QColor(worn.text if step.total else worn.muted)
    painter.setPen(ink)
    painter.setFont(theme.font("badge"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step.number))
