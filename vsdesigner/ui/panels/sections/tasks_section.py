"""The section of a step with its actions and the tasks below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vsdesigner.commands import lists
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.fields import field
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Record, Step
from vsdesigner.model.text import TEXT_LENGTH
from vsdesigner.ui.editors.line_list import Line, LineList
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.sections.field_editors import dress
from vsdesigner.ui.panels.sections.list_sections import ListSection, steps_of
from vsdesigner.ui.session import Session


class TasksSection(ListSection):
    """Actions and the tasks below them, written like text."""

    key = "tasks"
    title = "Tasks and actions"
    several = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows = LineList(
            "tasks",
            tr("Add a task"),
            lambda: new_id("task"),
            spoken="Task {number}",
            max_length=TEXT_LENGTH,
            indents=True,
            parent=self,
        )
        dress(self.rows, field(Step, "tasks"))
        self.rows.setToolTip("")  # it would lie over every line
        self.rows.committed.connect(self._on_lines)
        self.rows.told.connect(self.tell)
        self.box.addWidget(self.rows)

    @classmethod
    def count(cls, view: Snapshot, records: Sequence[Record]) -> int | None:
        return sum(len(step.tasks) for step in steps_of(records)) or None

    def refresh(self) -> None:
        for step in self.steps[:1]:
            self.rows.set_value(tuple(Line(task.id, task.text, task.indent) for task in step.tasks))

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into the first line, or that of a task when `name` is ``tasks:<task id>``."""
        field_name, _, task = name.partition(":")
        if field_name != "tasks":
            return False
        ids = [line.id for step in self.steps[:1] for line in step.tasks]
        self.rows.focus_row(ids.index(task) if task in ids else 0)
        return True

    def _on_lines(self, lines: tuple[Line, ...]) -> None:
        if not self.steps:
            return
        step = self.steps[0]
        label = self.lists_label(
            len(step.tasks),
            len(lines),
            tr("Add tasks to “{name}”"),
            tr("Remove tasks from “{name}”"),
            tr("Actions and tasks"),
        )
        self.edit(label, lambda draft: lists.set_tasks(draft, step.id, _tasks(step, lines)))


def _tasks(step: Step, lines: Sequence[Line]) -> list[Task]:
    """Tasks with these texts; those that were there keep everything else they hold."""
    known = {task.id: task for task in step.tasks}
    return [
        known[line.key].model_copy(update={"text": line.text, "indent": line.indent})
        if line.key in known
        else Task(id=line.key, text=line.text, indent=line.indent)
        for line in lines
    ]
