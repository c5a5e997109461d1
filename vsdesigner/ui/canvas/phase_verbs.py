"""What menus and keys can do with phases: make one, go from one to the next, select what is in it."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.commands import phases
from vsdesigner.document.query import phase_members
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.phases import Span
from vsdesigner.model.dimensions import GRID, PHASE_LEAST_WIDTH, PHASE_WIDTH
from vsdesigner.model.records import Phase
from vsdesigner.ui.canvas import lane_edits
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.verb import CanvasVerb
from vsdesigner.ui.i18n import tr

STEP = 4 * GRID  # px that an edge moves by command


def insert(stage: Stage) -> None:
    """Make a phase around the selected steps, else behind the other phases."""
    view, stream = stage.now, stage.session.stream
    add(stage, phases.around(view, stage.session.selection) or phases.next_span(view, stream))


def add(stage: Stage, span: Span) -> None:
    """Make a phase and edit its name; both are one step back."""
    key = object()
    id = lane_edits.add_phase(stage.session, *span, key)
    stage.session.select((id,))
    reveal(stage, id)
    stage.header_naming.begin(id, key)


def add_around(stage: Stage, x: float) -> None:
    """Make a phase in the room between its neighbours, as far as possible with its middle at `x`."""
    first, last = free_room(stage, x)
    width = max(PHASE_LEAST_WIDTH, min(PHASE_WIDTH, last - first))
    add(stage, Span(max(first, min(x - width / 2, last - width)), width))


def free_room(stage: Stage, x: float) -> tuple[float, float]:
    """Return how far a phase at `x` can reach to both sides without meeting another."""
    bands = stage.layout.phases
    first = max((band.right for band in bands if band.right <= x), default=float("-inf"))
    last = min((band.x for band in bands if band.x >= x), default=float("inf"))
    return first, last


def reveal(stage: Stage, phase: str) -> None:
    """Bring a phase into view, without leaving the height that is seen."""
    seen = stage.visible
    for band in stage.layout.phases:
        if band.phase == phase and not (seen.x <= band.x and band.right <= seen.right):
            stage.camera.reveal(Rect(band.x, seen.y + seen.height / 2, band.width, 1.0))


def select_members(stage: Stage, phase: str) -> None:
    """Select the steps and notes of a phase."""
    stage.session.select(member.id for member in phase_members(stage.now, phase))


def _selected(stage: Stage) -> str:
    selection = stage.session.selection
    return selection[0] if len(selection) == 1 and isinstance(stage.now.find(selection[0]), Phase) else ""


def _chooser(by: int) -> CanvasVerb:
    """Select the phase to the right or left, round the end."""

    def do(stage: Stage) -> None:
        ids = [band.phase for band in stage.layout.phases]
        present = _selected(stage)
        index = ids.index(present) + by if present else (0 if by > 0 else -1)
        wanted = ids[index % len(ids)]
        stage.session.select((wanted,))
        reveal(stage, wanted)
        name = stage.now.get(wanted, Phase).name.strip() or tr("Unnamed phase")
        sentence = tr("Phase {number} of {count}, {name}")
        number = ids.index(wanted) + 1
        stage.session.said.emit(sentence.format(number=number, count=len(ids), name=name))

    return CanvasVerb(do, lambda stage: bool(stage.layout.phases))


def _mover(dx: float) -> CanvasVerb:
    def do(stage: Stage) -> None:
        phase = _selected(stage)
        lane_edits.move_phase(stage.session, phase, dx, with_steps=True)
        reveal(stage, phase)

    return CanvasVerb(do, lambda stage: _selected(stage) != "")


def _resizer(by: float) -> CanvasVerb:
    def do(stage: Stage) -> None:
        phase = stage.now.get(_selected(stage), Phase)
        spans = {phase.id: (phase.x, phase.width + by)}
        lane_edits.resize_phases(stage.session, phase.id, spans)

    def can(stage: Stage) -> bool:
        phase = stage.now.find(_selected(stage))
        return isinstance(phase, Phase) and phase.width + by >= PHASE_LEAST_WIDTH

    return CanvasVerb(do, can)


PHASE_VERBS: Mapping[str, CanvasVerb] = {
    "insert.phase": CanvasVerb(insert),
    "phase.choose_next": _chooser(1),
    "phase.choose_previous": _chooser(-1),
    "phase.move_left": _mover(-GRID),
    "phase.move_right": _mover(GRID),
    "phase.wider": _resizer(STEP),
    "phase.narrower": _resizer(-STEP),
    "phase.select_steps": CanvasVerb(
        lambda stage: select_members(stage, _selected(stage)),
        lambda stage: _selected(stage) != "" and bool(phase_members(stage.now, _selected(stage))),
    ),
}
