"""The responsibility grid as a table: roles down, letters across; each cell is a switch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import escape_tooltip

STATE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Mark(IntEnum):
    """Whether a role holds a letter in none, some or all of the shown steps."""

    OFF = 0
    SOME = 1
    ON = 2


@dataclass(frozen=True, slots=True)
class GridLetter:
    """A letter with its name (Responsible) and what it means."""

    letter: str
    name: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class GridRole:
    """A row: a role and the marks it holds by letter."""

    id: str
    name: str
    marks: Mapping[str, Mark]

    def held(self) -> tuple[str, ...]:
        """Return the letters that the role holds in all shown steps."""
        return tuple(letter for letter, mark in self.marks.items() if mark is Mark.ON)


class RaciModel(QAbstractTableModel):
    """Column 0 is the role's name, the others are the letters. `renamed` carries a role's id and new name."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.letters: tuple[GridLetter, ...] = ()
        self.roles: tuple[GridRole, ...] = ()

    def show(self, letters: Sequence[GridLetter], roles: Sequence[GridRole]) -> None:
        """Show another state; rows keep their place and selection while the roles are the same."""
        same = tuple(letters) == self.letters and [role.id for role in roles] == [
            role.id for role in self.roles
        ]
        if same:
            self.roles = tuple(roles)
            if self.roles:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.roles) - 1, len(self.letters)))
            return
        self.beginResetModel()
        self.letters, self.roles = tuple(letters), tuple(roles)
        self.endResetModel()

    @guarded(default=0)
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.roles)

    @guarded(default=0)
    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(self.letters)

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.roles[index.row()]
        if index.column() == 0:
            return self._of_role(entry, role)
        letter = self.letters[index.column() - 1]
        mark = entry.marks.get(letter.letter, Mark.OFF)
        if role == STATE:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            return letter.letter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(entry.name, letter.name, mark)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape_tooltip(_spoken(entry.name, letter.name, mark))
        return None

    def _of_role(self, entry: GridRole, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return entry.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            held = [letter.name for letter in self.letters if entry.marks.get(letter.letter) is Mark.ON]
            if not held:
                return tr("{role}: not involved").format(role=entry.name)
            return tr("{role}: {letters}").format(role=entry.name, letters=", ".join(held))
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape_tooltip(tr("{role} — double-click or F2 renames").format(role=entry.name))
        return None

    @guarded(default=None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if section == 0:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            return tr("Role") if role == Qt.ItemDataRole.DisplayRole else None
        letter = self.letters[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return letter.letter
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape_tooltip(f"{letter.name}: {letter.meaning}" if letter.meaning else letter.name)
        return letter.name if role == Qt.ItemDataRole.AccessibleTextRole else None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: _Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else found

    @guarded(default=False)
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() or not isinstance(value, str):
            return False
        self.renamed.emit(self.roles[index.row()].id, value)
        return True


def _spoken(role: str, letter: str, mark: Mark) -> str:
    if mark is Mark.ON:
        return tr("{role} is {letter}").format(role=role, letter=letter)
    if mark is Mark.SOME:
        return tr("{role} is {letter} in some of the steps").format(role=role, letter=letter)
    return tr("{role} is not {letter}").format(role=role, letter=letter)
