"""The sample that ships is what its script makes, and it is in order."""

from __future__ import annotations

from tests.examples.cloud_service import sample
from tests.examples.make_cloud_service import PATH, STREAM, build
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.times import stream_times
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling
from vsdesigner.document.wording import facet_name, lane_name
from vsdesigner.model.records import Step
from vsdesigner.resource import resource_path
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode


def test_the_file_is_what_the_script_makes() -> None:
    assert resource_path("examples", "cloud-service.vstream") == PATH
    assert PATH.read_bytes() == encode(build()), "make it anew: python -m tests.examples.make_cloud_service"


def test_it_opens_without_repairs_and_is_saved_unchanged() -> None:
    loaded = documents.read(PATH)
    assert loaded.problems == ()
    assert encode(loaded.snapshot) == PATH.read_bytes()


def test_nothing_is_to_be_found_in_it() -> None:
    assert find_all(build()) == ()
    assert dangling(build()) == []


def test_it_is_complete_as_it_is() -> None:
    """An editor that touches a step finds nothing to renumber and no end to move."""
    draft = Draft(build())
    first = draft.get("step-requirements", Step)
    draft.update(first.id, x=first.x + 1)
    change = complete(draft).to_change("Move")
    assert set(change.updated) == {first.id}


def test_every_step_has_everything() -> None:
    view = build()
    for step in view.steps(STREAM):
        assert step.tasks
        assert step.practices
        assert step.tools
        assert step.process_time
        assert step.wait_time
        assert sum("A" in mark.letters.split("/") for mark in step.raci) == 1
        assert any("R" in mark.letters.split("/") for mark in step.raci)
    assert view.practices == ()  # all of them stand in the catalogue


def test_it_visits_the_activities_of_the_story() -> None:
    view = build()
    assert [(lane_name(view, step.lane), facet_name(view, step)) for step in view.steps(STREAM)] == [
        ("Engage", ""),
        ("Plan", ""),
        ("Design and Transition", "Design"),
        ("Obtain/Build", "Build"),
        ("Design and Transition", "Transition"),
        ("Deliver and Support", ""),
        ("Improve", ""),
    ]
    assert [step.name for step in view.steps(STREAM)] == [entry["name"] for entry in sample()["steps"]]


def test_the_main_way_ends_with_the_handover() -> None:
    times = stream_times(build(), STREAM)
    assert times.path[-1] == "step-release"
    assert times.after_value == ("step-improve",)
    assert (times.process.likely, times.lead.likely) == (30, 78)
