"""What menus, keys and the command palette can ask of the canvas, by the id of the action."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.ui.canvas.arranging import ARRANGING
from vsdesigner.ui.canvas.hands import HANDS
from vsdesigner.ui.canvas.verb import CanvasVerb, always
from vsdesigner.ui.clipboard.verbs import CLIPBOARD

__all__ = ["VERBS", "CanvasVerb", "always"]

#: Action id → verb. A topic adds its own table here and its actions to `ui.actions`.
VERBS: Mapping[str, CanvasVerb] = {
    **CLIPBOARD,
    **ARRANGING,
    **HANDS,
}
