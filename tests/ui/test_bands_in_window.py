"""Lanes and phases in the whole window: keys, menus, inspector, workbook."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, windows_of
from vsdesigner.commands import lanes, phases, steps
from vsdesigner.document.draft import Draft
from vsdesigner.exchange.excel.workbook import render
from vsdesigner.exchange.registry import ExportOptions
from vsdesigner.model.place import Place
from vsdesigner.model.records import Lane, Phase
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.plain import PlainLabel

Key, Mod = Qt.Key, Qt.KeyboardModifier
ALT_SHIFT = Mod.AltModifier | Mod.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.activateWindow()
    made.regions.focus("canvas")
    yield made
    program.quit()


def press(qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, keys)
    QApplication.processEvents()


def canvas(window: MainWindow) -> LaneCanvas:
    found = window.findChild(QWidget, "lane_canvas")
    assert isinstance(found, LaneCanvas)
    return found


def order(window: MainWindow) -> list[str]:
    return [lane.id for lane in window.session.now.lanes]


def test_conv_22_alt_shift_arrows_move_the_lane(qtbot: QtBot, window: MainWindow) -> None:
    step = add_step(window.session, "Think", "plan").id
    window.session.select((step,))
    press(qtbot, Key.Key_Down, ALT_SHIFT)
    assert order(window).index("plan") == 2
    assert window.session.history.undoText() == "Move lane Plan"
    window.session.undo()
    window.session.select((step,))
    press(qtbot, Key.Key_Up, ALT_SHIFT)
    assert order(window).index("plan") == 0


def test_a_chosen_header_answers_to_keys(qtbot: QtBot, window: MainWindow) -> None:
    found = canvas(window)
    found.run("lane.choose_next")
    assert found.view.headers.chosen == "engage"
    assert window.verbs["lane.move_down"].isEnabled()
    press(qtbot, Key.Key_F2)
    assert found.stage.header_naming.id == "engage"
    qtbot.keyClicks(found.stage.header_naming.editor, "Front office")
    press(qtbot, Key.Key_Return)
    assert window.session.now.get("engage", Lane).alias == "Front office"
    found.run("lane.choose_next")
    press(qtbot, Key.Key_Down, ALT_SHIFT)
    assert order(window)[:3] == ["engage", "design_and_transition", "plan"]
    assert found.view.headers.chosen == "plan", "the same lane can be moved on"
    press(qtbot, Key.Key_Left, ALT_SHIFT)
    assert found.stage.layout.band("plan").collapsed
    press(qtbot, Key.Key_Right, ALT_SHIFT)
    assert not found.stage.layout.band("plan").collapsed
    press(qtbot, Key.Key_Escape)
    assert found.view.headers.chosen == ""
    assert not window.verbs["lane.move_down"].isEnabled()


def test_a_phase_is_renamed_in_the_inspector_and_by_key(qtbot: QtBot, window: MainWindow) -> None:
    session = window.session
    with session.edit("Add") as draft:
        phase = phases.add(draft, session.stream, 200, 400)
        steps.add(draft, session.stream, Place("plan", 300, 26), "Think")
    session.select((phase,))
    window.regions.show("inspector")
    QApplication.processEvents()
    field = window.findChild(TextField, "phase.name")
    assert isinstance(field, TextField)
    field.setFocus()
    qtbot.keyClicks(field, "Understand")
    press(qtbot, Key.Key_Return)
    assert session.now.get(phase, Phase).name == "Understand"
    label = window.findChild(PlainLabel, "phase.steps")
    assert isinstance(label, PlainLabel)
    assert label.text() == "Holds step 1."
    with session.edit("Away") as draft:
        steps.place(draft, {session.now.steps(session.stream)[0].id: Place("plan", 900, 26)})
    assert label.text() == "No step stands in it yet."
    session.select((phase,))
    window.regions.focus("canvas")
    press(qtbot, Key.Key_F2)
    found = canvas(window)
    assert found.stage.header_naming.id == phase
    qtbot.keyClicks(found.stage.header_naming.editor, "Grasp")
    press(qtbot, Key.Key_Return)
    assert session.now.get(phase, Phase).name == "Grasp"
    press(qtbot, Key.Key_Delete)
    assert phase not in session.now
    assert session.history.undoText() == "Delete phase “Grasp”"


def test_a_phase_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    window.session.select((add_step(window.session).id,))
    window.verbs["insert.phase"].trigger()
    found = canvas(window)
    qtbot.keyClicks(found.stage.header_naming.editor, "Start")
    press(qtbot, Key.Key_Return)
    (phase,) = window.session.now.phases(window.session.stream)
    assert phase.name == "Start"
    window.session.undo()
    assert not window.session.now.phases(window.session.stream)


def test_a_lane_name_is_committed_before_saving(qtbot: QtBot, window: MainWindow) -> None:
    found = canvas(window)
    found.stage.header_naming.begin("plan")
    qtbot.keyClicks(found.stage.header_naming.editor, "Board")
    window.session.committing.emit()
    assert window.session.now.get("plan", Lane).alias == "Board"


def test_the_workbook_follows_the_order_of_the_lanes(window: MainWindow) -> None:
    draft = Draft(window.session.now)
    lanes.reorder(draft, "improve", 0)
    lanes.rename(draft, "improve", "Getting better")
    content = render(draft.view, ExportOptions(), lambda share: None, lambda: False)
    book = load_workbook(BytesIO(content))
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert cells.index("Improve") < cells.index("Engage"), "in the list of activities"
    assert "Getting better" not in cells, "the tables keep the method's names"
