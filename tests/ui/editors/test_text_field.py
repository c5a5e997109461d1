"""The text field by itself: keys it owns, bounds, what it never loses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QInputMethodEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.ui import theme
from vsdesigner.ui.editors.text_field import TextField

PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Stand:
    """A window with one field; `committed` is what it handed in."""

    def __init__(self, qtbot: QtBot, field: TextField) -> None:
        self.field = field
        self.window = QWidget()
        self.other = QLineEdit()
        self.button = QPushButton("x")
        layout = QVBoxLayout(self.window)
        for widget in (field, self.other, self.button):
            layout.addWidget(widget)
        self.window.resize(240, 400)
        self.committed: list[object] = []
        self.told: list[str] = []
        field.committed.connect(self.committed.append)
        field.told.connect(self.told.append)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        field.setFocus()

    def shortcut(self, key: str) -> list[str]:
        """Give the window a shortcut; the list tells whether it was triggered."""
        pressed: list[str] = []
        action = QAction(self.window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: pressed.append(key))
        self.window.addAction(action)
        return pressed


@pytest.fixture
def one(qtbot: QtBot) -> Stand:
    theme.dress(theme.LIGHT)
    return Stand(qtbot, TextField())


@pytest.fixture
def many(qtbot: QtBot) -> Stand:
    theme.dress(theme.LIGHT)
    return Stand(qtbot, TextField(many_lines=True))


@pytest.mark.parametrize(
    ("key", "code", "modifiers"),
    [
        ("A", Qt.Key.Key_A, PLAIN),
        ("Shift+A", Qt.Key.Key_A, SHIFT),
        ("Space", Qt.Key.Key_Space, PLAIN),
        ("Del", Qt.Key.Key_Delete, PLAIN),
        ("Backspace", Qt.Key.Key_Backspace, PLAIN),
        ("Return", Qt.Key.Key_Return, PLAIN),
        ("Left", Qt.Key.Key_Left, PLAIN),
        ("Shift+Down", Qt.Key.Key_Down, SHIFT),
        ("Home", Qt.Key.Key_Home, PLAIN),
        ("PgDown", Qt.Key.Key_PageDown, PLAIN),
        ("Ctrl+Return", Qt.Key.Key_Return, CONTROL),
        ("Ctrl+C", Qt.Key.Key_C, CONTROL),
        ("Ctrl+V", Qt.Key.Key_V, CONTROL),
        ("Ctrl+A", Qt.Key.Key_A, CONTROL),
        ("Ctrl+Right", Qt.Key.Key_Right, CONTROL),
    ],
)
@pytest.mark.parametrize("kind", ["one", "many"])
def test_keys_that_are_no_shortcuts_here(
    request: pytest.FixtureRequest, kind: str, key: str, code: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    stand: Stand = request.getfixturevalue(kind)
    pressed = stand.shortcut(key)
    QTest.keyClick(stand.field, code, modifiers)
    assert pressed == []


@pytest.mark.parametrize("key", ["F2", "Ctrl+K", "Ctrl+S", "Alt+Return", "F6"])
def test_keys_that_stay_shortcuts(one: Stand, key: str) -> None:
    pressed = one.shortcut(key)
    combination = QKeySequence(key)[0]
    QTest.keyClick(one.field, combination.key(), combination.keyboardModifiers())
    assert pressed == [key]


def test_escape_belongs_to_the_field_only_while_there_is_something_to_cancel(one: Stand) -> None:
    pressed = one.shortcut("Esc")
    QTest.keyClicks(one.field, "x")
    QTest.keyClick(one.field, Qt.Key.Key_Escape)
    assert (pressed, one.field.text()) == ([], "")
    QTest.keyClick(one.field, Qt.Key.Key_Escape)
    assert pressed == ["Esc"]


def test_undo_belongs_to_the_field_only_while_there_is_typing_to_undo(one: Stand) -> None:
    pressed = one.shortcut("Ctrl+Z")
    QTest.keyClicks(one.field, "abc")
    QTest.keyClick(one.field, Qt.Key.Key_Z, CONTROL)
    assert (pressed, one.field.text()) == ([], "")
    QTest.keyClick(one.field, Qt.Key.Key_Z, CONTROL)
    assert pressed == ["Ctrl+Z"]


def test_a_fresh_field_has_nothing_to_undo(one: Stand) -> None:
    assert not one.field.document().isUndoAvailable()
    one.field.set_value("shown")
    assert not one.field.document().isUndoAvailable()
    assert not one.field.is_edited()


def test_enter_commits_one_paragraph_and_breaks_several(one: Stand, many: Stand) -> None:
    QTest.keyClicks(one.field, " text ")
    QTest.keyClick(one.field, Qt.Key.Key_Return)
    assert one.committed == ["text"]
    many.window.activateWindow()
    many.field.setFocus()
    QTest.keyClicks(many.field, "one")
    QTest.keyClick(many.field, Qt.Key.Key_Return)
    QTest.keyClick(many.field, Qt.Key.Key_Return, SHIFT)
    assert many.committed == []
    QTest.keyClick(many.field, Qt.Key.Key_Return, CONTROL)
    assert many.committed == ["one\n\n"]


def test_no_break_spaces_survive(one: Stand) -> None:
    one.field.set_value("10\u00a0000")
    assert one.field.text() == "10\u00a0000"
    QTest.keyClick(one.field, Qt.Key.Key_End)
    QTest.keyClicks(one.field, "!")
    one.field.commit()
    assert one.committed == ["10\u00a0000!"]


def test_a_context_menu_is_part_of_the_visit(one: Stand) -> None:
    from PySide6.QtGui import QFocusEvent

    QTest.keyClicks(one.field, "a")
    QApplication.sendEvent(one.field, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert one.committed == []
    one.button.setFocus()
    assert one.committed == ["a"]


def test_an_input_method_is_bounded_too(qtbot: QtBot) -> None:
    stand = Stand(qtbot, TextField(max_length=5))
    QTest.keyClicks(stand.field, "abcd")
    event = QInputMethodEvent("", [])
    event.setCommitString("日本語")
    QApplication.sendEvent(stand.field, event)
    assert stand.field.text() == "abcd日"
    assert len(stand.told) == 1
    QTest.keyClicks(stand.field, "x")
    assert stand.field.text() == "abcd日"


def test_the_bound_counts_letters_as_the_document_does(qtbot: QtBot) -> None:
    """A letter that Qt keeps in two parts is one."""
    stand = Stand(qtbot, TextField(max_length=4))
    mime = QMimeData()
    mime.setText("🙂🙂🙂🙂🙂")
    stand.field.insertFromMimeData(mime)
    assert stand.field.text() == "🙂🙂🙂🙂"


def test_files_are_left_to_the_window(one: Stand) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("a.vstream")])
    mime.setText("a.vstream")
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, PLAIN)
    one.field.dragEnterEvent(event)
    assert not event.isAccepted()


def test_it_wraps_and_grows_instead_of_scrolling(one: Stand) -> None:
    low = one.field.height()
    mime = QMimeData()
    mime.setText("several words " * 20)
    one.field.insertFromMimeData(mime)
    QApplication.processEvents()
    assert one.field.height() > 4 * low
    assert one.field.verticalScrollBar().maximum() == 0
    one.window.resize(500, 400)
    QApplication.processEvents()
    assert one.field.verticalScrollBar().maximum() == 0


def test_very_long_texts_scroll_inside(many: Stand) -> None:
    many.window.resize(240, 2_000)
    many.field.set_value("line\n" * 60)
    QApplication.processEvents()
    assert many.field.verticalScrollBar().maximum() > 0
    assert many.field.height() < 600


def test_the_wheel_goes_on_to_the_panel(qtbot: QtBot) -> None:
    area = QScrollArea()
    field = TextField(area)
    field.set_value("short")
    qtbot.addWidget(area)
    area.setWidget(field)
    area.show()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        PLAIN,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    field.wheelEvent(event)
    assert not event.isAccepted()


def test_conv_43_several_values(one: Stand) -> None:
    one.field.set_value("", several=True)
    assert one.field.placeholderText() == "— several —"
    one.field.commit()
    assert one.committed == []
    QTest.keyClicks(one.field, "same")
    one.field.commit()
    assert one.committed == ["same"]
    one.field.set_value("same")
    assert one.field.placeholderText() == ""


def test_a_value_that_arrives_while_typing_waits(one: Stand) -> None:
    one.field.set_value("old")
    QTest.keyClick(one.field, Qt.Key.Key_End)
    QTest.keyClicks(one.field, "er")
    one.field.set_value("new")
    assert one.field.text() == "older"
    QTest.keyClick(one.field, Qt.Key.Key_Backspace)
    QTest.keyClick(one.field, Qt.Key.Key_Backspace)
    one.field.commit()
    assert one.field.text() == "new", "typing that was taken back by hand overwrites nothing"
    assert one.committed == []
