"""The five sheets, cell by cell, against tables written out here."""

from __future__ import annotations

import pytest

from tests.exchange.excel.reading import opened, render, shown
from tests.exchange.sample import LAPTOP, StepSketch, add_steps, laptop, sketched, with_extras
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import RaciLetter

USE_CASE = [
    ["Service value stream: Provide a laptop", ""],
    ["Owned by", "Ada Weiss"],
    ["Description", "From the wish for a laptop to the first day with it."],
    ["Demand or Trigger", "An employee asks for a laptop."],
    ["Outcomes", "The laptop is on the desk."],
    ["Value created", "People work from their first day."],
    ["Estimated or target lead time", "– In stock: 1 day\n– Ordered: 1-2.5 weeks"],
    [
        "Roles and Responsibilities",
        "Requester: Says what is needed.\nAgent: Takes the order.\nRequester: Signs for it.",
    ],
]
STEPS = [
    ["Steps mapped to service value chain activities", ""],
    ["Provide a laptop", ""],
    ["Value Stream Step", "Mapped SVC"],
    ["Take the order", "Engage (Step 1)"],
    ["Pick the model", "Design and Transition (Transition not needed at this stage) (Step 2)"],
    ["Buy and set it up", "Obtain/Build (When nothing is in stock) (Step 3)"],
    ["Hand it over", "Design and Transition (Design not needed at this stage) (Step 4)"],
    ["", ""],
    ["Steps 2 and 4 come back to Design and Transition: first for Design, then for Transition.", ""],
]
TASKS = [
    ["Actions and tasks of each step", "", ""],
    ["Provide a laptop", "", ""],
    ["Value Stream Step", "Mapped SVC", "Task/Action"],
    [
        "Take the order",
        "Engage",
        "– Ask what is needed\n    – Note the delivery address\n– Confirm the order",
    ],
    ["Pick the model", "Design and Transition", "– Compare what the shelf has"],
    ["Buy and set it up", "Obtain/Build", ""],
    ["Hand it over", "Design and Transition", ""],
]
PRACTICES_TOOLS = [
    ["Contributing practices, tools and technologies", "", "", "", ""],
    ["Provide a laptop", "", "", "", ""],
    ["Value Stream Step", "Mapped SVC", "Task/Action", "Practices", "Tools and Technologies"],
    [
        "Take the order",
        "Engage",
        "– Ask what is needed\n    – Note the delivery address\n– Confirm the order",
        "– Service desk: single contact\n– Relationship management",
        "– Chat (e.g., Teams, Signal)\n– Phone",
    ],
    ["Pick the model", "Design and Transition", "– Compare what the shelf has", "– Supplier management", ""],
    ["Buy and set it up", "Obtain/Build", "", "", "– Imaging (e.g., Autopilot)"],
    ["Hand it over", "Design and Transition", "", "", ""],
]
RACI = [
    ["Responsibility: R responsible · A accountable · C consulted · I informed", "", "", "", "", ""],
    ["Provide a laptop", "", "", "", "", ""],
    ["Value Stream Step", "Mapped SVC", "Requester", "Agent", "Buyer", "Check"],
    ["Take the order", "Engage", "C", "A/R", "", "ok"],
    ["Pick the model", "Design and Transition", "", "R", "A", "ok"],
    ["– Compare what the shelf has", "Design and Transition", "I", "", "A", "no R"],
    ["Buy and set it up", "Obtain/Build", "", "", "R", "no A"],
    ["Hand it over", "Design and Transition", "", "A", "", "no R"],
]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Use case", USE_CASE),
        ("Steps", STEPS),
        ("Tasks", TASKS),
        ("Practices and tools", PRACTICES_TOOLS),
        ("RACI", RACI),
    ],
)
def test_a_sheet(title: str, expected: list[list[str]]) -> None:
    assert shown(opened(render(laptop()), results=True)[title]) == expected


def test_the_sheets_in_order() -> None:
    book = opened(render(laptop()))
    assert book.sheetnames == ["Use case", "Steps", "Tasks", "Practices and tools", "RACI", "Lists"]
    assert [sheet.sheet_state for sheet in book] == ["visible"] * 5 + ["hidden"]
    assert book.active is book["Use case"]


def test_rows_of_the_use_case_that_stand_only_when_filled() -> None:
    rows = shown(opened(render(with_extras(laptop())))["Use case"])
    assert rows[:8] == USE_CASE
    assert rows[8:] == [
        ["Service offerings", "– Standard laptop\n– Laptop for developers"],
        ["State", "to-be"],
        ["Version", "1.2"],
    ]


