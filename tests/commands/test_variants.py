"""As-is and to-be: a copy that knows what each of its steps was copied from."""

from __future__ import annotations

from tests.examples.make_cloud_service import build
from vsdesigner.commands import elements, steps, substreams, variants
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling
from vsdesigner.model.records import Step, Stream, StreamState

PARTS = {"id", "stream", "variant_of", "tasks"}


def copied() -> tuple[Draft, str, str]:
    draft = Draft(build())
    stream = draft.view.streams[0].id
    return draft, stream, variants.make_to_be(draft, stream)


def test_the_copy_is_the_same_stream_under_other_ids() -> None:
    draft, stream, made = copied()
    view = complete(draft).view
    assert not dangling(view)
    ours, theirs = view.steps(stream), view.steps(made)
    assert [step.name for step in theirs] == [step.name for step in ours]
    for one, other in zip(ours, theirs, strict=True):
        assert one.id != other.id
        assert one.model_dump(exclude=PARTS) == other.model_dump(exclude=PARTS)
        assert [task.text for task in one.tasks] == [task.text for task in other.tasks]
        assert {task.id for task in one.tasks}.isdisjoint(task.id for task in other.tasks)
    of = {step.id: step.variant_of for step in theirs}
    ends = {end.id: end.kind for s in (stream, made) for end in view.terminals(s)}

    def flows(id: str) -> set[tuple[str, str, str]]:
        found = view.flows(id)
        name = [of.get(end, ends.get(end, end)) for flow in found for end in (flow.source, flow.target)]
        return {(*name[at : at + 2], found[at // 2].label) for at in range(0, len(name), 2)}

    assert flows(made) == flows(stream)


def test_the_two_know_each_other() -> None:
    draft, stream, made = copied()
    view = draft.view
    assert view.get(made, Stream).variant_of == stream
    assert view.get(made, Stream).state is StreamState.TO_BE
    assert view.get(stream, Stream).state is StreamState.AS_IS
    assert [other.id for other in variants.counterparts(view, stream)] == [made]
    assert [other.id for other in variants.counterparts(view, made)] == [stream]
    first = view.steps(stream)[0].id
    there = variants.counterpart_step(view, first, made)
    assert view.get(there, Step).variant_of == first
    assert variants.counterpart_step(view, there, stream) == first


def test_the_copy_stands_right_behind_its_original() -> None:
    draft = Draft(build())
    from vsdesigner.commands import streams

    first, last = draft.view.streams[0].id, streams.add(draft, "Another")
    made = variants.make_to_be(draft, first)
    assert [stream.id for stream in draft.view.streams] == [first, made, last]


def test_a_state_that_was_given_stays() -> None:
    draft = Draft(build())
    stream = draft.view.streams[0].id
    variants.set_state(draft, stream, StreamState.TO_BE)
    made = variants.make_to_be(draft, stream)
    assert draft.view.get(stream, Stream).state is StreamState.TO_BE
    assert draft.view.get(made, Stream).variant_of == stream


def test_what_is_done_to_one_leaves_the_other_alone() -> None:
    draft, stream, made = copied()
    step = draft.view.steps(made)[1]
    steps.update(draft, [step.id], name="Plan with the customer")
    elements.delete(draft, [draft.view.steps(stream)[0].id])
    view = complete(draft).view
    assert len(view.steps(made)) == len(view.steps(stream)) + 1
    assert view.steps(made)[0].variant_of == ""  # its original is gone; nothing dangles
    assert view.steps(stream)[0].name != "Plan with the customer"
    assert not dangling(view)


def test_a_step_comes_to_stand_for_a_stream() -> None:
    draft = Draft(build())
    stream = draft.view.streams[0]
    step = draft.view.steps(stream.id)[2]
    made = substreams.make_substream(draft, step.id)
    assert draft.view.get(made, Stream).name == step.name
    assert substreams.substream_of(draft.view, step.id) == made
    assert [each.id for each in substreams.standing_for(draft.view, made)] == [step.id]
    assert substreams.standing_for(draft.view, stream.id) == ()
    assert len(draft.view.terminals(made)) == 2
