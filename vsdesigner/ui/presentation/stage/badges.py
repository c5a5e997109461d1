"""The numbers at the ways out of a fork: where they stand, and how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.analysis.journey import Way
from vsdesigner.document.wording import one_line
from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.painting.flow import Shape
from vsdesigner.ui.painting.inks import Inks
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

MOST = 9  # as many as there are digits
RADIUS = 17.0  # px on a screen of 1080 lines
GAP = 5.0
FIRST_AWAY = 44.0  # px from the tip of a line
STEP_AWAY = 14.0
NUMBER_ROLE = "panel_strong"
NUMBER_SIZE = 1.45  # of the letters of this role, on a screen of 1080 lines
RING = 2.5


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a way, in px of the scene; `caption` says what cannot be seen of it, on a `pill`."""

    number: int
    way: Way
    area: QRectF
    caption: str = ""
    pill: QRectF = field(default_factory=QRectF)

    @property
    def whole(self) -> QRectF:
        """The number with its caption."""
        return self.area.united(self.pill)


class _Taken(NamedTuple):
    """Where no number can stand: on cards and other numbers, nor on the lines of other ways."""

    areas: list[QRectF]
    lines: list[Shape]

    def free(self, area: QRectF) -> bool:
        return not any(area.intersects(other) for other in self.areas) and not any(
            other.line.intersects(area) for other in self.lines
        )


def badges(
    ways: Sequence[Way], present: str, scene: Scene, outlook: Outlook, free: Rect, unit: float
) -> list[Badge]:
    """Return the numbers of the ways at a fork, none where there is no choice.

    They stand in the part `free` of the stage (px of it) as the `outlook` shows it, clear of cards and of
    each other as far as possible.
    """
    if len(ways) < 2:
        return []
    scale = outlook.scale
    corner = outlook.scene_at(QPointF(free.x, free.y))
    seen = QRectF(corner.x(), corner.y(), free.width / scale, free.height / scale)
    radius = RADIUS * unit / scale
    taken = [
        QRectF(*card.rect) for card in scene.layout.cards.values() if seen.intersects(QRectF(*card.rect))
    ]
    inner = seen.adjusted(radius, radius, -radius, -radius)
    found: list[Badge] = []
    for index, way in enumerate(ways[:MOST]):
        others = [shape for other in ways if other is not way and (shape := scene.shape(other.flow))]
        middle = _place(way, index, present, scene, inner, _Taken(taken, others), radius)
        area = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        caption = _caption(way, scene, seen)
        badge = Badge(index + 1, way, area, caption, _pill(caption, area, seen, unit, scale))
        taken.append(badge.whole)
        found.append(badge)
    return found


def _place(
    way: Way, index: int, present: str, scene: Scene, inner: QRectF, taken: _Taken, radius: float
) -> QPointF:
    candidates = [point for point in _candidates(way, scene, radius) if inner.contains(point)]
    for lines in (taken.lines, []):  # on another way's line rather than on a card
        for point in candidates:
            area = QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius)
            if _Taken(taken.areas, lines).free(area):
                return point
    if candidates:
        return candidates[len(candidates) // 2]
    rect = scene.rect(present) or Rect(inner.center().x(), inner.center().y(), 0, 0)
    return QPointF(rect.x + radius + index * (2 * radius + GAP), rect.bottom + 2 * radius)


def _candidates(way: Way, scene: Scene, radius: float) -> Iterator[QPointF]:
    """Places for the number of a way, the best first: beside its label, else on its line near the tip."""
    label = scene.label_rect(way.flow)
    if label is not None and way.label:
        away = radius + GAP / 2
        yield QPointF(label.x - away, label.center.y)
        yield QPointF(label.right + away, label.center.y)
        yield QPointF(label.center.x, label.y - away)
        yield QPointF(label.center.x, label.bottom + away)
    shape = scene.shape(way.flow)
    if shape is not None:
        length = shape.line.length()
        away = min(FIRST_AWAY, length / 2)
        while away < length:
            yield shape.line.pointAtPercent(1.0 - away / length)
            away += STEP_AWAY
    target = scene.rect(way.target)
    if target is not None and shape is None:
        yield QPointF(target.x + radius, target.y - radius - GAP)


def _caption(way: Way, scene: Scene, seen: QRectF) -> str:
    """What the number stands for, unless one sees that."""
    label, target = scene.label_rect(way.flow), scene.rect(way.target)
    if label is not None:
        return "" if seen.contains(QRectF(*label)) else one_line(way.label)
    if target is not None and in_view(target, seen):
        return ""
    return one_line(way.label) or name_of(scene.view, way.target)


def _pill(caption: str, area: QRectF, seen: QRectF, unit: float, scale: float) -> QRectF:
    """Where a caption stands: behind the number, to its right, or to its left where the stage ends."""
    if not caption:
        return QRectF()
    wide, high = (side / scale for side in pill_size(pill_words(caption), unit))
    wide += area.width()
    left = area.right() - wide if area.left() + wide > seen.right() else area.left()
    return QRectF(left, area.center().y() - high / 2, wide, high)


def badge_at(found: Sequence[Badge], point: QPointF) -> Badge | None:
    """Return the number at a point of the scene."""
    for badge in found:
        middle = badge.area.center()
        if (point - middle).manhattanLength() <= badge.area.width() and badge.area.contains(point):
            return badge
    return None


def paint_badges(
    painter: QPainter,
    found: Sequence[Badge],
    inks: Inks,
    outlook: Outlook,
    unit: float,
    share: float,
    hot: str,
) -> None:
    """Paint in px of the stage, as strong as `share`; `hot` is the target that is pointed at."""
    painter.save()
    painter.setOpacity(share)
    for badge in found:
        area = outlook.to_screen(badge.area)
        if badge.caption:
            _paint_caption(painter, badge, area, outlook.to_screen(badge.pill), inks, unit)
        _paint_number(painter, badge, area, inks, unit, hot=bool(hot) and hot == badge.way.target)
    painter.restore()


def _paint_number(
    painter: QPainter, badge: Badge, area: QRectF, inks: Inks, unit: float, *, hot: bool
) -> None:
    """The main way's is filled and has a second ring."""
    theme, main = inks.theme, badge.way.main
    middle, radius = area.center(), area.width() / 2
    ring = QPen(theme.accent, RING * unit)
    painter.setPen(inks.none)
    painter.setBrush(theme.canvas)
    halo = radius + (2.2 * RING if main or hot else RING) * unit
    painter.drawEllipse(middle, halo, halo)
    if main or hot:
        painter.setPen(ring)
        painter.drawEllipse(middle, halo - RING * unit / 2, halo - RING * unit / 2)
    painter.setPen(inks.none if main else ring)
    painter.setBrush(theme.accent if main else theme.card)
    inset = 0.0 if main else RING * unit / 2
    painter.drawEllipse(middle, radius - inset, radius - inset)
    ink = theme.accent_text if main else theme.accent_ink
    paint_words(painter, str(badge.number), middle, ink, unit, NUMBER_ROLE, NUMBER_SIZE)


def _paint_caption(
    painter: QPainter, badge: Badge, area: QRectF, pill: QRectF, inks: Inks, unit: float
) -> None:
    paint_pill(painter, pill, inks.theme.accent, inks, unit)
    shift = area.width() / 2 * (-1 if pill.left() < area.left() - 1 else 1)
    middle = QPointF(pill.center().x() + shift, pill.center().y())
    paint_words(painter, pill_words(badge.caption), middle, inks.theme.text, unit)
