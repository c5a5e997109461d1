"""What a double click does, by what lies under it."""

from __future__ import annotations

from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.gesture import Pointer
from vsdesigner.ui.canvas.tools.landing import place_around
from vsdesigner.ui.canvas.tools.lane_border import border_at, fit_height
from vsdesigner.ui.substreams import open_substream


def on_double_click(stage: Stage, pointer: Pointer) -> None:
    """Edit the text of a card or a flow, whose label comes to where one points; of a step that stands for
    another stream show that one. On empty ground inside the lanes ask for a step there.

    On the border below a lane, let its content decide how high it is.
    """
    hit = stage.card_at(pointer.scene) or stage.flow_at(pointer.scene)
    if hit and open_substream(stage.session, hit):
        return
    if hit:
        stage.session.select((hit,))
        stage.naming.begin(hit, at=pointer.scene)
    elif lane := border_at(stage, pointer.scene.y):
        fit_height(stage, lane)
    elif 0 <= pointer.scene.y < stage.layout.lanes[-1].bottom:
        stage.quick_add.open(place_around(stage, pointer.scene))
