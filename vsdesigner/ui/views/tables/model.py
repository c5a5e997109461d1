"""The Tables view's cells for Qt: rows of the shown stream, chosen columns, a last row that adds a step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from vsdesigner.analysis.finding import Finding
from vsdesigner.commands.table.cells import read_cell
from vsdesigner.commands.table.column import Column, Kind
from vsdesigner.commands.table.columns import columns
from vsdesigner.commands.table.rows import Row, rows
from vsdesigner.document.change import Change
from vsdesigner.language import say
from vsdesigner.model.records import Lane, Step
from vsdesigner.ui.correction import Correction
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.grid.model import FINDING, NOWHERE, STEP, GridModel, Index
from vsdesigner.ui.views.tables.marks import NAME, Marks
from vsdesigner.ui.views.tables.order import Sorting, arranged, kept, turned

__all__ = ["NAME", "NEW", "TableModel", "header_text"]

Role = Qt.ItemDataRole
Flag = Qt.ItemFlag
#: The row below all others: typing into it adds a step.
NEW = Row("")

Write = Callable[[Row, Column, str], bool]


class TableModel(GridModel):
    """What stands where. `write` is asked to put what was typed into the document."""

    #: Other rows or columns stand here now: whoever remembers heights or places looks again.
    rearranged = Signal()
    #: The texts of these rows (places) may be others.
    rows_changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.write: Write = lambda _row, _column, _text: False
        #: What is told about a text that a cell does not take.
        self.correction = Correction(self)
        self.by_task = False
        self.words = ""
        self.sorting: Sorting | None = None
        self._all: tuple[Column, ...] = ()
        self.columns: list[Column] = []
        self.rows: list[Row] = []
        self._ids: tuple[str, ...] = ()
        self._order: tuple[Row, ...] = ()
        self._first: dict[str, int] = {}
        self._texts: dict[Row, dict[str, str]] = {}
        self._marks = Marks()
        self._filling = False
        session.changed.connect(self._on_change)
        session.replaced.connect(self.reload)
        session.stream_changed.connect(self._on_stream)
        session.problems_changed.connect(self._on_problems)

    # -- what is shown ----------------------------------------------------------------------------------
    @property
    def every_column(self) -> tuple[Column, ...]:
        """All columns that the document has."""
        return self._all

    def choose(self, ids: Sequence[str]) -> None:
        """Show these columns, in the order of the method; the first one is always there."""
        self._ids = tuple(ids)
        self.reload()

    def show_by_task(self, on: bool) -> None:
        """Show a row for each task, or for each step."""
        if on != self.by_task:
            self.by_task = on
            self.reload()

    def reload(self) -> None:
        """Read everything afresh."""
        self.beginResetModel()
        self._texts.clear()
        self._read_columns()
        self._marks.read(self._session.problems)
        self._order = rows(self._session.now, self._session.stream, by_task=self.by_task)
        self._put(self._arranged())
        self.endResetModel()
        self.rearranged.emit()

    def arrange(self, *, words: str | None = None, sorting: Sorting | None = None) -> None:
        """Show only rows in which all words are found, sorted or (None) in the order of the stream."""
        self.words = self.words if words is None else words
        self.sorting = sorting
        self._become(self._arranged())

    def _arranged(self) -> list[Row]:
        now = self._session.now
        return arranged(now, self._order, self.columns, self.words, self.sorting)

    @property
    def is_plain(self) -> bool:
        """Whether all rows stand in the order of the stream."""
        return not self.words and self.sorting is None

    @property
    def hidden(self) -> int:
        """How many rows the filter hides."""
        return len(self._order) - len(self.rows)

    def _read_columns(self) -> None:
        self._all = columns(self._session.now)
        chosen = {*self._ids, NAME}
        self.columns = [column for column in self._all if column.id in chosen]

    def _put(self, shown: list[Row]) -> None:
        self.rows = shown
        self._first = {}
        for place, row in enumerate(shown):
            self._first.setdefault(row.step, place)

    # -- questions --------------------------------------------------------------------------------------
    def row_at(self, place: int) -> Row:
        """Return the row at a place; `NEW` below the last."""
        return self.rows[place] if 0 <= place < len(self.rows) else NEW

    def place_of(self, row: Row) -> int:
        """Return where a row is shown, -1 when it is not."""
        first = self._first.get(row.step, -1)
        if first < 0 or self.rows[first] == row:
            return first
        return next((at for at, each in enumerate(self.rows) if each == row), -1)

    def row_of(self, step: str) -> int:
        return self._first.get(step, -1)

    def step_of(self, row: int) -> str:
        return self.row_at(row).step

    def column_of(self, id: str) -> int:
        """Return where a column is shown, -1 when it is not."""
        return next((at for at, column in enumerate(self.columns) if column.id == id), -1)

    def text(self, place: int, column: int) -> str:
        """Return what a cell shows."""
        row = self.row_at(place)
        if row is NEW or row.step not in self._session.now:  # it goes as soon as the rows follow
            return ""
        texts = self._texts.get(row)
        if texts is None:
            texts = self._texts[row] = {}
        said = self.columns[column]
        found = texts.get(said.id)
        if found is None:
            found = texts[said.id] = read_cell(self._session.now, row, said)
        return found

    def hint(self, place: int, column: int) -> str:
        """Return what an empty cell says quietly: in the last row that one can go on there."""
        if self.row_at(place) is not NEW or self.columns[column].id != NAME:
            return ""
        if self._order:
            return tr("Type a name to add a step")
        return tr("Type a name to add the first step")

    def lane_colour(self, place: int) -> str:
        """Return the base colour of the activity that a row's step belongs to; empty in the last row."""
        step = self._session.now.find(self.step_of(place))
        lane = self._session.now.find(step.lane) if isinstance(step, Step) else None
        return lane.color if isinstance(lane, Lane) else ""

    def finding(self, place: int, column: int) -> Finding | None:
        """Return the worst finding about a cell."""
        row, said = self.row_at(place), self.columns[column]
        if said.id == NAME:
            return self._marks.about(row.step, self.columns) if self.place_is_first(place) else None
        return self._marks.of(row, said)

    def place_is_first(self, place: int) -> bool:
        """Whether this is the first row of its step."""
        return self._first.get(self.step_of(place)) == place

    def is_repeated(self, place: int, column: int) -> bool:
        """Whether a cell says again what a row above it says: a row per task, from a step's second on."""
        own = self.columns[column].by_task or self.row_at(place) is NEW
        return not (own or self.place_is_first(place))

    # -- what Qt asks -----------------------------------------------------------------------------------
    @guarded(default=0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows) + 1

    @guarded(default=0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @guarded(default=None)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        place, column = index.row(), index.column()
        if not index.isValid() or column >= len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.text(place, column)
        if role == Role.EditRole:
            return self._edited(place, column)
        if role == Role.ToolTipRole:
            return self._tip(place, column)
        if role == STEP:
            return self.step_of(place)
        if role == FINDING:
            return self.finding(place, column)
        return self._spoken(place, column, role)

    def _spoken(self, place: int, column: int, role: int) -> str | None:
        if role == Role.AccessibleTextRole:
            return self.text(place, column) or self.hint(place, column)
        if role == Role.AccessibleDescriptionRole:
            found = self.finding(place, column)
            return f"{found.text} {say(found.why)}" if found else ""
        return None

    def _edited(self, place: int, column: int) -> str:
        row = self.row_at(place)
        if row is NEW:
            return ""
        return read_cell(self._session.now, row, self.columns[column], for_editing=True)

    def _tip(self, place: int, column: int) -> str:
        found = self.finding(place, column)
        return escape_tooltip(f"{found.text}\n{say(found.why)}") if found else ""

    @guarded(default=None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            return self._number(section) if role == Role.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return header_text(column)
        if role == Role.ToolTipRole:
            return escape_tooltip(f"{header_text(column)}\n{tr(column.help)}")
        return None

    def _number(self, place: int) -> str:
        row = self.row_at(place)
        if row is NEW:
            return "+"
        # A step that has just gone is painted once more before the rows follow.
        there = row.step in self._session.now and self.place_is_first(place)
        return str(self._session.now.number(row.step)) if there else ""

    @guarded(default=Flag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.column() >= len(self.columns):
            return Flag.NoItemFlags
        usual = Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemNeverHasChildren
        return usual if self.columns[index.column()].is_fixed else usual | Flag.ItemIsEditable

    @guarded(default=False)
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or not isinstance(value, str):
            return False
        row, column = self.row_at(index.row()), self.columns[index.column()]
        self._filling = row is NEW
        try:
            return self.write(row, column, value)
        finally:
            self._filling = False

    # -- keeping up -------------------------------------------------------------------------------------
    def _on_stream(self) -> None:
        self.words, self.sorting = "", None
        self.reload()

    def _on_change(self, change: Change) -> None:
        if self._session.stream not in self._session.now:
            return
        order = rows(self._session.now, self._session.stream, by_task=self.by_task)
        same = order == self._order
        narrow = same and not change.added and not change.removed
        self._order = order
        steps = {id for id, (_, after) in change.updated.items() if isinstance(after, Step)}
        if narrow and len(steps) == len(change.updated):
            self._on_steps(steps)
            return
        self._texts.clear()
        if not self._is_columns_kept():
            self.reload()
            return
        shown = list(order) if self.is_plain else kept(self.rows, order)
        self._become(shown)

    def _is_columns_kept(self) -> bool:
        before = [(column.id, column.header) for column in self._all]
        self._all = columns(self._session.now)
        if before == [(column.id, column.header) for column in self._all]:
            chosen = {column.id for column in self.columns}
            self.columns = [column for column in self._all if column.id in chosen]
            return True
        return False

    def _on_steps(self, steps: Iterable[str]) -> None:
        """Only these steps say something else; all rows stand where they stood."""
        wanted = set(steps)
        places = [at for at, row in enumerate(self.rows) if row.step in wanted]
        for at in places:
            self._texts.pop(self.rows[at], None)
        # Other cells may name these steps (what comes next): forget them, they are read again when shown.
        for texts in self._texts.values():
            texts.pop("next", None)
        self._tell(places)

    def _tell(self, places: Sequence[int]) -> None:
        if places:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))
            self.rows_changed.emit(places)

    def _become(self, shown: list[Row]) -> None:
        """Show other rows; selection, editor and heights stay with the rows that remain."""
        if self.by_task:
            self._put(turned(self.rows, shown))
        before = self.rows
        if self._filling and len(shown) == len(before) + 1 and shown[:-1] == before:
            # What was the last row has become a step: its editor closes where it stands.
            self.beginInsertRows(NOWHERE, len(before) + 1, len(before) + 1)
            self._put(shown)
            self.endInsertRows()
        elif len(before) == len(shown) and set(before) == set(shown):
            self._permute(shown)
        else:
            self._exchange(shown)
        last = self.columnCount() - 1
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows), last))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows))
        self.rearranged.emit()

    def _permute(self, shown: list[Row]) -> None:
        if shown == self.rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.rows
        places = {row: at for at, row in enumerate(shown)}
        present = self.persistentIndexList()
        self._put(shown)
        moved = [
            self.index(places[before[old.row()]], old.column()) if old.row() < len(before) else old
            for old in present
        ]
        self.changePersistentIndexList(present, moved)
        self.layoutChanged.emit()

    def _exchange(self, shown: list[Row]) -> None:
        before = self.rows
        most = min(len(before), len(shown))
        start = next((at for at in range(most) if before[at] != shown[at]), most)
        rest = most - start
        end = next((at for at in range(rest) if before[-1 - at] != shown[-1 - at]), rest)
        going, coming = len(before) - start - end, len(shown) - start - end
        if going:
            self.beginRemoveRows(NOWHERE, start, start + going - 1)
            self._put([*before[:start], *before[start + going :]])
            self.endRemoveRows()
        if coming:
            self.beginInsertRows(NOWHERE, start, start + coming - 1)
            self._put(shown)
            self.endInsertRows()

    def _on_problems(self, ids: Iterable[str]) -> None:
        self._marks.read(self._session.problems)
        changed = set(ids)
        places = [at for at, row in enumerate(self.rows) if row.step in changed]
        if places:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(places[0], 0), self.index(places[-1], last))


def header_text(column: Column) -> str:
    """Return what a column is called; that of a role bears the role's own name."""
    return column.header if column.kind is Kind.LETTERS else tr(column.header)
