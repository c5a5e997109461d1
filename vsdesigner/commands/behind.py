"""Adding a step behind another one, into the way on from there."""

from __future__ import annotations

from vsdesigner.commands import flows, room, steps
from vsdesigner.document.draft import Draft
from vsdesigner.model.dimensions import CARD_WIDTH
from vsdesigner.model.records import Placed


def add_behind(draft: Draft, source: str, way: str = "") -> str:
    """Add a step to the right of `source` and connect it; it goes into the flow `way` where that is one.

    What stands further right makes room. Returns the id of the step.
    """
    if not way:
        return steps.append(draft, source)
    origin = draft.get(source, Placed)
    gap = steps.usual_gap(draft.view, source)
    border = origin.x + steps.extent(origin)[0]
    room.make_room(draft, origin.stream, border, CARD_WIDTH + gap)
    place = steps.append_place(draft.view, source, origin.lane)
    made = steps.add(draft, origin.stream, place)
    flows.insert(draft, way, made)
    return made
