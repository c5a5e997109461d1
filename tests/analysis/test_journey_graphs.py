"""Walks and their times through whatever graph of few steps there may be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.test_journey_everywhere import check, state, to_the_closing
from tests.graph import STREAM, graph
from vsdesigner.analysis.journey import Journey
from vsdesigner.analysis.playback import timeline
from vsdesigner.analysis.times import path_times
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Duration

STEPS = "abcdefg"
FLOWS = st.lists(
    st.tuples(st.sampled_from("D" + STEPS), st.sampled_from(">>>>??<."), st.sampled_from(STEPS + "V")).map(
        "".join
    ),
    unique=True,
    max_size=18,
)
HOURS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=len(STEPS), max_size=len(STEPS))


def timed(flows: list[str], hours: list[tuple[int, int]]) -> Snapshot:
    view = graph(" ".join(flows), at=STEPS)
    return view.evolve(
        {
            id: view.records[id].model_copy(
                update={"process_time": Duration(likely=process), "wait_time": Duration(likely=wait)}
            )
            for id, (process, wait) in zip(STEPS, hours, strict=True)
        }
    )


@given(FLOWS, HOURS)
def test_the_main_way_holds_the_main_path_and_takes_as_long(
    flows: list[str], hours: list[tuple[int, int]]
) -> None:
    view = timed(flows, hours)
    found, times = Journey(view, STREAM), path_times(view, STREAM)
    rest = iter(found.path)
    assert all(id in rest for id in times.path)
    if times.complete:
        totals = timeline(found).totals(len(found.path))
        assert totals.process == pytest.approx(times.process.likely)
        assert totals.wait == pytest.approx(times.wait.likely)


@given(FLOWS, st.lists(st.integers(0, 9), max_size=12))
def test_every_choice_leads_where_it_says_and_to_an_end(flows: list[str], choices: list[int]) -> None:
    view = graph(" ".join(flows), at=STEPS)
    found = Journey(view, STREAM)
    for choice in choices:
        if found.ways:
            way = found.ways[choice % len(found.ways)]
            assert found.next(found.ways.index(way))
            assert found.stop.id == way.target
            check(found)
    before = state(found)
    found.follow(view)
    assert state(found) == before
    to_the_closing(found, 500)
    for id in STEPS + "DV":
        assert found.go_to(id)
        check(found)
        assert len(timeline(found).legs) == len(found.path)
