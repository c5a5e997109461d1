"""The findings of the document as rows: under headings that fold, those that the filters let through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.language import say
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.panels.problems_groups import Grouping, grouped
from vsdesigner.ui.panels.signs import level_words
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.session import Session

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """Stands above findings that have something in common; `folded` hides them."""

    key: str
    text: str
    level: Level
    count: int
    folded: bool = False
    counted: bool = False  # the text says how many already


Row = Heading | Finding
Key = tuple[str, str, str, str]


def key_of(finding: Finding) -> Key:
    """Return what a finding is known by however its words change."""
    return finding.check, finding.record, finding.field, finding.part


class ProblemsModel(QAbstractListModel):
    """Rows are headings and findings; only findings can be chosen."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words: tuple[str, ...] = ()
        self._levels = frozenset(Level)
        self._grouping = Grouping.LEVEL
        self._folded: set[tuple[Grouping, str]] = set()
        self._gone: set[Finding] = set()  # mended just now; the next look will not find them
        self._rows: list[Row] = []
        self._places: dict[Finding, int] = {}
        session.problems_changed.connect(self._on_problems)
        session.changed.connect(self._on_change)
        self.reload()

    # -- what is shown ----------------------------------------------------------------------------------
    @property
    def grouping(self) -> Grouping:
        """What the headings stand for."""
        return self._grouping

    @property
    def levels(self) -> frozenset[Level]:
        """The levels that are listed."""
        return self._levels

    def set_filter(self, text: str) -> None:
        """Show the findings whose words, reasons and titles hold all these, in upper or lower case."""
        words = tuple(text.casefold().split())
        if words != self._words:
            self._words = words
            self.reload()

    def set_levels(self, levels: frozenset[Level]) -> None:
        """List only these levels."""
        if levels != self._levels:
            self._levels = levels
            self.reload()

    def set_grouping(self, grouping: Grouping) -> None:
        """Put other headings above the findings."""
        if grouping is not self._grouping:
            self._grouping = grouping
            self.reload()

    def fold(self, key: str, folded: bool | None = None) -> None:
        """Hide or show what stands under a heading; turn it over when nothing is said."""
        entry = (self._grouping, key)
        hide = entry not in self._folded if folded is None else folded
        (self._folded.add if hide else self._folded.discard)(entry)
        self.reload()

    def unfold(self) -> None:
        """Show what stands under all headings."""
        self._folded.clear()
        self.reload()

    def leave_out(self, finding: Finding) -> None:
        """Stop listing what was mended just now, before the next look confirms it."""
        self._gone.add(finding)
        self.reload()

    def reload(self) -> None:
        """Show what is known now."""
        rows: list[Row] = []
        fitting = self._fitting()
        for group in grouped(self._session.now, fitting, self._grouping):
            folded = (self._grouping, group.key) in self._folded
            counted = self._grouping is Grouping.LEVEL
            rows.append(Heading(group.key, group.text, group.level, len(group.findings), folded, counted))
            if not folded:
                rows += group.findings
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {row: at for at, row in enumerate(rows) if isinstance(row, Finding)}
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return what stands in a row."""
        return self._rows[number]

    def row_of(self, finding: Finding) -> int:
        """Return the row of a finding, also when its words are others by now; -1 when it is not listed."""
        if finding in self._places:
            return self._places[finding]
        key = key_of(finding)
        return next((at for found, at in self._places.items() if key_of(found) == key), -1)

    def row_of_heading(self, key: str) -> int:
        """Return the row of a heading, -1 when it is not there."""
        found = (at for at, row in enumerate(self._rows) if isinstance(row, Heading) and row.key == key)
        return next(found, -1)

    def headings(self) -> list[int]:
        """Return the rows of the headings."""
        return [at for at, row in enumerate(self._rows) if isinstance(row, Heading)]

    # -- what Qt asks -----------------------------------------------------------------------------------
    @guarded(default=0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(row.text.split())
        if isinstance(row, Finding):
            if role == Qt.ItemDataRole.ToolTipRole:
                return escape_tooltip(f"{row.text}\n{say(row.why)}")
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{level_words(row.level, 1)}: {row.text} {say(row.why)}"
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            state = tr("{text}, {count}, folded") if row.folded else tr("{text}, {count}, open")
            return state.format(text=row.text, count=row.count)
        return None

    @guarded(default=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(index.data(ROW_ROLE), Finding):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled

    # -- inside -----------------------------------------------------------------------------------------
    def _on_problems(self, _records: object) -> None:
        self._gone.clear()
        self.reload()

    def _on_change(self, _change: object) -> None:
        if self._gone:  # undo brings them back
            self._gone.clear()
            self.reload()

    def _fitting(self) -> list[Finding]:
        found = [
            finding
            for finding in self._session.problems.findings
            if finding.level in self._levels and finding not in self._gone
        ]
        if not self._words:
            return found
        from vsdesigner.analysis.findings import ALL_CHECKS  # late: the first frame checks nothing

        titles = {
            check.id: f"{check.id} {say(check.title)} {say(check.why)}".casefold() for check in ALL_CHECKS
        }
        return [finding for finding in found if self._holds(finding, titles.get(finding.check, ""))]

    def _holds(self, finding: Finding, title: str) -> bool:
        text = f"{finding.text} {title}".casefold()
        return all(word in text for word in self._words)
