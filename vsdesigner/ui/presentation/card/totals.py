"""Puts the totals of the closing side by side on a card that lies below the stage."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.presentation.card.chips import running
from vsdesigner.ui.presentation.card.closing import closing_parts
from vsdesigner.ui.presentation.card.content import Block, Chips, Content, Figures
from vsdesigner.ui.presentation.card.layout import lay_out
from vsdesigner.ui.presentation.card.sheet import Column
from vsdesigner.ui.presentation.show import Show

EDGE = 8.0  # design px of the card's edge, and between it and the words
SIDE, TOP, BOTTOM = 40.0, 18.0, 10.0
WIDE = 3.0  # times its height, from which on totals stand side by side
BETWEEN = 44.0
WIDER = 1.25  # of columns with figures


def is_wide(card: Rect) -> bool:
    """Whether a card is so wide and flat that totals stand side by side on it."""
    return card.width >= WIDE * card.height


def total_columns(state: Show, card: Rect, unit: float) -> tuple[Column, ...]:
    """Return the columns of a card of this size; their lists run on, so that they are flat."""
    parts = [
        Content(part.name, tuple(map(_flat, part.blocks)), part.colour)
        for part in closing_parts(state.view, state.stream, state.session.problems, state.hidden)
    ]
    left, top = SIDE * unit, (TOP + EDGE) * unit
    room = card.width - 2 * left - (len(parts) - 1) * BETWEEN * unit
    weights = [WIDER if any(isinstance(block, Figures) for block in part.blocks) else 1.0 for part in parts]
    found = []
    for part, weight in zip(parts, weights, strict=True):
        wide = room * weight / sum(weights)
        found.append(Column(part, QRectF(left, top, wide, card.height - top - BOTTOM * unit)))
        left += wide + BETWEEN * unit
    return tuple(found)


def _flat(block: Block) -> Block:
    return running(block.chips) if isinstance(block, Chips) and block.alike else block


def fit_below(state: Show, card: Rect, unit: float) -> bool:
    """Whether all totals stand on one page of such a card, none of them as running text."""
    for column in total_columns(state, card, unit):
        area = column.area
        laid = lay_out(column.content, area.width(), area.height(), state.theme, unit, 0.0)
        if len(laid.pages) > 1 or laid.look.sizes.compact:
            return False
    return True
