"""What of a stream stands in the light at a stop, and how much the rest is dimmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from vsdesigner.analysis.journey import Journey, StopKind
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step
from vsdesigner.ui.painting.card import MARGIN, RADIUS
from vsdesigner.ui.painting.inks import FLOW_WIDTH, Inks
from vsdesigner.ui.painting.looks import lane_colour
from vsdesigner.ui.presentation.stage.scene import Scene

DIM = 0.62  # share of the canvas's colour that lies on the rest
DIM_WHOLE = 0.12  # all names are to be read
DIM_LENS = 0.78
NEAR, AROUND = 0.52, 0.30  # of their full strength that neighbours have
FEW = 24  # neighbours that are made to stand out
HALO = 11.0  # px of the scene around the present step
LEAST_HALO = 4.0  # px on screen
GLOW = 6.0  # px of the scene beside lines that stand out
GLOW_STRENGTH = 0.18

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Light:
    """Shares from 0 to 1 of how much everything is veiled, and ids are not; `frames` are of present steps."""

    veil: float = 0.0
    cards: Shares = field(default_factory=dict)
    flows: Shares = field(default_factory=dict)
    frames: Shares = field(default_factory=dict)

    def towards(self, other: Light, share: float) -> Light:
        """Return the light on the way to another one."""
        if share >= 1.0 or self == other:
            return other
        return Light(
            self.veil + (other.veil - self.veil) * share,
            _mixed(self.cards, other.cards, share),
            _mixed(self.flows, other.flows, share),
            _mixed(self.frames, other.frames, share),
        )


def _mixed(one: Shares, other: Shares, share: float) -> Shares:
    return {
        id: one.get(id, 0.0) * (1 - share) + other.get(id, 0.0) * share
        for id in dict.fromkeys((*one, *other))
    }


class Neighbours(NamedTuple):
    """The cards around the present one: what may follow, what comes before on the way, what else joins it."""

    after: list[str]
    before: list[str]
    around: list[str]


def neighbours(view: Snapshot, journey: Journey) -> Neighbours:
    """Return the neighbours of the present stop; each is in one of the lists only."""
    present, path, place = journey.stop.id, journey.path, journey.place
    seen = {present, ""}

    def fresh(ids: Iterable[str]) -> list[str]:
        found = [id for id in dict.fromkeys(ids) if id not in seen]
        seen.update(found)
        return found

    after = fresh((*path[place + 1 : place + 2], *(way.target for way in journey.ways)))
    before = fresh(path[place - 1 : place] if place > 0 else ())
    joined = (
        *(flow.target for flow in view.outgoing(present)),
        *(flow.source for flow in view.incoming(present)),
    )
    return Neighbours(after, before, fresh(joined)[:FEW])


def light_of(view: Snapshot, journey: Journey, *, whole: bool, lens: bool = False) -> Light:
    """Return what stands in the light at the present stop; with a `lens` no neighbours do."""
    if journey.stop.kind in (StopKind.OPENING, StopKind.CLOSING):
        return Light(DIM_LENS if lens else 0.0)
    present = journey.stop.id
    flows = [journey.flow_in, *(way.flow for way in journey.ways)]
    if lens:
        shown = dict.fromkeys((id for id in flows if id), AROUND)
        return Light(DIM_LENS, {present: 1.0}, shown, {present: 1.0})
    after, before, around = neighbours(view, journey)
    cards = dict.fromkeys(around, AROUND) | dict.fromkeys((*before, *after), NEAR) | {present: 1.0}
    return Light(
        DIM_WHOLE if whole else DIM,
        cards,
        dict.fromkeys((id for id in flows if id), 1.0),
        {present: 1.0},
    )


def paint_light(painter: QPainter, light: Light, scene: Scene, inks: Inks, seen: QRectF) -> None:
    """Paint the veil over what is painted already, and again what stands in the light."""
    if light.veil > 0.0:
        veil = QColor(inks.theme.canvas)
        veil.setAlphaF(light.veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # several times faster
        painter.fillRect(seen, veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for id, share in light.frames.items():
        _paint_halo(painter, id, share, scene, inks)
    flows = [(id, share) for id, share in light.flows.items() if scene.shape(id) is not None]
    for id, share in flows:
        painter.setOpacity(share)
        _paint_glow(painter, id, scene, inks)
        scene.paint_flow(painter, id, inks, lit=True)
    for id, share in flows:
        painter.setOpacity(share)
        scene.paint_label(painter, id, inks, lit=True)
    reach = seen.adjusted(-HALO, -HALO, HALO, HALO)
    for id, share in sorted(light.cards.items(), key=lambda each: each[1]):
        rect = scene.rect(id)
        if rect is not None and share > 0.0 and reach.intersects(QRectF(*rect)):
            painter.setOpacity(share)
            framed = light.frames.get(id, 0.0) > 0.5
            if share < 1.0:
                _paint_faint(painter, id, scene, inks, framed=framed)
            else:
                scene.paint_card(painter, id, inks, selected=framed)
    painter.setOpacity(1.0)


def _paint_halo(painter: QPainter, id: str, share: float, scene: Scene, inks: Inks) -> None:
    """A ground in the colour of the lane around the present card."""
    rect, record = scene.rect(id), scene.view.find(id)
    if rect is None or share <= 0.0:
        return
    colour = inks.theme.accent
    if isinstance(record, Step):
        colour = inks.theme.lane(lane_colour(scene.view, record.lane)).base
    tint = QColor(colour)
    tint.setAlphaF(0.20 if inks.theme.dark else 0.12)
    reach = max(HALO, LEAST_HALO / inks.scale)
    painter.setOpacity(share)
    painter.setPen(inks.none)
    painter.setBrush(tint)
    area = QRectF(*rect).adjusted(-reach, -reach, reach, reach)
    painter.drawRoundedRect(area, RADIUS + reach / 2, RADIUS + reach / 2)
    painter.setOpacity(1.0)


def _paint_faint(painter: QPainter, id: str, scene: Scene, inks: Inks, *, framed: bool) -> None:
    """Paint a card as one thing in the painter's opacity: its parts lie on each other."""
    rect = scene.rect(id)
    if rect is None:
        return
    to_screen, ratio = painter.worldTransform(), painter.device().devicePixelRatioF()
    area = to_screen.mapRect(QRectF(*rect.grown(MARGIN))).toAlignedRect()
    picture = QImage(area.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    own = QPainter(picture)
    own.setRenderHint(QPainter.RenderHint.Antialiasing)
    own.translate(-area.topLeft())
    own.setTransform(to_screen, combine=True)
    scene.paint_card(own, id, inks, selected=framed)
    own.end()
    painter.setWorldMatrixEnabled(False)
    painter.drawImage(area.topLeft(), picture)
    painter.setWorldMatrixEnabled(True)


def _paint_glow(painter: QPainter, id: str, scene: Scene, inks: Inks) -> None:
    shape = scene.shape(id)
    if shape is None:
        return
    colour = QColor(inks.theme.accent)
    colour.setAlphaF(GLOW_STRENGTH)
    painter.setPen(QPen(colour, max(FLOW_WIDTH + GLOW, 3.0 / inks.scale)))
    painter.setBrush(inks.no_brush)
    painter.drawPath(shape.line)
