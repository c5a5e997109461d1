"""Finds quickly which boxes lie in an area: a grid of cells over the scene."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from vsdesigner.layout.geometry import Rect, united

CELL_WIDTH = 320.0
CELL_HEIGHT = 160.0
_TOWER = 16  # cells above each other of which the columns taken by boxes are known together


class Obstacles:
    """Boxes by id, sorted into the cells that they touch."""

    def __init__(self) -> None:
        self._rects: dict[str, Rect] = {}
        self._cells: dict[tuple[int, int], dict[str, Rect]] = {}
        # Tower of cells → (left, right) of the boxes in it → how many there are.
        self._towers: dict[tuple[int, int], dict[tuple[float, float], int]] = {}
        self._extent: Rect | None = None

    def put(self, id: str, rect: Rect) -> None:
        """Add a box or move it."""
        self.drop(id)
        self._rects[id] = rect
        if self._extent is not None:
            self._extent = united((self._extent, rect))
        for cell in _cells(rect):
            self._cells.setdefault(cell, {})[id] = rect
            spans = self._towers.setdefault((cell[0], cell[1] // _TOWER), {})
            span = (rect.x, rect.x + rect.width)
            spans[span] = spans.get(span, 0) + 1

    def drop(self, id: str) -> None:
        """Take a box out; unknown ids are fine."""
        rect = self._rects.pop(id, None)
        if rect is not None:
            if self._extent is not None and _at_edge(rect, self._extent):
                self._extent = None
            for cell in _cells(rect):
                del self._cells[cell][id]
                spans = self._towers[cell[0], cell[1] // _TOWER]
                span = (rect.x, rect.x + rect.width)
                spans[span] -= 1
                if not spans[span]:
                    del spans[span]

    def blocked(self, left: float, top: float, right: float, bottom: float, skip: Collection[str]) -> bool:
        """Say whether a box other than `skip` overlaps the area (touching edges do not count)."""
        first_row, last_row = int(top // CELL_HEIGHT), int(bottom // CELL_HEIGHT)
        for column in range(int(left // CELL_WIDTH), int(right // CELL_WIDTH) + 1):
            row = first_row
            while row <= last_row:
                tower = row // _TOWER
                until = min(last_row, tower * _TOWER + _TOWER - 1)
                if until - row < 4 or self._is_taken(column, tower, left, right):
                    for here in range(row, until + 1):
                        if self._blocks(column, here, left, top, right, bottom, skip):
                            return True
                row = until + 1
        return False

    def _is_taken(self, column: int, tower: int, left: float, right: float) -> bool:
        """Whether a box of these cells lies between `left` and `right`, at whatever height."""
        spans = self._towers.get((column, tower))
        return spans is not None and any(x < right and left < end for x, end in spans)

    def _blocks(
        self,
        column: int,
        row: int,
        left: float,
        top: float,
        right: float,
        bottom: float,
        skip: Collection[str],
    ) -> bool:
        for id, (x, y, width, height) in self._cells.get((column, row), {}).items():
            if x < right and left < x + width and y < bottom and top < y + height and id not in skip:
                return True
        return False

    def within(self, area: Rect, most: int, skip: Collection[str] = ()) -> dict[str, Rect] | None:
        """Return the boxes that overlap the area, by id; None when there are more than `most`."""
        left, top, right, bottom = area.x, area.y, area.right, area.bottom
        found: dict[str, Rect] = {}
        for cell in _cells(area):
            for id, rect in self._cells.get(cell, {}).items():
                x, y, width, height = rect
                if x < right and left < x + width and y < bottom and top < y + height and id not in skip:
                    found[id] = rect
            if len(found) > most:
                return None
        return found

    def extent(self) -> Rect:
        """Return the area that holds all boxes."""
        if self._extent is None:
            self._extent = united(self._rects.values())
        return self._extent


class Overlay:
    """Obstacles with some boxes elsewhere, for trying a place without moving anything."""

    def __init__(self, base: Obstacles, moved: dict[str, Rect]) -> None:
        self._base = base
        self._hidden = frozenset(moved)
        self._moved = moved

    def blocked(self, left: float, top: float, right: float, bottom: float, skip: Collection[str]) -> bool:
        area = Rect(left, top, right - left, bottom - top)
        return self._base.blocked(left, top, right, bottom, {*skip, *self._hidden}) or any(
            rect.overlaps(area) for id, rect in self._moved.items() if id not in skip
        )

    def within(self, area: Rect, most: int, skip: Collection[str] = ()) -> dict[str, Rect] | None:
        found = self._base.within(area, most, {*skip, *self._hidden})
        if found is None:
            return None
        found.update({id: rect for id, rect in self._moved.items() if id not in skip and rect.overlaps(area)})
        return found

    def extent(self) -> Rect:
        return united((self._base.extent(), *self._moved.values()))


def _at_edge(rect: Rect, extent: Rect) -> bool:
    return (
        rect.x <= extent.x or rect.y <= extent.y or rect.right >= extent.right or rect.bottom >= extent.bottom
    )


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    rows = range(int(rect.y // CELL_HEIGHT), int(rect.bottom // CELL_HEIGHT) + 1)
    columns: Iterable[int] = range(int(rect.x // CELL_WIDTH), int(rect.right // CELL_WIDTH) + 1)
    for column in columns:
        for row in rows:
            yield column, row
