"""A window that shows the RACI view, worked by keys and mouse as a person would."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vsdesigner.commands import lists, raci, roles, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.views.raci.matrix_grid import MatrixGrid
from vsdesigner.ui.views.raci.model import FIRST_ROLE
from vsdesigner.ui.views.raci.view import RaciView

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, SHIFT, CTRL = Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier
ALT = Modifier.AltModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
ROLES = ("Customer", "Service desk", "Engineer")


def small_document(names: Sequence[str] = ROLES) -> Snapshot:
    """Three steps, the first and the last with tasks, and some roles; the second role has letters."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    lanes = ("engage", "design_and_transition", "deliver_and_support")
    made = [
        steps.add(draft, stream, steps.next_place(draft.view, stream, lane), name)
        for lane, name in zip(lanes, ("Triage", "Find out", "Repair"), strict=True)
    ]
    lists.set_tasks(draft, made[0], [Task.new("Ask back"), Task.new("Write it down")])
    lists.set_tasks(draft, made[2], [Task.new("Test it")])
    for name in names:
        roles.add_role(draft, name)
    if len(names) > 1:
        raci.set_letters(draft, made[0], draft.view.roles[1].id, "A/R")
    return complete(draft).view


class Desk:
    """Presses keys and clicks in the view; looks at the document for what came of it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.session = window.session
        self.told: list[tuple[str, str, Any]] = []
        self.said: list[str] = []
        self.session.told.connect(lambda text, action, do: self.told.append((text, action, do)))
        self.session.said.connect(self.said.append)
        self.press(Key.Key_F6, SHIFT)
        window.session.view_requested.emit("raci")
        window.regions.focus("canvas")
        self.settle()

    # -- looking ----------------------------------------------------------------------------------------
    @property
    def view(self) -> RaciView:
        found = self.window.centre.widget
        assert isinstance(found, RaciView)
        return found

    @property
    def grid(self) -> MatrixGrid:
        return self.view.grid

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.session.now.steps(self.session.stream)

    @property
    def roles(self) -> list[str]:
        return [role.name for role in self.session.now.roles]

    @property
    def letters(self) -> list[list[str]]:
        """The letters of the steps, in the order of the roles."""
        return [[letters_of(step.raci, role.id) for role in self.session.now.roles] for step in self.steps]

    @property
    def rows(self) -> list[str]:
        """What the rows are called, from top to bottom."""
        return [row.title for row in self.grid.matrix.rows]

    @property
    def undo_count(self) -> int:
        return self.session.history.index()

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    @property
    def place(self) -> tuple[int, int]:
        """Row and role (counted from 0) of the current cell."""
        index = self.grid.currentIndex()
        return index.row(), index.column() - FIRST_ROLE

    # -- acting -----------------------------------------------------------------------------------------
    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus, key, modifiers)
            self.settle()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus, letter)
            self.settle()

    def go(self, row: int, role: int) -> None:
        """Go to a cell; a role of -2 is the name of the step."""
        self.grid.setFocus()
        self.grid.go_to(row, role + FIRST_ROLE)
        self.settle()

    def cell(self, row: int, role: int) -> QPoint:
        """The middle of a cell, in the viewport."""
        return self.grid.visualRect(self.grid.matrix.index(row, role + FIRST_ROLE)).center()

    def click(self, row: int, role: int, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.grid.viewport(), LEFT, modifiers, self.cell(row, role))
        self.settle()

    def section(self, role: int) -> QPoint:
        """The middle of the header of a role, in the header's viewport."""
        head, column = self.grid.head, role + FIRST_ROLE
        return QPoint(
            head.sectionViewportPosition(column) + head.sectionSize(column) // 2, head.height() // 2
        )

    def undo(self) -> None:
        self.session.undo()
        self.settle()
