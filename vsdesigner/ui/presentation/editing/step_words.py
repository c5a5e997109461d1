"""Writes into the document what is typed into the editor of a presentation: cells of text, and letters."""

from __future__ import annotations

from collections.abc import Hashable

from vsdesigner.commands import raci
from vsdesigner.commands import roles as role_verbs
from vsdesigner.commands.table.cells import read_cell, write_cell
from vsdesigner.commands.table.column import Column
from vsdesigner.commands.table.columns import columns
from vsdesigner.commands.table.errors import CellError
from vsdesigner.commands.table.rows import Row
from vsdesigner.document.wording import role_name
from vsdesigner.model.records import Step
from vsdesigner.ui.deleting import short_name
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

NAME_LENGTH = 40


def column_of(session: Session, id: str) -> Column:
    """Return a column of the document's tables; KeyError when there is none of this id."""
    return {column.id: column for column in columns(session.now)}[id]


def cell_text(session: Session, step: str, id: str) -> str:
    """Return what is edited: the name, or a list with one line an item."""
    return read_cell(session.now, Row(step), column_of(session, id), for_editing=True)


def choices(session: Session, step: str, id: str) -> tuple[str, ...]:
    """Return what a line may be completed with."""
    column, record = column_of(session, id), session.now.find(step)
    if column.choices is None or not isinstance(record, Step):
        return ()
    return column.choices(session.now, record)


def write(session: Session, step: str, id: str, text: str, merge_key: Hashable | None = None) -> str:
    """Write a cell as one step of undo; return the sentence that refuses it, or ""."""
    name = short_name(session.now, session.now.get(step, Step))
    column = column_of(session, id)
    if id == "name":
        label = tr("Rename “{name}”").format(name=name)
    else:
        label = tr("Change {column} of “{name}”").format(column=tr(column.header), name=name)
    try:
        with session.edit(label, merge_key) as draft:
            write_cell(draft, Row(step), column, text)
    except CellError as error:
        return str(error)
    return ""


def toggle_letter(session: Session, step: str, role: str, letter: str) -> str:
    """Give a role a letter in a step, or take it; return what else became of it, or ""."""
    name = shortened(role_name(session.now, role), NAME_LENGTH)
    with session.edit(tr("Change the responsibility of “{role}”").format(role=name)) as draft:
        lost = raci.toggle_letter(draft, step, role, letter)
    if not lost:
        return ""
    other = shortened(role_name(session.now, lost), NAME_LENGTH)
    return tr("“{role}” is accountable now; it was “{other}” before.").format(role=name, other=other)


def add_role(session: Session, name: str) -> None:
    """Make a role, unless there is one of this name."""
    with session.edit(tr("Add the role “{name}”").format(name=shortened(name, NAME_LENGTH))) as draft:
        role_verbs.add_role(draft, name)
