"""How far a stream is in the method is counted honestly, and what comes next is what is missing."""

from __future__ import annotations

import time

from tests.examples.make_cloud_service import build
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.method import Key, MethodStep, current, progress
from vsdesigner.analysis.profiles import READY_TO_PRESENT
from vsdesigner.commands import checks, flows, lists, raci, steps, streams
from vsdesigner.commands.streams import new_document
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import TerminalKind


def looked(view: Snapshot) -> dict[str, MethodStep]:
    return {step.id: step for step in progress(view, view.streams[0].id)}


def drawn(count: int, lane: str = "engage", *, to_value: bool = False) -> Snapshot:
    """A stream of so many connected steps."""
    draft = Draft(new_document())
    stream = draft.view.streams[0].id
    last = draft.view.terminal(stream, TerminalKind.DEMAND).id
    for number in range(count):
        place = steps.next_place(draft.view, stream, lane)
        id = steps.add(draft, stream, place, f"Do part {number + 1}")
        flows.connect(draft, last, id)
        last = id
    if to_value:
        flows.connect(draft, last, draft.view.terminal(stream, TerminalKind.VALUE).id)
    return draft.view


def test_an_empty_document_begins_with_its_use_case_and_the_rest_waits() -> None:
    view = new_document()
    found = looked(view)
    assert list(found) == ["use_case", "steps", "mapping", "tasks", "resources", "letters", "hand_over"]
    assert [step.number for step in found.values()] == [1, 2, 3, 4, 5, 6, 7]
    assert (found["use_case"].done, found["use_case"].total) == (0, 8)
    assert (found["steps"].done, found["steps"].total) == (0, 2)
    (first,) = found["use_case"].next
    assert (first.record, first.field) == (view.streams[0].id, "name")
    assert found["steps"].next[0].action == "insert.quick_add"
    waiting = [step for step in found.values() if step.id not in ("use_case", "steps")]
    assert not any(step.is_done or step.next for step in waiting)
    assert current(list(found.values())) == 0


def test_the_example_is_done_but_for_what_it_really_lacks() -> None:
    found = looked(build())
    assert [step.id for step in found.values() if not step.is_done] == ["hand_over"]
    assert found["hand_over"].next[0].profile == READY_TO_PRESENT


def test_offerings_are_asked_for_when_every_step_has_what_it_needs() -> None:
    draft = Draft(build())
    streams.update(draft, draft.view.streams[0].id, service_offerings=())
    for step in draft.view.steps(draft.view.streams[0].id):
        steps.update(draft, (step.id,), service_offerings=())
    found = looked(draft.view)["resources"]
    assert found.is_done, "they are optional"
    assert "optional" in found.said
    (offerings,) = found.next
    assert offerings.field == "service_offerings"


def test_steps_count_when_they_lie_on_a_way_from_demand_to_value() -> None:
    one = looked(drawn(1))["steps"]
    assert (one.is_done, [each.action for each in one.next]) == (False, ["insert.quick_add"])
    two = looked(drawn(2))["steps"]
    assert not two.is_done
    assert [each.action for each in two.next] == ["insert.quick_add", "insert.connect_to_value"]
    assert looked(drawn(2, to_value=True))["steps"].is_done
    assert one.said == "1 step; it does not lie on a way from demand to value yet."
    assert one.next[0].text.startswith("Nothing follows Step 1")
    alone = looked(drawn(1, to_value=True))["steps"]
    assert "follows" not in alone.next[0].text, "value does"
    assert not alone.is_done
    assert alone.said == "1 step: one alone is no journey yet."


def test_a_step_beside_the_way_is_what_comes_next() -> None:
    draft = Draft(drawn(2, to_value=True))
    stream = draft.view.streams[0].id
    lost = steps.add(draft, stream, steps.next_place(draft.view, stream, "plan"), "Get lost")
    found = looked(draft.view)["steps"]
    assert (found.done, found.total) == (2, 3)
    (first,) = found.next
    assert first.record == lost
    assert first.finding is not None


def test_the_activities_are_done_with_the_steps_but_one_for_all_is_worth_a_look() -> None:
    view = drawn(3)
    mapping = looked(view)["mapping"]
    assert not mapping.is_done, "nobody was asked yet"
    assert mapping.said == "3 steps stand on 1 of 6 activities."
    assert mapping.next[0].field == "lane"
    passed_on = progress(view, view.streams[0].id, skipped={mapping.next[0].key})
    assert next(step for step in passed_on if step.id == "mapping").is_done, "somebody has looked"
    assert not looked(drawn(1))["mapping"].is_done
    draft = Draft(drawn(2, "obtain_build"))
    second = draft.view.steps(draft.view.streams[0].id)[1]
    steps.update(draft, (second.id,), lane="engage", facet="")
    parts = looked(draft.view)["mapping"]
    assert (parts.is_done, parts.next[0].field) == (True, "facet")


