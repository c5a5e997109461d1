"""Following one thing in the window: chosen by keys and mouse, walked through, left again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.lens.build import CHAT, DESK, followed_stream, role
from tests.ui.window_kit import Answers, named, trigger, windows_of
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.model.records import Step
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.lens.bar import LensBar
from vsdesigner.ui.lens.chooser import LensChooser
from vsdesigner.ui.main_window import MainWindow

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.session.replace(followed_stream())
    made.activateWindow()
    made.regions.focus("canvas")
    yield made
    program.quit()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, held)
    QApplication.processEvents()


def typed(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def bar(window: MainWindow) -> LensBar:
    found = named(window, "lens_bar", LensBar)
    assert isinstance(found, LensBar)
    return found


def chooser(window: MainWindow) -> LensChooser:
    found = named(window, "lens_chooser", LensChooser)
    assert isinstance(found, LensChooser)
    return found


def selected(window: MainWindow) -> list[str]:
    return [record.name for record in window.session.selected if isinstance(record, Step)]


def follow_desk(window: MainWindow) -> Lens:
    lens = role(window.session.now)
    window.session.look_through(lens)
    QApplication.processEvents()
    return lens


# -- choosing -----------------------------------------------------------------------------------------------
def test_chosen_by_typing(window: MainWindow) -> None:
    press(Key.Key_F8)
    typed("rol desk")
    press(Key.Key_Return)
    assert window.session.lens == role(window.session.now)
    assert bar(window).isVisible()
    assert bar(window).chip.text().strip() == DESK
    assert (
        bar(window).share.text()
        == "3 of 4 steps (75 %) · 50 % of the time on the main path · works in or answers for 1"
    )
    assert window.findChild(LensChooser, "lens_chooser") is None
    assert window.centre.widget.isAncestorOf(QApplication.focusWidget())  # the keyboard is back


def test_headings_are_passed_by_and_walked_round(window: MainWindow) -> None:
    press(Key.Key_F8)
    listed = chooser(window).list
    rows = [(row.text, row.steps) for row in listed.rows]
    assert rows == [
        ("Roles", 0),
        (DESK, 3),
        ("Engineer", 1),
        ("Practices", 0),
        (DESK, 1),
        ("Tools", 0),
        (CHAT, 2),
        ("Activities", 0),
        ("Engage", 1),
        ("Deliver and Support", 2),
        ("Improve", 1),
    ]
    for _ in range(2):
        press(Key.Key_Down)
    assert listed.current() == Lens(LensKind.PRACTICE, "service_desk")
    for _ in range(3):
        press(Key.Key_Up)
    assert listed.current() == Lens(LensKind.ACTIVITY, "improve")
    press(Key.Key_Down)
    assert listed.current() == role(window.session.now)
    press(Key.Key_Escape)
    assert window.session.lens is None
    assert window.findChild(LensChooser, "lens_chooser") is None


def test_what_fits_nothing_chooses_nothing(window: MainWindow) -> None:
    press(Key.Key_F8)
    typed("zzz")
    assert chooser(window).nothing.isVisible()
    assert not chooser(window).list.isVisible()
    press(Key.Key_Return)
    assert window.session.lens is None
    assert chooser(window).isVisible()
    press(Key.Key_Escape)


def test_chosen_with_the_mouse_from_the_bar(window: MainWindow) -> None:
    follow_desk(window)
    QTest.mouseClick(bar(window).chip, Left)
    opened = chooser(window)
    assert opened.list.current() == window.session.lens  # what is followed already is marked
    row = next(place for place, row in enumerate(opened.list.rows) if row.text == CHAT)
    spot = opened.list.visualRect(opened.list.model().index(row, 0)).center()
    QTest.mouseClick(opened.list.viewport(), Left, pos=spot)
    assert window.session.lens == Lens(LensKind.TOOL, "chat")
    assert bar(window).chip.text().strip() == CHAT


def test_a_press_beside_the_chooser_only_closes_it(window: MainWindow) -> None:
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    step = window.session.now.steps(window.session.stream)[0]
    window.session.select([step.id])
    press(Key.Key_F8)
    QTest.mouseClick(canvas.view.viewport(), Left, pos=canvas.view.viewport().rect().bottomLeft())
    assert window.findChild(LensChooser, "lens_chooser") is None
    assert window.session.selection == (step.id,)


def test_from_the_menu_of_a_card(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    triage = next(step for step in window.session.now.steps(window.session.stream) if step.name == "Triage")
    window.session.reveal([triage.id])
    spot = canvas.stage.to_view(canvas.stage.rect(triage.id).center).toPoint()
    viewport = canvas.view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, viewport.mapToGlobal(spot))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    below = next(action.menu() for action in menu.actions() if action.text() == "Follow")
    assert isinstance(below, QMenu)
    assert [action.text() for action in below.actions() if not action.isSeparator()] == [
        DESK,
        CHAT,
        "Engage",
    ]
    below.actions()[0].trigger()
    menu.close()
    assert window.session.lens == role(window.session.now)


# -- walking ------------------------------------------------------------------------------------------------
def test_keys_go_from_occurrence_to_occurrence(window: MainWindow) -> None:
    follow_desk(window)
    for name in ("Triage", "Review", "Fix"):
        press(Key.Key_PageDown, Mod.AltModifier)
        assert selected(window) == [name]
    assert bar(window).place.text() == "C  ·  3 of 3"
    assert not window.verbs["view.next_occurrence"].isEnabled()
    assert not bar(window).next.isEnabled()
    press(Key.Key_PageDown, Mod.AltModifier)
    assert selected(window) == ["Fix"]
    press(Key.Key_PageUp, Mod.AltModifier)
    assert selected(window) == ["Review"]


def test_the_buttons_go_on_from_a_step_between(window: MainWindow) -> None:
    follow_desk(window)
    between = next(
        step for step in window.session.now.steps(window.session.stream) if step.name == "Diagnose"
    )
    window.session.select([between.id])
    assert bar(window).place.text() == ""
    QTest.mouseClick(bar(window).next, Left)
    assert selected(window) == ["Review"]
    QTest.mouseClick(bar(window).previous, Left)
    assert selected(window) == ["Triage"]
    assert bar(window).place.text() == "A  ·  1 of 3"


# -- staying and leaving ------------------------------------------------------------------------------------
def test_the_bar_follows_edits_and_streams(window: MainWindow) -> None:
    follow_desk(window)
    first, other = (stream.id for stream in window.session.now.streams)
    window.session.show_stream(other)
    assert bar(window).share.text() == "does not occur in this stream"
    assert not bar(window).next.isEnabled()
    window.session.show_stream(first)
    fix = next(step for step in window.session.now.steps(first) if step.name == "Fix")
    with window.session.edit("Take letters") as draft:
        draft.update(fix.id, raci=())
    assert bar(window).share.text().startswith("2 of 4 steps (50 %)")


def test_it_stays_in_every_view(window: MainWindow) -> None:
    follow_desk(window)
    for id in ("tables", "raci", "lanes"):
        trigger(window, f"view.show_{id}")
        QApplication.processEvents()
        assert bar(window).isVisible()


@pytest.mark.parametrize("way", ["key", "button", "esc"])
def test_left_by_key_button_and_esc(window: MainWindow, way: str) -> None:
    follow_desk(window)
    if way == "key":
        press(Key.Key_F8, Mod.ShiftModifier)
    elif way == "button":
        QTest.mouseClick(bar(window).stop, Left)
    else:
        press(Key.Key_Escape)
    assert window.session.lens is None
    assert not bar(window).isVisible()
    assert not window.verbs["view.stop_following"].isEnabled()


def test_esc_leaves_the_lens_last(window: MainWindow) -> None:
    follow_desk(window)
    press(Key.Key_F11)
    window.session.select([window.session.now.steps(window.session.stream)[0].id])
    press(Key.Key_Escape)
    assert (window.session.selection, window.isFullScreen()) == ((), True)
    press(Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.session.lens is not None
    press(Key.Key_Escape)
    assert window.session.lens is None


def test_the_bar_wears_the_theme(window: MainWindow) -> None:
    follow_desk(window)
    colours = set()
    for choice in ("view.theme_light", "view.theme_dark"):
        trigger(window, choice)
        QApplication.processEvents()
        colours.add(bar(window).grab().toImage().pixelColor(3, 3).name())
        assert bar(window).grab().toImage().pixelColor(3, 3) == window.theme_switch.theme.panel
    assert len(colours) == 2
    trigger(window, "view.theme_light")
