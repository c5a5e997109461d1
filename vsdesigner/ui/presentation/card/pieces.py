"""What a card is painted of, measured and in its place: words, grounds and dots, in bands and on pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.ui.presentation.card.text import Line


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle with round corners, filled, framed or both."""

    area: QRectF
    radius: float
    fill: QColor | None = None
    frame: QColor | None = None
    width: float = 1.0

    def moved(self, x: float, y: float) -> Shape:
        return replace(self, area=self.area.translated(x, y))

    def draw(self, painter: QPainter) -> None:
        half = self.width / 2 if self.frame is not None else 0.0
        painter.setPen(QPen(self.frame, self.width) if self.frame is not None else Qt.PenStyle.NoPen)
        painter.setBrush(self.fill if self.fill is not None else Qt.BrushStyle.NoBrush)
        area = self.area.adjusted(half, half, -half, -half)
        radius = min(self.radius, area.height() / 2, area.width() / 2)
        painter.drawRoundedRect(area, radius, radius)


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of words with the corner from which it is drawn."""

    line: Line
    x: float
    y: float

    @property
    def area(self) -> QRectF:
        """Where the words are."""
        return self.line.area.translated(self.x, self.y)

    def moved(self, x: float, y: float) -> Placed:
        return Placed(self.line, self.x + x, self.y + y)

    def draw(self, painter: QPainter) -> None:
        self.line.draw(painter, self.x, self.y)


Piece = Shape | Placed


@dataclass(slots=True)
class Band:
    """A strip across the card that is never divided. Its pieces are relative to its top left corner.

    `gap` px are above it unless it comes first; with `keep` it is never the last on a page while it has a
    follower. Bands of the same `ground` have it behind all of them. `choice` is the way a press takes.
    """

    height: float
    pieces: list[Piece] = field(default_factory=list)
    gap: float = 0.0
    keep: bool = False
    heads: bool = False  # begins its section
    section: str = ""
    choice: int | None = None
    ground: Ground | None = None

    @property
    def reach(self) -> float:
        """How far the ground reaches beyond the band."""
        return self.ground.reach if self.ground is not None else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What lies behind several bands; it reaches px beyond the first and last of them."""

    fill: QColor
    frame: QColor | None
    width: float
    radius: float
    left: float
    right: float
    reach: float


@dataclass(slots=True)
class Page:
    """What is on one page, relative to its top left corner. `repeated` says again what stands before."""

    grounds: list[Shape] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    repeated: list[Piece] = field(default_factory=list)
    choices: list[tuple[QRectF, int]] = field(default_factory=list)
    height: float = 0.0

    @property
    def words(self) -> list[Placed]:
        """The lines of words that stand here for the first time."""
        return [piece for piece in self.pieces if isinstance(piece, Placed)]

    def choice_at(self, point: QPointF) -> int | None:
        """Return the way under a point."""
        return next((index for area, index in self.choices if area.contains(point)), None)

    def draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in (*self.grounds, *self.repeated, *self.pieces):
            piece.draw(painter)


def kept_together(bands: list[Band], most: int) -> list[Band]:
    """Return bands that stay on one page when they are at most so many."""
    if len(bands) <= most:
        for band in bands[:-1]:
            band.keep = True
    return bands


def placed(band: Band, y: float) -> Iterable[Piece]:
    """Yield the pieces of a band whose top is at `y`."""
    for piece in band.pieces:
        yield piece.moved(0.0, y)
