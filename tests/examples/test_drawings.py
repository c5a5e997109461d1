"""What ships is drawn with care: nothing covers anything else, and no line runs where it does not belong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from tests.examples.test_starting_points import SHIPPED, shipped
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.records import Flow

DRAWINGS = [
    pytest.param(path, stream.id, id=stream.id) for path in SHIPPED for stream in shipped(path).streams
]
every_drawing = pytest.mark.parametrize(("path", "stream"), DRAWINGS)


def drawn(path: Path, stream: str) -> StreamLayout:
    return StreamLayout(shipped(path), stream, ApproximateMeasurer())


def pieces(layout: StreamLayout, flow: str) -> Iterator[Rect]:
    """The straight pieces of a line, as thin rectangles."""
    for one, other in pairwise(layout.routes[flow].points):
        left, top = min(one.x, other.x), min(one.y, other.y)
        yield Rect(left, top, max(abs(one.x - other.x), 1.0), max(abs(one.y - other.y), 1.0))


@every_drawing
def test_no_card_and_no_note_covers_another(path: Path, stream: str) -> None:
    layout = drawn(path, stream)
    for one, other in combinations(layout.cards, 2):
        assert not layout.cards[one].rect.overlaps(layout.cards[other].rect), (one, other)


@every_drawing
def test_no_line_runs_through_a_card_or_a_note(path: Path, stream: str) -> None:
    layout = drawn(path, stream)
    for id in layout.routes:
        flow = shipped(path).get(id, Flow)
        for card, drawing in layout.cards.items():
            if card not in (flow.source, flow.target):
                assert not any(piece.overlaps(drawing.rect) for piece in pieces(layout, id)), (id, card)


@every_drawing
def test_every_label_can_be_read(path: Path, stream: str) -> None:
    """No card, no other label and no other line lies over or under it."""
    layout = drawn(path, stream)
    labels = {id: route.label for id, route in layout.routes.items() if route.label is not None}
    for id, label in labels.items():
        assert not any(label.overlaps(card.rect) for card in layout.cards.values()), id
        assert not any(label.overlaps(other) for key, other in labels.items() if key != id), id
        for other in layout.routes:
            if other != id:
                assert not any(piece.overlaps(label) for piece in pieces(layout, other)), (id, other)
