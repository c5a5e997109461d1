"""Consequences: numbers along the flow, demand and value at the ends, nothing dangling, all in lanes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.graph import STREAM, flows_of, graph, order
from tests.repeatable import repeatable_ids
from tests.strategies import change_of, documents
from vsdesigner.commands import steps, streams
from vsdesigner.document.behaviors import LEAST_X, VALUE_X, complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import flow_order
from vsdesigner.document.references import Reference, dangling, is_satisfied, missing_terminals, references
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import FIRST_X, LANE_PADDING, STEP_GAP, TERMINAL_WIDTH
from vsdesigner.model.parts import LaneView, PracticeUse, RaciMark, Responsibility, Task, ToolUse
from vsdesigner.model.records import (
    Flow,
    FlowKind,
    Note,
    Numbering,
    Practice,
    Role,
    Step,
    Stream,
    Terminal,
    Tool,
)
from vsdesigner.model.text import COORDINATE_LIMIT


def completed(view: Snapshot, **fields: dict[str, object]) -> Snapshot:
    """The view after updating records (id=fields) and all consequences."""
    draft = Draft(view)
    for id, values in fields.items():
        draft.update(id, **values)
    return complete(draft).view


# -- in general -----------------------------------------------------------------------------------------
@given(documents(), st.data())
def test_after_any_change_the_document_is_whole(view: Snapshot, data: st.DataObject) -> None:
    with repeatable_ids(7_000):
        after = view.evolve(change_of(view, data).result)
    assert dangling(after) == []
    assert missing_terminals(after) == []
    for stream in after.streams:
        found = after.steps(stream.id)
        assert [step.order for step in found] == list(range(len(found)))
        assert all(step.y >= LANE_PADDING for step in found)
        if stream.numbering is Numbering.AUTOMATIC:
            assert list(found) == [after.get(step.id, Step) for step in flow_order(after, stream.id)]


@given(documents(), st.data())
def test_completing_twice_changes_nothing_more(view: Snapshot, data: st.DataObject) -> None:
    draft = Draft(view)
    stream = view.streams[0].id
    with repeatable_ids(7_500):
        steps.add(draft, stream, steps.Place("plan", data.draw(st.integers(-900, 900)), 40), "New")
    once = complete(draft).view
    again = complete(draft).view
    assert once == again


def test_an_empty_draft_stays_empty() -> None:
    draft = Draft(graph("D>b b>a", at="ab"))
    assert complete(draft).touched == ()


# -- numbers --------------------------------------------------------------------------------------------
def test_numbers_follow_the_flow() -> None:
    view = completed(graph("D>a a>b b>V"), a={"y": 50.0})
    assert order(view) == "ab"
    draft = Draft(view)
    for flow in view.flows(STREAM):
        draft.remove(flow.id)
    for id, source, target in (("1", "D", "b"), ("2", "b", "a"), ("3", "a", "V")):
        draft.add(Flow(id=id, stream=STREAM, source=source, target=target))
    assert order(complete(draft).view) == "ba"


def test_rework_changes_no_number() -> None:
    view = completed(graph("D>a a>b b>c"), a={"y": 50.0})
    draft = Draft(view)
    draft.add(Flow(id="back", stream=STREAM, source="c", target="a", kind=FlowKind.REWORK))
    assert order(complete(draft).view) == "abc"


def test_numbers_kept_by_hand_stay_and_have_no_gaps() -> None:
    view = completed(
        graph("D>a a>b b>c"), stream={"numbering": Numbering.MANUAL}, a={"order": 7}, b={"order": 9}
    )
    assert order(view) == "cab"
    draft = Draft(view)
    draft.remove("a")
    after = complete(draft).view
    assert [(step.id, step.order) for step in after.steps(STREAM)] == [("c", 0), ("b", 1)]


def test_going_back_to_automatic_numbers() -> None:
    view = completed(graph("D>a a>b"), stream={"numbering": Numbering.MANUAL}, a={"order": 5})
    assert order(view) == "ba"
    assert order(completed(view, stream={"numbering": Numbering.AUTOMATIC})) == "ab"


def test_a_new_name_touches_nothing_else() -> None:
    draft = Draft(completed(graph("D>a a>b"), a={"y": 60.0}))
    draft.update("a", name="Another")
    assert complete(draft).touched == ("a",)


# -- demand and value -----------------------------------------------------------------------------------
def drawn(arrows: str, **fields: dict[str, object]) -> Snapshot:
    """The document whose flows were all drawn in one edit, with these fields of its records."""
    whole = graph(arrows)
    draft = Draft(Snapshot(record for record in whole.records.values() if not isinstance(record, Flow)))
    for flow in whole.flows(STREAM):
        draft.add(flow)
    for id, changed in fields.items():
        draft.update(id, **changed)
    return complete(draft).view


def test_the_ends_stand_before_and_behind_the_steps() -> None:
    view = drawn("D>a a>b b>V", b={"x": 2_000.0, "lane": "improve", "y": 66.0})
    demand, value = view.get("D", Terminal), view.get("V", Terminal)
    assert demand.x == FIRST_X
    assert (demand.lane, demand.y) == ("plan", 26.0)
    assert value.x == 2_000.0 + 190.0 + STEP_GAP
    assert (value.lane, value.y) == ("improve", 66.0)


def test_demand_makes_way_to_the_left() -> None:
    view = completed(graph("D>a a>V"), a={"x": -300.0})
    assert view.get("D", Terminal).x == -300.0 - TERMINAL_WIDTH - STEP_GAP / 2


def test_value_waits_in_the_middle_while_there_is_no_step() -> None:
    view = completed(graph("D>a"), a={"x": 40.0})
    assert view.get("V", Terminal).x == VALUE_X


def test_with_several_ends_the_nearest_step_counts() -> None:
    view = drawn("D>a D>b a>V b>V", a={"lane": "engage", "y": 30.0}, b={"lane": "improve", "y": 70.0})
    assert view.get("D", Terminal).lane == "engage"
    assert view.get("V", Terminal).lane == "improve"


def test_ends_that_are_joined_keep_their_rows() -> None:
    """Who moves a step, or connects another one, does not mean demand or value."""
    view = drawn("D>a a>b b>V", b={"lane": "improve", "y": 66.0})
    ends = [(end.lane, end.y) for end in view.terminals(STREAM)]
    view = completed(
        view, a={"lane": "engage", "y": 40.0}, b={"lane": "obtain_build", "y": 90.0, "x": 2_000.0}
    )
    assert [(end.lane, end.y) for end in view.terminals(STREAM)] == ends
    assert view.get("V", Terminal).x == 2_000.0 + 190.0 + STEP_GAP, "only along the row"
    draft = Draft(view)
    draft.add(Flow(id="other", stream=STREAM, source="a", target="V"))
    view = complete(draft).view
    assert [(end.lane, end.y) for end in view.terminals(STREAM)] == ends
    draft = Draft(view)
    for flow in view.incoming("V"):
        draft.remove(flow.id)
    view = complete(draft).view
    assert [(end.lane, end.y) for end in view.terminals(STREAM)] == ends


def test_pinned_ends_stay() -> None:
    view = completed(graph("D>a a>V"), V={"pinned": True, "x": 5.0, "lane": "improve"})
    view = completed(view, a={"x": 4_000.0})
    assert (view.get("V", Terminal).x, view.get("V", Terminal).lane) == (5.0, "improve")


@pytest.mark.parametrize("x", [COORDINATE_LIMIT, LEAST_X, -COORDINATE_LIMIT])
def test_steps_at_the_very_edge(x: float) -> None:
    """A file may have them there; editing has to go on."""
    view = completed(graph("D>a a>b b>V"), a={"x": x}, b={"width": COORDINATE_LIMIT})
    assert abs(view.get("V", Terminal).x) <= COORDINATE_LIMIT
    draft = Draft(view)
    steps.append(draft, "a", "", "On")
    complete(draft)


# -- lanes ----------------------------------------------------------------------------------------------
def test_nothing_leaves_its_lane() -> None:
    draft = Draft(graph("D>a"))
    draft.add(Note(id="n", stream=STREAM, lane="plan", y=-500.0, x=-1e6))
    draft.update("a", y=3.0)
    view = complete(draft).view
    assert view.get("a", Step).y == LANE_PADDING
    assert (view.get("n", Note).x, view.get("n", Note).y) == (LEAST_X, LANE_PADDING)


# -- references -----------------------------------------------------------------------------------------
@pytest.fixture
def linked() -> Snapshot:
    """A document in which everything refers to everything that it may refer to."""
    draft = Draft(graph("D>a a>b b>V"))
    draft.add(Role(id="role", name="Role"))
    draft.add(Role(id="other-role", name="Other"))
    draft.add(Tool(id="tool", name="Tool"))
    draft.add(Practice(id="own", name="Own"))
    draft.add(Stream(id="second"))
    draft.update(
        "a",
        further_lanes=("improve", "engage"),
        practices=(PracticeUse(practice="own"), PracticeUse(practice="service_desk")),
        tools=(ToolUse(tool="tool"),),
        raci=(RaciMark(role="role", letters="R"), RaciMark(role="other-role", letters="A")),
        tasks=(Task(id="t1", raci=(RaciMark(role="role", letters="R"),)), Task(id="t2")),
        substream="second",
        variant_of="b",
    )
    draft.update(
        STREAM,
        responsibilities=(Responsibility(id="d1", role="role"), Responsibility(id="d2", role="other-role")),
        lane_views=(LaneView(lane="improve"), LaneView(lane="plan")),
        variant_of="second",
    )
    return draft.view


def removed(view: Snapshot, *ids: str) -> Snapshot:
    draft = Draft(view)
    for id in ids:
        draft.remove(id)
    return complete(draft).view


def test_everything_that_refers_is_known(linked: Snapshot) -> None:
    found = {
        (entry.field, entry.target)
        for id in ("a", STREAM, "a-main-b")
        for entry in references(linked.records[id])
    }
    assert found == {
        *(("stream", STREAM), ("lane", "plan"), ("source", "a"), ("target", "b")),
        *(
            ("further_lanes", "improve"),
            ("further_lanes", "engage"),
            ("practices", "own"),
            ("practices", "service_desk"),
        ),
        *(("tools", "tool"), ("raci", "role"), ("raci", "other-role"), ("tasks", "role")),
        *(("substream", "second"), ("variant_of", "b"), ("variant_of", "second")),
        *(("responsibilities", "role"), ("responsibilities", "other-role")),
        *(("lane_views", "improve"), ("lane_views", "plan")),
    }
    assert dangling(linked) == []


def test_a_role_goes_with_its_letters_and_duties(linked: Snapshot) -> None:
    view = removed(linked, "role")
    step = view.get("a", Step)
    assert [mark.role for mark in step.raci] == ["other-role"]
    assert [task.raci for task in step.tasks] == [(), ()]
    assert [duty.id for duty in view.get(STREAM, Stream).responsibilities] == ["d2"]
    assert dangling(view) == []


def test_tools_practices_and_links_go(linked: Snapshot) -> None:
    view = removed(linked, "tool", "own", "second")
    step = view.get("a", Step)
    assert step.tools == ()
    assert [use.practice for use in step.practices] == ["service_desk"]
    assert step.substream == ""
    assert view.get(STREAM, Stream).variant_of == ""
    assert step.variant_of == "b"
    assert removed(view, "b").get("a", Step).variant_of == ""


def test_a_lane_goes_with_what_stands_in_it(linked: Snapshot) -> None:
    view = removed(linked, "improve", "engage")
    assert view.get("a", Step).further_lanes == ()
    assert [entry.lane for entry in view.get(STREAM, Stream).lane_views] == ["plan"]
    gone = removed(completed(linked, b={"lane": "improve"}), "improve")
    assert "b" not in gone
    assert flows_of(gone) == "D>a"


def test_a_stream_goes_with_all_its_members(linked: Snapshot) -> None:
    view = removed(linked, STREAM)
    assert not any(getattr(record, "stream", "") == STREAM for record in view.records.values())
    assert "second" in view


def test_flows_go_with_their_ends() -> None:
    assert flows_of(removed(graph("D>a a>b b>V a<b"), "b")) == "D>a"


def test_a_reference_has_to_be_of_the_right_kind(linked: Snapshot) -> None:
    assert not is_satisfied(linked, Reference("a", "raci", "tool", (Role,)))
    assert not is_satisfied(linked, Reference("a", "practices", "no_such_practice", (Practice,)))
    assert is_satisfied(linked, Reference("a", "practices", "service_desk", (Practice,)))
    foreign = linked.evolve({"c": Step(id="c", stream="second", lane="plan")})
    flow = Flow(id="f", stream=STREAM, source="a", target="c")
    assert [entry.target for entry in dangling(foreign.evolve({"f": flow}))] == ["c"]


def test_missing_ends_are_named() -> None:
    view = streams.new_document()
    stream = view.streams[0].id
    assert missing_terminals(view) == []
    demand = view.terminals(stream)[0]
    assert missing_terminals(view.evolve({demand.id: None})) == [(stream, demand.kind)]
