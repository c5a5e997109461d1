"""Making the steps of a list, and knowing activities by what people call them."""

from __future__ import annotations

import pytest

from vsdesigner.commands import flows, listed, steps, streams
from vsdesigner.commands.listed import ListedStep, ListedTool, lane_named
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.wording import practice_name
from vsdesigner.model.records import FlowKind, Step, TerminalKind

VIEW = streams.new_document()
STREAM = VIEW.streams[0].id


@pytest.mark.parametrize(
    ("text", "lane"),
    [
        ("Engage", "engage"),
        ("  ENGAGE ", "engage"),
        ("eng", "engage"),
        ("Design and Transition", "design_and_transition"),
        ("design & transition", "design_and_transition"),
        ("Design/Transition", "design_and_transition"),
        ("Obtain/Build", "obtain_build"),
        ("obtain and build", "obtain_build"),
        ("Build", "obtain_build"),
        ("Deliver & Support", "deliver_and_support"),
        ("del", "deliver_and_support"),
        ("De", ""),  # design or deliver
        ("e", ""),
        ("", ""),
        (":/&", ""),
        ("Sales", ""),
    ],
)
def test_activities_are_known_by_name_spelling_and_first_letters(text: str, lane: str) -> None:
    assert lane_named(VIEW, text) == lane


def test_a_list_becomes_a_chain_behind_the_step_it_was_pasted_on() -> None:
    draft = Draft(VIEW)
    first = steps.append(draft, VIEW.terminal(STREAM, TerminalKind.DEMAND).id, "engage", "First")
    ids = listed.add_all(
        draft, STREAM, [ListedStep("A"), ListedStep("B", "plan"), ListedStep("C")], behind=first
    )
    view = complete(draft).view
    chain = [view.get(id, Step) for id in ids]
    assert [(step.name, step.lane) for step in chain] == [("A", "engage"), ("B", "plan"), ("C", "plan")]
    assert [step.order for step in chain] == [1, 2, 3]
    assert [(f.source, f.target) for id in (first, *ids) for f in view.outgoing(id)] == [
        (first, ids[0]),
        (ids[0], ids[1]),
        (ids[1], ids[2]),
    ]
    assert [step.x for step in chain] == sorted({step.x for step in chain})
    assert chain[0].x > view.get(first, Step).x


def test_in_an_empty_stream_the_chain_leads_from_demand_to_value() -> None:
    draft = Draft(VIEW)
    first, last = listed.add_all(draft, STREAM, [ListedStep("A"), ListedStep("B")])
    view = complete(draft).view
    demand, value = (view.terminal(STREAM, kind).id for kind in (TerminalKind.DEMAND, TerminalKind.VALUE))
    assert {(flow.source, flow.target) for flow in view.flows(STREAM)} == {
        (demand, first),
        (first, last),
        (last, value),
    }
    assert listed.add_all(Draft(VIEW), STREAM, []) == []


def test_unconnected_when_one_wants_that() -> None:
    draft = Draft(VIEW)
    listed.add_all(draft, STREAM, [ListedStep("A"), ListedStep("B")], connected=False, x=700.0)
    view = complete(draft).view
    assert view.flows(STREAM) == ()
    assert [step.x for step in view.steps(STREAM)] == [700.0, 970.0]


def test_a_step_that_leads_on_already_is_not_led_on_again() -> None:
    draft = Draft(VIEW)
    first = steps.append(draft, VIEW.terminal(STREAM, TerminalKind.DEMAND).id, "engage", "First")
    steps.append(draft, first, "plan", "Second")
    (id,) = listed.add_all(draft, STREAM, [ListedStep("A")], behind=first)
    assert draft.view.incoming(id) == ()


def test_the_chain_stands_apart_when_one_wants_that_and_rework_leads_no_work_on() -> None:
    draft = Draft(VIEW)
    first = steps.append(draft, VIEW.terminal(STREAM, TerminalKind.DEMAND).id, "engage", "First")
    second = steps.append(draft, first, "engage", "Second")
    flows.connect(draft, second, first, kind=FlowKind.REWORK)
    assert not listed.leads_nowhere(draft.view, first)
    assert listed.leads_nowhere(draft.view, second)
    apart = listed.add_all(draft, STREAM, [ListedStep("A"), ListedStep("B")], behind=second, following=False)
    assert draft.view.incoming(apart[0]) == ()
    assert len(draft.view.incoming(apart[1])) == 1
    (id,) = listed.add_all(draft, STREAM, [ListedStep("C")], behind=second)
    assert [flow.source for flow in draft.view.incoming(id)] == [second]


def test_tasks_practices_and_tools_come_along() -> None:
    draft = Draft(VIEW)
    step = ListedStep(
        "Log",
        "engage",
        (("Ask", 0), ("the name", 1)),
        ("service desk", "Our own way"),
        (ListedTool("Phone"), ListedTool("phone", ("Acme",))),
    )
    (id,) = listed.add_all(draft, STREAM, [step])
    made = draft.view.get(id, Step)
    assert [(task.text, task.indent) for task in made.tasks] == [("Ask", 0), ("the name", 1)]
    assert [practice_name(draft.view, use.practice) for use in made.practices] == [
        "Service desk",
        "Our own way",
    ]
    assert [(use.tool, use.products) for use in made.tools] == [(draft.view.tools[0].id, ("Acme",))]
