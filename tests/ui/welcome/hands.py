"""What the tests of the page look at, and the keys they press."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vsdesigner.ui.welcome.page import WelcomePage
from vsdesigner.ui.welcome.tile import Tile


def all_tiles(page: WelcomePage) -> list[Tile]:
    return [*page.templates.tiles, *page.examples.tiles]


def all_drawn(page: WelcomePage) -> bool:
    return all(tile.has_right_picture() for tile in all_tiles(page))


def pixels(tile: Tile) -> bytes:
    assert tile.picture is not None
    return bytes(tile.picture.toImage().constBits())


def colours(tile: Tile) -> int:
    """How many different colours are in a picture."""
    assert tile.picture is not None
    image = tile.picture.toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def focused() -> Tile:
    focus = QApplication.focusWidget()
    assert isinstance(focus, Tile), focus
    return focus


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
