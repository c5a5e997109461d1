"""The lanes of a presentation: the camera is on the present step, the rest is dimmed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.analysis.journey import StopKind
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import Placed, Step
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.card import RADIUS
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.stage import aim
from vsdesigner.ui.presentation.stage.badges import Badge, badge_at, badges, paint_badges
from vsdesigner.ui.presentation.stage.camera import Camera, Outlook
from vsdesigner.ui.presentation.stage.edges import Edges, edges, paint_edges
from vsdesigner.ui.presentation.stage.layers import StageLayer
from vsdesigner.ui.presentation.stage.light import Light, light_of, neighbours, paint_light
from vsdesigner.ui.presentation.stage.scene import Scene
from vsdesigner.ui.presentation.stage.tails import Tail, paint_tails, tail_at, tails
from vsdesigner.ui.presentation.where import spoken_place

OUTLINE = 3.0  # px on a screen of 1080 lines around the card that is pointed at
OUTLINE_WIDTH = 2.5


class Stage(QWidget):
    """Shows where the presentation stands; a press on a card, a caption or the number of a way goes there."""

    #: The camera shows something else: what follows the scene on screen has to be placed anew.
    looked = Signal()

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("present_stage")
        self.setAccessibleName(tr("The stream"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._state = state
        self._scene = Scene(state.view, state.layout)
        self._camera = Camera(self, self._on_camera)
        self._dress()
        self._light = self._light_before = Light()
        self._layers: list[StageLayer] = []
        self._badges: list[Badge] = []
        self._tails: list[Tail] = []
        self._hovered = ""
        state.moved.connect(self._go)
        state.changed.connect(self._follow)
        state.looks_changed.connect(self._on_looks)
        state.unit_changed.connect(self._go)
        self._go()

    # -- for others -------------------------------------------------------------------------------------
    @property
    def scene(self) -> Scene:
        """What the stream looks like."""
        return self._scene

    @property
    def camera(self) -> Camera:
        """What is shown, and where it is going."""
        return self._camera

    @property
    def edges(self) -> Edges:
        """Where the headers of lanes and phases stand, and what they leave of the stage."""
        width, height = max(1, self.width()), max(1, self.height())
        return edges(width, height, self._state.unit, self._scene)

    @property
    def badges(self) -> tuple[Badge, ...]:
        """The numbers of the ways at the present fork, in px of the scene."""
        return tuple(self._badges)

    @property
    def tails(self) -> tuple[Tail, ...]:
        """The captions of neighbours that are out of view, in px of the scene."""
        return tuple(self._tails)

    @property
    def light(self) -> Light:
        """What stands in the light now."""
        return self._light_before.towards(self._light, self._camera.share)

    def add_layer(self, layer: StageLayer) -> None:
        """Have `layer` painted above the cards and below the headers."""
        self._layers.append(layer)
        self.update()

    def remove_layer(self, layer: StageLayer) -> None:
        """Have a layer painted no longer."""
        self._layers.remove(layer)
        self.update()

    def to_screen(self, rect: Rect | QRectF) -> QRectF:
        """Return where a rectangle of the scene is now, in px of the stage."""
        return self._camera.outlook.to_screen(rect)

    def scene_at(self, point: QPointF) -> QPointF:
        """Return the scene point under a point of the stage."""
        return self._camera.outlook.scene_at(point)

    def card_at(self, point: QPointF) -> str:
        """Return the step, demand or value under a point of the stage, or nothing."""
        free = self.edges.free
        if point.x() < free.x or point.y() < free.y:
            return ""
        return self._scene.card_at(self.scene_at(point))

    # -- going ------------------------------------------------------------------------------------------
    def _go(self) -> None:
        """Look where the presentation stands now."""
        self._light_before = self.light
        sight = self._state.sight
        lens = sight is not None and bool(sight.occurrences)
        self._light = light_of(self._state.view, self._state.journey, whole=self._state.whole, lens=lens)
        self._aim(glides=True)
        self.setAccessibleDescription(spoken_place(self._state))

    def _aim(self, *, glides: bool) -> None:
        end = self._wanted()
        journey, unit, free = self._state.journey, self._state.unit, self.edges.free
        self._badges = badges(journey.ways, journey.stop.id, self._scene, end, free, unit)
        self._tails = tails(journey, self._scene, end, free, unit, self._badges)
        if glides and self.isVisible():
            self._camera.glide(end)
        else:
            self._camera.jump(end)
        self.update()

    def _wanted(self) -> Outlook:
        state, scene, free = self._state, self._scene, self.edges.free
        present = scene.rect(state.stop.id)
        if present is None or state.whole or state.stop.kind in (StopKind.OPENING, StopKind.CLOSING):
            # The headers of phases are above the stage: lanes hang directly below them.
            return aim.whole(scene.bounds, free, state.unit, high=bool(scene.phases))
        groups = [
            [rect for id in ids if (rect := scene.rect(id))] for ids in neighbours(state.view, state.journey)
        ]
        return aim.step(present, groups, scene.bounds, free, state.unit)

    def _follow(self, _change: object) -> None:
        self._scene.follow(self._state.view, self._state.layout)
        self._hovered = ""
        self._go()

    def _on_looks(self) -> None:
        self._dress()
        self._go()

    def _dress(self) -> None:
        self._scene.hide(self._state.hidden)
        self._inks = Inks(self._state.theme)
        self._quick_inks = Inks(self._state.theme, vector=True)  # shadows cost most when the scale changes

    def _on_camera(self) -> None:
        self.looked.emit()
        self.update()

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        outlook, zooming = self._camera.outlook, self._camera.zooming
        inks = self._quick_inks if zooming else self._inks
        inks.set_scale(outlook.scale)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.scale(outlook.scale, outlook.scale)
        painter.translate(-outlook.x, -outlook.y)
        corner = outlook.scene_at(QPointF(0, 0))
        seen = QRectF(corner.x(), corner.y(), self.width() / outlook.scale, self.height() / outlook.scale)
        self._scene.paint(painter, inks, seen, self._state.journey.phase, zooming=zooming)
        paint_light(painter, self.light, self._scene, inks, seen)
        for layer in self._layers:
            painter.save()
            layer.paint(painter, seen, outlook.scale)
            painter.restore()
        painter.restore()
        self._paint_above(painter, inks, outlook)
        painter.end()

    def _paint_above(self, painter: QPainter, inks: Inks, outlook: Outlook) -> None:
        """What is painted in px of the stage."""
        state = self._state
        self._paint_outline(painter)
        share = self._camera.share
        paint_tails(painter, self._tails, inks, outlook, state.unit, share, self._hovered)
        paint_badges(painter, self._badges, inks, outlook, state.unit, share, self._hovered)
        record = state.view.find(state.stop.id)
        lane = record.lane if isinstance(record, Placed) else ""
        phase, veil = state.journey.phase, self.light.veil
        paint_edges(painter, self._scene, inks, outlook, self.edges, lane, phase, veil)

    def _paint_outline(self, painter: QPainter) -> None:
        rect = self._scene.rect(self._hovered)
        if rect is None:
            return
        unit, scale = self._state.unit, self._camera.outlook.scale
        away = OUTLINE * unit
        area = self.to_screen(rect).adjusted(-away, -away, away, away)
        radius = (RADIUS if isinstance(self._state.view.find(self._hovered), Step) else 20.0) * scale + away
        painter.setPen(QPen(self._state.theme.accent, OUTLINE_WIDTH * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, radius, radius)

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._aim(glides=self._camera.gliding)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.scene_at(event.position())
        badge, tail = badge_at(self._badges, at), tail_at(self._tails, at)
        named = badge.way.target if badge else tail.other if tail else ""
        self._hover(named or self.card_at(event.position()))
        event.ignore()  # the window may want to know that the pointer moves

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self._hover("")

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._press(event.position()):
            event.ignore()

    def _press(self, at: QPointF) -> bool:
        """Go to what was pressed; say whether that was anything to go to."""
        state = self._state
        badge = badge_at(self._badges, self.scene_at(at))
        if badge is not None:
            return state.next(badge.number - 1)
        tail = tail_at(self._tails, self.scene_at(at))
        id = tail.other if tail is not None else self.card_at(at)
        if not id or id == state.stop.id:
            return False
        if state.whole:
            state.show_whole(on=False)
        for index, way in enumerate(state.journey.ways):
            if way.target == id:
                return state.next(index)
        return state.go_to(id)

    def _hover(self, id: str) -> None:
        if id != self._hovered:
            self._hovered = id
            self.update()
