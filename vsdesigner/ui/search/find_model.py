"""The hits of a search as a list with check boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from vsdesigner.document.search import Hit
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.search.places import place_words

LINE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """What is painted of a hit. `new` is None while nothing is to be replaced."""

    hit: Hit
    place: str
    new: str | None
    checked: bool
    reason: str  # why it will stay as it is, else empty

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        text = " ".join(self.hit.text[max(0, self.hit.start - 60) : self.hit.end + 60].split())
        parts = [self.place, text]
        if self.new is not None:
            parts.append(self.reason or (tr("will be replaced") if self.checked else tr("stays")))
        return ", ".join(parts)


class FindModel(QAbstractListModel):
    """One row a hit; each is checked until somebody unchecks it."""

    checks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self._view = Snapshot()
        self._new: str | None = None
        self._reasons: Mapping[Hit, str] = {}
        self._unchecked: set[Hit] = set()

    def show(self, view: Snapshot, hits: Sequence[Hit]) -> None:
        """List other hits; those that were unchecked and are there again stay so."""
        self.beginResetModel()
        self._view, self.hits = view, list(hits)
        self._reasons = {}
        self._unchecked &= set(self.hits)
        self.endResetModel()
        self.checks_changed.emit()

    def show_replacement(self, new: str | None, reasons: Mapping[Hit, str]) -> None:
        """Show what would stand there, and which hits would stay as they are."""
        self._new, self._reasons = new, reasons
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))
        self.checks_changed.emit()

    @property
    def is_replacing(self) -> bool:
        """Whether the rows have check boxes now."""
        return self._new is not None

    def chosen(self) -> list[Hit]:
        """Return the checked hits."""
        return [hit for hit in self.hits if hit not in self._unchecked]

    def line(self, row: int) -> Line:
        """Return what is painted of a row."""
        hit = self.hits[row]
        record = self._view.get(hit.record, Record)
        reason = self._reasons.get(hit, "")
        place = place_words(self._view, record, hit.path)
        return Line(hit, place, self._new, hit not in self._unchecked, tr(reason) if reason else "")

    def check(self, row: int, on: bool) -> None:
        """Choose a hit for replacing, or leave it out."""
        hit = self.hits[row]
        if on:
            self._unchecked.discard(hit)
        else:
            self._unchecked.add(hit)
        index = self.index(row)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        self.checks_changed.emit()

    def check_all(self, on: bool) -> None:
        """Choose all hits, or none."""
        self._unchecked = set() if on else set(self.hits)
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))
        self.checks_changed.emit()

    # -- what Qt asks -----------------------------------------------------------------------------------
    @guarded(default=0)
    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    @guarded(default=None)
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and self.is_replacing:
            on = self.hits[index.row()] not in self._unchecked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, LINE):
            line = self.line(index.row())
            return line if role == LINE else line.spoken
        return None

    @guarded(default=False)
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.is_replacing:
            return False
        self.check(index.row(), value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value))
        return True

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: _Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsUserCheckable if self.is_replacing else found
