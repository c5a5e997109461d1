"""Actions and tasks written like text: Enter, Backspace, Alt+arrows, Tab on, paste, drag."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.panels.conftest import CONTROL, LEFT, PLAIN, Bench
from vsdesigner.commands import lists
from vsdesigner.model.parts import RaciMark, Task
from vsdesigner.model.records import Step

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def texts(bench: Bench) -> list[tuple[int, str]]:
    return [(task.indent, task.text) for task in bench.steps[0].tasks]


def ids(bench: Bench) -> list[str]:
    return [task.id for task in bench.steps[0].tasks]


def lines(bench: Bench) -> list[str]:
    """What stands in the fields, top to bottom."""
    return [bench.widget(name).text() for name in bench.shown("tasks.line.") if not name.endswith(".row")]


@pytest.fixture
def tasks(bench: Bench) -> Bench:
    bench.select_step()
    return bench


def test_conv_44_typing_a_list(bench: Bench) -> None:
    bench.select_step(1)
    bench.click("tasks.add")
    for number, text in enumerate(("First", "Second", "Third")):
        if number:
            bench.press(Qt.Key.Key_Return)
        bench.type(text)
    bench.leave()
    assert [task.text for task in bench.steps[1].tasks] == ["First", "Second", "Third"]
    assert bench.undo_count == 3, "each line is one step"
    assert bench.session.history.undoText() == "Add tasks to “Plan it”"
    bench.undo()
    assert [task.text for task in bench.steps[1].tasks] == ["First", "Second"]
    assert bench.shown("tasks.line.") == [
        "tasks.line.0.row",
        "tasks.line.0",
        "tasks.line.1.row",
        "tasks.line.1",
    ]


def test_a_letter_on_the_button_starts_a_line(tasks: Bench) -> None:
    tasks.widget("tasks.add").setFocus()
    tasks.type("New")
    tasks.leave()
    assert texts(tasks)[-1] == (0, "New")
    assert tasks.undo_count == 1


def test_an_empty_line_is_none(tasks: Bench) -> None:
    tasks.click("tasks.add")
    assert lines(tasks) == ["Ask", "Write down", "Confirm", ""]
    tasks.leave()
    assert lines(tasks) == ["Ask", "Write down", "Confirm"]
    assert tasks.undo_count == 0


def test_a_visit_is_one_step_and_keeps_the_id(tasks: Bench) -> None:
    before = ids(tasks)
    tasks.click("tasks.line.0")
    tasks.press(Qt.Key.Key_End)
    tasks.type(" kindly")
    tasks.press(Qt.Key.Key_Home)
    tasks.type("Now: ")
    tasks.leave()
    assert texts(tasks)[0] == (0, "Now: Ask kindly")
    assert ids(tasks) == before
    assert tasks.undo_count == 1


def test_letters_of_a_task_survive_its_editing(tasks: Bench) -> None:
    step = tasks.steps[0]
    mark = RaciMark(role=tasks.session.now.roles[0].id, letters="R")
    with tasks.session.edit("Letters") as draft:
        marked = step.tasks[0].model_copy(update={"raci": (mark,)})
        lists.set_tasks(draft, step.id, (marked, *step.tasks[1:]))
    tasks.replace("tasks.line.0", "Question")
    tasks.press(Qt.Key.Key_Down)
    tasks.press(Qt.Key.Key_Up, ALT)
    assert tasks.steps[0].tasks[1].text == "Question"
    assert tasks.steps[0].tasks[1].raci == (mark,)


def test_enter_splits_at_the_caret(tasks: Bench) -> None:
    before = ids(tasks)
    tasks.click("tasks.line.2")
    tasks.press(Qt.Key.Key_Home)
    tasks.press(Qt.Key.Key_Right, times=3)
    tasks.press(Qt.Key.Key_Return)
    assert texts(tasks)[2:] == [(0, "Con"), (0, "firm")]
    assert ids(tasks)[:3] == before
    assert tasks.undo_count == 1
    assert tasks.focus.objectName() == "tasks.line.3"
    assert tasks.focus.textCursor().atStart()
    tasks.press(Qt.Key.Key_Backspace)
    assert texts(tasks)[2:] == [(0, "Confirm")]
    assert ids(tasks) == before
    assert tasks.focus.textCursor().position() == 3
    assert tasks.undo_count == 2


def test_enter_in_the_middle_keeps_the_level(tasks: Bench) -> None:
    tasks.click("tasks.line.1")
    tasks.press(Qt.Key.Key_End)
    tasks.press(Qt.Key.Key_Return)
    tasks.type("Sign")
    tasks.leave()
    assert texts(tasks) == [(0, "Ask"), (1, "Write down"), (1, "Sign"), (0, "Confirm")]


def test_enter_at_the_start_makes_room_above(tasks: Bench) -> None:
    before = ids(tasks)
    tasks.click("tasks.line.0")
    tasks.press(Qt.Key.Key_Home)
    tasks.press(Qt.Key.Key_Return)
    tasks.type("Greet")
    tasks.leave()
    assert texts(tasks)[:2] == [(0, "Greet"), (0, "Ask")]
    assert ids(tasks)[1:] == before


def test_backspace_in_an_empty_line_removes_it_and_goes_up(tasks: Bench) -> None:
    tasks.replace("tasks.line.1", "")
    tasks.press(Qt.Key.Key_Backspace)
    assert texts(tasks) == [(0, "Ask"), (0, "Confirm")]
    assert tasks.undo_count == 1
    assert tasks.focus.objectName() == "tasks.line.0"
    assert tasks.focus.textCursor().atEnd()
    assert tasks.session.history.undoText() == "Remove tasks from “Take the wish”"


def test_backspace_in_a_new_line_leaves_no_trace(tasks: Bench) -> None:
    tasks.click("tasks.line.0")
    tasks.press(Qt.Key.Key_End)
    tasks.press(Qt.Key.Key_Return)
    tasks.press(Qt.Key.Key_Backspace)
    assert lines(tasks) == ["Ask", "Write down", "Confirm"]
    assert tasks.undo_count == 0


def test_delete_at_the_end_joins_the_next(tasks: Bench) -> None:
    before = ids(tasks)
    tasks.click("tasks.line.1")
    tasks.press(Qt.Key.Key_End)
    tasks.press(Qt.Key.Key_Delete)
    assert texts(tasks) == [(0, "Ask"), (1, "Write downConfirm")]
    assert ids(tasks) == before[:2]
    tasks.press(Qt.Key.Key_Z, CONTROL)
    assert texts(tasks) == [(0, "Ask"), (1, "Write down"), (0, "Confirm")]


def test_alt_right_indents_and_alt_left_leads_out(tasks: Bench) -> None:
    """Tab did this once, and nobody without a mouse could leave the list (convention 63)."""
    tasks.click("tasks.line.2")
    tasks.press(Qt.Key.Key_Right, ALT)
    assert texts(tasks)[2] == (1, "Confirm")
    tasks.press(Qt.Key.Key_Right, ALT)
    assert texts(tasks)[2] == (1, "Confirm"), "there are two levels"
    tasks.press(Qt.Key.Key_Left, ALT)
    assert texts(tasks)[2] == (0, "Confirm")
    tasks.click("tasks.line.0")
    tasks.press(Qt.Key.Key_Right, ALT)
    assert texts(tasks)[0] == (0, "Ask"), "nothing stands above the first line"
    assert tasks.focus.objectName() == "tasks.line.0"
    assert tasks.undo_count == 2


def test_conv_63_tab_never_stays_in_a_list(tasks: Bench) -> None:
    tasks.click("tasks.line.0")
    before = texts(tasks)
    for expected in ("tasks.line.1", "tasks.line.2", "tasks.add", "section.practices.header"):
        tasks.press(Qt.Key.Key_Tab)
        assert tasks.focus.objectName() == expected
    for expected in ("tasks.add", "tasks.line.2", "tasks.line.1", "tasks.line.0", "section.tasks.header"):
        tasks.press(Qt.Key.Key_Backtab, SHIFT)
        assert tasks.focus.objectName() == expected
    assert texts(tasks) == before
    assert tasks.undo_count == 0


def test_backspace_at_the_start_of_an_indented_line_leads_it_out(tasks: Bench) -> None:
    tasks.click("tasks.line.1")
    tasks.press(Qt.Key.Key_Home)
    tasks.press(Qt.Key.Key_Backspace)
    assert texts(tasks)[1] == (0, "Write down")


def test_alt_arrows_move_a_line(tasks: Bench) -> None:
    before = ids(tasks)
    tasks.click("tasks.line.2")
    tasks.press(Qt.Key.Key_Up, ALT)
    assert [text for _, text in texts(tasks)] == ["Ask", "Confirm", "Write down"]
    assert tasks.focus.text() == "Confirm", "the keyboard goes with the line"
    tasks.press(Qt.Key.Key_Up, ALT, times=2)
    assert [text for _, text in texts(tasks)] == ["Confirm", "Ask", "Write down"]
    assert sorted(ids(tasks)) == sorted(before)
    assert tasks.undo_count == 2, "at the top nothing happens"


def test_the_first_line_is_never_indented(tasks: Bench) -> None:
    tasks.click("tasks.line.1")
    tasks.press(Qt.Key.Key_Up, ALT)
    assert texts(tasks) == [(0, "Write down"), (0, "Ask"), (0, "Confirm")]


def test_arrows_walk_through_the_lines(tasks: Bench) -> None:
    tasks.click("tasks.line.0")
    tasks.press(Qt.Key.Key_Home)
    tasks.press(Qt.Key.Key_Right, times=2)
    tasks.press(Qt.Key.Key_Down)
    assert tasks.focus.objectName() == "tasks.line.1"
    assert tasks.focus.textCursor().position() == 2
    tasks.press(Qt.Key.Key_Down, times=2)
    assert tasks.focus.objectName() == "tasks.add"
    tasks.press(Qt.Key.Key_Up)
    assert tasks.focus.objectName() == "tasks.line.2"


PASTED = "• Measure\n\t– the room\n\t– the desk\n\n2. Order a chair\n"


def test_pasting_many_lines_adds_many(tasks: Bench) -> None:
    before = ids(tasks)
    tasks.click("tasks.line.0")
    tasks.press(Qt.Key.Key_End)
    tasks.press(Qt.Key.Key_Return)
    tasks.paste(PASTED)
    assert texts(tasks) == [
        (0, "Ask"),
        (0, "Measure"),
        (1, "the room"),
        (1, "the desk"),
        (0, "Order a chair"),
        (1, "Write down"),
        (0, "Confirm"),
    ]
    assert tasks.undo_count == 1
    assert (tasks.focus.text(), tasks.focus.textCursor().atEnd()) == ("Order a chair", True)
    tasks.undo()
    assert ids(tasks) == before


def test_pasting_into_a_text_splits_it(tasks: Bench) -> None:
    tasks.click("tasks.line.2")
    tasks.press(Qt.Key.Key_Home)
    tasks.press(Qt.Key.Key_Right, times=3)
    tasks.paste("tact\nIn")
    assert texts(tasks)[2:] == [(0, "Contact"), (0, "Infirm")]


def test_pasting_on_the_button_adds_at_the_end(tasks: Bench) -> None:
    tasks.widget("tasks.add").setFocus()
    tasks.paste("One more\nand one more")
    assert texts(tasks)[3:] == [(0, "One more"), (0, "and one more")]
    assert tasks.undo_count == 1


def test_one_pasted_line_goes_into_the_text(tasks: Bench) -> None:
    tasks.click("tasks.line.0")
    tasks.press(Qt.Key.Key_End)
    tasks.paste(" first\n")
    tasks.leave()
    assert texts(tasks)[0] == (0, "Ask first")


def test_a_list_has_its_bound(tasks: Bench) -> None:
    tasks.widget("tasks.add").setFocus()
    tasks.paste("\n".join(f"Line {number}" for number in range(600)))
    assert len(texts(tasks)) == 500
    assert "500" in tasks.told[-1][0]


def test_selected_lines(tasks: Bench) -> None:
    tasks.click("tasks.line.1")
    tasks.press(Qt.Key.Key_Escape)
    tasks.press(Qt.Key.Key_Down, SHIFT)
    tasks.press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "\tWrite down\nConfirm"
    tasks.press(Qt.Key.Key_Up, ALT)
    assert [text for _, text in texts(tasks)] == ["Write down", "Confirm", "Ask"]
    tasks.press(Qt.Key.Key_Delete)
    assert texts(tasks) == [(0, "Ask")]
    tasks.undo()
    tasks.undo()
    assert texts(tasks) == [(0, "Ask"), (1, "Write down"), (0, "Confirm")]


def test_all_lines_are_selected_by_pressing_twice(tasks: Bench) -> None:
    tasks.click("tasks.line.1")
    tasks.press(Qt.Key.Key_A, CONTROL, times=2)
    tasks.press(Qt.Key.Key_Delete)
    assert texts(tasks) == []
    assert tasks.undo_count == 1


def test_the_keyboard_is_not_trapped(tasks: Bench) -> None:
    tasks.click("tasks.line.1")
    tasks.press(Qt.Key.Key_Escape)
    tasks.press(Qt.Key.Key_Tab)
    assert tasks.focus.objectName() == "tasks.add"
    tasks.press(Qt.Key.Key_Tab)
    assert tasks.focus.objectName() == "section.practices.header"


def drag(bench: Bench, name: str, target: QPoint) -> None:
    """Drag the handle of a line to a place in the list."""
    rows = bench.widget("field.tasks")
    handle = bench.widget(name).handle
    start = handle.rect().center()
    QTest.mousePress(handle, LEFT, PLAIN, start)
    end = handle.mapFromGlobal(rows.mapToGlobal(target))
    for part in range(1, 6):
        QTest.mouseMove(handle, start + (end - start) * part / 5)
        bench.settle()
    assert bench.widget("drop.line").isVisible()
    QTest.mouseRelease(handle, LEFT, PLAIN, end)
    bench.settle()


def test_dragging_a_line(tasks: Bench) -> None:
    before = ids(tasks)
    first = tasks.widget("tasks.line.0.row")
    drag(tasks, "tasks.line.2.row", QPoint(5, first.y() + 2))
    assert [text for _, text in texts(tasks)] == ["Confirm", "Ask", "Write down"]
    last = tasks.widget("tasks.line.2.row")
    drag(tasks, "tasks.line.0.row", QPoint(5, last.geometry().bottom()))
    assert ids(tasks) == before
    assert tasks.undo_count == 2


def test_removing_with_the_mouse(tasks: Bench) -> None:
    row = tasks.widget("tasks.line.0.row")
    QTest.mouseMove(tasks.widget("tasks.line.0").viewport())
    row.enterEvent(None)
    tasks.click(row.remove_button)
    assert texts(tasks) == [(0, "Write down"), (0, "Confirm")]


def test_undo_while_a_new_line_waits(tasks: Bench) -> None:
    """The line that was handed in goes; the empty one that has the keyboard stays."""
    tasks.click("tasks.add")
    tasks.type("Extra")
    tasks.press(Qt.Key.Key_Return)
    tasks.press(Qt.Key.Key_Z, CONTROL)
    assert texts(tasks) == [(0, "Ask"), (1, "Write down"), (0, "Confirm")]
    tasks.type("Other")
    tasks.leave()
    assert texts(tasks)[3:] == [(0, "Other")]


def test_a_line_that_somebody_types_in_outlives_its_entry(tasks: Bench) -> None:
    step = tasks.steps[0]
    tasks.click("tasks.line.2")
    tasks.type("!")
    with tasks.session.edit("elsewhere") as draft:
        lists.set_tasks(draft, step.id, [*step.tasks, Task.new("Theirs")])
    tasks.settle()
    assert lines(tasks)[3] == "Theirs"
    tasks.leave()
    assert sorted(text for _, text in texts(tasks)) == sorted(["Ask", "Write down", "Confirm!", "Theirs"])


def test_another_step_shows_its_own_lines(tasks: Bench) -> None:
    tasks.click("tasks.add")
    tasks.type("Left standing")
    other = tasks.steps[1]
    tasks.select(other.id)
    assert lines(tasks) == []
    assert texts(tasks)[-1] == (0, "Left standing")
    assert tasks.session.now.get(other.id, Step).tasks == ()


def test_an_empty_line_does_not_go_along_to_another_step(tasks: Bench) -> None:
    tasks.click("tasks.add")
    tasks.select(tasks.steps[1].id)
    assert lines(tasks) == []
    assert tasks.undo_count == 0
