"""The figures of the router: over random streams and the activity paths of known models, and by example."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from itertools import pairwise

import pytest

from tests.layout.generated import path_stream, random_stream
from tests.layout.quality import (
    hidden_labels,
    line_box_crossings,
    line_crossings,
    narrow_passages,
    overlaps_of_unrelated_lines,
)
from vsdesigner.commands import flows, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.bends import bends_of
from vsdesigner.layout.labels import place_for
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import STUB
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind

SEEDS = 300
E, P, D = "engage", "plan", "design_and_transition"
B, S, N = "obtain_build", "deliver_and_support", "improve"
AGAIN, ELSE = FlowKind.REWORK, FlowKind.ALTERNATIVE

#: The shapes of value streams as they are published and drawn: path through the activities, further flows.
MODELS = {
    "a new service": ((E, P, D, B, D, S), ()),
    "a new service, with second thoughts": (
        (E, P, D, B, D, S),
        ((2, 1, "more is needed", AGAIN), (5, 4, "", AGAIN)),
    ),
    "a service restored": ((E, S, B, D, S, E, N), ((2, 5, "fixed at once", ELSE),)),
    "a service restored at the second go": (
        (E, S, B, D, S, E, N),
        ((2, 5, "", ELSE), (5, 3, "not yet", AGAIN)),
    ),
    "restored, then improved": (
        (E, S, B, D, S, E, N),
        ((2, 8, "at the first attempt", ELSE), (5, 8, "service restored", FlowKind.MAIN)),
    ),
    "restored for a customer": (
        (E, S, B, D, S, E, N),
        ((2, 6, "at the first attempt", ELSE), (5, 3, "not resolved", AGAIN), (6, 8, "", FlowKind.MAIN)),
    ),
    "an incident of a user": ((E, S, B, E, N), ((2, 4, "", FlowKind.MAIN),)),
    "engaged twice": ((E, E), ()),
    "a standard incident": ((E, S, E, N), ()),
    "an automated request": ((E, E, B, S, E, N), ()),
    "a new feature": ((E, P, D, B, S, N), ()),
    "a release": ((D, B, S, N), ()),
    "a change": ((E, P, P, D, D, N), ()),
    "phases of a new service": ((D, B, S), ()),
    "a request": ((E, E, S, S, E), ((2, 5, "refused", ELSE),)),
    "an improvement round": ((N, P, E, D, B, D, S, N), ((8, 1, "next round", AGAIN),)),
    "one activity only": ((S, S, S, S), ((4, 1, "", AGAIN), (3, 1, "", AGAIN))),
    "to and fro": ((E, S, E, S, E, S, E), ((6, 2, "", AGAIN), (4, 2, "", AGAIN), (1, 7, "", ELSE))),
    "a purchase": ((P, E, B, E, B, D, S, E), ((5, 3, "rejected", AGAIN), (2, 6, "", ELSE))),
}


def laid_out(snapshot: Snapshot) -> StreamLayout:
    return StreamLayout(snapshot, snapshot.streams[0].id, ApproximateMeasurer())


def assert_well_drawn(layout: StreamLayout) -> None:
    assert line_box_crossings(layout) == []
    assert narrow_passages(layout) == []
    for id, route in layout.routes.items():
        points = route.points
        assert all((here.x == there.x) != (here.y == there.y) for here, there in pairwise(points)), id
        ends = [layout.cards[end].rect for end in layout.joints[id]]
        for box, here, there in ((ends[0], points[0], points[1]), (ends[1], points[-1], points[-2])):
            assert abs(here.x - there.x) + abs(here.y - there.y) >= STUB - 1
            corners = [min(abs(here.x - box.x), abs(here.x - box.right)), 0.0]
            corners[1] = min(abs(here.y - box.y), abs(here.y - box.bottom))
            assert sorted(corners)[0] == 0 and sorted(corners)[1] >= 10  # on a side, away from its corners


@pytest.mark.parametrize("tens", range(SEEDS // 10))
def test_conv_32_no_line_runs_through_a_box_in_300_random_streams(tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        assert_well_drawn(laid_out(random_stream(seed)))


def test_conv_32_lines_without_a_common_end_do_not_run_on_top_of_each_other() -> None:
    """Where more lines go through a gap between boxes than it has px, they come as near as half a px."""
    crowded = 0
    for seed in range(0, SEEDS, 5):
        layout = laid_out(random_stream(seed))
        found = overlaps_of_unrelated_lines(layout)
        crowded += bool(found)
        assert len(found) <= 5, seed
    assert crowded <= 2


@pytest.mark.parametrize("name", MODELS)
def test_conv_32_no_line_runs_through_a_box_or_on_another_in_the_models(name: str) -> None:
    layout = laid_out(path_stream(*MODELS[name]))
    assert_well_drawn(layout)
    assert overlaps_of_unrelated_lines(layout, apart=7.9) == []


def joined(places: dict[str, tuple[str, float, float]], pairs: list[tuple[str, str]]) -> StreamLayout:
    return laid_out(stream_of(places, pairs))


def stream_of(places: dict[str, tuple[str, float, float]], pairs: list[tuple[str, str]]) -> Snapshot:
    """A stream of steps at these places (lane, x, y) with flows between them, called like "a>b"."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    made = {name: steps.add(draft, stream, Place(*place), name) for name, place in places.items()}
    for source, target in pairs:
        flow = flows.connect(draft, made[source], made[target])
        draft.update(flow, label=f"{source}>{target}")
    return complete(draft).view


