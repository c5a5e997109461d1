"""While text has the keyboard, the keys of the clipboard are the text's."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.clipboard.conftest import PLAIN, SHIFT, Hand


def clip() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_in_the_name_editor_the_keys_are_the_texts(hand: Hand) -> None:
    hand.double_click(hand.middle("Triage"))
    before = hand.session.now
    hand.ctrl("C")
    assert clip().text() == "Triage"
    hand.ctrl("X")
    assert hand.canvas.naming.editor.toPlainText() == ""
    hand.ctrl("V")
    hand.ctrl("V")
    hand.ctrl("V", SHIFT)
    hand.ctrl("C", SHIFT)
    hand.ctrl("D")
    assert hand.canvas.naming.editor.toPlainText() == "Triage" * 3
    assert hand.session.now is before
    assert clip().text() == "Triage"
    hand.key(Qt.Key.Key_Escape)


def test_in_a_field_of_the_panel_the_keys_are_the_texts(hand: Hand) -> None:
    hand.select("Triage")
    fields = [
        field
        for field in hand.window.inspector.findChildren(QWidget)
        if hasattr(field, "set_text") and field.isVisible()
    ]
    field = fields[0]
    field.setFocus()
    QApplication.processEvents()
    assert QApplication.focusWidget() is field
    before = hand.session.now
    QGuiApplication.clipboard().setText("pasted into the field")
    for letter in "VDX":
        hand.ctrl(letter)
    assert hand.session.now.steps(hand.session.stream) == before.steps(hand.session.stream)
    assert "pasted into the field" in field.text()
    field.cancel()


def test_quick_add_keeps_the_keys_of_its_text(hand: Hand) -> None:
    before = hand.session.now
    hand.session.select(())
    hand.type("Ask")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    for letter, keys in (("D", PLAIN), ("V", SHIFT), ("C", SHIFT)):
        hand.ctrl(letter, keys)
    assert hand.session.now is before
    assert QApplication.focusWidget() is focus
    hand.canvas.stage.quick_add.cancel()


@pytest.mark.parametrize("place", ["outline", "tab"])
def test_in_other_fields_of_the_window_the_keys_are_the_texts(hand: Hand, place: str) -> None:
    hand.select("Triage")
    if place == "outline":
        hand.window.regions.focus("outline")
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key.Key_F2)
    else:
        hand.window.tabs.begin_rename(hand.session.stream)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    before = hand.session.now
    for letter, keys in (("D", PLAIN), ("V", SHIFT), ("C", SHIFT), ("X", PLAIN), ("V", PLAIN)):
        hand.ctrl(letter, keys)
    assert hand.session.now is before
    assert QApplication.focusWidget() is focus
    QTest.keyClick(focus, Qt.Key.Key_Escape)
