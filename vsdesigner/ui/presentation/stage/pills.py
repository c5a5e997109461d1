"""Small captions on the stage: what a line leads to that is out of view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.document.card_words import terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import one_line
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import Step, Terminal
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks

ROLE = "small"
SIZE = 1.5  # of the letters of this role, on a screen of 1080 lines
WIDTH = 240.0  # px at that size
SIDE, ABOVE = 12.0, 6.0  # px of the design beside and above the words
KNOWN = 0.12  # of a card on each side that may be out of view and one still knows it


def in_view(card: Rect, seen: QRectF) -> bool:
    """Whether so much of a card is in what is seen that nobody has to be told of it."""
    x, y = card.width * KNOWN, card.height * KNOWN
    return seen.contains(QRectF(*card).adjusted(x, y, -x, -y))


def name_of(view: Snapshot, id: str) -> str:
    """Return what is called there: ``5 Name of the step``, demand, value or the closing."""
    record = view.find(id)
    if isinstance(record, Step):
        return f"{view.number(record.id)} {one_line(record.name) or tr('Unnamed step')}"
    if isinstance(record, Terminal):
        return terminal_title(view, record)
    return tr("Closing")


def pill_words(words: str) -> str:
    """Return words as a caption shows them: not longer than one may be."""
    return text.elided(words, ROLE, WIDTH)


def pill_size(words: str, unit: float) -> tuple[float, float]:
    """Return how wide and high the caption of these words is, in px of the stage."""
    wide = text.width(words, ROLE) * SIZE + 2 * SIDE
    return wide * unit, (text.height(ROLE) * SIZE + 2 * ABOVE) * unit


def paint_pill(painter: QPainter, area: QRectF, edge: QColor, inks: Inks, unit: float) -> None:
    """Paint the ground of a caption, in px of the stage."""
    radius = area.height() / 2
    painter.setPen(QPen(edge, max(1.0, 1.5 * unit)))
    painter.setBrush(inks.theme.card)
    painter.drawRoundedRect(area, radius, radius)


def paint_words(
    painter: QPainter,
    words: str,
    middle: QPointF,
    ink: QColor,
    unit: float,
    role: str = ROLE,
    size: float = SIZE,
) -> None:
    """Paint a line with its middle at a point of the stage, `size` px of the design for one of the role."""
    painter.save()
    painter.setPen(ink)
    painter.translate(middle)
    painter.scale(size * unit, size * unit)
    text.draw_centred(painter, words, role, 0.0, 0.0)
    painter.restore()
