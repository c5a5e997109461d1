"""The command palette: every command and everything with a name, by a part of it and by keys alone."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.search.desk import (
    CTRL,
    SHIFT,
    Key,
    open_window,
    palette_of,
    press,
    shortcut,
    summon,
    texts,
    type_in,
)
from tests.ui.window_kit import named
from vsdesigner.commands import steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import Task
from vsdesigner.model.place import Place
from vsdesigner.model.records import Step
from vsdesigner.ui import theme
from vsdesigner.ui.actions.specs import ACTIONS
from vsdesigner.ui.help_texts import plain_text
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.search import commands
from vsdesigner.ui.search.palette_list import ROW_HEIGHT
from vsdesigner.ui.settings import Settings


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot) as made:
        yield made


def step_named(window: MainWindow, part: str) -> Step:
    now = window.session.now
    return next(s for stream in now.streams for s in now.steps(stream.id) if part in s.name)


# -- conventions --------------------------------------------------------------------------------------------
def test_conv_27_ctrl_k_opens_the_palette_and_a_letter_alone_does_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    palette = summon(window, qtbot)
    assert palette.field.hasFocus()
    press(qtbot, Key.Key_K, CTRL)
    assert palette.isHidden()
    assert window.verbs["help.command_palette"].shortcut().toString() == "Ctrl+K"


def test_conv_27_ctrl_k_works_from_text_fields_too(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select([step_named(window, "plan").id])
    for field in ("field.name", "field.qualifier"):
        window.session.field_requested.emit(window.session.selection[0], field.partition(".")[2])
        window.regions.focus("inspector")
        window.session.field_requested.emit(window.session.selection[0], field.partition(".")[2])
        before = QApplication.focusWidget()
        assert before is not None and window.inspector.isAncestorOf(before)
        palette = summon(window, qtbot)
        press(qtbot, Key.Key_Escape)
        assert palette.isHidden()
        assert QApplication.focusWidget() is before


def test_conv_10_every_command_is_in_the_palette_with_its_shortcut(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot)
    for spec in ACTIONS:
        if spec.id == "help.command_palette":
            continue  # it is open
        palette.field.setText(f"> {plain_text(spec)}")
        found = [row for row in palette.list.rows() if row.text.endswith(plain_text(spec))]
        assert any("+".join(row.keys) == shortcut(window, spec.id) for row in found), spec.id
        assert all(row.detail for row in found), spec.id
        assert all(commands.keys_of(spec.id)), spec.id


def test_conv_10_adding_a_step_to_each_lane_is_in_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    before = len(window.session.now.steps(window.session.stream))
    palette = summon(window, qtbot, "improve step")
    assert texts(palette)[0] == "Improve step"
    press(qtbot, Key.Key_Return)
    assert len(window.session.now.steps(window.session.stream)) == before + 1
    added = window.session.now.get(window.session.selection[0], Step)
    assert added.lane == "improve"


def test_conv_10_what_the_menu_of_a_step_offers_is_in_the_palette_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    step = step_named(window, "design_and")
    palette = summon(window, qtbot, ">change activity")
    assert not any(text.startswith("Change Activity") for text in texts(palette))
    press(qtbot, Key.Key_Escape)
    window.session.reveal((step.id,))
    summon(window, qtbot, "activity: transi")
    press(qtbot, Key.Key_Return)
    assert window.session.now.get(step.id, Step).facet == "transition"
    summon(window, qtbot, "change activity to plan")
    press(qtbot, Key.Key_Return)
    assert window.session.now.get(step.id, Step).lane == "plan"
    assert window.session.history.undoText() == "Change activity to Plan"
    palette = summon(window, qtbot, ">")  # used last, remembered, and still possible
    assert texts(palette)[0] == "Change Activity to Plan"


def test_conv_48_a_command_has_the_name_it_has_in_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, "fit stre")
    assert texts(palette)[0] == "Fit Stream"
    row = palette.list.rows()[0]
    assert (row.detail, row.keys) == ("View", ("Ctrl", "1"))
    assert row.spoken == "Fit Stream, View, Ctrl+1"


def test_the_plus_key_is_a_cap_of_its_own() -> None:
    assert commands.keys_of("view.zoom_in")[0] == "Ctrl"
    assert commands.keys_of("view.zoom_in")[-1] in ("+", "=")
    assert commands.keys_of("view.palette") == ()


# -- order --------------------------------------------------------------------------------------------------
def test_an_empty_field_shows_what_was_used_and_what_is_useful(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot)
    assert "Find" in texts(palette) and "Undo" not in texts(palette)
    type_in(qtbot, "zoom out")
    press(qtbot, Key.Key_Return)
    palette = summon(window, qtbot)
    assert texts(palette)[0] == "Zoom Out"
    press(qtbot, Key.Key_Escape)
    palette = summon(window, qtbot, "zoom")
    assert texts(palette)[0] == "Zoom Out"


def test_what_was_used_is_remembered_over_the_end_of_the_program(window: MainWindow, qtbot: QtBot) -> None:
    for words in ("zoom out", "improve step", "zoom in"):
        summon(window, qtbot, f">{words}")
        press(qtbot, Key.Key_Return)
        press(qtbot, Key.Key_Escape)
    window.program.settings.save()
    again = Settings(window.program.settings.path)
    window.program.settings = again
    assert texts(summon(window, qtbot))[:3] == ["Zoom In", "Improve step", "Zoom Out"]


def test_settings_that_were_tampered_with_cost_the_memory_only(window: MainWindow, qtbot: QtBot) -> None:
    window.program.settings.set_text("search/recent_commands", "no.such, ,\t,view.fit," + "x" * 300)
    assert texts(summon(window, qtbot))[0] == "Fit Stream"


def test_the_shown_stream_comes_before_the_others(window: MainWindow, qtbot: QtBot) -> None:
    first, other = window.session.now.streams
    with window.session.edit("Prepare") as draft:
        there = steps.add(draft, other.id, Place("plan", 900, 40), "Quibble")
        here = steps.add(draft, first.id, Place("plan", 2000, 40), "Quibble")
    palette = summon(window, qtbot, "quibble")
    details = [row.detail for row in palette.list.rows()[:2]]
    assert "Another stream" not in details[0] and "Another stream" in details[1]
    press(qtbot, Key.Key_Escape)
    window.session.show_stream(other.id)
    palette = summon(window, qtbot, "quibble")
    assert [row.badge[0] for row in palette.list.rows()[:2]] == [
        str(window.session.now.number(id)) for id in (there, here)
    ]
    press(qtbot, Key.Key_Return)
    assert window.session.selection == (there,)


def test_what_is_not_possible_comes_last_says_so_and_stays(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.verbs["edit.rename"].isEnabled()
    palette = summon(window, qtbot, "> rename")
    rows = palette.list.rows()
    assert texts(palette)[0] == "Rename Stream"
    row = next(row for row in rows if row.text == "Rename")
    assert not row.possible and "not possible now" in row.detail
    assert [each.possible for each in rows] == sorted((each.possible for each in rows), reverse=True)
    press(qtbot, Key.Key_End)
    press(qtbot, Key.Key_Return)
    assert palette.isVisible()
    said = [label.text() for label in window.status.findChildren(PlainLabel)]
    assert any(text.endswith("is not possible now.") for text in said)


def test_signs_in_front_choose_commands_or_things(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, ">")
    assert len(texts(palette)) >= len(ACTIONS) - 1
    type_in(qtbot, "look back")
    assert "Look back" not in texts(palette)
    palette.field.clear()
    type_in(qtbot, "@")
    assert {row.kind for row in palette.list.rows()} >= {"Step"}
    type_in(qtbot, "zoom in")
    assert "Zoom In" not in texts(palette)


# -- keys and pointer ---------------------------------------------------------------------------------------
def test_arrows_pages_home_and_end_walk(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, ">")
    last = palette.list.count() - 1
    for key, row in (
        (Key.Key_Down, 1),
        (Key.Key_Down, 2),
        (Key.Key_Up, 1),
        (Key.Key_PageDown, 12),
        (Key.Key_PageUp, 1),
        (Key.Key_End, last),
        (Key.Key_Down, 0),
        (Key.Key_Up, last),
        (Key.Key_Home, 0),
    ):
        press(qtbot, key)
        assert palette.list.currentIndex().row() == row, key
        assert palette.list.viewport().rect().contains(palette.list.visualRect(palette.list.currentIndex()))
        assert palette.field.hasFocus()
    press(qtbot, Key.Key_Home, SHIFT)
    assert palette.field.selectedText() == ">"


def test_conv_12_esc_closes_it_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select([step_named(window, "plan").id])
    before = QApplication.focusWidget()
    palette = summon(window, qtbot, "something")
    press(qtbot, Key.Key_Escape)
    assert palette.isHidden()
    assert QApplication.focusWidget() is before
    assert window.session.selection  # Esc has closed what was open and no more
    assert palette.field.text() == "something"
    assert summon(window, qtbot).field.text() == ""


def test_a_click_on_a_row_chooses_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, "look back")
    place = palette.list.visualRect(palette.list.model().index(0, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert palette.isHidden()
    assert window.session.selection == (step_named(window, "Look back").id,)


def test_a_click_beside_it_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, "look back")
    qtbot.mouseClick(window.statusBar(), Qt.MouseButton.LeftButton, pos=QPoint(400, 5))
    assert palette.isHidden()


def test_another_field_that_takes_the_keyboard_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot)
    window.regions.focus("outline")
    qtbot.waitUntil(palette.isHidden)
    assert window.outline.isAncestorOf(QApplication.focusWidget())


def test_the_tool_bar_has_a_quiet_button(window: MainWindow, qtbot: QtBot) -> None:
    button = named(window, "tool.help.command_palette", QToolButton)
    assert button.toolTip() and "Ctrl+K" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert palette_of(window).field.hasFocus()


def test_typing_is_committed_before(window: MainWindow, qtbot: QtBot) -> None:
    step = step_named(window, "plan")
    window.session.reveal((step.id,))
    press(qtbot, Key.Key_F2)
    type_in(qtbot, "Quick new name")
    press(qtbot, Key.Key_K, CTRL)
    assert window.session.now.get(step.id, Step).name == "Quick new name"
    type_in(qtbot, "quick new")
    assert texts(palette_of(window))[0] == "Quick new name"


# -- look ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", [(1280, 800), (700, 420), (3840, 2160)])
def test_it_fits_into_the_window(window: MainWindow, qtbot: QtBot, size: tuple[int, int]) -> None:
    window.resize(*size)
    palette = summon(window, qtbot, "e")
    assert window.rect().contains(palette.geometry())
    assert abs(palette.geometry().center().x() - window.rect().center().x()) <= 1
    assert palette.list.height() >= ROW_HEIGHT
    window.resize(size[0] - 40, size[1] - 40)
    assert window.rect().contains(palette.geometry())


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK], ids=lambda worn: worn.name)
def test_rows_are_painted_in_both_themes(
    window: MainWindow, qtbot: QtBot, worn: theme.Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_current", worn)
    theme.dress(worn)
    palette = summon(window, qtbot, "e")
    picture = palette.list.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(5, 30)}
    assert worn.selection.name() in colours  # the current row
    assert len(colours) > 10  # and words on it


def test_it_can_be_heard(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, "fit stream")
    assert palette.field.accessibleName() and palette.list.accessibleName()
    index = palette.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Fit Stream, View, Ctrl+1"
    assert palette.list.accessibleDescription() == "Fit Stream, View, Ctrl+1"
    heard = QAccessible.queryAccessibleInterface(palette.list)
    assert heard.child(0).text(QAccessible.Text.Name) == "Fit Stream, View, Ctrl+1"


# -- speed --------------------------------------------------------------------------------------------------
def test_a_key_stroke_in_a_large_document_takes_less_than_a_frame(qtbot: QtBot) -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    for order in range(1_000):
        tasks = tuple(Task(id=f"t{order}-{n}", text=f"Task {n} of many with some words") for n in range(10))
        step = Step(id=f"s{order}", stream=stream, lane="plan", x=300.0 + order * 270, y=26.0, order=order)
        draft.add(step.model_copy(update={"name": f"Step number {order} of all", "tasks": tasks}))
    with open_window(qtbot, complete(draft).view) as window:
        before = time.process_time()
        palette = summon(window, qtbot)
        opened = time.process_time() - before
        before = time.process_time()
        QApplication.processEvents()
        prepared = time.process_time() - before
        slowest = 0.0
        for typed in ("s", "st", "ste", "step", "step ", "step 9", "step 99", "task w", "tsknmb", "zq"):
            times = []
            for _ in range(3):
                before = time.process_time()
                palette.field.setText(typed)
                times.append(time.process_time() - before)
                palette.field.clear()
            slowest = max(slowest, min(times))
        print(f"open {opened * 1e3:.0f} ms, prepare {prepared * 1e3:.0f} ms, key {slowest * 1e3:.1f} ms")
        assert slowest < 0.016
        assert opened < 0.1


def test_the_field_is_a_plain_line(window: MainWindow, qtbot: QtBot) -> None:
    field = named(summon(window, qtbot), "command_palette.field", QLineEdit)
    type_in(qtbot, "abc")
    press(qtbot, Key.Key_Z, CTRL)  # undo of the text, not of the document
    assert field.text() != "abc"
    assert window.session.history.index() == 0
