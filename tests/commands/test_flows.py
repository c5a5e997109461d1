"""Verbs on flows."""

from __future__ import annotations

import pytest

from tests.graph import flows_of, graph
from vsdesigner.commands import flows
from vsdesigner.commands.flows import RefusedError
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.model.parts import Bend
from vsdesigner.model.records import Flow, FlowKind


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


def test_reconnecting_drops_the_bends(draft: Draft) -> None:
    draft.update("a-main-b", bends=(Bend(lane="engage", x=1.0, y=1.0),), label="kept")
    flows.reconnect(draft, "a-main-b", target="c")
    flow = draft.get("a-main-b", Flow)
    assert (flow.source, flow.target, flow.bends, flow.label) == ("a", "c", (), "kept")
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
