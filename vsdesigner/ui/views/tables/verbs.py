"""What can be done in the Tables view, by action id: on cells, on rows, and to how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from vsdesigner.commands import lists
from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.rows import Row, append_row, delete_rows, insert_before, move_rows
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import Task
from vsdesigner.model.records import Step
from vsdesigner.ui.deleting import short_name
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.views.grid.grid import ranges
from vsdesigner.ui.views.grid.sheet import CLEAR, SheetVerb
from vsdesigner.ui.views.tables import clipboard
from vsdesigner.ui.views.tables.model import NEW
from vsdesigner.ui.views.tables.order import Sorting
from vsdesigner.ui.views.tables.writing import Block, write_blocks

if TYPE_CHECKING:
    from vsdesigner.ui.views.tables.view import TablesView

TASKS = "tasks"  # id of the column


# -- what is selected ---------------------------------------------------------------------------------------
def has_cells(view: TablesView) -> bool:
    """Whether a cell of a step is selected."""
    top = view.grid.selected_block().top()
    return 0 <= top < len(view.model.rows)


def rows_of(view: TablesView) -> list[Row]:
    """The rows in which something is selected, from top to bottom, without the one that adds."""
    model, grid = view.model, view.grid
    places: set[int] = set()
    for found in ranges(grid.selectionModel().selection()):
        places.update(range(found.top(), found.bottom() + 1))
    if not places and grid.currentIndex().isValid():
        places = {grid.currentIndex().row()}
    return [row for at in sorted(places) if (row := model.row_at(at)) is not NEW]


def blocks_of(view: TablesView) -> list[QRect]:
    """What is selected as blocks (column, row, columns, rows) within the rows of steps."""
    present = QRect(0, 0, len(view.model.columns), len(view.model.rows))
    found = [
        QRect(each.left(), each.top(), each.width(), each.height()).intersected(present)
        for each in ranges(view.grid.selectionModel().selection())
    ]
    found = [block for block in found if not block.isEmpty()]
    current = view.grid.currentIndex()
    if not found and current.isValid():
        found = [QRect(current.column(), current.row(), 1, 1).intersected(present)]
    return [block for block in found if not block.isEmpty()]


def is_many(view: TablesView) -> bool:
    """Whether there is somewhere to fill to: a cell and one above it."""
    return has_cells(view) and (view.grid.selected_block().bottom() > 0)


def _across(view: TablesView) -> bool:
    return has_cells(view) and (view.grid.selected_block().right() > 0)


def _texts(view: TablesView, block: QRect) -> list[list[str]]:
    model = view.model
    return [
        [model.text(row, column) for column in range(block.left(), block.right() + 1)]
        for row in range(block.top(), block.bottom() + 1)
    ]


def _onto(view: TablesView, block: QRect, texts: list[list[str]]) -> Block:
    """A block of exactly these cells with their texts."""
    rows = view.model.rows[block.top() : block.bottom() + 1]
    columns = view.model.columns[block.left() : block.right() + 1]
    return rows, columns, texts, (block.height(), block.width())


def _count(blocks: list[QRect]) -> int:
    return sum(block.width() * block.height() for block in blocks)


# -- clipboard ----------------------------------------------------------------------------------------------
def copy(view: TablesView) -> None:
    """Put the selected cells on the clipboard, for this program and for others."""
    blocks = blocks_of(view)
    if len(blocks) > 1 and len({(each.left(), each.width()) for each in blocks}) > 1:
        view.session.tell(tr("Cells that do not stand below each other cannot be copied in one go."))
        return
    blocks.sort(key=lambda each: each.top())
    texts = [row for block in blocks for row in _texts(view, block)]
    whole = all(block.width() == len(view.model.columns) for block in blocks)
    steps = list(dict.fromkeys(row.step for row in rows_of(view))) if whole else []
    clipboard.put_block(view.session.now, texts, steps)
    count = _count(blocks)
    view.session.said.emit(tr_count("1 cell copied", "{count} cells copied", count))


def cut(view: TablesView) -> None:
    """Copy the selected cells and clear them."""
    copy(view)
    blocks = blocks_of(view)
    _clear(view, tr_count("Cut 1 cell", "Cut {count} cells", _count(blocks)))


def paste(view: TablesView) -> None:
    """Paste cells from the clipboard, from the upper left of the selected ones on."""
    _paste(view, clipboard.taken_block())


def paste_plain(view: TablesView) -> None:
    """The same, read as plain text."""
    _paste(view, clipboard.taken_block(plain=True))


def _paste(view: TablesView, block: list[list[str]]) -> None:
    model, chosen = view.model, view.grid.selected_block()
    left, top = max(0, chosen.left()), max(0, chosen.top())
    named = clipboard.headed(block, model.every_column)
    columns, texts = named or (model.columns[left:], block)
    if not texts:
        view.session.tell(tr("There is nothing on the clipboard that can be pasted into cells."))
        return
    rows = model.rows[top:]
    wide = len(columns) if named else chosen.width()
    selected = (max(1, min(chosen.height(), len(rows))), wide)
    high, width = _fitting(len(texts), selected[0]), min(_fitting(len(texts[0]), wide), len(columns))
    label = tr_count("Paste 1 cell", "Paste {count} cells", high * width)
    try:
        written = write_blocks(view.session, label, [(rows, columns, texts, selected)])
    except UserError as error:
        view.session.tell(str(error))
        return
    places = [at for row in written if (at := model.place_of(row)) >= 0]
    if places:
        left, width = (0, len(model.columns)) if named else (left, width)
        view.grid.select_block(QRect(left, min(places), width, max(places) - min(places) + 1))


def _fitting(given: int, selected: int) -> int:
    """How many rows or columns a block covers: it repeats where it divides what is selected."""
    return selected if selected % given == 0 else given


def clear(view: TablesView) -> None:
    """Clear the selected cells."""
    count = _count(blocks_of(view))
    _clear(view, tr_count("Clear 1 cell", "Clear {count} cells", count))


def _clear(view: TablesView, label: str) -> None:
    blocks = blocks_of(view)
    if blocks:
        write_blocks(view.session, label, [_onto(view, block, [[""]]) for block in blocks])


# -- filling ------------------------------------------------------------------------------------------------
def fill_down(view: TablesView) -> None:
    """Write the first selected row into those below; of one row alone the one above into it."""
    block = blocks_of(view)[0]
    if block.height() == 1:
        block.setTop(block.top() - 1)
    first = _texts(view, QRect(block.left(), block.top(), block.width(), 1))[0]
    target = QRect(block.left(), block.top() + 1, block.width(), block.height() - 1)
    if target.top() > 0 and not target.isEmpty():
        texts = [first for _ in range(target.height())]
        write_blocks(view.session, tr("Fill down"), [_onto(view, target, texts)])


def fill_right(view: TablesView) -> None:
    """Write the first selected column into those right of it; of one column alone the one before into it."""
    block = blocks_of(view)[0]
    if block.width() == 1:
        block.setLeft(block.left() - 1)
    first = _texts(view, QRect(block.left(), block.top(), 1, block.height()))
    target = QRect(block.left() + 1, block.top(), block.width() - 1, block.height())
    if target.left() > 0 and not target.isEmpty():
        texts = [row * target.width() for row in first]
        write_blocks(view.session, tr("Fill right"), [_onto(view, target, texts)])


# -- rows ---------------------------------------------------------------------------------------------------
def insert_above(view: TablesView) -> None:
    """Add a step before the selected one."""
    row = rows_of(view)[0]
    with view.session.edit(tr("Insert row")) as draft:
        made = insert_before(draft, row.step)
    view.go_to_step(made)


def insert_below(view: TablesView) -> None:
    """Add a step behind the selected one, behind all others when none is; where rows are tasks, a task."""
    rows = rows_of(view)
    if rows and view.model.by_task:
        _insert_task(view, rows[-1])
        return
    with view.session.edit(tr("Insert row")) as draft:
        made = append_row(draft, view.session.stream, rows[-1].step if rows else "")
    view.go_to_step(made)


def _insert_task(view: TablesView, row: Row) -> None:
    """Add a task below that of a row; the row of a step without tasks is the place of its first one."""
    at = view.model.column_of(TASKS)
    column = at if at >= 0 else max(0, view.grid.currentIndex().column())
    if not row.task:
        view.show_column(TASKS, on=True)
        view.grid.go_to(view.model.place_of(row), view.model.column_of(TASKS))
        view.grid.open_editor()
        return
    tasks = list(view.session.now.get(row.step, Step).tasks)
    place = next(at for at, task in enumerate(tasks) if task.id == row.task)
    # Below an action that has tasks a new one is the first of them.
    made = Task.new("", max(task.indent for task in tasks[place : place + 2]))
    with view.session.edit(tr("Insert task")) as draft:
        lists.set_tasks(draft, row.step, [*tasks[: place + 1], made, *tasks[place + 1 :]])
    view.go_to_row(Row(row.step, made.id), column)


def delete(view: TablesView) -> None:
    """Delete the rows in which something is selected."""
    rows, grid = rows_of(view), view.grid
    place, column = view.model.place_of(rows[0]), grid.currentIndex().column()
    with view.session.edit(_delete_label(view, rows)) as draft:
        delete_rows(draft, rows)
    grid.go_to(min(place, view.model.rowCount() - 1), max(0, column))


def _delete_label(view: TablesView, rows: list[Row]) -> str:
    if any(row.task for row in rows):
        return tr_count("Delete 1 row", "Delete {count} rows", len(rows))
    if len(rows) == 1:
        name = short_name(view.session.now, view.session.now.get(rows[0].step, Step))
        return tr("Delete “{name}”").format(name=name)
    return tr_count("Delete 1 step", "Delete {count} steps", len(rows))


def _mover(by: int) -> Callable[[TablesView], None]:
    def move(view: TablesView) -> None:
        session, grid = view.session, view.grid
        if view.model.sorting is not None:
            session.tell(
                tr("The table is sorted. Rows can be moved in the order of the stream."),
                tr("Show in Stream Order"),
                lambda: view.sort(None),
            )
            return
        rows = rows_of(view)
        steps = list(dict.fromkeys(row.step for row in rows))
        block = grid.selected_block()
        label = tr("Move row") if len(steps) == 1 else tr("Move {count} rows").format(count=len(steps))
        moved = False
        with session.edit(label) as draft:
            moved = move_rows(draft, steps, by)
        if not moved:
            session.said.emit(tr("It is the first row.") if by < 0 else tr("It is the last row."))
            return
        places = [at for row in rows if (at := view.model.place_of(row)) >= 0]
        if places:
            top = min(places)
            grid.select_block(QRect(block.left(), top, block.width(), max(places) - top + 1))
            grid.scrollTo(grid.currentIndex())

    return move


# -- how it is shown ----------------------------------------------------------------------------------------
def _sorter(*, backwards: bool) -> Callable[[TablesView], None]:
    def sort(view: TablesView) -> None:
        column = _column(view)
        if column is not None:
            view.sort(Sorting(column.id, backwards))

    return sort


def _column(view: TablesView) -> Column | None:
    at = view.grid.currentIndex().column()
    return view.model.columns[at] if 0 <= at < len(view.model.columns) else None


def _is_sorted(*, backwards: bool) -> Callable[[TablesView], bool]:
    def is_sorted(view: TablesView) -> bool:
        column = _column(view)
        return column is not None and view.model.sorting == Sorting(column.id, backwards)

    return is_sorted


def _hide_column(view: TablesView) -> None:
    column = _column(view)
    if column is not None:
        view.show_column(column.id, on=False)


def _can_hide(view: TablesView) -> bool:
    return view.grid.currentIndex().column() > 0


def _rename(view: TablesView) -> None:
    view.grid.open_editor()


def _select_all(view: TablesView) -> None:
    count = len(view.model.rows)
    if count:
        view.grid.select_block(QRect(0, 0, len(view.model.columns), count))


def never(_view: TablesView) -> bool:
    return False


def _has_rows(view: TablesView) -> bool:
    return bool(view.model.rows)


def _has_current(view: TablesView) -> bool:
    return view.grid.currentIndex().isValid()


#: Action id → verb.
VERBS: Mapping[str, SheetVerb] = {
    "edit.copy": SheetVerb(copy, has_cells),
    "edit.cut": SheetVerb(cut, has_cells),
    "edit.paste": SheetVerb(paste),
    "edit.paste_plain": SheetVerb(paste_plain),
    "edit.delete": SheetVerb(clear, has_cells, text=CLEAR[0], tip=CLEAR[1]),
    "edit.delete_leaving_gap": SheetVerb(clear, never),  # no key of a spreadsheet deletes steps
    "edit.rename": SheetVerb(
        _rename, _has_current, text="Edit Cell", tip="Edit the text of the current cell in its place."
    ),
    "edit.select_all": SheetVerb(_select_all, _has_rows),
    "table.insert_above": SheetVerb(insert_above, has_cells),
    "table.insert_below": SheetVerb(insert_below),
    "table.delete_rows": SheetVerb(delete, has_cells),
    "table.move_up": SheetVerb(_mover(-1), has_cells),
    "table.move_down": SheetVerb(_mover(1), has_cells),
    "table.fill_down": SheetVerb(fill_down, is_many),
    "table.fill_right": SheetVerb(fill_right, _across),
    "table.by_task": SheetVerb(lambda view: view.toggle_by_task(), on=lambda view: view.model.by_task),
    "table.sort": SheetVerb(_sorter(backwards=False), _has_rows, _is_sorted(backwards=False)),
    "table.sort_back": SheetVerb(_sorter(backwards=True), _has_rows, _is_sorted(backwards=True)),
    "table.stream_order": SheetVerb(
        lambda view: view.sort(None), _has_rows, lambda view: view.model.sorting is None
    ),
    "table.filter": SheetVerb(lambda view: view.begin_filter()),
    "table.columns": SheetVerb(lambda view: view.choose_columns()),
    "table.hide_column": SheetVerb(_hide_column, _can_hide),
    "table.fit_column": SheetVerb(lambda view: view.fit_current_column(), _has_current),
}
