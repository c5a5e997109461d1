"""Verbs on flows: connect, reconnect, insert a step, turn round, lead by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vsdesigner.document.draft import Draft
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import Bend, LabelPlace
from vsdesigner.model.records import Flow, FlowKind, StreamMember
from vsdesigner.rules.verdicts import Verdict, can_connect, can_insert, can_reverse, passage

DEFAULT_LABEL_PLACE = LabelPlace()


class RefusedError(ValueError):
    """A verb was asked for something that the rules do not allow; the text says why."""


def connect(
    draft: Draft,
    source: str,
    target: str,
    *,
    kind: FlowKind = FlowKind.MAIN,
    label: str = "",
    target_side: str = "",
    source_side: str = "",
) -> str:
    """Connect two steps, demand with a step, or a step with value; returns the flow's id.

    A side (``left``, ``right``, ``top``, ``bottom``) pins that end there. Raises `RefusedError` where
    `rules.can_connect` says no.
    """
    _demand(can_connect(draft.view, source, target))
    stream = draft.get(source, StreamMember).stream
    made = Flow(
        id=new_id("flow"),
        stream=stream,
        source=source,
        target=target,
        kind=kind,
        label=label,
        source_side=source_side,
        target_side=target_side,
    )
    return draft.add(made).id


def reconnect(
    draft: Draft,
    flow: str,
    *,
    source: str = "",
    target: str = "",
    source_side: str = "",
    target_side: str = "",
) -> None:
    """Lead a flow from or to another step, or to another side of the same one.

    An end that is given is pinned to its side, or floats when the side is empty; an end that is not given
    stays as it is. Corners made by hand stay.
    """
    present = draft.get(flow, Flow)
    start, end = source or present.source, target or present.target
    _demand(can_connect(draft.view, start, end, ignoring=flow))
    fields: dict[str, object] = {}
    if source:
        fields |= {"source": source, "source_side": source_side}
    if target:
        fields |= {"target": target, "target_side": target_side}
    draft.update(flow, **fields)


def insert(draft: Draft, flow: str, step: str, *, bends_before: int = 0) -> str:
    """Put a step into a flow; returns the id of the new flow that leads on from the step.

    The flow keeps label, share and its pinned start, for they say when it is taken; its kind holds for both
    halves. Of its corners the first `bends_before` stay with it, the others lead on. A step through which
    a single line passes is taken out of that line first. Raises `RefusedError` where `rules.can_insert`
    says no.
    """
    _demand(can_insert(draft.view, flow, step))
    heal(draft, step)
    line = draft.get(flow, Flow)
    onward = Flow(
        id=new_id("flow"),
        stream=line.stream,
        source=step,
        target=line.target,
        kind=line.kind,
        bends=line.bends[bends_before:],
        target_side=line.target_side,
    )
    draft.update(
        flow,
        target=step,
        target_side="",
        bends=line.bends[:bends_before],
        label_place=DEFAULT_LABEL_PLACE,
    )
    return draft.add(onward).id


def heal(draft: Draft, step: str) -> bool:
    """Lead the line that passes through a step past it; False when no single line does.

    The first of its flows leads on to where the second led; the way is found anew. When those two are
    connected already, or are the same step, both flows go.
    """
    through = passage(draft.view, step)
    if through is None:
        return False
    before, after = through
    draft.remove(after.id)
    if can_connect(draft.view, before.source, after.target, ignoring=before.id):
        draft.update(
            before.id,
            target=after.target,
            target_side=after.target_side,
            bends=(),
            label_place=DEFAULT_LABEL_PLACE,
        )
    else:
        draft.remove(before.id)
    return True


def reverse(draft: Draft, flow: str) -> None:
    """Let a flow lead the other way, along the same line. Raises `RefusedError` where the rules say no."""
    _demand(can_reverse(draft.view, flow))
    line = draft.get(flow, Flow)
    place = line.label_place
    draft.update(
        flow,
        source=line.target,
        target=line.source,
        source_side=line.target_side,
        target_side=line.source_side,
        bends=line.bends[::-1],
        label_place=place.model_copy(update={"fraction": 1.0 - place.fraction}),
    )


def bend(draft: Draft, flow: str, bends: Sequence[Bend]) -> None:
    """Lead a flow through corners made by hand; without any, its way is found by itself again."""
    draft.get(flow, Flow)
    draft.update(flow, bends=tuple(bends))


def reset_routes(draft: Draft, ids: Iterable[str]) -> None:
    """Forget what was made by hand of these flows: corners, pinned sides and the place of the label."""
    for id in ids:
        draft.get(id, Flow)
        draft.update(id, bends=(), source_side="", target_side="", label_place=DEFAULT_LABEL_PLACE)


def is_led_by_hand(flow: Flow) -> bool:
    """Whether anything of a flow's way was made by hand, so that it can be reset."""
    return bool(flow.bends or flow.source_side or flow.target_side) or flow.label_place != DEFAULT_LABEL_PLACE


def update(draft: Draft, ids: Iterable[str], **fields: object) -> None:
    """Replace label, kind, share … of one or several flows."""
    for id in ids:
        draft.get(id, Flow)
        draft.update(id, **fields)


def _demand(verdict: Verdict) -> None:
    if not verdict:
        raise RefusedError(verdict.reason)