def named(layout: StreamLayout) -> dict[str, str]:
    """Flow ids by label."""
    return {" ".join(route.label_lines): id for id, route in layout.routes.items()}


def test_parallel_lines_in_one_gap_have_tracks_of_their_own_and_do_not_cross() -> None:
    left = {name: (lane, 300.0, 26.0) for name, lane in zip("abc", (E, P, D), strict=True)}
    right = {name: (lane, 570.0, 26.0) for name, lane in zip("xyz", (D, B, S), strict=True)}
    layout = joined(left | right, [("a", "x"), ("b", "y"), ("c", "z")])
    upright = sorted(route.points[1].x for route in layout.routes.values())
    assert all(after - before >= 8 for before, after in pairwise(upright))
    assert line_crossings(layout) == []


def test_two_lines_that_swap_rows_do_not_share_a_piece() -> None:
    places = {"a": (E, 300.0, 26.0), "b": (P, 300.0, 26.0), "x": (E, 570.0, 26.0), "y": (P, 570.0, 26.0)}
    layout = joined(places, [("a", "y"), ("b", "x")])
    assert overlaps_of_unrelated_lines(layout, apart=4) == []
    assert len(line_crossings(layout)) == 1


def test_conv_36_the_level_line_jumps_over_the_upright_one_it_crosses() -> None:
    places = {"a": (E, 300.0, 26.0), "b": (D, 570.0, 26.0), "c": (P, 40.0, 26.0), "d": (P, 900.0, 26.0)}
    layout = joined(places, [("a", "b"), ("c", "d")])
    flow = named(layout)
    crossing = line_crossings(layout)
    assert [(across, down) for across, down, _ in crossing] == [(flow["c>d"], flow["a>b"])]
    assert layout.jumps(flow["c>d"]) == (crossing[0][2],)
    assert layout.jumps(flow["a>b"]) == ()


def test_conv_36_lines_with_a_common_end_do_not_jump() -> None:
    places = {"a": (E, 300.0, 26.0), "b": (D, 570.0, 26.0), "c": (P, 40.0, 26.0), "d": (P, 900.0, 26.0)}
    layout = joined(places, [("a", "b"), ("c", "b"), ("c", "d")])
    for across, down, _ in line_crossings(layout):
        common = layout.joints[across][0] == layout.joints[down][0] or (
            layout.joints[across][1] == layout.joints[down][1]
        )
        assert bool(layout.jumps(across)) is not common


