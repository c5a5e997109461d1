"""Ends on one side of a box stand so that lines do not cross there, and away from its corners."""

from __future__ import annotations

from itertools import pairwise

from tests.layout.generated import random_stream
from tests.layout.quality import line_crossings
from vsdesigner.layout.geometry import Point
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.ports import Side, reordered
from vsdesigner.layout.stream_layout import StreamLayout

HIGH, LOW = (Point(190, 33), Side.RIGHT, False), (Point(190, 51), Side.RIGHT, False)


def test_a_line_that_turns_off_at_once_does_not_cross_one_that_goes_on() -> None:
    places = {("near", "start"): HIGH, ("far", "start"): LOW}
    ways = {
        "near": (Point(190, 33), Point(210, 33), Point(210, 300), Point(400, 300)),
        "far": (Point(190, 51), Point(900, 51), Point(900, 500), Point(1000, 500)),
    }
    found = reordered(places, ways.__getitem__, ())
    assert found == {("near", "start"): LOW, ("far", "start"): HIGH}
    upwards = {
        "near": (Point(190, 33), Point(210, 33), Point(210, -300), Point(400, -300)),
        "far": (Point(190, 51), Point(900, 51), Point(900, -200), Point(1000, -200)),
    }
    assert reordered(places, upwards.__getitem__, ()) == places


def test_ends_that_come_in_are_ordered_as_well_and_pinned_ones_stay() -> None:
    places = {("in", "end"): HIGH, ("out", "start"): LOW}
    ways = {
        "in": (Point(400, 300), Point(210, 300), Point(210, 33), Point(190, 33)),
        "out": (Point(190, 51), Point(900, 51)),
    }
    assert reordered(places, ways.__getitem__, ())["in", "end"] == LOW
    assert reordered(places, ways.__getitem__, {("in", "end")}) == places


def test_lines_of_one_source_seldom_cross_at_it() -> None:
    crossings = flows = 0
    for seed in range(30):
        snapshot = random_stream(seed)
        layout = StreamLayout(snapshot, snapshot.streams[0].id, ApproximateMeasurer())
        flows += len(layout.routes)
        for first, second, at in line_crossings(layout):
            source = layout.joints[first][0]
            if source == layout.joints[second][0] and layout.cards[source].rect.grown(60).contains(at):
                crossings += 1
    assert crossings <= flows / 30


def test_ends_on_one_side_keep_apart() -> None:
    snapshot = random_stream(7)
    layout = StreamLayout(snapshot, snapshot.streams[0].id, ApproximateMeasurer())
    ends: dict[str, list[Point]] = {}
    for flow, route in layout.routes.items():
        ends.setdefault(layout.joints[flow][0], []).append(route.points[0])
        ends.setdefault(layout.joints[flow][1], []).append(route.points[-1])
    for points in ends.values():
        assert all(here != there for here, there in pairwise(sorted(points)))


def test_a_way_of_one_point_turns_nowhere() -> None:
    # A card that covers another exactly: both ends of the flow between them meet.
    places = {
        ("a", "start"): (Point(100.0, 30.0), Side.RIGHT, False),
        ("b", "start"): (Point(100.0, 50.0), Side.RIGHT, False),
    }
    ways = {"a": (Point(100.0, 30.0),), "b": (Point(100.0, 50.0), Point(200.0, 50.0))}
    assert reordered(places, ways.__getitem__, ()) == places
