"""Orders parallel pieces in a channel so that lines cross little, and spreads them over its width."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from typing import NamedTuple

from vsdesigner.layout.tracks import MARGIN, Key, Piece

TRACK = 8.0  # px between two tracks, where there is room
_GAPS = (10.0, TRACK, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.5)
_SHARES = 16.0  # places are multiples of a sixteenth: sums of them are exact
_HARD = 1e6
_CROSSING, _RUNNING_INTO, _AS_IT_IS = 4.0, 40.0, 3.0


CROWD = 48  # pieces beyond which they are put side by side without a look at each pair


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
    room_of: Callable[[Piece], Room],
    rooms_of_all: Callable[[list[Piece]], list[tuple[float, float]] | None],
) -> Mapping[Key, float]:
    """Return the places of pieces that influence each other; empty when they are apart as they are.

    `room_of` gives the room of one piece, `rooms_of_all` rooms of many as far as one look tells (None when
    it does not). Every piece stays in its room. Pieces beside each other get 10 px between them, or 8,
    or what there is.
    """
    if len(pieces) > CROWD:
        return _spread_evenly(pieces, rooms_of_all(pieces))
    meeting = _meeting(pieces)
    if not meeting:
        return {}
    rooms = [room_of(piece) for piece in pieces]
    pairs = _ordered(pieces, rooms, meeting)
    for gap in (10.0, TRACK):
        found = _placed(pieces, [(room.tight_least, room.tight_most) for room in rooms], pairs, gap)
        if found is not None:
            return found
    for gap in _GAPS:
        found = _placed(pieces, [(room.least, room.most) for room in rooms], pairs, gap)
        if found is not None:
            return found
    return {}


def _spread_evenly(pieces: list[Piece], rooms: list[tuple[float, float]] | None) -> dict[Key, float]:
    """Many pieces side by side, in an order that crosses little."""
    if rooms is None:
        return {}
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


def _meeting(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Pairs of pieces that lie beside each other over some length."""
    order = sorted(range(len(pieces)), key=lambda index: pieces[index].low)
    found = []
    open_: list[int] = []
    for index in order:
        low = pieces[index].low - MARGIN
        open_ = [other for other in open_ if pieces[other].high >= low]
        found += [(other, index) if other < index else (index, other) for other in open_]
        open_.append(index)
    return found


def _ordered(pieces: list[Piece], rooms: list[Room], meeting: list[tuple[int, int]]) -> list[_Pair]:
    """The pairs in the order across that crosses least, as far as all pairs together allow."""
    count = len(pieces)
    after: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    burden = [0.0] * count  # how much speaks against putting the piece next
    for a, b in meeting:
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
        if gap >= _GAPS[-1]:  # two that cannot give way run over each other
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
    found = 0.0
    for one, other, sign in ((a, b, 1.0), (b, a, -1.0)):
        for at, turn in ((one.low, one.low_turn), (one.high, one.high_turn)):
            if other.low - MARGIN <= at <= other.high + MARGIN:
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


def _placed(
    pieces: list[Piece], rooms: list[tuple[float, float]], pairs: list[_Pair], gap: float
) -> dict[Key, float] | None:
    """The places with `gap` px between neighbours, None when they do not fit."""
    least = [room[0] for room in rooms]
    most = [room[1] for room in rooms]
    for before, after, allowed in pairs:
        least[after] = max(least[after], least[before] + min(gap, allowed))
    for before, after, allowed in reversed(pairs):
        most[before] = min(most[before], most[after] - min(gap, allowed))
    if any(low > high for low, high in zip(least, most, strict=True)):
        return None
    # Everything pushed to the one side and everything pushed to the other: the middle lies evenly.
    ahead = [min(max(piece.at, low), high) for piece, low, high in zip(pieces, least, most, strict=True)]
    back = list(ahead)
    for before, after, allowed in pairs:
        ahead[after] = min(max(ahead[after], ahead[before] + min(gap, allowed)), most[after])
    for before, after, allowed in reversed(pairs):
        back[before] = max(min(back[before], back[after] - min(gap, allowed)), least[before])
    return {piece.key: (one + two) / 2 for piece, one, two in zip(pieces, ahead, back, strict=True)}
