"""Paints phases: quiet bands across the lanes, and their headers on top."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import floor

from PySide6.QtCore import QLine, QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import PhaseLook

PADDING = 10.0
ROLE = "panel_strong"
TINT = 0.4  # of the theme's hover colour: the lanes stay the colour
LEAST_TEXT = 24.0  # px on screen that a name needs


def paint_phases(
    painter: QPainter,
    phases: Iterable[PhaseLook],
    inks: Inks,
    area: QRectF,
    bottom: float,
    selected: Collection[str] = (),
) -> None:
    """Paint the bands where they meet `area`, over the lanes, from their headers to the `bottom`."""
    area = QRectF(area.topLeft(), QPointF(area.right(), min(area.bottom(), bottom)))
    if area.height() <= 0:
        return
    reach = 2.0 / inks.scale  # lines keep their width on screen
    tint = QColor(inks.theme.hover)
    tint.setAlphaF(tint.alphaF() * TINT)
    quiet = QPen(inks.theme.line, 1.0)  # solid: dashes are for kinds of flow
    quiet.setCosmetic(True)
    edges: set[float] = set()
    chosen: list[PhaseLook] = []
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for phase in phases:
        if phase.x + phase.width < area.left() - reach or phase.x > area.right() + reach:
            continue
        if phase.shaded:
            left, right = max(phase.x, area.left()), min(phase.x + phase.width, area.right())
            painter.fillRect(QRectF(left, area.top(), right - left, area.height()), tint)
        edges |= {phase.x, phase.x + phase.width}
        if phase.phase in selected:
            chosen.append(phase)
    if inks.complete:
        for x in edges:
            painter.fillRect(QRectF(x, area.top(), 1, area.height()), inks.theme.line)
    else:
        painter.setPen(quiet)
        _paint_edges(painter, edges, area)
    solid = QPen(inks.theme.accent, 2.0)
    solid.setCosmetic(True)
    painter.setPen(solid)
    for phase in chosen:
        for x in (phase.x, phase.x + phase.width):
            painter.drawLine(QLineF(x, area.top() - reach, x, area.bottom()))
    painter.restore()


def _paint_edges(painter: QPainter, edges: Iterable[float], area: QRectF) -> None:
    """Draw lines from top to bottom in the painter's pen, in whole px of the device."""
    to_device = painter.worldTransform()
    seen = to_device.mapRect(area)
    painter.setWorldMatrixEnabled(False)
    for edge in edges:
        x = floor(to_device.map(QPointF(edge, 0.0)).x())
        painter.drawLine(QLine(x, floor(seen.top()), x, round(seen.bottom())))
    painter.setWorldMatrixEnabled(True)


def paint_phase_header(
    painter: QPainter, phase: PhaseLook, inks: Inks, area: QRectF, *, selected: bool, named_in: QRectF
) -> None:
    """Paint a phase's header into `area`, its name into what is seen of it."""
    theme = inks.theme
    painter.fillRect(area, theme.selection if selected else theme.panel)
    if not selected and phase.shaded:
        painter.fillRect(area, theme.hover)
    line = theme.accent if selected else theme.faint
    painter.fillRect(QRectF(area.left(), area.top(), 1.0, area.height()), line)
    painter.fillRect(QRectF(area.right(), area.top(), 1.0, area.height()), line)  # a neighbour covers it
    thick = 2.0 if selected else 1.0
    painter.fillRect(
        QRectF(area.left(), area.bottom() - thick, area.width(), thick),
        theme.accent if selected else theme.line,
    )
    room = named_in.width() - 2 * PADDING
    if room < LEAST_TEXT:
        return
    named = bool(phase.name.strip())
    words = text.elided(phase.name if named else tr("Unnamed phase"), ROLE, room)
    painter.setPen(inks.text if named else inks.muted)
    wide = text.width(words, ROLE)
    x = named_in.center().x() - wide / 2
    text.draw(painter, words, ROLE, x, area.center().y() - text.height(ROLE) / 2)


def paint_strip(painter: QPainter, inks: Inks, area: QRectF) -> None:
    """Paint the ground on which the headers of the phases stand."""
    painter.fillRect(area, inks.theme.window)
    painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), inks.theme.line)
