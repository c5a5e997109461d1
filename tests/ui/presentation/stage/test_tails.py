"""What comes before the present step and what follows it is always told: in view, or by a caption."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.presentation.stage_kit import FULL_HD, click, free, on, presented, stream, walk, walked
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.layout.geometry import united
from vsdesigner.model.records import Flow, Role, Step
from vsdesigner.ui.presentation.stage.aim import SMALLEST, TIGHT
from vsdesigner.ui.presentation.stage.pills import in_view, name_of
from vsdesigner.ui.presentation.window import PresentWindow

RESTORE, INCIDENT = "examples/restore-cloud-service", "templates/user-incident"
STREAMS = (RESTORE, INCIDENT, "examples/three-phases", "examples/cloud-service")
SIZES = ((1024, 768), FULL_HD, (1080, 1920))


def words(window: PresentWindow) -> list[str]:
    return [tail.words for tail in window.stage.tails]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STREAMS)
def test_every_main_neighbour_is_seen_or_told(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    window = presented(qtbot, stream(name), size)
    stage, state, told_at = window.stage, window.state, set()

    def look() -> None:
        view, stop = state.view, state.stop.id
        if not isinstance(view.find(stop), Step):
            return
        named = {tail.other for tail in stage.tails}
        named |= {badge.way.target for badge in stage.badges if badge.caption}
        seen = QRectF(stage.scene_at(free(window).topLeft()), stage.scene_at(free(window).bottomRight()))
        flows = {state.journey.flow_in, *(way.flow for way in state.journey.ways)} - {""}
        for flow in flows:
            line = view.get(flow, Flow)
            other = line.source if line.target == stop else line.target
            if other != stop and not in_view(state.layout.cards[other].rect, seen):
                assert other in named, (stop, name_of(view, other))
                told_at.add(stop)

    walk(window, look)
    assert told_at or name == "examples/cloud-service"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STREAMS)
def test_captions_stand_clear_of_cards_and_each_other(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    window = presented(qtbot, stream(name), size)
    stage = window.stage

    def look() -> None:
        pills = [stage.to_screen(tail.area) for tail in stage.tails]
        taken = [stage.to_screen(badge.whole) for badge in stage.badges]
        taken += [on(window, id) for id in window.state.layout.cards]
        for place, pill in enumerate(pills):
            assert free(window).adjusted(-1, -1, 1, 1).contains(pill)
            for other in (*taken, *pills[:place]):
                assert not pill.intersects(other), (window.state.stop, stage.tails[place], other)

    walk(window, look)


def test_a_lonely_step_says_where_it_comes_from_and_leads(qtbot: QtBot) -> None:
    window = walked(qtbot, RESTORE, "step-learn")
    assert words(window) == ["Value", "from 6 Confirm with the client"]


def test_a_press_on_a_caption_goes_there(qtbot: QtBot) -> None:
    window = walked(qtbot, RESTORE, "step-learn")
    tail = window.stage.tails[1]
    click(window.stage, window.stage.to_screen(tail.area).center())
    assert window.state.stop.id == "step-confirm"


def test_a_whole_stream_needs_no_captions(qtbot: QtBot) -> None:
    window = walked(qtbot, RESTORE, "step-learn")
    window.state.show_whole(on=True)
    assert words(window) == []


@pytest.mark.parametrize("lens", [False, True])
@pytest.mark.parametrize("name", STREAMS)
def test_what_follows_is_in_view_where_a_readable_size_allows_it(qtbot: QtBot, name: str, lens: bool) -> None:
    window = presented(qtbot, stream(name))
    if lens:
        role = next(record for record in window.state.view.records.values() if isinstance(record, Role))
        window.state.session.look_through(Lens(LensKind.ROLE, role.id))
        QApplication.processEvents()
    count = 0

    def look() -> None:
        nonlocal count
        state, room = window.state, window.stage.edges.free
        if not isinstance(state.view.find(state.stop.id), Step) or not state.journey.ways[0].target:
            return
        cards = state.layout.cards
        following = cards[state.journey.ways[0].target].rect
        both = united((cards[state.stop.id].rect, following)).grown(TIGHT)
        if min(room.width / both.width, room.height / both.height) >= SMALLEST * state.unit:
            count += 1
            assert free(window).contains(on(window, state.journey.ways[0].target)), state.stop

    walk(window, look)
    assert count


def test_a_lens_leaves_the_next_step_in_view(qtbot: QtBot) -> None:
    window = walked(qtbot, RESTORE, "step-acknowledge")
    role = next(
        record
        for record in window.state.view.records.values()
        if isinstance(record, Role) and record.name == "L2 Engineers"
    )
    window.state.session.look_through(Lens(LensKind.ROLE, role.id))
    QApplication.processEvents()
    assert free(window).contains(on(window, "step-diagnose"))
