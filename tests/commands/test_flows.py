"""Verbs on flows."""

from __future__ import annotations

import pytest

from tests.graph import flow_id, flows_of, graph
from vsdesigner.commands import flows
from vsdesigner.commands.flows import RefusedError
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.model.parts import Bend, LabelPlace
from vsdesigner.model.records import Flow, FlowKind

BEND, LATER = Bend(lane="engage", x=1.0, y=1.0), Bend(lane="plan", x=2.0, y=2.0)


@pytest.fixture
def draft() -> Draft:
    return Draft(graph("D>a a>b b>c c>V"))


def test_connecting(draft: Draft) -> None:
    id = flows.connect(draft, "c", "a", kind=FlowKind.REWORK, label="again")
    flow = draft.get(id, Flow)
    assert (flow.source, flow.target, flow.kind, flow.label) == ("c", "a", FlowKind.REWORK, "again")
    assert flow.stream == "stream"


@pytest.mark.parametrize(
    ("source", "target"), [("a", "b"), ("a", "D"), ("V", "a"), ("a", "a"), ("a", "nothing")]
)
def test_what_the_rules_forbid_is_refused(draft: Draft, source: str, target: str) -> None:
    with pytest.raises(RefusedError, match=r"\.$"):
        flows.connect(draft, source, target)
    assert draft.touched == ()


def test_conv_35_reconnecting_keeps_corners_made_by_hand(draft: Draft) -> None:
    draft.update("a-main-b", bends=(BEND,), label="kept")
    flows.reconnect(draft, "a-main-b", target="c")
    flow = draft.get("a-main-b", Flow)
    assert (flow.source, flow.target, flow.bends, flow.label) == ("a", "c", (BEND,), "kept")
    flows.reconnect(draft, "a-main-b", source="D")
    assert flows_of(draft.view) == "D>a D>c b>c c>V"
    with pytest.raises(RefusedError):
        flows.reconnect(draft, "a-main-b", target="a")


def test_reconnecting_to_where_it_is_changes_nothing(draft: Draft) -> None:
    flows.reconnect(draft, "a-main-b", source="a", target="b")
    assert draft.touched == ()


def test_updating_several(draft: Draft) -> None:
    flows.update(draft, ["a-main-b", "b-main-c"], kind=FlowKind.ALTERNATIVE, share=50.0)
    assert flows_of(draft.view) == "D>a a?b b?c c>V"
    with pytest.raises(MissingRecordError):
        flows.update(draft, ["a"], label="x")


# -- ends ---------------------------------------------------------------------------------------------------
def test_conv_31_an_end_is_pinned_until_it_is_led_elsewhere(draft: Draft) -> None:
    flows.reconnect(draft, "a-main-b", target="b", target_side="top")
    flows.reconnect(draft, "a-main-b", source="a", source_side="bottom")
    flow = draft.get("a-main-b", Flow)
    assert (flow.source_side, flow.target_side) == ("bottom", "top")
    flows.reconnect(draft, "a-main-b", target="c")
    flow = draft.get("a-main-b", Flow)
    assert (flow.target, flow.source_side, flow.target_side) == ("c", "bottom", "")


def test_a_new_flow_can_be_pinned(draft: Draft) -> None:
    flow = draft.get(flows.connect(draft, "c", "a", target_side="top"), Flow)
    assert (flow.source_side, flow.target_side) == ("", "top")


# -- inserting ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("before", "flow", "step", "after"),
    [
        ("D>a a>V D>b", "a>V", "b", "D>a D>b a>b b>V"),  # what only starts or ends keeps its flow
        ("D>a a>b b>c c>V", "b>c", "a", "D>b a>c b>a c>V"),  # the old place heals
        ("D>a a>b b>c c>V", "D>a", "c", "D>c a>b b>V c>a"),
        ("D>a a?b b>V D>c", "a?b", "c", "D>a D>c a?c b>V c?b"),  # both halves are alternatives
        ("D>a a>b b<a a>c c>V", "a>c", "b", "D>a a>b b>c c>V"),  # a loop through the step is undone
        ("D>a a>b b>c a>c c>V", "c>V", "b", "D>a a>c b>V c>b"),  # those left behind are connected already
        ("D>a a>V D>b b>c c>V", "b>c", "a", "D>a D>b a>V a>c b>a c>V"),  # demand cannot lead to value
    ],
)
def test_conv_34_inserting_a_step_into_a_flow(before: str, flow: str, step: str, after: str) -> None:
    draft = Draft(graph(before))
    flows.insert(draft, flow_id(flow), step)
    assert flows_of(draft.view) == after


