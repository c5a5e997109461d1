"""Steps in a chain: put new ones into it, and let neighbours change places."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from vsdesigner.commands import flows, room
from vsdesigner.commands.steps import LEAST_GAP, append_place, extent, usual_gap
from vsdesigner.commands.table.places import Places
from vsdesigner.document.draft import Draft
from vsdesigner.document.query import FORWARD_KINDS
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_WIDTH, LANE_PADDING
from vsdesigner.model.ids import new_id
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, FlowKind, Numbering, Placed, Step, Stream, TerminalKind
from vsdesigner.model.text import COORDINATE_LIMIT


def onward(view: Snapshot, id: str) -> list[Flow]:
    """Return the flows that lead the work on from a step or demand."""
    return [flow for flow in view.outgoing(id) if flow.kind in FORWARD_KINDS]


def arriving(view: Snapshot, id: str) -> list[Flow]:
    """Return the flows by which work arrives at a step or value."""
    return [flow for flow in view.incoming(id) if flow.kind in FORWARD_KINDS]


# -- new steps --------------------------------------------------------------------------------------------
def add_behind(draft: Draft, source: str, count: int) -> list[str]:
    """Add steps that follow each other to the right of a step or demand, without flows; returns their ids.

    They stand in its activity and go on in its rhythm; what is in the way goes further to the right.
    """
    origin = draft.get(source, Placed)
    start = append_place(draft.view, source, origin.lane)
    apart = CARD_WIDTH + usual_gap(draft.view, source)
    _clear(draft, source, start.x + count * apart)
    return _add(draft, origin.stream, Place(origin.lane, start.x, origin.y), count, apart)


def _clear(draft: Draft, source: str, until: float) -> None:
    """Push what the only follower of `source` stands at, so that everything left of `until` is free."""
    following = onward(draft.view, source)
    follower = draft.find(following[0].target) if len(following) == 1 else None
    origin = draft.get(source, Placed)
    if isinstance(follower, Step) and origin.x < follower.x < until:
        room.make_room(draft, origin.stream, follower.x, until - follower.x, ignoring=(source,))


def add_ahead(draft: Draft, step: str, source: str) -> str:
    """Add a step left of a step, in the activity of `source`, without flows; returns its id.

    When there is no room between the two, the step and what stands right of it go further to the right.
    """
    here, origin = draft.get(step, Step), draft.get(source, Placed)
    gap = usual_gap(draft.view, step, before=True)
    left = here.x - gap - CARD_WIDTH
    lane = origin.lane if isinstance(origin, Step) else here.lane
    y = origin.y if isinstance(origin, Step) else here.y
    if isinstance(origin, Step) and left < origin.x + extent(origin)[0] + LEAST_GAP:
        left = here.x
        room.make_room(draft, here.stream, here.x, CARD_WIDTH + gap, ignoring=(source,))
    return _add(draft, here.stream, Place(lane, left, y), 1, 0.0)[0]


def _add(draft: Draft, stream: str, place: Place, count: int, apart: float) -> list[str]:
    view = draft.view
    places = Places(view, stream)
    order = len(view.steps(stream))
    made: list[str] = []
    for index in range(count):
        x = max(-COORDINATE_LIMIT, min(float(round(place.x + index * apart)), COORDINATE_LIMIT))
        y = places.take(place.lane, x, max(place.y, LANE_PADDING))
        step = Step(id=new_id("step"), stream=stream, lane=place.lane, x=x, y=y, order=order + index)
        made.append(draft.add(step).id)
    return made


def link(draft: Draft, ids: Sequence[str], kind: FlowKind = FlowKind.MAIN) -> None:
    """Lead a flow from each of some new steps to the next one."""
    for source, target in itertools.pairwise(ids):
        stream = draft.get(source, Step).stream
        draft.add(Flow(id=new_id("flow"), stream=stream, source=source, target=target, kind=kind))


def put_into(draft: Draft, flow: str, made: Sequence[str]) -> None:
    """Lead a flow through a chain of new steps."""
    flows.insert(draft, flow, made[0])
    if len(made) > 1:
        onwards = draft.view.outgoing(made[0])[0]
        draft.update(onwards.id, source=made[-1])
        link(draft, made, onwards.kind)


def number_behind(draft: Draft, made: Sequence[str], before: str) -> None:
    """Give new steps the numbers behind the step `before`; the first ones when that is empty."""
    added = set(made)
    ids = [step.id for step in draft.view.steps(draft.get(made[0], Step).stream) if step.id not in added]
    at = ids.index(before) + 1 if before else 0
    renumber(draft, [*ids[:at], *made, *ids[at:]])


def renumber(draft: Draft, ids: Sequence[str]) -> None:
    """Number the steps of a stream in this order."""
    for order, id in enumerate(ids):
        step = draft.get(id, Step)
        if step.order != order:
            draft.replace(step.model_copy(update={"order": order}))


def value_is_open(view: Snapshot, stream: str) -> bool:
    """Whether nothing leads to the stream's value yet."""
    return not view.incoming(view.terminal(stream, TerminalKind.VALUE).id)


