"""Says a short sentence quietly above the ribbon, for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from vsdesigner.ui import motion
from vsdesigner.ui.guard import guarded

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

SHOWN_MS = 2_600
FADE_MS = 400
LETTERS, LEAST_LETTERS = 24.0, 14.0  # px: of the design, and whatever the window's size
RISE = 78.0  # px of the design above the ribbon: above the bar, which may be there


class SaidLine(QWidget):
    """Shows what `state.said` says, until it fades or somebody moves on; the newest sentence only."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self.setObjectName("said")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._window, self._state = window, window.state
        self._text = ""
        self._seen = 1.0
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._fade)
        self._fading: QVariantAnimation | None = None
        self._page = 0
        self._state.said.connect(self.say)
        self._state.moved.connect(self._on_moved)
        self._state.page_changed.connect(self._on_page)
        self._state.unit_changed.connect(self._place)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; "" when nothing is."""
        return self._text if self.isVisibleTo(self._window) else ""

    def say(self, text: str) -> None:
        """Say this; an empty sentence ends what was said."""
        self._stop_fading()
        self._text, self._page = text, self._state.page
        if not text:
            self.hide()
            return
        self._seen = 1.0
        self._place()
        self.show()
        self.update()
        self._timer.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))

    def _on_moved(self) -> None:
        self.say("")

    def _on_page(self) -> None:
        if self._state.page != self._page:
            self.say("")

    def _fade(self) -> None:
        if motion.is_reduced():
            self.hide()
            return
        self._fading = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fading.valueChanged.connect(self._on_fading)
        self._fading.finished.connect(self.hide)
        self._fading.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def _on_fading(self, seen: float) -> None:
        self._seen = seen
        self.update()

    def _stop_fading(self) -> None:
        self._timer.stop()
        fading, self._fading = self._fading, None
        if fading is not None:
            fading.stop()
            fading.deleteLater()

    def _font(self) -> QFont:
        font = QFont(self._state.theme.font("present_text"))
        font.setPixelSize(round(max(LEAST_LETTERS, LETTERS * self._state.unit)))
        return font

    def _place(self) -> None:
        metrics, placed = QFontMetricsF(self._font()), self._window.areas
        high = metrics.height() * 1.7
        wide = min(placed.stage.width, metrics.horizontalAdvance(self._text) + high)
        left = placed.stage.x + (placed.stage.width - wide) / 2
        top = placed.ribbon.y - high - RISE * placed.unit
        self.setGeometry(round(left), round(top), round(wide), round(high))

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(self._seen)
        worn, area = self._state.theme, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.text)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        font = self._font()
        painter.setFont(font)
        painter.setPen(worn.panel)
        room = area.width() - area.height()
        shown = QFontMetricsF(font).elidedText(self._text, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()


def attach(window: PresentWindow) -> None:
    """Say what the presentation says."""
    SaidLine(window)
