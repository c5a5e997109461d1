"""Paints demand, value and notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from vsdesigner.model.dimensions import NOTE_PADDING
from vsdesigner.ui.canvas.looks import BlockLook, NoteLook
from vsdesigner.ui.canvas.measure import line_height
from vsdesigner.ui.canvas.painters import text
from vsdesigner.ui.canvas.painters.card import paint_frame
from vsdesigner.ui.canvas.painters.ground import Ground, paint_ground
from vsdesigner.ui.canvas.painters.inks import Inks
from vsdesigner.ui.canvas.painters.mark import paint_mark

RADIUS = 20.0
NOTE_RADIUS = 4.0


def paint_block(painter: QPainter, look: BlockLook, inks: Inks, *, selected: bool, hovered: bool) -> None:
    """Paint demand (outlined) or value (filled) with its top left corner at the origin."""
    body = QRectF(0.8, 0.8, look.width - 1.6, look.height - 1.6)
    if look.filled:
        painter.setPen(inks.none)
        painter.setBrush(inks.accent_brush)
        title = words = inks.accent_text
    else:
        painter.setPen(inks.hover_line if hovered else inks.control)
        painter.setBrush(inks.card)
        title, words = inks.text, inks.muted
    painter.drawRoundedRect(body, RADIUS, RADIUS)
    head, line = line_height("block_title"), line_height("block")
    y = (look.height - head - len(look.lines) * line) / 2
    painter.setPen(title)
    middle = look.width / 2
    text.draw_centred(painter, look.title, "block_title", middle, y + head / 2)
    y += head + 1
    painter.setPen(words)
    for entry in look.lines:
        text.draw_centred(painter, entry, "block", middle, y + line / 2)
        y += line
    if selected:
        grow = 3.0 if look.filled else 0.0  # an accent frame on accent ground would not be seen
        painter.translate(-grow, -grow)
        paint_frame(painter, look.width + 2 * grow, look.height + 2 * grow, inks, RADIUS + grow)
        painter.translate(grow, grow)
    paint_mark(painter, look.mark, inks)


def paint_note(painter: QPainter, look: NoteLook, inks: Inks, *, selected: bool, hovered: bool) -> None:
    """Paint a note with its top left corner at the origin."""
    if not look.bare:
        line = inks.hover_line if hovered else inks.note_line
        ground = Ground(
            look.width,
            look.height,
            NOTE_RADIUS,
            inks.note.color().rgba(),
            line.color().rgba(),
            0,
            inks.theme.shadow.rgba(),
        )
        paint_ground(painter, ground, inks)
    elif hovered and not selected:
        painter.setPen(inks.hover_line)
        painter.setBrush(inks.no_brush)
        painter.drawRoundedRect(QRectF(0, 0, look.width, look.height), NOTE_RADIUS, NOTE_RADIUS)
    painter.setPen(inks.text if look.said else inks.muted)
    y = NOTE_PADDING
    for words in look.lines:
        text.draw(painter, words, "note", NOTE_PADDING, y)
        y += line_height("note")
    if selected:
        paint_frame(painter, look.width, look.height, inks, NOTE_RADIUS)
