"""The small picture of what the audience sees, which follows it a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

CALM_MS = 120  # after the last stroke of paint: the camera has arrived
MOST_MS = 2_000  # what moves all the time is shown this often: each time costs the audience a frame or two
LEAST_WIDTH, LEAST_HEIGHT = 240, 135


class Mirror(QWidget):
    """Paints the presentation small. It waits until nothing moves there, so that it slows nothing down."""

    def __init__(self, window: PresentWindow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenter.mirror")
        self.setAccessibleName(tr("What the audience sees"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self._window = window
        self._picture = QPixmap()
        self._painting = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._most = QTimer(self, singleShot=True, interval=MOST_MS)
        for timer in (self._calm, self._most):
            timer.timeout.connect(self.renew)
        self._watch()

    @property
    def picture(self) -> QPixmap:
        """What it shows now, in px of the screen."""
        return self._picture

    def renew(self) -> None:
        """Paint it now."""
        self._calm.stop()
        self._most.stop()
        size = self._fitting()
        if not self.isVisible() or size.isEmpty():
            return
        self._watch()
        ratio = self.devicePixelRatioF()
        picture = QPixmap(size * ratio)
        picture.fill(self._window.state.theme.panel)
        scale = picture.width() / max(1, self._window.width())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        self._painting = True
        try:
            flags = QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.DrawWindowBackground
            self._window.render(painter, QPoint(), QRegion(), flags)
        finally:
            self._painting = False
            painter.end()
        picture.setDevicePixelRatio(ratio)
        self._picture = picture
        self.update()

    def _shape(self) -> None:
        """Be no higher than the picture: what stands below follows it."""
        seen = self._window.size()
        self.setMaximumHeight(max(LEAST_HEIGHT, round(self.width() * seen.height() / max(1, seen.width()))))

    def _fitting(self) -> QSize:
        """The largest size in the shape of the audience's screen that fits here."""
        return self._window.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)

    def _watch(self) -> None:
        # Parts come late, too; a filter that is there already is not installed twice.
        for widget in (self._window, *self._window.findChildren(QWidget)):
            if widget.window() is self._window:
                widget.installEventFilter(self)

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._shape()
        if event.type() == QEvent.Type.Paint and not self._painting and self.isVisible():
            self._calm.start()
            if not self._most.isActive():
                self._most.start()
        return False

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()
        self._calm.start()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._fitting()
        area = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        painter.setPen(QPen(self._window.state.theme.line, 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
