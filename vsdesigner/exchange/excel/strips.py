"""Cuts a long drawing into strips that can be read on paper, between its cards wherever it can."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from vsdesigner.exchange.pictures import Survey
from vsdesigner.layout.geometry import Rect

NAME_SIZE = 13.0  # px of a step's name at 100 %
LEAST_NAME = 6.6  # pt that a name has on paper when the drawing is cut
UNDIVIDED_NAME = 6.2  # the same where all lanes can stay on one page by it
ENOUGH_NAME = 5.4  # pt with which an uncut drawing is left alone
FULL_SCALE = 0.75  # pt per px: a drawing is never larger than on the screen
MOST_STRIPS = 60  # beyond, one picture that one can zoom into does better
_LEAST_SHARE = 0.55  # of the room that a strip fills before it may be cut
_MARGIN = 8.0  # px kept around a card that had to be cut through and is shown again
_ROUNDS = 14

_Spans = Sequence[tuple[float, float]]  # where cards begin and end, along one side


class Room(NamedTuple):
    """What a page has for strips, in pt: its size, and what each strip takes besides its picture."""

    width: float
    height: float
    first: float  # height that the title takes on the first page
    extra: float  # height of what stands with each picture


@dataclass(frozen=True, slots=True)
class Strips:
    """How a drawing is cut: parts of it with their headers, row by row, in px; `scale` is pt per px.

    `inside` are the same parts without headers, `places` their rows and columns. Parts without any card
    are left out.
    """

    scale: float
    places: tuple[tuple[int, int], ...]
    inside: tuple[Rect, ...]
    frames: tuple[Rect, ...]

    def neighbour(self, number: int, down: int, right: int) -> int | None:
        """Return the nearest part below (or right of) a part, with -1 above or left of it."""
        row, column = self.places[number]
        way = range(1, max(max(place) for place in self.places) + 1)
        places = ((row + step * down, column + step * right) for step in way)
        return next((self.places.index(place) for place in places if place in self.places), None)


def fits(survey: Survey, width: float, height: float) -> bool:
    """Say whether a drawing can be read well enough when it is fitted into so many pt."""
    scale = min(width / survey.area.width, height / survey.area.height)
    return scale * NAME_SIZE >= ENOUGH_NAME


def cut(survey: Survey, room: Room) -> Strips:
    """Return the drawing in strips: as few as can be read, as large as so many may be, all about as long."""
    low = _least_scale(survey, room)
    count = len(_at(survey, room, low).frames)
    high = FULL_SCALE
    for _ in range(_ROUNDS):
        middle = (low + high) / 2
        if len(_at(survey, room, middle).frames) <= count:
            low = middle
        else:
            high = middle
    return _evened(survey, room, low)


def pages(strips: Strips, room: Room) -> list[list[int]]:
    """Return which strips stand on which page: as many whole ones as fit below each other."""
    found: list[list[int]] = []
    left = 0.0
    for number, frame in enumerate(strips.frames):
        height = frame.height * strips.scale + room.extra
        if not found or height > left:
            left = room.height - (0.0 if found else room.first)
            found.append([])
        found[-1].append(number)
        left -= height
    return found


def _at(survey: Survey, room: Room, scale: float) -> Strips:
    wide = max(room.width / scale - survey.beside, _least(survey))
    high = max((room.height - room.first - room.extra) / scale - survey.above, _least(survey))
    return _strips(survey, scale, wide, high)


def _least_scale(survey: Survey, room: Room) -> float:
    """The scale at which names can just be read; a bit smaller when that keeps all lanes together."""
    whole = (room.height - room.first - room.extra) / survey.area.height
    keeps_together = UNDIVIDED_NAME <= whole * NAME_SIZE < LEAST_NAME
    return whole if keeps_together else LEAST_NAME / NAME_SIZE


def _least(survey: Survey) -> float:
    """No strip is smaller than its largest card, whatever the room is."""
    return max((max(card.width, card.height) for card in survey.cards.values()), default=0.0) + 2 * _MARGIN


def _evened(survey: Survey, room: Room, scale: float) -> Strips:
    """The same strips with the cuts moved so that the last is about as long as the others."""
    widest = max(room.width / scale - survey.beside, _least(survey))
    high = max((room.height - room.first - room.extra) / scale - survey.above, _least(survey))
    found = _strips(survey, scale, widest, high)
    low, most = _least(survey), widest
    for _ in range(_ROUNDS):
        middle = (low + most) / 2
        tried = _strips(survey, scale, middle, high)
        if len(tried.frames) <= len(found.frames):
            found, most = tried, middle
        else:
            low = middle
    return found


def _strips(survey: Survey, scale: float, wide: float, high: float) -> Strips:
    area, cards = survey.area, survey.cards.values()
    left, top = area.x + survey.beside, area.y + survey.above
    columns = parts(left, area.right, wide, [(card.x, card.right) for card in cards])
    rows = parts(top, area.bottom, high, [(card.y, card.bottom) for card in cards])
    found = [
        ((row, column), Rect(start, upper, end - start, lower - upper))
        for row, (upper, lower) in enumerate(rows)
        for column, (start, end) in enumerate(columns)
    ]
    filled = [(place, part) for place, part in found if any(part.overlaps(card) for card in cards)]
    places, inside = zip(*(filled or found), strict=True)
    frames = tuple(
        Rect(x - survey.beside, y - survey.above, width + survey.beside, height + survey.above)
        for x, y, width, height in inside
    )
    return Strips(scale, places, inside, frames)


def parts(start: float, end: float, room: float, cards: _Spans) -> list[tuple[float, float]]:
    """Return a length in parts of at most `room`, cut where no card is, else through as few as possible.

    A card that has to be cut through is shown again, whole, in the next part.
    """
    edges = sorted({edge for span in cards for edge in span})
    between = [(one + other) / 2 for one, other in pairwise(edges)]
    found: list[tuple[float, float]] = []
    while end - start > room + 0.01:
        least, most = start + room * _LEAST_SHARE, start + room
        places = [place for place in between if least < place <= most] or [most]
        at = min(places, key=lambda place: (_crossed(place, cards), -place))
        found.append((start, at))
        whole = [first for first, last in cards if first < at < last and first - _MARGIN > least]
        start = min(whole) - _MARGIN if whole else at
    return [*found, (start, end)]


def _crossed(place: float, cards: _Spans) -> int:
    return sum(first < place < last for first, last in cards)


def orientation(survey: Survey, upright: Room, across: Room) -> tuple[bool, Strips]:
    """Return whether the pages lie across, and the strips: whichever keeps all lanes together, else takes
    fewer pages."""
    chosen = [(cut(survey, room), room, is_across) for room, is_across in ((across, True), (upright, False))]
    strips, _, is_across = min(chosen, key=_worse)
    return is_across, strips


def _worse(way: tuple[Strips, Room, bool]) -> tuple[bool, int, float]:
    """What speaks against a way to cut, the gravest first."""
    strips, room, _ = way
    return any(row for row, _ in strips.places), len(pages(strips, room)), -strips.scale


def columns(width: float, room: Room) -> int:
    """Return about how many strips a drawing of this width (px) takes beside each other."""
    return math.ceil(width / (room.width / (LEAST_NAME / NAME_SIZE)))


def count_at_least(survey: Survey, room: Room) -> int:
    """Return about how many strips there would be, without cutting."""
    scale = LEAST_NAME / NAME_SIZE
    high = (room.height - room.first - room.extra) / scale
    return columns(survey.area.width, room) * math.ceil(survey.area.height / high)
