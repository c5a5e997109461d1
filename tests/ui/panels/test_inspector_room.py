"""Little and much room: nothing is cut, nothing is wider than the panel, Tab goes from top to bottom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.ui.panels.conftest import PLAIN, Bench, MakeBench, small_document
from vsdesigner.commands import lists
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.ui.panels.page import Page

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("width", [280, 340, 520])
def test_nothing_is_wider_than_the_panel(make_bench: MakeBench, width: int) -> None:
    bench = make_bench(full_document(), width=width)
    bench.panel.setFixedWidth(width)
    bench.settle()
    for select in ((), (bench.steps[0].id,), tuple(step.id for step in bench.steps)):
        bench.select(*select)
        for key in ("times", "more") if select else ("state",):
            bench.open(key)
        bench.settle()
        page = bench.panel.page
        assert page is not None
        assert page.horizontalScrollBar().maximum() == 0
        assert page.widget().minimumSizeHint().width() <= page.viewport().width()
        for child in page.widget().findChildren(QWidget):
            if child.isVisibleTo(page) and child.width():
                right = child.mapTo(page.widget(), QPoint(child.width(), 0)).x()
                assert right <= page.viewport().width(), child.objectName()


def test_texts_of_rows_are_never_cut(make_bench: MakeBench) -> None:
    bench = make_bench(full_document(), width=280)
    bench.panel.setFixedWidth(280)
    bench.select_step()
    bench.open("times")
    bench.settle()
    for area in bench.panel.findChildren(QAbstractScrollArea):
        if area.isVisibleTo(bench.panel) and not isinstance(area, Page):
            assert area.verticalScrollBar().maximum() == 0, area.objectName()


def full_document() -> Snapshot:
    """Long texts everywhere."""
    draft = Draft(small_document())
    long = "A text that is long enough to need more than one line in any panel of ours"
    for step in draft.view.steps(draft.view.streams[0].id):
        draft.update(
            step.id, name=long, qualifier=long, inputs=(long, "Donaudampfschifffahrtsgesellschaft" * 4)
        )
        lists.set_tasks(draft, step.id, [Task.new(long), Task.new(long, 1)])
        tool = lists.tool_named(draft, long, [long])
        lists.set_tools(draft, step.id, [ToolUse(tool=tool, products=(long,))])
        use = PracticeUse(practice=lists.practice_named(draft, long), contribution=long)
        lists.set_practices(draft, step.id, [use])
    for role in draft.view.roles:
        draft.update(role.id, name=f"{long} {role.order}")
    stream = draft.view.streams[0].id
    draft.update(stream, name=long, description=long * 3, service_offerings=(long,))
    return complete(draft).view


def test_the_scroll_bar_changes_no_line_break(make_bench: MakeBench) -> None:
    bench = make_bench()
    bench.window.resize(bench.window.width(), 2_000)
    bench.settle()
    field = bench.widget("stream.description")
    wide = field.width()
    assert not bench.panel.page.verticalScrollBar().isVisible()
    bench.window.resize(bench.window.width(), 400)
    bench.settle()
    assert bench.panel.page.verticalScrollBar().isVisible()
    assert field.width() == wide


def test_tab_meets_rows_that_came_after_the_section_was_made(bench: Bench) -> None:
    """A step without anything is shown first; then one with rows, and rows are added and walked through."""
    bench.select_step(1)
    bench.widget("tasks.add").setFocus()
    for text in ("Think", "Draw"):
        bench.press(Qt.Key.Key_Return)
        bench.type(text)
    bench.widget("field.name").setFocus()
    assert_goes_down(bench, walked(bench, Qt.Key.Key_Tab))
    bench.select_step(0)
    bench.click("tasks.add")
    bench.type("One more")
    bench.click("practices.add")
    bench.type("Chosen freely")
    bench.press(Qt.Key.Key_Return)
    bench.click("tools.add")
    bench.type("Chat")
    bench.press(Qt.Key.Key_Return)
    bench.click("raci.add")
    bench.type("Auditor")
    bench.press(Qt.Key.Key_Return)
    bench.open("times")
    bench.widget("field.name").setFocus()
    seen = walked(bench, Qt.Key.Key_Tab)
    for name in ("tasks.line.3", "tasks.add", "practices.row.1.contribution", "tools.row.1.products"):
        assert name in seen, f"{name} is never reached"
    assert_goes_down(bench, seen)
    back = walked(bench, Qt.Key.Key_Backtab)
    rest = [name for name in reversed(seen) if not name.endswith(".remove")]  # seen in the active row only
    assert [name for name in back if not name.endswith(".remove")] == rest, "Shift+Tab is the same way back"


def walked(bench: Bench, key: Qt.Key) -> list[str]:
    """The names of what Tab (or Shift+Tab) meets from here on inside the panel."""
    names = [bench.focus.objectName()]
    for _ in range(60):
        before = bench.focus
        bench.press(key, SHIFT if key == Qt.Key.Key_Backtab else PLAIN)
        if not bench.panel.isAncestorOf(bench.focus):
            before.setFocus()
            return names
        names.append(bench.focus.objectName())
    raise AssertionError(f"Tab never leaves the panel: {names}")


def assert_goes_down(bench: Bench, names: list[str]) -> None:
    """Each part begins below the one before, or stands beside it; a button that removes goes with its row."""
    bottom = 0
    for name in names:
        if name.endswith(".remove") or name in ("likely", "unit", "range"):
            continue
        part = bench.widget(name)
        top = part.mapTo(bench.panel.page.widget(), QPoint(0, 0)).y()
        assert top >= bottom, f"{name} stands above what Tab met before: {names}"
        bottom = top


def test_adding_a_role_leaves_its_field_in_view(bench: Bench) -> None:
    bench.window.resize(bench.window.width(), 420)
    bench.select_step()
    page = bench.panel.page
    for number in range(6):
        bench.click("raci.add")
        page.ensureWidgetVisible(bench.focus, 0, 0)
        bench.type(f"Role {number}")
        bench.press(Qt.Key.Key_Return)
        bench.settle()
        bench.settle()
        field = bench.widget("raci.add")
        assert field.hasFocus()
        assert field.visibleRegion().boundingRect() == field.rect(), "the grid has pushed it below the edge"


def test_a_mark_goes_when_the_keyboard_leaves_the_field(bench: Bench) -> None:
    bench.select_step()
    bench.widget("field.name").setFocus()
    bench.press(Qt.Key.Key_Tab, times=2)
    field = bench.widget("field.qualifier")
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    bench.type("planned")
    field.selectAll()
    assert field.textCursor().hasSelection()
    bench.press(Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert not field.textCursor().hasSelection()


def test_tab_walks_from_top_to_bottom(bench: Bench) -> None:
    bench.select_step()
    bench.open("times")
    bench.widget("field.name").setFocus()
    seen = [bench.focus.objectName()]
    for _ in range(40):
        bench.press(Qt.Key.Key_Tab)
        if not bench.panel.isAncestorOf(bench.focus):
            break
        seen.append(bench.focus.objectName())
    assert seen == [
        "field.name",
        "field.lane",
        "field.qualifier",
        "section.tasks.header",
        "tasks.line.0",
        "tasks.line.1",
        "tasks.line.2",
        "tasks.add",
        "section.practices.header",
        "practices.row.0.contribution",
        "practices.row.0.remove",
        "practices.add",
        "section.tools.header",
        "tools.row.0.category",
        "tools.row.0.products",
        "tools.row.0.remove",
        "tools.add",
        "section.raci.header",
        "raci.grid",
        "raci.add",
        "section.times.header",
        "likely",
        "unit",
        "range",
        "likely",
        "unit",
        "range",
        "field.complete_and_accurate",
        "section.more.header",
    ]
