"""Lists that are edited before an audience: each line is visibly one thing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.presentation.stage_kit import close_to, walked
from vsdesigner.ui.presentation.editing.editing import editor_of
from vsdesigner.ui.presentation.editing.list_field import ListField
from vsdesigner.ui.presentation.window import PresentWindow

SIZES = ((1024, 768), (1920, 1080), (1080, 1920))


def tasks(qtbot: QtBot, size: tuple[int, int] = (1920, 1080)) -> tuple[PresentWindow, ListField]:
    window = walked(qtbot, "examples/restore-cloud-service", "step-put-in-place", size)
    window.run("edit.step")
    QApplication.processEvents()
    found = editor_of(window).fields["tasks"]
    assert isinstance(found, ListField)
    return window, found


@pytest.mark.parametrize("size", SIZES)
def test_each_line_has_one_bullet_at_its_first_row(qtbot: QtBot, size: tuple[int, int]) -> None:
    window, field = tasks(qtbot, size)
    found = list(field.bullets())
    assert len(found) == field.document().blockCount() == 3
    blocks = [field.document().findBlockByNumber(number) for number in range(3)]
    if size == (1920, 1080):
        assert sum(block.layout().lineCount() for block in blocks) > 3, "one of them wraps"
    for middle, block in zip(found, blocks, strict=True):
        row = field.cursorRect(QTextCursor(block))
        assert row.top() < middle.y() < row.bottom()
    # They are seen, in front of the text and inside the field.
    image, room = field.grab().toImage(), field.viewport().geometry().left()
    corner = field.viewport().geometry().topLeft() - QPoint(round(found[0].x() * 2), 0)
    assert 0 < corner.x() < room
    for middle in found:
        assert close_to(image.pixelColor(corner + middle.toPoint()), window.state.theme.accent, 12)


def test_what_stands_below_another_has_its_dash(qtbot: QtBot) -> None:
    _, field = tasks(qtbot)
    field.set_text("Plan it\n- with the client\n\nDo it")
    QApplication.processEvents()
    assert len(list(field.bullets())) == 2
    field.set_text("")
    assert list(field.bullets()) == []


def test_enter_splits_at_the_caret_and_the_text_holds_no_bullets(qtbot: QtBot) -> None:
    window, field = tasks(qtbot)
    before = window.state.view.find(window.state.stop.id)
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.document().blockCount() == 4
    assert len(list(field.bullets())) == 4
    assert "•" not in field.text()
    field.document().undo()
    editor_of(window).close_editor()
    assert window.state.view.find(window.state.stop.id) == before


@pytest.mark.parametrize("size", SIZES)
def test_the_panel_says_large_which_step_it_is(qtbot: QtBot, size: tuple[int, int]) -> None:
    window, _ = tasks(qtbot, size)
    head = editor_of(window).head
    head.ensurePolished()
    assert head.text().startswith("Step 4")
    assert head.fontInfo().pixelSize() == max(13, round(24 * window.state.unit))
