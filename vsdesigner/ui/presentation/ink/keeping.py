"""Keeps the ink of a stop in the document when somebody asks for it: as a picture, where it was drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from vsdesigner.commands import notes
from vsdesigner.layout.geometry import Point
from vsdesigner.model.pictures import encoded
from vsdesigner.model.records import NoteKind
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.ink.drawing import ink_of
from vsdesigner.ui.presentation.ink.ink import Strokes
from vsdesigner.ui.presentation.ink.painting import paint_strokes, pen_width
from vsdesigner.ui.theme import LIGHT

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

SHARPNESS = 2.0  # px of the picture for one of the screen
LARGEST_SIDE = 320.0  # px in the scene of what does not fit where it was drawn


def can_keep(window: PresentWindow) -> bool:
    """Whether there is ink to be seen that may go into the document."""
    return not window.state.read_only and bool(ink_of(window).strokes)


def keep(window: PresentWindow) -> None:
    """Put the ink of this stop into the document as one step; the ink itself stays for the presentation.

    It stands where it was drawn when its lane has room for it, else smaller, where no card is.
    """
    state, strokes = window.state, ink_of(window).strokes
    area = _area(strokes, QSizeF(window.size()), state.unit)
    picture = _picture(strokes, area, QSizeF(window.size()), state.unit)
    corner, size = _in_scene(window, area)
    band = state.layout.lane_at(corner.y + size.height() / 2)
    fits = band.top <= corner.y and corner.y + size.height() <= band.bottom
    if not fits and max(size.width(), size.height()) > LARGEST_SIDE:
        size = size.scaled(LARGEST_SIDE, LARGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    shape = (size.width(), size.height())
    place = state.layout.place_at(corner, shape, None if fits else ())
    with state.session.edit(tr("Keep ink as a picture")) as draft:
        notes.add(
            draft,
            state.stream,
            place,
            NoteKind.PICTURE,
            text=tr("Drawn while presenting"),
            picture=picture,
            size=shape,
        )
    state.said.emit(tr("The ink is in the document now, as a picture."))


def _area(strokes: Strokes, size: QSizeF, unit: float) -> QRectF:
    """What the strokes cover, in px of the window; never less than a note must have."""
    spots = [spot for stroke in strokes for spot in stroke.spots]
    left, right = min(spot.x for spot in spots), max(spot.x for spot in spots)
    top, bottom = min(spot.y for spot in spots), max(spot.y for spot in spots)
    wide, high = size.width(), size.height()
    rim = pen_width(unit) + 2
    found = QRectF(left * wide, top * high, (right - left) * wide, (bottom - top) * high)
    found.adjust(-rim, -rim, rim, rim)
    more_wide = max(0.0, notes.LEAST_WIDTH * 2 - found.width()) / 2
    more_high = max(0.0, notes.LEAST_HEIGHT * 2 - found.height()) / 2
    return found.adjusted(-more_wide, -more_high, more_wide, more_high)


def _picture(strokes: Strokes, area: QRectF, size: QSizeF, unit: float) -> str:
    """The strokes on nothing, as a picture for a document: in the colours for light ground."""
    image = QImage(
        round(area.width() * SHARPNESS), round(area.height() * SHARPNESS), QImage.Format.Format_ARGB32
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(SHARPNESS, SHARPNESS)
    painter.translate(-area.topLeft())
    paint_strokes(painter, strokes, size, unit, LIGHT)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return encoded(bytes(buffer.data().data()))


def _in_scene(window: PresentWindow, area: QRectF) -> tuple[Point, QSizeF]:
    """Where an area of the window is in the scene; beside the stage, the nearest of it."""
    stage = window.stage
    start, end = (
        stage.scene_at(QPointF(stage.mapFrom(window, point.toPoint())))
        for point in (area.topLeft(), area.bottomRight())
    )
    size = QSizeF(end.x() - start.x(), end.y() - start.y())
    bounds = window.state.layout.bounds
    x = max(bounds.x, min(start.x(), bounds.right - size.width()))
    y = max(bounds.y, min(start.y(), bounds.bottom - size.height()))
    return Point(x, y), size


KEEPING = (Command("draw.keep", "edit", "Keep the ink of this stop as a picture", keep, ("K",), can_keep),)