def test_the_layout_with_a_row_for_each_task() -> None:
    book = opened(render(laptop(), row_per_task=True))
    assert shown(book["Steps"]) == STEPS
    assert shown(book["Tasks"])[3:] == [
        ["Take the order", "Engage", "Ask what is needed"],
        ["Take the order", "Engage", "– Note the delivery address"],
        ["Take the order", "Engage", "Confirm the order"],
        ["Pick the model", "Design and Transition", "Compare what the shelf has"],
        ["Buy and set it up", "Obtain/Build", ""],
        ["Hand it over", "Design and Transition", ""],
    ]
    practices = "– Service desk: single contact\n– Relationship management"
    tools = "– Chat (e.g., Teams, Signal)\n– Phone"
    assert shown(book["Practices and tools"])[3:5] == [
        ["Take the order", "Engage", "Ask what is needed", practices, tools],
        ["Take the order", "Engage", "– Note the delivery address", practices, tools],
    ]
    assert not book["Tasks"].merged_cells.ranges


def test_every_row_has_the_id_of_its_step_in_a_hidden_column() -> None:
    view = laptop()
    steps = view.steps(view.streams[0].id)
    book = opened(render(view))
    for title, row_count in (("Steps", 4), ("Tasks", 4), ("Practices and tools", 4)):
        rows = shown(book[title], hidden=True)
        assert rows[2][-1] == "Id"
        assert [row[-1] for row in rows[3 : 3 + row_count]] == [step.id for step in steps]
    raci = [row[-1] for row in shown(book["RACI"], hidden=True)[3:]]
    assert raci == [
        steps[0].id,
        steps[1].id,
        f"{steps[1].id} {steps[1].tasks[0].id}",
        steps[2].id,
        steps[3].id,
    ]


def test_a_row_for_a_task_has_the_ids_of_step_and_task() -> None:
    view = laptop()
    step = view.steps(view.streams[0].id)[0]
    rows = shown(opened(render(view, row_per_task=True))["Tasks"], hidden=True)
    assert [row[-1] for row in rows[3:6]] == [f"{step.id} {task.id}" for task in step.tasks]


def test_a_document_with_nothing_in_it() -> None:
    book = opened(render(streams.new_document()))
    assert "Use case" not in book.sheetnames, "nobody has written one yet"
    alone = opened(render(streams.new_document(), sheets=("use_case",)))
    assert shown(alone["Use case"])[0][0] == "Service value stream: Untitled stream"
    assert shown(book["Steps"])[2:] == [["Value Stream Step", "Mapped SVC"], ["", ""]]
    assert shown(book["RACI"])[2:] == [["Value Stream Step", "Mapped SVC", "Check"], ["", "", ""]]


def test_several_streams_have_sheets_of_their_own() -> None:
    draft = Draft(laptop())
    first = draft.view.streams[0].id
    second = streams.add(draft, "Take a laptop back")
    draft.update(first, short_name="Laptop")
    draft.update(second, short_name="Return", owner="Kim")
    add_steps(draft, second, [StepSketch("Collect it", "engage")], ())
    book = opened(render(draft.view))
    assert book.sheetnames == [
        *(f"Laptop – {name}" for name in ("Use case", "Steps", "Tasks", "Practices and tools", "RACI")),
        *(f"Return – {name}" for name in ("Use case", "Steps", "Tasks", "Practices and tools", "RACI")),
        "Lists",
    ]
    assert shown(book["Return – Steps"])[3] == ["Collect it", "Engage (Step 1)"]
    alone = opened(render(draft.view, streams=(second,)))
    assert alone.sheetnames[0] == "Use case"
    assert shown(alone["Steps"])[3] == ["Collect it", "Engage (Step 1)"]


def test_another_letter_set_changes_title_choices_and_check() -> None:
    draft = Draft(sketched((StepSketch("Work", "plan", raci={"Agent": "A"}),), roles=("Agent",)))
    letters = [
        RaciLetter(letter=letter, name=name) for letter, name in (("R", "Responsible"), ("A", "Accountable"))
    ]
    letters.append(RaciLetter(letter="S", name="Support"))
    draft.update("document", raci_letters=tuple(letters), accountable_implies_responsible=True)
    book = opened(render(draft.view), results=True)
    rows = shown(book["RACI"])
    assert rows[0][0] == "Responsibility: R responsible · A accountable · S support"
    assert rows[3] == ["Work", "Plan", "A", "ok"]
    assert [row[1] for row in shown(book["Lists"])[1:]] == ["R", "A", "S", "A/R", "", ""]


def test_activities_visited_by_one_step_are_told_together() -> None:
    draft = Draft(sketched(LAPTOP[:1]))
    step = draft.view.steps(draft.view.streams[0].id)[0]
    draft.update(step.id, further_lanes=("plan", "improve"))
    book = opened(render(draft.view))
    assert shown(book["Steps"])[3][1] == "Engage, Plan, Improve (Step 1)"
    assert shown(book["Tasks"])[3][1] == "Engage, Plan, Improve"
