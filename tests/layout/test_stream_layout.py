"""Lanes hold what stands in them, places follow the pointer, labels and texts fit."""

from __future__ import annotations

import pytest

from vsdesigner.commands import flows, notes, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.layout.measure import ApproximateMeasurer, break_lines
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import CARD_HEIGHT, CARD_WIDTH, LANE_HEIGHT, LANE_PADDING
from vsdesigner.model.parts import LaneView
from vsdesigner.model.place import Place
from vsdesigner.model.records import TerminalKind

SIZE = (CARD_WIDTH, CARD_HEIGHT)


@pytest.fixture
def draft() -> Draft:
    return Draft(streams.new_document())


def layout_of(snapshot: Snapshot) -> StreamLayout:
    return StreamLayout(snapshot, snapshot.streams[0].id, ApproximateMeasurer())


def test_a_note_below_a_lane_that_grows_is_told_to_have_moved(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    steps.add(draft, stream, Place("engage", 300, 26))
    note = notes.add(draft, stream, Place("improve", 300, 26), text="Mind this")
    before = complete(draft).view
    layout = layout_of(before)
    top = layout.cards[note].rect.y
    edit = Draft(before)
    steps.add(edit, stream, Place("engage", 300, 400))
    change = complete(edit).to_change("Add")
    dirty = layout.apply(change, before.evolve(change.result))
    assert layout.cards[note].rect.y > top
    assert note in dirty.cards


def test_an_empty_stream_has_its_lanes_from_the_top_without_gaps(draft: Draft) -> None:
    layout = layout_of(complete(draft).view)
    assert [band.lane for band in layout.lanes] == [lane.id for lane in draft.view.lanes]
    assert layout.lanes[0].top == 0
    for upper, lower in zip(layout.lanes, layout.lanes[1:], strict=False):
        assert lower.top == upper.bottom
    assert {band.height for band in layout.lanes} == {LANE_HEIGHT}
    assert len(layout.cards) == 2  # demand and value


def test_a_lane_grows_with_a_step_below_and_pushes_the_others_down(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    step = steps.add(draft, stream, Place("engage", 300, 400))
    layout = layout_of(complete(draft).view)
    band = layout.band("engage")
    assert band.height == 400 + CARD_HEIGHT + LANE_PADDING
    assert layout.band("plan").top == band.bottom
    assert layout.cards[step].rect.bottom <= band.bottom - LANE_PADDING


def test_an_empty_lane_folds_and_a_full_one_does_not(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    steps.add(draft, stream, Place("plan", 300, 20))
    folded = tuple(LaneView(lane=lane, collapsed=True) for lane in ("plan", "improve"))
    streams.update(draft, stream, lane_views=folded)
    layout = layout_of(complete(draft).view)
    assert layout.band("improve").collapsed
    assert not layout.band("plan").collapsed
    assert layout.band("plan").height == LANE_HEIGHT


def test_a_long_name_grows_the_card_and_nothing_is_cut(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    name = "Understand what the customer needs and expects of the service before anything is promised to them"
    step = steps.add(draft, stream, Place("engage", 300, 30), name)
    card = layout_of(complete(draft).view).cards[step]
    assert " ".join(card.lines) == name
    assert not card.elided
    assert card.rect.height > CARD_HEIGHT


def test_a_card_of_fixed_height_cuts_its_name(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    step = steps.add(draft, stream, Place("engage", 300, 30), "word " * 60)
    steps.update(draft, [step], height=CARD_HEIGHT)
    card = layout_of(complete(draft).view).cards[step]
    assert card.elided
    assert card.lines[-1].endswith("…")
    assert card.rect.height == CARD_HEIGHT


@pytest.mark.parametrize(
    ("corner_y", "lane"),
    [
        (LANE_HEIGHT - CARD_HEIGHT / 2 - 1, "engage"),
        (LANE_HEIGHT - CARD_HEIGHT / 2 + 1, "plan"),
        (-5000, "engage"),
        (9000, "improve"),
    ],
)
def test_a_dropped_card_goes_to_the_lane_of_its_centre(draft: Draft, corner_y: float, lane: str) -> None:
    layout = layout_of(complete(draft).view)
    place = layout.place_at(Point(300, corner_y), SIZE)
    assert place.lane == lane
    assert place.y >= LANE_PADDING


def test_a_card_dropped_on_another_goes_below_it(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    there = steps.add(draft, stream, Place("engage", 300, 30))
    layout = layout_of(complete(draft).view)
    corner = Point(320, 35)
    assert layout.place_at(corner, SIZE, ignoring=()).y >= 30 + CARD_HEIGHT
    assert layout.place_at(corner, SIZE, ignoring=(there,)).y == 35


def test_rubber_band_encloses_or_touches(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    step = steps.add(draft, stream, Place("engage", 300, 30))
    layout = layout_of(complete(draft).view)
    half = Rect(250, 0, 100, 136)
    assert step in layout.cards_in(half, enclosed=False)
    assert step not in layout.cards_in(half, enclosed=True)
    assert step in layout.cards_in(Rect(290, 10, 300, 120), enclosed=True)


def test_a_label_stands_on_the_line_and_is_measured(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    first = steps.append(draft, draft.view.terminal(stream, TerminalKind.DEMAND).id)
    second = steps.add(draft, stream, Place("engage", 900, 20))
    flow = flows.connect(draft, first, second, label="when the team builds it")
    route = layout_of(complete(draft).view).routes[flow]
    assert route.label is not None
    assert " ".join(route.label_lines) == "when the team builds it"
    assert route.label.contains(route.points[0]._replace(x=(route.points[0].x + route.points[-1].x) / 2))


def test_previews_follow_the_pointer_and_keep_nothing(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    first = steps.append(draft, draft.view.terminal(stream, TerminalKind.DEMAND).id)
    second = steps.append(draft, first)
    layout = layout_of(complete(draft).view)
    before = dict(layout.routes)
    rect = layout.cards[second].rect.moved(200, 300)
    routes = layout.preview({second: rect})
    flow = draft.view.outgoing(first)[0].id
    assert set(routes) == {flow}
    assert routes[flow].points[-1] == Point(rect.x, rect.center.y)
    assert dict(layout.routes) == before
    loose = layout.preview_connection(first, Point(900, 600), None)
    assert loose.points[-1] == Point(900, 600)


def test_words_longer_than_the_line_are_broken() -> None:
    assert break_lines("aa bbbbbbb c", lambda text: len(text) <= 3) == ("aa", "bbb", "bbb", "b c")
    assert break_lines("", lambda text: True) == ("",)
    assert break_lines("x\n\ny", lambda text: True) == ("x", "", "y")


def test_a_card_that_grows_moves_the_one_below_it_down_and_back(draft: Draft) -> None:
    stream = draft.view.streams[0].id
    upper = steps.add(draft, stream, Place("engage", 300, 30), "Short")
    lower = steps.add(draft, stream, Place("engage", 320, 150), "Below")
    snapshot = complete(draft).view
    layout = layout_of(snapshot)
    home = layout.cards[lower].rect
    for name, moves in (("A very long name " * 12, True), ("Short again", False)):
        edit = Draft(snapshot)
        steps.update(edit, [upper], name=name)
        change = complete(edit).to_change("Rename")
        snapshot = snapshot.evolve(change.result)
        dirty = layout.apply(change, snapshot)
        assert (layout.cards[lower].rect != home) is moves
        assert lower in dirty.cards
        assert not layout.cards[upper].rect.overlaps(layout.cards[lower].rect)
