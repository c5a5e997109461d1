"""Routes: never through a box, straight where they can be, the same whichever way one got there."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from tests.bench.streams import large_document
from vsdesigner.commands import flows, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Point, Rect, around
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import CLEARANCE, STUB
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, FlowKind, TerminalKind
from vsdesigner.rules.verdicts import can_connect


def laid_out(snapshot: Snapshot) -> StreamLayout:
    return StreamLayout(snapshot, snapshot.streams[0].id, ApproximateMeasurer())


def random_stream(seed: int) -> Snapshot:
    """A chain of 5 to 60 steps over all lanes with branches and loops."""
    rnd = random.Random(seed)
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    lanes = [lane.id for lane in draft.view.lanes]
    last = draft.view.terminal(stream, TerminalKind.DEMAND).id
    made: list[str] = []
    for index in range(rnd.randint(5, 60)):
        last = steps.append(draft, last, rnd.choice(lanes), f"Do thing number {index} " * rnd.randint(1, 4))
        made.append(last)
        if rnd.random() < 0.2:
            last = rnd.choice(made)
    flows.connect(draft, made[-1], draft.view.terminal(stream, TerminalKind.VALUE).id)
    for _ in range(len(made) // 4):
        source, target = rnd.choice(made), rnd.choice(made)
        if can_connect(draft.view, source, target):
            flows.connect(draft, source, target)
    return complete(draft).view


def crossings(layout: StreamLayout, snapshot: Snapshot) -> list[str]:
    """Pieces of routes that run through a box, their own ends' boxes included."""
    boxes = {id: card.rect for id, card in layout.cards.items()}
    return [
        f"{flow} through {id}"
        for flow, route in layout.routes.items()
        for here, there in pairwise(route.points)
        for id, box in boxes.items()
        if box.grown(-1).overlaps(around((here, there)).grown(0.1))
    ]


@pytest.mark.parametrize("seed", range(40))
def test_no_line_runs_through_a_box(seed: int) -> None:
    snapshot = random_stream(seed)
    assert crossings(laid_out(snapshot), snapshot) == []


@pytest.mark.parametrize("seed", range(10))
def test_lines_keep_clear_of_boxes_they_pass(seed: int) -> None:
    snapshot = random_stream(seed)
    layout = laid_out(snapshot)
    for id, route in layout.routes.items():
        flow = snapshot.get(id, Flow)
        for here, there in pairwise(route.points):
            for box, card in layout.cards.items():
                if box not in (flow.source, flow.target):
                    assert not card.rect.grown(CLEARANCE - 1).overlaps(around((here, there)).grown(0.1))


@pytest.mark.parametrize("seed", range(10))
def test_routes_are_orthogonal_with_straight_ends_at_the_boxes(seed: int) -> None:
    snapshot = random_stream(seed)
    layout = laid_out(snapshot)
    for id, route in layout.routes.items():
        flow = snapshot.get(id, Flow)
        points = route.points
        assert all(here.x == there.x or here.y == there.y for here, there in pairwise(points))
        assert all(here != there for here, there in pairwise(points))
        assert on_edge(points[0], layout.cards[flow.source].rect)
        assert on_edge(points[-1], layout.cards[flow.target].rect)
        for here, there in ((points[0], points[1]), (points[-1], points[-2])):
            assert abs(here.x - there.x) + abs(here.y - there.y) >= STUB - 1


def on_edge(point: Point, rect: Rect) -> bool:
    return rect.contains(point) and (point.x in (rect.x, rect.right) or point.y in (rect.y, rect.bottom))


@pytest.mark.parametrize("seed", range(10))
def test_moving_a_step_gives_the_same_as_starting_afresh(seed: int) -> None:
    snapshot = random_stream(seed)
    layout = laid_out(snapshot)
    rnd = random.Random(seed)
    stream = snapshot.streams[0].id
    for _ in range(8):
        draft = Draft(snapshot)
        step = rnd.choice(snapshot.steps(stream))
        lane = rnd.choice(snapshot.lanes).id
        steps.place(draft, {step.id: Place(lane, rnd.randint(0, 4000), rnd.randint(0, 300))})
        change = complete(draft).to_change("Move")
        snapshot = snapshot.evolve(change.result)
        layout.apply(change, snapshot)
        fresh = laid_out(snapshot)
        assert layout.cards == fresh.cards
        assert layout.lanes == fresh.lanes
        assert dict(layout.routes) == dict(fresh.routes)


def test_a_change_leaves_routes_alone_that_have_no_reason_to_move() -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    last = draft.view.terminal(stream, TerminalKind.DEMAND).id
    chain = []
    for _ in range(12):
        last = steps.append(draft, last)
        chain.append(last)
    snapshot = complete(draft).view
    layout = laid_out(snapshot)
    edit = Draft(snapshot)
    steps.place(edit, {chain[2]: Place("plan", 0, 20)})
    change = complete(edit).to_change("Move")
    dirty = layout.apply(change, snapshot.evolve(change.result))
    touching = {flow.id for flow in (*snapshot.incoming(chain[2]), *snapshot.outgoing(chain[2]))}
    assert dirty.routes >= touching
    far = {flow.id for id in chain[6:] for flow in snapshot.outgoing(id)}
    assert not dirty.routes & far


def test_steps_right_above_each_other_are_joined_by_a_straight_line() -> None:
    """Also where a rework line ends beside it; the two share the side."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    low, high, far = (
        steps.add(draft, stream, Place(lane, x, 40.0), name)
        for lane, x, name in (
            ("deliver_and_support", 400.0, "Look"),
            ("engage", 400.0, "Find"),
            ("engage", 900.0, "Repair"),
        )
    )
    up = flows.connect(draft, low, high)
    back = flows.connect(draft, far, low, kind=FlowKind.REWORK)
    for side in ("", "top"):
        flows.reconnect(draft, back, target=low, target_side=side)
        layout = laid_out(complete(draft).view)
        points = layout.routes[up].points
        assert len(points) == 2, f"a jog beside the end {side}: {points}"


def test_neighbours_in_one_lane_are_joined_by_a_straight_line() -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    first = steps.append(draft, draft.view.terminal(stream, TerminalKind.DEMAND).id)
    second = steps.append(
        draft, first, name="A name so long that this card has to grow over several lines " * 2
    )
    snapshot = complete(draft).view
    layout = laid_out(snapshot)
    flow = snapshot.outgoing(first)[0]
    assert flow.target == second
    assert len(layout.routes[flow.id].points) == 2


def test_a_flow_back_across_a_large_stream_runs_round_everything_at_once() -> None:
    """Among hundreds of boxes no search is made; the way still crosses none and follows the outermost."""
    snapshot = large_document(600)
    layout = laid_out(snapshot)
    assert crossings(layout, snapshot) == []
    stream = snapshot.streams[0].id
    edit = Draft(snapshot)
    lowest = max(snapshot.steps(stream), key=lambda step: layout.cards[step.id].rect.bottom)
    steps.place(edit, {lowest.id: Place(lowest.lane, lowest.x, lowest.y + 500)})
    change = complete(edit).to_change("Move")
    after = snapshot.evolve(change.result)
    layout.apply(change, after)
    assert dict(layout.routes) == dict(laid_out(after).routes)
