"""Changing the stream while presenting: the present step in place, and a new one behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.sample import sample
from tests.ui.presentation.hands import presenting
from vsdesigner.analysis.journey import StopKind
from vsdesigner.commands.roles import add_role
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of, practice_text, tool_text
from vsdesigner.model.records import Step
from vsdesigner.model.text import LIST_LENGTH
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode
from vsdesigner.ui.presentation.editing.editing import editor_of
from vsdesigner.ui.presentation.editing.step_editor import StepEditor
from vsdesigner.ui.presentation.presenter.presenter import presenter_of
from vsdesigner.ui.presentation.show import Layer, Tool
from vsdesigner.ui.presentation.window import PresentWindow

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
NUMBER = 3  # of the step that says the most


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    made = presenting(qtbot)
    made.state.go_to(step_numbered(made.state.view, NUMBER).id)
    return made


@pytest.fixture
def editor(window: PresentWindow) -> StepEditor:
    QTest.keyClick(window, Key.Key_E)
    found = editor_of(window)
    assert found.isVisible()
    return found


def step_numbered(view: Snapshot, number: int) -> Step:
    return next(step for step in view.steps(view.streams[0].id) if view.number(step.id) == number)


def step(window: PresentWindow) -> Step:
    return window.state.view.get(window.state.stop.id, Step)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Key, modifiers: Mod = Mod.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def type_over(text: str) -> None:
    press(Key.Key_A, Mod.ControlModifier)
    QTest.keyClicks(focused(), text)


def to_field(name: str) -> None:
    for _ in range(40):
        if focused().objectName() == f"editor.{name}":
            return
        press(Key.Key_Tab)
    raise AssertionError(name)


# -- opening and closing ---------------------------------------------------------------------------------
def test_e_opens_it_over_the_card_and_escape_goes_back(window: PresentWindow, editor: StepEditor) -> None:
    assert focused().objectName() == "editor.name"
    assert editor.panel.geometry().contains(window.card.geometry().adjusted(1, 1, -1, -1))
    before = encode(window.state.view)
    press(Key.Key_Escape)
    assert not editor.isVisible()
    assert focused() is window
    assert window.isVisible()
    assert encode(window.state.view) == before
    assert window.state.session.history.count() == 0
    press(Key.Key_End)
    assert window.state.stop.kind is StopKind.CLOSING


def test_keys_belong_to_the_editor_while_it_is_open(window: PresentWindow, editor: StepEditor) -> None:
    stop = window.state.stop
    type_over("below Do it 1 2 3 .,")
    for key in (Key.Key_PageDown, Key.Key_Home, Key.Key_F5, Key.Key_Right):
        press(key)
    assert (window.state.stop, window.state.layer, window.state.tool) == (stop, Layer.NONE, Tool.NONE)
    assert editor.isVisible()
    press(Key.Key_Escape)
    assert step(window).name == "below Do it 1 2 3 .,"


def test_e_on_a_button_goes_back_too(window: PresentWindow, editor: StepEditor) -> None:
    editor.done.setFocus()
    press(Key.Key_E)
    assert not editor.isVisible()


def test_the_button_goes_back(window: PresentWindow, editor: StepEditor) -> None:
    type_over("Named by hand")
    QTest.mouseClick(editor.done, Button.LeftButton)
    assert not editor.isVisible()
    assert step(window).name == "Named by hand"


def test_a_click_beside_goes_back_and_does_no_more(window: PresentWindow, editor: StepEditor) -> None:
    stop = window.state.stop
    type_over("Named before the click")
    QTest.mouseClick(editor, Button.LeftButton, pos=QPoint(60, 300))
    assert not editor.isVisible()
    assert window.state.stop == stop
    assert step(window).name == "Named before the click"


def test_where_there_is_no_step_it_says_so(window: PresentWindow, qtbot: QtBot) -> None:
    window.state.go_to_start()
    with qtbot.waitSignal(window.state.said) as said:
        QTest.keyClick(window, Key.Key_E)
    assert said.args == ["There is no step here to change."]
    assert not editor_of(window).isVisible()


@pytest.mark.parametrize("key", [Key.Key_E, Key.Key_Insert])
def test_read_only_it_says_so(key: Key, qtbot: QtBot) -> None:
    window = presenting(qtbot, read_only=True)
    window.state.go_to(step_numbered(window.state.view, NUMBER).id)
    with qtbot.waitSignal(window.state.said) as said:
        QTest.keyClick(window, key)
    assert said.args == ["This presentation is read-only: nothing can be changed here."]
    assert not editor_of(window).isVisible()
    assert window.state.view == sample()


def test_it_lays_the_pen_down_and_stops_what_plays(window: PresentWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Key.Key_D)
    with qtbot.waitSignal(window.state.taken_over):
        QTest.keyClick(window, Key.Key_E)
    assert window.state.tool is Tool.NONE


def test_from_the_presenters_window(window: PresentWindow) -> None:
    QTest.keyClick(window, Key.Key_N, Mod.ShiftModifier)
    side = presenter_of(window).view
    assert side is not None
    QTest.keyClick(side, Key.Key_E)
    assert editor_of(window).isVisible()
    QTest.keyClicks(side, "Typed at the desk")
    QTest.keyClick(side, Key.Key_Escape)
    assert not editor_of(window).isVisible()
    assert step(window).name == "Typed at the desk"
    assert side.isVisible()


# -- what is written -------------------------------------------------------------------------------------
def test_name_and_lists_each_one_step_of_undo(
    window: PresentWindow, editor: StepEditor, tmp_path: Path
) -> None:
    session = window.state.session
    before = encode(session.now)
    type_over("Fix it together")
    to_field("tasks")
    type_over("Look at it")
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "Mend it")
    to_field("practices")
    type_over("Our own way: helps")
    to_field("tools")
    type_over("Whiteboard (Pens, Sponge)")
    press(Key.Key_Escape)
    found = step(window)
    assert found.name == "Fix it together"
    assert [task.text for task in found.tasks] == ["Look at it", "Mend it"]
    assert [practice_text(session.now, use) for use in found.practices] == ["Our own way: helps"]
    assert [tool_text(session.now, use) for use in found.tools] == ["Whiteboard (Pens, Sponge)"]
    labels = [session.history.text(index) for index in range(session.history.count())]
    assert labels[0].startswith("Rename “")
    assert labels[1:] == [
        f"Change {what} of “Fix it together”"
        for what in ("Task/Action", "Practices", "Tools and Technologies")
    ]
    path = tmp_path / "saved.vstream"
    documents.save(path, session.now)
    assert documents.read(path).snapshot == session.now
    for _ in labels:
        QTest.keyClick(window, Key.Key_Z, Mod.ControlModifier)
    assert encode(session.now) == before
    for _ in labels:
        QTest.keyClick(window, Key.Key_Y, Mod.ControlModifier)
    assert step(window) == found


def test_letters_of_a_role(window: PresentWindow, editor: StepEditor, qtbot: QtBot) -> None:
    view = window.state.view
    role = view.roles[0].id
    held = letters_of(step(window).raci, role).split("/")
    button = editor.letters.buttons[role, "C"]
    assert button.isChecked() == ("C" in held)
    editor._scroll.ensureWidgetVisible(button)
    QTest.mouseClick(button, Button.LeftButton)
    assert ("C" in letters_of(step(window).raci, role).split("/")) != ("C" in held)
    assert button.isChecked() != ("C" in held)
    button.setFocus()
    press(Key.Key_Space)
    assert letters_of(step(window).raci, role).split("/") == held
    press(Key.Key_Z, Mod.ControlModifier)
    assert button.isChecked() != ("C" in held)


def test_who_loses_the_a_is_told(window: PresentWindow, editor: StepEditor, qtbot: QtBot) -> None:
    first, second = (role.id for role in window.state.view.roles[:2])
    for role in (first, second):
        if editor.letters.buttons[role, "A"].isChecked():
            first, second = role, (second if role == first else first)
            break
    else:
        QTest.mouseClick(editor.letters.buttons[first, "A"], Button.LeftButton)
    with qtbot.waitSignal(window.state.said) as said:
        QTest.mouseClick(editor.letters.buttons[second, "A"], Button.LeftButton)
    assert "is accountable now" in said.args[0]
    assert not editor.letters.buttons[first, "A"].isChecked()


def test_a_new_role_has_its_row_at_once(window: PresentWindow, editor: StepEditor) -> None:
    to_field("add_role")
    QTest.keyClicks(focused(), "Workshop guest")
    press(Key.Key_Return)
    made = next(role for role in window.state.view.roles if role.name == "Workshop guest")
    assert (made.id, "R") in editor.letters.buttons
    assert focused().objectName() == "editor.add_role"


def test_undo_takes_typing_first_and_then_edits(window: PresentWindow, editor: StepEditor) -> None:
    name = step(window).name
    type_over("First")
    press(Key.Key_Return)
    assert step(window).name == "First"
    assert focused().objectName() == "editor.tasks"
    tasks = step(window).tasks
    QTest.keyClicks(focused(), "x")
    press(Key.Key_Z, Mod.ControlModifier)
    assert step(window).name == "First"
    press(Key.Key_Z, Mod.ControlModifier)
    assert (step(window).name, step(window).tasks) == (name, tasks)
    assert editor.fields["name"].text() == name
    press(Key.Key_Y, Mod.ControlModifier)
    assert step(window).name == "First"
    assert editor.fields["name"].text() == "First"


def test_a_practice_is_completed(window: PresentWindow, editor: StepEditor) -> None:
    to_field("practices")
    press(Key.Key_End, Mod.ControlModifier)
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "problem man")
    press(Key.Key_Return)
    assert editor.fields["practices"].text().endswith("\nProblem management")
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "A way that nobody knows")
    press(Key.Key_Escape)
    assert not editor.isVisible()
    said = [practice_text(window.state.view, use) for use in step(window).practices]
    assert said[-2:] == ["Problem management", "A way that nobody knows"]


def test_escape_closes_suggestions_before_the_editor(window: PresentWindow, editor: StepEditor) -> None:
    to_field("practices")
    press(Key.Key_End, Mod.ControlModifier)
    press(Key.Key_Return)
    QTest.keyClicks(focused(), "incid")
    press(Key.Key_Escape)
    assert editor.isVisible()
    press(Key.Key_Escape)
    assert not editor.isVisible()


def test_what_is_refused_stays_with_its_reason(window: PresentWindow, editor: StepEditor) -> None:
    before = encode(window.state.view)
    to_field("tasks")
    field = editor.fields["tasks"]
    long = "\n".join(f"Task {number}" for number in range(LIST_LENGTH + 1))
    field.set_text(long)
    press(Key.Key_Escape)
    assert editor.isVisible()
    assert editor.reason.isVisible()
    assert str(LIST_LENGTH) in editor.reason.text().replace(",", "")
    assert field.text() == long
    assert encode(window.state.view) == before
    press(Key.Key_Escape)
    assert not editor.isVisible()
    assert encode(window.state.view) == before


# -- following -------------------------------------------------------------------------------------------
def test_a_change_from_elsewhere_shows_and_typing_stays(window: PresentWindow, editor: StepEditor) -> None:
    QTest.keyClicks(focused(), "typing")
    with window.state.session.edit("Change elsewhere") as draft:
        draft.update(window.state.stop.id, tasks=())
    assert editor.fields["tasks"].text() == ""
    assert editor.fields["name"].text() == "typing"


def test_a_step_that_goes_takes_the_editor_along(window: PresentWindow, editor: StepEditor) -> None:
    from vsdesigner.commands import elements

    with window.state.session.edit("Delete") as draft:
        elements.delete(draft, [window.state.stop.id])
    assert not editor.isVisible()
    assert window.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
def test_it_lies_over_the_card_in_every_size(
    size: tuple[int, int], window: PresentWindow, editor: StepEditor
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert editor.geometry() == window.rect()
    assert window.rect().contains(editor.panel.geometry())
    name = editor.fields["name"]
    assert name.height() >= name.fontMetrics().height()
    assert name.fontMetrics().height() >= 30 * window.state.unit
    with window.state.session.edit("Add role") as draft:  # a long name makes it no wider
        add_role(draft, "Donaudampfschifffahrtsgesellschaftskapitän")
    QApplication.processEvents()
    (scroll,) = editor.findChildren(QScrollArea)
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()


# -- a new step ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("key", "held"), [(Key.Key_A, Mod.ShiftModifier), (Key.Key_Insert, Mod.NoModifier)])
def test_a_new_step_comes_into_the_way_on(key: Key, held: Mod, window: PresentWindow) -> None:
    state = window.state
    before, source = encode(state.view), state.stop.id
    target = state.journey.ways[0].target
    QTest.keyClick(window, key, held)
    made = state.stop
    assert made.kind is StopKind.STEP
    assert made.id != source
    assert [flow.source for flow in state.view.incoming(made.id)] == [source]
    assert [flow.target for flow in state.view.outgoing(made.id)] == [target]
    assert focused().objectName() == "editor.name"
    QTest.keyClicks(focused(), "Found in the workshop")
    press(Key.Key_Escape)
    assert step(window).name == "Found in the workshop"
    assert state.session.history.count() == 1
    QTest.keyClick(window, Key.Key_Z, Mod.ControlModifier)
    assert encode(state.view) == before
    assert window.isVisible()


def test_a_new_step_behind_the_demand(window: PresentWindow) -> None:
    state = window.state
    state.go_to_start()
    QTest.keyClick(window, Key.Key_Right)
    QTest.keyClick(window, Key.Key_Insert)
    assert state.view.number(state.stop.id) == 1


def test_nothing_comes_behind_the_closing(window: PresentWindow, qtbot: QtBot) -> None:
    window.state.go_to_end()
    with qtbot.waitSignal(window.state.said):
        QTest.keyClick(window, Key.Key_Insert)
    assert window.state.view == sample()
