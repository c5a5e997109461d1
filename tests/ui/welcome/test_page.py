"""What the page shows and how one gets about in it: pictures, files, keys, sizes, themes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.welcome.conftest import Start, page_of, shown_page
from tests.ui.welcome.hands import all_drawn, all_tiles, colours, focused, pixels, press
from tests.ui.window_kit import Answers, named, trigger, windows_of
from vsdesigner.commands.streams import new_document
from vsdesigner.resource import resource_path
from vsdesigner.storage import documents, starting_points
from vsdesigner.ui import theme
from vsdesigner.ui.program import Program
from vsdesigner.ui.welcome.recent import RecentRow

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
EXAMPLE = resource_path("examples", "cloud-service.vstream")


# -- pictures -----------------------------------------------------------------------------------------------
def test_every_picture_is_drawn_and_shows_another_stream(start: Start, qtbot: QtBot) -> None:
    page = shown_page(start())
    qtbot.waitUntil(lambda: all_drawn(page))
    tiles = all_tiles(page)
    assert len({pixels(tile) for tile in tiles}) == len(tiles)
    for tile in tiles:
        assert colours(tile) > 8, tile.accessibleName()
        assert tile.picture is not None
        assert tile.picture.size() == tile.picture_size()


def test_the_page_stands_before_its_pictures(program: Program, qtbot: QtBot) -> None:
    program.new_window()
    window = windows_of(program)[0]
    trigger(window, "file.welcome")
    page = page_of(window)
    assert page is not None
    assert not any(tile.picture for tile in all_tiles(page))
    qtbot.waitUntil(lambda: all_drawn(page))


def test_another_theme_draws_them_again(start: Start, program: Program, qtbot: QtBot) -> None:
    page = shown_page(start())
    qtbot.waitUntil(lambda: all_drawn(page))
    light = [pixels(tile) for tile in all_tiles(page)]
    grabbed = page.grab().toImage()
    program.choose_theme("dark")
    assert not all_drawn(page)
    qtbot.waitUntil(lambda: all_drawn(page))
    for tile, before in zip(all_tiles(page), light, strict=True):
        assert pixels(tile) != before
        assert tile.picture is not None
        assert tile.picture.toImage().pixelColor(0, 0).lightness() < 80
    assert page.grab().toImage() != grabbed


def test_another_size_draws_them_sharp_again(start: Start, qtbot: QtBot) -> None:
    window = start()
    page = shown_page(window)
    qtbot.waitUntil(lambda: all_drawn(page))
    before = page.templates.tiles[0].picture_size()
    window.resize(1900, 1000)
    qtbot.waitUntil(lambda: page.templates.tiles[0].picture_size() != before)
    qtbot.waitUntil(lambda: all_drawn(page))


@pytest.mark.logs("is left out of the welcome page")
@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_damaged_template_is_left_out(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    copy = tmp_path / "resources"
    shutil.copytree(resource_path(), copy)
    monkeypatch.setattr(starting_points, "resource_path", lambda *parts: copy.joinpath(*parts))
    broken = starting_points.templates()[2]
    assert broken.path is not None
    broken.path.unlink() if damage == "missing" else broken.path.write_text("[]", encoding="utf-8")
    page = shown_page(start())
    qtbot.waitUntil(lambda: all_drawn(page))
    titles = [point.title for point in starting_points.templates() if point.id != broken.id]
    assert [tile.accessibleName() for tile in page.templates.tiles] == titles
    press(Key.Key_Right, Key.Key_Right)
    neighbour = page.templates.tiles[3]
    page.templates.drop(focused())
    assert focused() is neighbour, "the keyboard goes to the neighbour of one that is left out"
    press(Key.Key_Left)
    assert focused() is page.templates.tiles[1]


def test_one_that_is_damaged_meanwhile_is_told(
    start: Start, qtbot: QtBot, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "resources"
    shutil.copytree(resource_path(), copy)
    monkeypatch.setattr(starting_points, "resource_path", lambda *parts: copy.joinpath(*parts))
    window = start()
    page = shown_page(window)
    qtbot.waitUntil(lambda: all_drawn(page))
    point = starting_points.templates()[1]
    assert point.path is not None
    point.path.unlink()
    answers.expects_errors = True
    press(Key.Key_Right, Key.Key_Return)
    assert answers.errors[0][0] == f"“{point.title}” could not be opened."
    assert shown_page(window) is page and window.files.file.is_pristine


# -- keys ---------------------------------------------------------------------------------------------------
def test_the_arrows_walk_through_both_grids(start: Start) -> None:
    page = shown_page(start())
    templates, examples = page.templates.tiles, page.examples.tiles
    columns = sum(tile.y() == templates[0].y() for tile in templates)
    assert 1 < columns < len(templates)
    press(Key.Key_Left, Key.Key_Up)
    assert focused() is templates[0]
    press(Key.Key_Right)
    assert focused() is templates[1]
    press(Key.Key_Down)
    assert focused() is templates[1 + columns]
    press(Key.Key_Down)
    assert focused() is examples[1]
    press(Key.Key_End)
    assert focused() is examples[-1]
    press(Key.Key_Right, Key.Key_Down)
    assert focused() is examples[-1]
    press(Key.Key_Home, Key.Key_Up)
    assert focused() is templates[(len(templates) - 1) // columns * columns]
    press(Key.Key_Up)
    assert focused() is templates[(len(templates) - 1) // columns * columns - columns]


def test_tab_goes_from_group_to_group(start: Start, program: Program, tmp_path: Path) -> None:
    path = tmp_path / "one.vstream"
    documents.save(path, new_document())
    program.remember(path)
    window = start()
    page = shown_page(window)
    press(Key.Key_Right)
    press(Key.Key_Tab)
    assert focused() is page.examples.tiles[0]
    press(Key.Key_Tab)
    assert isinstance(focused(), RecentRow)
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.open_other
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is page.at_start
    press(*[Key.Key_Backtab] * 4)
    assert focused() is page.templates.tiles[1], "Tab comes back to where the keyboard was"


def test_f6_leaves_the_page_and_comes_back(start: Start) -> None:
    window = start()
    page = shown_page(window)
    press(Key.Key_F6)
    focus = QApplication.focusWidget()
    assert focus is not None and not page.isAncestorOf(focus)
    QTest.keyClick(focus, Key.Key_F6)
    assert page.isAncestorOf(focused())


def test_letters_find_a_card(start: Start) -> None:
    page = shown_page(start())
    titles = [tile.accessibleName() for tile in all_tiles(page)]
    QTest.keyClicks(focused(), "res")
    assert focused().accessibleName() == next(each for each in titles if "Res" in each)
    first = focused()
    page._typed_at = 0.0  # a pause
    QTest.keyClicks(focused(), "r")
    assert focused() is not first and " r" in f" {focused().accessibleName()}".casefold()
    page._typed_at = 0.0
    QTest.keyClicks(focused(), "xyz")
    assert "x" not in focused().accessibleName().casefold().split()


def test_the_card_under_the_keyboard_is_in_sight(start: Start) -> None:
    window = start()
    window.resize(900, 560)
    page = shown_page(window)
    QApplication.processEvents()
    for _ in range(20):
        press(Key.Key_Down)
        tile = focused()
        top = tile.mapTo(page._scroll.viewport(), QPoint(0, 0)).y()
        assert top >= -1 and top + tile.height() <= page._scroll.viewport().height() + 1
    assert focused() in page.examples.tiles


# -- what is said -------------------------------------------------------------------------------------------
def test_what_to_adapt_is_said_for_what_is_looked_at(start: Start, qtbot: QtBot) -> None:
    page = shown_page(start())
    empty, template = page.templates.tiles[:2]
    example = page.examples.tiles[0]
    said = named(page, "welcome_told")

    def look_at(widget: QWidget, at: QPoint, words: str) -> None:
        beside = at

        def moved() -> bool:
            # Into this very window: by its place on the screen the event may go to one that a test before
            # left there. A little further each time, for a move to the same place is none.
            nonlocal beside
            beside = at if beside != at else at + QPoint(1, 1)
            window = page.window()
            QTest.mouseMove(window.windowHandle(), widget.mapTo(window, beside))
            return bool(said.text().startswith(words))

        qtbot.waitUntil(moved)

    look_at(page, QPoint(2, 2), "A template is a starting point")
    look_at(template, template.rect().center(), starting_points.templates()[1].notice)
    look_at(example, example.rect().center(), "An example opens as a document of its own")
    look_at(page, QPoint(2, 2), "A template is a starting point")
    assert focused() is empty


def test_screen_readers_hear_name_summary_and_what_to_adapt(start: Start) -> None:
    page = shown_page(start())
    point = starting_points.templates()[1]
    heard = QAccessible.queryAccessibleInterface(page.templates.tiles[1])
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == point.title
    assert heard.text(QAccessible.Text.Description) == f"{point.summary} {point.notice}"


def test_a_tooltip_only_says_what_is_cut(start: Start, qtbot: QtBot) -> None:
    page = shown_page(start())
    short = page.templates.tiles[0]
    qtbot.waitUntil(lambda: all_drawn(page))
    short.grab()
    assert short.is_whole
    event = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), short.mapToGlobal(QPoint(5, 5)))
    assert QApplication.sendEvent(short, event)
    assert not any(each.inherits("QTipLabel") and each.isVisible() for each in QApplication.topLevelWidgets())
    short.resize(90, short.height())
    short.grab()
    long = page.templates.tiles[0]
    assert not long.is_whole
    assert starting_points.templates()[0].summary in short.toolTip()


# -- sizes --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("wide", "high", "columns"),
    [(1280, 800, 4), (1920, 1080, 4), (3840, 2160, 4), (900, 600, 3), (640, 480, 1)],
)
def test_it_fits_every_window(start: Start, qtbot: QtBot, wide: int, high: int, columns: int) -> None:
    window = start()
    window.resize(wide, high)
    page = shown_page(window)
    qtbot.waitUntil(lambda: page.width() >= min(wide, window.width()) - 20)
    QApplication.processEvents()
    row = [tile for tile in page.templates.tiles if tile.y() == 0]
    assert abs(len(row) - columns) <= (0 if wide >= 1280 else 1)
    view = page._scroll.viewport()
    for tile in all_tiles(page):
        left = tile.mapTo(view, QPoint(0, 0)).x()
        assert left >= 0 and left + tile.width() <= view.width()
        assert 190 <= tile.width() <= 320 or len(row) == 1
    cards_end = page.examples.tiles[-1].mapTo(page, page.examples.tiles[-1].rect().bottomLeft()).y()
    assert page.told.mapTo(page, QPoint(0, 0)).y() - cards_end < 40, "said near the cards"
    for widget in (page.at_start, page.open_other, page.told):
        corner = widget.mapTo(page, QPoint(0, 0))
        assert page.rect().contains(corner) and page.rect().contains(corner + widget.rect().bottomRight())


def test_a_scroll_bar_that_comes_and_goes_moves_no_card(start: Start) -> None:
    """Where the cards just fit, a grid that follows its surroundings never comes to rest."""
    window = start()
    page = shown_page(window)
    bar = page._scroll.verticalScrollBar()
    for wide in range(1000, 1700, 90):
        window.resize(wide, 3_000)
        QApplication.processEvents()
        just_fits = window.height() - page.height() + page._sheet.height()
        seen: dict[bool, list[QRect]] = {}
        for high in range(just_fits - 60, just_fits + 60, 6):  # the height of letters decides where it is
            window.resize(wide, high)
            QApplication.processEvents()
            seen[bar.isVisible()] = [tile.geometry() for tile in all_tiles(page)]
        assert set(seen) == {True, False}, (wide, window.size(), just_fits)
        assert seen[True] == seen[False], wide


def test_the_page_has_no_frame_of_its_own_colour(start: Start) -> None:
    """It stands on the ground of the window, in both themes."""
    window = start()
    page = shown_page(window)
    for choice in ("light", "dark"):
        window.program.choose_theme(choice)
        image = window.grab().toImage()
        corner = page.mapTo(window, QPoint(3, page.height() - 3))
        assert image.pixelColor(corner) == theme.THEMES[choice].window


# -- over a document ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("way", ["click", "Esc"])
def test_over_a_document_there_is_a_way_back_in_sight(start: Start, way: str) -> None:
    window = start(EXAMPLE)
    step = window.session.now.steps(window.session.stream)[1].id
    window.session.reveal([step])
    assert window.status.selected.text().startswith("Selected: step 2")
    trigger(window, "file.welcome")
    page = shown_page(window)
    assert page.back.isVisible() and "Esc" in page.back.text()
    assert page.rect().contains(page.back.geometry().translated(page.back.parentWidget().pos()))
    assert window.status.selected.text() == ""
    if way == "click":
        QTest.mouseClick(page.back, Left)
    else:
        press(Key.Key_Escape)
    assert page_of(window) is None
    assert window.session.selection == (step,)
    assert window.status.selected.text().startswith("Selected: step 2")


def test_before_an_empty_document_nothing_leads_back(start: Start) -> None:
    assert not shown_page(start()).back.isVisible()
