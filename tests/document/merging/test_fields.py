"""Fields and lists that two sides changed."""

from __future__ import annotations

import pytest

from tests.document.merging.build import (
    BASE,
    FIRST,
    STREAM,
    THIRD,
    Edit,
    both,
    chosen,
    made,
    merged,
    nothing,
    step,
    update,
)
from vsdesigner.commands import lists, raci
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import Side, merge, resolved
from vsdesigner.document.merging.shapes import LISTS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import (
    Duration,
    LeadTime,
    Part,
    PracticeUse,
    RaciLetter,
    Responsibility,
    Task,
    TimeUnit,
    ToolUse,
)
from vsdesigner.model.records import SECTIONS, SETTINGS_ID, DocumentSettings, Flow, Phase, Stream

TASKS = step(BASE).tasks
MARKS = step(BASE).raci
TOOL = step(BASE).tools[0].tool


def tasks(*entries: Task) -> Edit:
    return update(THIRD, tasks=tuple(entries))


def texts(view: Snapshot) -> list[str]:
    return [task.text for task in step(view).tasks]


def test_every_list_of_the_model_has_a_shape() -> None:
    kinds: list[type[Part]] = [*SECTIONS.values(), DocumentSettings, Task, ToolUse, PracticeUse]
    found = {
        (kind, name)
        for kind in kinds
        for name, field in kind.model_fields.items()
        if isinstance(field.get_default(call_default_factory=True), tuple)
    }
    assert found - LISTS.keys() == {(Flow, "bends")}  # a way counts as a whole


# -- values -------------------------------------------------------------------------------------------------
def test_different_fields_of_one_record_are_both_taken() -> None:
    outcome = merged(update(FIRST, name="Triage"), update(FIRST, wait_time=Duration(likely=1.0)))
    found = step(outcome.snapshot, FIRST)
    assert (found.name, found.wait_time) == ("Triage", Duration(likely=1.0))
    assert not outcome.conflicts
    assert [entry.key for entry in outcome.taken] == [f"{FIRST}/wait_time"]


def test_the_same_change_on_both_sides_is_none() -> None:
    outcome = merged(update(FIRST, name="Triage"), update(FIRST, name="Triage"))
    assert step(outcome.snapshot, FIRST).name == "Triage"
    assert (outcome.taken, outcome.conflicts) == ((), ())


def test_a_text_that_both_changed_is_a_conflict_and_keeps_ours() -> None:
    edits = update(FIRST, name="Ours"), update(FIRST, name="Theirs")
    outcome = merged(*edits)
    assert step(outcome.snapshot, FIRST).name == "Ours"
    (conflict,) = outcome.conflicts
    assert (conflict.key, conflict.record, conflict.field) == (f"{FIRST}/name", FIRST, "name")
    assert (conflict.ours, conflict.theirs, conflict.base) == ("Ours", "Theirs", step(BASE, FIRST).name)
    three = both(*edits)
    assert step(resolved(*three, {conflict.key: Side.THEIRS}), FIRST).name == "Theirs"
    assert step(resolved(*three, {conflict.key: Side.OURS}), FIRST).name == "Ours"


def test_a_change_can_be_refused() -> None:
    three = both(nothing, lambda draft: draft.update(FIRST, name="Theirs", qualifier="soon"))
    found = step(resolved(*three, {f"{FIRST}/name": Side.OURS}), FIRST)
    assert (found.name, found.qualifier) == (step(BASE, FIRST).name, "soon")


def test_what_belongs_together_is_taken_together() -> None:
    """Nobody meant a time of 5 to 3 days."""
    lead = BASE.get(STREAM, Stream).lead_times[0]

    def with_lead(**fields: object) -> Edit:
        return update(STREAM, lead_times=(lead.model_copy(update=fields),))

    outcome = merged(with_lead(minimum=5.0, maximum=9.0), with_lead(unit=TimeUnit.WEEKS))
    (found,) = outcome.snapshot.get(STREAM, Stream).lead_times
    assert (found.minimum, found.maximum, found.unit) == (5.0, 9.0, TimeUnit.DAYS)
    assert len(outcome.conflicts) == 1


