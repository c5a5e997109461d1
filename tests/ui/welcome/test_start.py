"""When the page is shown, and every way from it to the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDockWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_recovery import crash
from tests.ui.welcome.conftest import Start, page_of, shown_page
from tests.ui.window_kit import Answers, add_step, named, told, trigger, windows_of
from vsdesigner.commands.streams import new_document
from vsdesigner.storage import documents
from vsdesigner.storage.starting_points import examples, templates
from vsdesigner.ui.app import begin, make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Crashed
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program
from vsdesigner.ui.welcome.card import Card

Key = Qt.Key


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def open_docks(window: MainWindow) -> set[str]:
    return {dock.objectName() for dock in window.findChildren(QDockWidget) if not dock.isHidden()}


def canvas_of(window: MainWindow) -> LaneCanvas:
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    return canvas


def click(card: QWidget) -> None:
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().center())


# -- when ---------------------------------------------------------------------------------------------------
def test_the_program_starts_with_the_page(start: Start) -> None:
    window = start()
    page = shown_page(window)
    assert [tile.accessibleName() for tile in page.templates.tiles] == [each.title for each in templates()]
    assert [tile.accessibleName() for tile in page.examples.tiles] == [each.title for each in examples()]
    assert focused() is page.templates.tiles[0]
    assert window.files.file.is_pristine
    assert not open_docks(window)
    assert not window.tabs.isVisible()
    assert not window.switcher.isEnabled()
    assert not named(window, "zoom_bar").isVisible()


def test_a_window_alone_has_no_page(program: Program) -> None:
    program.new_window()
    assert page_of(windows_of(program)[0]) is None


def test_a_file_bypasses_the_page(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "one.vstream"
    documents.save(path, new_document())
    window = start(path)
    assert page_of(window) is None and window.files.file.path == path


def test_a_file_that_fails_bypasses_it_too(start: Start, answers: Answers, tmp_path: Path) -> None:
    answers.expects_errors = True
    assert page_of(start(tmp_path / "nowhere.vstream")) is None


def test_the_example_bypasses_the_page(start: Start) -> None:
    window = start(example=True)
    assert page_of(window) is None
    assert len(window.session.now.steps(window.session.stream)) == 7


def test_recovered_work_bypasses_the_page(start: Start, answers: Answers) -> None:
    crash()
    answers.on_crash = Crashed.RECOVER
    window = start()
    assert page_of(window) is None
    assert window.session.now.steps(window.session.stream)


def test_work_left_for_later_does_not(start: Start, answers: Answers) -> None:
    crash()
    answers.on_crash = Crashed.LATER
    shown_page(start())


def test_who_does_not_want_it_starts_with_the_canvas(
    start: Start, program: Program, answers: Answers
) -> None:
    window = start()
    box = named(window, "welcome_at_start", QCheckBox)
    assert box.isChecked()
    click_at = box.rect().center()
    click_at.setX(12)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=click_at)
    assert not box.isChecked()
    shown_page(window)
    window.close()
    again = make_program(dialogs=answers)
    again.new_window()
    begin(again, [])
    second = windows_of(again)[0]
    assert page_of(second) is None
    trigger(second, "file.welcome")
    assert not named(second, "welcome_at_start", QCheckBox).isChecked()
    again.quit()


# -- ways to the empty stream -------------------------------------------------------------------------------
@pytest.mark.parametrize("way", ["Esc", "Enter", "click", "New", "view"])
def test_the_empty_canvas_is_one_step_away(start: Start, program: Program, way: str) -> None:
    window = start()
    page = shown_page(window)
    if way == "Esc":
        press(Key.Key_Escape)
    elif way == "Enter":
        press(Key.Key_Return)
    elif way == "click":
        click(page.templates.tiles[0])
    elif way == "New":
        QTest.keyClick(focused(), Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    else:
        window.session.view_requested.emit("lanes")
    assert page_of(window) is None
    assert len(program.windows) == 1 and window.files.file.is_pristine
    assert open_docks(window) >= {"palette_dock", "outline_dock", "inspector_dock"}
    assert window.tabs.isVisible() and window.switcher.isEnabled() and named(window, "zoom_bar").isVisible()
    assert window.view is canvas_of(window)
    QTest.keyClicks(focused(), "T")  # quick-add is ready: typing begins a step
    quick_add = canvas_of(window).stage.quick_add
    assert quick_add.shown
    QTest.keyClicks(focused(), "riage")
    press(Key.Key_Return)
    assert [step.name for step in window.session.now.steps(window.session.stream)] == ["Triage"]


def test_esc_leaves_the_page_before_full_screen(start: Start) -> None:
    window = start()
    QTest.keyClick(focused(), Key.Key_F11)
    assert window.isFullScreen()
    press(Key.Key_Escape)
    assert page_of(window) is None and window.isFullScreen()
    press(Key.Key_Escape)
    assert not window.isFullScreen()


# -- templates and examples ---------------------------------------------------------------------------------
def test_with_keys_only_to_a_template(start: Start, program: Program) -> None:
    window = start()
    point = templates()[2]
    press(Key.Key_Right, Key.Key_Right)
    assert focused().objectName() == f"start.{point.id}"
    assert named(window, "welcome_told").text() == point.notice
    press(Key.Key_Return)
    assert page_of(window) is None and len(program.windows) == 1
    session = window.session
    assert session.now.steps(session.stream)
    assert window.files.file.path is None and not window.files.file.is_modified
    assert window.windowTitle() == f"{point.title} – VS Designer"
    assert told(window) == [point.notice]
    assert window.centre.widget.isAncestorOf(focused())
    assert open_docks(window) >= {"palette_dock", "outline_dock", "inspector_dock"}


def test_with_the_mouse_to_an_example(start: Start, program: Program) -> None:
    window = start()
    card = shown_page(window).examples.tiles[0]
    shown_page(window)._scroll.ensureWidgetVisible(card)
    click(card)
    assert page_of(window) is None and len(program.windows) == 1
    assert len(window.session.now.steps(window.session.stream)) == 7
    assert told(window) == []


def test_every_template_and_example_opens(start: Start, program: Program) -> None:
    window = start()
    for at, point in enumerate((*templates()[1:], *examples())):
        if page_of(window) is None:
            trigger(window, "file.welcome")
        click(named(window, f"start.{point.id}", Card))
        newest = windows_of(program)[-1]
        assert newest.files.file.name == point.title
        assert len(program.windows) == at + 1
        assert page_of(window) is None


def test_a_template_opened_twice_is_two_documents(start: Start, program: Program) -> None:
    window = start()
    for _ in range(2):
        trigger(window, "file.new_from")
        assert focused() is shown_page(window).templates.tiles[1]
        press(Key.Key_Return)
    one, other = (view.session.now for view in windows_of(program))
    assert len(one) == len(other)
    assert {step.id for step in one.steps(one.streams[0].id)}.isdisjoint(other.records)


def test_the_page_over_a_document_goes_back_to_it(start: Start, program: Program) -> None:
    window = start()
    press(Key.Key_Escape)
    step = add_step(window.session)
    window.regions.toggle("outline")
    before = open_docks(window)
    QTest.keyClick(
        focused(), Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert not open_docks(window)
    press(Key.Key_Escape)
    assert page_of(window) is None and open_docks(window) == before
    assert step.id in window.session.now
    trigger(window, "file.welcome")
    press(Key.Key_Return)  # the empty stream: in a window of its own
    assert len(program.windows) == 2 and page_of(window) is None
    assert step.id in window.session.now
    assert page_of(windows_of(program)[1]) is None


def test_nothing_of_the_drawing_is_possible_meanwhile(start: Start) -> None:
    window = start()
    press(Key.Key_Escape)
    add_step(window.session)
    now = window.session.now
    trigger(window, "file.welcome")
    for id in (
        "edit.undo",
        "edit.select_all",
        "view.zoom_in",
        "stream.new",
        "insert.quick_add",
        "view.palette",
    ):
        assert not window.verbs[id].isEnabled(), id
    for id in ("file.open", "help.guide", "view.theme_dark", "view.full_screen", "help.command_palette"):
        assert window.verbs[id].isEnabled(), id
    QTest.keyClick(focused(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(Key.Key_Delete, Key.Key_Backspace)
    assert window.session.now == now
    shown_page(window)
    press(Key.Key_Escape)
    assert window.verbs["edit.undo"].isEnabled()


@pytest.mark.parametrize("what", ["a change", "an undo", "another stream", "a place", "a field"])
def test_whatever_shows_the_document_ends_it(start: Start, what: str) -> None:
    window = start()
    press(Key.Key_Escape)
    step = add_step(window.session)
    assert window.inspector.isVisible()
    trigger(window, "file.welcome")
    session = window.session
    if what == "a change":
        add_step(session, "Another")
    elif what == "an undo":
        session.undo()
    elif what == "another stream":
        trigger(window, "stream.new")  # not possible here
        shown_page(window)
        session.stream_changed.emit()
    elif what == "a place":
        session.reveal((step.id,))
    else:
        session.field_requested.emit(step.id, "name")
        assert window.inspector.isAncestorOf(focused())
    assert page_of(window) is None


def test_the_places_of_the_docks_outlive_the_page(start: Start, program: Program, answers: Answers) -> None:
    window = start()
    press(Key.Key_Escape)
    window.regions.toggle("outline")
    before = open_docks(window)
    trigger(window, "file.welcome")
    window.close()
    again = make_program(dialogs=answers, settings=program.settings)
    again.new_window()
    assert open_docks(windows_of(again)[0]) == before >= {"palette_dock", "inspector_dock"}
    assert "outline_dock" not in before
    again.quit()


@pytest.mark.parametrize("front", ["palette_dock", "outline_dock"])
def test_docks_come_back_as_they_stood(start: Start, qtbot: QtBot, front: str) -> None:
    window = start()
    press(Key.Key_Escape)
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    window.tabifyDockWidget(docks["palette_dock"], docks["outline_dock"])
    window.resizeDocks([docks["inspector_dock"]], [420], Qt.Orientation.Horizontal)
    docks[front].show()
    docks[front].raise_()
    qtbot.waitUntil(lambda: not docks[front].visibleRegion().isEmpty())
    qtbot.waitUntil(lambda: docks["inspector_dock"].width() == 420)
    before = {name: dock.geometry() for name, dock in docks.items() if not dock.isHidden()}
    trigger(window, "file.welcome")
    QApplication.processEvents()
    press(Key.Key_Escape)
    QApplication.processEvents()
    assert {name: dock.geometry() for name, dock in docks.items() if not dock.isHidden()} == before
    assert not docks[front].visibleRegion().isEmpty()


def test_a_dock_that_is_opened_meanwhile_stays(start: Start) -> None:
    window = start()
    press(Key.Key_Escape)
    window.regions.toggle("outline")
    trigger(window, "file.welcome")
    window.regions.show("outline")
    press(Key.Key_Escape)
    assert open_docks(window) >= {"outline_dock", "palette_dock", "inspector_dock"}


def test_help_example_stays_what_it_was(start: Start, program: Program) -> None:
    window = start()
    trigger(window, "help.example")
    assert page_of(window) is None and len(program.windows) == 1
    assert len(window.session.now.steps(window.session.stream)) == 7


def test_dropped_and_opened_files_end_it(
    start: Start, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "one.vstream"
    documents.save(path, new_document())
    window = start()
    answers.open_paths = [path]
    named(window, "welcome_open").click()
    assert page_of(window) is None and window.files.file.path == path
