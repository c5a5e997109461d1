"""Dragging phases: moving them with their steps, moving their edges, drawing new ones."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, Qt

from vsdesigner.document.query import phase_members
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.phases import Span, give_way
from vsdesigner.layout.stream_layout import Route
from vsdesigner.model.dimensions import GRID, PHASE_LEAST_WIDTH
from vsdesigner.ui.canvas import lane_edits, phase_verbs
from vsdesigner.ui.canvas.lane_marks import SpanMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.phase_strip import Part
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer

TOLERANCE = 7.0  # px on screen within which an edge meets another one
TOUCHING = 0.5
MANY = 24  # cards beyond which flows are pulled along instead of finding their way anew


class PhaseGesture(Gesture):
    """Base: what the phases are, and showing others before there are any."""

    def __init__(self, stage: Stage, pointer: Pointer, phase: str = "") -> None:
        self._stage = stage
        self._start = pointer
        self._phase = phase
        self._looks = stage.scene.drawing.phases
        self._spans = {band.phase: Span(band.x, band.width) for band in stage.layout.phases}
        self._drawn = False

    def scroll_point(self, at: QPointF, view: QRect) -> QPointF:
        return QPointF(at.x(), view.center().y())  # never up or down

    def _begun(self, pointer: Pointer) -> bool:
        self._drawn = self._drawn or pointer.far_from(self._start)
        return self._drawn

    def _snapped(self, x: float, pointer: Pointer, ignoring: str = "") -> float:
        """An edge at the nearest edge of another phase, else on the grid; anywhere with `Alt`."""
        if pointer.alt:
            return float(round(x))
        others = [span for id, span in self._spans.items() if id != ignoring]
        edges = [edge for span in others for edge in (span.x, span.right)]
        near = min(edges, key=lambda edge: abs(edge - x), default=None)
        if near is not None and abs(near - x) <= TOLERANCE / self._stage.scale:
            return near
        return round(x / GRID) * GRID

    def _show(self, changed: dict[str, Span]) -> None:
        looks = tuple(
            replace(look, x=changed[look.phase].x, width=changed[look.phase].width)
            if look.phase in changed
            else look
            for look in self._looks
        )
        self._stage.scene.show_bands(self._stage.scene.drawing.bands, looks)


class PhasePress(PhaseGesture):
    """A press on a header: a click selects the phase, a drag moves it with its steps, with `Ctrl` alone.

    Neighbours in the way move likewise.
    """

    def __init__(self, stage: Stage, pointer: Pointer, phase: str) -> None:
        super().__init__(stage, pointer, phase)
        if pointer.adding:
            stage.session.toggle(phase)
        elif phase not in stage.session.selection:
            stage.session.select((phase,))
        self._dx = 0.0
        self._cards: set[str] = set()
        self._flows: set[str] = set()

    def move(self, pointer: Pointer) -> None:
        if not self._begun(pointer):
            return
        span = self._spans[self._phase]
        wanted = span.x + pointer.scene.x - self._start.scene.x
        self._dx = self._snapped(wanted, pointer, self._phase) - span.x
        moved = Span(span.x + self._dx, span.width)
        changed = give_way(self._spans, self._phase, moved, trimmed=False)
        self._show(changed)
        self._carry({} if _alone(pointer) else changed)

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        if self._drawn and self._dx:
            lane_edits.move_phase(self._stage.session, self._phase, self._dx, with_steps=not _alone(pointer))
        elif not self._drawn and not pointer.adding:
            self._stage.session.select((self._phase,))

    def cancel(self) -> None:
        self._stage.scene.end_preview(self._cards, self._flows)
        self._stage.scene.end_bands()

    # -- inside -----------------------------------------------------------------------------------------
    def _carry(self, changed: dict[str, Span]) -> None:
        """Show the steps of the phases that move where they will stand."""
        stage = self._stage
        rects: dict[str, Rect] = {}
        for id, span in changed.items():
            for member in phase_members(stage.now, id):
                rects[member.id] = stage.rect(member.id).moved(span.x - self._spans[id].x, 0.0)
        routes = stage.layout.preview(rects) if len(rects) <= MANY else self._pulled(rects, changed)
        stage.scene.end_preview(self._cards - set(rects), self._flows - set(routes))
        self._cards |= set(rects)
        self._flows |= set(routes)
        stage.scene.preview(rects, routes)

    def _pulled(self, rects: dict[str, Rect], changed: dict[str, Span]) -> dict[str, Route]:
        """The flows of many cards, pulled along with the phases in which their corners lie."""
        stage = self._stage
        touched = {flow.id for id in rects for flow in (*stage.now.outgoing(id), *stage.now.incoming(id))}
        shifts = [(self._spans[id], span.x - self._spans[id].x) for id, span in changed.items()]

        def along(x: float) -> float:
            return x + next((dx for span, dx in shifts if span.x <= x < span.right), 0.0)

        routes = stage.layout.routes
        return {
            id: replace(
                routes[id], points=tuple(Point(along(x), y) for x, y in routes[id].points), label=None
            )
            for id in touched
        }


class EdgeGesture(PhaseGesture):
    """The edge of a phase follows the pointer; steps stay.

    An edge that two phases share is moved for both, with `Ctrl` for this one alone.
    """

    cursor = Qt.CursorShape.SplitHCursor

    def __init__(self, stage: Stage, pointer: Pointer, phase: str, part: Part) -> None:
        super().__init__(stage, pointer, phase)
        stage.session.select((phase,))
        self._left = part is Part.LEFT
        own = self._spans[phase]
        self._edge = own.x if self._left else own.right
        self._neighbour = next((id for id, span in self._spans.items() if self._touches(span)), "")
        self._wanted: dict[str, Span] = {}

    def move(self, pointer: Pointer) -> None:
        if not self._begun(pointer):
            return
        edge = self._snapped(self._edge + pointer.scene.x - self._start.scene.x, pointer, self._phase)
        own, both = self._spans[self._phase], self._neighbour and not _alone(pointer)
        if self._left:
            edge = min(edge, own.right - PHASE_LEAST_WIDTH)
        else:
            edge = max(edge, own.x + PHASE_LEAST_WIDTH)
        self._wanted = {}
        if both:
            other = self._spans[self._neighbour]
            if self._left:
                edge = max(edge, other.x + PHASE_LEAST_WIDTH)
                self._wanted[self._neighbour] = Span(other.x, edge - other.x)
            else:
                edge = min(edge, other.right - PHASE_LEAST_WIDTH)
                self._wanted[self._neighbour] = Span(edge, other.right - edge)
        mine = Span(edge, own.right - edge) if self._left else Span(own.x, edge - own.x)
        self._wanted = {self._phase: mine, **self._wanted}
        self._show(give_way(self._spans, self._phase, mine, trimmed=True) | self._wanted)

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        if any(span != self._spans[id] for id, span in self._wanted.items()):
            spans = {id: (span.x, span.width) for id, span in self._wanted.items()}
            lane_edits.resize_phases(self._stage.session, self._phase, spans)

    def cancel(self) -> None:
        self._stage.scene.end_bands()

    def _touches(self, span: Span) -> bool:
        return abs((span.right if self._left else span.x) - self._edge) <= TOUCHING


class DrawGesture(PhaseGesture):
    """A drag over free room makes a phase there; a click clears the selection."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, stage: Stage, pointer: Pointer) -> None:
        super().__init__(stage, pointer)
        self._room = phase_verbs.free_room(stage, pointer.scene.x)
        self._span: Span | None = None

    def move(self, pointer: Pointer) -> None:
        if not self._begun(pointer):
            return
        ends = sorted((self._within(self._start.scene.x, pointer), self._within(pointer.scene.x, pointer)))
        self._span = Span(ends[0], ends[1] - ends[0])
        bottom = self._stage.layout.lanes[-1].bottom
        self._stage.view.strip.show_new(self._span)
        self._stage.overlay.show(Layer.BAND, SpanMark(*self._span, self._stage.visible, bottom))

    def release(self, pointer: Pointer) -> None:
        self.cancel()
        if self._span is None:
            self._stage.session.select(())
        elif self._span.width > 0:
            phase_verbs.add(self._stage, self._span)

    def cancel(self) -> None:
        self._stage.view.strip.show_new(None)
        self._stage.overlay.hide(Layer.BAND)

    def _within(self, x: float, pointer: Pointer) -> float:
        return max(self._room[0], min(self._snapped(x, pointer), self._room[1]))


def _alone(pointer: Pointer) -> bool:
    return bool(pointer.keys & Qt.KeyboardModifier.ControlModifier)
