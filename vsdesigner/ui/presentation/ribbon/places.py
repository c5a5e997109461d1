"""Where the stops of a journey stand on its ribbon: evenly, or wider around the present one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

MARGIN = 96.0  # px of the design beside the first and the last stop
NARROW_MARGIN = 60.0
NARROW = 1200.0  # width below which there is less beside them
#: Px around the present stop, the nearest gap first, where there is no room for all stops to have as much.
AROUND = (205.0, 165.0, 130.0, 90.0, 60.0, 40.0, 26.0)
EVENLY = 140.0  # px from stop to stop from which all have as much
MOST_AROUND = 0.74  # share of the width that they may take


def places(count: int, present: int, width: float) -> list[float]:
    """Return the middle of each of `count` stops, from left to right; `present` is an index of them."""
    margin = min(MARGIN if width >= NARROW else NARROW_MARGIN, width / 4)
    room = max(1.0, width - 2 * margin)
    if count < 2:
        return [width / 2] * count
    gaps = _gaps(count - 1, min(max(present, 0), count - 1), room)
    found = [margin]
    for gap in gaps:
        found.append(found[-1] + gap)
    return found


def _gaps(count: int, present: int, room: float) -> list[float]:
    """Distances from stop to stop that fill `room`: none smaller than the common least one."""
    if room / count >= EVENLY:
        return [room / count] * count
    wanted = {present + away: gap for away, gap in enumerate(AROUND) if present + away < count}
    wanted |= {present - 1 - away: gap for away, gap in enumerate(AROUND) if present - 1 - away >= 0}
    total = sum(wanted.values())
    if total > room * MOST_AROUND:
        wanted = {index: gap * room * MOST_AROUND / total for index, gap in wanted.items()}
    least = _least(sorted(wanted.values(), reverse=True), count, room)
    return [max(least, wanted.get(index, 0.0)) for index in range(count)]


def _least(wanted: Sequence[float], count: int, room: float) -> float:
    """The least gap with which all gaps, of which some want to be wider, fill the room."""
    for wider in range(len(wanted), -1, -1):
        rest = count - wider
        if rest == 0:
            continue
        least = (room - sum(wanted[:wider])) / rest
        next_wanted = wanted[wider] if wider < len(wanted) else 0.0
        if least >= next_wanted and (wider == 0 or least <= wanted[wider - 1]):
            return least
    return room / count


def rooms(middles: Sequence[float], width: float, apart: float) -> list[tuple[float, float]]:
    """Return for each stop the middle and the width of the room for its name; all stay `apart` (px)."""
    found: list[tuple[float, float]] = []
    for index, x in enumerate(middles):
        left = (middles[index - 1] + x) / 2 if index else 0.0
        right = (middles[index + 1] + x) / 2 if index + 1 < len(middles) else width
        found.append((x, max(0.0, 2 * min(x - left, right - x) - apart)))
    return found


def nearest(middles: Sequence[float], x: float) -> int:
    """Return the index of the stop that is nearest to `x`; -1 without any."""
    if not middles:
        return -1
    after = bisect_left(middles, x)
    if after == 0:
        return 0
    if after == len(middles) or x - middles[after - 1] <= middles[after] - x:
        return after - 1
    return after
