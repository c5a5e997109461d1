"""The arrow that leads back when nothing of the stream is in view."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import QPushButton

from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import TerminalKind
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.colour import css
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.theme import Theme

LOOKED_AFTER = 120  # ms that the view stands still
EDGE = 16
ARROW = 16


class WayBack(QPushButton):
    """Stands at the edge of the view on the side where the stream is; pressing it goes there."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(tr("Back to the stream"), stage.view.viewport())
        self._stage = stage
        self._angle = 0.0
        self.setObjectName("way_back")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setIconSize(QSize(ARROW, ARROW))
        self.clicked.connect(lambda: go_back(stage))
        self._look = QTimer(self, singleShot=True, interval=LOOKED_AFTER)
        self._look.timeout.connect(self.look)
        self.hide()

    @property
    def angle(self) -> float:
        """Where the arrow points: degrees, clockwise, 0 to the right."""
        return self._angle

    def set_theme(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.setStyleSheet(
            f"QPushButton#way_back {{ background: {css(theme.card)}; color: {css(theme.text)};"
            f" border: 1px solid {css(theme.accent)}; border-radius: 14px; padding: 6px 14px 6px 10px; }}"
            f"QPushButton#way_back:hover {{ background: {css(theme.hover)}; }}"
        )
        self._draw_arrow()

    def settle(self) -> None:
        """The view has moved: look as soon as it stands still; a card in sight is seen at the next look."""
        if not self._look.isActive():
            self._look.start()
        if self.isVisible():
            self._stand()

    def look(self) -> None:
        """Show or hide by what is in view now."""
        stage = self._stage
        seen = stage.visible
        if not stage.layout.cards or any(card.rect.overlaps(seen) for card in stage.layout.cards.values()):
            self.hide()
            return
        target = nearest_card(stage)
        middle = seen.center
        self._angle = math.degrees(math.atan2(target.center.y - middle.y, target.center.x - middle.x))
        self._draw_arrow()
        self._stand()
        self.show()
        self.raise_()

    def _stand(self) -> None:
        """Keep to the edge that the arrow points to."""
        self.adjustSize()
        room = self._stage.view.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        turn = math.radians(self._angle)
        x = room.center().x() + math.cos(turn) * (room.width() - self.width()) / 2 - self.width() / 2
        y = room.center().y() + math.sin(turn) * (room.height() - self.height()) / 2 - self.height() / 2
        self.move(round(x), round(y))

    def _draw_arrow(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(ARROW * ratio), round(ARROW * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(ARROW / 2, ARROW / 2)
        painter.rotate(self._angle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._stage.scene.drawing.inks.theme.accent)
        painter.drawPolygon(QPolygonF([QPointF(7, 0), QPointF(-5, -6), QPointF(-2, 0), QPointF(-5, 6)]))
        painter.end()
        self.setIcon(picture)


def nearest_card(stage: Stage) -> Rect:
    """Return the card that is nearest to the middle of the view; there has to be one."""
    middle = stage.visible.center

    def far(rect: Rect) -> float:
        return (rect.center.x - middle.x) ** 2 + (rect.center.y - middle.y) ** 2

    return min((card.rect for card in stage.layout.cards.values()), key=far)


def go_back(stage: Stage) -> None:
    """Bring the nearest part of the stream into view."""
    if stage.layout.cards:
        stage.camera.reveal(nearest_card(stage), glide=True)


def go_to_start(stage: Stage) -> None:
    """Go to where the stream begins: demand at the left edge, at the present scale."""
    demand = stage.now.terminal(stage.session.stream, TerminalKind.DEMAND).id
    if demand in stage.layout.cards:
        stage.camera.glide_to_left(stage.layout.cards[demand].rect)
