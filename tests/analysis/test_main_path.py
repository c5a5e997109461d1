"""Where a stream goes on, and what leads back."""

from __future__ import annotations

from tests.analysis.test_likely_lane import Drawing
from vsdesigner.analysis.main_path import end_of_main_path, flow_to_value, leads_back
from vsdesigner.commands import flows
from vsdesigner.model.records import FlowKind, TerminalKind


def test_an_empty_stream_goes_on_behind_demand() -> None:
    drawing = Drawing()
    assert end_of_main_path(drawing.view, drawing.stream) == drawing.end(TerminalKind.DEMAND)


def test_the_path_ends_at_the_last_step_also_when_value_follows() -> None:
    drawing = Drawing()
    first = drawing.step("engage", drawing.end(TerminalKind.DEMAND))
    last = drawing.step("plan", first)
    drawing.step("improve")  # loose
    assert end_of_main_path(drawing.view, drawing.stream) == last
    assert flow_to_value(drawing.view, last) is None
    flow = flows.connect(drawing.draft, last, drawing.end(TerminalKind.VALUE))
    assert end_of_main_path(drawing.view, drawing.stream) == last
    onward = flow_to_value(drawing.view, last)
    assert onward is not None and onward.id == flow


def test_a_main_flow_is_followed_before_an_alternative_one() -> None:
    drawing = Drawing()
    first = drawing.step("engage", drawing.end(TerminalKind.DEMAND))
    drawing.step("plan", first, kind=FlowKind.ALTERNATIVE)
    main = drawing.step("improve", first)
    assert end_of_main_path(drawing.view, drawing.stream) == main


def test_what_follows_value_is_not_on_the_main_path() -> None:
    drawing = Drawing()
    first = drawing.step("engage", drawing.end(TerminalKind.DEMAND))
    last = drawing.step("deliver_and_support", first)
    flows.connect(drawing.draft, last, drawing.end(TerminalKind.VALUE))
    learned = drawing.step("improve", last)
    assert end_of_main_path(drawing.view, drawing.stream) == last
    flows.connect(drawing.draft, learned, first)
    assert end_of_main_path(drawing.view, drawing.stream) == last, "not through the loop either"


def test_of_two_branches_the_one_that_gets_to_value_is_taken() -> None:
    drawing = Drawing()
    first = drawing.step("engage", drawing.end(TerminalKind.DEMAND))
    drawing.step("plan", first)
    second = drawing.step("improve", first)
    flows.connect(drawing.draft, second, drawing.end(TerminalKind.VALUE))
    assert end_of_main_path(drawing.view, drawing.stream) == second


def test_loops_end_the_path_where_they_go_back() -> None:
    drawing = Drawing()
    first = drawing.step("engage", drawing.end(TerminalKind.DEMAND))
    last = drawing.step("plan", first)
    flows.connect(drawing.draft, last, first)
    assert end_of_main_path(drawing.view, drawing.stream) == last


def test_a_flow_leads_back_when_work_came_that_way() -> None:
    drawing = Drawing()
    demand, value = drawing.end(TerminalKind.DEMAND), drawing.end(TerminalKind.VALUE)
    first = drawing.step("engage", demand)
    second = drawing.step("plan", first)
    third = drawing.step("plan", second)
    beside = drawing.step("improve", first)
    assert leads_back(drawing.view, third, first)
    assert not leads_back(drawing.view, first, third)
    assert not leads_back(drawing.view, third, beside), "a branch beside it lies neither before nor behind"
    assert not leads_back(drawing.view, value, first), "what follows value is feedback, not rework"
