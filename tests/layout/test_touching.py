"""A card dragged right over the one that it is connected with: the way between them has no length."""

from __future__ import annotations

from tests.graph import STREAM, graph
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import StreamLayout


def test_a_label_between_cards_that_cover_each_other() -> None:
    view = graph("D>a a>b b>V")
    flow = view.outgoing("a")[0]
    layout = StreamLayout(
        view.evolve({flow.id: flow.model_copy(update={"label": "urgent"})}), STREAM, ApproximateMeasurer()
    )
    route = layout.preview({"b": layout.cards["a"].rect})[flow.id]
    assert len(route.points) == 1
    assert route.label is not None and route.label.contains(route.points[0])
