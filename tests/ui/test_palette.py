"""The palette: rows, adding by double click and Enter, dragging with a real mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QHoverEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vsdesigner.ui import theme
from vsdesigner.ui.mime import NEW_STEP
from vsdesigner.ui.panels.palette import PaletteList, PalettePanel
from vsdesigner.ui.panels.palette_painting import carried_badge
from vsdesigner.ui.session import Session


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def palette(qtbot: QtBot, session: Session) -> Iterator[PaletteList]:
    panel = PalettePanel(session)
    qtbot.addWidget(panel)
    panel.resize(240, 400)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel.list


def middle(palette: PaletteList, row: int) -> QPoint:
    return palette.visualRect(palette.lanes.index(row)).center()


def test_rows_are_the_lanes_of_the_document(palette: PaletteList, session: Session) -> None:
    texts = [palette.lanes.index(row).data() for row in range(palette.lanes.rowCount())]
    assert texts[:3] == ["Engage step", "Plan step", "Design and Transition step"]
    assert len(texts) == len(session.now.lanes) == 6


def test_the_tooltip_tells_the_purpose_as_plain_text(palette: PaletteList, session: Session) -> None:
    with session.edit("Describe") as draft:
        draft.update("engage", purpose="<img src=x> & so on")
    tip = palette.lanes.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt; &amp; so on" in tip
    assert tip.startswith("<qt>Engage")


def test_a_changed_lane_is_shown(palette: PaletteList, session: Session) -> None:
    with session.edit("Rename lane") as draft:
        draft.update("plan", name="Think")
    assert palette.lanes.index(1).data() == "Think step"
    session.undo()
    assert palette.lanes.index(1).data() == "Plan step"


def test_double_click_adds_behind_the_others_and_begins_renaming(
    palette: PaletteList, session: Session, qtbot: QtBot
) -> None:
    renamed: list[str] = []
    session.name_requested.connect(lambda id, key: renamed.append(id))
    for row in (0, 4):
        where = middle(palette, row)
        qtbot.mouseClick(palette.viewport(), Qt.MouseButton.LeftButton, pos=where)
        qtbot.mouseDClick(palette.viewport(), Qt.MouseButton.LeftButton, pos=where)
    first, second = session.now.steps(session.stream)
    assert (first.lane, second.lane) == ("engage", "deliver_and_support")
    assert second.x > first.x + 190
    assert renamed == [first.id, second.id]
    assert session.selection == (second.id,)
    assert session.history.undoText() == "Add Deliver and Support step"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_reaches_and_adds(
    palette: PaletteList, session: Session, qtbot: QtBot, key: Qt.Key
) -> None:
    palette.setFocus()
    palette.setCurrentIndex(palette.lanes.index(0))
    qtbot.keyClick(palette, Qt.Key.Key_Down)
    qtbot.keyClick(palette, key)
    assert [step.lane for step in session.now.steps(session.stream)] == ["plan"]


def test_a_drag_carries_the_lane_under_a_small_sign_of_no_lane(palette: PaletteList) -> None:
    # The canvas shows the card as it will be; one in the hand would show the wrong lane over the others.
    drag = palette.make_drag(palette.lanes.lane(3))
    assert bytes(drag.mimeData().data(NEW_STEP).data()) == b"obtain_build"
    size = drag.pixmap().deviceIndependentSize()
    assert 0 < size.width() <= 24 and 0 < size.height() <= 24
    assert drag.hotSpot().x() < 0 and drag.hotSpot().y() < 0, "it does not cover what is pointed at"
    other = palette.make_drag(palette.lanes.lane(1))
    assert other.pixmap().toImage() == drag.pixmap().toImage()
    drag.deleteLater()
    other.deleteLater()


def test_a_row_follows_the_name_that_its_lane_was_given(palette: PaletteList, session: Session) -> None:
    with session.edit("Rename lane") as draft:
        draft.update("plan", alias="Think ahead")
    row = palette.lanes.index(1)
    assert row.data() == "Think ahead step"
    assert row.data(Qt.ItemDataRole.ToolTipRole).startswith("<qt>Think ahead")
    palette.setFocus()
    palette.setCurrentIndex(row)
    QTest.keyClick(palette, Qt.Key.Key_Return)
    assert session.history.undoText() == "Add Think ahead step"


def test_the_pointer_over_a_row_is_a_hand(palette: PaletteList) -> None:
    assert palette.viewport().cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_a_row_is_dragged_with_the_mouse(
    palette: PaletteList, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen platform ends every drag at once; what the hand does up to there is real.
    carried: list[bytes] = []

    def carry(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        carried.append(bytes(drag.mimeData().data(NEW_STEP).data()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carry)
    start = middle(palette, 2)
    viewport = palette.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for x in (4, 12, 24):
        where = QPointF(start + QPoint(x, 2))
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            viewport.mapToGlobal(where),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, move)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(24, 2))
    assert carried[:1] == [b"design_and_transition"]


def test_no_row_looks_hovered_after_a_drag(
    palette: PaletteList, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.CopyAction)
    at = QPointF(middle(palette, 4))
    QApplication.sendEvent(palette.viewport(), QHoverEvent(QEvent.Type.HoverEnter, at, at, QPointF(-1, -1)))
    QApplication.sendEvent(palette.viewport(), QHoverEvent(QEvent.Type.HoverMove, at, at, at))
    qtbot.mousePress(palette.viewport(), Qt.MouseButton.LeftButton, pos=middle(palette, 4))
    clean = palette.grab(palette.visualRect(palette.lanes.index(3))).toImage()
    palette.startDrag(Qt.DropAction.CopyAction)
    palette.setCurrentIndex(palette.lanes.index(0))
    shown = palette.grab(palette.visualRect(palette.lanes.index(4))).toImage()
    middle_of = clean.width() - 6, clean.height() // 2
    assert shown.pixelColor(*middle_of) == clean.pixelColor(*middle_of)


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK])
def test_the_sign_at_the_pointer_is_painted_in_the_theme(qtbot: QtBot, worn: theme.Theme) -> None:
    image = carried_badge(worn, 2.0).toImage()
    assert image.pixelColor(image.width() // 2, 5) == worn.accent
    assert image.pixelColor(image.rect().center()) == worn.accent_text
    assert image.pixelColor(0, 0).alpha() == 0
