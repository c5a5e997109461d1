"""What Esc does, one thing at a time: the gesture, what popped up, the selection, full screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, windows_of
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.main_window import MainWindow

Key, Left, Plain = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


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


def test_conv_12_esc_ends_one_thing_after_the_other(window: MainWindow) -> None:
    canvas = window.centre.widget
    assert isinstance(canvas, LaneCanvas)
    step = add_step(window.session)
    window.view.fit_all()
    QTest.keyClick(canvas.view, Key.Key_F11)
    window.session.select([step.id])
    viewport = canvas.view.viewport()
    middle = canvas.stage.to_view(canvas.stage.rect(step.id).center).toPoint()
    QTest.mousePress(viewport, Left, Plain, middle)
    there = QPointF(middle) + QPointF(90, 0)
    drag = QMouseEvent(
        QEvent.Type.MouseMove, there, viewport.mapToGlobal(there), Qt.MouseButton.NoButton, Left, Plain
    )
    QApplication.sendEvent(viewport, drag)
    assert is_dragging(canvas)

    QTest.keyClick(canvas.view, Key.Key_Escape)
    assert not is_dragging(canvas)
    assert window.session.now.find(step.id) == step
    assert window.session.selection == (step.id,)
    QTest.mouseRelease(viewport, Left, Plain, there.toPoint())

    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, viewport.mapToGlobal(middle))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert window.session.selection == (step.id,)

    QTest.keyClick(canvas.view, Key.Key_Escape)
    assert not window.session.selected
    assert is_full(window)
    QTest.keyClick(canvas.view, Key.Key_Escape)
    assert not is_full(window)


def is_dragging(canvas: LaneCanvas) -> bool:
    return canvas.controller.busy


def is_full(window: MainWindow) -> bool:
    return window.isFullScreen()
