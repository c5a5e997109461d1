"""The worked example entered row by row in the table is the one that was drawn."""

from __future__ import annotations

import itertools
from typing import Any

from tests.commands.table.kit import Table
from tests.examples.cloud_service import StepEntry, sample
from tests.examples.make_cloud_service import STREAM, build
from vsdesigner.commands.table.cells import write_block
from vsdesigner.commands.table.columns import METHOD
from vsdesigner.commands.table.rows import append_row
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import practice_name, role_name, tool_text
from vsdesigner.model.dimensions import CARD_WIDTH, LANE_PADDING, STEP_GAP
from vsdesigner.model.records import Role, Step, Terminal


def empty() -> Table:
    """A new document in which the roles are known: they come from the use case, not from the table."""
    sheet = Table()
    draft = sheet.draft()
    for role in build().roles:
        draft.add(role)
    sheet.take(draft)
    return sheet


def cells(entry: StepEntry, roles: dict[str, str]) -> dict[str, str]:
    """What a person types into the row of a step, column by column."""
    activity = entry["facet"] or entry["activity"]
    qualifier = f" ({entry['qualifier']})" if entry["qualifier"] else ""
    tools = [f"{name} (e.g., {', '.join(known)})" if known else name for name, known in entry["tools"]]
    times = {name: entry[name] for name in ("process_time", "wait_time")}
    return {
        "name": entry["name"],
        "lane": activity + qualifier,
        "tasks": "\n".join(entry["tasks"]),
        "practices": "\n".join(entry["practices"]),
        "tools": "\n".join(tools),
        **{name: f"{amount:g} {unit}" for name, (amount, unit) in times.items()},
        "complete_and_accurate": f"{entry['complete_and_accurate']:g} %",
        "customer_visible": "yes" if entry["customer_visible"] else "",
        "automation": entry["automation"],
        "presenter_notes": entry["presenter_notes"],
        **{f"raci:{roles[name]}": letters for name, letters in entry["raci"].items()},
    }


def typed() -> Table:
    """The example typed cell by cell, each an edit of its own."""
    sheet = empty()
    content = sample()
    roles = {role.name: role.id for role in sheet.view.roles}
    for number, entry in enumerate(content["steps"], start=1):
        draft = sheet.draft()
        append_row(draft, sheet.stream)
        sheet.take(draft)
        for column, text in cells(entry, roles).items():
            sheet.write(number, column, text)
    lead_as_drawn(sheet)
    return sheet


def lead_as_drawn(sheet: Table) -> None:
    """Say what comes next where the stream is no plain chain: the last two rows."""
    content = sample()
    names = {entry["id"]: entry["name"] for entry in content["steps"]} | {"value": "Value"}
    for number, entry in enumerate(content["steps"], start=1):
        following = [flow for flow in content["flows"] if flow["source"] == entry["id"]]
        lines = [
            names[flow["target"]] + (f" ({flow['kind']}: {flow['label']})" if flow["label"] else "")
            for flow in following
        ]
        sheet.write(number, "next", "\n".join(lines))


def content_of(view: Snapshot, stream: str) -> dict[str, Any]:
    """Everything that a stream says, without ids and coordinates."""
    return {
        "steps": [said(view, step) for step in view.steps(stream)],
        "flows": sorted(
            (end(view, flow.source), end(view, flow.target), flow.kind.value, flow.label)
            for flow in view.flows(stream)
        ),
        "tools": [(tool.name, tool.products) for tool in view.tools],
        "practices": [practice.name for practice in view.practices],
        "roles": [role.name for role in view.all(Role)],
    }


def end(view: Snapshot, id: str) -> str:
    record = view.find(id)
    return record.kind.value if isinstance(record, Terminal) else view.get(id, Step).name


def said(view: Snapshot, step: Step) -> dict[str, Any]:
    return {
        **{name: value for name, value in step.__dict__.items() if name not in ("id", "stream", "x", "y")},
        "tasks": [(task.text, task.indent, task.raci) for task in step.tasks],
        "practices": [(practice_name(view, use.practice), use.contribution) for use in step.practices],
        "tools": [tool_text(view, use) for use in step.tools],
        "raci": [(role_name(view, mark.role), mark.letters) for mark in step.raci],
    }


def test_the_example_typed_row_by_row_is_the_one_that_was_drawn() -> None:
    sheet = typed()
    assert content_of(sheet.view, sheet.stream) == content_of(build(), STREAM)


def test_its_cards_stand_in_a_row_from_left_to_right() -> None:
    sheet = typed()
    steps = sheet.view.steps(sheet.stream)
    assert {step.y for step in steps} == {LANE_PADDING}
    gaps = {after.x - before.x for before, after in itertools.pairwise(steps)}
    assert gaps == {CARD_WIDTH + STEP_GAP}


def test_the_example_pasted_as_a_block_is_the_same() -> None:
    sheet = empty()
    roles = {role.name: role.id for role in sheet.view.roles}
    order = [*METHOD, *list(cells(sample()["steps"][0], roles))[len(METHOD) : 11]]
    order += [f"raci:{id}" for id in roles.values()]
    rows = [cells(entry, roles) for entry in sample()["steps"]]
    draft = sheet.draft()
    written = write_block(
        draft,
        sheet.stream,
        (),
        [sheet.column(id) for id in order],
        [[row.get(id, "") for id in order] for row in rows],
    )
    assert not written.refusals
    sheet.take(draft)
    lead_as_drawn(sheet)
    assert content_of(sheet.view, sheet.stream) == content_of(build(), STREAM)
