"""Deleting: what heals, what stays; the same field of several records."""

from __future__ import annotations

import pytest

from tests.graph import STREAM, flow_id, flows_of, graph
from vsdesigner.commands import elements
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling
from vsdesigner.model.parts import Bend
from vsdesigner.model.records import Flow, Note, Phase, Step


def after(flows: str, ids: str, *, heal: bool = True) -> str:
    """The flows that are left when these are deleted (ids or flows, apart by blanks)."""
    draft = Draft(graph(flows))
    chosen = [flow_id(id) if len(id) == 3 else id for id in ids.split()]
    elements.delete(draft, chosen, heal=heal)
    view = complete(draft).view
    assert dangling(view) == []
    return flows_of(view)


@pytest.mark.parametrize(
    ("flows", "ids", "left"),
    [
        ("D>a a>b b>V", "a", "D>b b>V"),  # the neighbours are connected
        ("D>a a>b b>V", "b", "D>a a>V"),
        ("D>a a>V b>b", "b", "D>a a>V"),  # a flow that leads straight back goes with its step
        ("D>a a>b b>c c>V", "b c", "D>a a>V"),
        ("D>a a>b b>c c>V", "c b", "D>a a>V"),
        ("D>a a>V", "a", ""),  # not demand with value
        ("D>a a>b a>c b>V c>V", "a", "b>V c>V"),  # two ways on: which one is not ours to say
        ("D>a D>b a>c b>c c>V", "c", "D>a D>b"),
        ("D>a a>b b>c a>c", "b", "D>a a>c"),  # connected already
        ("D>a a>b b<a", "b", "D>a"),  # a step is not led back to itself
        ("D>a a<b b>c", "b", "D>a a<c"),  # the kind of the first flow stays
        ("D>a a>b b>V", "D V", "D>a a>b b>V"),  # demand and value stay
        ("D>a a>b b>V", "a>b", "D>a b>V"),
        ("D>a a>b b>V", "a D>a a>b b", ""),
        ("D>a a>b b>V", "nothing plan", "D>a a>b b>V"),
        ("D>a a>b b>V", "a a", "D>b b>V"),
        ("D>a a>b b>V", "", "D>a a>b b>V"),
    ],
)
def test_deleting(flows: str, ids: str, left: str) -> None:
    assert after(flows, ids) == left


def test_deleting_without_healing() -> None:
    assert after("D>a a>b b>V", "a", heal=False) == "b>V"


def test_what_heals_keeps_its_label_and_loses_its_bends() -> None:
    draft = Draft(graph("D>a a>b b>V"))
    draft.update("D-main-a", label="urgent", bends=(Bend(lane="engage", x=1.0, y=2.0),))
    draft.update("a-main-b", label="gone")
    elements.delete(draft, ["a"])
    flow = draft.get("D-main-a", Flow)
    assert (flow.target, flow.label, flow.bends) == ("b", "urgent", ())


def test_notes_and_phases_go_too() -> None:
    draft = Draft(graph("D>a"))
    draft.add(Note(id="n", stream=STREAM, lane="plan"))
    draft.add(Phase(id="p", stream=STREAM))
    elements.delete(draft, ["n", "p", "a"])
    assert {"n", "p", "a"}.isdisjoint(complete(draft).view.records)


def test_one_field_of_several_records() -> None:
    draft = Draft(graph("D>a a>b"))
    elements.update(draft, ["a", "b", STREAM], name="Same")
    assert {draft.get(id, Step).name for id in "ab"} == {"Same"}
    with pytest.raises(TypeError, match="Terminal has no field name"):
        elements.update(draft, ["D"], name="x")
