"""Lists and tables from other programs: pasted or dropped, looked at, then made in one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.canvas.checks import undone
from tests.ui.clipboard.conftest import SHIFT, Hand
from tests.ui.window_kit import windows_of
from vsdesigner.commands.streams import new_document
from vsdesigner.model.records import Step
from vsdesigner.storage import documents

Key = Qt.Key
LIST = "- Engage: Log the request\n  - Ask who\n- Design & Transition: Draw\n- Build it"
CELLS = 'Step\tActivity\tTasks\nLog\tEngage\t"ask\nwrite"\nFix it\tDeliver & Support\t\n'


def put(text: str, html: str = "") -> None:
    content = QMimeData()
    content.setText(text)
    if html:
        content.setHtml(html)
    QGuiApplication.clipboard().setMimeData(content)


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, keys)
    QApplication.processEvents()


def steps(hand: Hand) -> list[Step]:
    """The selected steps, as they were made."""
    return [record for record in hand.session.selected if isinstance(record, Step)]


def test_a_list_is_shown_before_anything_is_made(hand: Hand) -> None:
    before = hand.session.now
    put(LIST)
    hand.ctrl("V")
    preview = hand.preview()
    assert preview is not None
    table = preview.table
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert rows == [
        ["Log the request", "Engage", "Ask who"],
        ["Draw", "Design and Transition", ""],
        ["Build it", "Design and Transition", ""],
    ]
    assert not table.item(0, 1).icon().isNull()
    assert preview.connected.isChecked()
    assert preview.findChild(QPushButton, "add_steps").text() == "Add 3 steps"
    assert hand.session.now is before
    press(Key.Key_Return)
    assert hand.preview() is None
    made = steps(hand)
    assert [(step.name, step.lane) for step in made] == [
        ("Log the request", "engage"),
        ("Draw", "design_and_transition"),
        ("Build it", "design_and_transition"),
    ]
    assert [task.text for task in made[0].tasks] == ["Ask who"]
    assert [hand.has_flow(a, b) for a, b in (("Log the request", "Draw"), ("Draw", "Build it"))] == [
        True,
        True,
    ]
    assert hand.session.history.undoText() == "Add 3 steps"
    undone(hand, before)


def test_esc_makes_nothing(hand: Hand) -> None:
    before = hand.session.now
    put(LIST)
    hand.ctrl("V")
    press(Key.Key_Escape)
    assert hand.preview() is None
    assert hand.session.now is before
    assert hand.session.history.index() == 0


def test_the_activity_of_lines_can_be_changed_and_flows_left_out(hand: Hand) -> None:
    put(LIST)
    hand.ctrl("V")
    preview = hand.preview()
    assert preview is not None
    press(Key.Key_Down)
    press(Key.Key_Down, SHIFT)
    combo = preview.activity
    assert combo.currentText() == "Design and Transition"
    combo.setFocus()
    QTest.keyClicks(combo, "Imp")
    QTest.keyClick(combo, Key.Key_Return)
    assert [step.lane for step in preview.steps()] == ["engage", "improve", "improve"]
    assert preview.table.item(2, 1).text() == "Improve"
    QTest.keyClick(preview.connected, Key.Key_Space)
    before = len(hand.session.now.flows(hand.session.stream))
    if hand.preview() is not None:
        press(Key.Key_Return)
    assert [step.lane for step in steps(hand)] == ["engage", "improve", "improve"]
    assert len(hand.session.now.flows(hand.session.stream)) == before


def test_cells_of_a_spreadsheet(hand: Hand) -> None:
    put(CELLS)
    hand.ctrl("V")
    press(Key.Key_Return)
    assert [(step.name, step.lane, [task.text for task in step.tasks]) for step in steps(hand)] == [
        ("Log", "engage", ["ask", "write"]),
        ("Fix it", "deliver_and_support", []),
    ]


def test_a_table_as_html(hand: Hand) -> None:
    put(
        "no cells here",
        "<table><tr><td>Log</td><td>Engage</td></tr><tr><td>Think</td><td>Plan</td></tr></table>",
    )
    hand.ctrl("V")
    press(Key.Key_Return)
    assert [(step.name, step.lane) for step in steps(hand)] == [("Log", "engage"), ("Think", "plan")]


def test_one_line_is_made_at_once_behind_the_selected_step(hand: Hand) -> None:
    hand.select("Review")
    before = hand.session.now
    put("Look again")
    hand.ctrl("V")
    assert hand.preview() is None
    (made,) = steps(hand)
    assert (made.name, made.lane) == ("Look again", "improve")
    assert hand.has_flow("Review", "Look again")
    undone(hand, before)


@pytest.mark.parametrize("follows", [True, False])
def test_the_first_step_of_a_list_follows_the_selected_one_unless_one_says_no(
    hand: Hand, follows: bool
) -> None:
    before = hand.session.now
    hand.session.select((hand.id("Review"),))
    put("Think\nDecide")
    hand.ctrl("V")
    preview = hand.preview()
    assert preview is not None
    number = before.number(hand.id("Review"))
    assert preview.following.isVisible()
    assert preview.following.text() == f"Connect the first one a&fter step {number}, Review"
    assert preview.following.isChecked()
    if not follows:
        QTest.keyClick(preview.following, Key.Key_Space)
    press(Key.Key_Return)
    assert hand.has_flow("Review", "Think") is follows
    assert hand.has_flow("Think", "Decide")
    undone(hand, before)


def test_a_list_follows_no_step_from_which_work_leads_on(hand: Hand) -> None:
    hand.session.select((hand.id("Triage"),))
    put("Think\nDecide")
    hand.ctrl("V")
    preview = hand.preview()
    assert preview is not None
    assert not preview.following.isVisible()
    press(Key.Key_Return)
    assert not hand.has_flow("Triage", "Think")


def test_our_own_table_comes_back_as_steps(hand: Hand) -> None:
    hand.select("Triage", "Diagnose")
    hand.ctrl("C")
    content = QGuiApplication.clipboard().mimeData()
    put(content.text(), content.html())
    hand.ctrl("V")
    press(Key.Key_Return)
    assert hand.names.count("Triage") == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a\n" * 100_000, "100,001 lines"),
        ("x" * 1_200_000, "1,000,000 characters"),
        ("a\n" * 400, "400 steps"),
    ],
)
def test_too_much_is_told(hand: Hand, text: str, words: str) -> None:
    put(text)
    before = hand.session.now
    hand.ctrl("V")
    assert words in hand.told[0]
    assert hand.preview() is None
    assert hand.session.now is before


def test_text_dropped_on_the_canvas_is_pasted_there(hand: Hand) -> None:
    content = QMimeData()
    content.setText("Think\nDecide")
    spot = hand.in_lane("Plan", 900)
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot - QPoint(5, 5), copy, content, left, plain)
    QApplication.sendEvent(hand.viewport, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(hand.viewport, QDragMoveEvent(spot, copy, content, left, plain))
    assert hand.canvas.scene.drawing.lit_lane == "plan"
    QApplication.sendEvent(hand.viewport, QDropEvent(QPointF(spot), copy, content, left, plain))
    QApplication.processEvents()
    assert hand.canvas.scene.drawing.lit_lane == ""
    press(Key.Key_Return)
    made = steps(hand)
    assert [(step.name, step.lane) for step in made] == [("Think", "plan"), ("Decide", "plan")]
    assert made[0].x == 800 or abs(made[0].x + 95 - 900) <= 10


def test_conv_56_a_dropped_document_opens(hand: Hand, tmp_path: Path) -> None:
    view = new_document()
    documents.save(tmp_path / "dropped.json", view)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "dropped.json"))])
    content.setText("a file manager says something here as well")
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(100, 100), Qt.DropAction.CopyAction, content, left, plain)
    QApplication.sendEvent(hand.viewport, enter)  # the canvas lets it through to the window
    assert enter.isAccepted()
    assert not hand.canvas.controller.busy
    drop = QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, content, left, plain)
    QApplication.sendEvent(hand.window, drop)
    assert drop.isAccepted()
    opened = [window for window in windows_of(hand.window.program) if window.session.now == view]
    assert len(opened) == 1
