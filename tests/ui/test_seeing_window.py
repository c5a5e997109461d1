"""Finding one's way in the whole window: the minimap is remembered, undo says where, keys do it all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, windows_of
from vsdesigner.commands import streams
from vsdesigner.ui import status
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.canvas.outlook import Outlook
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program

Key, Mod = Qt.Key, Qt.KeyboardModifier


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


def canvas(window: MainWindow) -> LaneCanvas:
    assert isinstance(window.view, LaneCanvas)
    return window.view


def press(qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, keys)


def test_the_minimap_stays_as_it_was_switched(window: MainWindow, program: Program) -> None:
    action = window.verbs["view.minimap"]
    assert action.isCheckable()
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert not canvas(window).aids.minimap.wanted
    program.new_window()
    other = windows_of(program)[1]
    assert not canvas(other).aids.minimap.wanted
    assert not other.verbs["view.minimap"].isChecked()


def test_conv_49_undo_elsewhere_is_told_over_the_drawing(window: MainWindow) -> None:
    session = window.session
    add_step(session, "Triage")
    first = session.stream
    with session.edit("Add stream") as draft:
        second = streams.add(draft, "Returns")
    session.undo()
    session.redo()
    session.show_stream(first)
    window.notifier.clear()
    add_step(session, "Fix")
    session.show_stream(second)
    window.verbs["edit.undo"].trigger()
    assert session.stream == first
    texts = [toast.label.text() for toast in window.notifier.toasts]
    assert len(texts) == 1
    assert texts[0].startswith("Undone in “")
    window.notifier.clear()
    window.verbs["edit.redo"].trigger()
    assert window.notifier.toasts == []  # it happens where one looks: the status bar is enough
    assert window.status.message.text().startswith("Done again: ")


def test_ctrl_home_leads_back_and_ctrl_l_connects(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    one, two = add_step(session, "Triage"), add_step(session, "Fix")
    canvas(window).view.camera.show(Outlook(1.0, 0.0, 9_000.0))
    canvas(window).view.setFocus()
    press(qtbot, Key.Key_Home, Mod.ControlModifier)
    visible = canvas(window).stage.visible
    assert any(visible.overlaps(card.rect) for card in canvas(window).stage.layout.cards.values())
    session.select((one.id, two.id))
    press(qtbot, Key.Key_L, Mod.ControlModifier)
    assert [flow.target for flow in session.now.outgoing(one.id)] == [two.id]


def test_conv_63_every_field_of_the_inspector_is_reached_by_tab(window: MainWindow, qtbot: QtBot) -> None:
    step = add_step(window.session, "Triage")
    window.session.select((step.id,))
    window.verbs["edit.inspect"].trigger()
    panel = window.inspector
    wanted = {
        each
        for kind in (QLineEdit, QPlainTextEdit)
        for each in panel.findChildren(kind)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert len(wanted) > 3
    seen = set()
    for _ in range(150):
        focus = QApplication.focusWidget()
        seen.add(focus)
        press(qtbot, Key.Key_Tab)
        if wanted <= seen:
            break
    assert wanted <= seen, [each.accessibleName() for each in wanted - seen]


def test_messages_are_announced(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        status.QAccessible,
        "updateAccessibility",
        lambda event: heard.append(getattr(event, "message", str)()),
    )
    window.show_message("Saved.")
    assert "Saved." in heard
