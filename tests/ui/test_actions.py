"""Actions: each is in a menu with text, tip and keys, true to what is possible, and does what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.window_kit import Answers, add_step, named, windows_of
from vsdesigner.commands import steps
from vsdesigner.model.records import Step, TerminalKind
from vsdesigner.ui.actions.spec import ActionSpec, Scope
from vsdesigner.ui.actions.specs import ACTIONS
from vsdesigner.ui.app import make_program
from vsdesigner.ui.canvas.verbs import VERBS
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.faults import collected
from vsdesigner.ui.help_texts import guide, key_names, plain_text, shortcuts
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.views.tables.verbs import VERBS as TABLE_VERBS

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL = Mod.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    program = make_program(dialogs=Answers(on_unsaved=Unsaved.DISCARD))
    program.new_window()
    made = windows_of(program)[0]
    made.resize(1280, 800)
    qtbot.waitExposed(made)
    made.activateWindow()
    made.regions.focus("canvas")
    yield made
    program.quit()


def press(qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, keys)


def in_menus(window: MainWindow) -> list[QAction]:
    found: list[QAction] = []
    menus = [action.menu() for action in window.menuBar().actions()]
    while menus:
        menu = menus.pop()
        assert isinstance(menu, QMenu)
        for action in menu.actions():
            if isinstance(action.menu(), QMenu):
                menus.append(action.menu())
            else:
                found.append(action)
    return found


# -- the table ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_conv_48_every_action_says_what_it_does(spec: ActionSpec) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", spec.id)
    assert "&" in spec.text
    assert spec.tip.endswith(".") and len(spec.tip) > 10
    assert not spec.text.endswith("...")


def test_every_action_is_in_exactly_one_menu(window: MainWindow) -> None:
    names = [action.objectName() for action in in_menus(window)]
    for spec in ACTIONS:
        assert names.count(f"action.{spec.id}") == 1, spec.id
        assert window.verbs[spec.id].statusTip()


def test_menu_letters_are_unique_in_each_menu(window: MainWindow) -> None:
    menus = [top.menu() for top in window.menuBar().actions()]
    for menu in menus:
        assert isinstance(menu, QMenu)
        menus.extend(action.menu() for action in menu.actions() if action.menu() is not None)
        letters = [
            found.group(1).lower()
            for action in menu.actions()
            if (found := re.search(r"&([^&])", action.text().replace("&&", "")))
        ]
        assert len(letters) == len(set(letters)), (menu.title(), letters)


def test_the_menus_lane_and_phase_open_by_their_first_letters(window: MainWindow, qtbot: QtBot) -> None:
    """The letters of disabled entries count, too: Qt would only walk between entries of the same letter."""
    for letter, name in ((Qt.Key.Key_L, "menu.lane"), (Qt.Key.Key_P, "menu.phase")):
        stream = named(window, "menu.stream", QMenu)
        stream.popup(window.mapToGlobal(window.rect().center()))
        qtbot.keyClick(stream, letter)
        qtbot.waitUntil(lambda name=name: named(window, name, QMenu).isVisible())
        named(window, name, QMenu).close()
        stream.close()


def test_tool_buttons_have_icons_and_tips_with_keys_but_no_words(window: MainWindow) -> None:
    for id in ("file.new", "file.open", "file.save", "edit.undo", "edit.redo", "file.export"):
        button = named(window, f"tool.{id}", QToolButton)
        assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        assert not button.icon().isNull()
        keys = window.verbs[id].shortcut().toString()
        assert keys in button.toolTip()


def test_the_page_of_keys_lists_every_action() -> None:
    page = shortcuts()
    for spec in ACTIONS:
        row = next(line for line in page.splitlines() if line.startswith(f"| {plain_text(spec)} |"))
        first = key_names(spec).split(", ")[0]
        assert f"| {first}" in row or f", {first}" in row


def test_conv_58_both_redo_keys_work(window: MainWindow, qtbot: QtBot) -> None:
    add_step(window.session)
    for keys in (CTRL, CTRL | Mod.ShiftModifier):
        press(qtbot, Key.Key_Z, CTRL)
        assert not window.session.now.steps(window.session.stream)
        press(qtbot, Key.Key_Y if keys == CTRL else Key.Key_Z, keys)
        assert len(window.session.now.steps(window.session.stream)) == 1


# -- undo ---------------------------------------------------------------------------------------------------
def test_conv_48_undo_and_redo_name_the_step_and_say_it(window: MainWindow, qtbot: QtBot) -> None:
    undo, redo = window.verbs["edit.undo"], window.verbs["edit.redo"]
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("&Undo", False, False)
    with window.session.edit("Rename “R&D”") as draft:
        draft.update(window.session.stream, name="R&D")
    assert undo.text() == "&Undo Rename “R&&D”"
    assert "R&amp;D" in undo.toolTip()
    press(qtbot, Key.Key_Z, CTRL)
    assert window.status.message.text() == "Undone: Rename “R&D”"
    assert redo.text() == "&Redo Rename “R&&D”"
    assert not undo.isEnabled()
    press(qtbot, Key.Key_Y, CTRL)
    assert window.status.message.text() == "Done again: Rename “R&D”"


def test_what_was_said_goes_with_the_next_change_or_selection(window: MainWindow, qtbot: QtBot) -> None:
    status, session = window.status, window.session
    triage = add_step(session, "Triage")
    add_step(session, "Fix")
    press(qtbot, Key.Key_Z, CTRL)
    assert status.message.text().startswith("Undone: ")
    session.select((triage.id,))
    assert (status.message.text(), status.message.isVisible()) == ("", False)
    assert status.selected.isVisible()
    press(qtbot, Key.Key_Y, CTRL)
    assert status.message.text().startswith("Done again: ")
    with session.edit("Rename") as draft:
        draft.update(triage.id, name="Sort")
    assert not status.message.isVisible()
    session.select((triage.id,))  # what an edit selects belongs to it
    assert status.selected.text() == "Done: Rename · Selected: step 1, Sort, in Engage"
    status._done_over.timeout.emit()
    assert status.selected.text().startswith("Selected: ")


def test_what_the_keys_do_stays_in_the_status_line_until_it_is_over(window: MainWindow, qtbot: QtBot) -> None:
    status, session = window.status, window.session
    triage, fix = add_step(session, "Triage"), add_step(session, "Fix")
    session.select((triage.id,))
    window.regions.focus("canvas")
    press(qtbot, Key.Key_L, CTRL)
    assert status.selected.text().startswith("Go to the step that follows")
    session.select((fix.id,))
    status._message_over.timeout.emit()
    status._done_over.timeout.emit()
    assert status.selected.text().startswith("Go to the step that follows")
    session.said.emit("Something else")
    assert status.message.isVisible()
    status._message_over.timeout.emit()
    assert status.selected.text().startswith("Go to the step that follows")
    press(qtbot, Key.Key_Escape)
    assert status.selected.text() == "Selected: step 1, Triage, in Engage"


# -- insert -------------------------------------------------------------------------------------------------
def insert(window: MainWindow, lane: str) -> Step:
    before = {step.id for step in window.session.now.steps(window.session.stream)}
    named(window, f"action.insert.{lane}", QAction).trigger()
    window.session.committing.emit()
    return next(step for step in window.session.now.steps(window.session.stream) if step.id not in before)


def test_insert_has_one_entry_for_each_activity(window: MainWindow) -> None:
    menu = named(window, "menu.insert", QMenu)
    assert [action.text() for action in menu.actions()][:2] == ["Engage step", "Plan step"]
    with window.session.edit("Rename lane") as draft:
        draft.update("plan", name="Think & decide")
    menu.aboutToShow.emit()
    assert menu.actions()[1].text() == "Think && decide step"


def test_insert_appends_to_the_selected_step_and_begins_its_name(window: MainWindow, qtbot: QtBot) -> None:
    renamed: list[str] = []
    window.session.name_requested.connect(lambda id, key: renamed.append(id))
    first = insert(window, "engage")
    assert window.session.selection == (first.id,)
    second = insert(window, "plan")
    assert [flow.target for flow in window.session.now.outgoing(first.id)] == [second.id]
    assert second.lane == "plan" and second.x > first.x
    assert renamed == [first.id, second.id]
    window.session.select(())
    third = insert(window, "improve")
    assert not window.session.now.incoming(third.id)
    assert third.x > second.x


def test_insert_appends_to_demand(window: MainWindow) -> None:
    demand = window.session.now.terminal(window.session.stream, TerminalKind.DEMAND)
    window.session.select((demand.id,))
    step = insert(window, "engage")
    assert [flow.source for flow in window.session.now.incoming(step.id)] == [demand.id]


# -- delete, select, rename ---------------------------------------------------------------------------------
@pytest.fixture
def chain(window: MainWindow) -> list[str]:
    """Three connected steps."""
    session = window.session
    ids: list[str] = []
    with session.edit("Fill") as draft:
        for name in ("One", "Two", "Three"):
            id = steps.append(draft, ids[-1], "", name) if ids else None
            if id is None:
                place = steps.next_place(draft.view, session.stream, "engage")
                id = steps.add(draft, session.stream, place, name)
            ids.append(id)
    return ids


def test_conv_34_delete_heals_and_shift_delete_leaves_a_gap(
    window: MainWindow, chain: list[str], qtbot: QtBot
) -> None:
    session = window.session
    session.select((chain[1],))
    press(qtbot, Key.Key_Delete)
    assert [flow.target for flow in session.now.outgoing(chain[0])] == [chain[2]]
    session.undo()
    session.select((chain[1],))
    press(qtbot, Key.Key_Delete, Mod.ShiftModifier)
    assert not session.now.outgoing(chain[0])


def test_keys_of_the_stream_work_in_the_outline_but_not_elsewhere(
    window: MainWindow, chain: list[str], qtbot: QtBot
) -> None:
    session = window.session
    session.select((chain[0],))
    for region in ("palette", "inspector"):
        window.regions.focus(region)
        press(qtbot, Key.Key_Delete)
        assert chain[0] in session.now
    window.regions.focus("outline")
    press(qtbot, Key.Key_A, CTRL)
    assert set(chain) <= set(session.selection)
    press(qtbot, Key.Key_Delete)
    assert not session.now.steps(session.stream)


def test_enabled_is_what_is_possible(window: MainWindow, chain: list[str]) -> None:
    session, verbs = window.session, window.verbs
    session.select(())
    ids = ("edit.delete", "edit.rename", "view.fit_selection")
    assert [verbs[id].isEnabled() for id in ids] == [False, False, False]
    session.select((session.now.terminals(session.stream)[0].id,))
    assert [verbs[id].isEnabled() for id in ids] == [False, True, True]
    session.select(chain[:1])
    assert [verbs[id].isEnabled() for id in ids] == [True, True, True]
    session.select(chain[:2])
    assert [verbs[id].isEnabled() for id in ids] == [True, False, True]
    assert not verbs["stream.next"].isEnabled()
    window.view.set_zoom(4.0)
    assert not verbs["view.zoom_in"].isEnabled()
    window.view.set_zoom(0.1)
    assert not verbs["view.zoom_out"].isEnabled()


def test_rename_asks_where_the_step_is_drawn(window: MainWindow, chain: list[str], qtbot: QtBot) -> None:
    window.session.select(chain[:1])
    with qtbot.waitSignal(window.session.rename_requested) as asked:
        press(qtbot, Key.Key_F2)
    assert asked.args == [chain[0]]


def test_conv_07_zoom_keys(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_0, CTRL)
    assert window.view.zoom() == pytest.approx(1.0)
    press(qtbot, Key.Key_Plus, CTRL)
    assert window.view.zoom() > 1.0
    press(qtbot, Key.Key_Minus, CTRL)
    assert window.view.zoom() == pytest.approx(1.0)
    press(qtbot, Key.Key_1, CTRL)
    assert window.view.zoom() <= 1.0


def test_scoped_actions_are_those_that_lists_have_as_well() -> None:
    # What the canvas itself carries out works where the stream is drawn, by its nature.
    drawn = {*VERBS, *(id for id in TABLE_VERBS if id.startswith("table."))}
    scoped = {spec.id for spec in ACTIONS if spec.scope is Scope.STREAM and spec.id not in drawn}
    assert scoped == {"edit.delete", "edit.delete_leaving_gap", "edit.select_all"}


def test_a_handler_that_fails_is_a_fault_and_nothing_else(
    window: MainWindow, chain: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    before = window.session.now
    with collected() as found:
        monkeypatch.setattr(window.files, "new", fail)
        window.verbs["file.new"].trigger()
    assert [fault.kind for fault in found] == ["ZeroDivisionError"]
    assert window.session.now is before


def test_the_guide_ships() -> None:
    assert guide().startswith("# Getting started")
