"""A window that shows the Tables view, worked by keys and mouse as a person would."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from vsdesigner.commands import lists, roles, streams
from vsdesigner.commands.table.cells import write_cell
from vsdesigner.commands.table.columns import columns
from vsdesigner.commands.table.rows import Row, append_row
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.views.grid.grid import Grid
from vsdesigner.ui.views.tables.cell_editor import CellEditor
from vsdesigner.ui.views.tables.model import TableModel
from vsdesigner.ui.views.tables.view import TablesView

Key, Modifier = Qt.Key, Qt.KeyboardModifier
PLAIN, SHIFT, CTRL = Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier
ALT = Modifier.AltModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NAMES = ("Triage", "Plan the work", "Build it", "Hand over")


def small_document(names: Sequence[str] = NAMES) -> Snapshot:
    """A chain of steps from demand to value, the first with two tasks; two roles."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    made = [append_row(draft, stream) for _ in names]
    known = {column.id: column for column in columns(draft.view)}
    lanes = ("Engage", "Plan", "Obtain/Build", "Deliver and Support")
    for number, (id, name) in enumerate(zip(made, names, strict=True)):
        write_cell(draft, Row(id), known["name"], name)
        write_cell(draft, Row(id), known["lane"], lanes[number % len(lanes)])
    if made:
        lists.set_tasks(draft, made[0], [Task.new("Ask back"), Task.new("Write it down")])
    for name in ("Client", "Engineer"):
        roles.add_role(draft, name)
    return complete(draft).view


class Desk:
    """Presses keys and clicks in the view; looks at the document for what came of it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.session = window.session
        self.told: list[str] = []
        self.session.told.connect(lambda text, _action, _do: self.told.append(text))
        window.session.view_requested.emit("tables")
        window.regions.focus("canvas")
        self.settle()

    # -- looking ----------------------------------------------------------------------------------------
    @property
    def view(self) -> TablesView:
        found = self.window.centre.widget
        assert isinstance(found, TablesView)
        return found

    @property
    def grid(self) -> Grid:
        return self.view.grid

    @property
    def model(self) -> TableModel:
        return self.view.model

    @property
    def steps(self) -> tuple[Step, ...]:
        return self.session.now.steps(self.session.stream)

    @property
    def names(self) -> list[str]:
        return [step.name for step in self.steps]

    @property
    def at(self) -> tuple[int, int]:
        """Row and column of the current cell."""
        index = self.grid.currentIndex()
        return index.row(), index.column()

    @property
    def selected(self) -> tuple[int, int, int, int]:
        """Column, row, columns, rows."""
        block = self.grid.selected_block()
        return block.left(), block.top(), block.width(), block.height()

    @property
    def editor(self) -> CellEditor:
        found = QApplication.focusWidget()
        assert isinstance(found, CellEditor)
        return found

    @property
    def is_editing(self) -> bool:
        return isinstance(QApplication.focusWidget(), CellEditor)

    @property
    def undo_text(self) -> str:
        return self.session.history.undoText()

    def shown(self, column: int = 0) -> list[str]:
        """What a column shows, from top to bottom, without the last row that adds."""
        return [self.model.text(row, column) for row in range(len(self.model.rows))]

    # -- working ----------------------------------------------------------------------------------------
    def settle(self, wait: int = 0) -> None:
        QTest.qWait(wait)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type as on a keyboard: the first letter may open an editor that gets the others."""
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, letter)
        self.settle()

    def type_lines(self, text: str) -> None:
        """Type a text with Ctrl+Enter between its lines."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press(Key.Key_Return, CTRL)
            self.type(line)

    def go(self, row: int, column: int = 0) -> None:
        self.grid.go_to(row, column)
        self.settle()

    def select(self, row: int, column: int, to_row: int, to_column: int) -> None:
        """Select a block by keys, from its upper left to its lower right."""
        self.go(row, column)
        for _ in range(to_row - row):
            self.press(Key.Key_Down, SHIFT)
        for _ in range(to_column - column):
            self.press(Key.Key_Right, SHIFT)

    def spot(self, row: int, column: int) -> tuple[QWidget, QPoint]:
        """The part of the grid that shows a cell, and the middle of its first line there."""
        index = self.model.index(row, column)
        self.grid.scrollTo(index)
        frozen = self.grid.frozen
        table = frozen if frozen is not None and frozen.holds(column) and frozen.isVisible() else self.grid
        rect = table.visualRect(index)
        return table.viewport(), QPoint(rect.center().x(), rect.top() + 12)

    def click(
        self, row: int, column: int, modifiers: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT
    ) -> None:
        part, spot = self.spot(row, column)
        QTest.mouseClick(part, button, modifiers, spot)
        self.settle()

    def double_click(self, row: int, column: int) -> None:
        part, spot = self.spot(row, column)
        QTest.mouseClick(part, LEFT, PLAIN, spot)
        QTest.mouseDClick(part, LEFT, PLAIN, spot)
        self.settle()

    def click_header(self, column: int) -> None:
        frozen = self.grid.frozen
        table = frozen if frozen is not None and frozen.holds(column) and frozen.isVisible() else self.grid
        header = table.horizontalHeader()
        x = header.sectionViewportPosition(column) + 20
        QTest.mouseClick(header.viewport(), LEFT, PLAIN, QPoint(x, header.height() // 2))
        self.settle()

    def menu(self) -> QMenu:
        found = [menu for menu in self.view.findChildren(QMenu) if menu.isVisible()]
        assert len(found) == 1
        return found[0]

    def show_columns(self, *ids: str) -> None:
        known = [column.id for column in columns(self.session.now)]
        for id in ids:
            assert id in known
            self.view.show_column(id, on=True)
        self.settle()
