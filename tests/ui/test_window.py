"""The window as a whole: regions, memory, theme, status, help, messages."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, told, windows_of
from vsdesigner.commands import steps
from vsdesigner.ui import tasks, theme
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.dialogs.page_dialog import PageDialog
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program
from vsdesigner.ui.settings import Settings
from vsdesigner.ui.tool_bar import TopBar

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(qtbot: QtBot, own_folders: Path) -> Iterator[Program]:
    made = make_program(own_folders, Answers(on_unsaved=Unsaved.DISCARD))
    yield made
    made.quit()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> MainWindow:
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    return made


def region_with_focus(window: MainWindow) -> str:
    focus = QApplication.focusWidget()
    assert focus is not None
    regions = {"canvas": window.centre.widget, "palette": window.palette_panel}
    regions |= {"outline": window.outline, "inspector": window.inspector, "tabs": window.tabs}
    regions |= {"tools": window.findChild(TopBar)}
    return next(name for name, region in regions.items() if region is focus or region.isAncestorOf(focus))


def press(qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, keys)


# -- regions ------------------------------------------------------------------------------------------------
def test_conv_63_the_keyboard_begins_on_the_canvas_and_goes_round(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    seen = [region_with_focus(window)]
    for _ in range(6):
        press(qtbot, Qt.Key.Key_F6)
        seen.append(region_with_focus(window))
    # Tabs and tools, too: nobody reached them without a mouse.
    assert seen == ["canvas", "palette", "outline", "inspector", "tabs", "tools", "canvas"]
    press(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert region_with_focus(window) == "tools"


def test_closed_regions_are_left_out(window: MainWindow, qtbot: QtBot) -> None:
    window.verbs["view.outline"].trigger()
    window.verbs["view.inspector"].trigger()
    assert not window.verbs["view.outline"].isChecked()
    window.regions.focus("canvas")
    press(qtbot, Qt.Key.Key_F6)
    assert region_with_focus(window) == "palette"
    press(qtbot, Qt.Key.Key_F6)
    assert region_with_focus(window) == "tabs"


def test_alt_enter_opens_the_inspector_and_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    window.verbs["view.inspector"].trigger()
    window.regions.focus("canvas")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert window.regions.is_shown("inspector")
    assert region_with_focus(window) == "inspector"


def test_a_region_that_closes_gives_the_keyboard_to_the_canvas(window: MainWindow) -> None:
    window.regions.focus("outline")
    window.verbs["view.outline"].trigger()
    assert region_with_focus(window) == "canvas"


def test_full_screen_and_back_with_escape(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.verbs["view.full_screen"].isChecked()
    press(qtbot, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.verbs["view.full_screen"].isChecked()


# -- memory -------------------------------------------------------------------------------------------------
def test_places_and_sizes_are_remembered(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    window.resize(777, 666)  # within the screen of the offscreen platform
    window.verbs["view.outline"].trigger()
    window.resizeDocks(
        [window.findChild(QWidget, "inspector_dock")],  # type: ignore[list-item]  # it is a dock
        [350],
        Qt.Orientation.Horizontal,
    )
    qtbot.wait(50)
    wide = window.inspector.width()
    window.close()
    again = make_program(dialogs=program.dialogs, settings=Settings())
    again.new_window()
    second = windows_of(again)[0]
    qtbot.waitExposed(second)
    assert second.size() == QSize(777, 666)
    assert not second.regions.is_shown("outline")
    assert abs(second.inspector.width() - wide) <= 2
    again.quit()


def test_nonsense_in_the_settings_costs_only_the_memory(own_folders: Path, qtbot: QtBot) -> None:
    settings = Settings()
    settings.path.parent.mkdir(parents=True, exist_ok=True)
    settings.path.write_bytes(b"[state]\nwindow=@ByteArray(rubbish)\ndocks=7\n[look]\ntheme=@Variant(\\0)\n")
    program = make_program(dialogs=Answers(), settings=Settings())
    program.new_window()
    assert windows_of(program)[0].regions.is_shown("palette")
    program.quit()


# -- theme --------------------------------------------------------------------------------------------------
def ground(widget: QWidget) -> QColor:
    """The colour most of a widget shows near its lower edge."""
    image = widget.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() - 4)


def test_the_theme_switches_live_everywhere_and_is_kept(window: MainWindow, program: Program) -> None:
    program.new_window()
    other = windows_of(program)[1]
    window.verbs["view.theme_dark"].trigger()
    for each in (window, other):
        assert ground(each.outline) == theme.DARK.panel
        assert ground(each.centre.widget) != theme.LIGHT.canvas
        checked = [id for id in ("system", "light", "dark") if each.verbs[f"view.theme_{id}"].isChecked()]
        assert checked == ["dark"]
    assert Settings().theme == "dark"
    window.verbs["view.theme_light"].trigger()
    assert ground(window.outline) == theme.LIGHT.panel


def test_the_chosen_theme_stays_checked_when_chosen_again(window: MainWindow) -> None:
    for _ in range(2):
        window.verbs["view.theme_light"].trigger()
        assert window.verbs["view.theme_light"].isChecked()


def test_one_theme_of_several_is_on_and_marked_as_such(window: MainWindow) -> None:
    groups = {window.verbs[f"view.theme_{id}"].actionGroup() for id in ("system", "light", "dark")}
    assert len(groups) == 1
    group = groups.pop()
    assert group is not None and group.isExclusive(), "styles paint the marks of an exclusive group round"


def test_further_windows_stand_whole_on_the_screen(window: MainWindow, program: Program) -> None:
    room = window.screen().availableGeometry()
    for _ in range(3):
        program.new_window()
    for each in windows_of(program)[1:]:
        frame = each.geometry()
        assert frame.bottom() <= room.bottom(), "its lower edge can be taken hold of"
        assert frame.right() <= room.right()
    if room.width() > window.frameGeometry().width() + 100:  # else there is no other place on this screen
        places = [each.pos() for each in windows_of(program)]
        assert places[0] != places[1]


# -- status -------------------------------------------------------------------------------------------------
def test_the_status_bar_counts_and_names(window: MainWindow) -> None:
    status = window.status
    assert status.steps.text() == "No steps yet"
    first = add_step(window.session, "Triage <b>")
    assert status.steps.text() == "1 step"
    second = add_step(window.session, "Fix")
    assert status.steps.text() == "2 steps"
    QApplication.processEvents()  # what was done goes with the next selection
    window.session.select((first.id,))
    assert status.selected.text() == "Selected: step 1, Triage <b>, in Engage"
    with window.session.edit("Connect") as draft:
        from vsdesigner.commands import flows

        flow = flows.connect(draft, first.id, second.id)
    window.session.select((flow,))
    words = "Selected: flow from step 1, Triage <b> to step 2, Fix"
    assert status.selected.text() == f"Done: Connect · {words}", "what an edit selects belongs to it"
    QApplication.processEvents()
    window.session.select(())
    window.session.select((flow,))
    assert status.selected.text() == "Selected: flow from step 1, Triage <b> to step 2, Fix"
    window.session.select((first.id, second.id))
    assert status.selected.text() == "Selected: 2 steps, all in Engage"


def test_a_message_goes_away_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    window.show_message("Undone: Delete “Triage”")
    assert window.status.message.isVisible()
    window.status.clear_message()
    assert not window.status.message.isVisible()
    assert window.status.selected.isVisible()


def test_the_zoom_bar_zooms_and_shows(window: MainWindow, qtbot: QtBot) -> None:
    zoom = window.status.zoom
    qtbot.mouseClick(zoom.percent, LEFT)
    assert zoom.percent.text() == "100 %"
    qtbot.mouseClick(zoom.in_button, LEFT)
    assert window.view.zoom() > 1.0
    assert zoom.percent.text() == f"{round(window.view.zoom() * 100)} %"
    qtbot.mouseClick(zoom.percent, LEFT)
    qtbot.mouseClick(zoom.out_button, LEFT)
    assert window.view.zoom() < 1.0
    qtbot.mouseClick(zoom.fit_button, LEFT)
    assert zoom.percent.text() == f"{round(window.view.zoom() * 100)} %"


def test_long_work_shows_its_progress_and_can_be_stopped(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "BANNER_MS", 10)
    stopped: list[bool] = []

    def work(progress: tasks.Progress, is_cancelled: tasks.IsCancelled) -> None:
        while not is_cancelled():
            progress(0.5)
            time.sleep(0.01)

    def shown() -> list[tasks.ProgressBanner]:
        return [banner for banner in window.findChildren(tasks.ProgressBanner) if banner.isVisible()]

    for _ in range(2):  # the second time the line is there already
        tasks.run(work, lambda _result: None, on_cancel=lambda: stopped.append(True), label="Exporting “a” …")
        qtbot.waitUntil(lambda: len(shown()) == 1, timeout=2_000)
        assert shown()[0].text.text() == "Exporting “a” …"
        qtbot.mouseClick(shown()[0].cancel_button, LEFT)
        qtbot.waitUntil(lambda: not shown(), timeout=2_000)
    assert stopped == [True, True]


# -- messages, help -----------------------------------------------------------------------------------------
def test_what_the_session_tells_becomes_a_message_with_its_action(window: MainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    window.session.tell("Moved the <b>A</b>.", "Undo", lambda: done.append("undone"))
    assert told(window) == ["Moved the <b>A</b>."]
    button = window.notifier.toasts[0].action_button
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    assert done == ["undone"]


def test_help_pages_show_our_text_and_load_nothing(window: MainWindow) -> None:
    window.verbs["help.guide"].trigger()
    window.verbs["help.shortcuts"].trigger()
    guide, shortcuts = window.findChildren(PageDialog)
    assert "value stream" in guide.page.toPlainText()
    text = shortcuts.page.toPlainText()
    assert "Ctrl+S" in text and "Fit Selection" in text
    assert guide.page.loadResource(2, QUrl("file:///etc/hostname")) is None
    for dialog in (guide, shortcuts):
        dialog.close()


def test_about_names_the_versions(window: MainWindow) -> None:
    window.verbs["help.about"].trigger()
    box = window.findChild(QMessageBox, "about_box")
    assert box is not None and "VS Designer" in box.text()
    box.close()


def test_the_log_folder_is_offered_only_where_there_is_one(
    window: MainWindow, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []

    def remember(url: QUrl) -> bool:
        asked.append(url)
        return True

    monkeypatch.setattr("vsdesigner.ui.help.QDesktopServices.openUrl", remember)
    window.verbs["help.log_folder"].trigger()
    assert asked == [QUrl.fromLocalFile(str(own_folders))]
    window.help._log_folder = None
    window.verbs.refresh()
    assert not window.verbs["help.log_folder"].isEnabled()


# -- the look -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1920, 1080)])
def test_nothing_is_cut_off(window: MainWindow, size: QSize, qtbot: QtBot) -> None:
    window.resize(size)
    qtbot.wait(20)
    palette = window.palette_panel.list
    assert palette.verticalScrollBar().maximum() == 0  # all six activities are seen
    last = palette.visualRect(palette.lanes.index(5))
    assert palette.viewport().rect().contains(last)
    assert window.outline.list.horizontalScrollBar().maximum() == 0
    switcher, strip = window.switcher, window.findChild(QWidget, "tool_bar")
    assert strip is not None
    centre = switcher.mapTo(strip, switcher.rect().center()).x()
    assert abs(centre - strip.width() / 2) <= 2
    assert window.centre.width() > window.width() / 2


def test_labels_show_plain_text_only(window: MainWindow) -> None:
    rich = [
        label
        for label in window.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and label.text()
    ]
    assert not rich


def test_there_is_no_frame_within_a_frame(window: MainWindow) -> None:
    boxes = [
        frame.objectName() or type(frame).__name__
        for panel in (window.palette_panel, window.outline)
        for frame in panel.findChildren(QFrame)
        if frame.frameShape() not in (QFrame.Shape.NoFrame, QFrame.Shape.HLine, QFrame.Shape.VLine)
        and not isinstance(frame, QLabel)
        and frame.objectName() != "qt_scrollarea_viewport"
    ]
    assert boxes == []


def test_a_step_added_elsewhere_shows_everywhere(window: MainWindow) -> None:
    step = add_step(window.session, "Triage")
    assert window.outline.list.outline.row_of(step.id) == 1
    with window.session.edit("Rename") as draft:
        steps.update(draft, (step.id,), name="Diagnose")
    assert window.outline.list.outline.index(1).data() == "Diagnose"
