"""Paints the card of a step."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.model.dimensions import CARD_TEXT_RIGHT, CARD_TEXT_X
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.ground import EDGE, Ground, paint_ground
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import StepLook
from vsdesigner.ui.painting.mark import paint_mark
from vsdesigner.ui.painting.measure import line_height
from vsdesigner.ui.painting.small import Words, paint_words

RADIUS = 8.0
TEXT_TOP = 13.0
BADGE_X, BADGE_RADIUS = 25.0, 11.0
FOOTER_RISE = 17.0  # middle of the footer above the card's bottom
ICON = 13
COUNT_GAP, PAIR_GAP = 9.0, 3.0
CHIP_HEIGHT = 18.0
CHIP_PADDING = 8.0
CHIP_LONGEST = 130.0
MARGIN = 12.0  # a card's shadow, frame and chip stay within this distance
PILE_INSET, PILE_DROP = 6.0, 5.0  # px that each card of a pile shows less and more of itself
SMALL_INSET = 3.0  # px on screen beside the words of a small card
SMALL_EDGE = 2.0  # px on screen of its coloured edge


def paint_card(painter: QPainter, look: StepLook, inks: Inks, *, selected: bool, hovered: bool) -> None:
    """Paint a card with its top left corner at the origin."""
    width, height = look.width, look.height
    theme = inks.theme
    if look.stands:
        _paint_pile(painter, look, inks)
    paint_ground(
        painter,
        Ground(
            width,
            height,
            RADIUS,
            theme.card.rgba(),
            (inks.hover_line if hovered else inks.line).color().rgba(),
            inks.lane(look.colour).edge.color().rgba(),
            theme.shadow.rgba(),
        ),
        inks,
    )
    if inks.small:
        _paint_small(painter, look, inks)
    else:
        _paint_badge(painter, look, inks)
        _paint_name(painter, look, inks)
        _paint_footer(painter, look, inks)
    if selected:
        paint_frame(painter, width, height, inks)
    if look.chip and not inks.small:
        _paint_chip(painter, look, inks)
    paint_mark(painter, look.mark, inks)


def paint_frame(painter: QPainter, width: float, height: float, inks: Inks, radius: float = RADIUS) -> None:
    """Paint the frame of what is selected."""
    painter.setPen(inks.frame)
    painter.setBrush(inks.no_brush)
    painter.drawRoundedRect(QRectF(0, 0, width, height), radius, radius)


def paint_reference(painter: QPainter, width: float, height: float, inks: Inks) -> None:
    """Paint a bolder frame round the one of several selected cards that the others are aligned with."""
    pen = QPen(inks.theme.accent, 2.4 / min(1.0, inks.scale))
    painter.setPen(pen)
    painter.setBrush(inks.no_brush)
    painter.drawRoundedRect(QRectF(-2, -2, width + 4, height + 4), RADIUS + 2, RADIUS + 2)


def _paint_pile(painter: QPainter, look: StepLook, inks: Inks) -> None:
    """The cards that lie below one that stands for a whole stream."""
    painter.setPen(inks.lane(look.colour).edge.color())
    painter.setBrush(inks.theme.card)
    for depth in (2, 1):
        inset, drop = depth * PILE_INSET, depth * PILE_DROP
        lower = QRectF(inset, look.height / 2, look.width - 2 * inset, look.height / 2 + drop)
        painter.drawRoundedRect(lower, RADIUS, RADIUS)


def _paint_small(painter: QPainter, look: StepLook, inks: Inks) -> None:
    """The number and the name, larger than they would be, all over the card."""
    inset = SMALL_INSET / inks.scale
    left = max(EDGE, SMALL_EDGE / inks.scale) + inset
    area = QRectF(left, 0.0, look.width - left - inset, look.height)
    words = Words(look.name or " ".join(look.lines), "card", look.number)
    pen = inks.text if look.named else inks.muted
    paint_words(painter, words, area, inks, pen, inks.lane(look.colour).text)


def _paint_badge(painter: QPainter, look: StepLook, inks: Inks) -> None:
    lane = inks.lane(look.colour)
    y = TEXT_TOP + line_height("card") / 2
    half = max(BADGE_RADIUS, text.width(look.number, "badge") / 2 + 4)
    painter.setPen(inks.none)
    painter.setBrush(lane.badge)
    if half == BADGE_RADIUS:
        painter.drawEllipse(QPointF(BADGE_X, y), BADGE_RADIUS, BADGE_RADIUS)
    else:
        painter.drawRoundedRect(
            QRectF(BADGE_X - half, y - BADGE_RADIUS, 2 * half, 2 * BADGE_RADIUS), BADGE_RADIUS, BADGE_RADIUS
        )
    painter.setPen(lane.badge_text)
    text.draw_centred(painter, look.number, "badge", BADGE_X, y)


def _paint_name(painter: QPainter, look: StepLook, inks: Inks) -> None:
    painter.setPen(inks.text if look.named else inks.muted)
    step = line_height("card")
    y = TEXT_TOP + (step - text.height("card")) / 2
    for line in look.lines:
        text.draw(painter, line, "card", CARD_TEXT_X, y)
        y += step


def _paint_footer(painter: QPainter, look: StepLook, inks: Inks) -> None:
    middle = look.height - FOOTER_RISE
    painter.setPen(inks.muted)
    x = BADGE_X - BADGE_RADIUS
    for name, count in (("task", look.tasks), ("practice", look.practices), ("tool", look.tools)):
        if count:
            x = _paint_pair(painter, name, str(count), x, middle) + COUNT_GAP
    right = look.width - CARD_TEXT_RIGHT
    answering = _pair_width(look.answers) + COUNT_GAP if look.answers else 0.0
    if look.time:
        shown = text.elided(look.time, "card_footer", max(24.0, right - x))
        # The clock gives way to who answers for the step: "4 h" is a time without it.
        clock = "clock" if right - _pair_width(shown) - answering >= x else ""
        right -= _pair_width(shown) if clock else text.width(shown, "card_footer")
        _paint_pair(painter, clock, shown, right, middle)
        right -= COUNT_GAP
    if look.answers:
        # Letters say who it is, a person alone says nothing: it gives way, and without letters it is gone.
        letters, pair = text.width(look.answers, "card_footer"), _pair_width(look.answers)
        if letters <= right - x:
            icon, wide = ("role", pair) if pair <= right - x else ("", letters)
            _paint_pair(painter, icon, look.answers, right - wide, middle)
    elif look.unanswered and right - x >= ICON:
        painter.setPen(inks.warning)
        text.draw_icon(painter, "warning", ICON, right - ICON, middle - ICON / 2)


def _pair_width(label: str) -> float:
    return ICON + (PAIR_GAP + text.width(label, "card_footer") if label else 0.0)


def _paint_pair(painter: QPainter, icon: str, label: str, x: float, middle: float) -> float:
    """Paint an icon (or none) with its count; returns where it ends."""
    if icon:
        text.draw_icon(painter, icon, ICON, x, middle - ICON / 2)
        x += ICON + (PAIR_GAP if label else 0.0)
    if label:
        text.draw(painter, label, "card_footer", x, middle - text.height("card_footer") / 2)
        x += text.width(label, "card_footer")
    return x


def _paint_chip(painter: QPainter, look: StepLook, inks: Inks) -> None:
    lane = inks.lane(look.colour)
    shown = text.elided(look.chip, "chip", CHIP_LONGEST)
    wide = text.width(shown, "chip") + 2 * CHIP_PADDING
    right = look.width - CARD_TEXT_RIGHT
    painter.setPen(inks.none)
    painter.setBrush(lane.badge)
    half = CHIP_HEIGHT / 2
    painter.drawRoundedRect(QRectF(right - wide, -half, wide, CHIP_HEIGHT), half, half)
    painter.setPen(lane.badge_text)
    text.draw_centred(painter, shown, "chip", right - wide / 2, 0.0)
