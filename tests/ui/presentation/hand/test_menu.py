"""The menu of a presentation, by right click, by the menu key and by a finger that rests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Fingers, Key, presenting, press
from vsdesigner.ui.presentation.all_commands import COMMANDS
from vsdesigner.ui.presentation.hand import touch
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot)


def opened(window: PresentWindow) -> list[QMenu]:
    return [menu for menu in window.findChildren(QMenu, "presentation.menu") if menu.isVisible()]


def ask(window: PresentWindow, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse) -> None:
    at = QPoint(400, 300)
    target = window.childAt(at) or window
    event = QContextMenuEvent(reason, target.mapFrom(window, at), window.mapToGlobal(at))
    QApplication.sendEvent(target, event)


def entries(menu: QMenu) -> dict[str, str]:
    """Ids and texts, those of the inner menus too."""
    found: dict[str, str] = {}
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= entries(inner)
        elif not action.isSeparator():
            found[action.objectName()] = action.text()
    return found


def test_it_has_every_command_with_its_key(window: PresentWindow) -> None:
    ask(window)
    (menu,) = opened(window)
    shown = entries(menu)
    assert set(shown) == {command.id for command in COMMANDS}
    assert shown["go.next"] == "Next\t→"
    assert shown["look.overview"] == "Overview of all steps\tO"
    menu.close()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
def test_it_is_read_from_the_last_row(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, size=size)
    ask(window)
    (menu,) = opened(window)
    inner = next(found for action in menu.actions() if isinstance(found := action.menu(), QMenu))
    for each in (menu, inner):
        each.ensurePolished()
        assert each.fontInfo().pixelSize() == max(13, round(24 * window.state.unit))
    menu.close()


def test_an_entry_does_its_command(window: PresentWindow) -> None:
    ask(window)
    (menu,) = opened(window)
    before = window.state.stop
    press_in(menu, Key.Key_Down, Key.Key_Return)
    assert window.state.stop != before
    press(window, Key.Key_Left)
    assert window.state.stop == before, "keys go to the presentation again"


def press_in(menu: QMenu, *keys: Key) -> None:
    from PySide6.QtTest import QTest

    for key in keys:
        QTest.keyClick(menu, key)
    QApplication.processEvents()


def test_what_is_not_possible_is_grey(window: PresentWindow) -> None:
    ask(window)
    (menu,) = opened(window)
    actions = {action.objectName(): action for action in menu.findChildren(type(menu.actions()[0]))}
    assert not actions["edit.undo"].isEnabled()
    assert not actions["draw.wipe"].isEnabled()
    assert actions["draw.pen"].isEnabled()
    menu.close()


def test_the_menu_key_opens_it_too(window: PresentWindow) -> None:
    ask(window, QContextMenuEvent.Reason.Keyboard)
    (menu,) = opened(window)
    menu.close()


def test_a_right_click_goes_nowhere(window: PresentWindow) -> None:
    before = window.state.stop
    ask(window)
    assert window.state.stop == before
    opened(window)[0].close()


def test_a_finger_that_rests_opens_it(
    qtbot: QtBot, window: PresentWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, fingers = window.state.stop, Fingers(window)
    fingers.press(500, 300)
    wait_for_menu(qtbot, lambda: bool(opened(window)))
    opened(window)[0].close()
    fingers.release(500, 300)
    assert window.state.stop == before


def wait_for_menu(qtbot: QtBot, there: Callable[[], bool]) -> None:
    qtbot.waitUntil(there, timeout=touch.LONG_PRESS_MS * 4)


def test_a_black_screen_has_no_menu(window: PresentWindow) -> None:
    press(window, "b")
    ask(window)
    assert not opened(window)
    assert window.state.layer is Layer.BLACK


def test_it_wears_the_theme_of_the_presentation(window: PresentWindow) -> None:
    press(window, "t")
    ask(window)
    (menu,) = opened(window)
    assert menu.grab().toImage().pixelColor(8, 8).lightness() < 100
    menu.close()
