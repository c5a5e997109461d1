"""The commands that point and draw: laser, pen, eraser.

Ctrl+Z takes back what was drawn while pen or eraser is in hand and there is something to take back at this
stop; otherwise it is the undo of the document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.ink.ink import COLOURS, Ink
from vsdesigner.ui.presentation.ink.laser import Laser
from vsdesigner.ui.presentation.ink.pane import TOOLS, InkPane
from vsdesigner.ui.presentation.show import Tool

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

LEAVING = 30  # after what lies over everything and the number, before lens and presentation


def attach(window: PresentWindow) -> None:
    """Lay ink and laser over the parts; Esc lays the tool down."""
    ink = Ink(window.state, window)
    window.cover_with(InkPane(window, ink))
    window.cover_with(Laser(window))

    def lay_down() -> bool:
        taken = window.state.tool is not Tool.NONE
        if taken:
            window.state.take_tool(Tool.NONE)
        return taken

    window.add_leaver(LEAVING, lay_down)


def ink_of(window: PresentWindow) -> Ink:
    """The ink of a presentation; KeyError when it has none."""
    found = window.findChild(Ink)
    if not isinstance(found, Ink):
        raise KeyError("ink")
    return found


def _next_colour(window: PresentWindow) -> None:
    ink = ink_of(window)
    if window.state.tool is Tool.PEN:
        ink.take_colour(COLOURS[(COLOURS.index(ink.colour) + 1) % len(COLOURS)])
    else:
        window.state.take_tool(Tool.PEN)


def _may_undo(window: PresentWindow) -> bool:
    return window.state.tool in TOOLS and ink_of(window).can_undo


def _take(tool: Tool) -> Command:
    texts = {
        Tool.LASER: ("draw.laser", "Laser", "L"),
        Tool.PEN: ("draw.pen", "Pen", "D"),
        Tool.ERASER: ("draw.eraser", "Eraser", "X"),
    }
    id, text, key = texts[tool]
    return Command(id, "draw", text, lambda window: window.state.take_tool(tool), (key,))


DRAWING = (
    _take(Tool.LASER),
    _take(Tool.PEN),
    Command("draw.colour", "draw", "Next colour of the pen", _next_colour, ("Shift+D",)),
    _take(Tool.ERASER),
    Command(
        "draw.wipe",
        "draw",
        "Wipe all ink",
        lambda window: ink_of(window).wipe(),
        ("Shift+X",),
        lambda window: ink_of(window).there,
    ),
    Command(
        "draw.undo",
        "draw",
        "With a pen: take the last stroke back",
        lambda window: ink_of(window).undo(),
        ("Ctrl+Z",),
        _may_undo,
    ),
)
