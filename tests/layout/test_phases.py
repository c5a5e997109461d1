"""Phases lie side by side; the layout follows them."""

from __future__ import annotations

import pytest

from vsdesigner.commands import lanes, phases, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.phases import Span, give_way
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import (
    CARD_HEIGHT,
    LANE_COLLAPSED_HEIGHT,
    LANE_HEIGHT,
    LANE_LEAST_HEIGHT,
    LANE_PADDING,
    PHASE_LEAST_WIDTH,
)
from vsdesigner.model.place import Place

SPANS = {"a": Span(0, 200), "b": Span(200, 200), "c": Span(500, 200)}


@pytest.mark.parametrize(
    ("wanted", "trimmed", "expected"),
    [
        (Span(200, 200), True, {}),
        (Span(200, 250), True, {"b": Span(200, 250)}),
        (Span(200, 350), True, {"b": Span(200, 350), "c": Span(550, 150)}),
        (Span(200, 450), True, {"b": Span(200, 450), "c": Span(650, PHASE_LEAST_WIDTH)}),
        (Span(150, 250), True, {"b": Span(150, 250), "a": Span(0, 150)}),
        (Span(150, 200), False, {"b": Span(150, 200), "a": Span(-50, 200)}),
        (Span(400, 200), False, {"b": Span(400, 200), "c": Span(600, 200)}),
    ],
)
def test_neighbours_give_way(wanted: Span, trimmed: bool, expected: dict[str, Span]) -> None:
    assert give_way(SPANS, "b", wanted, trimmed=trimmed) == expected


def test_what_gives_way_pushes_the_next() -> None:
    spans = {"a": Span(0, 100), "b": Span(100, 100), "c": Span(200, 100)}
    assert give_way(spans, "a", Span(50, 100), trimmed=False) == {
        "a": Span(50, 100),
        "b": Span(150, 100),
        "c": Span(250, 100),
    }


def test_the_layout_follows_phases() -> None:
    document = complete(Draft(streams.new_document())).view
    stream = document.streams[0].id
    layout = StreamLayout(document, stream, ApproximateMeasurer())
    assert layout.phases == ()
    draft = Draft(document)
    late = phases.add(draft, stream, 900, 2_000)
    early = phases.add(draft, stream, 100, 300)
    change = complete(draft).to_change("Add")
    dirty = layout.apply(change, document.evolve(change.result))
    assert dirty.lanes
    assert [band.phase for band in layout.phases] == [early, late]
    assert layout.bounds.right == 2_900, "a phase is in view as a whole when everything is"
    layout.apply(change.inverse(), document)
    assert layout.phases == ()


def test_a_lane_that_something_is_dragged_over_is_open() -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    lanes.collapse(draft, stream, "plan", True)
    below = steps.add(draft, stream, Place("improve", 300, 26))
    layout = StreamLayout(complete(draft).view, stream, ApproximateMeasurer())
    top = layout.cards[below].rect.y
    assert layout.band("plan").height == LANE_COLLAPSED_HEIGHT
    dirty = layout.unfold("plan")
    assert dirty.lanes and below in dirty.cards
    assert layout.band("plan").height == LANE_HEIGHT
    assert layout.cards[below].rect.y == top + LANE_HEIGHT - LANE_COLLAPSED_HEIGHT
    assert layout.unfold("plan").lanes is False
    layout.unfold("")
    assert layout.band("plan").collapsed
    assert layout.cards[below].rect.y == top


def test_conv_21_least_height_of_a_lane() -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    steps.add(draft, stream, Place("plan", 300, 40))
    for lane in ("plan", "improve"):
        lanes.set_height(draft, stream, lane, 1)
    layout = StreamLayout(complete(draft).view, stream, ApproximateMeasurer())
    assert layout.band("improve").height == LANE_LEAST_HEIGHT == 60
    assert layout.band("plan").height == 40 + CARD_HEIGHT + LANE_PADDING
    assert LANE_PADDING >= 20