def test_a_place_is_one_thing_in_words_and_two_numbers_in_the_merge() -> None:
    outcome = merged(update("phase-1", x=10.0), update("phase-1", width=99.0))
    phase = outcome.snapshot.get("phase-1", Phase)
    assert (phase.x, phase.width) == (10.0, 99.0)
    assert [entry.key for entry in outcome.taken] == ["phase-1/x"]
    assert not outcome.conflicts
    outcome = merged(update(THIRD, x=0.0, y=50.0), update(THIRD, x=1.0))
    assert (step(outcome.snapshot).x, step(outcome.snapshot).y) == (0.0, 50.0)
    assert [entry.key for entry in outcome.conflicts] == [f"{THIRD}/x"]
    view = resolved(*both(update(THIRD, x=0.0, y=50.0), update(THIRD, x=1.0)), {f"{THIRD}/x": Side.THEIRS})
    assert (step(view).x, step(view).y) == (1.0, step(BASE).y)


def test_a_card_that_both_pushed_goes_as_far_as_the_farther() -> None:
    x = step(BASE).x
    outcome = merged(update(THIRD, x=x + 270), update(THIRD, x=x + 540))
    assert step(outcome.snapshot).x == x + 540
    assert not outcome.conflicts
    assert merged(update(THIRD, x=x + 270), update(THIRD, x=x - 40)).conflicts


def test_unknown_fields_are_merged_like_others() -> None:
    def with_field(**fields: object) -> Edit:
        def edit(draft: Draft) -> None:
            record = draft.view.records[FIRST]
            draft.replace(type(record).model_validate({**record.__dict__, **record.unknown_fields, **fields}))

        return edit

    base = made(with_field(x_both=1, x_gone=1), 3)
    ours = made(with_field(x_ours=[1]), 1, base)
    theirs = made(with_field(x_theirs={"a": 2}, x_both=5), 2, base)
    record = theirs.records[FIRST]
    left = {name: value for name, value in record.unknown_fields.items() if name != "x_gone"}
    theirs = theirs.evolve({FIRST: type(record).model_validate({**record.__dict__, **left})})
    outcome = merge(base, ours, theirs)
    assert outcome.snapshot.records[FIRST].unknown_fields == {
        "x_both": 5,
        "x_ours": [1],
        "x_theirs": {"a": 2},
    }
    assert not outcome.conflicts


def test_what_a_document_has_beside_its_records_is_merged_by_name() -> None:
    records = list(BASE.records.values())
    base = Snapshot(records, {"x_a": 1, "x_b": 1})
    outcome = merge(base, Snapshot(records, {"x_a": 2, "x_b": 1}), Snapshot(records, {"x_a": 1, "x_c": 3}))
    assert dict(outcome.snapshot.extras) == {"x_a": 2, "x_c": 3}


# -- lists --------------------------------------------------------------------------------------------------
def test_tasks_of_both_stay_and_moves_are_followed() -> None:
    new, other = Task(id="task-a", text="New", indent=1), Task(id="task-b", text="Other")
    one, two, three = TASKS
    outcome = merged(tasks(one, new, two, three), tasks(three, one, two, other))
    assert texts(outcome.snapshot) == [three.text, one.text, "New", two.text, "Other"]
    assert not outcome.conflicts


def test_a_task_that_both_wrote_alike_is_there_once() -> None:
    one, other = Task(id="task-a", text="Call them"), Task(id="task-b", text="Call them")
    outcome = merged(tasks(*TASKS, one), tasks(other, *TASKS))
    assert texts(outcome.snapshot).count("Call them") == 1


def test_a_subtask_stays_below_its_action() -> None:
    one, two, three = TASKS
    action, sub = Task(id="task-a", text="Action"), Task(id="task-b", text="Sub", indent=1)
    outcome = merged(tasks(one, two, action, three), tasks(one, two, sub, three))
    assert texts(outcome.snapshot) == [one.text, two.text, "Sub", "Action", three.text]


