"""The guard around overrides of Qt virtuals."""

from __future__ import annotations

import sys
import timeit

import pytest
from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsItem, QGraphicsRectItem, QGraphicsScene, QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.ui import faults
from vsdesigner.ui.guard import guarded, is_guarded


class Window(QWidget):
    """Fails wherever Qt lets it."""

    @guarded(on_error=lambda self, event: event.ignore(), leave_on_repeat=True)
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        [][1]

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        _ = 1 / 0

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            int("x")
        return super().event(event)


class Item(QGraphicsRectItem):
    """Fails in C code that is reached from Python: the combination that ends the process without a guard."""

    @guarded(on_error=lambda self, change, value: value)
    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> object:
        len(5)  # type: ignore[arg-type]  # the failure this test is about
        return value


@pytest.fixture
def leaves(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Records instead of leaving."""
    calls: list[str] = []
    monkeypatch.setattr(faults, "leave", lambda: calls.append("left"))
    return calls


def test_a_close_event_that_fails_leaves_the_window_open(qtbot: QtBot, leaves: list[str]) -> None:
    window = Window()
    qtbot.addWidget(window)
    with faults.collected() as found:
        assert window.close() is False
        assert leaves == []
        assert window.close() is False
    assert [fault.kind for fault in found] == ["IndexError", "IndexError"]
    assert leaves == ["left"], "the second failure has to end the program in an orderly way"
    window.closeEvent = lambda event: event.accept()  # type: ignore[method-assign]  # let the test end


def test_painting_goes_on_after_a_failure(qtbot: QtBot) -> None:
    window = Window()
    with faults.collected() as found:
        window.grab()
        window.grab()
        window.closeEvent = lambda event: event.accept()  # type: ignore[method-assign]  # let the test end
    assert [fault.kind for fault in found] == ["ZeroDivisionError"] * 2
    assert "paintEvent" in found[0].place
    window.deleteLater()


def test_the_default_is_the_answer(qapp: QApplication) -> None:
    window = Window()
    with faults.collected() as found:
        assert QApplication.sendEvent(window, QEvent(QEvent.Type.User)) is False
    assert [fault.kind for fault in found] == ["ValueError"]
    window.deleteLater()


def test_c_errors_below_python_do_not_end_the_process(qapp: QApplication) -> None:
    scene = QGraphicsScene()
    item = Item(0, 0, 10, 10)
    with faults.collected() as found:
        item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)
        scene.addItem(item)
        item.setPos(5, 5)
    assert item.pos().x() == 5
    assert {fault.kind for fault in found} == {"TypeError"}
    with faults.collected():
        scene.clear()


def test_callable_defaults_are_fresh() -> None:
    @guarded(default=QRectF)
    def broken() -> QRectF:
        raise RuntimeError

    with faults.collected():
        one, other = broken(), broken()
    assert one == QRectF()
    assert one is not other


def test_a_failing_rescue_leaves_the_program(leaves: list[str]) -> None:
    @guarded(on_error=lambda: 1 / 0)
    def broken() -> int:
        raise RuntimeError("first")

    with faults.collected() as found:
        assert broken() is None
    assert [fault.kind for fault in found] == ["RuntimeError", "ZeroDivisionError"]
    assert leaves == ["left"]


def test_a_failing_hook_does_not_escape(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def hook(*_args: object) -> None:
        raise OSError("no space left")

    @guarded
    def broken() -> None:
        raise RuntimeError("first")

    monkeypatch.setattr(sys, "excepthook", hook)
    broken()
    assert "RuntimeError: first" in capsys.readouterr().err


def test_what_is_no_error_passes_through() -> None:
    @guarded
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()


def test_the_mark_is_seen() -> None:
    assert is_guarded(Window.paintEvent)
    assert not is_guarded(QWidget.paintEvent)


def test_the_guard_is_cheap() -> None:
    def plain(one: int, other: int) -> None:
        pass

    watched = guarded(plain)
    cost = min(timeit.repeat(lambda: watched(1, 2), number=20_000, repeat=5)) / 20_000
    assert cost < 3e-6, f"{cost * 1e9:.0f} ns a call"
