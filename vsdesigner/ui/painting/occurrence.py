"""Paints the badge of a card at which a lens stays: which occurrence it is, and the letters of a role."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks

RADIUS = 11.0  # at 100 %
LEAST_RADIUS = 8.0  # px on screen
RING = 1.5  # px of the ground around it
PADDING = 6.0
ROLE = "badge"


def paint_occurrence(
    painter: QPainter, card: QRectF, place: int, letters: str, inks: Inks, *, outside: bool = False
) -> None:
    """Paint the badge at the right lower corner of a `card`, where nothing else stands.

    It keeps a readable size, growing into the card; `outside` lets it grow around the corner, for cards that
    are smaller than it. Letters are left out where the card's own words are small.
    """
    grown = max(1.0, LEAST_RADIUS / RADIUS / inks.scale)
    label = f"{place} · {letters}" if letters and not inks.small else str(place)
    wide = max(2 * RADIUS, text.width(label, ROLE) + 2 * PADDING)
    beyond = RADIUS if outside else RADIUS / grown
    area = QRectF(beyond - wide, beyond - 2 * RADIUS, wide, 2 * RADIUS)
    painter.save()
    painter.translate(card.bottomRight())
    painter.scale(grown, grown)
    painter.setPen(QPen(inks.theme.card, RING))
    painter.setBrush(inks.accent_brush)
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    painter.setPen(inks.accent_text)
    text.draw_centred(painter, label, ROLE, area.center().x(), area.center().y())
    painter.restore()
