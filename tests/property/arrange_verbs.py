"""The verbs that bring order into a drawing, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from vsdesigner.commands import arrange
from vsdesigner.document.draft import Draft
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.phases import Span
from vsdesigner.layout.space import Cut
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.layout.tidy_stream import tidy_stream

coordinates = st.integers(-500, 3000)
sizes = st.none() | st.floats(60, 400)


def _cards(draft: Draft, stream: str) -> list[str]:
    view = draft.view
    return [record.id for record in (*view.steps(stream), *view.terminals(stream), *view.notes(stream))]


def _some(draft: Draft, stream: str, data: st.DataObject) -> list[str]:
    return data.draw(st.lists(st.sampled_from(_cards(draft, stream)), unique=True, max_size=5))


def tidy(draft: Draft, stream: str, data: st.DataObject) -> None:
    layout = StreamLayout(draft.view, stream, ApproximateMeasurer())
    found = tidy_stream(draft.view, layout, _some(draft, stream, data))
    spans = {
        phase.id: Span(data.draw(coordinates), data.draw(st.integers(-50, 900)))
        for phase in draft.view.phases(stream)
    }
    arrange.tidy(draft, stream, found.places, found.phases or spans)


def make_room(draft: Draft, stream: str, data: st.DataObject) -> None:
    lane = data.draw(st.sampled_from(("", *(lane.id for lane in draft.view.lanes))))
    cut = Cut(data.draw(coordinates), lane, bool(lane) and data.draw(st.booleans()))
    arrange.make_room(draft, stream, cut, data.draw(coordinates), _some(draft, stream, data))


def resize(draft: Draft, stream: str, data: st.DataObject) -> None:
    chosen = _some(draft, stream, data)
    arrange.resize(draft, {id: (data.draw(sizes), data.draw(sizes)) for id in chosen})


def natural_size(draft: Draft, stream: str, data: st.DataObject) -> None:
    """One card is fixed by hand, all others take the size that they ask for."""
    ids = [step.id for step in draft.view.steps(stream)]
    arrange.resize(draft, {id: (data.draw(st.floats(191, 400)), None) for id in ids[:1]})
    arrange.natural_size(draft, ids[1:])


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    tidy: (arrange.tidy,),
    make_room: (arrange.make_room,),
    resize: (arrange.resize,),
    natural_size: (arrange.natural_size,),
}
