"""What is wrong is known without asking: counted, marked, listed, and one click away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.ui.window_kit import Answers, add_step, windows_of
from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.commands import elements, steps
from vsdesigner.layout.geometry import Point
from vsdesigner.model.records import Step
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.panels.outline_model import LEVEL_ROLE
from vsdesigner.ui.panels.problems import ProblemsPanel
from vsdesigner.ui.panels.problems_model import ROW_ROLE

Key, Mod = Qt.Key, Qt.KeyboardModifier


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


def checked(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the document as it is now was looked at."""
    with qtbot.waitSignal(window.session.problems_changed, timeout=10_000):
        pass


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def panel(window: MainWindow) -> ProblemsPanel:
    found = window.findChild(ProblemsPanel)
    assert isinstance(found, ProblemsPanel)
    return found


def place_of(window: MainWindow, text: str) -> QPoint:
    """The pixel of the row that says this."""
    rows = panel(window).list
    model = rows.problems
    numbers = [number for number in range(model.rowCount()) if text in model.row(number).text]
    assert len(numbers) == 1, f"{len(numbers)} rows say {text!r}"
    index = model.index(numbers[0])
    rows.scrollTo(index)
    return rows.visualRect(index).center()


def test_conv_51_problems_are_counted_and_listed_on_demand_only(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert not window.status.problems.isVisible()
    add_step(session, "Triage")
    checked(window, qtbot)
    assert window.status.problems.isVisible()
    # Nothing contradicts anything: a card that bears no mark is no error either.
    nobody = [each for each in session.problems.findings if each.check == "nobody-accountable"]
    assert [each.level for each in nobody] == [Level.WARNING]
    assert "warning" in window.status.problems.text()
    assert not window.regions.is_shown("problems")
    assert QApplication.focusWidget() is window.centre.widget.focusProxy()

    QTest.keyClick(focus(), Key.Key_M, Mod.ControlModifier | Mod.ShiftModifier)
    assert window.regions.is_shown("problems")
    assert QApplication.focusWidget() is panel(window).list
    QTest.keyClick(focus(), Key.Key_M, Mod.ControlModifier | Mod.ShiftModifier)
    assert not window.regions.is_shown("problems")


def test_conv_51_a_click_selects_and_focuses_the_field(window: MainWindow, qtbot: QtBot) -> None:
    window.session.replace(build())
    session = window.session
    step = session.now.steps(session.stream)[2]
    with session.edit("Break") as draft:
        steps.update(draft, (step.id,), practices=())
    checked(window, qtbot)
    window.verbs["view.inspector"].trigger()  # closed: the click brings it back
    window.verbs["view.problems"].trigger()
    rows = panel(window).list
    qtbot.wait(30)
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, Mod.NoModifier, place_of(window, "names no practice")
    )
    qtbot.wait(50)
    assert session.selection == (step.id,)
    assert window.inspector.isAncestorOf(focus())


def test_what_is_mended_goes_and_what_comes_back_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.replace(build())
    qtbot.wait(600)  # the sample has no problems: nothing says that they were looked for
    before = session.problems
    assert not before.findings
    step = session.now.steps(session.stream)[3]
    with session.edit("Break") as draft:
        steps.update(draft, (step.id,), tasks=())
    checked(window, qtbot)
    added = set(session.problems.findings) - set(before.findings)
    assert {(finding.record, finding.field) for finding in added} >= {(step.id, "tasks")}
    session.undo()
    checked(window, qtbot)
    assert session.problems == before


def test_cards_are_marked(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    step = add_step(window.session, "Triage")
    checked(window, qtbot)
    assert window.session.problems.level(step.id) is Level.ERROR
    drawing = canvas.scene.drawing
    assert drawing.card_look(step.id).mark is Level.ERROR  # type: ignore[union-attr]  # a step's look
    window.view.set_zoom(1.0)
    window.session.select(())
    window.session.reveal([step.id])
    window.session.select(())
    QApplication.processEvents()
    rect = canvas.stage.rect(step.id)
    corner = canvas.stage.to_view(Point(rect.x, rect.y)).toPoint()
    assert red_near(canvas, corner)


def red_near(canvas: LaneCanvas, at: QPoint) -> bool:
    image = canvas.view.viewport().grab().toImage()
    return any(
        image.pixelColor(at + QPoint(dx, dy)).red() > 1.8 * image.pixelColor(at + QPoint(dx, dy)).green()
        for dx in range(-4, 11)
        for dy in range(-4, 11)
    )


def test_the_filter_and_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    add_step(session, "Triage")
    add_step(session, "Diagnose")
    checked(window, qtbot)
    window.verbs["view.problems"].trigger()
    shown = panel(window)
    QTest.keyClick(shown.list, Key.Key_Tab, Mod.ShiftModifier)
    shown.filter.setFocus()
    QTest.keyClicks(shown.filter, "diagnose reach")
    model = shown.list.problems
    found = [model.row(number) for number in range(model.rowCount())]
    assert [row.text for row in found if isinstance(row, Finding) and "Triage" in row.text] == []
    assert any(isinstance(row, Finding) for row in found)
    QTest.keyClick(shown.filter, Key.Key_Return)
    QTest.keyClick(shown.list, Key.Key_Down)
    assert isinstance(shown.list.currentIndex().data(ROW_ROLE), Finding)
    QTest.keyClick(shown.list, Key.Key_Return)
    (selected,) = session.selected
    assert isinstance(selected, Step) and selected.name == "Diagnose"
    shown.filter.setText("nothing like this")
    assert shown.nothing.isVisible() and not shown.list.isVisible()


def test_a_finding_about_what_is_gone_leads_nowhere(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    step = add_step(session, "Triage")
    checked(window, qtbot)
    window.verbs["view.problems"].trigger()
    with session.edit("Delete") as draft:
        elements.delete(draft, (step.id,))
    rows = panel(window).list
    rows.setCurrentIndex(rows.problems.index(1))
    QTest.keyClick(rows, Key.Key_Return)
    assert not session.selection


def test_closing_the_window_ends_the_looking(window: MainWindow, qtbot: QtBot) -> None:
    add_step(window.session)  # the pause before the look runs while the window closes
    window.close()
    qtbot.wait(400)


def test_the_outline_marks_steps_as_well(window: MainWindow, qtbot: QtBot) -> None:
    step = add_step(window.session, "Triage")
    rows = window.outline.list
    index = rows.outline.index(rows.outline.row_of(step.id))
    assert index.data(LEVEL_ROLE) is None
    checked(window, qtbot)
    assert index.data(LEVEL_ROLE) == Level.ERROR  # a plain text on its way through Qt
    assert "error" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_only_not_written_yet_marks_no_card(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.replace(build())
    step = session.now.steps(session.stream)[3]
    with session.edit("Break") as draft:
        steps.update(draft, (step.id,), tasks=(), practices=(), raci=())
    checked(window, qtbot)
    assert {finding.level for finding in session.problems.of(step.id)} == {Level.WARNING, Level.HINT}
    assert session.problems.level(step.id) is None
