"""Where choosing in the command palette leads: commands run, things are shown, also in other windows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.sample import sample
from tests.ui.search.desk import (
    CTRL,
    Key,
    open_window,
    press,
    summon,
    texts,
    type_in,
)
from tests.ui.window_kit import named, windows_of
from vsdesigner.commands import raci, roles, steps, streams
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, Role, Step
from vsdesigner.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot) as made:
        yield made


def step_named(window: MainWindow, part: str) -> Step:
    now = window.session.now
    return next(s for stream in now.streams for s in now.steps(stream.id) if part in s.name)


# -- choosing -----------------------------------------------------------------------------------------------
def test_enter_runs_a_command_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    summon(window, qtbot, "select all")
    press(qtbot, Key.Key_Return)
    assert len(window.session.selection) > 5
    assert window.centre.widget.isAncestorOf(QApplication.focusWidget())


def test_a_switch_keeps_its_mark_true(window: MainWindow, qtbot: QtBot) -> None:
    summon(window, qtbot, "> outline")
    press(qtbot, Key.Key_Return)
    assert not window.regions.is_shown("outline")
    assert not window.verbs["view.outline"].isChecked()


def test_a_step_is_selected_and_shown(window: MainWindow, qtbot: QtBot) -> None:
    step = step_named(window, "Look back")
    assert step.stream != window.session.stream
    seen: list[object] = []
    window.session.reveal_requested.connect(seen.append)
    palette = summon(window, qtbot, "lookba")
    assert texts(palette)[0] == "Look back"
    assert palette.list.rows()[0].badge == ("1", window.session.now.lanes[-1].color)
    press(qtbot, Key.Key_Return)
    assert (window.session.stream, window.session.selection) == (step.stream, (step.id,))
    assert seen == [(step.id,)]
    assert window.centre.widget.isAncestorOf(QApplication.focusWidget())


def test_a_task_is_gone_to_in_its_field(window: MainWindow, qtbot: QtBot) -> None:
    now = window.session.now
    step = next(step for step in now.steps(window.session.stream) if step.tasks)
    window.session.reveal((step.id,))
    palette = summon(window, qtbot, "whether it fits")
    row = palette.list.rows()[0]
    assert (row.text, row.kind) == ("Ask whether it fits", "Task")
    assert row.detail.startswith("Step ")
    press(qtbot, Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "tasks.line.1"
    assert (
        not named(window.inspector, "field.name").textCursor().hasSelection()
    )  # one thing is marked, not two


def test_a_tool_and_its_product_lead_to_the_tools_of_a_step(window: MainWindow, qtbot: QtBot) -> None:
    now = window.session.now
    step = next(s for s in now.steps(window.session.stream) if s.tools)
    tool = now.find(step.tools[0].tool).name
    for words in (tool, step.tools[0].products[0]):
        window.session.select(())
        palette = summon(window, qtbot, f"@{words}")
        assert (texts(palette)[0], palette.list.rows()[0].kind) == (words, "Tool")
        press(qtbot, Key.Key_Return)
        assert window.session.selection == (step.id,)
        assert QApplication.focusWidget().objectName().startswith("tools.")


def test_a_practice_leads_to_the_practices_of_a_step(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, "way we do it")
    assert palette.list.rows()[0].kind == "Practice"
    press(qtbot, Key.Key_Return)
    assert QApplication.focusWidget().objectName().startswith("practices.")


def test_a_role_leads_to_its_letters_step_by_step(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    ids = [step.id for step in session.now.steps(session.stream)]
    with session.edit("Prepare") as draft:
        role = roles.add_role(draft, "Conductor")
        for id in (ids[1], ids[3]):
            raci.set_letters(draft, id, role, "C")
    met = []
    for _ in range(3):
        summon(window, qtbot, "conductor")
        press(qtbot, Key.Key_Return)
        met.append(session.selection[0])
        assert QApplication.focusWidget().objectName() == "role_card.name"
        press(qtbot, Key.Key_Escape)
        assert QApplication.focusWidget().objectName() == "raci.grid"
    assert met == [ids[1], ids[3], ids[1]]


def test_a_role_is_edited_at_once(window: MainWindow, qtbot: QtBot) -> None:
    with window.session.edit("Prepare") as draft:
        role = roles.add_role(draft, "Conductor")
    for name in ("Head conductor", "First violin"):
        summon(window, qtbot, window.session.now.get(role, Role).name)
        press(qtbot, Key.Key_Return)
        press(qtbot, Key.Key_A, CTRL)
        type_in(qtbot, name)  # left by going to the palette again
    summon(window, qtbot)
    assert window.session.now.get(role, Role).name == "First violin"


def test_a_role_that_no_step_has_leads_to_the_grid(window: MainWindow, qtbot: QtBot) -> None:
    with window.session.edit("Prepare") as draft:
        roles.add_role(draft, "Nobody yet")
    palette = summon(window, qtbot, "nobody yet")
    assert "in no step yet" in palette.list.rows()[0].detail
    press(qtbot, Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "role_card.name"
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget().objectName() == "raci.grid"


def test_streams_flows_phases_and_notes_are_found(window: MainWindow, qtbot: QtBot) -> None:
    now = window.session.now
    first, other = now.streams
    note, phase = now.notes(first.id)[0], now.phases(first.id)[0]
    flow = next(each for each in now.flows(first.id) if each.label)
    for words, kind, selection in (
        (flow.label, "Flow", (flow.id,)),
        (note.text, "Note", (note.id,)),
        (phase.name, "Phase", (phase.id,)),
        ("Another stream", "Stream", ()),
    ):
        palette = summon(window, qtbot, f"@{words[:30]}")
        assert palette.list.rows()[0].kind == kind
        press(qtbot, Key.Key_Return)
        assert window.session.selection == selection
    assert window.session.stream == other.id


def test_text_of_users_is_one_line_and_no_markup(window: MainWindow, qtbot: QtBot) -> None:
    with window.session.edit("Prepare") as draft:
        draft.add(Note(id="n", stream=window.session.stream, lane="plan", text="<b>bold</b>\nsecond 🚀 line"))
    palette = summon(window, qtbot, "second line")
    row = palette.list.rows()[0]
    assert row.text == "<b>bold</b> second 🚀 line"
    assert [row.text[spot] for spot in row.spots] == list("secondline")


def test_words_that_nothing_is_called_can_be_searched_in_all_text(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, "zzqq")
    assert texts(palette) == ["Find “zzqq” in all text"]
    press(qtbot, Key.Key_Return)
    assert window.regions.is_shown("find")
    assert window.search.panel.words == "zzqq"
    assert QApplication.focusWidget().objectName() == "find.words"


# -- windows ------------------------------------------------------------------------------------------------
def test_things_of_other_windows_are_found_and_their_window_comes_to_the_front(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.program.new_window()
    other = windows_of(window.program)[1]
    other.session.replace(sample())
    with other.session.edit("Prepare") as draft:
        id = steps.add(draft, other.session.stream, Place("plan", 2500, 40), "Only over there")
    window.activateWindow()
    window.regions.focus("canvas")
    palette = summon(window, qtbot, "only over")
    assert texts(palette)[0] == "Only over there"
    assert palette.list.rows()[0].detail.endswith("Untitled")
    raised: list[str] = []
    other.activateWindow = lambda: raised.append("activated")  # type: ignore[method-assign]
    press(qtbot, Key.Key_Return)
    assert other.session.selection == (id,)
    assert window.session.selection == ()
    assert raised == ["activated"]
    assert palette.isHidden()


def test_closing_passes_the_keyboard_through_no_other_field(window: MainWindow, qtbot: QtBot) -> None:
    """A field that gets the keyboard for a moment marks its text, and looks as if it had it still."""
    window.session.reveal((step_named(window, "plan").id,))
    met: list[QWidget | None] = []

    def note(_old: QWidget | None, new: QWidget | None) -> None:
        met.append(new)

    for key in (Key.Key_K, Key.Key_F):
        press(qtbot, key, CTRL)
        QApplication.instance().focusChanged.connect(note)
        press(qtbot, Key.Key_Escape)
        QApplication.instance().focusChanged.disconnect(note)
        assert len(met) == 1
        assert met[0] is not None and window.centre.widget.isAncestorOf(met[0])
        met.clear()


def test_things_that_are_gone_meanwhile_do_no_harm(window: MainWindow, qtbot: QtBot) -> None:
    palette = summon(window, qtbot, "@e")
    rows = palette.list.rows()
    assert {"Step", "Stream", "Task", "Flow", "Note"} <= {row.kind for row in rows}
    window.session.replace(streams.new_document())
    for row in rows:
        row.run()
    assert window.session.selection == ()
