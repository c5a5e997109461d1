"""The verbs on finding one's way, and on connecting by keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.verb import CanvasVerb
from vsdesigner.ui.canvas.way_back import go_to_start


def _toggle_minimap(stage: Stage) -> None:
    stage.aids.minimap.set_wanted(not stage.aids.minimap.wanted)


SEEING: Mapping[str, CanvasVerb] = {
    "view.minimap": CanvasVerb(_toggle_minimap, on=lambda stage: stage.aids.minimap.wanted),
    "view.back_to_stream": CanvasVerb(go_to_start, lambda stage: bool(stage.layout.cards)),
    "insert.connect_selected": CanvasVerb(
        lambda stage: stage.aids.linking.go_on(), lambda stage: stage.aids.linking.can_begin()
    ),
}