def test_a_lead_time_counts_with_a_number_and_a_role_with_what_it_does() -> None:
    draft = Draft(build())
    stream = draft.view.streams[0]

    def wanted(**fields: object) -> tuple[str, str, str]:
        streams.update(draft, stream.id, **fields)
        found = looked(draft.view)["use_case"]
        assert not found.is_done
        return found.next[0].field, found.next[0].part, found.next[0].verb

    assert wanted(lead_times=()) == ("lead_times", "new", "Add a time")
    named = stream.lead_times[0].model_copy(update={"minimum": None, "maximum": None})
    assert wanted(lead_times=(named,)) == ("lead_times", named.id, "Add a time")
    streams.update(draft, stream.id, lead_times=stream.lead_times)
    assert looked(draft.view)["use_case"].is_done
    assert wanted(responsibilities=()) == ("responsibilities", "new", "Name a role")
    line = stream.responsibilities[0].model_copy(update={"duty": " "})
    assert wanted(responsibilities=(line,)) == ("responsibilities", line.id, "Write it")


def test_every_row_that_the_table_always_has_counts_and_the_rest_is_said_to_be_optional() -> None:
    draft = Draft(build())
    checks.set_profile(draft, READY_TO_PRESENT)
    stream = draft.view.streams[0].id
    streams.update(draft, stream, service_offerings=(), version="")
    found = looked(draft.view)
    assert found["use_case"].is_done
    assert "Service offerings, state and version are optional." in found["use_case"].said
    assert found["hand_over"].next[0].text == "Nothing is missing: write the workbook."
    streams.update(draft, stream, description="")
    found = looked(draft.view)
    assert (found["use_case"].done, found["use_case"].total) == (7, 8)
    assert found["use_case"].next[0].field == "description"
    assert found["hand_over"].next[0].text == "You can write the workbook. Not complete yet: Use case."


def test_tasks_lead_to_the_first_step_without_them() -> None:
    draft = Draft(build())
    third = draft.view.steps(draft.view.streams[0].id)[2]
    lists.set_tasks(draft, third.id, ())
    tasks = looked(draft.view)["tasks"]
    assert (tasks.done, tasks.total, tasks.said) == (6, 7, "6 of 7 steps have tasks.")
    assert (tasks.next[0].record, tasks.next[0].field) == (third.id, "tasks")


def test_tasks_and_letters_lead_to_the_view_in_which_all_of_them_are_at_hand() -> None:
    found = looked(drawn(2, to_value=True))
    assert found["tasks"].next[1].action == "view.show_tables"
    assert found["letters"].next[1].action == "view.show_raci"


def test_what_is_put_off_makes_room_for_what_else_is_missing() -> None:
    view = drawn(2, to_value=True)
    stream = view.streams[0].id
    first, second = (step.id for step in view.steps(stream))
    tasks = next(step for step in progress(view, stream, skipped={Key(first, "tasks")}) if step.id == "tasks")
    assert tasks.next[0].record == second
    both = {Key(first, "tasks"), Key(second, "tasks")}
    tasks = next(step for step in progress(view, stream, skipped=both) if step.id == "tasks")
    assert not tasks.next
    assert not tasks.is_done, "put off is not done"


def test_letters_ask_for_one_who_answers_and_one_who_works() -> None:
    draft = Draft(build())
    step = draft.view.steps(draft.view.streams[0].id)[0]
    for role in draft.view.roles:
        raci.set_letters(draft, step.id, role.id, "")
    raci.set_letters(draft, step.id, draft.view.roles[0].id, "A")
    letters = looked(draft.view)["letters"]
    assert (letters.done, letters.total) == (6, 7)
    assert letters.next[0].text.startswith("Say who does the work in Step 1")
    raci.set_letters(draft, step.id, draft.view.roles[0].id, "A/R")
    assert looked(draft.view)["letters"].is_done


def test_handing_over_is_done_when_the_eyes_of_others_find_nothing() -> None:
    draft = Draft(build())
    checks.set_profile(draft, READY_TO_PRESENT)
    assert looked(draft.view)["hand_over"].is_done
    streams.update(draft, draft.view.streams[0].id, value="")
    found = looked(draft.view)["hand_over"]
    assert not found.is_done
    assert (found.said, found.next[0].field) == ("1 problem is left.", "value")
    assert found.next[1].action == "view.problems"


def test_what_is_wrong_in_another_stream_is_no_matter_here() -> None:
    draft = Draft(build())
    checks.set_profile(draft, READY_TO_PRESENT)
    streams.add(draft)
    assert any(finding.level == "warning" for finding in find_all(draft.view)), "the new one is empty"
    assert looked(draft.view)["hand_over"].is_done


def test_a_thousand_steps_are_counted_between_two_frames() -> None:
    view = drawn(2, to_value=True)
    draft = Draft(view)
    step = view.steps(view.streams[0].id)[0]
    for number in range(1_000):
        draft.add(step.model_copy(update={"id": f"copy-{number}", "order": number + 10}))
    view = draft.view
    stream = view.streams[0].id
    view.steps(stream)  # sorted once for everybody
    found = find_all(view)
    started = time.perf_counter()
    progress(view, stream, found)
    assert time.perf_counter() - started < 0.1
