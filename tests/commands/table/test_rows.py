"""Whole rows: append, insert, move and delete steps; the flow goes along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands.table.kit import Table, chain, table
from tests.strategies import documents
from vsdesigner.commands import flows, steps
from vsdesigner.commands.steps import extent
from vsdesigner.commands.table.rows import (
    Row,
    append_row,
    append_rows,
    delete_rows,
    insert_before,
    move_rows,
    rows,
)
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_WIDTH, LANE_PADDING, STEP_GAP
from vsdesigner.model.records import FlowKind, Numbering, Step, Stream, TerminalKind


def append(sheet: Table, name: str, after: int = 0) -> None:
    draft = sheet.draft()
    id = append_row(draft, sheet.stream, sheet.step(after).id if after else "")
    draft.update(id, name=name)
    sheet.take(draft)


def insert(sheet: Table, name: str, before: int) -> None:
    draft = sheet.draft()
    draft.update(insert_before(draft, sheet.step(before).id), name=name)
    sheet.take(draft)


def move(sheet: Table, by: int, *numbers: int) -> bool:
    draft = sheet.draft()
    moved = move_rows(draft, [sheet.step(number).id for number in numbers], by)
    sheet.take(draft)
    return moved


def connect(sheet: Table, source: int, target: int, kind: FlowKind = FlowKind.MAIN) -> None:
    draft = sheet.draft()
    flows.connect(draft, sheet.step(source).id, sheet.step(target).id, kind=kind)
    sheet.take(draft)


def apart(sheet: Table) -> bool:
    """Whether no card lies on another."""
    cards = sheet.view.steps(sheet.stream)
    return not any(
        one.lane == other.lane
        and one.id < other.id
        and one.x < other.x + extent(other)[0]
        and other.x < one.x + extent(one)[0]
        and one.y < other.y + extent(other)[1]
        and other.y < one.y + extent(one)[1]
        for one in cards
        for other in cards
    )


def from_left(sheet: Table) -> list[str]:
    return [step.name for step in sorted(sheet.view.steps(sheet.stream), key=lambda step: step.x)]


def numbering(sheet: Table) -> Numbering:
    return sheet.view.get(sheet.stream, Stream).numbering


# -- which rows -------------------------------------------------------------------------------------------
def test_a_row_is_a_step_or_one_of_its_tasks() -> None:
    sheet = table("A", "B")
    sheet.write(1, "tasks", "One\nTwo")
    one, two = (step.id for step in sheet.view.steps(sheet.stream))
    first, second = (task.id for task in sheet.step(1).tasks)
    assert rows(sheet.view, sheet.stream) == (Row(one), Row(two))
    assert rows(sheet.view, sheet.stream, by_task=True) == (Row(one, first), Row(one, second), Row(two))


# -- append -----------------------------------------------------------------------------------------------
def test_the_first_steps_make_a_chain_from_demand_to_value_as_drawn() -> None:
    drawn = Table()
    draft = drawn.draft()
    source = draft.view.terminal(drawn.stream, TerminalKind.DEMAND).id
    for name in ("A", "B", "C"):
        source = steps.append(draft, source, name=name)
    flows.connect(draft, source, draft.view.terminal(drawn.stream, TerminalKind.VALUE).id)
    drawn.take(draft)
    typed = table("A", "B", "C")
    assert typed.names == ["A", "B", "C"]
    assert typed.ways == drawn.ways == chain("A", "B", "C")
    cards = [
        [(step.lane, step.x, step.y) for step in sheet.view.steps(sheet.stream)] for sheet in (typed, drawn)
    ]
    assert cards[0] == cards[1]


def test_a_row_in_the_middle_goes_into_the_flow_and_finds_room() -> None:
    sheet = table("A", "B", "C")
    sheet.write(1, "lane", "Plan")
    append(sheet, "New", after=1)
    assert sheet.names == ["A", "New", "B", "C"]
    assert sheet.ways == chain("A", "New", "B", "C")
    assert sheet.step(2).lane == "plan"
    assert from_left(sheet) == ["A", "New", "B", "C"]
    assert apart(sheet)


def test_behind_a_branch_a_step_is_only_hung_on() -> None:
    sheet = table("A", "B", "C")
    connect(sheet, 1, 3)
    append(sheet, "New", after=1)
    assert sheet.ways == chain("A", "B", "C") | {("A", "C"), ("A", "New")}
    assert apart(sheet)


def test_a_last_step_that_leads_nowhere_leads_on_and_value_is_joined_when_it_waits() -> None:
    sheet = table("A", "B")
    sheet.write(2, "next", "")
    append(sheet, "C")
    assert sheet.ways == chain("A", "B", "C")
    sheet.write(2, "next", "3\nValue")
    sheet.write(3, "next", "")
    append(sheet, "D")
    assert ("D", "value") not in sheet.ways
    assert ("C", "D") in sheet.ways


def test_rework_and_information_are_no_way_on() -> None:
    sheet = table("A", "B", "C")
    connect(sheet, 2, 1, FlowKind.REWORK)
    append(sheet, "New", after=2)
    assert sheet.ways == chain("A", "B", "New", "C") | {("B", "A")}


def test_several_rows_are_a_chain_of_the_kind_of_the_flow() -> None:
    sheet = table("A", "B")
    draft = sheet.draft()
    (flow,) = draft.view.outgoing(sheet.step(1).id)
    flows.update(draft, [flow.id], kind=FlowKind.ALTERNATIVE, label="sometimes")
    made = append_rows(draft, sheet.stream, 3, sheet.step(1).id)
    for id, name in zip(made, "XYZ", strict=True):
        draft.update(id, name=name)
    sheet.take(draft)
    assert sheet.names == ["A", "X", "Y", "Z", "B"]
    assert sheet.ways == chain("A", "X", "Y", "Z", "B")
    kinds = [(each.kind, each.label) for each in sheet.view.flows(sheet.stream) if each.kind != FlowKind.MAIN]
    assert sorted(kinds) == [(FlowKind.ALTERNATIVE, "")] * 3 + [(FlowKind.ALTERNATIVE, "sometimes")]
    assert apart(sheet)
    assert from_left(sheet) == ["A", "X", "Y", "Z", "B"]


def test_no_rows_are_none() -> None:
    sheet = table("A")
    draft = sheet.draft()
    assert append_rows(draft, sheet.stream, 0) == []
    assert not draft.to_change("Append")


def test_numbers_that_are_kept_by_hand_make_place() -> None:
    sheet = table("A", "B")
    draft = sheet.draft()
    steps.reorder(draft, sheet.step(1).id, 1)
    sheet.take(draft)
    assert sheet.names == ["B", "A"]
    append(sheet, "New", after=1)
    assert sheet.names == ["B", "New", "A"]
    insert(sheet, "First", before=1)
    assert sheet.names == ["First", "B", "New", "A"]


# -- insert before ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_step_is_put_before_another_in_the_flow(before: int) -> None:
    sheet = table("A", "B", "C")
    insert(sheet, "New", before)
    names = ["A", "B", "C"]
    names.insert(before - 1, "New")
    assert sheet.names == names
    assert sheet.ways == chain(*names)
    assert from_left(sheet) == names
    assert apart(sheet)
    assert {step.y for step in sheet.view.steps(sheet.stream)} == {
        LANE_PADDING
    }  # none had to go below another


def test_a_step_with_several_ways_to_it_gets_one_more() -> None:
    sheet = table("A", "B", "C")
    connect(sheet, 1, 3)
    insert(sheet, "New", 3)
    assert sheet.ways == chain("A", "B", "C") | {("A", "C"), ("New", "C")}
    sheet.write(1, "next", "")
    assert apart(sheet)


# -- move ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("numbers", "by", "names"),
    [
        ((2,), -1, "BACD"),
        ((2,), 1, "ACBD"),
        ((1,), 1, "BACD"),
        ((4,), -1, "ABDC"),
        ((2, 3), 1, "ADBC"),
        ((3, 2), -1, "BCAD"),
    ],
)
def test_rows_move_in_a_chain_and_the_flow_goes_along(numbers: tuple[int, ...], by: int, names: str) -> None:
    sheet = table(*"ABCD")
    assert move(sheet, by, *numbers)
    assert sheet.names == list(names)
    assert sheet.ways == chain(*names)
    assert from_left(sheet) == list(names)
    assert numbering(sheet) is Numbering.AUTOMATIC
    assert apart(sheet)


def test_rows_at_the_end_stay() -> None:
    sheet = table(*"ABC")
    assert not move(sheet, -1, 1, 2)
    assert not move(sheet, 1, 3)
    assert sheet.names == list("ABC")


def test_beside_a_branch_only_numbers_change() -> None:
    sheet = table(*"ABCD")
    connect(sheet, 1, 3)
    before = sheet.ways
    assert move(sheet, 1, 2)
    assert sheet.names == list("ACBD")
    assert sheet.ways == before
    assert numbering(sheet) is Numbering.MANUAL


def test_a_way_back_along_a_chain_keeps_the_flow_where_it_is() -> None:
    """Turned round, the flow would lead where the rework leads already."""
    sheet = table(*"ABC")
    connect(sheet, 3, 1, FlowKind.REWORK)
    before = sheet.ways
    assert move(sheet, 1, 1, 2)
    assert sheet.names == list("CAB")
    assert sheet.ways == before


def test_steps_that_hang_loose_move_among_the_numbers() -> None:
    sheet = Table()
    draft = sheet.draft()
    for name, x in (("A", 300), ("B", 600)):
        steps.add(draft, sheet.stream, steps.Place("plan", x, LANE_PADDING), name)
    sheet.take(draft)
    assert move(sheet, 1, 1)
    assert sheet.names == ["B", "A"]


# -- delete -------------------------------------------------------------------------------------------------
def test_a_deleted_step_leaves_its_neighbours_connected() -> None:
    sheet = table("A", "B", "C")
    draft = sheet.draft()
    delete_rows(draft, [sheet.row(2)])
    sheet.take(draft)
    assert sheet.ways == chain("A", "C")


def test_a_row_of_a_task_takes_the_task_only() -> None:
    sheet = table("A", "B")
    sheet.write(1, "tasks", "One\n– Two\nThree")
    draft = sheet.draft()
    delete_rows(draft, [sheet.row(1, 0), sheet.row(2)])
    sheet.take(draft)
    assert sheet.names == ["A"]
    assert [(task.text, task.indent) for task in sheet.step(1).tasks] == [("Two", 0), ("Three", 0)]


# -- anything -----------------------------------------------------------------------------------------------
@given(documents(edits=10), st.data())
def test_rows_move_and_come_back(view: Snapshot, data: st.DataObject) -> None:
    stream = data.draw(st.sampled_from(view.streams)).id
    before = [step.id for step in view.steps(stream)]
    if len(before) < 2:
        return
    at = data.draw(st.integers(0, len(before) - 2))
    draft = Draft(view)
    assert move_rows(draft, [before[at]], 1)
    after = complete(draft).view
    wanted = [*before]
    wanted[at : at + 2] = reversed(wanted[at : at + 2])
    assert [step.id for step in after.steps(stream)] == wanted
    draft = Draft(after)
    assert move_rows(draft, [before[at]], -1)
    again = complete(draft).view
    assert [step.id for step in again.steps(stream)] == before
    ends = [{(flow.source, flow.target) for flow in each.flows(stream)} for each in (view, again)]
    assert ends[0] == ends[1]


@given(documents(edits=10), st.data())
def test_steps_are_added_to_any_stream(view: Snapshot, data: st.DataObject) -> None:
    stream = data.draw(st.sampled_from(view.streams)).id
    present = [step.id for step in view.steps(stream)]
    draft = Draft(view)
    place = data.draw(st.sampled_from(["", *present]))
    if place and data.draw(st.sampled_from([True, False])):
        made = [insert_before(draft, place)]
    else:
        made = append_rows(draft, stream, data.draw(st.integers(1, 3)), place)
    again = complete(draft).view
    assert {step.id for step in again.steps(stream)} == {*present, *made}
    for id in made:
        assert isinstance(again.find(id), Step)
        assert again.incoming(id) or again.outgoing(id)


def test_a_new_step_keeps_the_rhythm() -> None:
    sheet = table("A", "B")
    assert sheet.step(2).x - sheet.step(1).x == CARD_WIDTH + STEP_GAP
