"""The first and the last of a presentation: whose stream it is, and what it comes to."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.presentation.card.test_card import example, said
from tests.ui.presentation.sheets import Desk, check
from tests.ui.presentation.stage_kit import presented, stream
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.problems import Problems
from vsdesigner.commands.streams import new_document
from vsdesigner.ui.presentation.areas import areas


def test_the_opening_says_whose_stream_it_is(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    assert desk.opening.isVisible()
    stream = desk.show.record
    words = "".join(desk.words().split())
    for text in (stream.name, stream.owner, stream.description, stream.demand, stream.value, "as-is"):
        assert "".join(text.split()) in words, text
    for lead in stream.lead_times:
        assert lead.service_class.replace(" ", "") in words
    assert "1-3days" in words
    for lane in desk.show.view.lanes:
        assert "".join(lane.name.split()) in words
    assert desk.opening.accessibleName() == f"Opening: {stream.name}"
    desk.show.show_whole(on=True)
    assert desk.opening.isHidden()
    desk.show.show_whole(on=False)
    desk.show.next()
    assert desk.opening.isHidden()
    desk.show.go_to_start()
    assert desk.opening.isVisible()


def test_the_closing_has_the_totals(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"))
    desk.show.go_to_end()
    words = said(desk)
    for text in (
        "7 steps",
        "6 activities",
        "4 roles",
        "2 hand-overs",
        "9 days 6 hours lead time",
        "38 %",
    ):
        assert text in words, text
    assert "Still open" not in words
    assert desk.card.isVisible()


def test_the_closing_tells_what_is_open(qtbot: QtBot) -> None:
    desk = Desk(qtbot, new_document())
    desk.session.problems = Problems(find_all(desk.session.now))
    desk.show.go_to_end()
    assert "not written down" in said(desk)


def test_an_empty_stream_is_presented(qtbot: QtBot) -> None:
    desk = Desk(qtbot, new_document())
    stops = [desk.show.stop.kind]
    while desk.show.next():
        if desk.show.page == 0:
            stops.append(desk.show.stop.kind)
        for column in desk.laid:
            check(column, desk.show.unit)
    assert stops[0] is StopKind.OPENING
    assert stops[-1] is StopKind.CLOSING


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("name", ["cloud-service", "three-phases", "restore-cloud-service"])
def test_the_closing_shows_a_flat_stream_large(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    window = presented(qtbot, stream(f"examples/{name}"), size)
    window.state.go_to_end()
    bounds = window.stage.scene.bounds
    beside = (areas(*size).stage.width - window.stage.edges.free.x) / bounds.width
    assert window.stage.camera.outlook.scale > 1.2 * beside
    assert window.card.geometry().top() == window.stage.geometry().bottom() + 1
    assert window.card.laid and window.state.pages == 1
    for column in window.card.laid:
        check(column, window.state.unit)
    assert len({column.laid.step for column in window.card.laid}) == 1, "letters of one size"
    if window.stage.scene.phases:
        top = window.stage.to_screen(bounds).top()
        assert top == pytest.approx(window.stage.edges.free.y, abs=1.0), "headers hang on the lanes"


def test_on_upright_screens_the_closing_has_its_card_below(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("cloud-service"), size=(1080, 1920))
    desk.show.go_to_end()
    assert desk.card.width() == 1080
    assert len(desk.laid) == 1
