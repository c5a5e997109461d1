"""The sentences in which differences and conflicts are told."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.document.merging.build import (
    BASE,
    FIRST,
    SECOND,
    STREAM,
    THIRD,
    Edit,
    both,
    made,
    merged,
    step,
    update,
)
from vsdesigner.commands import elements, flows, notes, raci, roles, steps, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import differences, merge
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import install
from vsdesigner.model.parts import PracticeUse, RaciMark, Task, ToolUse
from vsdesigner.model.place import Place
from vsdesigner.model.records import SETTINGS_ID, FlowKind, Step

TASKS = step(BASE).tasks
ROLE = step(BASE).raci[0].role
CLIENT = TASKS[1].raci[0].role
FLOW = BASE.outgoing(SECOND)[0].id
NAME = "“Step of design_and_transition, number 3”"
OTHER = "“Step of engage, number 1”"
PICTURES = "“Give people a picture”"
PLANNED = "“Step of plan, number 2”"


def reworded(task: Task, **fields: object) -> Edit:
    changed = tuple(other.model_copy(update=fields) if other.id == task.id else other for other in TASKS)
    return update(THIRD, tasks=changed)


SENTENCES: list[tuple[Edit, str]] = [
    (update(FIRST, name="Triage the request"), f"{OTHER} is renamed to “Triage the request”."),
    (update(STREAM, name="Pictures"), f"The stream {PICTURES} is renamed to “Pictures”."),
    (update(FIRST, name=""), f"The name of {OTHER} became empty; before: {OTHER}."),
    (update(FIRST, qualifier="urgent"), f"The qualifier of {OTHER} became “urgent”."),
    (
        update(STREAM, owner=""),
        f"The owner of the stream {PICTURES} became empty; before: “Head of pictures”.",
    ),
    (update(THIRD, wait_time=None), f"The wait time of {NAME} became empty; before: “3 days”."),
    (
        update(THIRD, complete_and_accurate=50.0),
        f"The share that is complete and accurate of {NAME} changed from “87.5 %” to “50 %”.",
    ),
    (update(THIRD, optional=False), f"The option to leave it out of {NAME} changed from “yes” to “no”."),
    (
        update(THIRD, facet="transition"),
        f"The part of the activity of {NAME} changed from “Design” to “Transition”.",
    ),
    (update(THIRD, lane="plan"), f"The activity of {NAME} changed from “Design and Transition” to “Plan”."),
    (update(THIRD, x=5.0), f"{NAME} is moved on the drawing."),
    (update(THIRD, width=None), f"{NAME} has another size on the drawing."),
    (
        update(FLOW, bends=(), source_side="top"),
        f"The flow from {PLANNED} to {NAME} is drawn in another way.",
    ),
    (
        update(FLOW, kind=FlowKind.ALTERNATIVE),
        f"The kind of the flow from {PLANNED} to {NAME} changed from “main” to “alternative”.",
    ),
    (update(THIRD, tasks=(*TASKS, Task(id="t", text="Call"))), f"The task “Call” is added to {NAME}."),
    (update(THIRD, tasks=TASKS[1:]), f"The task “Draw it” is removed from {NAME}."),
    (reworded(TASKS[0], text="Draw it well"), f"The task “Draw it” of {NAME} becomes “Draw it well”."),
    (reworded(TASKS[1], indent=0), f"The task “Ask whether it fits” of {NAME} stands alone."),
    (update(THIRD, tasks=(TASKS[2], *TASKS[:2])), f"The order of the actions and tasks of {NAME} changed."),
    (update(THIRD, raci=()), f"“Engineer” no longer holds A/R in {NAME}."),
    (lambda draft: raci.set_letters(draft, THIRD, CLIENT, "I"), f"“Client” gets I in {NAME}."),
    (
        lambda draft: raci.set_letters(draft, THIRD, ROLE, "R"),
        f"“Engineer” holds R instead of A/R in {NAME}.",
    ),
    (reworded(TASKS[1], raci=()), f"“Client” no longer holds C in the task “Ask whether it fits” of {NAME}."),
    (
        update(THIRD, inputs=("A wish", "A budget", "Time")),
        f"“Time” is added to the inputs and triggers of {NAME}.",
    ),
    (update(THIRD, inputs=("A wish",)), f"“A budget” is removed from the inputs and triggers of {NAME}."),
    (
        update(THIRD, inputs=("A wish", "A big budget")),
        f"“A budget” becomes “A big budget” in the inputs and triggers of {NAME}.",
    ),
    (
        update(THIRD, practices=(*step(BASE).practices, PracticeUse(practice="change_enablement"))),
        f"The practice “Change enablement” is added to {NAME}.",
    ),
    (
        update(THIRD, tools=(ToolUse(tool=step(BASE).tools[0].tool),)),
        f"“Pencil” is removed from the products of the tool “Drawing tools” of {NAME}.",
    ),
    (
        update(SETTINGS_ID, check_levels={"owner": "hint"}),
        "The level of the check “owner” of the document changed from “off” to “hint”.",
    ),
    (lambda draft: streams.add(draft, "Other"), "The stream “Other” is added."),
    (
        lambda draft: steps.add(draft, STREAM, Place("plan", 900, 40), "New"),
        f"The step “New” is added to {PICTURES}.",
    ),
    (
        lambda draft: notes.add(draft, STREAM, Place("plan", 900, 40), text="Mind"),
        f"The note “Mind” is added to {PICTURES}.",
    ),
    (
        lambda draft: elements.delete(draft, [FLOW], heal=False),
        f"The flow from {PLANNED} to {NAME} is removed from {PICTURES}.",
    ),
    (lambda draft: roles.add_role(draft, "Somebody"), "The role “Somebody” is added."),
]


@pytest.mark.parametrize(("edit", "sentence"), SENTENCES, ids=[sentence for _, sentence in SENTENCES])
def test_each_change_is_one_sentence(edit: Edit, sentence: str) -> None:
    found = differences(BASE, made(edit, 1))
    assert sentence in [entry.text for entry in found]


@pytest.mark.parametrize(
    ("ours", "theirs", "sentence"),
    [
        (
            update(FIRST, name="A"),
            update(FIRST, name="B"),
            f"The name of {OTHER} became “A” here and “B” there.",
        ),
        (
            update(STREAM, owner=""),
            update(STREAM, owner="B"),
            "The owner of the stream “Give people a picture” became empty here and “B” there.",
        ),
        (
            update(THIRD, tasks=TASKS[1:]),
            reworded(TASKS[0], text="Draw it well"),
            f"The task “Draw it” of {NAME} was removed here and changed there; it stays.",
        ),
        (
            reworded(TASKS[0], text="Draw it well"),
            update(THIRD, tasks=TASKS[1:]),
            f"The task “Draw it” of {NAME} was removed there and changed here; it stays.",
        ),
        (
            lambda draft: raci.set_letters(draft, THIRD, ROLE, "R"),
            lambda draft: raci.set_letters(draft, THIRD, ROLE, "A"),
            f"“Engineer” holds R here and A there in {NAME}.",
        ),
        (
            lambda draft: elements.delete(draft, [THIRD], heal=False),
            update(THIRD, name="New"),
            "The step “New” was removed here and changed there; it stays.",
        ),
        (
            lambda draft: roles.remove_role(draft, ROLE),
            update(FIRST, raci=(RaciMark(role=ROLE, letters="R"),)),
            "The role “Engineer” was removed here and is used there; it stays.",
        ),
        (
            update(THIRD, inputs=("A wish!", "A budget")),
            update(THIRD, inputs=("A wish?", "A budget")),
            f"“A wish” in the inputs and triggers of {NAME} is “A wish!” here and “A wish?” there.",
        ),
        (
            update(THIRD, tasks=(TASKS[2], TASKS[0], TASKS[1])),
            update(THIRD, tasks=(TASKS[0], TASKS[2], TASKS[1])),
            f"The order of the actions and tasks of {NAME} changed here and there in different ways.",
        ),
    ],
)
def test_each_conflict_is_one_sentence(ours: Edit, theirs: Edit, sentence: str) -> None:
    assert sentence in [entry.text for entry in merged(ours, theirs).conflicts]


def test_values_are_readable_and_whole() -> None:
    found = differences(BASE, made(update(STREAM, description="x\n" * 200), 1))[0]
    assert found.theirs == "x\n" * 200
    assert len(found.text) < 200
    assert found.text.endswith("…”.")
    (letters,) = differences(BASE, made(lambda draft: raci.set_letters(draft, THIRD, ROLE, "R"), 1))
    assert (letters.field, letters.part, letters.base, letters.theirs) == ("raci", ROLE, "A/R", "R")
    (letters,) = differences(BASE, made(lambda draft: raci.set_letters(draft, THIRD, CLIENT, "I"), 1))
    assert (letters.base, letters.theirs) == ("", "Client: I")


def test_user_text_is_never_taken_for_a_place_to_fill_in() -> None:
    for name in ("{before}", "{0.__class__}", "}{", "“{owner}”"):
        base = made(update(FIRST, name=name), 3)
        edits: list[Edit] = [
            update(FIRST, name=name + "!", qualifier=name),
            lambda draft, name=name: draft.update(STREAM, name=name),
            lambda draft, name=name: flows.update(draft, [FLOW], label=name),
        ]
        for edit in edits:
            assert any(name in entry.text for entry in differences(base, made(edit, 1, base)))


def test_the_sentences_are_translated() -> None:
    install(lambda text: f"«{text}»")
    try:
        texts = [entry.text for entry in differences(BASE, made(update(FIRST, qualifier="urgent"), 1))]
    finally:
        install(str)
    assert texts == ["«the «qualifier» of “Step of engage, number 1” became “urgent”.»"]


# -- speed --------------------------------------------------------------------------------------------------
def large(count: int = 1_000) -> Snapshot:
    draft = Draft(
        Snapshot(record for record in BASE.records.values() if getattr(record, "stream", "") != STREAM)
    )
    for end in BASE.terminals(STREAM):
        draft.add(end)
    for number in range(count):
        tasks = tuple(Task(id=f"task-{number}-{line}", text=f"Task {line}") for line in range(5))
        draft.add(
            Step(
                id=f"s-{number}",
                stream=STREAM,
                lane="plan",
                x=270.0 * number,
                y=40.0,
                order=number,
                name=f"Step {number}",
                tasks=tasks,
            )
        )
    return draft.view


@pytest.mark.timeout(60)
def test_a_thousand_steps_are_merged_quickly() -> None:
    base = large()

    def edit(start: int, **fields: Any) -> Edit:
        def change(draft: Draft) -> None:
            for number in range(start, 1_000, 3):
                found = draft.get(f"s-{number}", Step)
                draft.update(found.id, tasks=(*found.tasks[1:], Task.new("New")), **fields)

        return change

    three = both(edit(0, name="Ours"), edit(1, qualifier="theirs"), base)
    merge(*three)  # what is built at first use
    taken = []
    for _ in range(3):
        start = time.process_time()
        outcome = merge(*three)
        taken.append(time.process_time() - start)
    assert len(outcome.taken) == 333 * 3
    assert min(taken) < 0.3
