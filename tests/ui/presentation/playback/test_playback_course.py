"""The lines that demand takes: along flows, and around cards."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.ui.presentation.playback.course import Course, along_flow, around_card

CARD = Rect(100.0, 50.0, 200.0, 80.0)
LEFT, RIGHT, TOP, BOTTOM = Point(100, 90), Point(300, 90), Point(200, 50), Point(200, 130)


def straight() -> Course:
    found = along_flow([(0.0, 0.0), (100.0, 0.0)])
    assert found is not None
    return found


def ends(line: QPolygonF) -> list[tuple[float, float]]:
    points = [QPointF(line.at(index)) for index in range(line.size())]
    return [(round(point.x(), 3), round(point.y(), 3)) for point in (points[0], points[-1])]


def length(line: QPolygonF) -> float:
    points = [QPointF(line.at(index)) for index in range(line.size())]
    return sum(QPointF.dotProduct(b - a, b - a) ** 0.5 for a, b in itertools.pairwise(points))


def test_a_share_of_the_way() -> None:
    course = straight()
    assert course.length == 100
    assert [course.at(share) for share in (-1, 0, 0.25, 1, 2)] == [
        QPointF(0, 0),
        QPointF(0, 0),
        QPointF(25, 0),
        QPointF(100, 0),
        QPointF(100, 0),
    ]
    assert ends(course.upto(0.5)) == [(0, 0), (50, 0)]
    assert ends(course.between(0.25, 0.75)) == [(25, 0), (75, 0)]


def test_a_point_is_of_its_own() -> None:
    course = straight()
    point = course.at(0.5)
    for share in range(100):
        course.upto(share / 100)
    assert point == QPointF(50, 0)


def test_corners_are_round_and_every_piece_counts() -> None:
    course = along_flow([(0, 0), (100, 0), (100, 100)])
    assert course is not None
    assert 190 < course.length < 200
    assert course.at(1.0) == QPointF(100, 100)
    middle = course.at(0.5)
    assert 95 < middle.x() < 100
    assert 0 < middle.y() < 5
    for share in (0.1, 0.4, 0.5, 0.6, 0.9):
        assert length(course.upto(share)) == pytest.approx(share * course.length)


def test_no_line_without_two_points() -> None:
    assert along_flow([(0, 0)]) is None
    assert along_flow([]) is None


@pytest.mark.parametrize(
    ("entry", "exit", "about"),
    [
        (LEFT, RIGHT, 280),
        (LEFT, TOP, 140),
        (LEFT, BOTTOM, 140),
        (TOP, BOTTOM, 280),
        (RIGHT, LEFT, 280),
        (BOTTOM, LEFT, 140),
        (Point(100, 60), Point(100, 120), 60),
        (Point(100, 120), Point(100, 60), 60),
        (LEFT, None, 280),
        (None, RIGHT, 280),
    ],
)
def test_around_a_card_the_shorter_way(entry: Point | None, exit: Point | None, about: float) -> None:
    course = around_card(CARD, entry, exit)
    assert about - 20 < course.length <= about
    assert course.at(0.0) == QPointF(*(entry or LEFT))
    assert course.at(1.0) == QPointF(*(exit or RIGHT))
    line = course.upto(1.0)
    for index in range(line.size()):
        point = line.at(index)
        assert CARD.grown(0.01).contains(Point(point.x(), point.y()))
        assert not CARD.grown(-4).contains(Point(point.x(), point.y()))


def test_a_flow_that_ends_beside_a_card_ends_at_its_edge() -> None:
    course = around_card(CARD, Point(95, 90), Point(200, 134))
    assert course.at(0.0) == QPointF(100, 90)
    assert course.at(1.0) == QPointF(200, 130)


def test_in_and_out_at_the_same_place_goes_nowhere() -> None:
    course = around_card(CARD, TOP, TOP)
    assert course.length == 0
    assert course.at(0.5) == QPointF(*TOP)
    assert course.upto(0.5).size() >= 1
