"""Captions where the lines of the present step leave the stage: what comes before it, and what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from vsdesigner.analysis.journey import Journey, StopKind
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.presentation.stage.badges import Badge
from vsdesigner.ui.presentation.stage.camera import Outlook
from vsdesigner.ui.presentation.stage.pills import (
    in_view,
    name_of,
    paint_pill,
    paint_words,
    pill_size,
    pill_words,
)
from vsdesigner.ui.presentation.stage.scene import Scene

MOST = 8  # lines that are told of; those that matter most come first
GAP = 6.0  # px of the design around a caption
STEP = 20.0  # px of the design between two places on a line
STEPS = 30
AWAY = 16  # half heights of a caption that it stands away from its line at most


@dataclass(frozen=True, slots=True)
class Tail:
    """What a line leads to or comes from; `main` when one goes there next or came from there."""

    flow: str
    other: str
    words: str
    area: QRectF  # px of the scene
    main: bool


class _Line(NamedTuple):
    """A line from the present card to another one; `points` begin at the present card."""

    flow: str
    other: str
    incoming: bool
    main: bool
    points: tuple[Point, ...]


def tails(
    journey: Journey, scene: Scene, outlook: Outlook, free: Rect, unit: float, numbers: Sequence[Badge]
) -> list[Tail]:
    """Return the captions of what cannot be seen of the neighbours of the present stop.

    They stand in the part `free` of the stage (px of it) as the `outlook` shows it, clear of cards, labels,
    the `numbers` of ways and each other. One of a main line is never left out.
    """
    if journey.stop.kind in (StopKind.OPENING, StopKind.CLOSING):
        return []
    scale = outlook.scale
    corner = outlook.scene_at(QPointF(free.x, free.y))
    seen = QRectF(corner.x(), corner.y(), free.width / scale, free.height / scale)
    told = {badge.way.target for badge in numbers if badge.caption == name_of(scene.view, badge.way.target)}
    hidden = [
        line
        for line in _lines(journey, scene)
        if line.other not in told and (rect := scene.rect(line.other)) is not None and not in_view(rect, seen)
    ]
    if not hidden:
        return []
    taken = _taken(scene, seen, numbers, GAP * unit / scale)
    found: list[Tail] = []
    for line in hidden[:MOST]:
        name = name_of(scene.view, line.other)
        words = pill_words(tr("from {step}").format(step=name) if line.incoming else name)
        wide, high = (side / scale for side in pill_size(words, unit))
        area = _place(line, hidden, seen, taken, wide, high, unit / scale)
        if area is not None:
            taken.append(area)
            found.append(Tail(line.flow, line.other, words, area, line.main))
    return found


def _lines(journey: Journey, scene: Scene) -> list[_Line]:
    """The lines of the present stop, those first that matter most."""
    view, present, place = scene.view, journey.stop.id, journey.place
    path = journey.path
    before = path[place - 1] if place > 0 else ""
    after = {way.flow: way for way in journey.ways}
    found: list[tuple[int, _Line]] = []
    for flow in view.outgoing(present):
        way = after.get(flow.id)
        rank = 4 if way is None else 0 if way.main else 2
        found.append((rank, _Line(flow.id, flow.target, False, way is not None, _points(scene, flow.id))))
    for flow in view.incoming(present):
        rank = 1 if flow.id == journey.flow_in else 3 if flow.source == before else 5
        points = _points(scene, flow.id)[::-1]
        found.append((rank, _Line(flow.id, flow.source, True, rank in (1, 3), points)))
    found.sort(key=lambda each: each[0])
    lines, known = [], {present}
    for _, line in found:
        if line.other not in known and len(line.points) > 1:
            known.add(line.other)
            lines.append(line)
    return lines


def _points(scene: Scene, flow: str) -> tuple[Point, ...]:
    route = scene.layout.routes.get(flow)
    return route.points if route is not None else ()


def _taken(scene: Scene, seen: QRectF, numbers: Sequence[Badge], gap: float) -> list[QRectF]:
    """Where no caption can stand."""
    cards = (card.rect for card in scene.layout.cards.values())
    labels = (rect for id in scene.layout.routes if (rect := scene.label_rect(id)) is not None)
    grown = (QRectF(*rect.grown(gap)) for rect in (*cards, *labels))
    return [area for area in grown if area.intersects(seen)] + [badge.whole for badge in numbers]


def _place(
    line: _Line,
    lines: Sequence[_Line],
    seen: QRectF,
    taken: Sequence[QRectF],
    wide: float,
    high: float,
    unit: float,
) -> QRectF | None:
    """Where the caption of a line stands: as near to where it leaves as it can."""
    gap = GAP * unit
    room = seen.adjusted(gap + wide / 2, gap + high / 2, -gap - wide / 2, -gap - high / 2)
    areas = [
        QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)
        for middle in _middles(line.points, seen, room, wide, high, unit)
    ]
    clear = [area for area in areas if not any(area.intersects(other) for other in taken)]
    others = [other for other in lines if other is not line]
    for area in clear:
        if not any(_crosses(other.points, area) for other in others):
            return area
    if clear:
        return clear[0]
    return areas[0] if areas and line.main else None


def _middles(
    points: Sequence[Point], seen: QRectF, room: QRectF, wide: float, high: float, unit: float
) -> Iterator[QPointF]:
    """Middles of a caption, the best first: on the line where it leaves, beside it there, then further in.

    Where cards leave no room on all of the line, above or below the place where it leaves.
    """
    if room.width() < 0 or room.height() < 0:
        return
    beside = QPointF(wide / 2 + 2 * GAP * unit, 0), QPointF(0, high / 2 + 2 * GAP * unit)
    inwards = _inwards(points, seen, STEP * unit)
    for at in inwards:
        for away in (QPointF(), beside[0], -beside[0], -beside[1], beside[1]):
            yield _into(at + away, room)
    for rows in map(float, range(2, AWAY)):
        for at in inwards[:1]:
            yield _into(at + beside[1] * rows, room)
            yield _into(at - beside[1] * rows, room)


def _inwards(points: Sequence[Point], seen: QRectF, step: float) -> list[QPointF]:
    """Points of a line from where it leaves what is seen back to where it begins."""
    inside: list[QPointF] = []
    for start, end in pairwise(points):
        count = max(1, round((abs(end.x - start.x) + abs(end.y - start.y)) / step))
        for number in range(count + 1):
            share = number / count
            at = QPointF(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
            if inside and not seen.contains(at):
                return [_into(at, seen), *inside[: -STEPS - 1 : -1]]
            if seen.contains(at):
                inside.append(at)
    return inside[: -STEPS - 1 : -1]


def _into(point: QPointF, area: QRectF) -> QPointF:
    """The point of an area that is nearest to a point."""
    return QPointF(
        min(max(point.x(), area.left()), area.right()), min(max(point.y(), area.top()), area.bottom())
    )


def _crosses(points: Sequence[Point], area: QRectF) -> bool:
    """Whether a line of level and upright pieces runs through an area."""
    for start, end in pairwise(points):
        left, right = sorted((start.x, end.x))
        top, bottom = sorted((start.y, end.y))
        if left < area.right() and right > area.left() and top < area.bottom() and bottom > area.top():
            return True
    return False


def tail_at(found: Sequence[Tail], point: QPointF) -> Tail | None:
    """Return the caption at a point of the scene."""
    return next((tail for tail in found if tail.area.contains(point)), None)


def paint_tails(
    painter: QPainter,
    found: Sequence[Tail],
    inks: Inks,
    outlook: Outlook,
    unit: float,
    share: float,
    hot: str,
) -> None:
    """Paint in px of the stage, as strong as `share`; `hot` is the id that is pointed at."""
    theme = inks.theme
    painter.save()
    painter.setOpacity(share)
    for tail in found:
        area = outlook.to_screen(tail.area)
        lit = tail.main or tail.other == hot
        paint_pill(painter, area, theme.accent if lit else theme.line, inks, unit)
        ink = theme.text if lit else theme.muted
        paint_words(painter, tail.words, area.center(), ink, unit)
    painter.restore()
