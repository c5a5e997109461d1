"""The verbs of quick hands: quick-add, and the way on to value."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.ui.canvas import edits
from vsdesigner.ui.canvas.spot import can_go_on_to_value, value_of
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.verb import CanvasVerb


def connect_to_value(stage: Stage, id: str = "") -> None:
    """Lead a flow from a step, the selected one unless another is given, to value if it may."""
    source = id or stage.single_card()
    if can_go_on_to_value(stage, source):
        edits.connect(stage.session, source, value_of(stage))


HANDS: Mapping[str, CanvasVerb] = {
    "insert.quick_add": CanvasVerb(lambda stage: stage.quick_add.open_for_selection()),
    "insert.connect_to_value": CanvasVerb(
        connect_to_value, lambda stage: can_go_on_to_value(stage, stage.single_card())
    ),
}
