"""Changing the stream while presenting: the present step in place, and a new one behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vsdesigner.analysis.journey import StopKind
from vsdesigner.commands.behind import add_behind
from vsdesigner.model.records import Flow
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.editing.step_editor import StepEditor
from vsdesigner.ui.presentation.show import Show

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

LEAVING = -10  # Esc goes back from it before everything else
SOURCES = (StopKind.STEP, StopKind.DEMAND)


def attach(window: PresentWindow) -> None:
    """Add the editor."""
    editor = StepEditor(window)
    window.cover_with(editor)

    def leave() -> bool:
        there = editor.is_open
        editor.close_editor()
        return there

    window.add_leaver(LEAVING, leave)


def editor_of(window: PresentWindow) -> StepEditor:
    """The editor of a presentation; KeyError when it has none."""
    found = window.findChild(StepEditor)
    if not isinstance(found, StepEditor):
        raise KeyError("editor")
    return found


def edit_step(window: PresentWindow) -> None:
    """Open the editor on the present step, or say why not."""
    state = window.state
    if _is_closed(state):
        return
    if state.stop.kind is StopKind.STEP:
        editor_of(window).open_on(state.stop.id)
    else:
        state.said.emit(tr("There is no step here to change."))


def add_step(window: PresentWindow) -> None:
    """Put a new step behind the present one, into the way on where there is one, and begin its name."""
    state = window.state
    if _is_closed(state):
        return
    if state.stop.kind not in SOURCES:
        state.said.emit(tr("A new step comes behind a step or the demand: go there first."))
        return
    key = object()
    way = _way_on(state)
    with state.session.edit(tr("Add step"), key) as draft:
        made = add_behind(draft, state.stop.id, way)
    state.go_to(made)
    editor_of(window).open_on(made, key)


def _way_on(state: Show) -> str:
    """The flow of the main way on from here that a step can go into, or ""."""
    view, stop = state.view, state.stop
    for way in state.journey.ways:
        flow = view.find(way.flow) if way.flow else None
        if isinstance(flow, Flow) and flow.source == stop.id and not way.back:
            return way.flow
    return ""


def _is_closed(state: Show) -> bool:
    if state.read_only:
        state.said.emit(tr("This presentation is read-only: nothing can be changed here."))
    return state.read_only


EDITING = (
    Command("edit.step", "edit", "Change the step here", edit_step, ("E",)),
    Command("edit.add", "edit", "New step behind this one", add_step, ("Shift+A", "Ins")),
)
