"""The sheet that pages are laid out on: its size, its margins and which way it lies."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageSize

from vsdesigner.exchange.paper_options import AS_LARGE_AS_NEEDED

PX_PER_POINT = 96 / 72
MARGIN = 45.0  # px, 12 mm: printers leave 5 mm free
HEAD, FOOT = 34.0, 34.0  # px above and below the content
MOST_SIDE = 14_400 * PX_PER_POINT  # px; readers open no larger pages

Id = QPageSize.PageSizeId
SIZES = {
    "A4": Id.A4,
    "A3": Id.A3,
    "A2": Id.A2,
    "A1": Id.A1,
    "A0": Id.A0,
    "Letter": Id.Letter,
    "Legal": Id.Legal,
    "Tabloid": Id.Tabloid,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's size in px (96 an inch)."""

    width: float
    height: float

    @property
    def content(self) -> QRectF:
        """What lies between the margins, below the head and above the foot."""
        return QRectF(MARGIN, MARGIN + HEAD, self.width - 2 * MARGIN, self.height - 2 * MARGIN - HEAD - FOOT)

    @property
    def turned(self) -> Sheet:
        """The same sheet, lying the other way."""
        return Sheet(self.height, self.width)

    @property
    def points(self) -> QSizeF:
        """The size in points."""
        return QSizeF(self.width / PX_PER_POINT, self.height / PX_PER_POINT)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed on: a standing sheet. `lying` says which way it has to lie, None either way.

    `grows` lets the page of a diagram be as large as the diagram.
    """

    upright: Sheet
    lying: bool | None = None
    grows: bool = False

    def ways(self, prefer: str = "") -> list[Sheet]:
        """Return how the sheet may lie, the preferred way (``landscape``) first."""
        if self.lying is not None:
            return [self.upright.turned if self.lying else self.upright]
        both = [self.upright, self.upright.turned]
        return both[::-1] if prefer == "landscape" else both


def paper_of(name: str, orientation: str) -> Paper:
    """Return the paper with this name, in an orientation: ``auto``, ``portrait`` or ``landscape``."""
    size = QPageSize(SIZES.get(name, Id.A4)).size(QPageSize.Unit.Point)
    upright = Sheet(size.width() * PX_PER_POINT, size.height() * PX_PER_POINT)
    lying = {"portrait": False, "landscape": True}.get(orientation)
    return Paper(upright, lying, grows=name == AS_LARGE_AS_NEEDED)
