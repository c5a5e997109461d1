"""The canvas as a widget: it keeps the drawing equal to the session."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6.Shiboken import isValid

from vsdesigner.document.change import Change
from vsdesigner.layout.geometry import Rect, united
from vsdesigner.layout.ports import Side
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.storage.collector import collector_paused
from vsdesigner.ui import theme
from vsdesigner.ui.canvas import hint, phase_verbs
from vsdesigner.ui.canvas.accessibility import Exposure
from vsdesigner.ui.canvas.aids import Aids
from vsdesigner.ui.canvas.camera import STEP, Outlook
from vsdesigner.ui.canvas.context_bar import ContextBar
from vsdesigner.ui.canvas.hands import connect_to_value
from vsdesigner.ui.canvas.lens_ground import LensGround
from vsdesigner.ui.canvas.naming import Naming
from vsdesigner.ui.canvas.quick_add import QuickAdd
from vsdesigner.ui.canvas.scene import LaneScene
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.controller import Controller
from vsdesigner.ui.canvas.tools.landing import append_beside
from vsdesigner.ui.canvas.tools.lane_hand import LaneHand
from vsdesigner.ui.canvas.tools.phase_hand import PhaseHand
from vsdesigner.ui.canvas.tools.touch import Touch
from vsdesigner.ui.canvas.verbs import VERBS
from vsdesigner.ui.canvas.view import LaneView
from vsdesigner.ui.canvas.whereabouts import areas_of, whereabouts
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.guidance import Guidance
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme

RING = 2  # px around the view in which the focus ring is painted


class LaneCanvas(QWidget):
    """The drawing of the session's stream. `view` is the graphics view; events go to its viewport."""

    zoom_changed = Signal(float)
    verbs_changed = Signal()

    @collector_paused()
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._measurer = FontMeasurer()
        self._stream = session.stream
        self._outlooks: dict[str, Outlook] = {}
        layout = StreamLayout(session.now, session.stream, self._measurer)
        self.scene = LaneScene(session.now, layout, theme.current(), self)
        self.view = LaneView(self.scene, self)
        self.view.overlay.ground = LensGround(session, self.scene)
        self.naming = Naming(session, self.view, lambda id: append_beside(self.stage, id, Side.RIGHT))
        self.stage = Stage(session, self.scene, self.view, self.naming)
        self.stage.on_armed = self._on_armed
        self.stage.quick_add = QuickAdd(self.stage)
        self.controller = Controller(self.stage, self._settle)
        self.view.headers.hand = LaneHand(self.stage, self.controller)
        self.view.headers.drops = self.controller
        self.view.strip.hand = PhaseHand(self.stage, self.controller)
        self.view.touch = Touch(self.stage, self.controller).on_event
        self.bar = ContextBar(self.stage)
        self.exposure = Exposure(self.stage)
        self.aids = self.stage.aids = Aids(self.stage)
        self._build()
        self._connect(session)
        self.set_guidance(self.stage.guidance)
        self.scene.show_problems(session.problems, ())
        self.set_theme(theme.current())
        self._show_stream(layout)

    # -- the view's port --------------------------------------------------------------------------------
    def zoom(self) -> float:
        """Return the scale; 1.0 is 100 %."""
        return self.view.camera.scale

    def set_zoom(self, scale: float) -> None:
        """Show at this scale, around what is selected if that is seen, else the middle of the view."""
        self.view.camera.glide_to_scale(scale, self._area(self._session.selection))

    def zoom_in(self) -> None:
        """Show larger by one step."""
        self.view.camera.zoom_at(self.zoom() * STEP)

    def zoom_out(self) -> None:
        """Show smaller by one step."""
        self.view.camera.zoom_at(self.zoom() / STEP)

    def fit_all(self) -> None:
        """Show the whole stream, never above 100 %."""
        self.view.camera.fit()

    def fit_selection(self) -> None:
        """Show what is selected as large as it makes sense; the whole stream without a selection."""
        area = self._area(self._session.selection)
        if area is None:
            self.fit_all()
        else:
            self.view.camera.fit_rect(area)

    def begin_rename(self, id: str) -> None:
        """Edit the name, label or text of an element where it is drawn."""
        self.controller.cancel()
        if not self.stage.header_naming.begin(id):
            self.naming.begin(id)

    def takes(self, id: str) -> bool:
        """Whether the drawing has a way of its own for an action of the window; it has none."""
        return False

    def run(self, id: str) -> None:
        """Carry out the verb of an action, unless it is not possible now."""
        self.controller.cancel()
        self.controller.settle_down()
        if self.can_run(id):
            VERBS[id].do(self.stage)

    def can_run(self, id: str) -> bool:
        """Whether there is a verb of this id and it is possible now."""
        return id in VERBS and VERBS[id].can(self.stage)

    def is_on(self, id: str) -> bool:
        """Whether the switch of this id is on."""
        on = VERBS[id].on if id in VERBS else None
        return on is not None and on(self.stage)

    def words(self, id: str) -> tuple[str, str] | None:
        """Return what an action is called here: as everywhere."""
        return None

    def set_theme(self, worn: Theme) -> None:
        """Wear another theme at once."""
        self.scene.set_theme(worn)
        self.bar.set_theme(worn)
        self.aids.set_theme(worn)
        self.naming.settle()
        self.stage.quick_add.set_theme(worn)
        self.stage.header_naming.settle()
        self.view.headers.update()
        self.view.strip.update()
        self.update()

    def set_guidance(self, guidance: Guidance) -> None:
        """Show the grid, and let things snap, as these switches say."""
        self.stage.guidance = guidance
        guidance.changed.connect(self._on_guidance)
        self._on_guidance()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = self.scene.drawing.inks.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), worn.canvas)
        if self.view.focused_by_keyboard:
            painter.setPen(QPen(worn.accent, RING))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    # -- keeping up -------------------------------------------------------------------------------------
    def _build(self) -> None:
        self.setObjectName("lane_canvas")
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(RING, RING, RING, RING)
        column.addWidget(self.view)
        self.view.hands = self.controller
        self.view.moved.connect(self._on_moved)
        self.view.scaled.connect(self.zoom_changed)
        self.view.focus_changed.connect(self.update)
        self.view.headers.chosen_changed.connect(self.verbs_changed)
        self.naming.changed.connect(self._settle)
        self.aids.linking.changed.connect(self._settle)
        self.naming.next_wanted.connect(self.stage.quick_add.open_behind)
        self.naming.value_wanted.connect(lambda id: connect_to_value(self.stage, id))
        self.stage.quick_add.changed.connect(self._settle)
        self.stage.quick_add.changed.connect(lambda: hint.refresh(self.stage))

    def _connect(self, session: Session) -> None:
        session.changed.connect(self._on_change)
        session.replaced.connect(self._on_replaced)
        session.selection_changed.connect(self._on_selection)
        session.stream_changed.connect(self._on_stream)
        session.problems_changed.connect(self._on_problems)
        session.reveal_requested.connect(self._on_reveal)
        session.amid_requested.connect(self._on_amid)
        session.return_requested.connect(self._on_return)
        session.outlook_requested.connect(self._on_outlook)
        session.outlook = lambda: self.view.camera.outlook if isValid(self.view) else None
        session.area = self._area_in_view
        session.rename_requested.connect(self._on_rename)
        session.name_requested.connect(self._on_name)

    def _area_in_view(self) -> tuple[float, float, float, float] | None:
        if not isValid(self.view):
            return None
        seen = self.view.camera.visible
        return seen.x(), seen.y(), seen.width(), seen.height()

    @collector_paused()
    def _on_change(self, change: Change) -> None:
        if self._session.stream != self._stream:
            return  # the shown stream is gone; `stream_changed` follows
        self.controller.cancel()
        dirty = self.stage.layout.apply(change, self._session.now)
        self.scene.follow(self._session.now, change, dirty)
        self.scene.select(self._session.selection)
        self.view.camera.keep = None
        self._settle_all()

    def _on_replaced(self) -> None:
        self._outlooks.clear()
        self._show_stream()

    def _on_stream(self) -> None:
        if self._session.stream != self._stream:
            self._outlooks[self._stream] = self.view.camera.outlook
            self._show_stream()

    def _on_selection(self) -> None:
        self.scene.select(self._session.selection)
        if self._session.selection:
            self.view.headers.choose("")
        self._settle()

    def _on_problems(self, differing: Iterable[str]) -> None:
        self.scene.show_problems(self._session.problems, differing)

    def _on_reveal(self, ids: Iterable[str]) -> None:
        wanted = tuple(ids)
        phases = {band.phase for band in self.stage.layout.phases}.intersection(wanted)
        for id in phases:
            phase_verbs.reveal(self.stage, id)
        area = self._area(set(wanted) - phases)
        if area is None:
            return
        camera, minimap = self.view.camera, self.aids.minimap
        if not camera.shows(area):
            camera.glide(minimap.clear_of(area, camera.landing(area)))

    def _on_amid(self, ids: Iterable[str]) -> None:
        area = self._area(set(ids))
        if area is not None:
            self.view.camera.glide_amid(area)

    def _on_outlook(self, outlook: object) -> None:
        if isinstance(outlook, Outlook):
            self.view.camera.show(outlook)

    def _on_rename(self, id: str) -> None:
        if self.isVisible():  # else another view stands here, which names things where it shows them
            self.begin_rename(id)

    def _on_name(self, id: str, key: object) -> None:
        if self.isVisible():
            self.naming.begin_new(id, key=key)

    def _on_armed(self) -> None:
        self.verbs_changed.emit()
        self._settle()

    def _on_guidance(self) -> None:
        self.scene.show_grid(self.stage.guidance.grid_shown)
        self.verbs_changed.emit()

    def _on_return(self, change: Change, outlook: object) -> None:
        concerned = change.touched.intersection(self._session.selection)
        area = self._area(concerned)
        areas = whereabouts(self.stage.layout, change) if area is None else [area]
        self.view.camera.look_back(outlook if isinstance(outlook, Outlook) else None, areas)

    def _on_moved(self) -> None:
        self.naming.settle()
        self.stage.quick_add.settle()
        self._settle()

    @collector_paused()
    def _show_stream(self, layout: StreamLayout | None = None) -> None:
        """Draw the session's stream from scratch, where it was seen last or from its start."""
        self.controller.cancel()
        self.naming.cancel()
        self.stage.header_naming.cancel()
        self.view.headers.choose("")
        self.stage.quick_add.cancel()
        now, stream = self._session.now, self._session.stream
        self._stream = stream
        self.scene.show_stream(now, layout or StreamLayout(now, stream, self._measurer))
        self.view.camera.set_bounds(self.scene.drawing.bounds)
        self.scene.select(self._session.selection)
        outlook = self._outlooks.get(stream)
        if outlook is None:
            self.view.camera.open()
        else:
            self.view.camera.show(outlook)
        self._settle_all()

    def _settle_all(self) -> None:
        self.view.camera.set_bounds(self.scene.drawing.bounds)
        self.view.headers.update()
        self.view.strip.update()
        self.naming.settle()
        self.stage.quick_add.settle()
        hint.refresh(self.stage)
        self._settle()

    def _settle(self) -> None:
        """Put everything that floats above the drawing where it belongs now."""
        busy = self.controller.busy or self.stage.armed is not None
        if not (busy or self.stage.quick_add.shown):
            self.scene.fold_again()
        if not busy:
            self.controller.hover.refresh()
        self.aids.settle(held=self.controller.holds)
        busy = busy or bool(self.aids.linking.source)
        self.bar.settle(wanted=not (busy or self.naming.id or self.stage.quick_add.shown))

    def _area(self, ids: Iterable[str]) -> Rect | None:
        found = areas_of(self.stage.layout, ids)
        return united(found) if found else None
