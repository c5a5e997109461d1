"""Cards and lines that are not there yet, while somebody decides about them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.ui.canvas.marks import ConnectionMark, GhostMark
from vsdesigner.ui.painting.inks import Inks


@dataclass(frozen=True, slots=True)
class ProposalMark:
    """Steps with the flows that would lead from and to them; `cards` are (rectangle, colour of the lane)."""

    cards: tuple[tuple[Rect, str], ...]
    lines: tuple[tuple[Point, ...], ...] = ()

    def area(self, inks: Inks) -> QRectF:
        found = QRectF()
        for part in self._parts():
            found = found.united(part.area(inks))
        return found

    def paint(self, painter: QPainter, inks: Inks) -> None:
        for part in self._parts():
            painter.save()
            part.paint(painter, inks)
            painter.restore()

    def _parts(self) -> list[ConnectionMark | GhostMark]:
        return [
            *(ConnectionMark(line) for line in self.lines),
            *(GhostMark(rect, colour) for rect, colour in self.cards),
        ]
