"""Walking through a stream: the main way, choices, what runs side by side, and loops."""

from __future__ import annotations

import pytest

from tests.analysis.walks import journey, path, take, trail, walk, ways
from tests.graph import STREAM, graph
from vsdesigner.analysis.journey import Journey, Stop, StopKind
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        ("D>a a>b b>V", "DabV"),
        ("D>V", "DV"),
        # what gets to value comes before what does not, and a main flow before an alternative
        ("D>a a>b a?c c>V b>d d>V", "DabdV"),
        ("D>a a>b a?c c>V", "DacV"),
        # what runs side by side is walked branch after branch before the step that joins it
        ("D>a a>b a>c b>d c>d d>V", "DabcdV"),
        ("D>a a>b b>c a>d d>e c>f e>f f>V", "DabcdefV"),
        ("D>a a>b a>c b>V c>V", "DabcV"),
        ("D>a a>b a>c b>V", "DabcV"),
        # what is drawn past a step that comes anyhow
        ("D>a a>b b>c a>c c>V", "DabcV"),
        # what follows where value has arisen; an early exit has nothing behind it
        ("D>a a>V a>b b>V", "DaVbV"),
        ("D>a a>V a>b", "DaVb"),
        ("D>a a>b b?V b>c c>V c>d d>e e>V", "DabcVdeV"),
        # loops are chosen, unless nothing else leads on
        ("D>a a>b b>V b<a", "DabV"),
        ("D>a a>b b>c c>b c>V", "DabcV"),
        ("D>a a>b b<a", "DababV"),
        ("D>a a>a", "DaaV"),
        # what nothing leads to comes last, along its own flows
        ("D>a a>V b>c x>x", "DaVbcxx"),
        ("D>a a>V b>a c.a", "DaVbc"),
        ("D>a", "DaV"),
        ("D.a", "DaV"),
        ("", "DV"),
    ],
)
def test_the_main_way(flows: str, expected: str) -> None:
    found = journey(flows)
    assert path(found) == expected
    assert walk(found) == f"({expected})"
    assert path(found) == expected
    while found.back():
        assert path(found) == expected
    assert trail(found) == "("


@pytest.mark.parametrize(("gone", "expected"), [("D", "abV"), ("V", "Dab"), ("DV", "ab"), ("DVab", "")])
def test_a_stream_that_lacks_ends_or_steps(gone: str, expected: str) -> None:
    view = graph("D>a a>b b>V")
    flows = [flow.id for flow in view.flows(STREAM) if {flow.source, flow.target} & set(gone)]
    found = Journey(view.evolve(dict.fromkeys((*gone, *flows))), STREAM)
    assert walk(found) == f"({expected})"


def test_a_stream_that_is_gone_has_an_opening_and_a_closing() -> None:
    assert walk(Journey(Snapshot(), "no stream")) == "()"


def test_the_stops_are_told_by_kind() -> None:
    found = journey("D>a a>V")
    assert found.stop == Stop(StopKind.OPENING, "")
    kinds = [found.stop.kind]
    while found.next():
        kinds.append(found.stop.kind)
    assert kinds == list(StopKind)
    assert found.stop == Stop(StopKind.CLOSING, "")


def test_the_place_in_the_path() -> None:
    found = journey("D>a a>V")
    places = [found.place]
    while found.next():
        places.append(found.place)
    assert places == [-1, 0, 1, 2, 3]


def test_the_flow_that_was_walked() -> None:
    found = journey("D>a a>V")
    flows = []
    while found.next():
        flows.append(found.flow_in)
    assert flows == ["", "D-main-a", "a-main-V", ""]


# -- choosing ---------------------------------------------------------------------------------------------
def test_a_fork_tells_its_ways() -> None:
    view = graph("D>a a>b a?c b>V c>V b<a")
    draft = Draft(view)
    draft.update("a-alternative-c", label="in a hurry", share=20.0)
    found = Journey(draft.view, STREAM)
    found.go_to("a")
    first, second = found.ways
    assert (first.flow, first.target, first.share, first.main, first.back) == (
        "a-main-b",
        "b",
        0.8,
        True,
        False,
    )
    assert (second.target, second.label, second.share, second.main) == ("c", "in a hurry", 0.2, False)
    found.next()
    assert [(way.target, way.back) for way in found.ways] == [("V", False), ("a", True)]


def test_the_chosen_way_is_walked() -> None:
    found = journey("D>a a>b a?c b>d c>d d>V")
    found.go_to("a")
    take(found, "c")
    assert path(found) == "DacdV"
    assert walk(found) == "(acdV)"


def test_no_way_is_taken_that_there_is_not() -> None:
    found = journey("D>a a>b a?c b>V c>V")
    found.go_to("a")
    assert ways(found) == "bc"
    assert not found.next(2)
    assert not found.next(-1)
    assert trail(found) == "(a"


def test_an_early_exit_ends_the_walk() -> None:
    found = journey("D>a a>b a?V b>V b>c c>V")
    found.go_to("a")
    take(found, "V")
    assert ways(found) == "."
    assert walk(found) == "(aV)"


def test_the_presenter_may_begin_with_another_branch() -> None:
    found = journey("D>a a>b a>c b>d c>d d>V")
    found.go_to("a")
    assert ways(found) == "bc"
    assert [way.together for way in found.ways] == [True, True]
    take(found, "c")
    assert walk(found) == "(acbdV)"


def test_the_only_way_on_to_a_join_is_no_choice_while_others_come_first() -> None:
    found = journey("D>a a>b a>c b>d c>d d>V")
    found.go_to("b")
    assert ways(found) == "c"
    assert found.ways[0].flow == "a-main-c"


def test_a_choice_beside_what_comes_first_can_be_taken_at_once() -> None:
    flows = "D>a a>b a>c b>d b?e e>V c>d d>V"
    found = journey(flows)
    found.go_to("b")
    assert ways(found) == "cde"
    take(found, "e")
    assert walk(found) == "(becdV)"
    found = journey(flows)
    found.go_to("b")
    take(found, "d")  # what would have been joined there is passed by
    assert walk(found) == "(bdV)"


def test_a_step_drawn_past_can_be_passed_by() -> None:
    found = journey("D>a a>b b>c a>c c>V")
    found.go_to("a")
    assert ways(found) == "bc"
    take(found, "c")
    assert walk(found) == "(acV)"


def test_a_loop_is_walked_as_often_as_it_is_chosen() -> None:
    found = journey("D>a a>b b>c c>V c<a")
    found.go_to("c")
    take(found, "a")
    assert path(found) == "DabcabcV"
    assert found.place == 4
    found.next()
    found.next()
    take(found, "a")
    assert walk(found) == "(cabcabcV)"


def test_a_loop_walks_again_what_runs_side_by_side() -> None:
    found = journey("D>a a>b a>c b>d c>d d>V d<a")
    found.go_to("d")
    take(found, "a")
    assert walk(found) == "(dabcdV)"


def test_a_loop_behind_value_comes_to_value_again() -> None:
    found = journey("D>a a>b b>V b>c c<a")
    found.go_to("c")
    assert ways(found) == "a"
    found.next()
    assert walk(found) == "(cabVc)"


def test_a_dead_end_ends_the_walk_and_not_at_value() -> None:
    found = journey("D>a a>b a?c b>V")
    found.go_to("a")
    take(found, "c")
    assert walk(found) == "(ac)"
