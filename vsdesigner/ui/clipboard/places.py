"""Where pasted cards go: beside their originals, into the view or to a point, so that they cover nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vsdesigner.commands.clipboard import matched_lanes
from vsdesigner.commands.phases import next_span
from vsdesigner.layout.cards import card_size
from vsdesigner.layout.geometry import Point, Rect, united
from vsdesigner.model.dimensions import CARD_GAP, GRID, LANE_PADDING, STEP_GAP
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, Phase, Record, Step, Stream
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.painting.measure import FontMeasurer

TRIES = 12  # places beside and below that are tried before cards go behind all others
CELL = 250.0  # px


class Shift(NamedTuple):
    """How far a group goes, and the activity that all of it goes into; empty when each stays in its own."""

    dx: float
    dy: float
    lane: str = ""


class PastedCard(NamedTuple):
    """A card of an excerpt in terms of the document it comes to; `place` as it was where it was copied."""

    id: str
    place: Place
    width: float
    height: float


def pasted_cards(stage: Stage, records: Iterable[Record]) -> list[PastedCard]:
    """Return the steps and notes of an excerpt whose activity this document has."""
    listed = tuple(records)
    lanes = matched_lanes(stage.now, listed)
    stream = stage.now.get(stage.session.stream, Stream)
    measurer = FontMeasurer()
    found = []
    for record in listed:
        if isinstance(record, Step | Note) and record.lane in lanes:
            size = card_size(record, stream, measurer)
            place = Place(lanes[record.lane], record.x, record.y)
            found.append(PastedCard(record.id, place, size.width, size.height))
    return found


def phases_behind(stage: Stage, records: Iterable[Record]) -> Shift:
    """Return the shift that brings the phases of an excerpt, if any, behind those of the stream."""
    lefts = [record.x for record in records if isinstance(record, Phase)]
    return Shift(next_span(stage.now, stage.session.stream).x - min(lefts), 0.0) if lefts else Shift(0.0, 0.0)


def shifted(cards: Iterable[PastedCard], by: Shift) -> dict[str, Place]:
    """Return where the cards stand after a shift."""
    return {
        card.id: Place(
            by.lane or card.place.lane, card.place.x + by.dx, max(LANE_PADDING, card.place.y + by.dy)
        )
        for card in cards
    }


class Crowd:
    """The cards that stand in a stream, found by place."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._cells: dict[tuple[int, int], list[Rect]] = {}
        for card in stage.layout.cards.values():
            for cell in _cells(card.rect):
                self._cells.setdefault(cell, []).append(card.rect)

    def is_free(self, cards: Sequence[PastedCard], by: Shift) -> bool:
        """Whether a group covers nothing after a shift."""
        places = shifted(cards, by)
        for card in cards:
            rect = self._stage.layout.rect_at(places[card.id], (card.width, card.height))
            if any(rect.overlaps(other) for cell in _cells(rect) for other in self._cells.get(cell, ())):
                return False
        return True


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    return itertools.product(
        range(int(rect.x // CELL), int(rect.right // CELL) + 1),
        range(int(rect.y // CELL), int(rect.bottom // CELL) + 1),
    )


def free_shift(stage: Stage, cards: Sequence[PastedCard], base: Shift, *, beside: bool) -> Shift:
    """Return the shift nearest to `base` at which a group covers nothing, in its own width to the right or
    its own height below; with `beside` not `base` itself. Behind all others when there is no room near."""
    crowd = Crowd(stage)
    wide, high = _pace(cards)
    for count in range(int(beside), TRIES):
        for found in (
            base._replace(dx=base.dx + count * wide),
            base._replace(dy=base.dy + count * high),
        ):
            if crowd.is_free(cards, found):
                return found
    right = max((card.rect.right for card in stage.layout.cards.values()), default=0.0)
    left = min((card.place.x for card in cards), default=0.0)
    return base._replace(dx=right + STEP_GAP - left)


def _pace(cards: Sequence[PastedCard]) -> tuple[float, float]:
    """The distance from a group to the next one of its kind, to the right and downwards."""
    if not cards:
        return STEP_GAP, CARD_GAP
    wide = max(card.place.x + card.width for card in cards) - min(card.place.x for card in cards)
    spans: dict[str, tuple[float, float]] = {}
    for card in cards:
        top, bottom = spans.get(card.place.lane, (card.place.y, card.place.y))
        spans[card.place.lane] = min(top, card.place.y), max(bottom, card.place.y + card.height)
    return wide + STEP_GAP, max(bottom - top for top, bottom in spans.values()) + CARD_GAP


def shift_to_point(stage: Stage, cards: Sequence[PastedCard], point: Point) -> Shift:
    """Return the shift that brings the middle of a group to a point of the scene.

    A group that stands in one activity goes into the one at the point; the others keep their activities.
    """
    area = _area(stage, cards)
    dx = round((point.x - area.center.x) / GRID) * GRID
    lanes = {card.place.lane for card in cards}
    if len(lanes) != 1:
        return Shift(dx, 0.0)
    band = stage.layout.lane_at(point.y)
    top = min(card.place.y for card in cards)
    wanted = max(LANE_PADDING, round((point.y - band.top - area.height / 2 - LANE_PADDING) / GRID) * GRID)
    return Shift(dx, wanted + (LANE_PADDING if wanted > LANE_PADDING else 0.0) - top, band.lane)


def shift_into_view(stage: Stage, cards: Sequence[PastedCard]) -> Shift:
    """Return the shift that brings a group under the middle of the view, each card in its activity."""
    dx = stage.visible.center.x - _area(stage, cards).center.x
    return Shift(round(dx / GRID) * GRID, 0.0)


def is_in_view(stage: Stage, cards: Sequence[PastedCard]) -> bool:
    """Whether one sees where the cards were copied."""
    return bool(cards) and _area(stage, cards).overlaps(stage.visible)


def settled_places(
    stage: Stage, cards: Sequence[PastedCard], wanted: Mapping[str, Place]
) -> dict[str, Place]:
    """Return places near the wanted ones where no card covers one that stands there."""
    found: dict[str, Place] = {}
    for card in cards:
        rect = stage.layout.rect_at(wanted[card.id], (card.width, card.height))
        found[card.id] = stage.layout.place_at(Point(rect.x, rect.y), (card.width, card.height), ())
    return found


def _area(stage: Stage, cards: Iterable[PastedCard]) -> Rect:
    return united(stage.layout.rect_at(card.place, (card.width, card.height)) for card in cards)


def is_here(stage: Stage, cards: Iterable[PastedCard]) -> bool:
    """Whether the originals of some cards stand in the stream that is shown."""
    return any(card.id in stage.layout.cards for card in cards)
