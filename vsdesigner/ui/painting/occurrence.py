"""Paints the badge of a card at which a lens stays: which occurrence it is, and the letters of a role.

It has the colours of text turned round: numbers in the accent are those of ways to choose.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks

RADIUS = 11.0  # at 100 %
LEAST_RADIUS = 8.0  # px on screen
RING = 1.5  # px of the ground around it
PADDING = 6.0
HUNG = 3.0  # px of a card that a badge below it lies on
ROLE = "badge"


def paint_occurrence(
    painter: QPainter,
    card: QRectF,
    place: int,
    letters: str,
    inks: Inks,
    *,
    outside: bool = False,
    least: float = LEAST_RADIUS,
) -> None:
    """Paint the badge at the right lower corner of a `card`, where nothing else stands.

    It keeps a readable size (`least` px on screen from its middle to its edge) and grows into the card, so
    that nothing of it is seen beside where the card is covered. `outside` hangs it below the card, clear of
    all words; cards that are smaller than it have it around their corner. Letters are left out where the
    card's own words are small.
    """
    grown = max(1.0, least / RADIUS / inks.scale)
    label = f"{place} · {letters}" if letters and not inks.small else str(place)
    wide = max(2 * RADIUS, text.width(label, ROLE) + 2 * PADDING)
    around = outside and inks.small
    beyond = RADIUS if around else -RING / 2
    inside = RADIUS if around else HUNG / grown if outside else 2 * RADIUS - RADIUS / grown
    area = QRectF(beyond - wide, -inside, wide, 2 * RADIUS)
    painter.save()
    painter.translate(card.bottomRight())
    painter.scale(grown, grown)
    painter.setPen(QPen(inks.theme.card, RING))
    painter.setBrush(inks.theme.text)
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    painter.setPen(inks.theme.card)
    text.draw_centred(painter, label, ROLE, area.center().x(), area.center().y())
    painter.restore()
