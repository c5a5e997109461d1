"""The journey from demand to value as a ribbon: what was walked, where one is, and what lies ahead."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.measure import FontMeasurer
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.presentation.ribbon.nodes import (
    LEAST_ROUND,
    OF_GAP,
    Node,
    nodes,
    paint_node,
    phase_runs,
    radius_of,
)
from vsdesigner.ui.presentation.ribbon.places import nearest, places, rooms
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.presentation.where import spoken_place

DESIGN_HEIGHT = 162.0  # px on a screen of 1080 lines
LARGEST = 1.35  # of that, on screens that are less wide
LINE_Y, NAMES_Y, PHASES_Y = 66.0, 98.0, 9.0
LINE_WIDTH, CLOSE_WIDTH = 4.0, 9.0  # the line is bolder where its stops are too close to be painted
REACH = 30.0  # px around the line that belong to its stops
NAME_ROLE, PRESENT_ROLE, PHASE_ROLE = "present_small", "heading", "small"
NAME_LINES = 3
LEADING = 1.1
APART = 16.0  # px between two names
LEAST_NAME = 64.0
PRESENT_NAME = 250.0
ALONE = 200.0  # px from a stop that has no neighbours to where they would be
PHASE_REACH = 60.0  # px beside the first and the last stop of a phase that its bracket takes at most
UNMET = 0.35  # how strong stops are that a lens does not meet
PHASE_SIZE = 1.2
_measurer = FontMeasurer()


class Ribbon(QWidget):
    """Every stop in its activity's colour; a press on one goes there."""

    def __init__(self, state: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("present_ribbon")
        self.setAccessibleName(tr("Journey from demand to value"))
        self.setMouseTracking(True)
        self._state = state
        self._inks = Inks(state.theme)
        self._nodes: list[Node] = []
        self._middles: list[float] = []
        self._hovered = -1
        for signal in (state.moved, state.changed):
            signal.connect(self._renew)
        state.looks_changed.connect(self._dress)
        state.unit_changed.connect(self._spread)
        self._renew()

    # -- reading ----------------------------------------------------------------------------------------
    @property
    def nodes(self) -> tuple[Node, ...]:
        """The stops from demand to the closing."""
        return tuple(self._nodes)

    @property
    def place(self) -> int:
        """The index of the present one; -1 at the opening."""
        return self._state.journey.place

    def node_area(self, index: int) -> QRectF:
        """Return where a stop is painted, in px of the ribbon."""
        size, radius = self._size(), self._radius(index)
        middle = QPointF(self._middles[index] * size, (self._top() + LINE_Y) * size)
        return QRectF(
            middle.x() - radius * size, middle.y() - radius * size, 2 * radius * size, 2 * radius * size
        )

    def node_at(self, point: QPointF) -> int:
        """Return the index of the stop at a point of the ribbon, -1 for none."""
        size = self._size()
        x, y = point.x() / size, point.y() / size - self._top()
        index = nearest(self._middles, x)
        if index < 0:
            return -1
        if abs(y - LINE_Y) <= REACH and abs(x - self._middles[index]) <= max(REACH, self._radius(index)):
            return index
        if y >= NAMES_Y - 4:
            for index, (middle, room) in enumerate(self.rooms()):
                if abs(x - middle) <= room / 2 and self._lines(index, room):
                    return index
        return -1

    def name_lines(self, index: int) -> tuple[str, ...]:
        """Return what is shown of a stop's name; nothing where there is no room for it."""
        return self._lines(index, self.rooms()[index][1])

    # -- following --------------------------------------------------------------------------------------
    def _renew(self, *_: object) -> None:
        self._nodes = nodes(self._state.view, self._state.journey)
        self._hovered = -1
        self.setAccessibleDescription(spoken_place(self._state))
        self._spread()

    def _spread(self) -> None:
        self._middles = places(len(self._nodes), self.place, self.width() / self._size())
        self.update()

    def _dress(self) -> None:
        self._inks = Inks(self._state.theme)
        self.update()

    def _size(self) -> float:
        """Px for one px of the design: letters grow where there is more height than that asks for."""
        unit = self._state.unit
        return unit * min(LARGEST, max(1.0, self.height() / unit / DESIGN_HEIGHT))

    def _top(self) -> float:
        """Px of the design above what is painted, where there is more height than that needs."""
        return max(0.0, (self.height() / self._size() - DESIGN_HEIGHT) / 2)

    def _radius(self, index: int) -> float:
        return radius_of(self._gap(index), present=index == self.place, closing=not self._nodes[index].id)

    def _gap(self, index: int) -> float:
        """The distance from a stop to its nearest neighbour."""
        around = self._middles[max(0, index - 1) : index + 2]
        return min((after - before for before, after in pairwise(around)), default=ALONE)

    def rooms(self) -> list[tuple[float, float]]:
        """The middle and the width of the room for each name.

        Walking changes none but the present one's, which reaches as far as its neighbours leave room.
        """
        width, present = self.width() / self._size(), self.place
        found = rooms(self._middles, width, APART)
        if 0 <= present < len(found):
            found[present] = self._present_room(found, width)
        return found

    def _present_room(self, found: list[tuple[float, float]], width: float) -> tuple[float, float]:
        x, least = found[self.place]
        left, right = 0.0, width
        for index in (self.place - 1, self.place + 1):
            if 0 <= index < len(found):
                middle, room = found[index]
                wide = max((text.width(line, NAME_ROLE) for line in self._lines(index, room)), default=0.0)
                if index < self.place:
                    left = middle + wide / 2 + APART
                else:
                    right = middle - wide / 2 - APART
        least = min(least, right - left)
        half = min(x - left, right - x)
        if 2 * half < least:  # at the ends of the ribbon it moves
            return min(max(x, left + least / 2), right - least / 2), least
        return x, min(PRESENT_NAME, 2 * half)

    def _lines(self, index: int, room: float) -> tuple[str, ...]:
        role = PRESENT_ROLE if index == self.place else NAME_ROLE
        name = self._nodes[index].name
        if room < LEAST_NAME and index != self.place and text.width(name, role) > room:
            return ()
        name = " ".join(text.elided(word, role, room) for word in name.split())
        lines = _measurer.lines(name, role, room)
        if len(lines) <= NAME_LINES:
            return lines
        rest = text.elided(" ".join(lines[NAME_LINES - 1 :]), role, room)
        return (*lines[: NAME_LINES - 1], rest)

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, size = self._state.theme, self._size()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.panel)
        painter.scale(size, size)
        painter.translate(0, self._top())
        self._paint_phases(painter)
        self._paint_line(painter)
        present = self.place
        for index in (index for index in range(len(self._nodes)) if index != present):
            self._paint_node(painter, index)
        if 0 <= present < len(self._nodes):
            self._paint_node(painter, present)
        self._paint_names(painter)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        theme, middles = self._state.theme, self._middles
        here = middles[max(0, self.place)]
        close = [index for index, (a, b) in enumerate(pairwise(middles)) if b - a < LEAST_ROUND / OF_GAP]
        parts = [(middles[0], middles[-1], LINE_WIDTH)]
        for first, last in _runs(close):
            parts.append((middles[first], middles[last + 1], CLOSE_WIDTH))
        for left, right, wide in parts:
            top = LINE_Y - wide / 2
            painter.fillRect(QRectF(left, top, right - left, wide), theme.line)
            painter.fillRect(QRectF(left, top, max(0.0, min(right, here) - left), wide), theme.accent)

    def _paint_node(self, painter: QPainter, index: int) -> None:
        middle, radius = QPointF(self._middles[index], LINE_Y), self._radius(index)
        present = index == self.place
        if index == self._hovered:
            painter.setPen(QPen(self._state.theme.accent, 2.0))
            painter.setBrush(self._state.theme.panel)
            painter.drawEllipse(middle, max(radius, 6.0) + 5, max(radius, 6.0) + 5)
        node, walked = self._nodes[index], index < self.place
        met = self._is_met(node)
        if not met and not present:
            painter.setPen(Qt.PenStyle.NoPen)  # the line does not shine through what fades
            painter.setBrush(self._state.theme.panel)
            painter.drawEllipse(middle, radius, radius)
            painter.setOpacity(UNMET)
        paint_node(painter, node, middle, radius, self._inks, walked=walked, present=present)
        painter.setOpacity(1.0)
        if met and self._state.sight is not None and radius >= LEAST_ROUND:
            ring = radius + (9.0 if present else 4.5)
            painter.setPen(QPen(self._state.theme.accent, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, ring, ring)

    def _is_met(self, node: Node) -> bool:
        """Whether what is followed occurs at a stop; all are met while nothing is followed."""
        sight = self._state.sight
        return sight is None or bool(sight.place(node.id))

    def _paint_names(self, painter: QPainter) -> None:
        theme = self._state.theme
        for index, (middle, room) in enumerate(self.rooms()):
            present = index == self.place
            role = PRESENT_ROLE if present else NAME_ROLE
            painter.setPen(theme.text if present else theme.muted)
            y = NAMES_Y
            for line in self._lines(index, room):
                text.draw(painter, line, role, middle - text.width(line, role) / 2, y)
                y += text.height(role) * LEADING

    def _paint_phases(self, painter: QPainter) -> None:
        """A bracket with its name above the stops of each phase."""
        theme, present = self._state.theme, self._state.journey.phase
        for run in phase_runs(self._state.view, self._nodes):
            lit = run.phase == present and run.first <= self.place <= run.last
            reach = [min(PHASE_REACH, 0.42 * self._gap(index)) for index in (run.first, run.last)]
            left, right = self._middles[run.first] - reach[0], self._middles[run.last] + reach[1]
            room = (right - left) / PHASE_SIZE
            words = next((each for each in run.names if text.width(each, PHASE_ROLE) <= room), "")
            if not words and not lit:
                continue  # a bare line would say nothing
            y = PHASES_Y + text.height(PHASE_ROLE) * PHASE_SIZE + 3
            painter.fillRect(
                QRectF(left, y, right - left, 3.0 if lit else 1.5), theme.accent if lit else theme.control
            )
            painter.setPen(theme.accent_ink if lit else theme.muted)
            painter.save()
            painter.translate((left + right) / 2, PHASES_Y)
            painter.scale(PHASE_SIZE, PHASE_SIZE)
            text.draw(painter, words, PHASE_ROLE, -text.width(words, PHASE_ROLE) / 2, 0.0)
            painter.restore()

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.node_at(QPointF(event.pos()))
            words = self._nodes[index].words if index >= 0 else ""
            QToolTip.showText(event.globalPos(), escape_tooltip(words), self)
            return True
        return super().event(event)

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.node_at(event.position()))
        event.ignore()  # the window may want to know that the pointer moves

    @guarded
    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.node_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else -1
        if index < 0 or index == self.place:
            event.ignore()
        elif self._nodes[index].id:
            self._state.go_to(self._nodes[index].id)
        else:
            self._state.go_to_end()

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()


def _runs(indices: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of ascending numbers that follow each other."""
    for _, run in groupby(enumerate(indices), key=lambda each: each[1] - each[0]):
        found = [index for _, index in run]
        yield found[0], found[-1]