# -- places in the chain ----------------------------------------------------------------------------------
class Passing(NamedTuple):
    """Two neighbours in a chain, each of one step or more, with the flows before, between and behind them."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    before: Flow | None
    between: Flow
    behind: Flow | None


def passing(view: Snapshot, first: Sequence[str], second: Sequence[str]) -> Passing | None:
    """Return how two neighbours could change places with the flow; None where they are no plain chain."""
    chain = (*first, *second)
    for source, target in itertools.pairwise(chain):
        if [flow.target for flow in onward(view, source)] != [target] or len(arriving(view, target)) != 1:
            return None
    before, behind = arriving(view, chain[0]), onward(view, chain[-1])
    if len(before) > 1 or len(behind) > 1:
        return None
    found = Passing(
        tuple(first),
        tuple(second),
        before[0] if before else None,
        onward(view, first[-1])[0],
        behind[0] if behind else None,
    )
    return found if _is_free(view, found) else None


def _is_free(view: Snapshot, found: Passing) -> bool:
    """Whether no other flow (back, or information) leads where the new ones would, and none closes a loop."""
    outside = {found.before.source if found.before else "", found.behind.target if found.behind else " "}
    if len(outside) < 2 or not outside.isdisjoint((*found.first, *found.second)):
        return False
    moved = {flow.id for flow in (found.before, found.between, found.behind) if flow}
    taken = {
        (flow.source, flow.target)
        for id in (*found.first, *found.second, *([found.before.source] if found.before else []))
        for flow in view.outgoing(id)
        if flow.id not in moved
    }
    return taken.isdisjoint(_ends(found).values())


def _ends(found: Passing) -> dict[str, tuple[str, str]]:
    """Where the flows lead when the second neighbour comes first."""
    ends = {found.between.id: (found.second[-1], found.first[0])}
    if found.before:
        ends[found.before.id] = (found.before.source, found.second[0])
    if found.behind:
        ends[found.behind.id] = (found.first[-1], found.behind.target)
    return ends


def change_places(draft: Draft, found: Passing) -> None:
    """Let the second neighbour come first, in the flow and from left to right on the drawing."""
    for id, (source, target) in _ends(found).items():
        draft.update(id, source=source, target=target, bends=(), source_side="", target_side="")
    chain = [draft.get(id, Step) for id in (*found.first, *found.second)]
    places = Places(draft.view, chain[0].stream, {step.id for step in chain})
    wanted = [*chain[len(found.first) :], *chain[: len(found.first)]]
    for step, x in zip(wanted, [step.x for step in chain], strict=True):
        y = places.take(step.lane, x, step.y)
        draft.replace(step.model_copy(update={"x": x, "y": y}))


def keep_numbers(draft: Draft, stream: str) -> None:
    """Let the numbers of a stream be kept by hand from now on."""
    draft.update(draft.get(stream, Stream).id, numbering=Numbering.MANUAL)
