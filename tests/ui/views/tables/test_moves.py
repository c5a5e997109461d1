"""Keys that move leave one selected cell, bring the start of the table into view, and the session follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.views.tables.conftest import MakeDesk
from tests.ui.views.tables.table_kit import CTRL, PLAIN, SHIFT, Desk, Key, small_document

FAR = 4, 4  # the row that adds, the last column


@pytest.mark.parametrize(
    ("key", "held", "arrived"),
    [
        (Key.Key_End, CTRL, FAR),
        (Key.Key_Home, CTRL, (0, 0)),
        (Key.Key_Down, CTRL, (4, 0)),
        (Key.Key_Up, CTRL, (0, 0)),
        (Key.Key_Right, CTRL, (0, 4)),
        (Key.Key_Left, CTRL, (0, 0)),
        (Key.Key_End, PLAIN, (0, 4)),
        (Key.Key_Home, PLAIN, (0, 0)),
        (Key.Key_Up, PLAIN, (0, 0)),
        (Key.Key_PageUp, PLAIN, (0, 0)),
        (Key.Key_Backtab, SHIFT, (0, 0)),
        (Key.Key_Return, SHIFT, (0, 0)),
    ],
)
def test_a_move_leaves_only_the_cell_arrived_at(
    desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier, arrived: tuple[int, int]
) -> None:
    desk.press(Key.Key_A, CTRL)
    desk.settle(5)
    assert len(desk.session.selected) == 4
    desk.press(key, held)
    desk.settle(5)
    assert desk.at == arrived
    assert desk.selected == (arrived[1], arrived[0], 1, 1)
    here = [] if arrived[0] == 4 else [desk.steps[arrived[0]]]
    assert list(desk.session.selected) == here


def test_delete_after_a_move_empties_one_cell(desk: Desk) -> None:
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_Home, CTRL)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Home, CTRL)
    desk.press(Key.Key_Delete)
    assert desk.names[1:] == ["Plan the work", "Build it", "Hand over"]
    assert len(desk.steps[0].tasks) == 2


def test_shift_still_extends_what_is_selected(desk: Desk) -> None:
    desk.go(1, 1)
    desk.press(Key.Key_End, SHIFT)
    assert desk.selected == (1, 1, 4, 1)
    desk.go(1, 1)
    desk.press(Key.Key_Home, CTRL | SHIFT)
    assert desk.selected == (0, 0, 2, 2)


def test_nothing_is_selected_in_the_row_that_adds(desk: Desk) -> None:
    desk.go(3, 0)
    desk.settle(5)
    assert [step.id for step in desk.session.selected] == [desk.steps[3].id]
    desk.press(Key.Key_Down)
    desk.settle(5)
    assert desk.at == (4, 0)
    assert list(desk.session.selected) == []
    desk.press(Key.Key_Up)
    desk.settle(5)
    assert [step.id for step in desk.session.selected] == [desk.steps[3].id]


@pytest.fixture
def wide(make_desk: MakeDesk) -> Desk:
    desk = make_desk(small_document())
    desk.show_columns(*(column.id for column in desk.model.every_column))
    assert desk.grid.horizontalScrollBar().maximum() > 400
    return desk


@pytest.mark.parametrize(
    ("key", "held"), [(Key.Key_Home, CTRL), (Key.Key_Home, PLAIN), (Key.Key_Left, CTRL), (Key.Key_Tab, PLAIN)]
)
def test_coming_back_to_the_first_column_scrolls_home(
    wide: Desk, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    wide.go(1, 0)
    wide.press(Key.Key_End)
    bar = wide.grid.horizontalScrollBar()
    assert bar.value() > 0
    wide.press(key, held)
    assert wide.at[1] == 0
    assert bar.value() == 0


def test_enter_after_tabs_scrolls_home(wide: Desk) -> None:
    wide.go(1, 0)
    for _ in range(wide.model.columnCount() - 1):
        wide.press(Key.Key_Tab)
    assert wide.grid.horizontalScrollBar().value() > 0
    wide.press(Key.Key_Return)
    assert wide.at == (2, 0)
    assert wide.grid.horizontalScrollBar().value() == 0
