"""The shown stream as a list: demand, the steps in their order, value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vsdesigner.document.change import Change
from vsdesigner.model.records import Lane, Placed, Step, Stream, Terminal, TerminalKind
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lane_words import title_of
from vsdesigner.ui.panels.signs import problem_counts
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.session import Session

RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2
COLOUR_ROLE = Qt.ItemDataRole.UserRole + 3  # of the lane, "#RRGGBB"
LEVEL_ROLE = Qt.ItemDataRole.UserRole + 4  # how serious the worst is that is wrong, or None
MOST_SINGLE_CHANGES = 64  # rows that come or go one by one; beyond that the list is built afresh
Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QAbstractListModel):
    """Rows are ids; what a row says is read from the document when it is painted."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self.is_changing = False  # rows come and go because the document changed
        self._set(self._wanted())
        session.changed.connect(self._on_change)
        session.replaced.connect(self.reload)
        session.stream_changed.connect(self.reload)
        session.problems_changed.connect(self._on_problems)

    # -- what Qt asks -----------------------------------------------------------------------------------
    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        record = self._session.now.find(self._ids[index.row()])
        if role == LEVEL_ROLE and record is not None:
            return self._session.problems.level(record.id)
        if isinstance(record, Step):
            return self._step(record, role)
        if isinstance(record, Terminal):
            return self._terminal(record, role)
        return None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        is_step = isinstance(index.data(RECORD_ROLE), Step)
        return plain | Qt.ItemFlag.ItemIsEditable if is_step else plain

    # -- rows and ids -----------------------------------------------------------------------------------
    def id_at(self, row: int) -> str:
        """Return the id of the record in a row."""
        return self._ids[row]

    def row_of(self, id: str) -> int:
        """Return the row of a record, -1 when it is not listed."""
        return self._rows.get(id, -1)

    def reload(self) -> None:
        """Build the list afresh."""
        self.beginResetModel()
        self._set(self._wanted())
        self.endResetModel()

    # -- keeping up -------------------------------------------------------------------------------------
    def _on_change(self, change: Change) -> None:
        if any(isinstance(record, Lane) for record in change.records):
            self._repaint(range(len(self._ids)))
        shown = [record for record in change.records if isinstance(record, Placed) and self._lists(record)]
        if self._session.stream in change.touched:
            self._repaint((0, len(self._ids) - 1))  # the texts of demand and value are the stream's
        if not shown:
            return
        wanted = self._wanted()
        if wanted == self._ids:
            self._repaint(self._rows[record.id] for record in shown)
        else:
            self.is_changing = True
            try:
                self._become(wanted)
            finally:
                self.is_changing = False
            self._repaint(range(len(self._ids)))

    def _on_problems(self, differing: Iterable[str]) -> None:
        self._repaint(self._rows[id] for id in differing if id in self._rows)

    def _lists(self, record: Placed) -> bool:
        return isinstance(record, Step | Terminal) and record.stream == self._session.stream

    def _wanted(self) -> list[str]:
        now, stream = self._session.now, self._session.stream
        ends = {terminal.kind: [terminal.id] for terminal in now.terminals(stream)}
        steps = [step.id for step in now.steps(stream)]
        return ends.get(TerminalKind.DEMAND, []) + steps + ends.get(TerminalKind.VALUE, [])

    def _set(self, ids: list[str]) -> None:
        self._ids = ids
        self._rows = {id: row for row, id in enumerate(ids)}

    def _become(self, wanted: list[str]) -> None:
        """Turn the rows into `wanted` with as few movements as the view needs to keep its place."""
        listed, target = set(self._ids), set(wanted)
        gone = [row for row, id in enumerate(self._ids) if id not in target]
        come = [row for row, id in enumerate(wanted) if id not in listed]
        if len(gone) + len(come) > MOST_SINGLE_CHANGES:
            self.reload()
            return
        for row in reversed(gone):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._set(self._ids[:row] + self._ids[row + 1 :])
            self.endRemoveRows()
        self._permute([id for id in wanted if id in listed])
        for row in come:
            self.beginInsertRows(QModelIndex(), row, row)
            self._set([*self._ids[:row], wanted[row], *self._ids[row:]])
            self.endInsertRows()

    def _permute(self, ids: list[str]) -> None:
        if ids == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._ids[index.row()] for index in before]
        self._set(ids)
        self.changePersistentIndexList(before, [self.index(self._rows[id]) for id in kept])
        self.layoutChanged.emit()

    def _repaint(self, rows: Any) -> None:
        touched = [row for row in rows if 0 <= row < len(self._ids)]
        if touched:
            self.dataChanged.emit(self.index(min(touched)), self.index(max(touched)))

    # -- what the rows say ------------------------------------------------------------------------------
    def _step(self, step: Step, role: int) -> Any:
        now = self._session.now
        if role == RECORD_ROLE:
            return step
        if role == NUMBER_ROLE:
            return now.number(step.id)
        if role == COLOUR_ROLE:
            return now.get(step.lane, Lane).color
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(step.name.split()) or tr("Unnamed step")
        if role == Qt.ItemDataRole.EditRole:
            return step.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape_tooltip(f"{step.name or tr('Unnamed step')}\n{title_of(now, step.lane)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = tr("Step {number} of {count}, {name}, lane {lane}").format(
                number=now.number(step.id),
                count=len(now.steps(step.stream)),
                name=step.name or tr("Unnamed step"),
                lane=title_of(now, step.lane),
            )
            return ", ".join((words, *problem_counts(self._session.problems, step.id)))
        return None

    def _terminal(self, terminal: Terminal, role: int) -> Any:
        stream = self._session.now.get(terminal.stream, Stream)
        is_demand = terminal.kind is TerminalKind.DEMAND
        kind = tr("Demand") if stream.demand_kind == "demand" else tr("Opportunity")
        title = kind if is_demand else tr("Value")
        text = stream.demand if is_demand else stream.value
        if role == RECORD_ROLE:
            return terminal
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return title
        if role == Qt.ItemDataRole.ToolTipRole:
            return escape_tooltip(f"{title}\n{text}" if text else title)
        return None
