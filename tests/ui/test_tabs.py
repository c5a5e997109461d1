"""The tabs of the streams: add, rename, delete, reorder, by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, named, told, windows_of
from vsdesigner.commands import streams
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.stream_tabs import NameEditor, StreamTabBar

NAMES = ("Provide", "Restore", "Retire")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    answers = Answers(on_unsaved=Unsaved.DISCARD)
    program = make_program(dialogs=answers)
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    session = made.session
    with session.edit("Fill") as draft:
        streams.update(draft, session.stream, name=NAMES[0])
        for name in NAMES[1:]:
            streams.add(draft, name)
    yield made
    program.quit()


@pytest.fixture
def bar(window: MainWindow) -> StreamTabBar:
    return window.tabs.bar


def texts(bar: StreamTabBar) -> list[str]:
    return [bar.tabText(index) for index in range(bar.count())]


def middle(bar: StreamTabBar, index: int) -> QPoint:
    return bar.tabRect(index).center()


def editor(window: MainWindow) -> NameEditor:
    found: NameEditor = named(window, "stream_name_editor", NameEditor)
    return found


def test_a_tab_shows_its_stream(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    assert texts(bar) == list(NAMES)
    qtbot.mouseClick(bar, LEFT, pos=middle(bar, 2))
    assert window.session.stream == window.session.now.streams[2].id
    window.session.show_stream(window.session.now.streams[1].id)
    assert bar.currentIndex() == 1


def test_the_keyboard_walks_the_tabs(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    canvas = window.centre.widget.focusProxy()
    assert canvas is not None
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown, ctrl)
    assert bar.currentIndex() == 1
    for _ in range(2):
        qtbot.keyClick(canvas, Qt.Key.Key_PageUp, ctrl)
    assert bar.currentIndex() == 2  # round the end
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert window.session.stream == window.session.now.streams[1].id


def test_double_click_renames(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    qtbot.mouseDClick(bar, LEFT, pos=middle(bar, 1))
    field = editor(window)
    assert field.selectedText() == "Restore"
    qtbot.keyClicks(field, "Repair & learn")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert window.session.now.streams[1].name == "Repair & learn"
    assert bar.tabText(1) == "Repair && learn"
    assert window.session.history.undoText() == "Rename stream “Repair & learn”"


def test_escape_leaves_the_name(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_F2)
    field = editor(window)
    qtbot.keyClicks(field, "Nonsense")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert texts(bar) == list(NAMES)
    assert window.session.history.undoText() == "Fill"


def test_going_elsewhere_keeps_the_name(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    qtbot.mouseDClick(bar, LEFT, pos=middle(bar, 0))
    qtbot.keyClicks(editor(window), "Offer")
    window.regions.focus("outline")
    assert texts(bar)[0] == "Offer"


def test_plus_adds_a_stream_to_be_named(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(window, "add_stream"), LEFT)
    qtbot.keyClicks(editor(window), "Improve")
    qtbot.keyClick(editor(window), Qt.Key.Key_Return)
    assert texts(bar) == [*NAMES, "Improve"]
    assert bar.currentIndex() == 3
    assert len(window.session.now.terminals(window.session.stream)) == 2


def test_conv_49_delete_is_undone_from_its_message(
    window: MainWindow, bar: StreamTabBar, qtbot: QtBot
) -> None:
    window.session.show_stream(window.session.now.streams[1].id)
    step = add_step(window.session)
    window.verbs["stream.delete"].trigger()
    assert texts(bar) == ["Provide", "Retire"]
    assert bar.currentIndex() == 1
    assert told(window) == ["The stream “Restore” was deleted."]
    button = window.notifier.toasts[0].action_button
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    assert texts(bar) == list(NAMES)
    assert step.id in window.session.now


def test_an_old_message_takes_back_nothing_else(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    window.verbs["stream.delete"].trigger()
    assert window.notifier.toasts
    step = add_step(window.session)
    assert not window.notifier.toasts  # its Undo would take back something else now
    assert step.id in window.session.now
    assert texts(bar) == list(NAMES[1:])


def test_the_last_stream_is_replaced_by_an_empty_one(window: MainWindow, bar: StreamTabBar) -> None:
    for _ in range(3):
        window.verbs["stream.delete"].trigger()
    assert texts(bar) == ["Untitled stream"]


def test_dragging_a_tab_reorders_once(window: MainWindow, bar: StreamTabBar, qtbot: QtBot) -> None:
    count = window.session.history.count()
    start, end = middle(bar, 0), middle(bar, 2) + QPoint(30, 0)
    qtbot.mousePress(bar, LEFT, pos=start)
    for share in (0.2, 0.5, 0.8, 1.0):
        qtbot.mouseMove(bar, start + (end - start) * share)
    qtbot.mouseRelease(bar, LEFT, pos=end)
    assert [stream.name for stream in window.session.now.streams] == ["Restore", "Retire", "Provide"]
    qtbot.waitUntil(lambda: texts(bar) == ["Restore", "Retire", "Provide"])
    assert window.session.history.count() == count + 1
    window.session.undo()
    assert texts(bar) == list(NAMES)


def test_move_actions_reorder_and_stop_at_the_ends(window: MainWindow, bar: StreamTabBar) -> None:
    left, right = window.verbs["stream.move_left"], window.verbs["stream.move_right"]
    assert (left.isEnabled(), right.isEnabled()) == (False, True)
    right.trigger()
    right.trigger()
    assert texts(bar) == ["Restore", "Retire", "Provide"]
    assert (left.isEnabled(), right.isEnabled()) == (True, False)


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen platform says this of every menu
def test_the_context_menu_is_about_the_tab_under_the_pointer(
    window: MainWindow, bar: StreamTabBar, qtbot: QtBot
) -> None:
    where = middle(bar, 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, bar.mapToGlobal(where))
    QApplication.sendEvent(bar, event)
    assert bar.currentIndex() == 2
    menu = named(window, "stream_menu", QMenu)
    entries = [action.objectName() for action in menu.actions()]
    assert entries[:3] == ["action.stream.new", "action.stream.rename", "action.stream.delete"]
    menu.close()


def test_a_name_is_plain_text(window: MainWindow, bar: StreamTabBar) -> None:
    with window.session.edit("Name") as draft:
        streams.update(draft, window.session.stream, name="<img src=x>")
    assert "&lt;img" in bar.tabToolTip(0)
