"""Little and much room: nothing is cut, nothing is wider than the panel, Tab goes from top to bottom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.ui.panels.conftest import Bench, MakeBench, small_document
from vsdesigner.commands import lists
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.ui.panels.page import Page


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


def test_tab_walks_from_top_to_bottom(bench: Bench) -> None:
    bench.select_step()
    bench.open("times")
    bench.widget("field.name").setFocus()
    seen = [bench.focus.objectName()]
    for _ in range(40):
        if seen[-1].startswith("tasks.line"):
            bench.widget("tasks.add").setFocus()
        else:
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
