"""The list of changes with a tick before each: groups, filter, and what is ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.importing.changes import ChangeGroup, ReviewedChange
from vsdesigner.ui.plain import escape_tooltip, shortened

Index = QModelIndex | QPersistentModelIndex
LONGEST = 200  # characters of a line; all of it stands below the list
MOST_LINES = 4
MARGIN = 4  # px beside the words of a cell
WHAT, BEFORE, AFTER = range(3)
_CHANGE = Qt.ItemDataRole.UserRole
_TIP = Qt.ItemDataRole.ToolTipRole
_TEXT = QStyle.SubElement.SE_ItemViewItemText
_Checked = Qt.CheckState


class ChangeList(QTreeWidget):
    """Groups with their changes. Space ticks, arrows move and fold; a group ticks all below it."""

    ticked = Signal()  # something was ticked or not any more
    chosen = Signal(object)  # the change that the keyboard is on, None for a group

    def __init__(self, groups: Sequence[ChangeGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("change_list")
        self.setAccessibleName(tr("Changes"))
        self.setColumnCount(3)
        self.setHeaderLabels([tr("Change"), tr("Before"), tr("There")])
        self.setWordWrap(True)
        self.setItemDelegate(Wrapping(self))
        self.setAlternatingRowColors(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(BEFORE, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(BEFORE, 150)
        header.resizeSection(AFTER, 180)
        header.sectionResized.connect(self.scheduleDelayedItemsLayout)
        self._heads: list[QTreeWidgetItem] = []
        self._items: list[tuple[int, ReviewedChange, QTreeWidgetItem]] = []
        for group in groups:
            self._add(group)
        self.expandAll()
        self.itemChanged.connect(self._on_item_changed)
        self.currentItemChanged.connect(self._on_current)
        if self._items:
            first = next((item for _, change, item in self._items if change.conflict), self._items[0][2])
            self.setCurrentItem(first)

    def _add(self, group: ChangeGroup) -> None:
        head = QTreeWidgetItem([_line(group.title)])
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        head.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        head.setFont(WHAT, theme.font("panel_strong"))
        head.setData(WHAT, _TIP, escape_tooltip(group.title))
        for change in group.changes:
            item = QTreeWidgetItem(head, [_line(change.text), _line(change.base), _line(change.theirs)])
            item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(WHAT, _Checked.Unchecked if change.conflict else _Checked.Checked)
            item.setData(WHAT, _CHANGE, change)
            for column, text in enumerate((change.text, change.base, change.theirs)):
                item.setData(column, _TIP, escape_tooltip(text))
            if change.conflict:
                item.setIcon(WHAT, icon("warning", "warning"))
            self._items.append((len(self._heads), change, item))
        self._heads.append(head)
        self.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)

    # -- what is ticked ---------------------------------------------------------------------------------
    def ticks(self) -> dict[ReviewedChange, bool]:
        """Return every change and whether it is ticked, hidden ones too."""
        return {change: item.checkState(WHAT) is _Checked.Checked for _, change, item in self._items}

    def current_change(self) -> ReviewedChange | None:
        """Return the change that the keyboard is on."""
        item = self.currentItem()
        found = item.data(WHAT, _CHANGE) if item is not None else None
        return found if isinstance(found, ReviewedChange) else None

    def tick(self, change: ReviewedChange, on: bool) -> None:
        """Tick a change, or take its tick away."""
        for _, known, item in self._items:
            if known == change:
                item.setCheckState(WHAT, _Checked.Checked if on else _Checked.Unchecked)

    def tick_shown(self, on: bool) -> None:
        """Tick all changes that are shown, or none of them."""
        self.blockSignals(True)
        for *_, item in self._items:
            if not item.isHidden():
                item.setCheckState(WHAT, _Checked.Checked if on else _Checked.Unchecked)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked.emit()

    # -- what is shown ----------------------------------------------------------------------------------
    def show_only(self, words: str, *, conflicts: bool = False) -> int:
        """Show what holds all of the words; returns how many changes that are."""
        wanted = words.casefold().split()
        shown = 0
        with_some: set[int] = set()
        for number, change, item in self._items:
            title = self._heads[number].text(WHAT).casefold()
            fits = all(word in change.words or word in title for word in wanted)
            fits = fits and (change.conflict or not conflicts)
            item.setHidden(not fits)
            shown += fits
            if fits:
                with_some.add(number)
        for number, head in enumerate(self._heads):
            head.setHidden(number not in with_some)
        return shown

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is asked first into sight: a contradiction may stand far below."""
        super().showEvent(event)
        self.executeDelayedItemsLayout()
        if (current := self.currentItem()) is not None:
            self.scrollToItem(current, QAbstractItemView.ScrollHint.PositionAtCenter)

    # -- inside -----------------------------------------------------------------------------------------
    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        if column == WHAT:
            self.ticked.emit()

    def _on_current(self, *_items: object) -> None:
        self.chosen.emit(self.current_change())


class Wrapping(QStyledItemDelegate):
    """Makes a line as high as its words need in their column, up to `MOST_LINES`."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    @guarded(default=QSize)
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of one line, and more height where the words take several."""
        single = QStyleOptionViewItem(option)
        single.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText
        usual = super().sizeHint(single, index)
        if not index.parent().isValid():
            return usual  # the head of a group reaches over all columns
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        indent = 2 * self._tree.indentation() if index.column() == WHAT else 0
        shown.rect = QRect(0, 0, self._tree.columnWidth(index.column()) - indent, usual.height())
        room = self._tree.style().subElementRect(_TEXT, shown, self._tree).width() - 2 * MARGIN
        metrics = shown.fontMetrics
        if room <= 0 or metrics.horizontalAdvance(shown.text) <= room:
            return usual
        wrapped = metrics.boundingRect(QRect(0, 0, room, 10_000), Qt.TextFlag.TextWordWrap, shown.text)
        lines = min(MOST_LINES, max(1, round(wrapped.height() / metrics.lineSpacing())))
        return QSize(usual.width(), usual.height() + (lines - 1) * metrics.lineSpacing())


def _line(text: str) -> str:
    return shortened(" ".join(text.split()), LONGEST)
