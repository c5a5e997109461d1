"""The first and the last of a presentation: whose stream it is, and what it comes to."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.ui.presentation.card.test_card import example, said
from tests.ui.presentation.sheets import Desk, check
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.problems import Problems
from vsdesigner.commands.streams import new_document


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
