"""The proof of quick hands: ten steps on the right lanes, named and connected, by keys alone."""

from __future__ import annotations

import itertools

from tests.ui.canvas.drive import Driver
from tests.ui.canvas.ten_steps import STEPS, Strokes, draw, drawn, strokes
from vsdesigner.model.records import FlowKind

KEYS_A_SECOND = 5  # of somebody who types, but is no typist
MOST_PER_STEP = 12
AIM_PER_STEP = 5
SECONDS = 60


def test_ten_steps_from_demand_to_value_by_keys_alone(empty: Driver) -> None:
    found = draw(empty.canvas)
    assert drawn(empty.session) == [(lane, name) for lane, _, name in STEPS]
    assert len({lane for lane, _, _ in STEPS}) == 6
    assert {flow.kind for flow in empty.session.now.flows(empty.session.stream)} == {FlowKind.MAIN}
    assert empty.session.history.count() == len(STEPS), "each step is one step back, its flows included"
    seconds = found.total / KEYS_A_SECOND
    print(f"{found.total} keys for {len(STEPS)} steps, {found.per_step:.1f} a step besides its name,")
    print(f"{seconds:.0f} s at {KEYS_A_SECOND} keys a second")
    assert found.per_step <= AIM_PER_STEP <= MOST_PER_STEP
    assert seconds < SECONDS


def test_cards_of_the_ten_steps_stand_apart_from_left_to_right(empty: Driver) -> None:
    draw(empty.canvas)
    steps = empty.session.now.steps(empty.session.stream)
    rects = [empty.layout.cards[step.id].rect for step in steps]
    assert [step.name for step in steps] == [name for _, _, name in STEPS]
    assert all(one.right < other.x for one, other in itertools.pairwise(rects))


def test_the_bench_can_ask_for_the_figure(empty: Driver) -> None:
    del empty  # an application
    assert Strokes(*strokes()).per_step <= AIM_PER_STEP
