"""The buttons of the presenter's window, made from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.presentation.hand.bar import CommandButton, Entry
from vsdesigner.ui.presentation.show import Layer, Tool

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

SIDE = 44  # px

#: What is not in the table of commands is left out.
ENTRIES = (
    Entry("go.back", "previous"),
    Entry("go.next", "next"),
    Entry("draw.laser", "target", lambda state: state.tool is Tool.LASER),
    Entry("draw.pen", "pen", lambda state: state.tool is Tool.PEN),
    Entry("draw.eraser", "erase", lambda state: state.tool is Tool.ERASER),
    Entry("look.overview", "overview", lambda state: state.layer is Layer.OVERVIEW),
    Entry("look.whole", "fit", lambda state: state.whole),
    Entry("show.black", "black", lambda state: state.layer is Layer.BLACK),
    Entry("play.toggle", "present"),
    Entry("look.theme", "theme"),
    Entry("edit.step", "edit"),
    Entry("show.swap", "reverse"),
    Entry("show.end", "close"),
)


class _Button(CommandButton):
    @guarded(default=QSize)
    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)


class ToolRow(QWidget):
    """A row of buttons that do what the keys do."""

    def __init__(self, window: PresentWindow, parent: QWidget) -> None:
        super().__init__(parent)
        from vsdesigner.ui.presentation.all_commands import COMMANDS  # late: it imports the features

        by_id = {command.id: command for command in COMMANDS}
        self.buttons: dict[str, CommandButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for entry in ENTRIES:
            if entry.command in by_id:
                button = _Button(window, self, by_id[entry.command], entry)
                button.setObjectName(f"presenter.{entry.command}")
                self.buttons[entry.command] = button
                row.addWidget(button)
        row.addStretch(1)
        for signal in (window.state.moved, window.state.changed, window.state.looks_changed):
            signal.connect(self._renew)

    def _renew(self, *_: object) -> None:
        for button in self.buttons.values():
            button.renew()
