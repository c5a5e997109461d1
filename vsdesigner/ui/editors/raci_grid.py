"""The responsibility grid: a row per role, a chip per letter, worked by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.raci_model import GridLetter, GridRole, RaciModel
from vsdesigner.ui.editors.raci_painting import LETTER_WIDTH, ROW_HEIGHT, RaciDelegate
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import menu_text

_Index = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class RaciGrid(QTableView):
    """As high as its rows; letters toggle, Space cycles, Delete clears, F2 renames the role, Alt+Up and
    Alt+Down move it.

    The grid decides nothing: it tells what was asked for.
    """

    toggled = Signal(str, str)  # role, letter
    cycled = Signal(str)  # role
    cleared = Signal(str)  # role
    renamed = Signal(str, str)  # role, name
    remove_asked = Signal(str)  # role
    edit_asked = Signal(str)  # role
    moved = Signal(str, int)  # role, by so many places
    left_below = Signal()  # Down in the last row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed = QModelIndex()
        self._model = RaciModel(self)
        self._model.renamed.connect(self.renamed)
        self.setModel(self._model)
        self.setItemDelegate(RaciDelegate(self))
        self.setObjectName("raci.grid")
        self.setAccessibleName(tr("Responsibility: roles and letters"))
        self.setProperty("role", "quiet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(LETTER_WIDTH)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setFixedHeight(28)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_roles(self, letters: tuple[GridLetter, ...], roles: tuple[GridRole, ...]) -> None:
        """Show roles with their letters; the current role stays current while it is there."""
        current = self.current_role()
        column = self.currentIndex().column()
        self._model.show(letters, roles)
        self._size_columns()
        if current and self.current_role() != current:
            self.go_to(current, column)
        self.viewport().update()

    @property
    def roles(self) -> tuple[GridRole, ...]:
        return self._model.roles

    @property
    def letters(self) -> tuple[GridLetter, ...]:
        return self._model.letters

    def current_role(self) -> str:
        """Id of the role that the keyboard is on, empty when there is none."""
        row = self.currentIndex().row()
        return self._model.roles[row].id if 0 <= row < len(self._model.roles) else ""

    def go_to(self, role: str, column: int = 0) -> bool:
        """Put the keyboard's place on a role; False when it is not shown."""
        for row, entry in enumerate(self._model.roles):
            if entry.id == role:
                self.setCurrentIndex(self._model.index(row, max(0, column)))
                return True
        return False

    def place_of(self, role: str) -> QRect:
        """Return where a role's row is on the screen, empty when it is not shown."""
        for row, entry in enumerate(self._model.roles):
            if entry.id == role:
                rect = self.visualRect(self._model.index(row, 0))
                return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())
        return QRect()

    def rename(self, role: str) -> None:
        """Open the editor on a role's name."""
        if self.go_to(role):
            self.edit(self.currentIndex())

    def commit(self) -> None:
        """Hand in a name that is being typed."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def cancel(self) -> None:
        """Throw away a name that is being typed."""
        editor = self._editor()
        if editor is not None:
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)

    def is_edited(self) -> bool:
        return self._editor() is not None

    def _editor(self) -> QLineEdit | None:
        found = self.viewport().findChild(QLineEdit, "raci.rename")
        return found if isinstance(found, QLineEdit) and found.isVisibleTo(self) else None

    # -- size -------------------------------------------------------------------------------------------
    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        letters = len(self._model.letters)
        room = max(96, self.viewport().width() - letters * LETTER_WIDTH)
        for column in range(1 + letters):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, LETTER_WIDTH if column else room)
        self.resizeRowsToContents()
        height = header.height() + self.verticalHeader().length() + 2 * self.frameWidth()
        if self._model.roles and height != self.height():
            self.setFixedHeight(height)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._size_columns()

    # -- mouse ------------------------------------------------------------------------------------------
    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self.indexAt(event.position().toPoint())

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and index.column() and index == self._pressed:
            self.toggled.emit(self._model.roles[index.row()].id, self._letter(index.column()))

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.column():
            self.edit(index)
        elif not index.isValid():
            super().mouseDoubleClickEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        role = self._model.roles[index.row()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(icon("rename"), tr("Rename Role") + "\tF2")
        rename.triggered.connect(lambda: self.rename(role.id))
        more = menu.addAction(icon("role"), tr("Edit Role…"))
        more.setObjectName("raci.edit_role")
        more.triggered.connect(lambda: self.edit_asked.emit(role.id))
        clear = menu.addAction(tr("Clear Letters") + "\tDel")
        clear.triggered.connect(lambda: self.cleared.emit(role.id))
        last = len(self._model.roles) - 1
        for by, text, possible in (
            (-1, tr("Move Role Up") + "\tAlt+↑", index.row() > 0),
            (1, tr("Move Role Down") + "\tAlt+↓", index.row() < last),
        ):
            action = menu.addAction(icon("up" if by < 0 else "down"), text)
            action.setEnabled(possible)
            action.triggered.connect(lambda _on=False, by=by: self.moved.emit(role.id, by))
        remove = menu.addAction(
            icon("delete"), tr("Remove “{role}” from the document").format(role=menu_text(role.name, 40))
        )
        remove.triggered.connect(lambda: self.remove_asked.emit(role.id))
        menu.popup(event.globalPos())

    # -- keys -------------------------------------------------------------------------------------------
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (keys.is_text_key(event) or event.key() == Qt.Key.Key_F2 or keys.is_alt_arrow(event))
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            return  # what the editor of a name does not use is meant for nobody
        role = self.current_role()
        way = keys.is_alt_arrow(event)
        if role and way:
            self.moved.emit(role, way)
        elif not (role and keys.is_plain(event) and self._act(event, role)):
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent, role: str) -> bool:
        key, column = event.key(), self.currentIndex().column()
        if key == Qt.Key.Key_Space:
            self.cycled.emit(role)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(role)
        elif key == Qt.Key.Key_F2:
            self.rename(role)
        elif key in keys.ENTER:
            if column > 0:
                self.toggled.emit(role, self._letter(column))
            else:
                self.rename(role)
        elif key == Qt.Key.Key_Down and self.currentIndex().row() == len(self._model.roles) - 1:
            self.left_below.emit()
        else:
            return self._toggle_by_letter(event.text(), role)
        return True

    def _toggle_by_letter(self, text: str, role: str) -> bool:
        typed = text.strip().upper()
        if not typed:
            return False
        names = [entry.letter for entry in self._model.letters]
        letter = typed if typed in names else next((name for name in names if name.startswith(typed)), "")
        if letter:
            self.toggled.emit(role, letter)
        return True  # no search by letters: they mean the responsibility here

    def _letter(self, column: int) -> str:
        return self._model.letters[column - 1].letter
