"""The sample built from an empty window by mouse and keys, saved, opened by a second process, exported."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.examples.cloud_service import StepEntry, sample
from tests.ui.whole_way.expected_tables import ID, SHEETS
from tests.ui.whole_way.hands import Hands, settle
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.document.wording import letters_of
from vsdesigner.exchange.excel.table_sheet import NOTE_ID
from vsdesigner.layout.geometry import Point
from vsdesigner.layout.ports import Side, side_middle
from vsdesigner.model.records import FlowKind, TerminalKind
from vsdesigner.storage import documents
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved

CONTROL = Qt.KeyboardModifier.ControlModifier
SAMPLE = sample()


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(save_path=tmp_path / "cloud.vstream", on_unsaved=Unsaved.DISCARD)


@pytest.fixture
def hands(qtbot: QtBot, own_folders: Path, answers: Answers) -> Iterator[Hands]:
    program = make_program(own_folders, answers)
    program.new_window()
    window = windows_of(program)[0]
    window.resize(2560, 1300)
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.view.set_zoom(1.0)
    settle()
    yield Hands(window)
    program.quit()


def test_the_whole_way(hands: Hands, answers: Answers, tmp_path: Path) -> None:
    write_use_case(hands)
    for entry in SAMPLE["steps"]:
        drop_step(hands, entry)
    connect_all(hands)
    for entry in SAMPLE["steps"]:
        document_step(hands, entry)
    assert_drawn_right(hands)

    path = answers.save_path
    assert path is not None
    hands.canvas.view.setFocus()
    hands.press(Qt.Key.Key_S, CONTROL)
    first = path.read_bytes()
    assert hands.window.session.history.isClean()
    hands.press(Qt.Key.Key_S, CONTROL)
    assert path.read_bytes() == first
    assert documents.read(path).snapshot == hands.window.session.now

    workbook = tmp_path / "out.xlsx"
    open_and_export_elsewhere(path, workbook)
    assert path.read_bytes() == first
    assert_cells(workbook)


# -- the use case -------------------------------------------------------------------------------------------
def write_use_case(hands: Hands) -> None:
    case = SAMPLE["use_case"]
    hands.fill("stream.name", case["name"])
    hands.fill("stream.owner", case["owner"])
    for name in ("description", "demand", "outcomes", "value"):
        hands.fill(f"stream.{name}", str(case[name]))  # type: ignore[literal-required]  # four of its keys
    hands.open_section("lead_times")
    for row, lead in enumerate(case["lead_times"]):
        hands.click("lead_times.add")
        hands.fill(f"lead_times.row.{row}.class", lead["service_class"])
        hands.fill(f"lead_times.row.{row}.min", f"{lead['minimum']:g}")
        hands.fill(f"lead_times.row.{row}.max", f"{lead['maximum']:g}")
        hands.choose(f"lead_times.row.{row}.unit", lead["unit"])
    hands.open_section("responsibilities")
    for row, (role, duty) in enumerate(case["responsibilities"]):
        hands.click("responsibilities.add")
        hands.fill(f"responsibilities.row.{row}.role", role)
        hands.fill(f"responsibilities.row.{row}.duty", duty)
    hands.open_section("state")
    hands.choose("stream.state", "As it is today")
    hands.fill("stream.status", case["status"])
    hands.fill("stream.version", case["version"])


# -- drawing ------------------------------------------------------------------------------------------------
def drop_step(hands: Hands, entry: StepEntry) -> None:
    """Drag the activity onto its lane; the name can be typed at once."""
    lane = next(lane for lane in hands.window.session.now.lanes if lane.name == entry["activity"])
    band = hands.canvas.stage.layout.band(lane.id)
    hands.drag_from_palette(entry["activity"], Point(entry["x"] + 95, band.top + 26 + 42))
    hands.type(entry["name"])
    hands.press(Qt.Key.Key_Return)
    assert hands.step(entry["name"]).lane == lane.id


def connect_all(hands: Hands) -> None:
    """Drag from handle to card for every flow, from demand and to value alike."""
    ids = {entry["id"]: hands.step(entry["name"]).id for entry in SAMPLE["steps"]}
    ids |= {kind.value: hands.end(kind).id for kind in TerminalKind}
    hands.press(Qt.Key.Key_1, CONTROL)  # all in view
    for flow in SAMPLE["flows"]:
        source, target = ids[flow["source"]], ids[flow["target"]]
        hands.click_card(source)
        side = Side.TOP if flow["kind"] == "information" else Side.RIGHT
        hands.drag(side_middle(hands.card(source), side), hands.card(target).center)
        session = hands.window.session
        made = next(found for found in session.now.outgoing(source) if found.target == target)
        if flow["label"]:
            middle = hands.canvas.stage.layout.routes[made.id].points
            hands.click_canvas(Point((middle[1].x + middle[2].x) / 2, (middle[1].y + middle[2].y) / 2))
            assert session.selection == (made.id,)
            hands.fill("flow.label", flow["label"])
            hands.choose("flow.kind", "Information")


# -- the inspector ------------------------------------------------------------------------------------------
def document_step(hands: Hands, entry: StepEntry) -> None:
    hands.click_card(hands.step(entry["name"]).id)
    if entry["facet"]:
        hands.choose("field.facet", f"{entry['facet']} only")
    if entry["qualifier"]:
        hands.fill("field.qualifier", entry["qualifier"])
    hands.open_section("tasks")
    hands.click("tasks.add")
    for number, task in enumerate(entry["tasks"]):
        if number:
            hands.press(Qt.Key.Key_Return)
        hands.type(task)
    hands.open_section("practices")
    hands.click("practices.add")
    for practice in entry["practices"]:
        hands.type(practice)
        hands.press(Qt.Key.Key_Return)
    hands.open_section("tools")
    hands.click("tools.add")
    for category, products in entry["tools"]:
        hands.type(f"{category}: {', '.join(products)}" if products else category)
        hands.press(Qt.Key.Key_Return)
    hands.open_section("raci")
    set_letters(hands, entry)


def set_letters(hands: Hands, entry: StepEntry) -> None:
    """Walk down the roles and press the letters."""
    hands.click("raci.grid")
    hands.press(Qt.Key.Key_Home, CONTROL)
    session = hands.window.session
    for number, role in enumerate(session.now.roles):
        if number:
            hands.press(Qt.Key.Key_Down)
        for letter in entry["raci"].get(role.name, "").split("/"):
            if letter:
                hands.type(letter.lower())
    step = hands.step(entry["name"])
    for role in session.now.roles:
        assert letters_of(step.raci, role.id) == entry["raci"].get(role.name, "")


# -- what came of it ----------------------------------------------------------------------------------------
def assert_drawn_right(hands: Hands) -> None:
    session = hands.window.session
    now = session.now
    steps = now.steps(session.stream)
    assert [step.name for step in steps] == [entry["name"] for entry in SAMPLE["steps"]]
    assert [role.name for role in now.roles] == SAMPLE["roles"]
    assert len(now.flows(session.stream)) == len(SAMPLE["flows"])
    loop = now.outgoing(steps[-1].id)[0]
    assert (loop.kind, loop.label) == (FlowKind.INFORMATION, "Ideas for the next round")


def open_and_export_elsewhere(document: Path, workbook: Path) -> None:
    """Let a second process open the file in a window of its own and export it by its shortcut."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.whole_way.second_process", str(document), str(workbook)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert workbook.exists(), done.stdout + done.stderr


def assert_cells(path: Path) -> None:
    book = load_workbook(path)
    tables = [sheet.title for sheet in book if sheet.title in SHEETS and sheet.sheet_state == "visible"]
    assert tables == list(SHEETS)  # cover, diagram and the like stand around them, with tests of their own
    for name, rows in SHEETS.items():
        sheet = book[name]
        assert sheet.max_row == len(rows), name
        for number, (expected, row) in enumerate(zip(rows, sheet.iter_rows(), strict=True), start=1):
            for wanted, cell in zip(expected, row, strict=True):
                if wanted is ID:
                    assert str(cell.value).startswith("step-")
                elif cell.value == NOTE_ID:
                    assert wanted is None and row[0].value, "in the hidden column beside a note"
                elif cell.value != "Contents" or cell.hyperlink is None:  # the way back to the cover
                    assert cell.value == wanted, f"{name}, row {number}"
