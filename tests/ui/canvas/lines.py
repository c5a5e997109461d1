"""The hand on lines: pieces, ends, labels and stubs as pixels, on top of the driver."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QPoint

from tests.ui.canvas.drive import Driver
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.stream_layout import Route
from vsdesigner.model.records import Flow


class Lines:
    """Finds what belongs to one flow between two elements of a driven canvas."""

    def __init__(self, drive: Driver, source: str, target: str) -> None:
        self.drive = drive
        self.id = drive.flow(source, target).id

    @property
    def flow(self) -> Flow:
        return self.drive.session.now.get(self.id, Flow)

    @property
    def route(self) -> Route:
        return self.drive.layout.routes[self.id]

    @property
    def corners(self) -> tuple[Point, ...]:
        return tuple(Point(*point) for point in self.route.points[1:-1])

    def pixel(self, point: tuple[float, float]) -> QPoint:
        """Return the pixel over a scene point, after scrolling there."""
        self.drive.show(Rect(point[0] - 40, point[1] - 40, 80, 80))
        return self.drive.at(*point)

    def piece(self, index: int) -> QPoint:
        """Return the pixel in the middle of a piece of the way."""
        (x1, y1), (x2, y2) = list(itertools.pairwise(self.route.points))[index]
        return self.pixel(((x1 + x2) / 2, (y1 + y2) / 2))

    def end(self, *, at_target: bool) -> QPoint:
        return self.pixel(self.route.points[-1 if at_target else 0])

    def label(self) -> QPoint:
        assert self.route.label is not None
        return self.pixel(self.route.label.center)

    def select(self) -> None:
        self.drive.session.select((self.id,))
