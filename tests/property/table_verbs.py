"""The verbs of the Tables view, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from vsdesigner.commands.table import cells, rows
from vsdesigner.commands.table.cells import read_cell
from vsdesigner.commands.table.column import CellError, Column
from vsdesigner.commands.table.columns import METHOD, columns
from vsdesigner.commands.table.rows import Row
from vsdesigner.document.draft import Draft

texts = st.sampled_from(
    (
        *("Log it", "", "Build (by ourselves)", "One\n– Two\nThree", "Service desk; ITAM"),
        *(
            "Chat (e.g., Zoom, Teams)",
            "2 (rework: unclear)",
            "Value",
            "3 h",
            "2-4 days",
            "80 %",
            "yes",
            "A/R",
        ),
        *("x" * 600, "A/R", "=cmd()", "مرحبا"),
    )
)


def _rows(draft: Draft, stream: str, data: st.DataObject) -> tuple[Row, ...]:
    return rows.rows(draft.view, stream, by_task=bool(data.draw(st.integers(0, 1))))


def _text(draft: Draft, found: Sequence[Row], column: Column, data: st.DataObject) -> str:
    """What one may type, or what another cell of the column says."""
    if data.draw(st.integers(0, 1)):
        return data.draw(texts)
    return read_cell(draft.view, data.draw(st.sampled_from(found)), column)


def write_cell(draft: Draft, stream: str, data: st.DataObject) -> None:
    found = _rows(draft, stream, data)
    column = data.draw(st.sampled_from([column for column in columns(draft.view) if not column.is_fixed]))
    try:
        cells.write_cell(draft, data.draw(st.sampled_from(found)), column, _text(draft, found, column, data))
    except CellError as error:
        assert str(error)


def write_block(draft: Draft, stream: str, data: st.DataObject) -> None:
    shown = _rows(draft, stream, data)[data.draw(st.integers(0, 3)) :]
    known = [
        column for column in columns(draft.view) if column.id in METHOD or data.draw(st.integers(0, 9)) == 9
    ]
    line = st.lists(texts, min_size=1, max_size=3)
    block = data.draw(st.lists(line, min_size=1, max_size=4))
    chosen = data.draw(st.none() | st.tuples(st.integers(1, 6), st.integers(1, 6)))
    cells.write_block(draft, stream, shown, known, block, selected=chosen)


def append_row(draft: Draft, stream: str, data: st.DataObject) -> None:
    rows.append_row(draft, stream, _anywhere(draft, stream, data))


def append_rows(draft: Draft, stream: str, data: st.DataObject) -> None:
    rows.append_rows(draft, stream, data.draw(st.integers(0, 4)), _anywhere(draft, stream, data))


def _anywhere(draft: Draft, stream: str, data: st.DataObject) -> str:
    return data.draw(st.sampled_from(["", *(step.id for step in draft.view.steps(stream))]))


def insert_row(draft: Draft, stream: str, data: st.DataObject) -> None:
    rows.insert_before(draft, data.draw(st.sampled_from([step.id for step in draft.view.steps(stream)])))


def move_rows(draft: Draft, stream: str, data: st.DataObject) -> None:
    ids = [step.id for step in draft.view.steps(stream)]
    start = data.draw(st.integers(0, len(ids) - 1))
    chosen = ids[start : start + data.draw(st.integers(1, 3))]
    rows.move_rows(draft, chosen, data.draw(st.sampled_from((-1, 1))))


def delete_rows(draft: Draft, stream: str, data: st.DataObject) -> None:
    found = _rows(draft, stream, data)
    rows.delete_rows(draft, data.draw(st.lists(st.sampled_from(found), unique=True, max_size=3)))


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    write_cell: (cells.write_cell,),
    write_block: (cells.write_block,),
    append_row: (rows.append_row,),
    append_rows: (rows.append_rows,),
    insert_row: (rows.insert_before,),
    move_rows: (rows.move_rows,),
    delete_rows: (rows.delete_rows,),
}
NEEDS_STEP = frozenset({write_cell, insert_row, move_rows, delete_rows})
