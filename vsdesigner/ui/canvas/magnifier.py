"""The name under the pointer at a size that can be read, when the drawing itself is too small."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication

from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.painting.card import RADIUS
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import BlockLook, CardLook, StepLook
from vsdesigner.ui.painting.paint import paint_look

BELOW = 0.6  # scale under which a name cannot be read
SHOWN_AFTER, GONE_AFTER = 150, 90  # ms; between two cards it stays, so that nothing flickers
GAP = 14.0  # px on screen between the card and its magnified picture
SHADOW = 4.0
_inks: list[Inks] = []


@dataclass(frozen=True, slots=True)
class MagnifiedMark:
    """A card as it looks at 100 %, above the place where it stands, inside `room`."""

    rect: Rect
    look: CardLook
    room: Rect

    def area(self, inks: Inks) -> QRectF:
        wide, high = self.look.width / inks.scale, self.look.height / inks.scale
        gap = GAP / inks.scale
        top = self.rect.y - gap - high
        if top < self.room.y + gap:
            top = self.rect.bottom + gap
        left = self.rect.center.x - wide / 2
        left = max(self.room.x + gap, min(left, self.room.right - wide - gap))
        pad = SHADOW * 3 / inks.scale
        return QRectF(left, top, wide, high).adjusted(-pad, -pad, pad, pad)

    def paint(self, painter: QPainter, inks: Inks) -> None:
        area = self.area(inks)
        painter.translate(area.topLeft())
        painter.scale(1 / inks.scale, 1 / inks.scale)
        painter.translate(SHADOW * 3, SHADOW * 3)
        real = _real_size(inks)
        painter.setPen(QPen(real.theme.accent, 1.5))
        painter.setBrush(real.card)
        body = QRectF(0, 0, self.look.width, self.look.height)
        painter.drawRoundedRect(body.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
        paint_look(painter, self.look, real, selected=False, hovered=False)


class Magnifier(QObject):
    """Follows what is pointed at; quick, but not for a pointer that only passes."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.view)
        self._stage = stage
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._show)
        stage.scene.hover_changed.connect(self._on_hover)

    @property
    def shown(self) -> bool:
        """Whether a card is magnified now."""
        return self._stage.overlay.mark(Layer.MAGNIFIED) is not None

    def go(self) -> None:
        """Show nothing until another card is pointed at: something else opens."""
        self._timer.stop()
        self._stage.overlay.hide(Layer.MAGNIFIED)

    def settle(self) -> None:
        """The view has moved or the document changed: what is magnified is another or none."""
        if self.shown:
            self._show()
        elif self._stage.scale < BELOW and self._stage.scene.drawing.hovered and not self._timer.isActive():
            self._timer.start(SHOWN_AFTER)

    def _on_hover(self, id: str) -> None:
        if id and self.shown:
            self._timer.stop()
            self._show()
        else:
            self._timer.start(SHOWN_AFTER if id else GONE_AFTER)

    def _show(self) -> None:
        stage = self._stage
        id = stage.scene.drawing.hovered
        menu_open = QApplication.activePopupWidget() is not None
        if menu_open or not id or id not in stage.layout.cards or stage.scale >= BELOW:
            stage.overlay.hide(Layer.MAGNIFIED)
            return
        look = stage.scene.drawing.card_look(id)
        tells = isinstance(look, BlockLook) and "".join(look.lines).strip()  # its title is known
        if isinstance(look, StepLook) or tells:
            stage.overlay.show(Layer.MAGNIFIED, MagnifiedMark(stage.rect(id), look, stage.visible))
        else:
            stage.overlay.hide(Layer.MAGNIFIED)


def _real_size(inks: Inks) -> Inks:
    """The inks of the same theme for 100 %."""
    if not _inks or _inks[0].theme is not inks.theme:
        _inks[:] = [Inks(inks.theme)]
    return _inks[0]
