"""Following one thing while presenting: the stage fades the rest, and a strip above it says the share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter

from vsdesigner.analysis.lens import Sight
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.lens.bar import LensBar
from vsdesigner.ui.lens.chooser import open_chooser
from vsdesigner.ui.lens.going import occurrence_beside
from vsdesigner.ui.lens.look import Look
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.occurrence import paint_occurrence
from vsdesigner.ui.painting.overview import Overview
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.stage.stage import Stage

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

LETTERS, WINDOW_LETTERS = 24.0, 13.0  # px: of the design, and of the window's widgets
BADGE = 19.0  # px of the design: half the height of an occurrence's badge
MOST_NUMBERED = 150  # occurrences in view that are numbered
_Card = tuple[int, str, QRectF]  # place, id, where it stands
LEAVING = 90  # the last thing before the presentation itself


class OccurrenceLayer:
    """Paints the occurrences again above the veil, with their numbers."""

    def __init__(self, state: Show, stage: Stage) -> None:
        self._state, self._stage = state, stage
        self._inks = (Inks(state.theme), Inks(state.theme, vector=True))
        self._part: tuple[object, ...] = ()
        self._part_of = Overview()
        self._found: tuple[Snapshot, Sight, tuple[_Card, ...], tuple[str, ...]] | None = None

    def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
        sight = self._state.sight
        if sight is None or not sight.occurrences:
            return
        zooming = self._stage.camera.zooming
        if self._inks[0].theme is not self._state.theme:
            self._inks = (Inks(self._state.theme), Inks(self._state.theme, vector=True))
        inks = self._inks[zooming]
        inks.set_scale(scale)
        scene = self._stage.scene
        overview = scene.overview_at(scale, seen, zooming=zooming)
        if overview is not None:
            self._paint_far(painter, seen, sight, overview, inks)
        else:
            self._paint_near(painter, seen, sight, inks)
        self._paint_numbers(painter, seen, sight, inks)

    def _paint_near(self, painter: QPainter, seen: QRectF, sight: Sight, inks: Inks) -> None:
        scene, framed = self._stage.scene, self._stage.light.frames
        cards, flows = self._places(sight)
        for flow in flows:
            shape = scene.shape(flow)
            if shape is not None and shape.line.controlPointRect().intersects(seen):
                scene.paint_flow(painter, flow, inks, lit=False)
                scene.paint_label(painter, flow, inks, lit=False)
        for _, id, area in cards:
            if seen.intersects(area):
                scene.paint_card(painter, id, inks, selected=framed.get(id, 0.0) > 0.5)

    def _paint_far(
        self, painter: QPainter, seen: QRectF, sight: Sight, overview: Overview, inks: Inks
    ) -> None:
        present = self._state.stop.id
        key = overview, sight, present
        if self._part != key:
            self._part, self._part_of = key, overview.part((*sight.steps, present), self._places(sight)[1])
        self._part_of.paint(painter, inks, seen, (present,))

    def _paint_numbers(self, painter: QPainter, seen: QRectF, sight: Sight, inks: Inks) -> None:
        free = self._stage.edges.free
        corner = self._stage.scene_at(QPointF(free.x, free.y))
        # Half a number beside the headers, of a card that is behind them, says nothing.
        left = corner.x() + 3 * BADGE * self._state.unit / inks.scale
        shown = [
            (place, card)
            for place, _, card in self._places(sight)[0]
            if seen.intersects(card) and card.right() >= left and card.bottom() >= corner.y()
        ]
        if len(shown) > MOST_NUMBERED:
            return
        shows_letters = "raci" not in self._state.hidden
        for place, card in shown:
            letters = sight.occurrences[place - 1].letters if shows_letters else ""
            paint_occurrence(
                painter, card, place, letters, inks, outside=True, least=BADGE * self._state.unit
            )

    def _places(self, sight: Sight) -> tuple[tuple[_Card, ...], tuple[str, ...]]:
        """The cards of the occurrences, and the flows that lead from one to another."""
        view, scene, known = self._state.view, self._stage.scene, self._found
        if known is None or known[0] is not view or known[1] is not sight:
            found = ((place, id, scene.rect(id)) for place, id in enumerate(sight.steps, start=1))
            cards = tuple((place, id, QRectF(*rect)) for place, id, rect in found if rect is not None)
            outgoing = (flow for id in sight.steps for flow in view.outgoing(id))
            flows = tuple(flow.id for flow in outgoing if sight.place(flow.target))
            known = self._found = (view, sight, cards, flows)
        return known[2:]


class Following(QObject):
    """Keeps the strip and the layer of one presentation."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._window, self._state = window, window.state
        self._look = self._wanted_look()
        state = self._state
        self.bar = LensBar(state.session, self._look, lambda: state.stop.id, state.go_to, window)
        self.bar.hide()
        window.put_above_stage(self.bar)
        window.stage.add_layer(OccurrenceLayer(state, window.stage))
        window.add_leaver(LEAVING, self.stop)
        state.moved.connect(self.bar.refresh_place)
        for signal in (state.looks_changed, state.unit_changed, state.changed):
            signal.connect(self._renew)
        self._renew()

    def choose(self) -> None:
        """Let somebody choose what is followed."""
        self._window.activateWindow()  # the keys may have come from the presenter's window
        open_chooser(self._state.session, self._window, look=self._look)

    def stop(self) -> bool:
        """Follow nothing any more, and say if anything was followed."""
        there = self._state.session.lens is not None
        self._state.session.look_through(None)
        return there

    def _wanted_look(self) -> Look:
        return Look(self._state.theme, max(1.0, self._state.unit * LETTERS / WINDOW_LETTERS))

    def _renew(self, *_: object) -> None:
        look = self._wanted_look()
        if look != self._look:
            self._look = look
            self.bar.wear(look)
        self.bar.setVisible(self._state.session.lens is not None)
        self.bar.leave_out(self._state.hidden)  # before it is placed: its height follows its words
        self.bar.raise_()
        self._window.place()


def following_of(window: PresentWindow) -> Following:
    """Return what follows in a presentation."""
    found = window.findChild(Following)
    assert isinstance(found, Following)  # noqa: S101  # each window attaches it
    return found


def attach(window: PresentWindow) -> None:
    """Let a presentation follow one thing."""
    Following(window)


def _follows(window: PresentWindow) -> bool:
    return window.state.session.lens is not None


def _beside(window: PresentWindow, by: int) -> str:
    state = window.state
    sight = state.sight
    return "" if sight is None else occurrence_beside(state.view, sight, state.stop.id, by)


def _goer(by: int) -> Callable[[PresentWindow], None]:
    def go(window: PresentWindow) -> None:
        found = _beside(window, by)
        if found:
            window.state.go_to(found)

    return go


FOLLOWING = (
    Command(
        "lens.choose",
        "lens",
        "Follow a role, practice, tool or activity",
        lambda window: following_of(window).choose(),
        ("V",),
    ),
    Command(
        "lens.next",
        "lens",
        "Next occurrence",
        _goer(1),
        ("Shift+Right", "Shift+PgDown"),
        lambda window: bool(_beside(window, 1)),
    ),
    Command(
        "lens.back",
        "lens",
        "Previous occurrence",
        _goer(-1),
        ("Shift+Left", "Shift+PgUp"),
        lambda window: bool(_beside(window, -1)),
    ),
    Command(
        "lens.stop",
        "lens",
        "Stop following",
        lambda window: window.state.session.look_through(None),
        ("Shift+V",),
        _follows,
    ),
)
