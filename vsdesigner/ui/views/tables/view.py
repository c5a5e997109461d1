"""The Tables view: the method's tables, worked like a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QVBoxLayout, QWidget

from vsdesigner.commands.table.column import Kind
from vsdesigner.commands.table.columns import METHOD
from vsdesigner.commands.table.rows import Row
from vsdesigner.document.change import Change
from vsdesigner.ui.editors.suggestions import folded
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme
from vsdesigner.ui.views.grid.grid import Grid
from vsdesigner.ui.views.grid.sheet import SheetView
from vsdesigner.ui.views.tables.bar import TableBar
from vsdesigner.ui.views.tables.chooser import column_menu
from vsdesigner.ui.views.tables.delegate import CellDelegate
from vsdesigner.ui.views.tables.heights import RowHeights
from vsdesigner.ui.views.tables.looks import usual_width
from vsdesigner.ui.views.tables.memory import MOST, TableMemory
from vsdesigner.ui.views.tables.model import TableModel
from vsdesigner.ui.views.tables.order import Sorting
from vsdesigner.ui.views.tables.verbs import VERBS
from vsdesigner.ui.views.tables.writing import write_typed

NUMBERS = 44  # px of the numbers at the left at 100 %
SCROLL_BAR = 16  # px that the bar at the right takes
LEAST_STRETCH, MOST_STRETCH = 0.8, 1.6  # of usual widths, to fill the view
ARROW = 14  # px beside a header for the sign that the rows are sorted by it
FILTER_DELAY = 150  # ms after the last letter
FITTED_ROWS = 500  # rows that are looked at to fit a column to its texts


class TablesView(SheetView):
    """Bar above, grid below; the first column stays while the others scroll."""

    verbs = VERBS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        grid = Grid()
        super().__init__(session, grid, parent)
        self.setObjectName("tables_view")
        grid.setObjectName("tables_grid")
        grid.setAccessibleName(tr("Table of the steps"))
        self.memory = TableMemory(session.flags)
        self.model = TableModel(session, self)
        told = self.model.correction
        self.model.write = lambda row, column, text: write_typed(session, row, column, text, told)
        self.model.by_task = self.memory.by_task
        self.bar = TableBar(self)
        self.heights = RowHeights(grid, self.model)
        self._sizing = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(grid, 1)
        self._filtering = QTimer(self, singleShot=True, interval=FILTER_DELAY)
        self._filtering.timeout.connect(self._filter)
        self._set_up_grid()
        self._connect()
        self.model.choose(self.memory.columns())
        self._size_columns()
        self._show_state()
        self.following.listen()
        if not grid.currentIndex().isValid():
            grid.go_to(0, 0, selecting=False)

    def _set_up_grid(self) -> None:
        grid = self.grid
        grid.use_delegate(lambda view: CellDelegate(view, grid, self.model, self.heights, self.session))
        grid.setModel(self.model)
        grid.freeze(1)
        self.following.watch()
        header = grid.horizontalHeader()
        numbers = grid.verticalHeader()
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        numbers.setSectionsClickable(True)
        numbers.setHighlightSections(False)
        numbers.setFixedWidth(NUMBERS)
        frozen = grid.frozen
        for each in (header, frozen.horizontalHeader() if frozen is not None else None):
            if each is not None:
                each.setSectionsClickable(True)
                each.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
                each.sectionPressed.disconnect()  # a click sorts; Ctrl+Space selects a column
                each.sectionClicked.connect(self._on_header)
                each.sectionHandleDoubleClicked.connect(self.fit_column)
                each.customContextMenuRequested.connect(
                    lambda at, each=each: self._show_header_menu(
                        each.mapToGlobal(at), each.logicalIndexAt(at)
                    )
                )

    def _connect(self) -> None:
        grid, bar, model = self.grid, self.bar, self.model
        bar.by_task_chosen.connect(self.show_by_task)
        bar.filtered.connect(lambda _words: self._filtering.start())
        bar.left.connect(self._leave_filter)
        bar.columns_asked.connect(self.choose_columns)
        bar.order_asked.connect(lambda: self.sort(None))
        model.rearranged.connect(self._show_state)
        model.modelReset.connect(self._on_reset)
        grid.horizontalHeader().sectionResized.connect(self._on_resized)
        self.session.field_requested.connect(self._on_field)
        self.session.return_requested.connect(lambda change, _outlook: self._show_change(change))
        selection = grid.selectionModel()
        selection.selectionChanged.connect(lambda *_: self.verbs_changed.emit())
        selection.currentChanged.connect(lambda *_: self.verbs_changed.emit())

    # -- what is shown ----------------------------------------------------------------------------------
    def show_by_task(self, on: bool) -> None:
        """Show a row for each task, or for each step."""
        self.grid.commit()
        at = self.grid.currentIndex()
        step, column = self.model.step_of(at.row()), max(0, at.column())
        self.memory.keep_by_task(on)
        self.model.show_by_task(on)
        self.bar.show_by_task(on)
        self.go_to_step(step, column)
        self.verbs_changed.emit()

    def toggle_by_task(self) -> None:
        """Show the other kind of rows."""
        self.show_by_task(not self.model.by_task)

    def sort(self, sorting: Sorting | None) -> None:
        """Show the rows sorted, or in the order of the stream; the stream itself stays as it is."""
        self.grid.commit()
        self.model.arrange(sorting=sorting)
        self.grid.scrollTo(self.grid.currentIndex())
        self._show_state()
        self.verbs_changed.emit()

    def begin_filter(self) -> None:
        """Go to the field with the words that rows must have."""
        self.bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.filter.selectAll()

    def _filter(self) -> None:
        words = self.bar.filter.text()
        if folded(words) != folded(self.model.words):
            self.grid.commit()
            self.model.arrange(words=words, sorting=self.model.sorting)
            self._show_state()

    def _leave_filter(self) -> None:
        self._filtering.stop()
        self._filter()
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.grid.currentIndex().isValid():
            self.grid.go_to(0, 0)

    def _show_state(self) -> None:
        model = self.model
        self.bar.show_counts(len(model.rows), model.hidden, is_sorted=model.sorting is not None)
        self.bar.show_words(model.words)
        self.bar.show_by_task(model.by_task)
        header = self.grid.horizontalHeader()
        at = model.column_of(model.sorting.column) if model.sorting else -1
        backwards = model.sorting is not None and model.sorting.backwards
        order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        frozen = self.grid.frozen
        for each in (header, frozen.horizontalHeader() if frozen is not None else None):
            if each is not None:
                each.setSortIndicatorShown(at >= 0)
                each.setSortIndicator(at, order)

    # -- columns ----------------------------------------------------------------------------------------
    def show_column(self, id: str, *, on: bool) -> None:
        """Show or hide a column."""
        shown = [column.id for column in self.model.columns]
        wanted = {*shown, id} if on else {*shown} - {id}
        self._choose([column.id for column in self.model.every_column if column.id in wanted])

    def _choose(self, ids: list[str]) -> None:
        self.grid.commit()
        at, row = self.grid.currentIndex(), self.model.row_at(self.grid.currentIndex().row())
        column = self.model.columns[at.column()].id if at.isValid() else ""
        self.memory.keep_columns(ids)
        self.model.choose(ids)
        place = self.model.place_of(row) if row.step else len(self.model.rows)
        shown = self.model.column_of(column)
        last = len(self.model.columns) - 1
        self.grid.go_to(max(0, place), shown if shown >= 0 else max(0, min(at.column(), last)))

    def choose_columns(self) -> None:
        """Show the menu of columns."""
        below = self.bar.columns.mapToGlobal(QPoint(0, self.bar.columns.height()))
        self._column_menu().popup(below)

    def _column_menu(self) -> QMenu:
        shown = {column.id for column in self.model.columns}
        menu = column_menu(
            self,
            self.model.every_column,
            shown,
            lambda id, on: self.show_column(id, on=on),
            lambda: self._choose(list(METHOD)),
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def fit_current_column(self) -> None:
        """Make the current column as wide as its texts."""
        self.fit_column(self.grid.currentIndex().column())

    def fit_column(self, at: int) -> None:
        """Make a column as wide as its texts, within reason."""
        if not 0 <= at < len(self.model.columns):
            return
        looks, column = self.heights.looks, self.model.columns[at]
        wrapper = looks.wrapper(column.id)
        rows = range(min(FITTED_ROWS, len(self.model.rows)))
        texts = [line for row in rows for line in self.model.text(row, at).split("\n")]
        texts.append(str(self.model.headerData(at, Qt.Orientation.Horizontal)) + "xx")
        widest = max(wrapper.width(text) for text in texts)
        lost = 500 - looks.text_width(500, column.kind)
        self.grid.set_base_width(at, min(MOST / 2, (widest + lost + 2) / looks.scale))

    def _size_columns(self) -> None:
        """Give every column its width: the one it was given by hand, else a usual one that fills the view."""
        self._sizing = True
        grid, columns = self.grid, self.model.columns
        usual = {at: usual_width(column.id, column.kind) for at, column in enumerate(columns)}
        header = grid.horizontalHeader()
        least = {  # names of roles may be long: they are not what the widths go by
            at: 0 if column.kind is Kind.LETTERS else header.sectionSizeHint(at) / grid.scale + ARROW
            for at, column in enumerate(columns)
        }
        own = {at: width for at, column in enumerate(columns) if (width := self.memory.width(column.id))}
        free = {at: width for at, width in usual.items() if at not in own}
        room = (self.width() - SCROLL_BAR) / grid.scale - NUMBERS - sum(own.values())
        stretch = max(LEAST_STRETCH, min(MOST_STRETCH, room / max(1, sum(free.values())))) if free else 1.0
        for at, width in usual.items():
            grid.set_base_width(at, own.get(at) or max(round(width * stretch), least[at]))
        self._sizing = False

    def _on_resized(self, at: int, _before: int, width: int) -> None:
        if self._sizing or not width or not 0 <= at < len(self.model.columns):
            return
        self.memory.keep_width(self.model.columns[at].id, width / self.grid.scale)
        self.heights.measure_soon()

    # -- headers and menus ------------------------------------------------------------------------------
    def _on_header(self, at: int) -> None:
        if not 0 <= at < len(self.model.columns):
            return
        id, present = self.model.columns[at].id, self.model.sorting
        self.sort(present.next() if present is not None and present.column == id else Sorting(id))

    def _show_header_menu(self, where: QPoint, at: int) -> None:
        if 0 <= at < len(self.model.columns):
            row = max(0, self.grid.currentIndex().row())
            self.grid.go_to(row, at)
        ids = ("table.sort", "table.sort_back", "table.stream_order", "-", "table.fit_column")
        self._popup(where, (*ids, "table.hide_column", "table.columns"))

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        grid = self.grid
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            where = grid.viewport().mapToGlobal(grid.visualRect(grid.currentIndex()).center())
        else:
            where = event.globalPos()
            self._select_under(where)
        cells = ("edit.cut", "edit.copy", "edit.paste", "edit.delete", "edit.rename", "-")
        fill = ("table.fill_down", "table.fill_right", "-")
        rows = ("table.insert_above", "table.insert_below", "table.move_up", "table.move_down")
        self._popup(where, (*cells, *fill, *rows, "-", "table.delete_rows"))

    def _select_under(self, where: QPoint) -> None:
        """A click on a cell that is not selected selects it first."""
        grid = self.grid
        at = grid.viewport().mapFromGlobal(where)
        index = grid.indexAt(at)
        frozen = grid.frozen
        if (
            frozen is not None
            and frozen.isVisible()
            and frozen.geometry().contains(grid.mapFromGlobal(where))
        ):
            index = frozen.indexAt(frozen.viewport().mapFromGlobal(where))
        if index.isValid() and not grid.selectionModel().isSelected(index):
            grid.go_to(index.row(), index.column())

    def _popup(self, where: QPoint, ids: tuple[str, ...]) -> None:
        """Show a menu of the window's own actions, so that it says the same words and keys."""
        menu = QMenu(self)
        menu.setObjectName("table.menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id in ids:
            if id == "-":
                menu.addSeparator()
                continue
            action = self.window().findChild(QAction, f"action.{id}")
            if action is not None:
                menu.addAction(self._renamed(menu, action, id))
        menu.popup(where)

    def _renamed(self, menu: QMenu, action: QAction, id: str) -> QAction:
        """The window's action; where cells are meant by another word, an entry with that word and its key."""
        words = {"edit.delete": tr("C&lear Cells"), "edit.rename": tr("&Edit Cell")}.get(id)
        if words is None:
            return action
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        entry = QAction(f"{words}\t{keys}", menu)
        entry.setObjectName(f"cell.{id}")
        entry.setEnabled(self.can_run(id))
        entry.triggered.connect(lambda: self.run(id))
        return entry

    # -- the view's port --------------------------------------------------------------------------------
    def takes(self, id: str) -> bool:
        """Whether this view does an action in its own way; not while another list has the keyboard."""
        focus = QApplication.focusWidget()
        elsewhere = isinstance(focus, QAbstractItemView) and not self.isAncestorOf(focus)
        return super().takes(id) and not elsewhere

    def set_zoom(self, scale: float) -> None:
        """Show at this scale, within what can be read."""
        self._sizing = True
        super().set_zoom(scale)
        self._sizing = False
        self.grid.verticalHeader().setFixedWidth(round(NUMBERS * self.zoom()))
        self.heights.set_scale(self.zoom())

    def begin_rename(self, id: str) -> None:
        """Edit the name of a step where it stands in the table; a filter that hides it is lifted."""
        self.go_to_step(id)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.open_editor()

    def go_to_row(self, row: Row, column: int) -> None:
        """Show a cell of a row and make it the current one; a filter that hides it is lifted."""
        if self.model.place_of(row) < 0 and self.model.words:
            self.model.arrange(words="", sorting=self.model.sorting)
        place = self.model.place_of(row)
        if place >= 0:
            self.grid.go_to(place, column)

    def words(self, id: str) -> tuple[str, str] | None:
        """Return what an action is called here: where rows are tasks, which of them adds a task."""
        if self.model.by_task and id == "table.insert_below":
            return tr("Insert Task &Below"), tr(
                "Add a task below that of the selected row. In the last row a step is added."
            )
        if self.model.by_task and id == "table.insert_above":
            return tr("Insert Step &Above"), tr("Add a step before that of the selected row.")
        return super().words(id)

    def go_to_step(self, id: str, column: int = 0) -> None:
        """Show a cell of a step and make it the current one."""
        if self.model.row_of(id) < 0 and self.model.words:
            self.model.arrange(words="", sorting=self.model.sorting)
        place = self.model.row_of(id)
        if place >= 0:
            self.grid.go_to(place, column)

    def _on_field(self, record: str, field: str) -> None:
        """Somebody wants to edit a field: show where it stands in the table, too."""
        at = next((at for at, column in enumerate(self.model.columns) if column.field == field), -1)
        if self.isVisible() and at >= 0:
            self.go_to_step(record, at)

    def _show_change(self, change: Change) -> None:
        """Have what undo or redo changed in view."""
        places = sorted(at for id in change.touched if (at := self.model.row_of(id)) >= 0)
        if self.isVisible() and places:
            column = max(0, self.grid.currentIndex().column())
            self.grid.scrollTo(self.model.index(places[0], column))

    def set_theme(self, worn: Theme) -> None:
        """Wear another theme at once."""
        super().set_theme(worn)
        self.bar.update()

    def _on_reset(self) -> None:
        self._size_columns()
        grid = self.grid
        if grid.frozen is not None:
            grid.frozen.follow()
        self.following.listen()
        if not grid.currentIndex().isValid():
            grid.go_to(0, 0, selecting=False)

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._size_columns()
            self.heights.measure_soon()
