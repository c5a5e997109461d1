"""The card of the present stop: what a step records, large; also demand, value, and the totals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from vsdesigner.analysis.journey import StopKind
from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.presentation.card.closing import closing_content
from vsdesigner.ui.presentation.card.content import Content
from vsdesigner.ui.presentation.card.sheet import Column, Sheet
from vsdesigner.ui.presentation.card.totals import EDGE, is_wide, total_columns
from vsdesigner.ui.presentation.card.words import content_of
from vsdesigner.ui.presentation.show import Show

SIDE, TOP, BOTTOM = 40.0, 32.0, 24.0  # design px


class CardPane(Sheet):
    """Shows what the present stop says, beside the lanes or on upright screens below them."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(state, parent)
        self.setObjectName("present_card")
        self.renew()

    one_size = True

    @property
    def content(self) -> Content:
        """What the card says now; not at the opening."""
        state = self.state
        if state.stop.kind is StopKind.CLOSING:
            return closing_content(state.view, state.stream, state.session.problems, state.hidden)
        lens = state.session.lens
        return content_of(
            state.view, state.stream, state.journey, state.hidden, lens.id if lens is not None else ""
        )

    def its_turn(self) -> bool:
        return self.state.stop.kind is not StopKind.OPENING

    def columns(self) -> Sequence[Column]:
        unit, card = self.state.unit, Rect(0, 0, self.width(), self.height())
        if self.state.stop.kind is StopKind.CLOSING and is_wide(card):
            return total_columns(self.state, card, unit)
        area = QRectF(self.rect()).adjusted(SIDE * unit, TOP * unit, -SIDE * unit, -BOTTOM * unit)
        if self._is_below:
            area.adjust(0, EDGE * unit, 0, 0)
        else:
            area.adjust(EDGE * unit, 0, 0, 0)
        return (Column(self.content, area),)

    def paint_ground(self, painter: QPainter) -> None:
        theme, unit = self.state.theme, self.state.unit
        painter.fillRect(self.rect(), theme.card)
        edge = QRectF(self.rect())
        if self._is_below:
            edge.setHeight(EDGE * unit)
        else:
            edge.setWidth(EDGE * unit)
        painter.fillRect(edge, self.laid[0].laid.look.edge if self.laid else theme.accent)

    @property
    def _is_below(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and self.width() >= parent.width()
