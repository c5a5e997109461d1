"""What of a stream an audience need not see: tools, times, responsibilities or practices."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMenu

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.looks import CardLook, StepLook
from vsdesigner.ui.plain import menu_text
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.covers.key_words import key_words
from vsdesigner.ui.presentation.hand.letters import menu_sheet
from vsdesigner.ui.presentation.show import PARTS, Show

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

MARGIN = 24  # px of the design between the menu and the corner of the stage


def names() -> dict[str, str]:
    """Return what the parts are called."""
    return {
        "tools": tr("Tools"),
        "times": tr("Times"),
        "raci": tr("Responsibilities"),
        "practices": tr("Practices"),
    }


def without(look: CardLook, hidden: Collection[str]) -> CardLook:
    """Return how a card looks without what is hidden."""
    if not hidden or not isinstance(look, StepLook):
        return look
    answering = "raci" not in hidden
    return replace(
        look,
        tools=0 if "tools" in hidden else look.tools,
        practices=0 if "practices" in hidden else look.practices,
        time="" if "times" in hidden else look.time,
        answers=look.answers if answering else "",
        unanswered=look.unanswered and answering,
    )


def switch(state: Show, part: str) -> None:
    """Hide a part or show it again, and say so."""
    hide = part not in state.hidden
    state.hide(part, on=hide)
    sentence = tr("{part}: hidden") if hide else tr("{part}: shown")
    state.said.emit(sentence.format(part=names()[part]))


def open_parts(window: PresentWindow) -> QMenu:
    """Open the menu of what is shown, at the top of the stage; it stays for several choices."""
    menu = _StayingMenu(window)
    menu.setObjectName("presentation.parts")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setStyleSheet(menu_sheet(window.state))
    # A heading of its own: not every style shows the words of a section.
    heading = menu.addAction(tr("What is shown"))
    heading.setEnabled(False)
    menu.addSeparator()
    for number, part in enumerate(PARTS, start=1):
        action = menu.addAction(f"&{number}  {menu_text(names()[part])}\t{key_words(_key(number))}")
        action.setObjectName(f"parts.{part}")
        action.setCheckable(True)
        action.setChecked(part not in window.state.hidden)
        action.triggered.connect(_switcher(window, part))
    stage, margin = window.areas.stage, MARGIN * window.state.unit
    corner = QPoint(round(stage.x + margin), round(stage.y + margin))
    menu.popup(window.mapToGlobal(corner))
    return menu


class _StayingMenu(QMenu):
    """A menu of switches: a click on one leaves it open."""

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)


def _key(number: int) -> str:
    return f"Ctrl+{number}"


def _switcher(window: PresentWindow, part: str) -> Callable[[], None]:
    return lambda: switch(window.state, part)


def _command(number: int, part: str, text: str) -> Command:
    return Command(
        f"look.{part}",
        "look",
        text,
        lambda window: switch(window.state, part),
        (_key(number),),
    )


AUDIENCE = (
    Command(
        "look.parts", "look", "What is shown: tools, times, responsibilities, practices", open_parts, ("A",)
    ),
    *(
        _command(number, part, text)
        for number, (part, text) in enumerate(
            zip(
                PARTS,
                (
                    "Hide or show tools",
                    "Hide or show times",
                    "Hide or show responsibilities",
                    "Hide or show practices",
                ),
                strict=True,
            ),
            start=1,
        )
    ),
)
