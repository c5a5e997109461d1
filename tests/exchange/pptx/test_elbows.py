"""Elbow connectors run where the way runs, as the presets of the format define them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.oxml import parse_xml

from tests.exchange.pptx.reading import P, _way
from vsdesigner.exchange.pptx.elbows import elbow, simplified
from vsdesigner.exchange.pptx.master import wrapped
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.layout.geometry import Point
from vsdesigner.palette import LIGHT


def drawn(points: list[Point]) -> list[tuple[float, float]]:
    """The corners of the connector for a way, read back from its markup."""
    sheet = Sheet()
    sheet.connector("Flow", "Flow", points, Look(line=LIGHT.flow))
    tree = parse_xml(wrapped(sheet.markup))
    return list(_way(tree.find(f"{P}cxnSp")).points)


def assert_close(found: list[tuple[float, float]], wanted: list[Point]) -> None:
    assert len(found) == len(wanted)
    for here, there in zip(found, wanted, strict=True):
        # A frame is never thinner than a point, so ends may be half a point off.
        assert here == pytest.approx(there, abs=0.53)


@st.composite
def upright_ways(draw: st.DrawFn) -> list[Point]:
    """Ways of one to five pieces, level and upright by turns."""
    pieces = draw(st.integers(1, 5))
    level = draw(st.booleans())
    x, y = draw(st.integers(0, 400)), draw(st.integers(0, 400))
    way = [Point(float(x), float(y))]
    for _ in range(pieces):
        length = draw(st.integers(3, 200)) * draw(st.sampled_from((-1, 1)))
        last = way[-1]
        way.append(Point(last.x + length, last.y) if level else Point(last.x, last.y + length))
        level = not level
    return way


@given(upright_ways())
def test_a_connector_takes_the_way_it_is_given(way: list[Point]) -> None:
    assert_close(drawn(way), way)


@given(upright_ways())
def test_the_preset_has_as_many_pieces_as_the_way(way: list[Point]) -> None:
    pieces = len(way) - 1
    assert elbow(way).preset == ("straightConnector1" if pieces == 1 else f"bentConnector{pieces}")


def test_a_way_up_over_and_down_again_keeps_its_height() -> None:
    way = [Point(100, 80), Point(100, 40), Point(300, 40), Point(300, 80)]
    assert_close(drawn(way), way)


def test_points_on_a_straight_line_are_no_corners() -> None:
    way = [Point(0, 0), Point(5, 0), Point(5, 0), Point(9, 0), Point(9, 4)]
    assert simplified(way) == [Point(0, 0), Point(9, 0), Point(9, 4)]


def test_a_way_with_more_pieces_keeps_its_ends_and_stays_upright() -> None:
    stairs = [Point(0, 0)]
    for step in range(1, 6):
        stairs += [Point(step * 20, stairs[-1].y), Point(step * 20, step * 10)]
    found = simplified([*stairs, Point(150, 50)])
    assert found[0] == (0, 0) and found[-1] == (150, 50)
    assert len(found) <= 6
    assert all(a.x == b.x or a.y == b.y for a, b in pairwise(found))
    assert found[0].y == found[1].y and found[-1].y == found[-2].y, "it leaves and arrives as before"
