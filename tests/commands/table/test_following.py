"""The cell that says what comes next."""

from __future__ import annotations

import pytest

from tests.commands.table.kit import Table, chain, table
from vsdesigner.commands.table.column import CellError
from vsdesigner.model.records import Flow, FlowKind


def flow(sheet: Table, source: str, target: str) -> Flow:
    by_name = {
        (sheet.view.get(each.source, type(sheet.step(1))).name, sheet.view.find(each.target)): each
        for each in sheet.view.flows(sheet.stream)
        if each.source in {step.id for step in sheet.view.steps(sheet.stream)}
    }
    return next(each for (name, end), each in by_name.items() if name == source and _name(end) == target)


def _name(record: object) -> str:
    return getattr(record, "name", "value")


def test_a_chain_says_number_and_name_and_value_at_its_end() -> None:
    sheet = table("Ask", "Build")
    assert [sheet.read(number, "next") for number in (1, 2)] == ["2 Build", "Value"]


@pytest.mark.parametrize("text", ["3", "3 Run", "run", "3. RUN", "3) Run\n\n3"])
def test_a_step_is_named_by_its_number_or_name(text: str) -> None:
    sheet = table("Ask", "Build", "Run")
    sheet.write(1, "next", text)
    assert sheet.ways == chain("Ask", "Build", "Run") - {("Ask", "Build")} | {("Ask", "Run")}


def test_kind_and_label_stand_in_brackets() -> None:
    sheet = table("Ask", "Build", "Run")
    text = "Build\n3 (if it is there: already)\n"
    sheet.write(1, "next", text + "Value (alternative: refused)")
    sheet.write(3, "next", "Ask (rework)\nValue")
    assert sheet.read(1, "next") == "2 Build\n3 Run (if it is there: already)\nValue (alternative: refused)"
    assert sheet.read(3, "next") == "1 Ask (rework)\nValue"
    assert flow(sheet, "Run", "Ask").kind is FlowKind.REWORK
    sheet.write(1, "next", "Build (main: of course)")
    assert sheet.read(1, "next") == "2 Build (of course)"
    sheet.write(1, "next", "Build")
    assert flow(sheet, "Ask", "Build").label == ""


def test_a_flow_that_stays_keeps_what_the_cell_does_not_say() -> None:
    sheet = table("Ask", "Build")
    kept = flow(sheet, "Ask", "Build")
    draft = sheet.draft()
    draft.update(kept.id, share=60.0, label="a\nb")
    sheet.take(draft)
    sheet.write(1, "next", sheet.read(1, "next") + "\nValue")
    assert flow(sheet, "Ask", "Build") == kept.model_copy(update={"share": 60.0, "label": "a\nb"})


def test_nothing_takes_all_flows_away() -> None:
    sheet = table("Ask", "Build")
    sheet.write(1, "next", "")
    assert sheet.ways == {("demand", "Ask"), ("Build", "value")}


def test_a_name_with_brackets_or_a_number_in_it_is_known() -> None:
    sheet = table("Ask", "Build (twice)", "3 friends meet", "Run")
    sheet.write(1, "next", "Build (twice)\n3 friends meet")
    assert sheet.read(1, "next") == "2 Build (twice)\n3 3 friends meet"


@pytest.mark.parametrize("text", ["9", "0", "Sell", "2 Run", "Sell (rework)", "(rework)", "Value Value"])
def test_what_is_no_step_is_refused(text: str) -> None:
    sheet = table("Ask", "Build", "Run")
    with pytest.raises(CellError, match=r"There is no step “.*” in this stream"):
        sheet.write(1, "next", "Build\n" + text)
    assert sheet.ways == chain("Ask", "Build", "Run")


def test_a_step_does_not_follow_itself() -> None:
    sheet = table("Ask", "Build")
    with pytest.raises(CellError, match="A flow leads to another step"):
        sheet.write(1, "next", "Ask")


def test_steps_with_the_same_name_are_told_apart_by_number() -> None:
    sheet = table("Ask", "Ask")
    sheet.write(1, "next", "Ask (again)")  # by name the other one is meant
    assert sheet.read(1, "next") == "2 Ask (again)"


def test_what_can_be_chosen_are_the_other_steps_and_value() -> None:
    sheet = table("Ask", "Build")
    choices = sheet.column("next").choices
    assert choices is not None
    assert choices(sheet.view, sheet.step(1)) == ("2 Build", "Value")
