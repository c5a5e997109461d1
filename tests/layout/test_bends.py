"""Hand-made corners: kept with their lane, dragged by a piece, met at right angles by the ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vsdesigner.layout.bends import absolute, bends_of, led_through, with_corner_moved, with_segment_moved
from vsdesigner.layout.geometry import Point
from vsdesigner.layout.labels import beside, place_for
from vsdesigner.layout.lanes import LaneBand
from vsdesigner.layout.ports import Ports, Side
from vsdesigner.model.parts import Bend, LabelPlace

BANDS = (LaneBand("upper", 0.0, 136.0, False), LaneBand("lower", 136.0, 136.0, False))
Z = (Point(0, 0), Point(100, 0), Point(100, 100), Point(200, 100))


def test_corners_belong_to_the_lane_that_they_lie_in() -> None:
    points = (Point(50, 20), Point(50, 150))
    kept = bends_of(points, BANDS)
    assert kept == (Bend(lane="upper", x=50.0, y=20.0), Bend(lane="lower", x=50.0, y=14.0))
    assert absolute(kept, BANDS) == points
    grown = (LaneBand("upper", 0.0, 236.0, False), LaneBand("lower", 236.0, 136.0, False))
    assert absolute(kept, grown) == (Point(50, 20), Point(50, 250))


def test_dragging_the_middle_piece_moves_it_across() -> None:
    assert with_segment_moved(Z, 1, (60, 999)) == ((0, 0), (60, 0), (60, 100), (200, 100))


def test_dragging_a_straight_line_puts_four_corners_in_and_keeps_the_ends() -> None:
    moved = with_segment_moved((Point(0, 0), Point(200, 0)), 0, (90, 50))
    assert moved == ((0, 0), (20, 0), (20, 50), (180, 50), (180, 0), (200, 0))
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
