"""The tiles of the overview: one for demand, each step and value; where they stand and how they look."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from vsdesigner.document.card_words import lane_colour, terminal_text, terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import duration_text, facet_name, lane_name
from vsdesigner.model.records import Step, Terminal, TerminalKind
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.measure import FontMeasurer, line_height
from vsdesigner.ui.theme import Theme

WIDTH, HEIGHT, GAP = 288.0, 172.0, 20.0  # px at scale 1
LARGEST, LEAST = 1.7, 1.25  # scales of a tile for a screen of the design's size: names have 20 px there
PADDING, EDGE, RADIUS = 16.0, 8.0, 10.0
NAME = "heading"  # of all tiles alike
MARK = 18.0
SMALL_LINES = 5  # of what demand and value say


@dataclass(frozen=True, slots=True)
class Tile:
    """What stands on one tile; `colour` is empty for demand and value."""

    id: str
    number: str
    name: str
    colour: str
    small: str
    filled: bool = False


class Grid(NamedTuple):
    """Where the tiles stand in an area that scrolls: `columns` of them side by side, at this scale (px)."""

    columns: int
    scale: float
    left: float
    top: float
    amount: int

    def rect(self, index: int) -> QRectF:
        """The place of a tile."""
        row, column = divmod(index, self.columns)
        return QRectF(
            self.left + column * (WIDTH + GAP) * self.scale,
            self.top + row * (HEIGHT + GAP) * self.scale,
            WIDTH * self.scale,
            HEIGHT * self.scale,
        )

    def at(self, point: QPointF) -> int:
        """The tile at a point; -1 between tiles."""
        column = int((point.x() - self.left) // ((WIDTH + GAP) * self.scale))
        row = int((point.y() - self.top) // ((HEIGHT + GAP) * self.scale))
        index = row * self.columns + column
        inside = 0 <= column < self.columns and 0 <= index < self.amount and row >= 0
        return index if inside and self.rect(index).contains(point) else -1

    @property
    def height(self) -> float:
        """How high all tiles are with the space above and below."""
        rows = -(-self.amount // self.columns)
        return 2 * self.top + (rows * (HEIGHT + GAP) - GAP) * self.scale

    def among(self, top: float, bottom: float) -> range:
        """The tiles of which something is seen between two heights."""
        pitch = (HEIGHT + GAP) * self.scale
        first = max(0, math.floor((top - self.top) / pitch))
        last = max(0, math.ceil((bottom - self.top) / pitch))
        return range(min(self.amount, first * self.columns), min(self.amount, last * self.columns))


def tiles(view: Snapshot, stream: str, path: Sequence[str] = (), *, timed: bool = True) -> tuple[Tile, ...]:
    """Return the tiles of a stream in the order of `path`; `timed` with what steps take.

    What is not on the path stands by its number among the steps that are, without a path all between demand
    and value.
    """
    ends = {terminal.kind: terminal for terminal in view.terminals(stream)}
    steps = {step.id: step for step in view.steps(stream)}
    terminals = {terminal.id: terminal for terminal in ends.values()}
    line = [id for id in dict.fromkeys(path) if id in steps or id in terminals]
    before, after = (
        [ends[kind].id] if kind in ends and ends[kind].id not in line else []
        for kind in (TerminalKind.DEMAND, TerminalKind.VALUE)
    )
    return tuple(
        _step(view, steps[id], timed=timed) if id in steps else _end(view, terminals[id])
        for id in _with_rest([*before, *line, *after], list(steps), set(terminals))
    )


def _with_rest(line: Sequence[str], steps: Sequence[str], terminals: Collection[str]) -> list[str]:
    """The line and the other steps, each of them before the next one on the line with a larger number."""
    order = {id: number for number, id in enumerate(steps)}
    rest = [id for id in steps if id not in set(line)]
    found: list[str] = []
    for at, id in enumerate(line):
        following = next((order[other] for other in line[at:] if other in order), len(steps))
        if id not in terminals or at:
            while rest and order[rest[0]] < following:
                found.append(rest.pop(0))
        found.append(id)
    return found + rest


def _end(view: Snapshot, terminal: Terminal) -> Tile:
    return Tile(
        terminal.id,
        "",
        terminal_title(view, terminal),
        "",
        " ".join(terminal_text(view, terminal).split()),
        filled=terminal.kind is TerminalKind.VALUE,
    )


def _step(view: Snapshot, step: Step, *, timed: bool) -> Tile:
    where = facet_name(view, step) or lane_name(view, step.lane)
    time = duration_text(step.process_time, short=True) if timed else ""
    return Tile(
        step.id,
        str(view.number(step.id)),
        step.name.strip() or tr("Unnamed step"),
        lane_colour(view, step.lane),
        f"{where}  ·  {time}" if time else where,
    )


def grid(count: int, width: float, height: float, unit: float) -> Grid:
    """Return the largest tiles of which all have room, but none too small to be read: then they scroll."""
    scale = LARGEST * unit
    while True:
        made = _grid(count, width, scale)
        if made.height <= height or scale <= LEAST * unit:
            return made._replace(top=made.top + max(0.0, height - made.height) / 2)
        scale = max(LEAST * unit, scale * 0.94)


def _grid(count: int, width: float, scale: float) -> Grid:
    margin = GAP * scale
    columns = max(1, int((width - 2 * margin + GAP * scale) // ((WIDTH + GAP) * scale)))
    used = min(columns, max(1, count))
    left = (width - (used * (WIDTH + GAP) - GAP) * scale) / 2
    return Grid(columns, scale, max(0.0, left), margin, count)


class TilePainter:
    """Paints tiles in a theme, in px at scale 1 with the top left corner at the origin."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._measurer = FontMeasurer()
        self._body = QPainterPath()
        self._body.addRoundedRect(QRectF(0, 0, WIDTH, HEIGHT), RADIUS, RADIUS)

    def paint(self, painter: QPainter, tile: Tile, marks: Collection[str]) -> None:
        """Paint a tile; `marks` are some of "walked", "here" (the present stop) and "current"."""
        worn = self._theme
        ground, ink, small = worn.card, worn.text, worn.muted
        if tile.filled:
            ground, ink, small = worn.accent, worn.accent_text, worn.accent_text
        painter.fillPath(self._body, ground)
        if tile.colour:
            painter.save()
            painter.setClipPath(self._body)
            painter.fillRect(QRectF(0, 0, EDGE, HEIGHT), worn.lane(tile.colour).edge)
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(worn.line if tile.colour else worn.accent, 1.5))
        painter.drawPath(self._body)
        x = EDGE + PADDING
        self._paint_head(painter, tile, x, small)
        self._paint_name(painter, tile, x, ink)
        self._paint_small(painter, tile, x, small)
        self._paint_marks(painter, marks, ink)

    def _paint_head(self, painter: QPainter, tile: Tile, x: float, small: QColor) -> None:
        if not tile.number:
            return
        shades = self._theme.lane(tile.colour)
        wide = max(30.0, text.width(tile.number, "heading") + 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shades.badge)
        painter.drawRoundedRect(QRectF(x, 14, wide, 26), 13, 13)
        painter.setPen(shades.badge_text)
        text.draw_centred(painter, tile.number, "heading", x + wide / 2, 27)

    def _paint_name(self, painter: QPainter, tile: Tile, x: float, ink: QColor) -> None:
        top = 48.0 if tile.number else PADDING
        foot = 1 if tile.number else SMALL_LINES
        room = HEIGHT - PADDING - foot * line_height("panel") - top
        width = WIDTH - x - PADDING
        lines = self._measurer.lines(tile.name, NAME, width)
        most = int(room // line_height(NAME))
        if len(lines) > most:
            lines = (*lines[: most - 1], text.elided(" ".join(lines[most - 1 :]), NAME, width))
        painter.setPen(QPen(ink))
        for at, line in enumerate(lines):
            text.draw(painter, line, NAME, x, top + at * line_height(NAME))

    def _paint_small(self, painter: QPainter, tile: Tile, x: float, ink: QColor) -> None:
        """What stands at the foot of a tile: of a step one line, of demand and value some."""
        width, high = WIDTH - x - PADDING, line_height("panel")
        lines = self._measurer.lines(tile.small, "panel", width)
        most = 1 if tile.number else SMALL_LINES
        if len(lines) > most:
            rest = text.elided(" ".join(lines[most - 1 :]), "panel", width)
            lines = (*lines[: most - 1], rest)
        top = HEIGHT - PADDING - len(lines) * high if tile.number else PADDING + line_height("heading") + 6
        painter.setPen(ink)
        for at, line in enumerate(lines):
            text.draw(painter, line, "panel", x, top + at * high)

    def _paint_marks(self, painter: QPainter, marks: Collection[str], ink: QColor) -> None:
        worn = self._theme
        if "walked" in marks:
            place = QRectF(WIDTH - PADDING - MARK, 18, MARK, MARK)
            paint_glyph(painter, "ok", place, worn.accent_text if ink is worn.accent_text else worn.ok)
        if "here" in marks:
            painter.setPen(QPen(worn.accent, 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._body)
        if "current" in marks:
            painter.setPen(QPen(worn.accent, 4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(-6, -6, WIDTH + 12, HEIGHT + 12), RADIUS + 6, RADIUS + 6)