def test_conv_34_label_and_share_stay_where_the_way_is_chosen() -> None:
    draft = Draft(graph("D>a a>b b>V D>c"))
    draft.update(
        "a-main-b",
        label="urgent",
        share=30.0,
        bends=(BEND, LATER),
        source_side="bottom",
        target_side="top",
        label_place=LabelPlace(fraction=0.9, offset=4.0),
    )
    onward = draft.get(flows.insert(draft, "a-main-b", "c", bends_before=1), Flow)
    first = draft.get("a-main-b", Flow)
    assert (first.source, first.target, onward.source, onward.target) == ("a", "c", "c", "b")
    assert (first.label, first.share, first.bends, first.source_side) == ("urgent", 30.0, (BEND,), "bottom")
    assert (onward.label, onward.share, onward.bends, onward.target_side) == ("", None, (LATER,), "top")
    assert (first.target_side, onward.source_side, first.label_place) == ("", "", LabelPlace())


@pytest.mark.parametrize(
    ("flow", "step"), [("a>b", "a"), ("a>b", "b"), ("b>c", "d"), ("a>b", "d"), ("a>b", "V"), ("a>b", "x")]
)
def test_what_cannot_be_inserted_is_refused(flow: str, step: str) -> None:
    draft = Draft(graph("D>a a>b b>c c>V a>d d>c b>d"))
    with pytest.raises(RefusedError, match=r"\.$"):
        flows.insert(draft, flow_id(flow), step)
    assert draft.touched == ()


def test_conv_34_healing_leads_the_line_past_a_step(draft: Draft) -> None:
    draft.update("a-main-b", label="kept", bends=(BEND,), source_side="top")
    draft.update("b-main-c", target_side="bottom")
    assert flows.heal(draft, "b")
    flow = draft.get("a-main-b", Flow)
    assert flows_of(draft.view) == "D>a a>c c>V"
    assert (flow.label, flow.bends, flow.source_side, flow.target_side) == ("kept", (), "top", "bottom")
    assert not flows.heal(draft, "b")


# -- by hand ------------------------------------------------------------------------------------------------
def test_reversing_turns_the_whole_line_round() -> None:
    draft = Draft(graph("D>a a>b b>V"))
    draft.update(
        "a-main-b",
        bends=(BEND, LATER),
        source_side="top",
        target_side="left",
        label_place=LabelPlace(fraction=0.25, offset=-9.0),
    )
    flows.reverse(draft, "a-main-b")
    flow = draft.get("a-main-b", Flow)
    assert (flow.source, flow.target, flow.source_side, flow.target_side) == ("b", "a", "left", "top")
    assert flow.bends == (LATER, BEND)
    assert flow.label_place == LabelPlace(fraction=0.75, offset=-9.0)
    for refused in ("D-main-a", "b-main-V"):
        with pytest.raises(RefusedError):
            flows.reverse(draft, refused)


def test_conv_33_corners_made_by_hand_stay_until_they_are_reset(draft: Draft) -> None:
    assert not flows.is_led_by_hand(draft.get("a-main-b", Flow))
    flows.bend(draft, "a-main-b", [BEND, LATER])
    flows.update(draft, ["b-main-c"], target_side="top", label_place=LabelPlace(fraction=0.1))
    for id in ("a-main-b", "b-main-c"):
        assert flows.is_led_by_hand(draft.get(id, Flow))
    flows.reset_routes(draft, ["a-main-b", "b-main-c", "c-main-V"])
    assert not draft.to_change("")
