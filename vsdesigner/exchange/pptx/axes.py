"""Brings a drawing onto a slide: cards keep more of their size than the empty room between them.

Both directions are stretched piece by piece, always forward: level lines stay level, upright ones upright,
and what stood left of something still does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

Interval = tuple[float, float]


class Axis:
    """A map from scene px to points that grows everywhere and is straight between its stops."""

    def __init__(self, stops: Sequence[float], places: Sequence[float]) -> None:
        self._stops, self._places = list(stops), list(places)

    def __call__(self, value: float) -> float:
        """Return where a value lies; beyond the stops it goes on as in the last piece."""
        stops, places = self._stops, self._places
        if len(stops) < 2:
            return places[0] if places else 0.0
        index = min(max(bisect_right(stops, value) - 1, 0), len(stops) - 2)
        share = (value - stops[index]) / (stops[index + 1] - stops[index])
        return places[index] + share * (places[index + 1] - places[index])


def weighted(
    span: Interval, layers: Sequence[tuple[float, Iterable[Interval]]], rest: float
) -> list[tuple[float, float]]:
    """Return (stop, weight up to the next stop) for a span of a drawing; the last weight counts nothing.

    `layers` are weights with the intervals that have them, the strongest first; elsewhere it is `rest`.
    """
    merged = [(weight, united(intervals)) for weight, intervals in layers]
    stops = {span[0], span[1]}
    for _, intervals in merged:
        stops.update(end for pair in intervals for end in pair if span[0] < end < span[1])
    ordered = sorted(stops)
    found = []
    for low, high in pairwise(ordered):
        middle = (low + high) / 2
        weight = next((w for w, pairs in merged if _holds(pairs, middle)), rest)
        found.append((low, weight))
    return [*found, (span[1], 0.0)]


def length(stops: Sequence[tuple[float, float]]) -> float:
    """Return the weighted length of stops."""
    return sum((stops[i + 1][0] - stops[i][0]) * stops[i][1] for i in range(len(stops) - 1))


def axis(stops: Sequence[tuple[float, float]], start: float, scale: float) -> Axis:
    """Return the map that begins at `start` points and gives each weighted px `scale` points."""
    places = [start]
    for index in range(len(stops) - 1):
        places.append(places[-1] + (stops[index + 1][0] - stops[index][0]) * stops[index][1] * scale)
    return Axis([stop for stop, _ in stops], places)


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """Return intervals that touch as one, in ascending order; empty ones are left out."""
    found: list[Interval] = []
    for low, high in sorted(intervals):
        if high <= low:
            continue
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def gaps(intervals: Iterable[Interval]) -> list[float]:
    """Return the middles of the gaps between intervals: where a drawing can be cut."""
    found = united(intervals)
    return [(found[i][1] + found[i + 1][0]) / 2 for i in range(len(found) - 1)]


def parted(span: Interval, cuts: Sequence[float], most: float) -> list[Interval]:
    """Return the span divided at some of the cuts, so that each part is `most` long if the cuts allow it."""
    parts: list[Interval] = []
    start, last = span[0], None
    for cut in (*cuts, span[1]):
        if cut - start > most and last is not None and last > start:
            parts.append((start, last))
            start = last
        last = cut
    parts.append((start, span[1]))
    return parts


def evenly(span: Interval, cuts: Sequence[float], most: float) -> list[Interval]:
    """Return as few parts as `parted` makes, none much longer than the others."""
    best = parted(span, cuts, most)
    low, high = (span[1] - span[0]) / len(best), most
    for _ in range(20):
        middle = (low + high) / 2
        found = parted(span, cuts, middle)
        if len(found) <= len(best):
            best, high = found, middle
        else:
            low = middle
    return best


def _holds(intervals: Sequence[Interval], value: float) -> bool:
    index = bisect_right(intervals, (value, float("inf"))) - 1
    return index >= 0 and intervals[index][0] <= value <= intervals[index][1]
