"""A lane that grows high up moves everything below: the layout is then the same as one from scratch."""

from __future__ import annotations

import itertools

from vsdesigner.commands import flows, lanes, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import MANY, StreamLayout
from vsdesigner.model.place import Place


def winding(count: int) -> Snapshot:
    """A chain that winds through the five lanes below the first."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    below = [lane.id for lane in draft.view.lanes][1:]
    ids = [
        steps.add(draft, stream, Place(below[index % 5], 300 + 270 * (index // 5), 26))
        for index in range(count)
    ]
    for source, target in itertools.pairwise(ids):
        flows.connect(draft, source, target)
    return complete(draft).view


def test_all_flows_are_led_anew() -> None:
    document = winding(MANY + 16)
    stream = document.streams[0].id
    layout = StreamLayout(document, stream, ApproximateMeasurer())
    before = dict(layout.routes)
    draft = Draft(document)
    lanes.set_height(draft, stream, "engage", 300)
    change = complete(draft).to_change("Grow")
    after = document.evolve(change.result)
    dirty = layout.apply(change, after)
    fresh = StreamLayout(after, stream, ApproximateMeasurer())
    assert layout.cards == fresh.cards
    assert dict(layout.routes) == dict(fresh.routes)
    assert {id for id, found in layout.routes.items() if before[id] != found} <= dirty.routes
    gone = Draft(after)
    lanes.set_height(gone, stream, "engage", None)
    gone.remove(next(flow.id for flow in after.flows(stream)))
    change = complete(gone).to_change("Shrink")
    dirty = layout.apply(change, after.evolve(change.result))
    assert dirty.removed == change.removed.keys()
    assert layout.routes.keys() == before.keys() - dirty.removed
