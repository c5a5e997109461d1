"""Blocks of cells go to spreadsheets and come from them, with line breaks, empty cells and empty rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from tests.examples.cloud_service import STEPS
from tests.ui.views.tables import excel_samples
from tests.ui.views.tables.conftest import MakeDesk
from tests.ui.views.tables.table_kit import CTRL, SHIFT, Desk, Key, small_document
from vsdesigner.document.wording import lane_name, practices_text, tasks_text, tools_text
from vsdesigner.exchange.lists.blocks import read_block
from vsdesigner.ui.mime import EXCERPT

CAPTURED = Path(__file__).parent / "clipboard"
EXACT = "application/x-libreoffice-tsvc"


def put(text: str = "", html: str = "", exact: str = "") -> None:
    """What another program puts on the clipboard."""
    content = QMimeData()
    if text:
        content.setText(text)
    if html:
        content.setHtml(html)
    if exact:
        content.setData(EXACT, QByteArray(exact.encode()))
    QGuiApplication.clipboard().setMimeData(content)


def captured(name: str, *, exact: bool = False) -> None:
    def read(ending: str) -> str:
        return (CAPTURED / f"libreoffice-{name}.{ending}").read_text(encoding="utf-8")

    put(read("txt"), read("html"), read("tsvc") if exact else "")


def tables_of(desk: Desk) -> list[tuple[str, str, str, str, str]]:
    now = desk.session.now
    return [
        (
            step.name,
            lane_name(now, step.lane),
            tasks_text(step),
            practices_text(now, step),
            tools_text(now, step),
        )
        for step in desk.steps
    ]


def expected_tables() -> list[tuple[str, str, str, str, str]]:
    def lines(texts: list[str]) -> str:
        return "\n".join(f"– {text}" for text in texts)

    return [
        (
            step["name"],
            step["activity"],
            lines(step["tasks"]),
            lines(step["practices"]),
            lines([f"{tool} (e.g., {', '.join(made)})" if made else tool for tool, made in step["tools"]]),
        )
        for step in STEPS
    ]


# -- from LibreOffice -----------------------------------------------------------------------------------
@pytest.mark.parametrize("exact", [False, True], ids=["text and html", "with its exact form"])
def test_a_block_from_libreoffice_becomes_steps(make_desk: MakeDesk, exact: bool) -> None:
    desk = make_desk(small_document(()))
    captured("rows", exact=exact)
    desk.press(Key.Key_V, CTRL)
    assert tables_of(desk) == expected_tables()
    assert desk.undo_text == "Paste 35 cells"
    assert desk.selected == (0, 0, 5, 7)
    assert desk.told == []
    desk.press(Key.Key_Z, CTRL)
    assert desk.steps == ()


def test_a_block_from_libreoffice_falls_on_the_rows_that_are_there(desk: Desk) -> None:
    ids = [step.id for step in desk.steps]
    captured("rows")
    desk.go(0, 0)
    desk.press(Key.Key_V, CTRL)
    assert tables_of(desk) == expected_tables()
    assert [step.id for step in desk.steps][:4] == ids


def test_title_and_header_of_a_sheet_say_which_columns_are_meant(make_desk: MakeDesk) -> None:
    desk = make_desk(small_document(()))
    captured("steps-with-header")
    desk.press(Key.Key_V, CTRL)
    names = [step["name"] for step in STEPS]
    assert desk.names[: len(names)] == names
    assert desk.shown(1)[:7] == [
        "Engage (Step 1)",
        "Plan (Step 2)",
        "Design and Transition (Transition not needed at this stage) (Step 3)",
        "Obtain/Build (our own team builds it, no supplier takes part) (Step 4)",
        "Design and Transition (Design not needed at this stage) (Step 5)",
        "Deliver and Support (Step 6)",
        "Improve (Step 7)",
    ]


# -- from Excel -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "html"),
    [(excel_samples.TEXT, excel_samples.HTML), (excel_samples.TEXT, ""), ("", excel_samples.HTML)],
    ids=["both", "text", "html"],
)
def test_a_block_from_excel_keeps_breaks_and_empty_rows(text: str, html: str) -> None:
    assert read_block(text, html) == excel_samples.CELLS


def test_a_block_from_excel_is_pasted(desk: Desk) -> None:
    put(excel_samples.TEXT, excel_samples.HTML)
    desk.go(1, 0)
    desk.press(Key.Key_V, CTRL)
    assert desk.names == ["Triage", "Ask the client", "", 'Say "no" politely']
    assert tasks_text(desk.steps[1]) == "– Call back\n– Write it down"
    assert len(desk.told) == 1  # an activity cannot be empty


# -- our own --------------------------------------------------------------------------------------------
def test_a_copy_has_tabs_quotes_and_a_table(desk: Desk) -> None:
    desk.select(0, 1, 1, 2)
    desk.press(Key.Key_C, CTRL)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == 'Engage (Step 1)\t"– Ask back\n– Write it down"\nPlan (Step 2)\t\n'
    assert "<td" in content.html() and "Ask back<br>– Write it down" in content.html()
    assert not content.hasFormat(EXCERPT)


def test_cells_are_copied_and_pasted(desk: Desk) -> None:
    desk.select(0, 2, 0, 3)
    desk.press(Key.Key_C, CTRL)
    desk.go(3, 2)
    desk.press(Key.Key_V, CTRL)
    assert tasks_text(desk.steps[3]) == tasks_text(desk.steps[0])
    assert desk.undo_text == "Paste 2 cells"


def test_one_cell_fills_all_that_are_selected(desk: Desk) -> None:
    desk.go(0, 2)
    desk.press(Key.Key_C, CTRL)
    desk.select(1, 2, 3, 2)
    desk.press(Key.Key_V, CTRL)
    assert all(len(step.tasks) == 2 for step in desk.steps)
    assert desk.undo_text == "Paste 3 cells"


def test_one_cell_goes_as_it_is_into_a_letter(desk: Desk) -> None:
    desk.go(0, 2)
    desk.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "– Ask back\n– Write it down"


def test_whole_rows_are_steps_for_the_drawing(desk: Desk) -> None:
    desk.go(0, 0)
    desk.press(Key.Key_Space, SHIFT)
    desk.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().mimeData().hasFormat(EXCERPT)
    desk.session.view_requested.emit("lanes")
    desk.window.regions.focus("canvas")
    desk.press(Key.Key_V, CTRL)
    assert desk.names.count("Triage") == 2


def test_cut_clears_and_undo_brings_back(desk: Desk) -> None:
    desk.go(0, 2)
    desk.press(Key.Key_X, CTRL)
    assert desk.steps[0].tasks == ()
    assert desk.undo_text == "Cut 1 cell"
    desk.go(1, 2)
    desk.press(Key.Key_V, CTRL)
    assert tasks_text(desk.steps[1]) == "– Ask back\n– Write it down"


def test_what_is_refused_is_told_once_and_the_rest_is_pasted(desk: Desk) -> None:
    put("One\tNowhere\nTwo\tNoplace\n")
    desk.go(0, 0)
    desk.press(Key.Key_V, CTRL)
    assert desk.names[:2] == ["One", "Two"]
    assert len(desk.told) == 1
    assert desk.told[0].startswith("2 cells were left as they were.") and "Nowhere" in desk.told[0]


def test_an_empty_clipboard_is_said(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.press(Key.Key_V, CTRL)
    assert len(desk.told) == 1
    assert not desk.session.history.canUndo()


def test_text_in_an_open_editor_is_pasted_there(desk: Desk) -> None:
    put("words from\ta letter")
    desk.go(0, 0)
    desk.press(Key.Key_F2)
    desk.press(Key.Key_V, CTRL)
    assert "words from" in desk.editor.text()
    assert desk.names[0] == "Triage"
    desk.press(Key.Key_Escape)


def test_steps_copied_on_the_drawing_become_rows_with_all_they_say(desk: Desk) -> None:
    desk.session.view_requested.emit("lanes")
    desk.session.select([desk.steps[0].id])
    desk.window.regions.focus("canvas")
    desk.press(Key.Key_C, CTRL)
    desk.session.view_requested.emit("tables")
    desk.window.regions.focus("canvas")
    desk.go(4, 0)
    desk.press(Key.Key_V, CTRL)
    assert desk.names[-1] == "Triage"
    assert tasks_text(desk.steps[-1]) == "– Ask back\n– Write it down"
    assert lane_name(desk.session.now, desk.steps[-1].lane) == "Engage"
