"""Points and rectangles in scene px at 100 % zoom; x grows to the right, y downwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Point(NamedTuple):
    """A place in the scene."""

    x: float
    y: float


class Rect(NamedTuple):
    """An upright rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def grown(self, margin: float) -> Rect:
        """Return the rectangle with `margin` px more on every side."""
        return Rect(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def contains(self, point: Point) -> bool:
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def encloses(self, other: Rect) -> bool:
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def overlaps(self, other: Rect) -> bool:
        """Say whether the two share an area (touching edges do not count)."""
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


def united(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around all; an empty one at the origin when there are none."""
    listed = list(rects)
    if not listed:
        return Rect(0.0, 0.0, 0.0, 0.0)
    left = min(rect.x for rect in listed)
    top = min(rect.y for rect in listed)
    right = max(rect.right for rect in listed)
    bottom = max(rect.bottom for rect in listed)
    return Rect(left, top, right - left, bottom - top)


def around(points: Iterable[Point]) -> Rect:
    """Return the smallest rectangle around points; an empty one at the origin when there are none."""
    listed = list(points)
    if not listed:
        return Rect(0.0, 0.0, 0.0, 0.0)
    xs, ys = [point[0] for point in listed], [point[1] for point in listed]
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top)
