"""Going back and jumping in a walk through a stream, its phases, and edits while one walks."""

from __future__ import annotations

from tests.analysis.walks import journey, path, take, trail, walk
from tests.graph import STREAM, graph
from vsdesigner.analysis.journey import Journey, StopKind
from vsdesigner.commands import steps
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Phase, Stream


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
    assert (path(found), found.place) == ("DacdV", 4)
    arriving = found.view.get(found.flow_in, Flow)
    assert (arriving.source, arriving.target) == (
        "d",
        "V",
    )  # where the line comes in, though nobody walked it
    found.back()
    assert found.stop.id == "c"


def test_one_may_begin_at_a_step_as_if_one_had_walked_there() -> None:
    found = journey("D>a a>b a?c b>V c>d d>V")
    assert found.begin_at("b")
    assert (trail(found), path(found), found.place) == ("(Dab", "DabV", 2)
    assert found.back()
    assert found.stop.id == "a"
    assert found.begin_at("d")  # on a way that is not the main one
    assert (trail(found), path(found)) == ("(Dacd", "DacdV")
    assert not found.begin_at("nowhere")
    assert found.stop.id == "d"


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
