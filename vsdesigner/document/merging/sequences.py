"""The order of a list that two sides changed: insertions of both stay, moves of either are followed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from vsdesigner.document.merging.outcome import Side

Rank = Callable[[str], tuple[object, ...]]

_SIMILAR = 0.6  # from here on two lines count as one that was reworded


class Order(NamedTuple):
    """A merged order: the keys, whether those of ours stand differently now, whether both moved the same."""

    keys: list[str]
    is_moved: bool
    is_torn: bool


def merged_order(
    base: Sequence[str],
    ours: Sequence[str],
    theirs: Sequence[str],
    kept: Iterable[str],
    *,
    rank: Rank,
    choice: Side | None = None,
    matters: bool = True,
) -> Order:
    """Return the keys that are `kept` in an order that follows what each side did to the base's.

    What nobody moved is the frame. What a side added or moved stands behind the same neighbour as there;
    where both put something into one place, what has the smaller `rank` comes first, each side's together.
    What both moved to different places stands as in ours (`choice`: as in that side) and is torn; unless
    the order `matters`, it is not torn but stands as in the side whose keys sort first: whichever is called
    ours. With the choice of ours no move of theirs is followed.
    """
    wanted = set(kept)
    own = [key for key in ours if key in wanted]
    other = [key for key in theirs if key in wanted]
    shared = set(own) & set(other)
    if choice is Side.OURS:
        other = refilled(other, [key for key in own if key in shared])
    if own == other:
        return Order(own, is_moved=False, is_torn=False)
    lead = choice or (Side.OURS if matters or own <= other else Side.THEIRS)
    common = [key for key in base if key in shared]
    merger = _Merger(common, own, other, shared, rank, lead)
    keys = merger.keys()
    mine = set(own)
    return Order(keys, [key for key in keys if key in mine] != own, merger.is_torn and matters)


class _Merger:
    """One merge of two orders; `common` is the base's order of what all three have."""

    def __init__(
        self,
        common: list[str],
        own: list[str],
        other: list[str],
        shared: set[str],
        rank: Rank,
        lead: Side,
    ) -> None:
        self._base = common
        self._shared = shared
        self._rank = rank
        self._lead = lead
        self.is_torn = False
        self._moved = moved(common, own)
        self._moved_there = moved(common, other)
        self._frame = [key for key in common if key not in self._moved and key not in self._moved_there]
        frame = set(self._frame)
        self._own, self._other = _gaps(own, frame), _gaps(other, frame)
        self._place = {key: at for at, keys in enumerate(self._own) for key in keys}
        self._place_there = {key: at for at, keys in enumerate(self._other) for key in keys}

    def keys(self) -> list[str]:
        found: list[str] = []
        for at in range(len(self._own)):
            if at:
                found.append(self._frame[at - 1])
            mine = [key for key in self._own[at] if self._is_here(key, Side.OURS)]
            yours = [key for key in self._other[at] if self._is_here(key, Side.THEIRS)]
            found += self._joined(mine, yours)
        return found

    def _is_here(self, key: str, side: Side) -> bool:
        """Whether a key stands where `side` has it."""
        if key not in self._shared or self._place[key] == self._place_there[key]:
            return True
        here, there = key in self._moved, key in self._moved_there
        if here != there:
            return here is (side is Side.OURS)
        self.is_torn = True
        return side is self._lead

    def _joined(self, mine: list[str], yours: list[str]) -> list[str]:
        """What both sides have in one gap of the frame."""
        both = set(mine) & set(yours)
        anchors = self._agreed([key for key in mine if key in both], [key for key in yours if key in both])
        left, right = _behind(mine, both), _behind(yours, both)
        found = self._side_by_side(left[""], right[""])
        for anchor in anchors:
            found += [anchor, *self._side_by_side(left[anchor], right[anchor])]
        return found

    def _agreed(self, mine: list[str], yours: list[str]) -> list[str]:
        if mine == yours:
            return mine
        before = [key for key in self._base if key in set(mine)]
        if yours == before:
            return mine
        if mine == before:
            return yours
        self.is_torn = True
        return mine if self._lead is Side.OURS else yours

    def _side_by_side(self, mine: list[str], yours: list[str]) -> list[str]:
        if mine and yours and self._rank(yours[0]) < self._rank(mine[0]):
            return yours + mine
        return mine + yours


