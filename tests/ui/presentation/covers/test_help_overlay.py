"""The help is made from the table of commands and fits every screen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Key, Mod, click, part, presenting, press
from vsdesigner.ui.presentation.all_commands import COMMANDS
from vsdesigner.ui.presentation.commands import GROUPS
from vsdesigner.ui.presentation.covers.help_overlay import HelpOverlay, Measures, Row, arranged, rows_of
from vsdesigner.ui.presentation.covers.key_words import key_words
from vsdesigner.ui.presentation.show import Layer
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.theme import LIGHT

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (1080, 1920), (2560, 1600), (3840, 2160)]
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    return presenting(qtbot)


@pytest.mark.parametrize(
    "key", [(Key.Key_H, Mod.NoModifier), (Key.Key_F1, Mod.NoModifier), ("?", Mod.NoModifier)]
)
def test_its_keys_show_and_hide_it(window: PresentWindow, key: tuple[Key | str, Mod]) -> None:
    press(window, *key)
    assert window.state.layer is Layer.HELP
    assert part(window, HelpOverlay).isVisible()
    press(window, *key)
    assert window.state.layer is Layer.NONE
    press(window, *key)
    press(window, Key.Key_Escape)
    assert window.state.layer is Layer.NONE
    assert window.isVisible()


def test_a_click_ends_it_and_goes_nowhere(window: PresentWindow) -> None:
    before = window.state.stop
    press(window, "h")
    click(window, 500, 300)
    assert window.state.layer is Layer.NONE
    assert window.state.stop == before


def test_a_key_does_what_it_says_and_ends_the_help(window: PresentWindow) -> None:
    before = window.state.stop
    press(window, "h")
    press(window, Key.Key_Shift, Mod.ShiftModifier)
    assert window.state.layer is Layer.HELP
    press(window, Key.Key_Right)
    assert window.state.layer is Layer.NONE
    assert window.state.stop != before
    press(window, "h")
    press(window, "o")
    assert window.state.layer is Layer.OVERVIEW


def test_every_command_with_a_key_is_in_it() -> None:
    rows = rows_of(COMMANDS)
    for command in COMMANDS:
        if command.keys:
            keys = tuple(map(key_words, command.keys[:3]))
            assert Row(command.text, keys) in rows, command.id
    assert [row.text for row in rows if not row.keys] == [
        title for group, title in GROUPS.items() if any(command.group == group for command in COMMANDS)
    ]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_on_any_screen(size: tuple[int, int]) -> None:
    check(rows_of(COMMANDS), size)


@pytest.mark.parametrize("size", SIZES)
def test_twice_as_many_commands_fit_as_well(size: tuple[int, int]) -> None:
    check((*rows_of(COMMANDS), *rows_of(COMMANDS)), size)


@pytest.mark.parametrize("size", SIZES)
def test_it_is_read_from_afar(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, size=size)
    press(window, "h")
    overlay = part(window, HelpOverlay)
    assert overlay.size() == window.size()
    assert overlay.shown.letters >= 20 * window.state.unit
    assert whole(overlay.shown.columns) == list(rows_of(COMMANDS))


def whole(columns: tuple[tuple[Row, ...], ...]) -> list[Row]:
    """The rows, put together where they are in several lines."""
    found: list[Row] = []
    for column in columns:
        assert not column[0].on
        for row in column:
            if row.on:
                found[-1] = found[-1]._replace(text=f"{found[-1].text} {row.text}")
            elif row.text:
                found.append(row)
    return found


def check(rows: tuple[Row, ...], size: tuple[int, int]) -> None:
    width, height = size[0] * 0.95, size[1] * 0.92
    unit = min(size[0] / 1920, size[1] / 1080) if size[0] > size[1] else size[0] / 1080
    shown = arranged(rows, width, height, LIGHT, 24 * unit)
    assert whole(shown.columns) == list(rows)
    measures = Measures(LIGHT, shown.letters)
    pitch = (width + 3 * shown.letters) / len(shown.columns)
    for column in shown.columns:
        assert len(column) * measures.row <= height
        for row in column:
            beside = max(shown.keys, measures.keys(row)) if row.keys or row.on else 0
            used = measures.text(row) + beside
            assert used <= pitch - 2 * shown.letters
        assert column[-1].keys or column[-1].on, "no heading stands alone at the foot"
    assert shown.letters >= 9 * min(1.0, unit * 1.5)


def test_it_is_painted_in_both_themes(window: PresentWindow) -> None:
    press(window, "h")
    light = part(window, HelpOverlay).grab().toImage()
    press(window, "t")
    press(window, "h")
    dark = part(window, HelpOverlay).grab().toImage()
    assert light.pixelColor(5, 5).lightness() > 200 > 100 > dark.pixelColor(5, 5).lightness()
    assert len({light.pixel(x, y) for x in range(0, 1280, 3) for y in range(0, 720, 3)}) > 10


def test_it_says_what_it_is_and_how_it_goes_away(window: PresentWindow) -> None:
    press(window, "h")
    overlay = part(window, HelpOverlay)
    assert overlay.title() == ("Keys of presenting", "H or a click closes this")
    shown = overlay.grab().toImage()
    ground = shown.pixelColor(2, 2)
    top = overlay.height() // 7
    assert any(shown.pixelColor(x, y) != ground for x in range(0, shown.width() // 3, 2) for y in range(top))
    assert any(
        shown.pixelColor(x, y) != ground
        for x in range(2 * shown.width() // 3, shown.width(), 2)
        for y in range(top // 2)
    )


def test_what_cannot_be_done_is_not_in_it(qtbot: QtBot) -> None:
    may = presenting(qtbot)
    press(may, "h")
    headings = {row.text for column in part(may, HelpOverlay).shown.columns for row in column}
    assert {"Changing", "Save the document", "Undo the last change"} <= headings
    may_not = presenting(qtbot, read_only=True)
    press(may_not, "h")
    headings = {row.text for column in part(may_not, HelpOverlay).shown.columns for row in column}
    assert not {"Changing", "Save the document", "Undo the last change"} & headings
    assert "Going" in headings
