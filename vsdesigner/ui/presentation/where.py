"""Says in words where a presentation stands."""

from __future__ import annotations

from vsdesigner.analysis.journey import StopKind
from vsdesigner.document.card_words import terminal_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import one_line, stream_title
from vsdesigner.model.records import Phase, Step, Terminal
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.show import Show


def place_words(state: Show) -> str:
    """Return ``Step 4 of 7``, on a loop ``Step 4 of 7 again``, or what is shown instead of a step."""
    kind, id = state.stop
    if kind is StopKind.OPENING:
        return tr("Opening")
    if kind is StopKind.CLOSING:
        return tr("Closing")
    if kind is StopKind.STEP:
        count, number = len(state.view.steps(state.stream)), state.view.number(id)
        if id in state.journey.path[: state.journey.place]:
            return tr("Step {number} of {count} again").format(number=number, count=count)
        return tr("Step {number} of {count}").format(number=number, count=count)
    return terminal_title(state.view, state.view.get(id, Terminal))


def phase_words(state: Show) -> str:
    """Return the name of the present phase, or nothing."""
    phase = state.view.find(state.journey.phase) if state.journey.phase else None
    return one_line(phase.name) if isinstance(phase, Phase) else ""


def phase_number(view: Snapshot, phase: str) -> int:
    """Return which phase of its stream it is from left to right, from 1."""
    phases = view.phases(view.get(phase, Phase).stream)
    return [each.id for each in sorted(phases, key=lambda each: (each.x, each.order, each.id))].index(
        phase
    ) + 1


def spoken_place(state: Show) -> str:
    """Return place, name and phase as one would say them."""
    kind, id = state.stop
    words = place_words(state)
    if kind is StopKind.STEP:
        name = one_line(state.view.get(id, Step).name) or tr("Unnamed step")
        words = tr("{place}: {name}").format(place=words, name=name)
    elif kind is StopKind.OPENING:
        words = tr("{place}: {name}").format(place=words, name=stream_title(state.record))
    phase = phase_words(state)
    return tr("{place}, phase {phase}").format(place=words, phase=phase) if phase else words
