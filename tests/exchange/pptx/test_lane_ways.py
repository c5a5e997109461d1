"""Ways on slides leave and reach boxes in the middle of their sides and stay upright."""

from __future__ import annotations

from itertools import pairwise

import pytest

from vsdesigner.exchange.pptx.axes import Axis
from vsdesigner.exchange.pptx.lane_ways import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    joined_way,
    led_way,
    middle_of,
    site_of,
)
from vsdesigner.exchange.pptx.scene import Scene
from vsdesigner.layout.geometry import Point, Rect

BOX = Rect(100, 100, 80, 40)
AXIS = Axis((0.0, 1.0), (0.0, 1.0))
STRETCH = Scene((0, 500), Rect(0, 0, 500, 300), (), {}, {}, 9.0, fits=True, x=AXIS, y=AXIS)


def is_upright(way: list[Point]) -> bool:
    return all(here.x == there.x or here.y == there.y for here, there in pairwise(way))


@pytest.mark.parametrize(
    ("point", "site", "middle"),
    [
        (Point(120, 100), TOP, (140, 100)),
        (Point(100, 130), LEFT, (100, 120)),
        (Point(170, 140), BOTTOM, (140, 140)),
        (Point(180, 105), RIGHT, (180, 120)),
    ],
)
def test_an_end_goes_to_the_middle_of_its_side(point: Point, site: int, middle: tuple[float, float]) -> None:
    assert site_of(BOX, point) == site
    assert middle_of(BOX, site) == middle


def test_the_pieces_at_the_ends_follow_them() -> None:
    way = [Point(180, 105), Point(250, 105), Point(250, 220), Point(300, 220)]
    found = joined_way(way, Point(180, 120), Point(300, 212))
    assert found == [(180, 120), (250, 120), (250, 212), (300, 212)]


def test_a_straight_flow_between_boxes_of_unlike_height_takes_a_step() -> None:
    found = joined_way([Point(180, 110), Point(300, 110)], Point(180, 120), Point(300, 108))
    assert found == [(180, 120), (240, 120), (240, 108), (300, 108)]
    near = joined_way([Point(180, 110), Point(300, 110)], Point(180, 120), Point(300, 119))
    assert near == [(180, 120), (300, 119)]


@pytest.mark.parametrize("right", [True, False])
def test_a_way_to_a_mark_runs_as_the_flow_does_and_ends_at_the_mark(right: bool) -> None:
    x, border, mark = (180, 560, 510) if right else (100, -60, -10)
    turn = (x + border) / 2 if abs(border - x) < 200 else (250 if right else 40)
    way = [Point(x, 105), Point(turn, 105), Point(turn, 220), Point(border, 220)]
    found = led_way(way, Point(x, 120), Point(mark, 240), STRETCH, right)
    assert found[0] == (x, 120) and found[-1] == (mark, 240)
    assert is_upright(found)
    assert (turn, 220) in found, "it turns where the flow turns"


def test_a_short_way_to_a_mark_is_level_where_it_can_be() -> None:
    way = [Point(180, 120), Point(600, 120)]
    assert led_way(way, Point(180, 120), Point(510, 120), STRETCH, True) == [(180, 120), (510, 120)]
