"""Paints demand, value and notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.model.dimensions import NOTE_PADDING
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.card import paint_frame
from vsdesigner.ui.painting.ground import Ground, paint_ground
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import BlockLook, NoteLook
from vsdesigner.ui.painting.mark import paint_mark
from vsdesigner.ui.painting.measure import line_height
from vsdesigner.ui.painting.small import LETTERS, Words, paint_words

RADIUS = 20.0
NOTE_RADIUS = 4.0
SMALL_INSET = 2.0  # px on screen beside the words of what is seen small


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
    if inks.small:
        _paint_small(painter, look, inks, title, words)
    else:
        _paint_words(painter, look, title, words)
    if selected:
        grow = 3.0 if look.filled else 0.0  # an accent frame on accent ground would not be seen
        if look.filled and inks.small:
            grow = 3.0 / inks.scale / 2
        painter.translate(-grow, -grow)
        paint_frame(painter, look.width + 2 * grow, look.height + 2 * grow, inks, RADIUS + grow)
        painter.translate(grow, grow)
    paint_mark(painter, look.mark, inks)


def _paint_words(painter: QPainter, look: BlockLook, title: QPen, words: QPen) -> None:
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


def _paint_small(painter: QPainter, look: BlockLook, inks: Inks, title: QPen, words: QPen) -> None:
    """The title, and below it what there is room for."""
    inset = SMALL_INSET / inks.scale
    area = QRectF(inset, 0.0, look.width - 2 * inset, look.height)
    said = " ".join(look.lines)
    name = Words(look.title, "block_title", centred=True, whole=True)
    head = LETTERS * 1.2 / inks.scale  # the height of a line
    if not said or look.height < 2 * head:
        paint_words(painter, name, area, inks, title, title)
        return
    gap = max(0.0, (look.height - 3 * head) / 2)
    top, rest = QRectF(area), QRectF(area)
    top.setTop(gap)
    top.setHeight(head)
    rest.setTop(top.bottom())
    rest.setHeight(look.height - top.bottom() - gap / 2)
    paint_words(painter, name, top, inks, title, title)
    paint_words(painter, Words(said, "block", centred=True), rest, inks, words, words)


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
    pen = inks.text if look.said else inks.muted
    painter.setPen(pen)
    if inks.small:
        inset = SMALL_INSET / inks.scale
        area = QRectF(inset, 0.0, look.width - 2 * inset, look.height)
        paint_words(painter, Words(" ".join(look.lines), "note"), area, inks, pen, pen)
    else:
        y = NOTE_PADDING
        for words in look.lines:
            text.draw(painter, words, "note", NOTE_PADDING, y)
            y += line_height("note")
    if selected:
        paint_frame(painter, look.width, look.height, inks, NOTE_RADIUS)
