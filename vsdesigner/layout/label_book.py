"""The labels of all flows of a stream: each avoids boxes, and the labels that come before it."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from vsdesigner.layout.geometry import Rect, united

_CELL = 256.0
_Order = tuple[bool, str]


class LabelWish(NamedTuple):
    """Where a label could stand, the best place first; `held` when it was put there by hand."""

    places: tuple[Rect, ...]
    held: bool


class LabelBook:
    """Patches of labels by flow id. A function of the present wishes only.

    Labels put by hand come first, then by id; each takes its best place that no earlier one covers.
    """

    def __init__(self) -> None:
        self.places: dict[str, Rect] = {}
        self._wishes: dict[str, LabelWish] = {}
        self._cells: dict[tuple[int, int], dict[str, None]] = {}

    def update(self, wishes: Mapping[str, LabelWish | None]) -> set[str]:
        """Take the wishes of these flows (None: no label); returns the flows of which the label moved, came
        or went."""
        touched: set[str] = set()
        before: dict[str, Rect | None] = {}
        for id, wish in wishes.items():
            if self._wishes.get(id) == wish:
                continue
            before[id] = self.places.pop(id, None)
            touched.update(self._near(id))
            self._drop(id)
            if wish is not None:
                self._wishes[id] = wish
                for cell in _cells(wish):
                    self._cells.setdefault(cell, {})[id] = None
                touched.update(self._near(id))
                touched.add(id)
        queue = [self._order(id) for id in touched if id in self._wishes]
        heapq.heapify(queue)
        while queue:
            order = heapq.heappop(queue)
            while queue and queue[0] == order:
                heapq.heappop(queue)
            id = order[1]
            place = self._chosen(id, order)
            if self.places.get(id) == place:
                continue
            before.setdefault(id, self.places.get(id))
            self.places[id] = place
            for other in self._near(id):
                if self._order(other) > order:
                    heapq.heappush(queue, self._order(other))
        return {id for id, place in before.items() if self.places.get(id) != place}

    # -- inside -----------------------------------------------------------------------------------------
    def _order(self, id: str) -> _Order:
        return not self._wishes[id].held, id

    def _drop(self, id: str) -> None:
        wish = self._wishes.pop(id, None)
        if wish is not None:
            for cell in _cells(wish):
                del self._cells[cell][id]

    def _chosen(self, id: str, order: _Order) -> Rect:
        taken = [
            self.places[other]
            for other in self._near(id)
            if other in self.places and self._order(other) < order
        ]
        places = self._wishes[id].places
        return next(
            (place for place in places if not any(place.overlaps(other) for other in taken)), places[0]
        )

    def _near(self, id: str) -> set[str]:
        wish = self._wishes.get(id)
        if wish is None:
            return set()
        found = {other for cell in _cells(wish) for other in self._cells.get(cell, ())}
        found.discard(id)
        return found


def _cells(wish: LabelWish) -> Iterator[tuple[int, int]]:
    area = united(wish.places)
    for column in range(int(area.x // _CELL), int(area.right // _CELL) + 1):
        for row in range(int(area.y // _CELL), int(area.bottom // _CELL) + 1):
            yield column, row
