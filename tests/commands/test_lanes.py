"""Verbs on lanes: order and names are the document's, heights and folding the stream's."""

from __future__ import annotations

import pytest

from vsdesigner.commands import lanes, steps, streams
from vsdesigner.commands.flows import RefusedError
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import MissingRecordError
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import LANE_HEIGHT, LANE_LEAST_HEIGHT
from vsdesigner.model.parts import LaneView
from vsdesigner.model.place import Place
from vsdesigner.model.records import Lane, Stream
from vsdesigner.storage.json_format import decode, encode


@pytest.fixture
def draft() -> Draft:
    return Draft(streams.new_document())


def stream_of(draft: Draft) -> str:
    return draft.view.streams[0].id


def order(draft: Draft) -> list[str]:
    return [lane.id for lane in draft.view.lanes]


def views(draft: Draft) -> dict[str, LaneView]:
    return {view.lane: view for view in draft.get(stream_of(draft), Stream).lane_views}


@pytest.mark.parametrize(("position", "expected"), [(0, 0), (3, 3), (99, 5), (-4, 0)])
def test_reordering(draft: Draft, position: int, expected: int) -> None:
    lanes.reorder(draft, "plan", position)
    assert order(draft).index("plan") == expected
    assert [lane.order for lane in draft.view.lanes] == list(range(6))


def test_the_order_survives_the_file_and_holds_for_every_stream(draft: Draft) -> None:
    second = streams.add(draft, "Second")
    lanes.reorder(draft, "improve", 0)
    loaded = decode(encode(complete(draft).view), "x").snapshot
    assert [lane.id for lane in loaded.lanes][:2] == ["improve", "engage"]
    for stream in (loaded.streams[0].id, second):
        layout = StreamLayout(loaded, stream, ApproximateMeasurer())
        assert [band.lane for band in layout.lanes][:2] == ["improve", "engage"]


def test_an_unknown_lane(draft: Draft) -> None:
    with pytest.raises(MissingRecordError):
        lanes.reorder(draft, "nowhere", 0)
    with pytest.raises(MissingRecordError):
        lanes.collapse(draft, stream_of(draft), "nowhere", True)


def test_an_alias_leaves_the_name_of_the_activity(draft: Draft) -> None:
    lanes.rename(draft, "engage", "  Front office ")
    assert draft.get("engage", Lane).alias == "Front office"
    assert draft.get("engage", Lane).name == "Engage"
    assert decode(encode(complete(draft).view), "x").snapshot.get("engage", Lane).alias == "Front office"


@pytest.mark.parametrize("name", ["", "  ", "engage", "Engage "])
def test_no_alias_any_more(draft: Draft, name: str) -> None:
    lanes.rename(draft, "engage", "Front office")
    lanes.rename(draft, "engage", name)
    assert draft.get("engage", Lane).alias == ""


def test_updating_fields(draft: Draft) -> None:
    lanes.update(draft, "engage", purpose="Listen", color="#112233")
    lane = draft.get("engage", Lane)
    assert (lane.purpose, lane.color) == ("Listen", "#112233")


def test_a_height_and_back(draft: Draft) -> None:
    lanes.set_height(draft, stream_of(draft), "plan", 220.4)
    assert views(draft)["plan"].min_height == 220
    lanes.set_height(draft, stream_of(draft), "plan", None)
    assert views(draft) == {}, "a lane as usual needs no entry"


def test_a_height_has_a_least_value(draft: Draft) -> None:
    lanes.set_height(draft, stream_of(draft), "plan", 3)
    assert views(draft)["plan"].min_height == LANE_LEAST_HEIGHT


def test_balancing_keeps_the_sum(draft: Draft) -> None:
    both = 2 * LANE_HEIGHT
    lanes.balance(draft, stream_of(draft), "plan", "improve", 180, both)
    assert (views(draft)["plan"].min_height, views(draft)["improve"].min_height) == (180, both - 180)
    lanes.balance(draft, stream_of(draft), "plan", "improve", 1_000, both)
    assert views(draft)["improve"].min_height == LANE_LEAST_HEIGHT
    assert views(draft)["plan"].min_height == both - LANE_LEAST_HEIGHT


def test_folding_an_empty_lane_keeps_its_height(draft: Draft) -> None:
    lanes.set_height(draft, stream_of(draft), "plan", 200)
    lanes.collapse(draft, stream_of(draft), "plan", True)
    assert views(draft)["plan"] == LaneView(lane="plan", min_height=200, collapsed=True)
    lanes.collapse(draft, stream_of(draft), "plan", False)
    assert views(draft)["plan"] == LaneView(lane="plan", min_height=200)


def test_a_lane_with_a_step_does_not_fold(draft: Draft) -> None:
    steps.add(draft, stream_of(draft), Place("plan", 300, 26))
    with pytest.raises(RefusedError, match="never hides a step"):
        lanes.collapse(draft, stream_of(draft), "plan", True)
    assert views(draft) == {}


def test_a_step_opens_a_folded_lane_for_good(draft: Draft) -> None:
    stream = stream_of(draft)
    lanes.collapse(draft, stream, "plan", True)
    step = steps.add(draft, stream, Place("improve", 300, 26))
    complete(draft)
    assert views(draft)["plan"].collapsed
    steps.place(draft, {step: Place("plan", 300, 26)})
    complete(draft)
    assert not views(draft)["plan"].collapsed
    steps.place(draft, {step: Place("improve", 300, 26)})
    complete(draft)
    assert not views(draft)["plan"].collapsed, "opened for good, not as long as the step is there"
