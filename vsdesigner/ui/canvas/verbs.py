"""What menus, keys and the command palette can ask of the canvas, by the id of the action."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.ui.canvas.arranging import ARRANGING
from vsdesigner.ui.canvas.hands import HANDS
from vsdesigner.ui.canvas.lane_verbs import LANE_VERBS
from vsdesigner.ui.canvas.line_verbs import LINES
from vsdesigner.ui.canvas.noting import NOTING
from vsdesigner.ui.canvas.phase_verbs import PHASE_VERBS
from vsdesigner.ui.canvas.seeing import SEEING
from vsdesigner.ui.canvas.verb import CanvasVerb, always
from vsdesigner.ui.clipboard.verbs import CLIPBOARD

__all__ = ["VERBS", "CanvasVerb", "always"]

#: Action id → verb. A topic adds its own table here and its actions to `ui.actions`.
VERBS: Mapping[str, CanvasVerb] = {
    **LINES,
    **LANE_VERBS,
    **PHASE_VERBS,
    **CLIPBOARD,
    **ARRANGING,
    **HANDS,
    **NOTING,
    **SEEING,
}
