"""The menu of a presentation: all commands that are possible now, by right click or long press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import menu_text
from vsdesigner.ui.presentation.commands import GROUPS, Command
from vsdesigner.ui.presentation.covers.key_words import key_words
from vsdesigner.ui.presentation.hand.letters import menu_sheet
from vsdesigner.ui.presentation.show import Layer

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

#: What stands in the menu itself, before the groups; the last one behind them.
FIRST = ("go.next", "go.back")
LAST = "show.end"


def open_menu(window: PresentWindow, at: QPoint) -> QMenu:
    """Open the menu at a point of the screen."""
    from vsdesigner.ui.presentation.all_commands import COMMANDS  # late: it imports the features

    menu = QMenu(window)
    menu.setObjectName("presentation.menu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setStyleSheet(menu_sheet(window.state))
    by_id = {command.id: command for command in COMMANDS}
    for id in FIRST:
        _add(menu, window, by_id[id])
    menu.addSeparator()
    for group, title in GROUPS.items():
        rest = [each for each in COMMANDS if each.group == group and each.id not in (*FIRST, LAST)]
        if rest:
            inner = menu.addMenu(menu_text(tr(title)))
            for command in rest:
                _add(inner, window, command)
    menu.addSeparator()
    _add(menu, window, by_id[LAST])
    menu.popup(at)
    return menu


def _add(menu: QMenu, window: PresentWindow, command: Command) -> None:
    text = menu_text(tr(command.text))
    # Written, not set: keys of the presentation are no shortcuts, which would work elsewhere, too.
    action = menu.addAction(f"{text}\t{key_words(command.keys[0])}" if command.keys else text)
    action.setObjectName(command.id)
    action.setEnabled(command.can(window))
    action.triggered.connect(lambda: window.run(command.id))


class MenuKey(QObject):
    """Opens the menu when Qt asks for one and no part has its own."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and watched is self._window:
            if self._window.state.layer in (Layer.BLACK, Layer.WHITE):
                return True
            at = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                at = self._window.mapToGlobal(self._window.rect().center())
            open_menu(self._window, at)
            return True
        return False


def attach(window: PresentWindow) -> None:
    """Add the menu."""
    MenuKey(window)
