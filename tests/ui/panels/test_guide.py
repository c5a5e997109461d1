"""The guide: how far each step of the method is, what comes next, and a click that leads there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.examples.make_cloud_service import build
from tests.ui.window_kit import Answers, windows_of
from vsdesigner.analysis.findings import Level, find_all
from vsdesigner.analysis.profiles import PROFILES, READY_TO_PRESENT
from vsdesigner.commands import flows, lists, steps
from vsdesigner.model.records import Flow, Stream, TerminalKind
from vsdesigner.ui import mending
from vsdesigner.ui.app import make_program
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.docks import LEFT_WIDTH
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.panels.guide import GuidePanel
from vsdesigner.ui.panels.guide_row import GuideRow

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Mod.ControlModifier | Mod.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


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


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def press(key: Qt.Key, keys: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(focus(), key, keys)
    QApplication.processEvents()


def write(text: str) -> None:
    """Each letter goes where the keyboard is by then."""
    for letter in text:
        QTest.keyClicks(focus(), letter)
        QApplication.processEvents()


def shown_guide(window: MainWindow, qtbot: QtBot) -> GuidePanel:
    """Open the guide by its key."""
    press(Key.Key_G, CTRL_SHIFT)
    qtbot.waitUntil(lambda: window.findChild(GuidePanel) is not None)
    panel = window.late.guide.content
    qtbot.waitUntil(panel.isVisible)
    return panel


def open_row(panel: GuidePanel) -> GuideRow:
    (row,) = [row for row in panel.rows.values() if row.head.opened]
    return row


def click(button: QWidget) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, LEFT, Mod.NoModifier, button.rect().center())
    QApplication.processEvents()


NAMES = (("Take the order", "e"), ("Get the laptop", "o"), ("Hand it over", "ds"))
TEXTS = {
    "name": "Order a laptop",
    "owner": "Mia Weber",
    "demand": "A new colleague needs a laptop.",
    "outcomes": "The colleague works with the laptop.",
    "value": "People can work from their first day.",
    "description": "From the wish for a laptop to the first day with it.",
    "lead_times": "5",
    "responsibilities": "Service desk",
    "tasks": "Look at what was ordered",
    "practices": "Service request management",
    "tools": "Ordering portal",
}


class Newcomer:
    """Knows nothing: presses what the guide offers next, and types where the keyboard is led."""

    def __init__(self, window: MainWindow, panel: GuidePanel, qtbot: QtBot) -> None:
        self.window, self.panel, self.qtbot = window, panel, qtbot
        self.pressed: list[str] = []

    def work(self, most: int = 80) -> None:
        """Until the guide offers the export."""
        for number in range(most):
            row = open_row(self.panel)
            if row.step.id == "hand_over" and row.step.is_done:
                return
            self.press_next(row, by_key=number % 2 == 1)
        raise AssertionError(f"never done: {self.pressed[-5:]}")

    def press_next(self, row: GuideRow, *, by_key: bool) -> None:
        session = self.window.session
        drawn = len(session.now.steps(session.stream))
        connect = drawn >= len(NAMES) and row.buttons[1].isVisible() and row.step.id == "steps"
        button = row.buttons[1 if connect else 0]
        assert button.isVisible(), f"nothing to do in {row.step}"
        self.pressed.append(f"{button.text()}: {row.text.text()}")
        if by_key and not connect:
            press(Key.Key_G, CTRL_SHIFT)
            if not self.panel.isVisible():  # the keyboard was here already
                press(Key.Key_G, CTRL_SHIFT)
            assert focus() is row.head
            press(Key.Key_Return)
        else:
            click(button)
        self.qtbot.wait(30)
        wanted = open_row(self.panel).step.next[0]  # what was typed before is counted by now
        if self.panel.isAncestorOf(focus()):
            self.qtbot.wait(500)  # it was mended: the checks look again
        elif wanted.action:
            self.add(*NAMES[drawn])
        else:
            self.write(wanted.field)

    def add(self, name: str, letters: str) -> None:
        write(f"{letters}:{name}")
        press(Key.Key_Return)
        self.qtbot.wait(30)

    def write(self, field: str) -> None:
        if field == "raci":
            if focus().objectName() == "raci.add":
                write("Service desk")
                press(Key.Key_Return)
                self.qtbot.wait(30)
            else:
                press(Key.Key_A)
                press(Key.Key_R)
            return
        write(TEXTS[field])
        if field in ("practices", "tools", "responsibilities"):
            press(Key.Key_Return)
        if field == "responsibilities":
            write("hands the laptops over")
        self.qtbot.wait(200)


def test_who_only_follows_the_guide_ends_with_a_complete_stream(window: MainWindow, qtbot: QtBot) -> None:
    panel = shown_guide(window, qtbot)
    newcomer = Newcomer(window, panel, qtbot)
    newcomer.work()
    session = window.session
    session.committing.emit()
    assert [step.name for step in session.now.steps(session.stream)] == [name for name, _ in NAMES]
    findings = find_all(session.now, PROFILES[READY_TO_PRESENT])
    assert [finding.text for finding in findings if finding.level.reaches(Level.WARNING)] == []
    assert session.now.settings.check_profile == READY_TO_PRESENT
    assert all(row.step.is_done for row in panel.rows.values())
    stream = session.now.get(session.stream, Stream)
    assert (stream.name, stream.owner) == ("Order a laptop", "Mia Weber")
    assert [(lead.minimum, lead.maximum) for lead in stream.lead_times] == [(None, 5)]
    assert [line.duty for line in stream.responsibilities] == ["hands the laptops over"]
    assert [role.name for role in session.now.roles] == ["Service desk"]


def test_the_guide_counts_what_is_done(window: MainWindow, qtbot: QtBot) -> None:
    window.session.replace(build())
    panel = shown_guide(window, qtbot)
    head, session = panel.rows["tasks"].head, window.session
    assert "done" in head.accessibleName()
    step = session.now.steps(session.stream)[2]
    with session.edit("Take its tasks away") as draft:
        lists.set_tasks(draft, step.id, ())
    qtbot.waitUntil(lambda: "6 of 7" in head.accessibleName())
    assert panel.rows["tasks"].step.said == "6 of 7 steps have tasks."
    assert open_row(panel).step.id == "tasks", "the first step that lacks something stands open"
    click(open_row(panel).buttons[0])
    assert session.selection == (step.id,)
    assert window.inspector.isAncestorOf(focus())
    assert focus().objectName() == "tasks.add"
    session.undo()
    qtbot.waitUntil(lambda: "done" in head.accessibleName())


def test_a_second_button_opens_the_view_where_all_of_a_kind_are_at_hand(
    window: MainWindow, qtbot: QtBot
) -> None:
    add_behind(window, "One")
    panel = shown_guide(window, qtbot)
    for id, view in (("tasks", "tables"), ("letters", "raci")):
        click(panel.rows[id].head)
        click(panel.rows[id].buttons[1])
        assert window.shown_view == view
    click(panel.rows["steps"].head)
    click(panel.rows["steps"].buttons[0])
    assert window.shown_view == "lanes", "a step is added where it is drawn"
    assert focus().objectName() == "quick_add_name"
    press(Key.Key_Escape)


def test_what_was_put_off_comes_back_when_one_opens_the_step(window: MainWindow, qtbot: QtBot) -> None:
    panel = shown_guide(window, qtbot)
    row = open_row(panel)
    assert row.text.text() == "Give the stream a name."
    for _ in range(8):
        click(row.later)
    assert open_row(panel).step.id == "steps", "all of it was put off: on to the next step"
    click(row.head)
    assert open_row(panel) is row
    assert row.text.text() == "Give the stream a name."


def test_the_keyboard_goes_through_the_steps(window: MainWindow, qtbot: QtBot) -> None:
    panel = shown_guide(window, qtbot)
    assert focus() is panel.rows["use_case"].head
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert focus() is panel.rows["mapping"].head
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert open_row(panel).step.id == "steps"
    press(Key.Key_Return)
    assert focus().objectName() == "quick_add_name"
    press(Key.Key_Escape)
    press(Key.Key_G, CTRL_SHIFT)
    assert panel.isAncestorOf(focus()), "it was shown already: the keyboard goes there"
    press(Key.Key_G, CTRL_SHIFT)
    assert not window.regions.is_shown("guide")


def test_what_changes_the_document_is_not_done_before_it_was_read(window: MainWindow, qtbot: QtBot) -> None:
    """The words are a moment behind: a button that would connect another step than the one named waits."""
    session = window.session
    panel = shown_guide(window, qtbot)
    add_behind(window, "One")
    add_behind(window, "Two")
    panel.refresh()
    click(panel.rows["steps"].head)
    row = open_row(panel)
    assert "“Two”" in row.text.text()
    assert row.buttons[1].text() == "Connect it to value"
    add_behind(window, "Three")
    click(row.buttons[1])
    assert not session.now.incoming(end(window, TerminalKind.VALUE)), "“Two” was meant"
    assert "“Three”" in row.text.text()
    click(row.buttons[1])
    assert session.now.incoming(end(window, TerminalKind.VALUE))


def test_at_its_first_width_nothing_in_the_guide_is_cut(window: MainWindow, qtbot: QtBot) -> None:
    panel = shown_guide(window, qtbot)
    shown: set[str] = set()

    def look(at: str) -> None:
        panel.refresh()
        QApplication.processEvents()
        assert panel.width() <= LEFT_WIDTH
        for row in panel.rows.values():
            click(row.head)
            assert row.head.shown_title() == row.step.title
            for button in row.buttons:
                if button.isVisible():
                    shown.add(button.text())
                    assert "…" not in button.text().removesuffix("Export…"), f"{at}: {button.text()}"
                    assert button.fontMetrics().horizontalAdvance(button.text()) <= button.width() - 16

    look("empty")
    add_behind(window, "One")
    add_behind(window, "Two")
    lead_to_value(window)
    lose_a_step(window)
    wait_for_the_checks(window, qtbot)
    look("lost")
    window.session.replace(build())
    look("to be checked")
    mending.set_profile(window.session, READY_TO_PRESENT)
    look("ready")
    assert {"Open the table", "Open the matrix", "Check it", "Export…", "Put it there"} <= shown


def test_what_the_guide_has_mended_is_selected_and_the_keyboard_stays_with_the_open_step(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    add_behind(window, "One")
    add_behind(window, "Two")
    lead_to_value(window)
    lost = lose_a_step(window)
    panel = shown_guide(window, qtbot)
    wait_for_the_checks(window, qtbot)
    panel.refresh()
    click(panel.rows["steps"].head)
    row = open_row(panel)
    assert row.step.id == "steps"
    assert f"Proposal: {mending.mends_of(session, row.step.next[0].finding)[0].label}." in row.text.text()
    press(Key.Key_Return)
    joined = [session.now.get(id, Flow) for id in session.selection]
    assert joined, "what was changed is selected"
    assert all(lost in (flow.source, flow.target) for flow in joined)
    for _ in range(3):
        qtbot.wait(500)  # the checks look again
        assert focus() is open_row(panel).head
        if open_row(panel).step.id != "steps":
            return
        press(Key.Key_Return)  # what is left of it
    raise AssertionError("never mended")


def test_the_button_keeps_its_place_when_the_sentence_changes(window: MainWindow, qtbot: QtBot) -> None:
    panel = shown_guide(window, qtbot)
    row = open_row(panel)
    places, heights = [], []
    while row.head.opened and len(places) < 8:
        QApplication.processEvents()
        places.append(row.buttons[0].mapTo(panel, row.buttons[0].rect().topLeft()).y())
        room = row.text.fontMetrics().boundingRect(row.text.rect(), Qt.TextFlag.TextWordWrap, row.text.text())
        heights.append(room.height())
        click(row.later)
    assert len(set(heights)) > 1, "the sentences are of several lengths"
    assert len(set(places)) == 1, places


def wait_for_the_checks(window: MainWindow, qtbot: QtBot) -> None:
    """Until they have found the step that nothing leads to."""
    session = window.session
    qtbot.waitUntil(lambda: any(found.check == "step-unreached" for found in session.problems.findings))


def lead_to_value(window: MainWindow) -> None:
    """Connect the last step to value."""
    session = window.session
    with session.edit("Connect") as draft:
        flows.connect(draft, session.now.steps(session.stream)[-1].id, end(window, TerminalKind.VALUE))


def lose_a_step(window: MainWindow) -> str:
    """Add a step that nothing leads to."""
    session = window.session
    with session.edit("Add") as draft:
        return steps.add(draft, session.stream, steps.next_place(draft.view, session.stream, "plan"), "Lost")


def add_behind(window: MainWindow, name: str) -> None:
    """Add a step behind the last one."""
    session = window.session
    last = session.now.steps(session.stream)[-1:]
    source = last[0].id if last else end(window, TerminalKind.DEMAND)
    with session.edit("Add") as draft:
        place = steps.next_place(draft.view, session.stream, "engage")
        flows.connect(draft, source, steps.add(draft, session.stream, place, name))


def end(window: MainWindow, kind: TerminalKind) -> str:
    return window.session.now.terminal(window.session.stream, kind).id
