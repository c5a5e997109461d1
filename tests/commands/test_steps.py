"""Verbs on steps: where they come to stand, how they are numbered."""

from __future__ import annotations

import pytest

from tests.graph import STREAM, flows_of, graph, order
from vsdesigner.commands import steps
from vsdesigner.commands.flows import RefusedError
from vsdesigner.commands.steps import Place
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.model.dimensions import (
    CARD_GAP,
    CARD_HEIGHT,
    CARD_WIDTH,
    LANE_PADDING,
    STEP_GAP,
    TERMINAL_WIDTH,
)
from vsdesigner.model.records import Note, Numbering, Step, Stream, Terminal
from vsdesigner.model.text import COORDINATE_LIMIT


@pytest.fixture
def draft() -> Draft:
    return Draft(graph("D>a a>b b>V"))


def overlaps(view: Snapshot) -> bool:
    found = view.steps(STREAM)
    return any(
        one.lane == other.lane and abs(one.x - other.x) < CARD_WIDTH and abs(one.y - other.y) < CARD_HEIGHT
        for index, one in enumerate(found)
        for other in found[index + 1 :]
    )


def test_adding_where_there_is_room(draft: Draft) -> None:
    id = steps.add(draft, STREAM, Place("improve", 123.4, 56.7), "New")
    step = draft.get(id, Step)
    assert (step.lane, step.x, step.y, step.name) == ("improve", 123.0, 57.0, "New")
    assert id.startswith("step-")


def test_adding_on_top_of_another_goes_below_it(draft: Draft) -> None:
    first = draft.get("a", Step)
    for _ in range(4):
        steps.add(draft, STREAM, Place("plan", first.x + 10, first.y + 10))
    assert not overlaps(draft.view)
    assert sorted(step.y for step in draft.view.steps(STREAM))[-1] > 3 * (CARD_HEIGHT + CARD_GAP)


def test_adding_above_the_lane_goes_into_it(draft: Draft) -> None:
    id = steps.add(draft, STREAM, Place("improve", 0, -500))
    assert draft.get(id, Step).y == LANE_PADDING


@pytest.mark.parametrize("x", [1e9, -1e9])
def test_adding_beyond_the_edge_of_the_world(draft: Draft, x: float) -> None:
    id = steps.add(draft, STREAM, Place("improve", x, 1e9))
    assert abs(draft.get(id, Step).x) == COORDINATE_LIMIT
    steps.place(draft, {"a": Place("plan", x, x)})
    assert abs(draft.get("a", Step).y) == COORDINATE_LIMIT


@pytest.mark.parametrize(
    ("stream", "lane"), [("nowhere", "plan"), (STREAM, "nowhere"), ("a", "plan"), (STREAM, "a")]
)
def test_adding_to_what_is_not_there(draft: Draft, stream: str, lane: str) -> None:
    with pytest.raises(MissingRecordError):
        steps.add(draft, stream, Place(lane, 0, 0))


def test_appending_connects_to_the_right(draft: Draft) -> None:
    id = steps.append(draft, "b", name="Then")
    step, source = draft.get(id, Step), draft.get("b", Step)
    assert (step.lane, step.y) == (source.lane, source.y)
    rhythm = source.x - draft.get("a", Step).x - CARD_WIDTH
    assert step.x == source.x + CARD_WIDTH + rhythm, "as far as its neighbours stand apart"
    assert f"b>{id}" in flows_of(draft.view)
    assert order(complete(draft).view) == f"ab{id}"


def test_appending_into_another_lane(draft: Draft) -> None:
    step = draft.get(steps.append(draft, "a", "improve"), Step)
    assert (step.lane, step.y) == ("improve", LANE_PADDING)


def test_appending_to_demand(draft: Draft) -> None:
    id = steps.append(draft, "D", "improve")
    assert draft.get(id, Step).x == draft.get("a", Step).x, "in one column with what follows demand already"


@pytest.mark.parametrize(("x", "gap"), [(41.0, 41.0), (250.0, 250.0), (251.0, STEP_GAP), (10.0, STEP_GAP)])
def test_only_near_neighbours_give_a_rhythm(draft: Draft, x: float, gap: float) -> None:
    demand = draft.get("D", Terminal)
    draft.update("a", x=demand.x + TERMINAL_WIDTH + x)
    id = steps.append(draft, "D", "improve")
    assert draft.get(id, Step).x == demand.x + TERMINAL_WIDTH + gap


