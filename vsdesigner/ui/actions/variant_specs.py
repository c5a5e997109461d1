"""The actions on variants of a stream (as-is, to-be) and on streams within streams."""

from __future__ import annotations

from collections.abc import Callable

from vsdesigner.model.records import Stream, StreamState
from vsdesigner.ui import substreams, variants
from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.actions.spec import ActionSpec


def _mark(state: StreamState) -> Callable[[Desk], None]:
    return lambda desk: variants.mark(desk.session, state)


def _is(state: StreamState) -> Callable[[Desk], bool]:
    return lambda desk: desk.session.now.get(desk.session.stream, Stream).state is state


VARIANT = (
    ActionSpec(
        "stream.make_to_be",
        "Make a To-&be Copy",
        "Copy this stream as what should happen; the copy and its steps know what they were copied from.",
        lambda desk: variants.make_to_be(desk.session),
        icon="duplicate",
    ),
    ActionSpec(
        "stream.counterpart",
        "Sho&w the As-is or To-be",
        "Show the stream that this one is a copy of, or its copy, at the same step.",
        lambda desk: variants.show_counterpart(desk.session),
        ("F7",),
        "compare",
        can=lambda desk: variants.has_counterpart(desk.session),
    ),
    ActionSpec(
        "stream.mark_as_is",
        "Mark as &As-is",
        "Say that this stream describes what happens today.",
        _mark(StreamState.AS_IS),
        checked=_is(StreamState.AS_IS),
    ),
    ActionSpec(
        "stream.mark_to_be",
        "Mark as &To-be",
        "Say that this stream describes what should happen.",
        _mark(StreamState.TO_BE),
        checked=_is(StreamState.TO_BE),
    ),
)
SUBSTREAM = (
    ActionSpec(
        "stream.open_substream",
        "&Open the Stream of the Step",
        "Show the stream that the selected step stands for; a double click on the step does the same.",
        lambda desk: _run(substreams.open_substream, desk),
        ("F4",),
        "stream",
        can=lambda desk: bool(substreams.selected_substream(desk.session)),
    ),
    ActionSpec(
        "stream.go_up",
        "Go &Up to the Step",
        "Show the step of another stream that stands for this stream.",
        lambda desk: _run(substreams.go_up, desk),
        ("Shift+F4",),
        "up",
        can=lambda desk: substreams.can_go_up(desk.session),
    ),
    ActionSpec(
        "stream.make_substream",
        "Make a &Stream of the Step",
        "Let the selected step stand for a new stream of this document that tells how it is done.",
        lambda desk: substreams.make_substream(desk.session),
        icon="add",
        can=lambda desk: substreams.can_make(desk.session),
    ),
)


def _run(verb: Callable[..., bool], desk: Desk) -> None:
    desk.session.committing.emit()
    verb(desk.session)
