"""What was drawn by hand while presenting: strokes at each stop, and how to take the last act back."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from vsdesigner import palette
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.show import Show

COLOURS = tuple(palette.PENS)
ACTS_KEPT = 200


class Spot(NamedTuple):
    """A point of a stroke; `x` and `y` in parts of the window's width and height, `pressure` from 0 to 1."""

    x: float
    y: float
    pressure: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line drawn without lifting the pen; `colour` is one of `COLOURS`."""

    colour: str
    spots: tuple[Spot, ...]


class Page(NamedTuple):
    """What one draws on: a stop, a page of its card, in detail or the whole stream."""

    kind: StopKind
    id: str
    page: int
    whole: bool


Strokes = tuple[Stroke, ...]
_Before = dict[Page, Strokes]


class Ink(QObject):
    """The ink of one presentation, as long as it lasts. Each stop has its own, and keeps it."""

    #: Other strokes are to be seen.
    changed = Signal()

    def __init__(self, state: Show, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._strokes: dict[Page, Strokes] = {}
        self._acts: list[_Before] = []
        self.colour = COLOURS[0]

    @property
    def page(self) -> Page:
        """What one draws on now."""
        state = self._state
        return Page(state.stop.kind, state.stop.id, state.page, state.whole)

    @property
    def strokes(self) -> Strokes:
        """The strokes to be seen now, the oldest first."""
        return self._strokes.get(self.page, ())

    @property
    def there(self) -> bool:
        """Whether there is ink at any stop."""
        return bool(self._strokes)

    def take_colour(self, colour: str) -> None:
        """Write in another of `COLOURS` from now on."""
        self.colour = colour
        self.changed.emit()

    def add(self, page: Page, spots: Iterable[Spot]) -> None:
        """Add a stroke in the present colour to a page."""
        self._put({page: (*self._strokes.get(page, ()), Stroke(self.colour, tuple(spots)))})

    def erase(self, x: float, y: float, radius: float, ratio: float, *, going_on: bool) -> bool:
        """Remove the present strokes within `radius` (parts of the height) of a point; say whether any was.

        `ratio` is the window's width by its height; `going_on` joins this to the act of erasing before.
        """
        kept = tuple(stroke for stroke in self.strokes if not _touches(stroke, x * ratio, y, radius, ratio))
        if kept == self.strokes:
            return False
        self._put({self.page: kept}, joined=going_on)
        return True

    def wipe(self) -> None:
        """Remove all ink, at all stops."""
        if self._strokes:
            self._put(dict.fromkeys((*self._strokes, self.page), ()))

    @property
    def can_undo(self) -> bool:
        """Whether the last act was about what is to be seen now."""
        return bool(self._acts) and self.page in self._acts[-1]

    def undo(self) -> None:
        """Take the last act back: a stroke, what was erased at one go, or the wiping of all."""
        if self.can_undo:
            self._set(self._acts.pop())

    def _put(self, after: _Before, *, joined: bool = False) -> None:
        if not joined:
            self._acts.append({page: self._strokes.get(page, ()) for page in after})
            del self._acts[:-ACTS_KEPT]
        self._set(after)

    def _set(self, pages: _Before) -> None:
        for page, strokes in pages.items():
            if strokes:
                self._strokes[page] = strokes
            else:
                self._strokes.pop(page, None)
        self.changed.emit()


def _touches(stroke: Stroke, x: float, y: float, radius: float, ratio: float) -> bool:
    points = [(spot.x * ratio, spot.y) for spot in stroke.spots]
    if len(points) == 1:
        points *= 2
    return any(_distance(x, y, *points[at], *points[at + 1]) <= radius for at in range(len(points) - 1))


def _distance(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> float:
    """How far a point is from a piece of a line."""
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return math.hypot(x - ax - share * dx, y - ay - share * dy)