def test_a_step_put_before_another_keeps_the_rhythm_too(draft: Draft) -> None:
    draft.update("b", x=draft.get("a", Step).x + CARD_WIDTH + 120.0)
    assert steps.usual_gap(draft.view, "b", before=True) == steps.usual_gap(draft.view, "b") == 120.0
    assert steps.usual_gap(draft.view, "a", before=True) == 120.0


def test_ends_that_find_their_place_by_themselves_give_no_rhythm(draft: Draft) -> None:
    draft.update("V", x=draft.get("b", Step).x + CARD_WIDTH + 140.0)
    assert steps.usual_gap(draft.view, "b") == STEP_GAP
    draft.update("V", pinned=True)
    assert steps.usual_gap(draft.view, "b") == 140.0


def test_appending_to_value_is_refused(draft: Draft) -> None:
    with pytest.raises(RefusedError, match="Value is where a stream arrives"):
        steps.append(draft, "V")


def test_appending_twice_lies_side_by_side(draft: Draft) -> None:
    for _ in range(3):
        steps.append(draft, "b")
    assert not overlaps(draft.view)


def test_the_next_place_is_right_of_all(draft: Draft) -> None:
    place = steps.next_place(draft.view, STREAM, "improve")
    assert place == Place("improve", draft.get("b", Step).x + CARD_WIDTH + STEP_GAP, LANE_PADDING)
    draft.remove("a")
    draft.remove("b")
    assert steps.next_place(draft.view, STREAM, "plan").x < place.x


def test_placing_keeps_what_is_said(draft: Draft) -> None:
    draft.update("a", lane="design_and_transition", facet="design", further_lanes=("improve", "plan"))
    steps.place(draft, {"a": Place("design_and_transition", 10.6, 30)})
    assert draft.get("a", Step).facet == "design"
    steps.place(draft, {"a": Place("improve", 10.6, 30)})
    step = draft.get("a", Step)
    assert (step.x, step.facet, step.further_lanes) == (11.0, "", ("plan",))


def test_a_placed_end_is_pinned(draft: Draft) -> None:
    steps.place(draft, {"V": Place("improve", 5_000, 40), "a": Place("improve", 800, 40)})
    assert complete(draft).view.get("V", Terminal).pinned
    assert draft.get("V", Terminal).x == 5_000.0
    assert draft.get("D", Terminal).pinned is False


def test_another_lane_keeps_the_place_from_left_to_right(draft: Draft) -> None:
    steps.set_lane(draft, ["a", "b"], "improve")
    assert [draft.get(id, Step).x for id in "ab"] == [300.0, 570.0]
    assert {draft.get(id, Step).lane for id in "ab"} == {"improve"}
    draft.update("b", lane="plan", x=300.0)
    steps.set_lane(draft, ["b", "b"], "improve")
    assert not overlaps(draft.view)


def test_the_same_lane_is_no_change(draft: Draft) -> None:
    draft.update("a", y=300.0)
    steps.set_lane(draft, ["a"], "plan")
    assert draft.get("a", Step).y == 300.0


def test_a_number_by_hand(draft: Draft) -> None:
    view = complete(draft).view
    for position, expected in ((0, "ba"), (99, "ab"), (-5, "ba")):
        draft = Draft(view)
        steps.reorder(draft, "b", position)
        assert order(complete(draft).view) == expected
        assert draft.get(STREAM, Stream).numbering is Numbering.MANUAL


def test_extents(draft: Draft) -> None:
    assert steps.extent(draft.get("a", Step)) == (CARD_WIDTH, CARD_HEIGHT)
    draft.update("a", width=300.0, height=100.0)
    assert steps.extent(draft.get("a", Step)) == (300.0, 100.0)
    assert steps.extent(Note(id="n", stream="s", lane="l", width=50.0, height=60.0)) == (50.0, 60.0)
    assert steps.extent(draft.get("D", Terminal)) == (TERMINAL_WIDTH, CARD_HEIGHT)


def test_updating_several(draft: Draft) -> None:
    steps.update(draft, "ab", optional=True)
    assert all(draft.get(id, Step).optional for id in "ab")
    with pytest.raises(MissingRecordError):
        steps.update(draft, ["V"], x=1.0)


def test_which_is_demand(draft: Draft) -> None:
    assert [steps.is_demand(draft.find(id)) for id in ("D", "V", "a", "nothing")] == [
        True,
        False,
        False,
        False,
    ]