def test_conv_36_jumps_follow_when_the_line_that_was_crossed_goes_away() -> None:
    snapshot = random_stream(4)
    layout = laid_out(snapshot)
    jumps = {id: layout.jumps(id) for id in layout.routes}
    assert any(jumps.values())
    stream = snapshot.streams[0].id
    for step in snapshot.steps(stream)[::4]:
        draft = Draft(snapshot)
        steps.place(draft, {step.id: Place(D, step.x + 130, 300)})
        change = complete(draft).to_change("Move")
        snapshot = snapshot.evolve(change.result)
        dirty = layout.apply(change, snapshot)
        after = {id: layout.jumps(id) for id in layout.routes}
        fresh = laid_out(snapshot)
        assert after == {id: fresh.jumps(id) for id in fresh.routes}
        assert {id for id, found in after.items() if found != jumps[id]} <= dirty.routes
        jumps = after


def test_loops_go_above_or_below_the_steps() -> None:
    places = {name: (E, 300.0 + 270 * index, 26.0) for index, name in enumerate("abcd")}
    layout = joined(places, [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    back = layout.routes[named(layout)["d>a"]].points
    top = min(card.rect.y for card in layout.cards.values())
    assert min(point.y for point in back) <= top - 12


_PRINT = """
from tests.layout.generated import random_stream
from tests.layout.test_lines import fingerprint
print(fingerprint([3, 17, 42, 63]))
"""


def fingerprint(seeds: list[int]) -> str:
    """A digest of all ways, labels and jumps of some random streams."""
    found = hashlib.sha256()
    for seed in seeds:
        layout = laid_out(random_stream(seed))
        for id in sorted(layout.routes):
            found.update(repr((id, layout.routes[id], layout.jumps(id))).encode())
    return found.hexdigest()


@pytest.mark.parametrize("hash_seed", ["1", "4711"])
def test_conv_32_routes_are_the_same_from_run_to_run(hash_seed: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _PRINT],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=120,
    )
    assert ran.stdout.strip() == fingerprint([3, 17, 42, 63])


def test_conv_37_labels_cover_no_step_and_no_other_label() -> None:
    for seed in range(0, SEEDS, 6):
        assert hidden_labels(laid_out(random_stream(seed))) == [], seed


def test_conv_37_a_label_stays_where_it_was_put_and_others_go_out_of_its_way() -> None:
    places = {"a": (E, 300.0, 26.0), "b": (E, 900.0, 26.0), "c": (P, 300.0, 26.0), "d": (P, 900.0, 26.0)}
    snapshot = stream_of(places, [("a", "b"), ("c", "d")])
    layout = laid_out(snapshot)
    flow, other = named(layout)["a>b"], named(layout)["c>d"]
    target = layout.routes[other].label
    assert target is not None
    draft = Draft(snapshot)
    draft.update(flow, label_place=place_for(target.center, layout.routes[flow].points))
    change = complete(draft).to_change("Move the label")
    layout.apply(change, snapshot.evolve(change.result))
    put, gone_aside = layout.routes[flow].label, layout.routes[other].label
    assert put is not None and gone_aside is not None
    assert put.center == pytest.approx(target.center, abs=1)
    assert not put.overlaps(gone_aside)


@pytest.mark.parametrize("seed", range(8))
def test_conv_32_what_was_done_before_does_not_matter(seed: int) -> None:
    """Moving, connecting, disconnecting and bending give the same as starting afresh."""
    rnd = random.Random(seed)
    snapshot = random_stream(seed)
    stream = snapshot.streams[0].id
    layout = laid_out(snapshot)
    for _ in range(10):
        draft = Draft(snapshot)
        step = rnd.choice(snapshot.steps(stream))
        flow = rnd.choice(snapshot.flows(stream))
        match rnd.randrange(4):
            case 0:
                draft.update(flow.id, bends=bends_of(((step.x + 300, 40), (step.x + 300, 180)), layout.lanes))
            case 1:
                draft.remove(flow.id)
            case 2:
                draft.update(flow.id, label="something else", target_side=rnd.choice(("", "top", "bottom")))
            case _:
                place = Place(rnd.choice(snapshot.lanes).id, rnd.randrange(0, 4000), rnd.randrange(300))
                steps.place(draft, {step.id: place})
        change = complete(draft).to_change("Edit")
        snapshot = snapshot.evolve(change.result)
        layout.apply(change, snapshot)
        fresh = laid_out(snapshot)
        assert dict(layout.routes) == dict(fresh.routes)
        assert layout.joints == fresh.joints