def test_a_task_removed_here_and_reworded_there_stays() -> None:
    one, two, three = TASKS
    reworded = two.model_copy(update={"text": "Reworded"})
    edits = tasks(one, three), tasks(one, reworded, three)
    outcome = merged(*edits)
    assert texts(outcome.snapshot) == [one.text, "Reworded", three.text]
    (conflict,) = outcome.conflicts
    assert (conflict.part, conflict.ours) == (two.id, "")
    assert texts(resolved(*both(*edits), {conflict.key: Side.OURS})) == [one.text, three.text]
    assert texts(resolved(*both(*edits), {conflict.key: Side.THEIRS})) == texts(outcome.snapshot)


def test_a_task_moved_to_different_places_is_a_conflict() -> None:
    one, two, three = TASKS
    outcome = merged(tasks(three, one, two), tasks(one, three, two))
    assert texts(outcome.snapshot) == [three.text, one.text, two.text]
    assert [entry.key for entry in outcome.conflicts] == [f"{THIRD}/tasks/*"]


def test_letters_of_tasks_are_merged_by_role() -> None:
    client, engineer = TASKS[1].raci[0].role, MARKS[0].role
    outcome = merged(
        lambda draft: raci.set_letters(draft, THIRD, client, "I", task=TASKS[1].id),
        lambda draft: raci.set_letters(draft, THIRD, engineer, "R", task=TASKS[1].id),
    )
    marks = {mark.role: mark.letters for mark in step(outcome.snapshot).tasks[1].raci}
    assert marks == {client: "I", engineer: "R"}
    assert not outcome.conflicts
    outcome = merged(
        lambda draft: raci.set_letters(draft, THIRD, client, "I", task=TASKS[1].id),
        lambda draft: raci.set_letters(draft, THIRD, client, "A", task=TASKS[1].id),
    )
    assert [entry.key for entry in outcome.conflicts] == [
        f"{THIRD}/tasks/{TASKS[1].id}/raci/{client}/letters"
    ]


def test_practices_tools_and_their_products_are_merged_by_what_they_are() -> None:
    outcome = merged(
        lambda draft: lists.set_tools(draft, THIRD, [ToolUse(tool=TOOL, products=("Pencil", "Pen"))]),
        lambda draft: lists.set_tools(draft, THIRD, [ToolUse(tool=TOOL, products=("Board", "Pencil"))]),
    )
    (use,) = step(outcome.snapshot).tools
    assert use.products == ("Board", "Pencil", "Pen")
    outcome = merged(
        lambda draft: draft.update(
            THIRD, practices=(*step(BASE).practices, PracticeUse(practice="change_enablement"))
        ),
        lambda draft: draft.update(THIRD, practices=step(BASE).practices[1:]),
    )
    assert [use.practice for use in step(outcome.snapshot).practices] == ["service_desk", "change_enablement"]
    assert not outcome.conflicts


