"""The order of steps along the flows, loops, reach, lanes visited again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.graph import STREAM, flow_id, graph
from tests.strategies import documents
from vsdesigner.document.query import FORWARD_KINDS, back_flows, flow_order, revisited_lanes
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Step, Stream


@pytest.mark.parametrize(
    ("flows", "at", "expected"),
    [
        ("D>a a>b b>c c>V", "", "abc"),
        ("D>a a>b b>c c>V", "cba", "abc"),  # the flow counts, not the place
        ("D>a a>b a>c b>d c>d d>V", "", "abcd"),
        ("D>a a>c a>b b>d c>d d>V", "abcd", "abcd"),  # side by side: from left to right
        ("D>a a?b a?c b>V c>V", "acb", "acb"),
        ("D>a a>b b>c c<a c>V", "", "abc"),  # rework is no step ahead
        ("D>a a>b b>c c>a c>V", "", "abc"),  # nor is a main flow that goes back
        ("D>a a>b b>a b>V", "", "ab"),
        ("D>a a>b b>b b>V", "", "ab"),
        ("D>a a.c a>b b>V", "acb", "acb"),  # information tells nothing: c is where it stands
        ("a>b b>a", "ba", "ba"),  # a loop that nobody enters: cut on the left
        ("D>b b>c", "abcd", "abcd"),  # unconnected ones by their place
        ("D>c D>a a>b c>V b>V", "abc", "abc"),
        ("D>a a>V V>b b>c", "", "abc"),  # steps may follow value
        ("", "", ""),
    ],
)
def test_steps_in_the_order_of_the_flow(flows: str, at: str, expected: str) -> None:
    found = "".join(step.id for step in flow_order(graph(flows, at=at), STREAM))
    assert found == expected


@pytest.mark.parametrize(
    ("flows", "at", "back"),
    [
        ("D>a a>b b>c c>V", "", ""),
        ("D>a a>b b>c c>a c>V", "", "c>a"),
        ("D>a a>b b>b", "", "b>b"),
        ("D>a a>b b>a b>c c>b", "", "b>a c>b"),
        ("D>a a>b a>c b>d c>d", "", ""),
        ("b>a a>b", "", "a>b"),  # walked from the left
        ("b>a a>b", "ab", "b>a"),
        ("D>a a>b b<a", "", ""),  # rework is expected to go back and closes no loop
    ],
)
def test_flows_that_close_a_loop(flows: str, at: str, back: str) -> None:
    assert back_flows(graph(flows, at=at), STREAM) == {flow_id(flow) for flow in back.split()}


def test_a_long_chain_needs_no_recursion() -> None:
    count = 5_000
    steps = [Step(id=f"s{n:05}", stream="s", lane="l", x=float(count - n)) for n in range(count)]
    flows = [Flow(id=f"f{n}", stream="s", source=f"s{n:05}", target=f"s{n + 1:05}") for n in range(count - 1)]
    view = Snapshot([Stream(id="s"), *steps, *flows])
    assert flow_order(view, "s") == steps


@given(documents(), st.data())
def test_every_step_once_and_followers_behind(view: Snapshot, data: st.DataObject) -> None:
    stream = data.draw(st.sampled_from([stream.id for stream in view.streams]))
    order = flow_order(view, stream)
    assert sorted(step.id for step in order) == sorted(step.id for step in view.steps(stream))
    position = {step.id: index for index, step in enumerate(order)}
    back = back_flows(view, stream)
    for step in order:
        for flow in view.outgoing(step.id):
            if flow.kind in FORWARD_KINDS and flow.id not in back and flow.target in position:
                assert position[step.id] < position[flow.target]


def test_lanes_visited_again() -> None:
    view = graph("D>a a>b b>c c>V")
    assert revisited_lanes(view, STREAM) == {"plan": view.steps(STREAM)}
    moved = view.evolve({"b": view.get("b", Step).model_copy(update={"lane": "improve"})})
    assert {lane: [step.id for step in steps] for lane, steps in revisited_lanes(moved, STREAM).items()} == {
        "plan": ["a", "c"]
    }
