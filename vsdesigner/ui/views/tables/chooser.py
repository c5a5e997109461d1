"""The menu in which columns are shown and hidden; it stays open while one ticks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from vsdesigner.commands.table.column import Column, Kind
from vsdesigner.ui.editors import keys
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import menu_text
from vsdesigner.ui.views.tables.model import NAME, header_text


class StayingMenu(QMenu):
    """Ticking an entry leaves the menu open; all others close it."""

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if not _tick(action):
            super().mouseReleaseEvent(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ticks = event.key() in (*keys.ENTER, Qt.Key.Key_Space)
        if not (ticks and _tick(self.activeAction())):
            super().keyPressEvent(event)


def _tick(action: QAction | None) -> bool:
    # Qt's answer is nothing at all between the entries.
    if action is None or not action.isCheckable() or not action.isEnabled():
        return False
    action.trigger()
    return True


def column_menu(
    parent: QWidget,
    columns: Sequence[Column],
    shown: Collection[str],
    show: Callable[[str, bool], None],
    show_method: Callable[[], None],
) -> QMenu:
    """Return the menu of all columns; `show` is told an id and whether it is ticked."""
    menu = StayingMenu(parent)
    menu.setObjectName("table.column_menu")
    menu.addAction(tr("The &Method’s Columns"), show_method)
    menu.addSeparator()
    roles = False
    for column in columns:
        if column.id == NAME:
            continue
        if column.kind is Kind.LETTERS and not roles:
            menu.addSection(tr("Responsibility"))
            roles = True
        action = QAction(menu_text(header_text(column)), menu)
        action.setObjectName(f"column.{column.id}")
        action.setStatusTip(tr(column.help))
        action.setCheckable(True)
        action.setChecked(column.id in shown)
        action.toggled.connect(_shower(column.id, show))
        menu.addAction(action)
    return menu


def _shower(id: str, show: Callable[[str, bool], None]) -> Callable[[bool], None]:
    return lambda on: show(id, on)
