"""Which activity is offered first."""

from __future__ import annotations

from vsdesigner.analysis.likely_lane import START, USUAL, likely_lanes
from vsdesigner.commands import flows, steps, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, TerminalKind


class Drawing:
    """A document to which steps and flows are added."""

    def __init__(self) -> None:
        self.draft = Draft(streams.new_document())
        self.stream = self.draft.view.streams[0].id

    @property
    def view(self) -> Snapshot:
        return self.draft.view

    def step(self, lane: str, after: str = "", *, stream: str = "", kind: FlowKind = FlowKind.MAIN) -> str:
        id = steps.add(self.draft, stream or self.stream, Place(lane, 100.0, 26.0))
        if after:
            flows.connect(self.draft, after, id, kind=kind)
        return id

    def end(self, kind: TerminalKind) -> str:
        return self.view.terminal(self.stream, kind).id

    def first(self, after: str = "") -> str:
        return likely_lanes(self.view, self.stream, after)[0]


def test_every_lane_is_offered_once() -> None:
    drawing = Drawing()
    lanes = {lane.id for lane in drawing.view.lanes}
    for after in ("", *(drawing.step(lane) for lane in sorted(lanes))):
        found = likely_lanes(drawing.view, drawing.stream, after)
        assert sorted(found) == sorted(lanes)


def test_what_is_usual_comes_first_in_a_new_document() -> None:
    drawing = Drawing()
    assert drawing.first() == drawing.first(drawing.end(TerminalKind.DEMAND)) == "engage"
    assert {lane: drawing.first(drawing.step(lane)) for lane in USUAL if lane != START} == {
        "engage": "deliver_and_support",
        "plan": "design_and_transition",
        "design_and_transition": "obtain_build",
        "obtain_build": "design_and_transition",
        "deliver_and_support": "engage",
        "improve": "plan",
    }


def test_the_flows_of_the_document_come_before_what_is_usual() -> None:
    drawing = Drawing()
    engage = drawing.step("engage")
    drawing.step("improve", engage)
    assert drawing.first(engage) == drawing.first(drawing.step("engage")) == "improve"
    for _ in range(2):
        drawing.step("engage", engage)
    assert drawing.first(engage) == "engage", "the same activity again, when that is what happens"


def test_this_stream_counts_before_the_others() -> None:
    drawing = Drawing()
    other = streams.add(drawing.draft, "Another")
    far = drawing.step("engage", stream=other)
    for _ in range(3):
        drawing.step("plan", far, stream=other)
    assert drawing.first(drawing.step("engage")) == "plan"
    here = drawing.step("engage")
    drawing.step("obtain_build", here)
    assert drawing.first(here) == "obtain_build"


def test_rework_and_information_say_nothing_about_what_follows() -> None:
    drawing = Drawing()
    engage = drawing.step("engage")
    for kind in (FlowKind.REWORK, FlowKind.INFORMATION):
        drawing.step("improve", engage, kind=kind)
    assert drawing.first(engage) == "deliver_and_support"


def test_what_is_not_there_counts_as_the_start() -> None:
    assert Drawing().first("no-such-step") == "engage"


def test_lanes_that_nobody_knows_keep_their_order_at_the_end() -> None:
    drawing = Drawing()
    known = drawing.view.lanes[0]
    for index, name in enumerate(("triage", "archive")):
        drawing.draft.add(known.model_copy(update={"id": name, "name": name, "order": 20 + index}))
    engage = drawing.step("engage")
    found = likely_lanes(drawing.view, drawing.stream, engage)
    # The activity itself is not usual after itself, so it comes with the rest, in lane order.
    assert found[-3:] == ["engage", "triage", "archive"]
