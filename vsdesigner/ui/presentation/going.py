"""The commands that go through a presentation, and those that change how it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vsdesigner.document.change import Change
from vsdesigner.document.wording import stream_title
from vsdesigner.model.records import Flow, Placed, Record, Step, Stream, Terminal
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.show import Show

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow


NAME_LENGTH = 60  # of a stream that is named in a sentence


def _toggle_whole(window: PresentWindow) -> None:
    window.state.show_whole(on=not window.state.whole)


def _toggle_theme(window: PresentWindow) -> None:
    window.state.wear(presenting_theme(dark=not window.state.theme.dark))


def _may_undo(window: PresentWindow) -> bool:
    return not window.state.read_only and window.state.session.history.canUndo()


def _may_redo(window: PresentWindow) -> bool:
    return not window.state.read_only and window.state.session.history.canRedo()


def _undo(window: PresentWindow) -> None:
    session = window.state.session
    session.committing.emit()
    label = session.history.undoText()
    _remake(window.state, session.undo, label, tr("Undone: {step}"), tr("Undone in “{stream}”: {step}"))


def _redo(window: PresentWindow) -> None:
    session = window.state.session
    session.committing.emit()
    label = session.history.redoText()
    words = tr("Done again: {step}"), tr("Done again in “{stream}”: {step}")
    _remake(window.state, session.redo, label, *words)


def _remake(state: Show, do: Callable[[], None], label: str, here: str, elsewhere: str) -> None:
    """Undo or redo, go to where that happened, and say what it was: it may have been out of sight."""
    changes: list[Change] = []
    state.changed.connect(changes.append)
    try:
        do()
    finally:
        state.changed.disconnect(changes.append)
    if not changes or state.stream not in state.view:
        return
    shown = state.session.stream
    if shown == state.stream:
        _go_to_change(state, changes[-1])
        state.said.emit(here.format(step=label))
    else:
        name = shortened(stream_title(state.view.get(shown, Stream)), NAME_LENGTH)
        state.said.emit(elsewhere.format(stream=name, step=label))


def _go_to_change(state: Show, change: Change) -> None:
    """Stay where one stands if something changed there, else go to the first stop where something did."""
    said = {id: pair for id, pair in change.updated.items() if not _only_moved(*pair)}
    if state.stop.id in said or state.stop.id in change.added:
        return
    records = (*change.added.values(), *(after for _, after in said.values()), *change.removed.values())
    stops = [state.view.find(each.source if isinstance(each, Flow) else each.id) for each in records]
    for stop in stops:
        if isinstance(stop, Step | Terminal) and stop.stream == state.stream:
            state.go_to(stop.id)
            return


def _only_moved(before: Record, after: Record) -> bool:
    """Whether nothing differs but the place of a card in its lane: what is changed beside does that."""
    return (
        isinstance(before, Placed)
        and isinstance(after, Placed)
        and before.model_copy(update={"x": after.x, "y": after.y}) == after
    )


def _save(window: PresentWindow) -> None:
    state = window.state
    if state.save is None:
        state.said.emit(tr("This presentation is read-only: nothing can be saved here."))
        return
    saved = state.save()
    window.activateWindow()  # it may have asked where
    state.said.emit(tr("Saved.") if saved else tr("The document was not saved."))


GOING = (
    Command(
        "go.next",
        "go",
        "Next",
        lambda window: window.state.next(),
        ("Right", "Down", "Space", "PgDown", "Return"),
    ),
    Command(
        "go.back",
        "go",
        "Back",
        lambda window: window.state.back(),
        ("Left", "Up", "Backspace", "PgUp", "Shift+Space"),
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
    Command("edit.undo", "edit", "Undo the last change", _undo, ("Ctrl+Z",), _may_undo),
    Command("edit.redo", "edit", "Do again what was undone", _redo, ("Ctrl+Y", "Ctrl+Shift+Z"), _may_redo),
    Command("file.save", "edit", "Save the document", _save, ("Ctrl+S",)),
)
ENDING = (Command("show.end", "show", "End", lambda window: window.leave(), ("Esc",)),)
