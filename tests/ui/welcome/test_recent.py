"""The files opened last: what the page knows of them, and the ways to open them and to be rid of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.welcome.conftest import Start, page_of, shown_page
from tests.ui.welcome.hands import all_drawn, colours, focused, press
from tests.ui.window_kit import named, told, trigger, windows_of
from vsdesigner.resource import resource_path
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.program import Program
from vsdesigner.ui.welcome.page import WelcomePage
from vsdesigner.ui.welcome.recent import PICTURED_BYTES, RecentRow

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
EXAMPLE = resource_path("examples", "cloud-service.vstream")


@pytest.fixture
def files(tmp_path: Path, program: Program) -> Callable[..., list[Path]]:
    """Make files of these names and remember them, the first one as the newest."""

    def make(*names: str) -> list[Path]:
        paths = [tmp_path / "docs" / f"{name}.vstream" for name in names]
        for path in reversed(paths):
            path.parent.mkdir(exist_ok=True)
            shutil.copy(EXAMPLE, path)
            program.settings.remember_file(path)
        return paths

    return make


def rows_of(page: WelcomePage) -> list[RecentRow]:
    return [tile for tile in page.recent.tiles if isinstance(tile, RecentRow)]


def known(page: WelcomePage) -> bool:
    return all(row.accessibleDescription() != str(row.path) for row in rows_of(page))


def test_recent_files_stand_at_the_right(
    start: Start, files: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    paths = files("newest", "older")
    window = start()
    page = shown_page(window)
    qtbot.waitUntil(lambda: known(page))
    newest, older = rows_of(page)
    assert (newest.path, older.path) == tuple(paths)
    assert newest.accessibleName() == "Open newest.vstream"
    assert newest.accessibleDescription().startswith(f"{paths[0]}. Saved ")
    assert not page.nothing_recent.isVisible()
    qtbot.waitUntil(lambda: newest.picture is not None and older.picture is not None)
    assert colours(newest) > 8
    QTest.mouseClick(older, Left, pos=older.rect().center())
    assert page_of(window) is None and window.files.file.path == paths[1]


def test_without_files_it_says_so(start: Start) -> None:
    page = shown_page(start())
    assert page.nothing_recent.isVisible() and not rows_of(page)


def test_a_large_or_damaged_file_has_no_picture(
    start: Start, program: Program, files: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    large, damaged = files("large", "damaged")
    large.write_bytes(EXAMPLE.read_bytes() + b" " * PICTURED_BYTES)
    assert large.stat().st_size > PICTURED_BYTES
    damaged.write_text("{", encoding="utf-8")
    page = shown_page(start())
    qtbot.waitUntil(lambda: known(page) and all_drawn(page))
    assert [row.picture for row in rows_of(page)] == [None, None]
    assert not any(row.is_missing for row in rows_of(page))


def test_a_missing_file_is_grey_and_can_be_taken_out(
    start: Start, program: Program, files: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    gone, there, lost = files("gone", "there", "lost")
    gone.unlink()
    lost.unlink()
    page = shown_page(start())
    qtbot.waitUntil(lambda: known(page))
    first, second, third = rows_of(page)
    assert (first.is_missing, second.is_missing, third.is_missing) == (True, False, True)
    assert "not there any more" in first.accessibleDescription()
    assert first.button.isVisible() and not second.button.isVisible()
    QTest.mouseClick(first.button, Left)
    assert program.settings.recent_files == [there, lost]
    third.setFocus()
    press(Key.Key_Delete)
    assert program.settings.recent_files == [there]
    assert [row.path for row in rows_of(page)] == [there]
    assert focused() is rows_of(page)[0] and named(focused(), "recent.remove", QToolButton).isVisible()
    press(Key.Key_Delete)
    assert page.nothing_recent.isVisible() and not program.settings.recent_files


def test_a_missing_file_that_is_opened_is_told_and_leaves(
    start: Start, program: Program, files: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    (gone,) = files("gone")
    gone.unlink()
    window = start()
    page = shown_page(window)
    qtbot.waitUntil(lambda: known(page))
    rows_of(page)[0].setFocus()
    press(Key.Key_Return)
    assert told(window) == [f"“{gone}” is not there any more. It was taken from the list."]
    assert shown_page(window) is page and not rows_of(page)
    toast = window.notifier.toasts[0]
    assert page.rect().contains(page.mapFromGlobal(toast.mapToGlobal(toast.rect().bottomLeft())))


def test_a_recent_file_of_a_busy_window_opens_beside_it(
    start: Start, program: Program, files: Callable[..., list[Path]]
) -> None:
    one, other = files("one", "other")
    window = start(one)
    trigger(window, "file.welcome")
    row = next(row for row in rows_of(shown_page(window)) if row.path == other)
    QTest.mouseClick(row, Left, pos=row.rect().center())
    assert [each.files.file.path for each in windows_of(program)] == [one, other]
    assert page_of(window) is None


def test_names_are_shown_letter_by_letter(
    start: Start, files: Callable[..., list[Path]], qtbot: QtBot
) -> None:
    name = "<b>A & B</b>" if os.name != "nt" else "A & B"
    name = name.replace("/", "∕")
    files(name)
    page = shown_page(start())
    row = rows_of(page)[0]
    assert name in row.accessibleName()
    assert "<b>" not in row.toolTip()


def test_the_page_can_go_while_the_disk_is_asked(start: Start, files: Callable[..., list[Path]]) -> None:
    files(*"abcdef")
    window: MainWindow = start()
    press(Key.Key_Escape)
    assert page_of(window) is None
    QApplication.processEvents()
    trigger(window, "file.welcome")
    assert len(rows_of(shown_page(window))) == 6