def moved(base: Sequence[str], side: Sequence[str]) -> set[str]:
    """Return the least set of keys that were moved to come from one order to the other (a longest
    increasing run of the others stays)."""
    position = {key: at for at, key in enumerate(base)}
    places = [position[key] for key in side if key in position]
    if all(one < other for one, other in pairwise(places)):
        return set()
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(tails[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        tails[length : length + 1] = [index]
    staying: set[int] = set()
    index = tails[-1]
    while index >= 0:
        staying.add(places[index])
        index = before[index]
    return {base[place] for place in places if place not in staying}


def _gaps(keys: Sequence[str], frame: set[str]) -> list[list[str]]:
    """What stands before, between and behind the keys of the frame."""
    found: list[list[str]] = [[]]
    for key in keys:
        if key in frame:
            found.append([])
        else:
            found[-1].append(key)
    return found


def _behind(keys: Sequence[str], anchors: set[str]) -> dict[str, list[str]]:
    """Anchor → the keys behind it up to the next; those before the first under the empty text."""
    found: dict[str, list[str]] = {"": []}
    at = found[""]
    for key in keys:
        if key in anchors:
            at = found[key] = []
        else:
            at.append(key)
    return found


def refilled(keys: Sequence[str], order: Sequence[str]) -> list[str]:
    """Return `keys` with those of `order`, all of which it has, in that order on the places they hold."""
    rest = iter(order)
    members = set(order)
    return [next(rest) if key in members else key for key in keys]


# -- lines without an id ------------------------------------------------------------------------------------
def line_keys(base: Sequence[str], side: Sequence[str]) -> list[str]:
    """Return a key for each line of `side`: that of the line of `base` it is, or was made of; else a new one.

    The lines of `base` have the keys ``0``, ``1`` …; the same new line has the same key on both sides.
    """
    known: dict[str, list[int]] = {}
    for index, line in enumerate(base):
        known.setdefault(line, []).append(index)
    places = [known[line].pop(0) if known.get(line) else -1 for line in side]
    taken = {place for place in places if place >= 0}
    _pair_reworded(base, side, places, taken)
    counts: dict[str, int] = {}
    keys: list[str] = []
    for line, place in zip(side, places, strict=True):
        if place >= 0:
            keys.append(str(place))
            continue
        counts[line] = counts.get(line, 0) + 1
        keys.append(f"+{counts[line]} {line}")
    return keys


def _pair_reworded(base: Sequence[str], side: Sequence[str], places: list[int], taken: set[int]) -> None:
    """Give new lines the place of the line of the base that they stand for."""
    at, last = 0, -1
    while at < len(places):
        if places[at] >= 0:
            last = places[at]
            at += 1
            continue
        end = at
        while end < len(places) and places[end] < 0:
            end += 1
        old = []
        index = last + 1
        while index < len(base) and index not in taken:
            old.append(index)
            index += 1
        for new, place in _pairs(range(at, end), old, base, side):
            places[new] = place
            taken.add(place)
        at = end


def _pairs(
    new: Sequence[int], old: Sequence[int], base: Sequence[str], side: Sequence[str]
) -> list[tuple[int, int]]:
    if len(new) == len(old):
        return list(zip(new, old, strict=True))
    found: list[tuple[int, int]] = []
    rest = list(old)
    for index in new:
        alike = next((place for place in rest if _is_similar(base[place], side[index])), None)
        if alike is not None:
            found.append((index, alike))
            rest = [place for place in rest if place > alike]
    return found


def _is_similar(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _SIMILAR and matcher.ratio() >= _SIMILAR
