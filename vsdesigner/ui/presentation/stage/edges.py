"""What stays at the edges of the stage while the camera moves: headers of lanes, and of phases on top."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from vsdesigner.layout.geometry import Rect
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH, PHASE_HEADER_HEIGHT
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.lanes import paint_header
from vsdesigner.ui.painting.looks import BandLook, PhaseLook
from vsdesigner.ui.painting.phases import paint_phase_header, paint_strip
from vsdesigner.ui.presentation.stage.camera import Outlook
from vsdesigner.ui.presentation.stage.scene import Scene

LETTERS = 1.15  # of the canvas's letters on a screen of 1080 lines
LEAST_LETTERS = 0.8
LEAST_WIDTH, MOST_WIDTH = 100.0, LANE_HEADER_WIDTH  # px at 100 %
BESIDE = 30.0  # of them beside the names
QUIET = 0.5  # share of the canvas's colour on the headers of other lanes


def letters(unit: float) -> float:
    """Return the scale of what stands at the edges."""
    return max(LEAST_LETTERS, LETTERS * unit)


class Edges(NamedTuple):
    """`free` is what the headers leave of a stage, `letters` the scale of what stands in them."""

    free: Rect
    letters: float


def edges(width: float, height: float, unit: float, scene: Scene) -> Edges:
    """Return how the headers stand at the edges of a stage; `unit` as in `Areas`.

    Those of the lanes are as wide as their longest word needs.
    """
    size = letters(unit)
    words = [text.width(word, "lane") for band in scene.bands for word in band.name.split()]
    left = min(MOST_WIDTH, max(LEAST_WIDTH, BESIDE + max(words, default=0.0))) * size
    top = PHASE_HEADER_HEIGHT * size if scene.phases else 0.0
    return Edges(Rect(left, top, max(1.0, width - left), max(1.0, height - top)), size)


def paint_edges(
    painter: QPainter,
    scene: Scene,
    inks: Inks,
    outlook: Outlook,
    at: Edges,
    lane: str,
    phase: str,
    veil: float = QUIET,
) -> None:
    """Paint in px of the stage, where the headers stand `at`; `lane` and `phase` are the present ones.

    Where there is no present lane, all are equal; else the others are veiled by this share of the canvas's
    colour, but no more than QUIET.
    """
    free, size = at
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # rectangles: sharp, and much faster
    painter.scale(size, size)
    bottom = free.bottom / size
    rows = _rows(scene.bands, outlook, at)
    quiet = QColor(inks.theme.canvas)
    quiet.setAlphaF(min(veil, QUIET))
    painter.fillRect(QRectF(0, 0, free.x / size, bottom), inks.theme.canvas)
    for band, area, seen in rows:
        paint_header(painter, band, inks, area, text_area=seen, lit=band.lane == lane, counted=False)
        if lane and band.lane != lane:
            painter.fillRect(area.adjusted(6, 0, 0, 0), quiet)
    if scene.phases:
        _paint_phases(painter, scene.phases, inks, outlook, at, phase)
    painter.restore()


def _rows(bands: tuple[BandLook, ...], outlook: Outlook, at: Edges) -> list[tuple[BandLook, QRectF, QRectF]]:
    """Bands that are in view, with their headers and what is seen of these."""
    free, size = at
    strip = QRectF(0, free.y / size, free.x / size, free.height / size)
    found = []
    for band in bands:
        top = (band.top - outlook.y) * outlook.scale / size
        area = QRectF(0, top, strip.width(), band.height * outlook.scale / size)
        seen = area.intersected(strip)
        if seen.height() > 0:
            found.append((band, area, seen))
    return found


def _paint_phases(
    painter: QPainter,
    phases: tuple[PhaseLook, ...],
    inks: Inks,
    outlook: Outlook,
    at: Edges,
    present: str,
) -> None:
    free, size = at
    high = PHASE_HEADER_HEIGHT
    strip = QRectF(0, 0, free.right / size, high)
    paint_strip(painter, inks, strip)
    painter.setClipRect(QRectF(free.x / size, 0, free.width / size, high))
    seen = QRectF(free.x / size, 0, free.width / size, high)
    for phase in phases:
        left = (phase.x - outlook.x) * outlook.scale / size
        area = QRectF(left, 0, phase.width * outlook.scale / size, high)
        if area.intersects(seen):
            named = area.intersected(seen)
            paint_phase_header(painter, phase, inks, area, selected=phase.phase == present, named_in=named)
    painter.setClipping(False)
