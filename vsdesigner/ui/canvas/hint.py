"""What an empty stream says."""

from __future__ import annotations

from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import STEP_GAP
from vsdesigner.model.records import TerminalKind
from vsdesigner.ui.canvas.marks import HintMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.measure import FontMeasurer

WIDTH, HEIGHT = 230.0, 84.0
PADDING = 14.0
_measurer = FontMeasurer()


def refresh(stage: Stage) -> None:
    """Show beside demand what to do next while the stream has no step."""
    if stage.now.steps(stage.session.stream) or stage.quick_add.shown:
        stage.overlay.hide(Layer.HINT)
        return
    words = tr("Type a name to add the first step, or drag an activity here")
    lines = _measurer.lines(words, "small", WIDTH - 2 * PADDING)
    stage.overlay.show(Layer.HINT, HintMark(_place(stage, stage.layout), lines))


def _place(stage: Stage, layout: StreamLayout) -> Rect:
    for terminal in stage.now.terminals(stage.session.stream):
        if terminal.kind is TerminalKind.DEMAND:
            rect = layout.cards[terminal.id].rect
            return Rect(rect.right + STEP_GAP, rect.y, WIDTH, HEIGHT)
    return Rect(layout.bounds.x, layout.bounds.y, WIDTH, HEIGHT)
