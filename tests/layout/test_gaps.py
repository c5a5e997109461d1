"""Where a step stands that is put into a line, and how far what is behind goes."""

from __future__ import annotations

import pytest

from vsdesigner.layout.gaps import gap_for, nearest
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH, STEP_GAP

SOURCE = Rect(100, 50, CARD_WIDTH, CARD_HEIGHT)


def wanted(x: float, y: float) -> Rect:
    return Rect(x - CARD_WIDTH / 2, y - CARD_HEIGHT / 2, CARD_WIDTH, CARD_HEIGHT)


def test_a_wide_gap_leaves_the_step_where_it_is_dropped() -> None:
    gap = gap_for(wanted(700, 95), SOURCE, SOURCE.moved(1000, 0))
    assert gap.corner == Point(700 - CARD_WIDTH / 2, 50)  # but level with the two
    assert gap.push == 0


@pytest.mark.parametrize("x", [300, 330, 360])
def test_a_narrow_gap_is_made_wide_enough(x: float) -> None:
    target = SOURCE.moved(CARD_WIDTH + STEP_GAP, 0)
    gap = gap_for(wanted(x, 92), SOURCE, target)
    assert gap.corner == Point(SOURCE.right + STEP_GAP, 50)
    assert gap.cut == target.x
    assert target.x + gap.push - (gap.corner.x + CARD_WIDTH) == STEP_GAP


def test_the_step_keeps_its_distance_in_a_gap_that_is_wide_enough() -> None:
    target = SOURCE.moved(600, 0)
    assert gap_for(wanted(400, 92), SOURCE, target).corner.x == SOURCE.right + STEP_GAP
    assert gap_for(wanted(690, 92), SOURCE, target).corner.x == target.x - STEP_GAP - CARD_WIDTH
    assert gap_for(wanted(690, 92), SOURCE, target).push == 0


def test_a_step_in_the_same_lane_joins_the_row() -> None:
    target = SOURCE.moved(1000, 0)
    assert gap_for(wanted(700, SOURCE.center.y + 65), SOURCE, target).corner.y == SOURCE.y
    assert gap_for(wanted(700, SOURCE.center.y - 75), SOURCE, target).corner.y == SOURCE.y - 75


@pytest.mark.parametrize("middle", [350, 690])
def test_another_row_gets_a_column_of_its_own_too(middle: float) -> None:
    """Half below the one and half above the other, the two flows would zig-zag."""
    target = SOURCE.moved(CARD_WIDTH + STEP_GAP, 600)
    gap = gap_for(wanted(330, middle), SOURCE, target)
    y = target.y if middle == 690 else 350 - CARD_HEIGHT / 2
    assert gap.corner == Point(SOURCE.right + STEP_GAP, y)
    assert target.x + gap.push == gap.corner.x + CARD_WIDTH + STEP_GAP


def test_right_below_the_source_there_is_room() -> None:
    target = SOURCE.moved(CARD_WIDTH + STEP_GAP, 600)
    gap = gap_for(wanted(SOURCE.center.x + 20, 690), SOURCE, target)
    assert (gap.corner, gap.push) == (Point(SOURCE.x, target.y), 0)
    near = SOURCE.moved(CARD_WIDTH + 45, 600)
    gap = gap_for(wanted(SOURCE.center.x + 20, 690), SOURCE, near)
    assert (gap.corner, gap.cut, gap.push) == (Point(SOURCE.x, near.y), near.x, 40)


def test_lines_that_lead_back_leave_the_step_where_it_is_wanted() -> None:
    spot = wanted(300, 92)
    assert gap_for(spot, SOURCE.moved(400, 0), SOURCE) == (Point(spot.x, spot.y), 0.0, 0.0)


def test_nearest_place_on_a_way() -> None:
    way = (Point(0, 0), Point(100, 0), Point(100, 50))
    assert nearest(way, Point(40, 7)) == (7, 40)
    assert nearest(way, Point(103, 30)) == (3, 130)
    assert nearest(way, Point(100, 90)) == (40, 150)
    assert nearest((Point(0, 0), Point(0, 0)), Point(3, 4)) == (5, 0)
