"""Walking through a stream: the main way, choices, what runs side by side, loops, and back."""

from __future__ import annotations

import pytest

from tests.graph import STREAM, graph
from vsdesigner.analysis.journey import Journey, Stop, StopKind
from vsdesigner.commands import steps
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Phase, Stream


def journey(flows: str, at: str = "") -> Journey:
    return Journey(graph(flows, at=at), STREAM)


def path(found: Journey) -> str:
    return "".join(found.path)


def ways(found: Journey) -> str:
    """The targets that may follow, ``.`` for the closing."""
    return "".join(way.target or "." for way in found.ways)


def trail(found: Journey) -> str:
    """The stops as shown: ``(`` is the opening, ``)`` the closing."""
    signs = {StopKind.OPENING: "(", StopKind.CLOSING: ")"}
    return "".join(signs.get(stop.kind, stop.id) for stop in found.trail)


def take(found: Journey, target: str) -> None:
    assert found.next(ways(found).index(target or "."))


def walk(found: Journey) -> str:
    """Walk on to the closing without a choice and return the trail."""
    while found.next():
        assert len(found.trail) < 200
    return trail(found)


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


# -- back and jumps ---------------------------------------------------------------------------------------
def test_back_undoes_every_kind_of_move() -> None:
    found = journey("D>a a>b a?c b>d c>d d>V d<a")

    def state() -> tuple[object, ...]:
        return found.trail, found.path, found.place, found.ways, found.flow_in

    states = [state()]
    for move in (
        found.next,
        found.next,
        lambda: found.next(1),
        found.next,
        lambda: found.next(1),
        lambda: found.go_to("V"),
        found.first,
        lambda: found.go_to("b"),
        found.last,
    ):
        assert move()
        states.append(state())
    for before in reversed(states[:-1]):
        assert found.back()
        assert state() == before
    assert not found.back()


def test_first_and_last() -> None:
    found = journey("D>a a>V")
    assert not found.first()
    assert found.last()
    assert (found.stop.kind, path(found), found.place) == (StopKind.CLOSING, "DaV", 3)
    assert not found.last()
    assert found.first()
    assert (found.stop.kind, path(found), found.place) == (StopKind.OPENING, "DaV", -1)


def test_a_jump_ahead_stays_on_the_line() -> None:
    found = journey("D>a a>b a?c b>V c>d d>V")
    found.go_to("a")
    take(found, "c")
    assert found.go_to("V")
    assert (path(found), found.place, found.flow_in) == ("DacdV", 4, "")
    found.back()
    assert found.stop.id == "c"


def test_a_jump_back_keeps_what_was_before() -> None:
    found = journey("D>a a?b a>c b>d c>d d>e e>V")
    found.go_to("a")
    take(found, "b")
    walk(found)
    found.go_to("d")
    assert path(found) == "DabdeV"


def test_a_jump_aside_stands_on_a_line_that_leads_there() -> None:
    found = journey("D>a a>b a?c b>d c?e c>d e>d d>V")
    assert found.go_to("e")
    assert (path(found), found.place) == ("DacedV", 3)
    assert walk(found) == "(edV)"


def test_no_jump_to_where_one_is_or_what_is_elsewhere() -> None:
    found = journey("D>a a>V")
    found.go_to("a")
    assert not found.go_to("a")
    assert not found.go_to("nothing")
    assert not found.go_to("")
    assert not found.go_to(STREAM)
    assert trail(found) == "(a"


def test_what_nothing_leads_to_can_be_gone_to() -> None:
    found = journey("D>a a>V x>y y?z y>w")
    for id in "xyzw":
        assert found.go_to(id)
        assert found.path[found.place] == id


# -- phases -----------------------------------------------------------------------------------------------
def test_a_phase_begins_where_the_walk_enters_it() -> None:
    view = graph("D>a a>b b>c c>V")
    x = view.find("a").x  # type: ignore[union-attr]  # a step
    early = Phase(id="early", stream=STREAM, x=x - 10, width=520.0)
    found = Journey(view.evolve({"early": early}), STREAM)
    told = []
    while found.next():
        told.append((found.stop.id, found.phase, found.phase_begins))
    assert told == [
        ("D", "", False),
        ("a", "early", True),
        ("b", "early", False),
        ("c", "", False),
        ("V", "", False),
        ("", "", False),
    ]
    found.go_to("b")
    assert found.phase_begins


# -- edits ------------------------------------------------------------------------------------------------
def edited(view: Snapshot, *gone: str) -> Snapshot:
    draft = Draft(view)
    for id in gone:
        steps.delete(draft, id) if id in "abcde" else draft.remove(id)
    return complete(draft).view


def test_the_place_is_kept_when_the_document_changes() -> None:
    view = graph("D>a a>b a?c b>d c>d d>V d<a")
    found = Journey(view, STREAM)
    found.go_to("a")
    take(found, "c")
    before = found.trail, found.path, found.flow_in
    draft = Draft(view)
    draft.update("c", name="Another name")
    found.follow(draft.view)
    assert (found.trail, found.path, found.flow_in) == before
    found.follow(view)
    assert (found.trail, found.path, found.flow_in) == before


def test_a_step_that_is_added_comes_into_the_way() -> None:
    view = graph("D>a a>b b>V")
    found = Journey(view, STREAM)
    found.go_to("a")
    draft = Draft(view)
    new = steps.append(draft, "b", "plan", "New")
    draft.remove("b-main-V")
    draft.add(Flow(id="last", stream=STREAM, source=new, target="V"))
    found.follow(complete(draft).view)
    assert found.path == ("D", "a", "b", new, "V")
    assert found.stop.id == "a"


def test_when_the_present_step_goes_one_stands_before_it() -> None:
    view = graph("D>a a>b b>c c>V")
    found = Journey(view, STREAM)
    found.next()
    found.next()
    found.next()
    found.follow(view.evolve({"b": None, "a-main-b": None, "b-main-c": None}))
    assert trail(found) == "(Da"
    found = Journey(view, STREAM)
    found.go_to("c")  # nothing before it was shown
    found.follow(view.evolve({"c": None, "b-main-c": None, "c-main-V": None}))
    assert trail(found) == "(b"


def test_the_ends_are_kept_too() -> None:
    view = graph("D>a a>b b>V")
    without = view.evolve({"b": None, "a-main-b": None, "b-main-V": None})
    found = Journey(view, STREAM)
    walk(found)
    found.follow(without)
    assert found.stop.kind is StopKind.CLOSING
    found.first()
    found.follow(view)
    assert found.stop.kind is StopKind.OPENING
    found.follow(Snapshot())
    assert found.stop.kind is StopKind.OPENING
    assert found.path == ()


def test_a_walk_belongs_to_its_stream() -> None:
    view = graph("D>a a>V").evolve({"other": Stream(id="other")})
    assert walk(Journey(view, "other")) == "()"
