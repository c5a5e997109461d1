"""Demand on its way, painted on the stage: its line, its lane in the light, and where playing pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from vsdesigner.model.records import Placed
from vsdesigner.ui import motion
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.presentation.playback.playback import Part, Playback

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

# Px of the design.
TOKEN = 13.0
RING = 4.0
HALO = 2.2  # in radii
TRAIL = 6.0
MARK = 30.0
AROUND = 4.0  # what is painted beyond the token and its line
# Of the height of a lane.
GLOW_REACH = 0.28
GLOW_STRENGTH = 0.30
LANE_LINE = 3.0


class PlaybackLayer:
    """Paints `playback` above the cards of a stage, and has the presentation follow what leaves the view."""

    def __init__(self, window: PresentWindow, playback: Playback) -> None:
        self._state, self._stage, self._playback = window.state, window.stage, playback
        self._painted = QRectF()
        playback.ticked.connect(self._on_tick)
        playback.changed.connect(self._stage.update)
        self._stage.add_layer(self)

    @property
    def token(self) -> QPointF | None:
        """Where demand is, in px of the scene; None where it is nowhere."""
        course = self._playback.course
        if course is None or not self._playback.used:
            return None
        still = motion.is_reduced()
        return course.at(0.0 if still else self._playback.share)

    # -- painting ---------------------------------------------------------------------------------------
    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        playback, unit = self._playback, self._state.unit / scale
        self._paint_marks(painter, unit)
        course, token = playback.course, self.token
        if course is None or token is None:
            return
        self._paint_lane(painter, seen, unit)
        if not motion.is_reduced():
            wait, share = playback.wait_share, playback.share
            theme = self._state.theme
            if wait:
                self._paint_trail(painter, course.upto(min(wait, share)), theme.muted, unit)
            if share > wait:
                self._paint_trail(painter, course.between(wait, share), theme.accent, unit)
        self._paint_token(painter, token, unit)
        self._painted = self._around(token)

    def _paint_lane(self, painter: QPainter, seen: QRectF, unit: float) -> None:
        """The light at both edges of the lane in which demand is."""
        leg = self._playback.leg
        record = self._state.view.find(leg.id) if leg else None
        if not isinstance(record, Placed):
            return
        band = self._state.layout.band(record.lane)
        lane = self._state.view.find(record.lane)
        colour = QColor(self._state.theme.lane(getattr(lane, "color", "")).edge)
        reach, line = band.height * GLOW_REACH, LANE_LINE * unit
        clear = QColor(colour)
        clear.setAlphaF(0.0)
        for edge, inward in ((band.top, 1), (band.top + band.height, -1)):
            glow = QLinearGradient(0, edge, 0, edge + inward * reach)
            bright = QColor(colour)
            bright.setAlphaF(GLOW_STRENGTH)
            glow.setColorAt(0, bright)
            glow.setColorAt(1, clear)
            area = QRectF(seen.left(), min(edge, edge + inward * reach), seen.width(), reach)
            painter.fillRect(area, glow)
            painter.fillRect(QRectF(seen.left(), min(edge, edge + inward * line), seen.width(), line), colour)

    def _paint_trail(self, painter: QPainter, line: QPolygonF, ink: QColor, unit: float) -> None:
        pen = QPen(ink, TRAIL * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)

    def _paint_token(self, painter: QPainter, at: QPointF, unit: float) -> None:
        """A disc while it moves or is worked on, a ring while it waits."""
        theme, waiting = self._state.theme, self._playback.waiting
        ink = theme.muted if waiting else theme.accent
        halo = QColor(ink)
        halo.setAlphaF(0.22)
        radius = TOKEN * unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawEllipse(at, radius * HALO, radius * HALO)
        painter.setPen(QPen(ink if waiting else theme.card, RING * unit))
        painter.setBrush(theme.card if waiting else ink)
        painter.drawEllipse(at, radius, radius)

    def _paint_marks(self, painter: QPainter, unit: float) -> None:
        side = MARK * unit
        for id in self._playback.marks:
            card = self._state.layout.cards.get(id)
            if card is None:
                continue
            area = QRectF(card.rect.x - side / 2, card.rect.y - side / 2, side, side)
            painter.setPen(QPen(self._state.theme.card, RING * unit / 2))
            painter.setBrush(self._state.theme.text)
            painter.drawEllipse(area)
            inset = side * 0.26
            glyph = area.adjusted(inset, inset, -inset, -inset)
            paint_glyph(painter, "pause", glyph, self._state.theme.card)

    # -- following --------------------------------------------------------------------------------------
    def _on_tick(self) -> None:
        token = self.token
        if token is None:
            return
        if self._playback.part is Part.WAY and not self._in_view(token):
            self._playback.go_ahead()
        # Where it was painted, the camera may have stood elsewhere than when time passed before.
        self._stage.update((self._painted | self._around(token)).toAlignedRect())

    def _in_view(self, at: QPointF) -> bool:
        free = self._stage.edges.free
        area = QRectF(free.x, free.y, free.width, free.height)
        return area.contains(self._stage.to_screen(QRectF(at, at)).topLeft())

    def _around(self, at: QPointF) -> QRectF:
        """What the token covers, in px of the stage."""
        reach = (TOKEN * HALO + AROUND) * self._state.unit
        middle = self._stage.to_screen(QRectF(at, at)).topLeft()
        return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
