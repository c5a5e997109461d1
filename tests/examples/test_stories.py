"""What each of the documents that ship is there to show."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.examples.make import RESOURCES
from tests.examples.test_starting_points import shipped, steps_of
from vsdesigner.analysis.times import StreamTimes, in_hours, stream_times
from vsdesigner.commands import variants
from vsdesigner.document.query import phase_members
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import FlowKind, Step, Stream, StreamState, TerminalKind

ENGAGE, PLAN, DESIGN, BUILD, DELIVER, IMPROVE = (
    "engage",
    "plan",
    "design_and_transition",
    "obtain_build",
    "deliver_and_support",
    "improve",
)


def opened(folder: str, name: str) -> Snapshot:
    return shipped(RESOURCES / folder / f"{name}.vstream")


def only_stream(view: Snapshot) -> str:
    (stream,) = view.streams
    return stream.id


def times_of(view: Snapshot) -> StreamTimes:
    return stream_times(view, only_stream(view))


@pytest.mark.parametrize(
    ("folder", "name", "visits"),
    [
        ("templates", "new-service", [ENGAGE, PLAN, DESIGN, BUILD, DESIGN, DELIVER]),
        ("templates", "restore-service", [ENGAGE, DELIVER, BUILD, DESIGN, DELIVER, ENGAGE, IMPROVE]),
        ("templates", "user-incident", [ENGAGE, DELIVER, BUILD, ENGAGE, IMPROVE]),
        ("templates", "change", [ENGAGE, PLAN, PLAN, DESIGN, DESIGN, IMPROVE]),
        ("templates", "new-feature", [ENGAGE, PLAN, DESIGN, BUILD, DELIVER, IMPROVE]),
        ("examples", "restore-cloud-service", [ENGAGE, DELIVER, BUILD, DESIGN, DELIVER, ENGAGE, IMPROVE]),
    ],
)
def test_the_journey_through_the_activities(folder: str, name: str, visits: list[str]) -> None:
    view = opened(folder, name)
    assert [step.lane for step in view.steps(only_stream(view))] == visits


# -- restoration --------------------------------------------------------------------------------------------
def test_a_live_service_may_be_restored_at_once() -> None:
    """A branch after the first attempt, with a way straight to value."""
    view = opened("templates", "restore-service")
    value = view.terminal(only_stream(view), TerminalKind.VALUE).id
    ways = {flow.target: flow for flow in view.outgoing("step-first-fix")}
    assert set(ways) == {value, "step-obtain-fix"}
    assert ways[value].kind is FlowKind.ALTERNATIVE
    assert ways[value].label
    assert ways["step-obtain-fix"].label
    assert sum(flow.share or 0.0 for flow in ways.values()) == 100.0
    times = times_of(view)
    assert times.shortest < times.longest
    assert times.expected is not None


def test_what_follows_value_does_not_count() -> None:
    times = times_of(opened("templates", "restore-service"))
    assert times.path[-1] == "step-verify"
    assert times.after_value == ("step-feedback", "step-opportunities")


def test_the_provider_restores_with_an_early_way_and_rework() -> None:
    view = opened("examples", "restore-cloud-service")
    kinds = {(flow.source, flow.target): flow.kind for flow in view.flows(only_stream(view))}
    assert kinds["step-diagnose", "step-confirm"] is FlowKind.ALTERNATIVE
    assert kinds["step-check", "step-prepare-fix"] is FlowKind.REWORK
    assert times_of(view).after_value == ("step-learn",)
    sample = opened("examples", "cloud-service")
    assert {role.name for role in sample.roles} < {role.name for role in view.roles}


# -- the request --------------------------------------------------------------------------------------------
def test_the_automated_request_is_the_to_be_of_the_manual_one() -> None:
    view = opened("templates", "service-request")
    manual, automated = view.streams
    assert (manual.state, automated.state) == (StreamState.AS_IS, StreamState.TO_BE)
    assert automated.variant_of == manual.id
    assert variants.counterparts(view, manual.id) == (automated,)
    before = [step.id for step in view.steps(manual.id)]
    assert [step.variant_of for step in view.steps(automated.id)] == before
    by_hand, by_itself = (stream_times(view, stream.id).lead.likely for stream in (manual, automated))
    assert by_itself == pytest.approx(1.0)  # hours
    assert by_itself < by_hand / 10


# -- the phases ---------------------------------------------------------------------------------------------
def test_three_phases_hold_all_steps_and_mix_the_activities() -> None:
    view = opened("examples", "three-phases")
    phases = view.phases(only_stream(view))
    assert len(phases) == 3
    held = [phase_members(view, phase.id) for phase in phases]
    inside = [[member for member in members if isinstance(member, Step)] for members in held]
    assert sorted(step.id for steps in inside for step in steps) == sorted(s.id for s in steps_of(view))
    assert all(len({step.lane for step in steps}) > 1 for steps in inside)
    for left, right in pairwise(phases):
        assert left.x + left.width == right.x


# -- streams within a stream --------------------------------------------------------------------------------
def test_three_steps_of_the_visit_stand_for_streams() -> None:
    view = opened("examples", "coffee-shop")
    visit, *others = view.streams
    behind = {step.substream: step for step in view.steps(visit.id) if step.substream}
    assert list(behind) == [stream.id for stream in others]
    assert not any(step.substream for stream in others for step in view.steps(stream.id))
    for stream in others:
        assert 3 <= len(view.steps(stream.id)) <= 5


def test_a_step_takes_as_long_as_the_stream_behind_it() -> None:
    view = opened("examples", "coffee-shop")
    visit = view.streams[0]
    for step in view.steps(visit.id):
        if step.substream:
            times = stream_times(view, step.substream)
            for said, counted in ((step.process_time, times.process), (step.wait_time, times.wait)):
                span = in_hours(said, visit.calendar)
                assert span is not None
                assert span.likely == pytest.approx(counted.likely), step.name
            assert view.get(step.substream, Stream).calendar == visit.calendar
