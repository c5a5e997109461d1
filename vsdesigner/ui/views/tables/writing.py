"""Puts what is typed, pasted, filled and cleared into the document: one undo step, refusals told once."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands.table.cells import Refusal, Written, write_block, write_cell
from vsdesigner.commands.table.column import CellError, Column
from vsdesigner.commands.table.rows import Row, append_row
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step
from vsdesigner.ui.correction import Correction
from vsdesigner.ui.deleting import NAME_LENGTH, short_name
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session
from vsdesigner.ui.views.tables.model import NAME, NEW, header_text

#: Rows from the upper left cell on, columns likewise, texts, and how many of each are selected.
Block = tuple[Sequence[Row], Sequence[Column], Sequence[Sequence[str]], tuple[int, int]]


def write_typed(session: Session, row: Row, column: Column, text: str, told: Correction) -> bool:
    """Write one cell as it was typed; False when it was refused, which is told."""
    if row is NEW:
        return _add_typed(session, column, text, told)
    try:
        with session.edit(_label(session.now, row, column, text)) as draft:
            write_cell(draft, row, column, text)
    except CellError as error:
        session.tell(str(error), "", told)
        return False
    return True


def _add_typed(session: Session, column: Column, text: str, told: Correction) -> bool:
    if not text.strip():
        return True
    name = shortened(" ".join(text.split()), NAME_LENGTH)
    label = tr("Add “{name}”").format(name=name) if column.id == NAME else tr("Add step")
    try:
        with session.edit(label) as draft:
            step = append_row(draft, session.stream)
            write_cell(draft, Row(step), column, text)
    except CellError as error:
        session.tell(str(error), "", told)
        return False
    return True


def _label(view: Snapshot, row: Row, column: Column, text: str) -> str:
    step = view.get(row.step, Step)
    name = short_name(view, step)
    if column.id == NAME:
        return tr("Rename “{name}”").format(name=name)
    sentence = tr("Change {column} of “{name}”") if text.strip() else tr("Clear {column} of “{name}”")
    return sentence.format(column=shortened(header_text(column), NAME_LENGTH), name=name)


def write_blocks(session: Session, label: str, blocks: Sequence[Block]) -> list[Row]:
    """Write blocks of texts as one step; what was refused is told in one notice. Returns the rows."""
    found: list[Written] = []
    with session.edit(label) as draft:
        for rows, columns, texts, selected in blocks:
            found.append(write_block(draft, session.stream, rows, columns, texts, selected=selected))
    _tell_refused(session, [refusal for written in found for refusal in written.refusals])
    return [row for written in found for row in written.rows]


def _tell_refused(session: Session, refusals: Sequence[Refusal]) -> None:
    if not refusals:
        return
    if len(refusals) == 1:
        session.tell(tr("1 cell was left as it was. {why}").format(why=refusals[0].why))
        return
    sentence = tr("{count} cells were left as they were. The first of them: {why}")
    session.tell(sentence.format(count=len(refusals), why=refusals[0].why))
