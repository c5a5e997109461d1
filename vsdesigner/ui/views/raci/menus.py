"""The context menus of the matrix: letters with their names, and what can be done with a role."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vsdesigner.commands import raci
from vsdesigner.commands.raci import Cell
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import menu_text
from vsdesigner.ui.roles import role_edits
from vsdesigner.ui.views.raci import letters

if TYPE_CHECKING:
    from vsdesigner.ui.views.raci.view import RaciView


def _new(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def open_cell_menu(view: RaciView, at: QPoint) -> None:
    """Open the menu of the selected cells at a place (global)."""
    menu = _new(view, "raci_view.cell_menu")
    cells = view.grid.chosen_cells()
    if cells:
        _add_letters(menu, view, cells)
        menu.addSeparator()
    row = view.grid.matrix.rows[view.grid.currentIndex().row()]
    if row.tasks and not row.task:
        text = tr("Hide Tasks") if row.is_open else tr("Show Tasks")
        menu.addAction(icon("tasks"), text, lambda: view.grid.toggle_open(row.step))
    for id, text, sign, keys in (
        ("edit.copy", tr("Copy"), "copy", "Ctrl+C"),
        ("edit.paste", tr("Paste"), "paste", "Ctrl+V"),
        ("edit.duplicate", tr("Fill Down"), "down", "Ctrl+D"),
    ):
        action = QAction(icon(sign), f"{text}\t{keys}", menu)
        action.triggered.connect(functools.partial(view.run, id))
        action.setEnabled(view.can_run(id))
        menu.addAction(action)
    role = view.grid.role_here()
    if role:
        menu.addSeparator()
        _add_role(menu.addMenu(icon("role"), tr("Role")), view, role)
    menu.popup(at)


def _add_letters(menu: QMenu, view: RaciView, cells: Sequence[Cell]) -> None:
    held = [raci.held(view.session.now, cell).split("/") for cell in cells]
    for entry in view.grid.matrix.letters:
        text = f"{menu_text(tr(entry.name))}\t{entry.letter}"
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(all(entry.letter in texts for texts in held))
        action.setStatusTip(tr(entry.meaning))
        action.triggered.connect(lambda _on, letter=entry.letter: letters.toggle(view.session, cells, letter))
        menu.addAction(action)
    clear = menu.addAction(icon("delete"), tr("Clear Letters") + "\t" + tr("Del"))
    clear.setEnabled(any(any(texts) for texts in held))
    clear.triggered.connect(lambda: letters.assign(view.session, cells, ""))


def open_role_menu(view: RaciView, role: str, at: QPoint) -> None:
    """Open the menu of a role's header at a place (global); beside the roles it offers to add one."""
    menu = _new(view, "raci_view.role_menu")
    if role:
        _add_role(menu, view, role)
        menu.addSeparator()
    menu.addAction(icon("add"), tr("Add Role"), view.add_role)
    menu.popup(at)


def _add_role(menu: QMenu, view: RaciView, role: str) -> None:
    session, column = view.session, view.grid.matrix.column_of(role)
    menu.addAction(icon("rename"), tr("Rename Role") + "\tF2", lambda: view.grid.begin_role(column))
    menu.addAction(icon("role"), tr("Edit Role…"), lambda: view.edit_role(role))
    others = [entry for entry in session.now.roles if entry.id != role]
    merging = menu.addMenu(icon("link"), tr("Merge Role Into"))
    merging.setObjectName("raci_view.merge_menu")
    merging.setEnabled(bool(others))
    for other in others:
        merging.addAction(menu_text(other.name), functools.partial(role_edits.merge, session, role, other.id))
    place = column - view.grid.matrix.column_of(session.now.roles[0].id)
    left = menu.addAction(icon("left"), tr("Move Role Left") + "\tAlt+Shift+←")
    left.triggered.connect(lambda: role_edits.shift(session, role, -1))
    left.setEnabled(place > 0)
    right = menu.addAction(icon("right"), tr("Move Role Right") + "\tAlt+Shift+→")
    right.triggered.connect(lambda: role_edits.shift(session, role, 1))
    right.setEnabled(place < len(others))
    menu.addSeparator()
    menu.addAction(icon("delete"), tr("Remove Role"), lambda: role_edits.remove(session, role))


def header_place(view: RaciView, role: str) -> QRect:
    """Return where the header of a role is on the screen."""
    head = view.grid.head
    column = view.grid.matrix.column_of(role)
    corner = head.viewport().mapToGlobal(QPoint(head.sectionViewportPosition(column), 0))
    return QRect(corner, QSize(head.sectionSize(column), head.height()))
