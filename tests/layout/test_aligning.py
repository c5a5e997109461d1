"""Lining up and spreading: the reference stays, nothing is covered, nobody leaves a lane."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.layout.aligning import Box, Edge, aligned, can_distribute, distributed
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.space import Cut, behind, farthest_back
from vsdesigner.model.dimensions import LANE_PADDING

PLACE = {
    Edge.LEFT: lambda rect: rect.x,
    Edge.CENTER: lambda rect: rect.center.x,
    Edge.RIGHT: lambda rect: rect.right,
    Edge.TOP: lambda rect: rect.y,
    Edge.MIDDLE: lambda rect: rect.center.y,
    Edge.BOTTOM: lambda rect: rect.bottom,
}


def box(x: float, y: float, lane: str = "a", width: float = 190, height: float = 84) -> Box:
    return Box(lane, Rect(x, y, width, height))


def apart(boxes: dict[str, Box]) -> bool:
    listed = list(boxes.values())
    return not any(
        one.lane == other.lane and one.rect.overlaps(other.rect)
        for i, one in enumerate(listed)
        for other in listed[:i]
    )


@st.composite
def drawings(draw: st.DrawFn) -> dict[str, Box]:
    """Up to ten cards of different sizes in two lanes, none over another."""
    found: dict[str, Box] = {}
    for index in range(draw(st.integers(2, 10))):
        height = draw(st.sampled_from((84.0, 101.0, 120.0)))
        width = draw(st.sampled_from((150.0, 190.0, 260.0)))
        x, y = draw(st.integers(-300, 1500)), draw(st.integers(26, 500))
        fresh = box(x, y, draw(st.sampled_from("ab")), width, height)
        if apart({**found, "new": fresh}):
            found[f"card-{index}"] = fresh
    return found


@given(drawings(), st.sampled_from(list(Edge)), st.data())
def test_aligning_covers_nothing_and_leaves_the_reference(
    boxes: dict[str, Box], edge: Edge, data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(boxes)), unique=True, min_size=1))
    found = aligned(boxes, chosen, chosen[-1], edge)
    assert set(found) == set(chosen)
    assert found[chosen[-1]] == boxes[chosen[-1]]
    assert apart({**boxes, **found})
    to = PLACE[edge](found[chosen[-1]].rect)
    for id, one in found.items():
        assert one.lane == boxes[id].lane and one.rect.y >= LANE_PADDING
        assert (one.rect.width, one.rect.height) == (boxes[id].rect.width, boxes[id].rect.height)
        if edge.upright or edge is Edge.TOP:  # a high card may reach up to the padding only
            assert abs(PLACE[edge](one.rect) - to) <= 0.5


@given(drawings(), st.booleans(), st.data())
def test_distributing_covers_nothing_and_leaves_the_outermost(
    boxes: dict[str, Box], upright: bool, data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(boxes)), unique=True, min_size=1))
    found = distributed(boxes, chosen, upright=upright)
    assert apart({**boxes, **found})
    assert all(one.rect.y >= LANE_PADDING for one in found.values())
    if not upright and len(chosen) > 2:
        centres = sorted(chosen, key=lambda id: (boxes[id].rect.center.x, id))
        for id in (centres[0], centres[-1]):
            assert found[id].rect.x == boxes[id].rect.x


def test_gaps_are_equal_whatever_the_widths() -> None:
    boxes = {"one": box(0, 26), "two": box(250, 26, width=100), "three": box(900, 26), "four": box(420, 26)}
    found = distributed(boxes, list(boxes), upright=False)
    order = sorted((one.rect for one in found.values()), key=lambda rect: rect.x)
    gaps = [order[i + 1].x - order[i].right for i in range(3)]
    assert max(gaps) - min(gaps) <= 1
    assert [rect.width for rect in order] == [190, 100, 190, 190]


def test_two_cannot_be_distributed_and_three_of_different_lanes_only_sideways() -> None:
    boxes = {"one": box(0, 26), "two": box(300, 26), "three": box(700, 26, "b")}
    assert not can_distribute(boxes, ["one", "two"], upright=False)
    assert can_distribute(boxes, list(boxes), upright=False)
    assert not can_distribute(boxes, list(boxes), upright=True)


def test_what_would_be_covered_keeps_its_order_along_the_line() -> None:
    boxes = {"one": box(0, 26), "two": box(300, 26), "three": box(700, 26)}
    found = aligned(boxes, ["three", "two", "one"], "one", Edge.LEFT)
    assert [found[id].rect.y for id in ("one", "two", "three")] == [26, 146, 266]
    boxes = {"one": box(0, 26), "two": box(0, 146), "three": box(0, 266)}
    found = aligned(boxes, ["three", "two", "one"], "one", Edge.TOP)
    assert {one.rect.y for one in found.values()} == {26}
    assert sorted(one.rect.x for one in found.values()) == [-230, 0, 230]


@given(drawings(), st.integers(-400, 1700), st.sampled_from(("", "a", "b")), st.booleans())
def test_conv_19_pulling_as_far_as_there_is_room_covers_nothing(
    boxes: dict[str, Box], at: int, lane: str, downwards: bool
) -> None:
    cut = Cut(float(at % 500 if downwards else at), lane or ("a" if downwards else ""), downwards)
    moving = behind(boxes, cut)
    room = farthest_back(boxes, moving, cut)
    assert room >= 0
    if not moving or room == float("inf"):
        return
    dx, dy = (0.0, -room) if downwards else (-room, 0.0)
    pulled = {id: Box(one.lane, one.rect.moved(dx, dy)) if id in moving else one for id, one in boxes.items()}
    assert apart(pulled)


@pytest.mark.parametrize(("at", "ids"), [(95, {"one", "two", "low"}), (96, {"two"}), (396, set())])
def test_what_has_its_middle_behind_the_line_moves(at: float, ids: set[str]) -> None:
    boxes = {"one": box(0, 26), "two": box(300, 26), "low": box(0, 200), "other": box(700, 26, "b")}
    assert behind(boxes, Cut(at, "a")) == ids
    assert behind(boxes, Cut(at)) == ids | {"other"}
