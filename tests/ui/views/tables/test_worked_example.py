"""The worked example is typed into the Tables view, row by row, and is the same as the one that was drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.examples.cloud_service import STEPS, StepEntry
from tests.examples.make_cloud_service import STREAM, build
from tests.ui.views.tables.conftest import MakeDesk
from tests.ui.views.tables.table_kit import Desk, Key
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import number_text, practice_name
from vsdesigner.model.records import Flow, Step, Tool
from vsdesigner.storage import documents

FURTHER = (
    *("facet", "process_time", "wait_time", "complete_and_accurate", "automation", "customer_visible"),
    "presenter_notes",
)
AUTOMATION = {"manual": "By people", "mixed": "By both", "automated": "By machines"}
QUALIFIERS = {
    "Design": "Transition not needed at this stage",
    "Transition": "Design not needed at this stage",
}
#: What does not follow from typing one row below the other.
NEXT = {5: "Value\n7", 6: "1 (information: Ideas for the next round)"}


def without_steps() -> Snapshot:
    """The example's use case and roles, before a step was drawn."""
    draft = Draft(build())
    for record in list(draft.view.records.values()):
        if isinstance(record, Step | Flow | Tool):
            draft.remove(record.id)
    return draft.view


def mapped(step: StepEntry) -> str:
    qualifier = step["qualifier"] or QUALIFIERS.get(step["facet"], "")
    return f"{step['activity']} ({qualifier})" if qualifier else step["activity"]


def cells(step: StepEntry, roles: dict[str, str]) -> dict[str, str]:
    """What somebody types into the columns of a row."""
    tools = [f"{tool} (e.g., {', '.join(made)})" if made else tool for tool, made in step["tools"]]
    amount, unit = step["process_time"]
    wait, wait_unit = step["wait_time"]
    return {
        "name": step["name"],
        "lane": mapped(step),
        "facet": step["facet"],
        "tasks": "\n".join(step["tasks"]),
        "practices": "\n".join(step["practices"]),
        "tools": "\n".join(tools),
        "process_time": f"{number_text(amount)} {unit}",
        "wait_time": f"{number_text(wait)} {wait_unit}",
        "complete_and_accurate": number_text(step["complete_and_accurate"]),
        "automation": AUTOMATION[step["automation"]],
        "customer_visible": "Yes" if step["customer_visible"] else "",
        "presenter_notes": step["presenter_notes"],
        **{f"raci:{roles[name]}": letters for name, letters in step["raci"].items()},
    }


def said(view: Snapshot, step: Step) -> dict[str, Any]:
    """Everything about a step but its id and its place on the drawing."""
    content = step.model_dump(
        exclude={"id", "x", "y", "width", "height", "tasks", "practices", "tools", "raci"}
    )
    return content | {
        "tasks": [task.text for task in step.tasks],
        "practices": [(practice_name(view, use.practice), use.contribution) for use in step.practices],
        "tools": [(view.get(use.tool, Tool).name, use.products) for use in step.tools],
        "raci": {(mark.role, mark.letters) for mark in step.raci},
    }


def led(view: Snapshot) -> set[tuple[str, str, str, str]]:
    """The flows, by what they connect."""

    def end(id: str) -> str:
        record = view.find(id)
        return record.name if isinstance(record, Step) else id

    return {(end(flow.source), end(flow.target), flow.kind, flow.label) for flow in view.flows(STREAM)}


def type_row(desk: Desk, row: int, texts: dict[str, str]) -> None:
    """Type a row from left to right with Tab, and go to the next one with Enter."""
    desk.go(row, 0)
    last = len(desk.model.columns) - 1
    for at, column in enumerate(desk.model.columns):
        text = texts.get(column.id, "")
        if text:
            desk.type_lines(text)
        desk.press(Key.Key_Return if at == last else Key.Key_Tab)


def test_the_example_typed_row_by_row_is_the_one_that_was_drawn(make_desk: MakeDesk, tmp_path: Path) -> None:
    drawn = build()
    desk = make_desk(without_steps())
    roles = {role.name: role.id for role in drawn.roles}
    desk.show_columns(*FURTHER, *(f"raci:{id}" for id in roles.values()))
    for row, step in enumerate(STEPS):
        assert desk.at == (row, 0)
        type_row(desk, row, cells(step, roles))
    desk.show_columns("next")
    for row, text in NEXT.items():
        desk.go(row, desk.model.column_of("next"))
        desk.type_lines(text)
        desk.press(Key.Key_Return)
    assert desk.told == []
    documents.save(tmp_path / "typed.vstream", desk.session.now)
    typed = documents.read(tmp_path / "typed.vstream").snapshot
    for one, other in zip(typed.steps(STREAM), drawn.steps(STREAM), strict=True):
        assert said(typed, one) == said(drawn, other)
    assert led(typed) == led(drawn)
    assert {(tool.name, frozenset(tool.products)) for tool in typed.tools} == {
        (tool.name, frozenset(tool.products)) for tool in drawn.tools
    }
