"""Short messages."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.ui import notifier as module
from vsdesigner.ui.notifier import MARGIN, MOST, Notifier, Toast


@pytest.fixture
def host(qtbot: QtBot) -> Iterator[QWidget]:
    """An active window with a field that has the focus."""
    window = QWidget()
    window.resize(800, 500)
    field = QLineEdit(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def notifier(host: QWidget) -> Notifier:
    return Notifier(host)


def click(widget: QWidget | None) -> None:
    assert widget is not None
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_message_goes_away_by_itself(
    notifier: Notifier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "VISIBLE_MS", 50)
    toast = notifier.show("Three steps were moved.")
    assert toast.isVisible()
    qtbot.waitUntil(lambda: notifier.toasts == [])


def test_eight_seconds() -> None:
    assert module.VISIBLE_MS == 8_000


def test_the_action_runs_once_and_ends_the_message(notifier: Notifier, host: QWidget) -> None:
    done: list[str] = []
    toast = notifier.show("Deleted.", "Undo", lambda: done.append("undone"))
    click(toast.action_button)
    assert done == ["undone"]
    assert not toast.isVisible()
    assert notifier.toasts == []


def test_text_of_users_stays_text(notifier: Notifier) -> None:
    toast = notifier.show("<img src='//host/share'> & <b>bold</b>", "Show R&D", lambda: None)
    assert toast.label.textFormat() == Qt.TextFormat.PlainText
    assert toast.label.text() == "<img src='//host/share'> & <b>bold</b>"
    assert toast.action_button is not None
    assert toast.action_button.text() == "Show R&&D"


def test_enormous_text_is_shortened(notifier: Notifier, host: QWidget) -> None:
    toast = notifier.show("word " * 100_000)
    assert len(toast.label.text()) <= module.LONGEST
    assert toast.width() <= host.width() - 2 * MARGIN
    assert toast.y() >= 0


def test_messages_stack_and_stay_inside(notifier: Notifier, host: QWidget) -> None:
    toasts = [notifier.show(f"Message {number}") for number in range(3)]
    tops = [toast.y() for toast in toasts]
    assert tops == sorted(tops), "the newest is the lowest"
    for upper, lower in itertools.pairwise(toasts):
        assert upper.geometry().bottom() < lower.geometry().top()
    assert toasts[-1].geometry().bottom() + 1 == host.height() - MARGIN
    for toast in toasts:
        assert abs(toast.geometry().center().x() - host.rect().center().x()) <= 1


def test_they_follow_the_size_of_the_host(notifier: Notifier, host: QWidget) -> None:
    toast = notifier.show(
        "A message that is long enough to need more than one line in a narrow window, isn't it?"
    )
    host.resize(360, 300)
    QCoreApplication.processEvents()
    assert toast.width() <= 360 - 2 * MARGIN
    assert toast.geometry().bottom() + 1 == 300 - MARGIN
    needed = toast.label.heightForWidth(toast.label.width())
    toast.layout().activate()
    assert toast.label.height() >= needed, "no line is cut"


def test_there_are_never_too_many(notifier: Notifier) -> None:
    for number in range(10):
        notifier.show(f"Message {number}")
    assert [toast.label.text() for toast in notifier.toasts] == [
        f"Message {number}" for number in range(10 - MOST, 10)
    ]


def test_the_same_words_are_one_message(notifier: Notifier) -> None:
    first = notifier.show("Saved.", kind="ok")
    assert notifier.show("Saved.", kind="ok") is first
    assert notifier.show("Saved.", "Undo", lambda: None, kind="ok") is not first, "an action is something new"


def test_the_same_words_with_an_action_are_one_message_that_does_the_last(notifier: Notifier) -> None:
    done: list[int] = []
    for number in (1, 2):
        notifier.show("Exported.", "Open", lambda number=number: done.append(number), "ok")
    assert len(notifier.toasts) == 1
    click(notifier.toasts[0].action_button)
    assert done == [2]
    notifier.show("Exported.", "Open", lambda: None, "ok")
    notifier.show("Something else.")
    notifier.show("Exported.", "Open", lambda: None, "ok")
    assert len(notifier.toasts) == 3, "what was said in between keeps its place"


def test_errors_stay_until_they_are_closed(
    notifier: Notifier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "VISIBLE_MS", 10)
    toast = notifier.show("The disk is full.", kind="error")
    qtbot.wait(60)
    assert toast.isVisible()
    click(toast.close_button)
    assert notifier.toasts == []


def test_the_keyboard_reaches_it(notifier: Notifier, host: QWidget) -> None:
    done: list[str] = []
    toast = notifier.show("Deleted.", "Undo", lambda: done.append("undone"))
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit), "a message never takes the focus by itself"
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is toast.action_button
    QTest.keyClick(toast.action_button, Qt.Key.Key_Space)
    assert done == ["undone"]


def test_escape_closes_it(notifier: Notifier) -> None:
    assert not notifier.focus_newest()
    toast = notifier.show("Saved.")
    assert notifier.focus_newest()
    assert QApplication.focusWidget() is toast.close_button
    QTest.keyClick(toast.close_button, Qt.Key.Key_Escape)
    assert notifier.toasts == []


def test_reading_stops_the_time(notifier: Notifier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "VISIBLE_MS", 30)
    toast = notifier.show("Deleted.", "Undo", lambda: None)
    point = QPoint(5, 5).toPointF()
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    qtbot.wait(90)
    assert toast.isVisible(), "the pointer rests on it"
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: notifier.toasts == [])


def test_the_focus_stops_the_time(notifier: Notifier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "VISIBLE_MS", 30)
    toast = notifier.show("Deleted.", "Undo", lambda: None)
    notifier.focus_newest()
    qtbot.wait(90)
    assert toast.isVisible()


def test_it_comes_up_unless_motion_is_reduced(
    notifier: Notifier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = notifier.show("Without motion").pos()
    notifier.clear()
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")
    toast = notifier.show("With motion.")
    assert toast.y() > place.y(), "it starts lower"
    qtbot.waitUntil(lambda: toast.y() == place.y())


def test_it_speaks_its_text(notifier: Notifier) -> None:
    toast = notifier.show("Saved.")
    assert toast.accessibleName() == "Saved."
    assert toast.close_button.accessibleName()


def test_clear_takes_all_away(notifier: Notifier, host: QWidget) -> None:
    for number in range(3):
        notifier.show(f"Message {number}")
    notifier.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert notifier.toasts == []
    assert host.findChildren(Toast) == []


def test_what_lies_below_stays_free(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(640, 400)
    bar = QWidget(host)
    bar.setGeometry(0, 360, 640, 40)
    host.show()
    toast = Notifier(host, bar).show("The stream was deleted.")
    assert toast.geometry().bottom() < bar.y()
