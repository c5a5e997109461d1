"""Text fields of the inspector: every way of leaving commits, Esc cancels, one undo step an edit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.panels.conftest import CONTROL, Bench, MakeBench
from vsdesigner.commands import notes
from vsdesigner.model.place import Place
from vsdesigner.model.records import DemandKind, Flow, NoteKind, Step, StreamState
from vsdesigner.ui.session import Session

WAYS: dict[str, Callable[[Bench], None]] = {
    "enter": lambda bench: bench.press(Qt.Key.Key_Return),
    "tab": lambda bench: bench.press(Qt.Key.Key_Tab),
    "click elsewhere": lambda bench: bench.leave(),
    "another selection": lambda bench: bench.select(bench.steps[1].id),
    "no selection": lambda bench: bench.select(),
    "committing": lambda bench: bench.session.committing.emit(),
    "panel closed": lambda bench: bench.panel.hide(),
    "window closed": lambda bench: bench.window.hide(),
}


@pytest.mark.parametrize("way", WAYS)
def test_conv_41_every_way_of_leaving_commits(bench: Bench, way: str) -> None:
    step = bench.select_step()
    bench.replace("field.name", "Receive the wish")
    assert bench.undo_count == 0, "nothing is handed in while somebody types"
    WAYS[way](bench)
    assert bench.session.now.get(step.id, Step).name == "Receive the wish"
    assert bench.undo_count == 1
    assert bench.session.history.undoText() == "Rename “Take the wish”"
    bench.undo()
    assert bench.session.now.get(step.id, Step).name == "Take the wish"


def test_escape_cancels(bench: Bench) -> None:
    bench.select_step()
    field = bench.replace("field.name", "No")
    bench.press(Qt.Key.Key_Escape)
    assert field.text() == "Take the wish"
    bench.leave()
    assert bench.undo_count == 0


def test_nothing_typed_is_no_edit(bench: Bench) -> None:
    bench.select_step()
    bench.click("field.name")
    bench.type("x")
    bench.press(Qt.Key.Key_Backspace)
    bench.leave()
    assert bench.undo_count == 0


def test_a_second_visit_is_a_second_step(bench: Bench) -> None:
    bench.select_step()
    bench.click("field.qualifier")
    for text in ("first", " and second"):
        bench.type(text)
        bench.press(Qt.Key.Key_Return)
    assert bench.undo_count == 2
    bench.undo()
    assert bench.steps[0].qualifier == "first"


def test_conv_47_text_is_undone_in_the_field_and_then_in_the_document(bench: Bench) -> None:
    bench.select_step()
    field = bench.click("field.qualifier")
    bench.type("one")
    bench.press(Qt.Key.Key_Return)
    bench.type(" two")
    bench.press(Qt.Key.Key_Z, CONTROL)
    assert field.text() == "one", "typing is taken back in the field"
    assert bench.undo_count == 1
    bench.press(Qt.Key.Key_Y, CONTROL)
    assert field.text() == "one two"
    bench.press(Qt.Key.Key_Z, CONTROL)
    bench.press(Qt.Key.Key_Z, CONTROL)
    assert field.text() == "", "then the document goes back"
    assert bench.steps[0].qualifier == ""
    assert bench.undo_count == 0
    bench.press(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert (field.text(), bench.steps[0].qualifier) == ("one", "one")


def test_a_change_elsewhere_does_not_touch_what_is_typed(bench: Bench) -> None:
    step = bench.select_step()
    field = bench.click("field.qualifier")
    bench.type("mine")
    with bench.session.edit("elsewhere") as draft:
        draft.update(step.id, qualifier="theirs", name="Their name")
    bench.settle()
    assert field.text() == "mine"
    assert bench.widget("field.name").text() == "Their name"
    bench.leave()
    assert bench.steps[0].qualifier == "mine"


def test_escape_shows_what_the_document_has_by_now(bench: Bench) -> None:
    step = bench.select_step()
    field = bench.click("field.qualifier")
    bench.type("mine")
    with bench.session.edit("elsewhere") as draft:
        draft.update(step.id, qualifier="theirs")
    bench.press(Qt.Key.Key_Escape)
    assert field.text() == "theirs"


def test_deleting_the_shown_step_while_typing_loses_only_the_typing(bench: Bench) -> None:
    first, second = bench.steps
    bench.select(first.id, second.id)
    bench.click("field.qualifier")
    bench.type("for both")
    with bench.session.edit("Delete") as draft:
        draft.remove(first.id)
    bench.settle()
    assert bench.undo_count == 1, "no edit in the middle of somebody else's"
    bench.leave()
    assert bench.session.now.get(second.id, Step).qualifier == "for both"
    bench.undo()
    bench.undo()
    assert first.id in bench.session.now


def test_another_document_forgets_the_typing(bench: Bench) -> None:
    bench.select_step()
    bench.click("field.qualifier")
    bench.type("old")
    bench.session.replace(Session().now)
    bench.settle()
    assert bench.undo_count == 0
    assert bench.widget("inspector.title").text() == "Use case"


def test_the_same_document_read_again_forgets_the_typing(bench: Bench) -> None:
    """Records with the same ids are still another document."""
    step = bench.select_step()
    for name, text in (("field.qualifier", "old"), ("tasks.add", "old task"), ("raci.add", "old role")):
        bench.click(name)
        bench.type(text)
        bench.session.replace(bench.session.now)
        bench.settle()
        bench.select(step.id)
        bench.leave()
        assert bench.undo_count == 0, name
    assert bench.widget("field.qualifier").text() == ""
    assert bench.shown("tasks.line.3") == []


def test_text_in_a_field_without_the_keyboard_is_handed_in_when_the_panel_closes(bench: Bench) -> None:
    bench.select_step()
    bench.widget("field.qualifier").set_text("put there by an input tool")
    bench.panel.hide()
    assert bench.steps[0].qualifier == "put there by an input tool"


def test_use_case_fields(bench: Bench) -> None:
    bench.replace("stream.owner", "Somebody")
    bench.press(Qt.Key.Key_Tab)
    bench.type("Line one")
    bench.press(Qt.Key.Key_Return)
    bench.type("line two")
    bench.press(Qt.Key.Key_Return, CONTROL)
    assert (bench.stream.owner, bench.stream.description) == ("Somebody", "Line one\nline two")
    for name in ("demand", "outcomes", "value"):
        bench.replace(f"stream.{name}", f"New {name}")
    bench.leave()
    assert (bench.stream.demand, bench.stream.outcomes, bench.stream.value) == (
        "New demand",
        "New outcomes",
        "New value",
    )
    assert bench.undo_count == 5
    assert bench.session.history.undoText() == "Change “Value created” of “Set up a workplace”"


def test_long_texts_make_the_field_grow(bench: Bench) -> None:
    field = bench.click("stream.description")
    low = field.height()
    for _ in range(4):
        bench.press(Qt.Key.Key_Return)
    assert field.height() >= low + 4 * 10
    bench.press(Qt.Key.Key_Escape)
    assert field.height() == low


def choose(bench: Bench, name: str, places: int) -> None:
    """Open a combo box with the keyboard and go down so many places."""
    box = bench.widget(name)
    box.setFocus()
    bench.press(Qt.Key.Key_Down)
    assert box.view().isVisible(), "arrows open the list and choose nothing"
    for _ in range(places):
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    bench.settle()


def test_choices(bench: Bench) -> None:
    choose(bench, "stream.demand_kind", 1)
    assert bench.stream.demand_kind is DemandKind.OPPORTUNITY
    assert bench.undo_count == 1
    bench.open("state")
    choose(bench, "stream.state", 2)
    assert bench.stream.state is StreamState.TO_BE
    bench.undo()
    bench.undo()
    assert bench.widget("stream.demand_kind").currentText() == "Demand"


def test_activity_and_facet(bench: Bench) -> None:
    step = bench.select_step(1)
    assert bench.widget("inspector.title").text() == "Step 2 · Design and Transition"
    choose(bench, "field.facet", 1)
    assert bench.session.now.get(step.id, Step).facet == "design"
    assert bench.widget("field.qualifier").placeholderText() == "Transition not needed at this stage"
    choose(bench, "field.lane", 3)
    moved = bench.session.now.get(step.id, Step)
    assert (moved.lane, moved.facet) == ("improve", "")
    assert bench.shown("field.facet") == []
    assert bench.session.history.undoText() == "Move “Plan it” to Improve"
    assert bench.widget("inspector.title").text() == "Step 2 · Improve"


def test_the_wheel_scrolls_and_changes_nothing(bench: Bench) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    box = bench.widget("stream.demand_kind")
    box.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert bench.undo_count == 0


def test_flow(bench: Bench) -> None:
    first, second = bench.steps
    flow = bench.session.now.outgoing(first.id)[0]
    bench.select(flow.id)
    bench.replace("flow.label", "approved")
    bench.press(Qt.Key.Key_Return)
    choose(bench, "flow.kind", 1)
    bench.replace("flow.share", "62,5")
    bench.press(Qt.Key.Key_Return)
    found = bench.session.now.get(flow.id, Flow)
    assert (found.label, found.kind.value, found.share) == ("approved", "alternative", 62.5)
    assert bench.widget("flow.share").text() == "62.5 %"
    bench.replace("flow.share", "140")
    bench.leave()
    assert bench.session.now.get(flow.id, Flow).share == 62.5
    assert "140" in bench.told[-1][0]
    bench.click("flow.target")
    assert bench.session.selection == (second.id,)


def test_ends_are_followed_by_keyboard(bench: Bench) -> None:
    first = bench.steps[0]
    bench.select(bench.session.now.outgoing(first.id)[0].id)
    assert bench.widget("flow.source").text() == "1 · Take the wish"
    bench.widget("flow.source").setFocus()
    bench.press(Qt.Key.Key_Return)
    assert bench.session.selection == (first.id,)


def test_demand_and_value_edit_their_stream(bench: Bench) -> None:
    demand, value = bench.session.now.terminals(bench.stream.id)
    bench.select(demand.id)
    assert bench.widget("inspector.title").text() == "Demand"
    bench.replace("terminal.demand", "Somebody asks")
    bench.select(value.id)
    bench.replace("terminal.value", "Work can start")
    bench.leave()
    assert (bench.stream.demand, bench.stream.value) == ("Somebody asks", "Work can start")
    assert bench.undo_count == 2


def test_times(bench: Bench) -> None:
    bench.select_step()
    bench.open("times")
    field = bench.widget("field.process_time")
    bench.click(field.likely)
    bench.type("30 min")
    bench.press(Qt.Key.Key_Return)
    made = bench.steps[0].process_time
    assert made is not None
    assert (made.likely, made.unit.value) == (30.0, "minutes")
    assert bench.undo_count == 1
    bench.click(field.opener)
    bench.click(field.least)
    bench.type("10")
    bench.press(Qt.Key.Key_Tab)
    bench.type("1.5 h")
    bench.leave()
    made = bench.steps[0].process_time
    assert made is not None
    assert (made.likely, made.minimum, made.maximum, made.unit.value) == (30.0, 10.0, 1.5, "hours")
    bench.replace("field.complete_and_accurate", "80")
    bench.leave()
    assert bench.steps[0].complete_and_accurate == 80.0
    assert bench.undo_count == 4


def test_no_number_is_put_back_and_said(bench: Bench) -> None:
    bench.select_step()
    bench.open("times")
    bench.click(bench.widget("field.wait_time").likely)
    bench.type("soon")
    bench.leave()
    assert bench.steps[0].wait_time is None
    assert bench.told == [("“soon” is not a number; the value stays as it was.", "", None)]


def test_everything_else_of_a_step(bench: Bench) -> None:
    bench.select_step()
    bench.open("more")
    bench.click("inputs.add")
    bench.type("A form")
    bench.press(Qt.Key.Key_Return)
    bench.type("A budget")
    bench.leave()
    assert bench.steps[0].inputs == ("A form", "A budget")
    for name in ("information", "outputs", "constraints", "skills", "metrics", "service_offerings"):
        bench.click(f"{name}.add")
        bench.type(f"Some {name}")
        bench.leave()
        assert getattr(bench.steps[0], name) == (f"Some {name}",)
    bench.click("field.customer_visible")
    assert bench.steps[0].customer_visible is True
    bench.click("field.optional")
    assert bench.steps[0].optional is True
    choose(bench, "kind", 1)
    bench.type("Partner & Co")
    bench.leave()
    assert (bench.steps[0].supplier.kind.value, bench.steps[0].supplier.name) == ("partner", "Partner & Co")
    choose(bench, "field.automation", 2)
    assert bench.steps[0].automation.value == "automated"
    bench.replace("field.presenter_notes", "Smile")
    bench.leave()
    assert bench.steps[0].presenter_notes == "Smile"
    assert bench.shown("field.substream") == [], "there is no other stream it could stand for"


def test_every_editor_has_a_name_and_help(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.select_step()
    bench.open("times")
    bench.open("more")
    for name in ("name", "lane", "qualifier", "tasks", "process_time", "inputs", "supplier", "optional"):
        widget = bench.panel.findChild(object, f"field.{name}") or bench.panel.findChild(object, name)
        assert widget is not None, name
        assert widget.accessibleName(), name
        assert widget.statusTip(), name


def test_the_empty_field_of_a_note_says_what_belongs_there(bench: Bench) -> None:
    hints = {}
    for kind in NoteKind:
        with bench.session.edit("Add") as draft:
            id = notes.add(draft, bench.stream.id, Place("plan", 0.0, 30.0), kind)
        bench.select(id)
        hints[kind] = bench.widget("note.text").placeholderText()
    assert hints == {
        NoteKind.NOTE: "What the note says.",
        NoteKind.TEXT: "The words on the drawing.",
        NoteKind.PICTURE: "What the picture shows.",
    }
