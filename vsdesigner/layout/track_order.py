"""Orders parallel pieces in a channel so that lines cross little, and spreads them over its width."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from typing import NamedTuple

from vsdesigner.layout.tracks import TRACK, Key, Limits, Piece

_GAPS = (10.0, TRACK, 6.0, 5.0, 4.0, 3.0, 2.0, 1.5, 1.0, 0.5, -1e9)  # the last: no matter what
_NARROW = 3.0
_TOUCHING = 2.0
_SHARES = 16.0  # places are multiples of a sixteenth: sums of them are exact
_HARD = 1e6
_ROOMY = 1e3
_CROSSING, _RUNNING_INTO, _AS_IT_IS = 4.0, 40.0, 3.0


CROWD = 30  # pieces beyond which they are put side by side without a look at each pair


class Room(NamedTuple):
    """From where to where a piece may be put; `tight` without moving an end along its box."""

    least: float
    most: float
    tight_least: float
    tight_most: float


class _Pair(NamedTuple):
    before: int
    after: int
    gap: float  # at most this much is asked for


def spread(
    pieces: list[Piece],
    margin: float,
    room_of: Callable[[Piece], Room],
    rooms_of_all: Callable[[list[Piece]], list[tuple[float, float]] | None],
    limits: Limits,
) -> Mapping[Key, float]:
    """Return the places of pieces that influence each other; empty when they are apart as they are.

    `margin` is what two on one line must be apart; `room_of` gives the room of one piece, `rooms_of_all`
    rooms of many as far as one look tells (None when it does not); `limits` narrow them. Every piece stays
    in its room. Pieces beside each other get 10 px between them, or 8, or what there is.
    """
    if len(pieces) > CROWD:
        common = rooms_of_all(pieces)
        if common is None:
            return {}
        narrowed = [_within(room, piece, limits) for piece, room in zip(pieces, common, strict=True)]
        return _spread_evenly(pieces, narrowed)
    meeting = _meeting(pieces, margin)
    if not meeting:
        return {}
    rooms = [_limited(room_of(piece), piece, limits) for piece in pieces]
    pairs = _ordered(pieces, rooms, meeting)
    tight = [(room.tight_least, room.tight_most) for room in rooms]
    found, least = _fitted(pieces, tight, pairs, TRACK)
    if least < TRACK:
        loose = [(room.least, room.most) for room in rooms]
        found, least = _fitted(pieces, loose, pairs, _GAPS[-1])
        if least < _NARROW:
            # Too many for an order that crosses little: the one that leaves most room to all.
            by_room = _ordered(pieces, rooms, meeting, by_room=True)
            other, roomier = _fitted(pieces, loose, by_room, _GAPS[-1])
            found = other if roomier > least else found
    return found


def _limited(room: Room, piece: Piece, limits: Limits) -> Room:
    least, most = _within((room.least, room.most), piece, limits)
    return Room(least, most, *_within((room.tight_least, room.tight_most), piece, limits))


def _within(room: tuple[float, float], piece: Piece, limits: Limits) -> tuple[float, float]:
    if piece.key not in limits:
        return room
    low, high = limits[piece.key]
    return min(max(room[0], low), piece.at), max(min(room[1], high), piece.at)


def _spread_evenly(pieces: list[Piece], rooms: list[tuple[float, float]]) -> dict[Key, float]:
    """Many pieces side by side, in an order that crosses little."""
    found = {}
    free = [
        (_rank(piece), piece, room) for piece, room in zip(pieces, rooms, strict=True) if room[0] < room[1]
    ]
    free.sort(key=lambda entry: entry[0])
    for index, (_, piece, (least, most)) in enumerate(free):
        found[piece.key] = least + round((most - least) * _SHARES * index / max(1, len(free) - 1)) / _SHARES
    return found


def _rank(piece: Piece) -> tuple[int, float, float, Key]:
    """Pieces that turn to smaller places at both ends first; in between as stairs are, step by step."""
    falling = piece.low_turn < piece.high_turn
    return piece.low_turn + piece.high_turn, -piece.low if falling else piece.low, piece.high, piece.key


def _meeting(pieces: list[Piece], margin: float) -> list[tuple[int, int]]:
    """Pairs of pieces that lie beside each other over some length."""
    order = sorted(range(len(pieces)), key=lambda index: pieces[index].low)
    found = []
    open_: list[int] = []
    for index in order:
        low = pieces[index].low - margin
        open_ = [other for other in open_ if pieces[other].high >= low]
        found += [(other, index) if other < index else (index, other) for other in open_]
        open_.append(index)
    return found


def _ordered(
    pieces: list[Piece], rooms: list[Room], meeting: list[tuple[int, int]], *, by_room: bool = False
) -> list[_Pair]:
    """The pairs in the order across that crosses least, as far as all pairs together allow."""
    count = len(pieces)
    after: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    burden = [0.0] * count  # how much speaks against putting the piece next
    for a, b in meeting:
        if by_room:
            weight = rooms[b].least + rooms[b].most - rooms[a].least - rooms[a].most
        else:
            weight = _preference(pieces[a], pieces[b], rooms[a], rooms[b])
        first, second = (a, b) if weight >= 0 else (b, a)  # pieces are sorted by where they lie
        weight = abs(weight) or 0.5
        after[first].append((second, weight))
        burden[second] += weight
    queue = [(burden[index], pieces[index].at, index) for index in range(count)]
    heapq.heapify(queue)
    rank: dict[int, int] = {}
    while queue:
        weight, _, index = heapq.heappop(queue)
        if index in rank or weight != burden[index]:
            continue
        rank[index] = len(rank)
        for other, less in after[index]:
            if other not in rank:
                burden[other] -= less
                heapq.heappush(queue, (burden[other], pieces[other].at, other))
    found = []
    for a, b in meeting:
        first, second = (a, b) if rank[a] < rank[b] else (b, a)
        gap = rooms[second].most - rooms[first].least
        if pieces[a].box and pieces[a].box == pieces[b].box:
            gap = min(gap, abs(pieces[a].at - pieces[b].at))
        if gap > 0:  # two that cannot give way run over each other
            found.append(_Pair(first, second, gap))
    found.sort(key=lambda pair: rank[pair.before])
    return found


def _preference(a: Piece, b: Piece, room_a: Room, room_b: Room) -> float:
    """How much speaks for `a` lying before `b` (below zero: against it)."""
    if a.box and a.box == b.box:
        return _HARD if a.at <= b.at else -_HARD
    if room_a.most <= room_b.least and room_a != room_b:
        return _HARD
    if room_b.most <= room_a.least and room_a != room_b:
        return -_HARD
    ahead, back = room_b.tight_most - room_a.tight_least, room_a.tight_most - room_b.tight_least
    if min(ahead, back) < TRACK <= max(ahead, back):
        return _ROOMY if ahead > back else -_ROOMY
    found = 0.0
    for one, other, sign in ((a, b, 1.0), (b, a, -1.0)):
        for at, turn in ((one.low, one.low_turn), (one.high, one.high_turn)):
            if other.low - _TOUCHING <= at <= other.high + _TOUCHING:
                # The way goes on to that side: over there it does not cross the other.
                found -= sign * turn * _weight(at, turn, other)
    if abs(a.at - b.at) >= TRACK:
        found += _AS_IT_IS if a.at < b.at else -_AS_IT_IS
    return found


def _weight(at: float, turn: int, other: Piece) -> float:
    """What the wrong order costs at one end of a piece: a crossing, or running on top of the other."""
    for end, other_turn in ((other.low, other.low_turn), (other.high, other.high_turn)):
        if abs(at - end) < TRACK and other_turn == -turn:
            return _RUNNING_INTO / 2  # counted from both
    return _CROSSING


def _fitted(
    pieces: list[Piece], rooms: list[tuple[float, float]], pairs: list[_Pair], until: float
) -> tuple[dict[Key, float], float]:
    """The places in these rooms, and the least distance that was given to a pair.

    Where there is no room for the distance wanted, the pieces there, and only those, get less of it; when
    that is less than `until`, nothing is placed.
    """
    level = [0] * len(pieces)
    lows, highs = [room[0] for room in rooms], [room[1] for room in rooms]
    while True:
        gaps = _gaps(pairs, level)
        least, most = lows.copy(), highs.copy()
        for (before, after, _), gap in zip(pairs, gaps, strict=True):
            pushed = least[before] + gap
            if pushed > least[after]:
                least[after] = pushed
        for (before, after, _), gap in zip(reversed(pairs), reversed(gaps), strict=True):
            pushed = most[after] - gap
            if pushed < most[before]:
                most[before] = pushed
        tight = [index for index, low in enumerate(least) if low > most[index]]
        if not tight:
            given = min(
                (gap for pair, gap in zip(pairs, gaps, strict=True) if not _beside_each_other(pair, pieces)),
                default=_GAPS[0],
            )
            return _evenly(pieces, least, most, pairs, gaps), given
        for index in tight:
            level[index] = min(level[index] + 1, len(_GAPS) - 1)
        if _GAPS[max(level)] < until:
            return {}, _GAPS[max(level)]


def _gaps(pairs: list[_Pair], level: list[int]) -> list[float]:
    """What each pair gets: what it asks for, or less where a piece of it stands where it is narrow."""
    found = []
    for before, after, gap in pairs:
        # Further levels are smaller gaps.
        given = _GAPS[level[before] if level[before] > level[after] else level[after]]
        found.append(gap if gap < given else given)
    return found


def _beside_each_other(pair: _Pair, pieces: list[Piece]) -> bool:
    """Ends at one side of a box, which may stand close when there are many."""
    return bool(pieces[pair.before].box) and pieces[pair.before].box == pieces[pair.after].box


def _evenly(
    pieces: list[Piece], least: list[float], most: list[float], pairs: list[_Pair], gaps: list[float]
) -> dict[Key, float]:
    """Everything pushed to the one side, and everything pushed to the other: the middle lies evenly."""
    ahead = [min(max(piece.at, low), high) for piece, low, high in zip(pieces, least, most, strict=True)]
    back = list(ahead)
    for (before, after, _), gap in zip(pairs, gaps, strict=True):
        pushed = ahead[before] + gap
        if pushed > ahead[after]:
            ahead[after] = pushed if pushed < most[after] else most[after]
    for (before, after, _), gap in zip(reversed(pairs), reversed(gaps), strict=True):
        pushed = back[after] - gap
        if pushed < back[before]:
            back[before] = pushed if pushed > least[before] else least[before]
    return {piece.key: (one + two) / 2 for piece, one, two in zip(pieces, ahead, back, strict=True)}
