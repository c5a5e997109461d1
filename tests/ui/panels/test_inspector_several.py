"""Several records shown together: what they have in common, and one change for all."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.panels.conftest import Bench
from tests.ui.panels.test_inspector_lists import practices, tools
from vsdesigner.model.records import Step, TerminalKind


def test_conv_43_several_steps_are_changed_together(bench: Bench) -> None:
    first, second = bench.steps
    with bench.session.edit("Prepare") as draft:
        draft.update(first.id, qualifier="one", process_time=None)
        draft.update(second.id, qualifier="two")
    bench.select(first.id, second.id)
    assert bench.widget("inspector.title").text() == "2 steps"
    qualifier = bench.widget("field.qualifier")
    assert (qualifier.text(), qualifier.placeholderText()) == ("", "— several —")
    assert bench.widget("field.lane").currentText() == ""
    assert bench.widget("field.lane").placeholderText() == "— several —"
    bench.leave()
    assert bench.undo_count == 1
    bench.click("field.qualifier")
    bench.type("both")
    bench.leave()
    assert {step.qualifier for step in bench.steps} == {"both"}
    assert bench.undo_count == 2
    assert bench.session.history.undoText() == "Change “Qualifier” of 2 steps"
    bench.undo()
    assert {step.qualifier for step in bench.steps} == {"one", "two"}
    assert bench.shown("section.tasks") == [], "tasks belong to one step"


def test_lists_of_several_steps(bench: Bench) -> None:
    first, second = bench.steps
    bench.select(first.id, second.id)
    assert bench.shown("practices.row.0") == []
    bench.click("practices.add")
    bench.type("problem management")
    bench.press(Qt.Key.Key_Return)
    assert practices(bench) == ["Service desk", "Problem management"]
    assert practices(bench, 1) == ["Problem management"]
    assert bench.undo_count == 1
    bench.click("practices.row.0.contribution")
    bench.type("Looks deeper")
    bench.leave()
    assert [use.contribution for use in bench.steps[0].practices] == ["", "Looks deeper"]
    bench.click("tools.add")
    bench.type("Ticket tools: Beta")
    bench.press(Qt.Key.Key_Return)
    assert (tools(bench), tools(bench, 1)) == (
        ["Ticket tools (e.g., Alpha, Beta)"],
        ["Ticket tools (e.g., Beta)"],
    )
    bench.open("more")
    bench.click("inputs.add")
    bench.type("A form")
    bench.leave()
    assert [step.inputs for step in bench.steps] == [("A form",), ("A form",)]
    with bench.session.edit("elsewhere") as draft:
        draft.update(first.id, inputs=("A pen", "A form"))
    bench.replace("inputs.line.0", "A sheet")
    bench.leave()
    assert [sorted(step.inputs) for step in bench.steps] == [["A pen", "A sheet"], ["A sheet"]]


def test_different_types_have_nothing_in_common(bench: Bench) -> None:
    first = bench.steps[0]
    flow = bench.session.now.outgoing(first.id)[0]
    bench.select(first.id, flow.id)
    assert bench.widget("inspector.title").text() == "1 step, 1 flow"
    assert bench.widget("inspector.nothing").text().startswith("Select steps only")
    bench.select(first.id)
    assert bench.widget("field.name").text() == "Take the wish"
    assert bench.session.now.get(first.id, Step) == first


def test_what_has_nothing_in_common_is_named_and_kept_off_the_line_above(bench: Bench) -> None:
    demand = bench.session.now.terminal(bench.stream.id, TerminalKind.DEMAND)
    bench.select(bench.steps[0].id, demand.id)
    assert bench.widget("inspector.title").text() == "1 step, demand"
    words = bench.widget("inspector.nothing")
    assert words.text().startswith("Select steps only")
    assert words.contentsMargins().top() >= 8, "it would touch the line above"
