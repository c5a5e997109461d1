"""The grid of the RACI view: letters by key, tasks that open below their step, roles in the header."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from vsdesigner.commands.raci import Cell
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.grid.grid import Flag, Grid, ranges
from vsdesigner.ui.views.grid.model import Index
from vsdesigner.ui.views.raci.header import RoleHeader, shift_of
from vsdesigner.ui.views.raci.model import ACTIVITY, FIRST_ROLE, NAME, RaciMatrix
from vsdesigner.ui.views.raci.painting import ROW_HEIGHT, MatrixDelegate
from vsdesigner.ui.views.raci.rows import Key

NAME_WIDTH, ACTIVITY_WIDTH, CHECK_WIDTH = 290.0, 130.0, 172.0  # px at 100 %
NAME_SHARE = 0.34  # of the width of a narrow window
LESS_NAME, LESS_CHECK = 50.0, 40.0  # px that these give up where all but fits
LEAST_NAME, MOST_NAME = 170.0, 0.6  # px; share of the width, however wide somebody makes it

QKey, Modifier = Qt.Key, Qt.KeyboardModifier
_Place = tuple[Key, str]  # a row, and the role of a column or its name when it is none


class MatrixGrid(Grid):
    """Decides nothing on letters and roles: it tells what was asked for."""

    typed = Signal(str)  # a character for the selected cells
    cycled = Signal()
    shifted = Signal(str, int)  # role, by how many places
    menu_asked = Signal(object, QPoint)  # index, global position

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._arranging = False
        self._chosen_name = 0.0  # how wide somebody has made the names, px at 100 %
        super().__init__(parent)
        self.setObjectName("raci_view.grid")
        self.setAccessibleName(tr("Responsibility: steps and roles"))
        self.session = session
        self.matrix = RaciMatrix(session, self)
        self.head = RoleHeader(self)
        self.setHorizontalHeader(self.head)
        self.head.sectionResized.connect(self._on_section)
        self.head.sectionResized.connect(lambda *_: self.head.place_field())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.head.place_field())
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.verticalHeader().hide()
        self._kept: tuple[_Place, _Place, _Place] | None = None  # current cell, corners of the selection
        self._column_before = NAME
        self._shows_activity = False
        self.setModel(self.matrix)
        self.use_delegate(self._make_delegate_for)
        self.freeze(1)
        self.matrix.about_to_rebuild.connect(self._keep_place)
        self.matrix.rebuilt.connect(self.arrange)
        self.matrix.rebuilt.connect(self._find_place)
        self.matrix.reworded.connect(self._size_rows)
        self.matrix.recounted.connect(self.head.viewport().update)
        self.head.left_down.connect(self.setFocus)
        self.head.naming_ended.connect(self.setFocus)
        self.arrange()

    def _make_delegate_for(self, view: QWidget) -> QAbstractItemDelegate:
        delegate = MatrixDelegate(self, view, self.session)
        delegate.caret_pressed.connect(self.toggle_open)
        return delegate

    # -- size -------------------------------------------------------------------------------------------
    def arrange(self) -> None:
        """Give columns, header and rows the room that their words need."""
        self.head.end_naming_of_gone()
        self.setColumnHidden(ACTIVITY, not self._shows_activity)
        self._arranging = True
        self.head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        port = self.viewport().width() / self.scale
        usual = min(NAME_WIDTH, port * NAME_SHARE)
        name = max(LEAST_NAME, min(self._chosen_name or usual, port * MOST_NAME))
        self.set_base_width(NAME, name)
        self.set_base_width(ACTIVITY, ACTIVITY_WIDTH)
        used = name + (ACTIVITY_WIDTH if self._shows_activity else 0) + CHECK_WIDTH
        widths, height = self.head.arrange((port - used - 80) * self.scale)
        over = used + sum(widths.values()) - port
        less = 0.0 if self._chosen_name else min(LESS_NAME, name - LEAST_NAME)
        check = CHECK_WIDTH
        if 0 < over <= less + LESS_CHECK:  # nobody scrolls for so little
            self.set_base_width(NAME, name - min(over, less))
            check -= max(0.0, over - less) + 1  # widths are rounded
        for column, width in widths.items():
            self.set_base_width(column, width)
        self.set_base_width(self.matrix.check_column, check)
        self.head.setFixedHeight(height)
        self._size_rows()
        if self.frozen is not None:
            self.frozen.follow()
        self.updateGeometries()
        self.head.place_field()
        self._arranging = False

    def _on_section(self, column: int, before: int, width: int) -> None:
        super()._on_section(column, before, width)
        if column == NAME and not self._arranging and not self._scaling and width:
            self._chosen_name = width / self.scale
            self._size_rows()

    def _size_rows(self) -> None:
        header = self.verticalHeader()
        usual = round(ROW_HEIGHT * self.scale)
        if header.defaultSectionSize() != usual:
            header.setDefaultSectionSize(usual)
        delegate = self.itemDelegate()
        if isinstance(delegate, MatrixDelegate):
            places = range(self.matrix.rowCount())
            self.set_row_heights({row: delegate.row_height(self.matrix.index(row, NAME)) for row in places})

    def show_activity(self, *, on: bool) -> None:
        """Show a column with the activity of each step, or hide it."""
        self._shows_activity = on
        self.arrange()

    @property
    def shows_activity(self) -> bool:
        return self._shows_activity

    def set_scale(self, scale: float) -> None:
        super().set_scale(scale)
        if hasattr(self, "matrix"):
            self.arrange()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.arrange()

    # -- what is selected -------------------------------------------------------------------------------
    def chosen_cells(self) -> list[Cell]:
        """The selected cells below roles, from left to right and top to bottom; else the current one."""
        places: set[tuple[int, int]] = set()
        for found in ranges(self.selectionModel().selection()):
            places.update(
                (row, column)
                for row in range(found.top(), found.bottom() + 1)
                for column in range(found.left(), found.right() + 1)
            )
        current = self.currentIndex()
        if not places and current.isValid():
            places = {(current.row(), current.column())}
        cells = (self.matrix.cell_at(row, column) for row, column in sorted(places))
        return [cell for cell in cells if cell is not None]

    def role_here(self) -> str:
        """Return the id of the role in whose column the keyboard is, empty elsewhere."""
        role = self.matrix.role_at(self.currentIndex().column())
        return role.id if role else ""

    def go_to_cell(self, key: Key, role: str = "") -> bool:
        """Go to a row, opening its step for a task, and to the column of a role; False when there is none."""
        if key[1]:
            self.matrix.open((key[0],), on=True)
        row = self.matrix.place_of(key)
        if row < 0:
            return False
        column = self.matrix.column_of(role) if role else self.currentIndex().column()
        if column < FIRST_ROLE and self.matrix.roles:
            column = FIRST_ROLE
        self.go_to(row, max(NAME, column))
        return True

    def go_in(self) -> None:
        """Stand somewhere: on the first cell of the matrix when nothing else was chosen."""
        if not self.currentIndex().isValid() and self.matrix.rows:
            self.go_to(0, FIRST_ROLE, selecting=False)

    def toggle_open(self, step: str) -> None:
        """Show the tasks of a step below it, or hide them."""
        row = self.matrix.row_of(step)
        if row >= 0:
            self.matrix.open((step,), on=not self.matrix.rows[row].is_open)

    def begin_role(self, column: int = -1) -> None:
        """Name the role of a column in the header, or a new one."""
        self.head.begin_rename(self.matrix.add_column if column < 0 else column)

    @guarded
    def commit(self) -> None:
        super().commit()
        self.head.end_naming()

    # -- keeping one's place ----------------------------------------------------------------------------
    def _column_name(self, column: int) -> str:
        role = self.matrix.role_at(column)
        if role is not None:
            return role.id
        return {NAME: "name", ACTIVITY: "activity", self.matrix.add_column: "add"}.get(column, "check")

    def _column_named(self, name: str) -> int:
        """The column of a role or of one of the others; where a role stood that is gone, its neighbour."""
        others = {
            "name": NAME,
            "activity": ACTIVITY,
            "add": self.matrix.add_column,
            "check": self.matrix.check_column,
        }
        known = others.get(name, self.matrix.column_of(name))
        return known if known >= 0 else min(self._column_before, self.matrix.add_column)

    def _place(self, index: Index) -> _Place:
        row = self.matrix.rows[index.row()]
        return row.key, self._column_name(index.column())

    def _keep_place(self) -> None:
        self._kept = None
        current, block = self.currentIndex(), self.selected_block()
        rows = len(self.matrix.rows)
        if current.isValid() and current.row() < rows and block.bottom() < rows:
            first, last = block.topLeft(), block.bottomRight()
            corners = (self.matrix.index(at.y(), at.x()) for at in (first, last))
            top, bottom = (self._place(corner) for corner in corners)
            self._kept = (self._place(current), top, bottom)
        self._column_before = current.column()

    def _find_place(self) -> None:
        if self._kept is not None and self.matrix.rows:
            current, top, bottom = (self._index_of(place) for place in self._kept)
            if current.isValid():
                model = self.selectionModel()
                model.setCurrentIndex(current, Flag.NoUpdate)
                whole = top.isValid() and bottom.isValid()
                chosen = QItemSelection(top, bottom) if whole else QItemSelection(current, current)
                model.select(chosen, Flag.ClearAndSelect)
        if self.hasFocus():
            self.go_in()

    def _index_of(self, place: _Place) -> Index:
        (step, task), name = place
        row = self.matrix.place_of((step, task))
        return self.matrix.index(row if row >= 0 else self.matrix.row_of(step), self._column_named(name))

    # -- keys -------------------------------------------------------------------------------------------
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        """Keys that no action of the window may take: letters, Space, and those of the first column."""
        if shift_of(event) or self._is_open_all(event):
            return True
        return (
            not self.is_editing and keys.is_plain(event) and event.text().isprintable() and bool(event.text())
        )

    def act(self, event: QKeyEvent) -> bool:
        """Do what a key means in the matrix; False when the table knows better."""
        moved = shift_of(event)
        if moved:
            if self.role_here():
                self.shifted.emit(self.role_here(), moved)
            return True
        if self._is_open_all(event):
            self.matrix.open_all(on=event.key() == QKey.Key_Right)
            return True
        if event.modifiers() & ~(Modifier.ShiftModifier | Modifier.KeypadModifier):
            return super().act(event)
        return self._act_plain(event) or super().act(event)

    def _act_plain(self, event: QKeyEvent) -> bool:
        key, index = event.key(), self.currentIndex()
        if not index.isValid():
            return False
        shifted = bool(event.modifiers() & Modifier.ShiftModifier)
        if key == QKey.Key_Up and not shifted and index.row() == 0 and index.column() >= FIRST_ROLE:
            self.head.setFocus()
        elif (index.column() == self.matrix.add_column and self._names_a_role(event)) or (
            index.column() == NAME and self._opens(event)
        ):
            pass
        elif key == QKey.Key_Space and not shifted:
            self.cycled.emit()
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            return False
        return True

    def _names_a_role(self, event: QKeyEvent) -> bool:
        """In the column behind the roles Enter, Space and any letter begin the name of the next one."""
        text = event.text()
        if event.key() not in keys.ENTER and not (text and text.isprintable()):
            return False
        self.begin_role()
        if text.strip() and self.head.field is not None and event.key() not in keys.ENTER:
            self.head.field.setText(text)
        return True

    def _opens(self, event: QKeyEvent) -> bool:
        """In the first column Right and + open a step, Left and - close it; Left in a task goes to that."""
        row = self.matrix.rows[self.currentIndex().row()]
        key, plus = event.key(), event.text() == "+"
        if row.task and key == QKey.Key_Left:
            self.go_to(self.matrix.row_of(row.step), NAME)
            return True
        if row.task or not row.tasks or (event.modifiers() & Modifier.ShiftModifier and not plus):
            return False
        if key == QKey.Key_Space:
            self.matrix.open((row.step,), on=not row.is_open)
        elif (key == QKey.Key_Right and not row.is_open) or plus:
            self.matrix.open((row.step,), on=True)
        elif (key == QKey.Key_Left and row.is_open) or event.text() == "-":
            self.matrix.open((row.step,), on=False)
        else:
            return False
        return True

    def _is_open_all(self, event: QKeyEvent) -> bool:
        both = Modifier.ControlModifier | Modifier.ShiftModifier
        held = event.modifiers() & ~Modifier.KeypadModifier
        arrow = event.key() in (QKey.Key_Right, QKey.Key_Left)
        return arrow and held == both and self.currentIndex().column() == NAME

    # -- mouse ------------------------------------------------------------------------------------------
    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.matrix.role_at(index.column()) is not None:
            self.cycled.emit()
        elif left and index.isValid() and index.column() == self.matrix.add_column:
            self.begin_role()
        else:
            super().mouseDoubleClickEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        else:
            at = event.globalPos()
            index = self.indexAt(self.viewport().mapFromGlobal(at))
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
        if index.isValid():
            self.menu_asked.emit(index, at)

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.go_in()
        self._repaint_all()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_all()

    @guarded
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._repaint_all()

    def _repaint_all(self) -> None:
        """The row and the role of the current cell are marked over their whole length."""
        self.viewport().update()
        self.head.viewport().update()
        if self.frozen is not None:
            self.frozen.viewport().update()
