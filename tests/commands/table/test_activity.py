"""The cells that say which activity a step belongs to."""

from __future__ import annotations

import pytest

from tests.commands.table.kit import Table, table
from vsdesigner.commands.table.column import CellError
from vsdesigner.document.draft import Draft
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, LANE_PADDING


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Plan", "Plan"),
        ("plan (Step 7)", "Plan"),
        ("Deliver & Support", "Deliver and Support"),
        ("del", "Deliver and Support"),
        ("Build", "Obtain/Build (Obtain not needed at this stage)"),
        ("Obtain/Build", "Obtain/Build"),
        (
            "Design and Transition (Transition not needed at this stage) (Step 3)",
            "Design and Transition (Transition not needed at this stage)",
        ),
        ("Engage (on Mondays)", "Engage (on Mondays)"),
        ("Engage (on Mondays (and holidays) only)", "Engage (on Mondays (and holidays) only)"),
        ("Design (our own way)", "Design and Transition (our own way)"),
        ("Engage, Plan, Improve (all at once)", "Engage, Plan, Improve (all at once)"),
        ("Plan, Plan", "Plan"),
        ("Engage ()", "Engage"),
        ("Engage\n", "Engage"),
    ],
)
def test_the_mapping_is_read_as_people_and_the_workbook_write_it(typed: str, said: str) -> None:
    sheet = table("A", "B")
    sheet.write(2, "lane", "Improve (before)")
    sheet.write(2, "lane", typed)
    assert sheet.read(2, "lane", for_editing=True) == said
    assert sheet.read(2, "lane") == f"{said} (Step 2)"


def test_the_words_of_a_half_choose_it() -> None:
    sheet = table("A")
    sheet.write(1, "lane", "Design and Transition (Transition not needed at this stage) (Step 3)")
    assert sheet.read(1, "facet") == "Design"
    assert sheet.read(1, "qualifier") == ""


def test_own_words_leave_the_half_and_the_bare_activity_takes_it_away() -> None:
    sheet = table("A")
    sheet.write(1, "lane", "Design")
    sheet.write(1, "lane", "Design and Transition (our own way)")
    assert (sheet.read(1, "facet"), sheet.read(1, "qualifier")) == ("Design", "our own way")
    sheet.write(1, "lane", "Design and Transition")
    assert (sheet.read(1, "facet"), sheet.read(1, "qualifier")) == ("", "")


def test_the_name_that_an_organization_gives_an_activity_is_known() -> None:
    sheet = table("A")
    draft = Draft(sheet.view)
    draft.update("deliver_and_support", alias="Run (the shop), daily")
    sheet.take(draft)
    sheet.write(1, "activity", "run (the shop), daily")
    assert sheet.step(1).lane == "deliver_and_support"
    sheet.write(1, "lane", "Run (the shop), daily (at night)")
    assert sheet.read(1, "lane", for_editing=True) == "Deliver and Support (at night)"


@pytest.mark.parametrize(
    "typed", ["Sales", "De", "Engage, Sales", "Engage (x", "(x)", "Sales (x)", "Engage) (x"]
)
def test_what_is_no_activity_is_refused_with_those_there_are(typed: str) -> None:
    sheet = table("A")
    with pytest.raises(CellError, match="is not an activity of this document; type one of: Engage, Plan"):
        sheet.write(1, "lane", typed)
    with pytest.raises(CellError):
        sheet.write(1, "activity", typed)


def test_a_step_cannot_be_without_an_activity() -> None:
    sheet = table("A")
    with pytest.raises(CellError, match="Every step belongs to an activity"):
        sheet.write(1, "lane", "")


def test_the_activity_alone_leaves_the_qualifier() -> None:
    sheet = table("A")
    sheet.write(1, "lane", "Build (by ourselves)")
    sheet.write(1, "activity", "Obtain/Build, Plan")
    assert sheet.read(1, "lane", for_editing=True) == "Obtain/Build, Plan (by ourselves)"
    assert sheet.read(1, "facet") == "Build"
    sheet.write(1, "activity", "Improve")
    assert (sheet.read(1, "facet"), sheet.read(1, "qualifier")) == ("", "by ourselves")


def test_a_step_that_comes_to_another_activity_finds_a_free_place_there() -> None:
    sheet = table("A", "B")
    sheet.write(1, "lane", "Plan")
    draft = Draft(sheet.view)
    draft.update(sheet.step(2).id, x=sheet.step(1).x)
    sheet.take(draft)
    sheet.write(2, "lane", "Plan")
    assert sheet.step(1).y == LANE_PADDING
    assert sheet.step(2).y == LANE_PADDING + CARD_HEIGHT + CARD_GAP


def test_a_half_is_chosen_cleared_and_refused() -> None:
    sheet = table("A")
    sheet.write(1, "activity", "Obtain/Build")
    assert sheet.column("facet").choices is not None
    assert sheet.column("facet").choices(sheet.view, sheet.step(1)) == ("Obtain", "Build")
    sheet.write(1, "facet", "obtain")
    assert sheet.read(1, "facet") == "Obtain"
    with pytest.raises(CellError, match=r"no half of Obtain/Build; choose one of: Obtain, Build\."):
        sheet.write(1, "facet", "Design")
    sheet.write(1, "facet", "")
    assert sheet.read(1, "facet") == ""
    sheet.write(1, "activity", "Plan")
    with pytest.raises(CellError, match="Plan has no halves"):
        sheet.write(1, "facet", "Design")


def test_the_activities_and_their_halves_can_be_chosen() -> None:
    sheet = Table()
    sheet.append("A")
    choices = sheet.column("lane").choices
    assert choices is not None
    assert {"Engage", "Design", "Obtain/Build"} <= set(choices(sheet.view, sheet.step(1)))
