"""Cells that a finding is about are marked, live, and say what is wrong and why it matters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.views.tables.table_kit import Desk, Key
from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.analysis.problems import Problems
from vsdesigner.analysis.profiles import READY_TO_PRESENT
from vsdesigner.ui.views.grid.model import FINDING

TIP, SAID = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole


def finding(
    record: str, field: str, *, level: Level = Level.WARNING, part: str = "", text: str = ""
) -> Finding:
    return Finding(
        "check", level, record, field, text or f"Something <b>about</b> {field}.", "It matters.", part=part
    )


def marked(desk: Desk) -> set[tuple[int, int]]:
    model = desk.model
    return {
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).data(FINDING) is not None
    }


def test_a_finding_marks_the_cell_of_its_field(desk: Desk) -> None:
    first, second = desk.steps[0].id, desk.steps[1].id
    found = (finding(first, "tasks"), finding(second, "name"), finding(second, "lane", level=Level.HINT))
    desk.session.show_problems(Problems(found))
    assert marked(desk) == {(0, 2), (1, 0)}
    index = desk.model.index(0, 2)
    assert index.data(TIP) == "<qt>Something &lt;b&gt;about&lt;/b&gt; tasks.<br>It matters.</qt>"
    assert "It matters." in index.data(SAID)
    desk.session.show_problems(Problems())
    assert marked(desk) == set()


def test_what_no_column_shows_is_marked_at_the_name(desk: Desk) -> None:
    desk.session.show_problems(Problems((finding(desk.steps[2].id, "process_time"),)))
    assert marked(desk) == {(2, 0)}
    desk.show_columns("process_time")
    assert marked(desk) == {(2, desk.model.column_of("process_time"))}


def test_the_worst_finding_is_the_one_that_is_told(desk: Desk) -> None:
    step = desk.steps[0].id
    worse = finding(step, "tasks", level=Level.ERROR, text="Worse.")
    desk.session.show_problems(Problems((finding(step, "tasks"), worse, finding(step, "tasks"))))
    assert desk.model.finding(0, 2) == worse


def test_a_finding_about_a_role_or_a_task_marks_that_one_alone(desk: Desk) -> None:
    client, engineer = desk.session.now.roles
    step = desk.steps[0]
    desk.show_columns(f"raci:{client.id}", f"raci:{engineer.id}")
    found = (finding(step.id, "raci", part=engineer.id), finding(step.id, "tasks", part=step.tasks[1].id))
    desk.session.show_problems(Problems(found))
    assert marked(desk) == {(0, desk.model.column_of(f"raci:{engineer.id}")), (0, 2)}
    desk.view.toggle_by_task()
    assert marked(desk) == {
        (0, desk.model.column_of(f"raci:{engineer.id}")),
        (1, desk.model.column_of("tasks")),
        (1, desk.model.column_of(f"raci:{engineer.id}")),
    }


def test_the_checks_themselves_mark_cells_while_one_types(desk: Desk, qtbot: QtBot) -> None:
    with desk.session.edit("Ask for more") as draft:
        draft.update(draft.view.settings.id, check_profile=READY_TO_PRESENT)
    desk.go(1, 0)
    desk.press(Key.Key_Delete)

    def is_told() -> bool:
        return "step-without-name" in {each.check for each in desk.session.problems.of(desk.steps[1].id)}

    qtbot.waitUntil(is_told, timeout=10_000)
    assert {(1, 0), (1, 2), (1, 3)} <= marked(desk)
    desk.type("Plan it")
    desk.press(Key.Key_Return)
    desk.session.field_requested.emit(desk.steps[1].id, "name")
    assert desk.names[1] == "Plan it"
