"""The commands that go through a presentation, and those that change how it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.presentation.commands import Command

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow


def _toggle_whole(window: PresentWindow) -> None:
    window.state.show_whole(on=not window.state.whole)


def _toggle_theme(window: PresentWindow) -> None:
    window.state.wear(presenting_theme(dark=not window.state.theme.dark))


def _may_undo(window: PresentWindow) -> bool:
    return not window.state.read_only and window.state.session.history.canUndo()


def _may_redo(window: PresentWindow) -> bool:
    return not window.state.read_only and window.state.session.history.canRedo()


GOING = (
    Command(
        "go.next",
        "go",
        "Next",
        lambda window: window.state.next(),
        ("Right", "Space", "PgDown", "Down", "Return"),
    ),
    Command(
        "go.back",
        "go",
        "Back",
        lambda window: window.state.back(),
        ("Left", "PgUp", "Up", "Backspace", "Shift+Space"),
    ),
    Command("go.start", "go", "To the opening", lambda window: window.state.go_to_start(), ("Home",)),
    Command("go.end", "go", "To the closing", lambda window: window.state.go_to_end(), ("End",)),
    Command("go.number", "go", "Go to a step by its number", lambda window: window.numbers.begin(), ("G",)),
)
LOOKING = (
    Command("look.whole", "look", "Whole stream, or the present step", _toggle_whole, ("F",)),
    Command("look.theme", "look", "Light or dark", _toggle_theme, ("T",)),
)
CHANGING = (
    Command("edit.undo", "edit", "Undo", lambda window: window.state.session.undo(), ("Ctrl+Z",), _may_undo),
    Command(
        "edit.redo",
        "edit",
        "Redo",
        lambda window: window.state.session.redo(),
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        _may_redo,
    ),
)
ENDING = (Command("show.end", "show", "End", lambda window: window.leave(), ("Esc",)),)
