"""What a dragged card lines up with: straight flows before equal gaps before centres before edges."""

from __future__ import annotations

import pytest

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.guides import Hold, level, upright

AREA = Rect(-100, -50, 2000, 1000)


def card(x: float, y: float, width: float = 190, height: float = 84) -> Rect:
    return Rect(x, y, width, height)


def sideways(rect: Rect, *others: Rect, joined: tuple[Rect, ...] = (), tolerance: float = 7) -> Hold | None:
    return upright(rect, others, joined, tolerance, AREA)


def test_nothing_near_holds_nothing() -> None:
    assert sideways(card(0, 0), card(500, 400), card(300, 300)) is None
    assert sideways(card(0, 0)) is None


def test_conv_14_seven_px_hold_and_eight_do_not() -> None:
    assert sideways(card(7, 0), card(0, 300)) is not None
    assert sideways(card(8, 0), card(0, 300)) is None
    assert sideways(card(-7, 0), card(0, 300)) is not None


def test_conv_16_a_line_runs_right_through_the_view() -> None:
    found = sideways(card(4, 0), card(0, 300))
    assert found is not None
    assert found.by == -4
    assert found.line == (Point(95, AREA.y), Point(95, AREA.bottom))
    found = level(card(0, 4), [card(600, 0)], [], 7, AREA)
    assert found is not None
    assert found.line == (Point(AREA.x, 42), Point(AREA.right, 42))


def test_conv_15_a_straight_flow_wins_over_equal_gaps() -> None:
    left, right, above = card(0, 0), card(600, 0), card(306, -300)
    even = sideways(card(302, 0), left, right, above)
    assert even is not None and even.by == pytest.approx(300 - 302) and even.gaps
    straight = sideways(card(302, 0), left, right, above, joined=(above,))
    assert straight is not None and straight.by == 4 and straight.line is not None


def test_conv_15_equal_gaps_win_over_a_centre_that_is_nearer() -> None:
    below = card(303, 300)
    found = sideways(card(302, 0), card(0, 0), card(600, 0), below)
    assert found is not None and found.by == -2 and found.line is None


def test_conv_15_a_centre_wins_over_an_edge_that_is_nearer() -> None:
    narrow = card(5, 300, width=180)  # its left edge is 1 px away, its centre 5
    found = sideways(card(4, 0, width=192), narrow)
    assert found is not None and found.by == -5
    found = sideways(card(4, 0, width=260), narrow)  # no centre within reach
    assert found is not None and found.by == 1
    found = sideways(card(-80, 0, width=260), card(5, 300, width=180))  # right edges: 180 and 185
    assert found is not None and found.by == 5


def test_conv_16_equal_gaps_say_how_wide_they_are() -> None:
    found = sideways(card(302, 0), card(0, 0), card(600, 0))
    assert found is not None and found.by == -2
    assert [gap.length for gap in found.gaps] == [110, 110]
    assert [gap.start.y for gap in found.gaps] == [42, 42]


def test_equal_gaps_go_on_behind_a_row_and_before_it() -> None:
    row = (card(0, 0), card(270, 0), card(540, 0))
    found = sideways(card(813, 10), *row)
    assert found is not None and found.by == -3
    assert [gap.length for gap in found.gaps] == [80, 80, 80]
    found = sideways(card(-266, 10), *row)
    assert found is not None and found.by == -4
    assert len(found.gaps) == 3


def test_equal_gaps_count_upwards_as_well() -> None:
    found = level(card(0, 243), [card(0, 0), card(10, 120)], [], 7, AREA)
    assert found is not None and found.by == -3
    assert [gap.length for gap in found.gaps] == [36, 36]
    assert all(gap.start.x == gap.end.x for gap in found.gaps)


def test_cards_of_another_row_make_no_gaps() -> None:
    assert sideways(card(302, 0), card(0, 200), card(600, 200)) is None


def test_of_two_equally_near_cards_the_nearer_one_counts() -> None:
    found = sideways(card(100, 0), card(96, 900), card(104, 200))
    assert found is not None and found.by == 4
