"""The responsibility matrix as a table: a row per step or task, a column per role, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal

from vsdesigner.commands.raci import Cell
from vsdesigner.model.parts import RaciLetter
from vsdesigner.model.records import Role
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.grid.model import FINDING, NOWHERE, STEP, GridModel, Index
from vsdesigner.ui.views.raci.rows import Key, MatrixRow, RowReader, Tally, Verdict, verdict
from vsdesigner.ui.views.raci.speaking import (
    hint_words,
    letter_names,
    role_lines,
    spoken_cell,
    spoken_row,
    spoken_verdict,
)

ItemRole = Qt.ItemDataRole
ROW = ItemRole.UserRole + 10  # the `MatrixRow` of any index
LETTERS = ItemRole.UserRole + 11  # the letters of a cell, ``A/R``
VERDICT = ItemRole.UserRole + 12  # the `Verdict` of the check column
NAME, ACTIVITY, FIRST_ROLE = 0, 1, 2


class RaciMatrix(GridModel):
    """Columns: the step, its activity, the roles in their order, room for the next role, and the check.

    It follows the session; `about_to_rebuild` and `rebuilt` enclose a change after which other rows or roles
    stand here.
    """

    about_to_rebuild = Signal()
    rebuilt = Signal()
    recounted = Signal()
    reworded = Signal()  # names may need more room than before
    renamed = Signal(object, str)  # key of a row, its new text

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: tuple[MatrixRow, ...] = ()
        self.roles: tuple[Role, ...] = ()
        self.letters: tuple[RaciLetter, ...] = ()
        self.known: frozenset[str] = frozenset()  # the letters of the set alone
        self.counts: dict[str, Counter[str]] = {}
        self.with_tasks = True  # whether the counts are over tasks too
        self._reader, self._tally = RowReader(), Tally()
        self._opened: set[str] = set()
        self._places: dict[Key, int] = {}
        self._verdicts: dict[Key, Verdict] = {}
        self._asleep = False  # nobody looks: what changes meanwhile is read when somebody does
        self._stale = False
        session.changed.connect(self._on_change)
        session.replaced.connect(self._on_replaced)
        session.stream_changed.connect(self.rebuild)
        session.problems_changed.connect(self._on_problems)
        self._read()

    # -- what is where ----------------------------------------------------------------------------------
    @property
    def add_column(self) -> int:
        """The empty column whose header takes the name of the next role."""
        return FIRST_ROLE + len(self.roles)

    @property
    def check_column(self) -> int:
        return self.add_column + 1

    def role_at(self, column: int) -> Role | None:
        """Return the role of a column, None where none stands."""
        place = column - FIRST_ROLE
        return self.roles[place] if 0 <= place < len(self.roles) else None

    def column_of(self, role: str) -> int:
        """Return the column of a role, -1 when there is no such role."""
        return next((FIRST_ROLE + at for at, entry in enumerate(self.roles) if entry.id == role), -1)

    def place_of(self, key: Key) -> int:
        """Return the row of a step or task, -1 when it is not shown."""
        return self._places.get(key, -1)

    def cell_at(self, row: int, column: int) -> Cell | None:
        """Return the cell of the matrix at a place, None beside the roles."""
        role = self.role_at(column)
        if role is None or not 0 <= row < len(self.rows):
            return None
        return Cell(self.rows[row].step, self.rows[row].task, role.id)

    def row_of(self, step: str) -> int:
        return self._places.get((step, ""), -1)

    def step_of(self, row: int) -> str:
        return self.rows[row].step if 0 <= row < len(self.rows) else ""

    # -- open and closed --------------------------------------------------------------------------------
    @property
    def all_open(self) -> bool:
        """Whether every step that has tasks shows them; False when none has any."""
        return any(row.is_open for row in self.rows) and all(
            row.is_open or not row.tasks for row in self.rows
        )

    @property
    def has_tasks(self) -> bool:
        return any(row.tasks for row in self.rows)

    def open(self, steps: Iterable[str], *, on: bool) -> None:
        """Show the tasks of steps below them, or hide them."""
        wanted = self._opened | set(steps) if on else self._opened - set(steps)
        if wanted != self._opened:
            self._opened = wanted
            self.rebuild()

    def open_all(self, *, on: bool) -> None:
        """Show the tasks of all steps, or of none."""
        self.open((row.step for row in self.rows), on=on)

    # -- following --------------------------------------------------------------------------------------
    def rebuild(self) -> None:
        """Read everything anew; later when nobody looks."""
        self._stale = self._asleep
        if self._asleep:
            return
        self.about_to_rebuild.emit()
        self.beginResetModel()
        self._read()
        self.endResetModel()
        self.rebuilt.emit()

    def count_tasks(self, *, on: bool) -> None:
        """Count letters over tasks too, or over steps only."""
        self.with_tasks = on
        self._count()

    def _read(self) -> None:
        now = self._session.now
        self.rows = self._reader.read(now, self._session.stream, self._opened)
        self.roles, self.letters = now.roles, now.settings.raci_letters
        self.known = frozenset(entry.letter for entry in self.letters)
        self._places = {row.key: place for place, row in enumerate(self.rows)}
        self._verdicts.clear()
        self._count()

    def _count(self) -> None:
        self._tally.follow(self._session.now, self._session.stream)
        self.counts = {role.id: self._tally.of(role.id, tasks=self.with_tasks) for role in self.roles}
        self.recounted.emit()

    def _on_replaced(self) -> None:
        self._opened.clear()
        self.rebuild()

    def sleep(self, *, on: bool) -> None:
        """Follow nothing while nobody looks; what has changed is read on waking up."""
        self._asleep = on
        if not on and self._stale:
            self.rebuild()

    def _on_change(self, _change: object = None) -> None:
        if self._asleep:
            self._stale = True
            return
        now = self._session.now
        rows = self._reader.read(now, self._session.stream, self._opened)
        alike = [_shape(row) for row in rows] == [_shape(row) for row in self.rows]
        if not alike or now.roles != self.roles or now.settings.raci_letters != self.letters:
            self.rebuild()
            return
        room = [(row.name, row.hides_letters) for row in self.rows]
        reworded = room != [(row.name, row.hides_letters) for row in rows]
        self.rows = rows
        self._verdicts.clear()
        self._count()
        self._repaint()
        if reworded:
            self.reworded.emit()

    def _on_problems(self, _differing: object) -> None:
        self._verdicts.clear()
        self._repaint()

    def _repaint(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.check_column))

    def verdict_at(self, place: int) -> Verdict:
        """Return what the check column says of a row."""
        row = self.rows[place]
        found = self._verdicts.get(row.key)
        if found is None:
            found = self._verdicts[row.key] = verdict(self._session.problems, row)
        return found

    # -- what Qt asks -----------------------------------------------------------------------------------
    @guarded(default=0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @guarded(default=0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.check_column + 1

    @guarded(default=None)
    def data(self, index: Index, role: int = ItemRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == STEP:
            return row.step
        if role == FINDING:
            findings = self.verdict_at(index.row()).findings if index.column() == self.check_column else ()
            return findings[0] if findings else None
        if index.column() < FIRST_ROLE:
            return self._of_step(row, index, role)
        entry = self.role_at(index.column())
        if entry is not None:
            return self._of_cell(row, entry, role)
        return self._of_check(index.row(), role) if index.column() == self.check_column else None

    def _of_step(self, row: MatrixRow, index: Index, role: int) -> object:
        if role == ItemRole.ToolTipRole:
            found = self.verdict_at(index.row())
            hidden = hint_words(row) if row.hides_letters else ""
            return escape_tooltip("\n".join(filter(None, (row.title, row.activity, hidden, found.more))))
        return _of_step(row, index.column(), role)

    def _of_cell(self, row: MatrixRow, entry: Role, role: int) -> object:
        letters = row.letters.get(entry.id, "")
        if role in (LETTERS, ItemRole.DisplayRole, ItemRole.EditRole):
            return letters
        if role in (ItemRole.AccessibleTextRole, ItemRole.ToolTipRole):
            text = spoken_cell(row.title, entry.name, letter_names(self.letters, letters))
            return escape_tooltip(text) if role == ItemRole.ToolTipRole else text
        return None

    def _of_check(self, place: int, role: int) -> object:
        found = self.verdict_at(place)
        if role == VERDICT:
            return found
        if role == ItemRole.DisplayRole:
            return found.words
        if role == ItemRole.ToolTipRole:
            return escape_tooltip(found.more)
        return spoken_verdict(self.rows[place].title, found) if role == ItemRole.AccessibleTextRole else None

    @guarded(default=None)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ItemRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == ItemRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        entry = self.role_at(section)
        if role in (ItemRole.ToolTipRole, ItemRole.AccessibleTextRole):
            if entry is None:
                return tr("Add a role") if section == self.add_column else None
            text = self.role_words(entry)
            return escape_tooltip(text) if role == ItemRole.ToolTipRole else text
        if role != ItemRole.DisplayRole:
            return None
        if entry is not None:
            return entry.name
        names = {NAME: tr("Step"), ACTIVITY: tr("Activity"), self.add_column: tr("Role")}
        return names.get(section, tr("Check"))

    def role_words(self, role: Role) -> str:
        """Return everything that is known of a role, a line for each: name, organisation, duty, counts."""
        return "\n".join(role_lines(role, self.letters, self.counts.get(role.id, Counter())))

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else found

    @guarded(default=False)
    def setData(self, index: Index, value: object, role: int = ItemRole.EditRole) -> bool:
        if role != ItemRole.EditRole or index.column() != NAME or not isinstance(value, str):
            return False
        self.renamed.emit(self.rows[index.row()].key, value)
        return True


def _shape(row: MatrixRow) -> tuple[object, ...]:
    """What makes a row the one that it is."""
    return row.step, row.task, row.tasks


def _of_step(row: MatrixRow, column: int, role: int) -> object:
    if column == ACTIVITY:
        return row.activity if role == ItemRole.DisplayRole and not row.task else None
    if role == ItemRole.EditRole:
        return row.name
    if role == ItemRole.DisplayRole:
        return row.title
    if role == ItemRole.AccessibleTextRole:
        return spoken_row(row)
    return None
