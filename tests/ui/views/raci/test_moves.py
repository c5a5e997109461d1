"""Keys that move in the matrix leave one selected cell, and the session follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.views.raci.matrix_kit import CTRL, PLAIN, Desk, Key


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_Home, CTRL),
        (Key.Key_End, CTRL),
        (Key.Key_Home, PLAIN),
        (Key.Key_Up, CTRL),
        (Key.Key_Up, PLAIN),
    ],
)
def test_a_move_leaves_only_the_cell_arrived_at(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    desk.go(0, 0)
    desk.press(Key.Key_A, CTRL)
    assert desk.grid.selected_block().width() * desk.grid.selected_block().height() > 1
    desk.press(key, held)
    desk.settle()
    block, current = desk.grid.selected_block(), desk.grid.currentIndex()
    assert (block.left(), block.top(), block.width(), block.height()) == (
        current.column(),
        current.row(),
        1,
        1,
    )
    assert len(desk.session.selected) <= 1
