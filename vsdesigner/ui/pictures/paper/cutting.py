"""Cuts a drawing into parts for pages: between lanes and columns of cards, through a card only where it is
larger than a page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from vsdesigner.exchange.pptx.axes import gaps

Interval = tuple[float, float]

NEAR = 0.5  # of a page's room: how far back from its end a better place to cut is looked for
AROUND = 8.0  # px kept around a card that had to be cut through, where it is shown again
SEAM = 40.0  # px of a gap that both pages show
AIR = 6.0  # px that a card's shadow needs
_ROUNDS = 14


class Cuts:
    """Where a drawing can be cut in one direction, best places first."""

    def __init__(self, cards: Iterable[Interval], borders: Iterable[float] = ()) -> None:
        """`cards` are where cards begin and end; at a border (between lanes) one cuts best."""
        self._cards = sorted(cards)
        self._starts = [start for start, _ in self._cards]
        self._ends = sorted(end for _, end in self._cards)
        self._borders = sorted(place for place in borders if not self.crossed(place))
        self._gaps = gaps(self._cards)

    def crossed(self, place: float) -> int:
        """Return how many cards a cut would go through."""
        return bisect_left(self._starts, place) - bisect_right(self._ends, place)

    def parts(self, span: Interval, room: float) -> list[Interval]:
        """Return the span in as few parts of at most `room` as the places allow, none much longer than the
        others; what a cut goes through is shown again, whole, in the next part."""
        found = self._parts(span, room)
        low, high = room * 0.3, room
        for _ in range(_ROUNDS):
            middle = (low + high) / 2
            tried = self._parts(span, middle)
            if len(tried) <= len(found) and self._harm(tried) <= self._harm(found):
                found, high = tried, middle
            else:
                low = middle
        return self._widened(found, room)

    def _widened(self, parts: list[Interval], room: float) -> list[Interval]:
        """The parts with all of the gaps at their ends, as far as there is room: lines run in the middle of
        a gap, and one at the very edge of a page can hardly be followed."""
        found = list(parts)
        for number, ((start, end), (begin, stop)) in enumerate(pairwise(parts)):
            if end == begin and end not in self._borders:
                before, after = self._gap_at(end)
                start = found[number][0]
                found[number] = (start, max(end, min(after, end + SEAM, start + room)))
                found[number + 1] = (min(begin, max(before, begin - SEAM, stop - room)), stop)
        return found

    def _gap_at(self, place: float) -> Interval:
        """From where to where no card is around a place."""
        before, after = bisect_right(self._ends, place), bisect_left(self._starts, place)
        return (
            self._ends[before - 1] + AIR if before else place,
            self._starts[after] - AIR if after < len(self._starts) else place,
        )

    def _parts(self, span: Interval, room: float) -> list[Interval]:
        found: list[Interval] = []
        start, end = span
        while end - start > room + 0.01:
            at = self._place(start, room)
            found.append((start, at))
            start = self._onwards(start, at)
        return [*found, (start, end)]

    def _place(self, start: float, room: float) -> float:
        """The last good place on a page that begins at `start`."""
        least, most = start + room * NEAR, start + room
        for places in (self._borders, self._gaps):
            last = bisect_right(places, most) - 1
            if last >= 0 and places[last] > least:
                return places[last]
        edges = [end for end in self._ends if least < end <= most]
        edges += [begin for begin in self._starts if least < begin <= most]
        return min((*edges, most), key=lambda place: (self.crossed(place), -place))

    def _onwards(self, start: float, at: float) -> float:
        """Where the next page begins: ahead of what was cut through, unless that is larger than a page."""
        torn = [begin for begin, end in self._cards if begin < at < end and begin - AROUND > start]
        return min(torn, default=at + AROUND) - AROUND

    def _harm(self, parts: Sequence[Interval]) -> int:
        return sum(self.crossed(end) for _, end in parts[:-1])


def largest(low: float, high: float, is_possible: Callable[[float], bool]) -> float:
    """Return the largest number for which something holds that holds for `low`."""
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if is_possible(middle):
            low = middle
        else:
            high = middle
    return low
