"""Shows lanes of other heights before there are any: bands, cards and flows below a border move with it."""

from __future__ import annotations

from dataclasses import replace

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.stream_layout import Route
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.painting.looks import BandLook

MANY = 1_500  # cards beyond which only the bands move


class Stretching:
    """Everything between the border below `upper` and the end of `lower` (or of the drawing) moves."""

    def __init__(self, stage: Stage, upper: str, lower: str = "") -> None:
        self._stage = stage
        self._bands = stage.scene.drawing.bands
        self._upper, self._lower = upper, lower
        layout = stage.layout
        self._start = layout.band(upper).bottom
        self._end = layout.band(lower).bottom if lower else float("inf")
        self._cards = {id: card.rect for id, card in layout.cards.items() if self._holds(card.rect.center.y)}
        self._inside: list[str] = []
        self._crossing: list[str] = []
        if len(self._cards) > MANY:
            self._cards = {}
            return
        for id, route in layout.routes.items():
            held = [self._holds(y) for _, y in route.points]
            if all(held):
                self._inside.append(id)
            elif any(held):
                self._crossing.append(id)

    def show(self, dy: float) -> None:
        """Show it with the border moved down by `dy`."""
        scene = self._stage.scene
        scene.show_bands(tuple(self._moved(band, dy) for band in self._bands))
        rects = {id: rect.moved(0.0, dy) for id, rect in self._cards.items()}
        scene.preview(rects, {id: self._pulled(id, dy) for id in self._crossing})
        scene.shift(self._inside, 0.0, dy)

    def end(self) -> None:
        """Show everything where it is."""
        scene = self._stage.scene
        scene.end_preview(self._cards, (*self._inside, *self._crossing))
        scene.end_bands()

    def _holds(self, y: float) -> bool:
        return self._start <= y < self._end

    def _moved(self, band: BandLook, dy: float) -> BandLook:
        if band.lane == self._upper:
            return replace(band, height=band.height + dy)
        if band.lane == self._lower:
            return replace(band, top=band.top + dy, height=band.height - dy)
        return replace(band, top=band.top + dy) if self._holds(band.top) else band

    def _pulled(self, id: str, dy: float) -> Route:
        """A flow across the border, pulled apart there: level pieces stay level."""
        route = self._stage.layout.routes[id]
        points = tuple(Point(x, y + dy if self._holds(y) else y) for x, y in route.points)
        label: Rect | None = route.label
        if label is not None and self._holds(label.center.y):
            label = label.moved(0.0, dy)
        return replace(route, points=points, label=label)
