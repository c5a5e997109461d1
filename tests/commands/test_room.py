"""Making room: what is pushed, what stays."""

from __future__ import annotations

from tests.graph import STREAM, graph
from vsdesigner.commands.room import make_room
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import Bend
from vsdesigner.model.records import Flow, Note, Phase, Step, Terminal
from vsdesigner.model.text import COORDINATE_LIMIT


def test_everything_to_the_right_goes_further() -> None:
    draft = Draft(graph("D>a a>b b>c c>V"))
    draft.add(Note(id="n", stream=STREAM, lane="plan", x=570.0))
    left, right = Bend(lane="plan", x=569.0, y=5.0), Bend(lane="plan", x=570.0, y=5.0)
    draft.update("a-main-b", bends=(left, right))
    draft.update("V", pinned=True)
    make_room(draft, STREAM, 570.0, 100.0)
    assert [draft.get(id, Step).x for id in "abc"] == [300.0, 670.0, 940.0]
    assert draft.get("n", Note).x == 670.0
    assert [bend.x for bend in draft.get("a-main-b", Flow).bends] == [569.0, 670.0]
    assert (draft.get("D", Terminal).x, draft.get("V", Terminal).x) == (40.0, 1000.0)


def test_what_finds_its_place_by_itself_or_is_ignored_stays() -> None:
    draft = Draft(graph("D>a a>b b>V"))
    make_room(draft, STREAM, 0.0, 100.0, ignoring=("a",))
    assert [draft.get(id, Step).x for id in "ab"] == [300.0, 670.0]
    assert [draft.get(id, Terminal).x for id in "DV"] == [40.0, 900.0]


def test_phases_move_along_or_become_wider() -> None:
    draft = Draft(graph("D>a"))
    for id, x in (("before", 0.0), ("across", 300.0), ("behind", 600.0)):
        draft.add(Phase(id=id, stream=STREAM, x=x, width=300.0))
    make_room(draft, STREAM, 400.0, 50.0)
    found = [
        (phase.x, phase.width) for phase in (draft.get(i, Phase) for i in ("before", "across", "behind"))
    ]
    assert found == [(0.0, 300.0), (300.0, 350.0), (650.0, 300.0)]


def test_nothing_is_pushed_beyond_what_the_format_allows() -> None:
    draft = Draft(graph("D>a"))
    make_room(draft, STREAM, 0.0, 2 * COORDINATE_LIMIT)
    assert draft.get("a", Step).x == COORDINATE_LIMIT