def test_responsibilities_and_lead_times_are_merged_by_id() -> None:
    stream = BASE.get(STREAM, Stream)
    role = stream.responsibilities[0].role
    outcome = merged(
        update(
            STREAM,
            responsibilities=(*stream.responsibilities, Responsibility(id="duty-a", role=role, duty="More")),
        ),
        lambda draft: draft.update(
            STREAM,
            responsibilities=(stream.responsibilities[0].model_copy(update={"duty": "Says it"}),),
            lead_times=(*stream.lead_times, LeadTime(id="lead-a", service_class="Large")),
        ),
    )
    found = outcome.snapshot.get(STREAM, Stream)
    assert [duty.duty for duty in found.responsibilities] == ["Says it", "More"]
    assert [lead.service_class for lead in found.lead_times] == ["Simple", "Large"]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected", "conflicts"),
    [
        (("A wish", "A budget", "x"), ("y", "A wish", "A budget"), ("y", "A wish", "A budget", "x"), 0),
        (("A wish!", "A budget"), ("A wish", "A small budget"), ("A wish!", "A small budget"), 0),
        (("A wish!", "A budget"), ("A wish?", "A budget"), ("A wish!", "A budget"), 1),
        (("A budget", "A wish"), ("A wish", "A budget", "x"), ("A budget", "x", "A wish"), 0),
        (("A wish",), ("A wish", "A budget", "x"), ("A wish", "x"), 0),
        (("A wish", "A budget", "x"), ("A wish", "A budget", "x"), ("A wish", "A budget", "x"), 0),
        (("A wish",), ("A wish", "A big budget"), ("A wish", "A big budget"), 1),
        (("A wish", "x", "A budget"), ("A wish", "A budget", "x"), ("A wish", "x", "A budget"), 0),
    ],
)
def test_lines_are_merged_like_lines(
    ours: tuple[str, ...], theirs: tuple[str, ...], expected: tuple[str, ...], conflicts: int
) -> None:
    outcome = merged(update(THIRD, inputs=ours), update(THIRD, inputs=theirs))
    assert sorted(step(outcome.snapshot).inputs) == sorted(expected)
    if "x" not in theirs or ours == theirs:
        assert step(outcome.snapshot).inputs == expected
    assert len(outcome.conflicts) == conflicts


def test_a_line_that_one_wrote_and_the_other_got_by_rewording_stands_once() -> None:
    ours, theirs = ("A wish", "A great budget"), ("A great budget", "A wish", "A budget")
    outcome = merged(update(THIRD, inputs=ours), update(THIRD, inputs=theirs))
    assert step(outcome.snapshot).inputs == ("A great budget", "A wish")
    outcome = merged(update(THIRD, inputs=("x", "x", "A wish")), update(THIRD, inputs=("A wish", "A budget")))
    assert step(outcome.snapshot).inputs.count("x") == 2  # twice is what somebody wrote


def test_a_list_that_would_grow_too_long_is_a_conflict() -> None:
    many = tuple(Task(id=f"task-{number}", text=str(number)) for number in range(300))
    others = tuple(Task(id=f"task-{number}", text=str(number)) for number in range(1_000, 1_300))
    outcome = merged(tasks(*TASKS, *many), tasks(*TASKS, *others))
    assert step(outcome.snapshot).tasks == (*TASKS, *many)
    assert [entry.key for entry in outcome.conflicts] == [f"{THIRD}/tasks"]
    view = resolved(*both(tasks(*TASKS, *many), tasks(*TASKS, *others)), {f"{THIRD}/tasks": Side.THEIRS})
    assert step(view).tasks == (*TASKS, *others)


# -- settings -----------------------------------------------------------------------------------------------
def test_settings_are_merged_by_field_and_key() -> None:
    letters = BASE.settings.raci_letters
    outcome = merged(
        update(SETTINGS_ID, check_levels={"owner": "off", "split": "hint"}),
        lambda draft: draft.update(
            SETTINGS_ID,
            check_levels={},
            raci_letters=(*letters, RaciLetter(letter="S", name="Support")),
        ),
    )
    assert outcome.snapshot.settings.check_levels == {"split": "hint"}
    assert [letter.letter for letter in outcome.snapshot.settings.raci_letters] == ["R", "A", "C", "I", "S"]
    assert not outcome.conflicts


def test_no_letter_at_all_is_not_what_anybody_meant() -> None:
    letters = BASE.settings.raci_letters
    outcome = merged(
        update(SETTINGS_ID, raci_letters=letters[:2]), update(SETTINGS_ID, raci_letters=letters[2:])
    )
    assert outcome.snapshot.settings.raci_letters == letters[:2]
    assert len(outcome.conflicts) == 1


def test_chosen_is_what_the_key_says() -> None:
    assert chosen(nothing, update(FIRST, name="Theirs")) == made(update(FIRST, name="Theirs"), 2)
