"""The verbs on variants and on streams within streams, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from vsdesigner.commands import substreams, variants
from vsdesigner.document.draft import Draft
from vsdesigner.model.records import StreamState

MOST = 4  # streams: each copy doubles what later steps have to do


def set_state(draft: Draft, stream: str, data: st.DataObject) -> None:
    variants.set_state(draft, stream, data.draw(st.sampled_from(list(StreamState))))


def make_to_be(draft: Draft, stream: str, data: st.DataObject) -> None:
    if len(draft.view.streams) < MOST:
        made = variants.make_to_be(draft, stream)
        for step in draft.view.steps(stream):
            copy = variants.counterpart_step(draft.view, step.id, made)
            assert copy and variants.counterpart_step(draft.view, copy, stream) == step.id


def make_substream(draft: Draft, stream: str, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from([step.id for step in draft.view.steps(stream)]))
    if len(draft.view.streams) < MOST:
        made = substreams.make_substream(draft, step)
        assert substreams.substream_of(draft.view, step) == made


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    set_state: (variants.set_state,),
    make_to_be: (variants.make_to_be,),
    make_substream: (substreams.make_substream,),
}
NEEDS_STEP = {make_substream}
