"""Hand-made corners: kept with their lane, dragged by a piece, met at right angles by the ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.layout.quality import line_box_crossings, narrow_passages
from vsdesigner.commands import flows, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.layout.bends import absolute, bends_of, led_through, with_corner_moved, with_segment_moved
from vsdesigner.layout.geometry import Point
from vsdesigner.layout.labels import beside, place_for
from vsdesigner.layout.lanes import LaneBand
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.ports import Ports, Side, side_middle
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import STUB
from vsdesigner.model.parts import Bend, LabelPlace
from vsdesigner.model.place import Place

BANDS = (LaneBand("upper", 0.0, 136.0, False), LaneBand("lower", 136.0, 136.0, False))
Z = (Point(0, 0), Point(100, 0), Point(100, 100), Point(200, 100))


def test_corners_belong_to_the_lane_that_they_lie_in() -> None:
    points = (Point(50, 20), Point(50, 150))
    kept = bends_of(points, BANDS)
    assert [(bend.lane, bend.x, bend.y) for bend in kept] == [("upper", 50, 20), ("lower", 50, 14)]
    assert absolute(kept, BANDS) == points
    grown = (LaneBand("upper", 0.0, 236.0, False), LaneBand("lower", 236.0, 136.0, False))
    assert absolute(kept, grown) == (Point(50, 20), Point(50, 250))


def test_dragging_the_middle_piece_moves_it_across() -> None:
    assert with_segment_moved(Z, 1, (60, 999)) == ((0, 0), (60, 0), (60, 100), (200, 100))


def test_dragging_a_straight_line_puts_four_corners_in_and_keeps_the_ends() -> None:
    moved = with_segment_moved((Point(0, 0), Point(200, 0)), 0, (90, 50))
    assert list(moved[1:-1]) == [(20, 0), (20, 50), (180, 50), (180, 0)]
    assert with_segment_moved(moved, 2, (90, 3)) == ((0, 0), (200, 0))


@pytest.mark.parametrize("index", [0, 1, 2])
def test_whatever_piece_is_dragged_the_ends_stay(index: int) -> None:
    moved = with_segment_moved(Z, index, (47, 43))
    assert (moved[0], moved[-1]) == (Z[0], Z[-1])
    assert all(here.x == there.x or here.y == there.y for here, there in pairwise(moved))


def test_dragging_a_corner_moves_both_of_its_pieces() -> None:
    moved = with_corner_moved(Z, 1, (60, 40))
    assert Point(60, 40) in moved
    with pytest.raises(IndexError):
        with_corner_moved(Z, 0, (60, 40))


@pytest.mark.parametrize(
    ("start", "end", "corners", "wanted"),
    [
        ((0, 0), (200, 100), [(60, 10), (60, 90)], [(60, 0), (60, 100)]),
        ((0, 0), (200, 100), [(60, 10)], [(60, 0), (60, 100)]),
        ((0, 0), (200, 100), [(60, 50), (120, 50)], [(60, 0), (60, 50), (120, 50), (120, 100)]),
        ((50, 0), (200, 100), [(60, 10), (60, 90)], [(70, 0), (70, 100)]),
    ],
)
def test_the_outer_corners_slide_so_that_the_ends_are_met_squarely(
    start: tuple[float, float], end: tuple[float, float], corners: list[Point], wanted: list[Point]
) -> None:
    ports = Ports(Point(*start), Side.RIGHT, Point(*end), Side.LEFT)
    way = led_through(ports, [Point(*corner) for corner in corners])
    assert list(way[1:-1]) == wanted


def test_a_dropped_label_stays_where_it_was_dropped() -> None:
    for at in ((40.0, -20.0), (115.0, 60.0), (150.0, 130.0)):
        assert beside(Z, place_for(at, Z)) == pytest.approx(at, abs=1)
    assert place_for((100.0, 50.0), Z) == LabelPlace()


@pytest.mark.parametrize("first", list(Side))
@pytest.mark.parametrize("last", list(Side))
@pytest.mark.parametrize("offset", [(400, 0), (400, 200), (0, 300), (-500, 0), (-420, -260), (60, -240)])
def test_pinned_ends_sit_in_the_middle_of_their_sides(
    first: Side, last: Side, offset: tuple[int, int]
) -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    one = steps.add(draft, stream, Place("obtain_build", 1000, 326))
    other = steps.add(draft, stream, Place("obtain_build", 1000 + offset[0], 326 + offset[1]))
    source, target = one, other
    flow = flows.connect(draft, source, target, source_side=first.name.lower(), target_side=last.name.lower())
    layout = StreamLayout(complete(draft).view, stream, ApproximateMeasurer())
    points = layout.routes[flow].points
    assert points[0] == side_middle(layout.cards[source].rect, first)
    assert points[-1] == side_middle(layout.cards[target].rect, last)
    assert toward(points[0], points[1]) == first.value
    assert toward(points[-1], points[-2]) == last.value
    assert line_box_crossings(layout) == []
    assert narrow_passages(layout) == []


def toward(here: Point, there: Point) -> tuple[int, int]:
    """The direction of a piece; at least as long as the straight piece at an end."""
    dx, dy = there.x - here.x, there.y - here.y
    assert abs(dx) + abs(dy) >= STUB
    return (dx > 0) - (dx < 0), (dy > 0) - (dy < 0)


def test_hand_made_bends_are_drawn_kept_while_dragging_and_after_boxes_moved() -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    one = steps.add(draft, stream, Place("engage", 300, 26))
    other = steps.add(draft, stream, Place("engage", 900, 26))
    flow = flows.connect(draft, one, other)
    layout = StreamLayout(complete(draft).view, stream, ApproximateMeasurer())
    way = with_segment_moved(layout.routes[flow].points, 0, (600, 200))
    draft.update(flow, bends=bends_of(way[1:-1], layout.lanes))
    snapshot = complete(draft).view
    layout = StreamLayout(snapshot, stream, ApproximateMeasurer())
    assert layout.routes[flow].points == way
    moved = layout.cards[other].rect.moved(100, 300)
    dragged = layout.preview({other: moved})[flow].points
    assert any(point.y == 200 for point in dragged)
    assert dragged[-1] == side_middle(moved, Side.LEFT)
    edit = Draft(snapshot)
    steps.place(edit, {other: Place("engage", 1000, 26)})
    change = complete(edit).to_change("Move")
    after = snapshot.evolve(change.result)
    layout.apply(change, after)
    assert [point for point in layout.routes[flow].points if point.y == 200]
    assert dict(layout.routes) == dict(StreamLayout(after, stream, ApproximateMeasurer()).routes)


def test_bends_go_with_their_lane() -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    one = steps.add(draft, stream, Place("plan", 300, 26))
    other = steps.add(draft, stream, Place("plan", 900, 26))
    high = steps.add(draft, stream, Place("engage", 300, 26))
    flow = flows.connect(draft, one, other)
    draft.update(flow, bends=(Bend(lane="plan", x=600.0, y=120.0), Bend(lane="plan", x=800.0, y=120.0)))
    snapshot = complete(draft).view
    layout = StreamLayout(snapshot, stream, ApproximateMeasurer())
    before = layout.routes[flow].points
    edit = Draft(snapshot)
    steps.place(edit, {high: Place("engage", 300, 326)})
    change = complete(edit).to_change("Move")
    dirty = layout.apply(change, snapshot.evolve(change.result))
    assert flow in dirty.routes
    assert layout.routes[flow].points == tuple(Point(x, y + 300) for x, y in before)
