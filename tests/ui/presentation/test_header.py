"""The header says whose stream it is and where one is; long texts are cut and never lie on each other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.presentation.stage_kit import SIZES, large, picture, presented, stream, walk, walked
from vsdesigner.commands import streams
from vsdesigner.model.parts import LeadTime
from vsdesigner.ui.painting import text
from vsdesigner.ui.presentation.header import GAP, MARGIN, PLACE, SMALL, TITLE
from vsdesigner.ui.presentation.window import PresentWindow

CLOUD = "examples/cloud-service"
ROLES = ((TITLE, PLACE), (SMALL, SMALL))


def _checked(window: PresentWindow) -> None:
    """Nothing lies on each other or outside."""
    room = window.header.width() / window.header.letters() - 2 * MARGIN
    for (left, right), (left_role, right_role) in zip(window.header.lines(), ROLES, strict=True):
        wide = text.width(left, left_role) + text.width(right, right_role)
        assert wide + (GAP if left and right else 0.0) <= room + 0.5


def test_it_says_where_one_is(qtbot: QtBot) -> None:
    window = presented(qtbot, stream(CLOUD))
    said: list[str] = []
    walk(window, lambda: said.append(window.header.lines()[0][1]))
    assert said[:3] == ["Opening", "Demand", "Step 1 of 7"]
    assert said[-1] == "Closing" and "Value" in said and "Step 7 of 7" in said


def test_owner_and_lead_times_stand_below(qtbot: QtBot) -> None:
    window = presented(qtbot, stream(CLOUD))
    stream_record = window.state.record
    (title, _), (below, _) = window.header.lines()
    assert title == stream_record.name
    assert below.startswith(stream_record.owner)
    assert all(lead.service_class in below for lead in stream_record.lead_times)


def test_the_phase_is_named(qtbot: QtBot) -> None:
    window = walked(qtbot, "examples/three-phases", "step-design")
    phase = next(
        p for p in window.state.view.phases(window.state.stream) if p.id == window.state.journey.phase
    )
    assert window.header.lines()[1][1] == phase.name
    assert phase.name in window.header.accessibleDescription()


def test_without_anything_there_is_a_stand_in(qtbot: QtBot) -> None:
    window = presented(qtbot, streams.new_document())
    (title, place), (below, phase) = window.header.lines()
    assert title and place == "Opening" and below == phase == ""
    assert not picture(window.header).isNull()


@pytest.mark.parametrize("size", [*SIZES, (400, 300), (300, 900)])
def test_long_texts_are_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = walked(qtbot, "examples/three-phases", "step-design", size)
    _checked(window)
    with window.state.session.edit("Fill in") as draft:
        draft.update(
            window.state.stream,
            name="A title that goes on and on " * 8,
            owner="Somebody with a long name " * 8,
            lead_times=tuple(
                LeadTime(id=f"lead-{n}", service_class=f"Class {n}", minimum=n, maximum=n + 1)
                for n in range(1, 9)
            ),
        )
        draft.update(window.state.journey.phase, name="A phase that goes on and on " * 8)
    _checked(window)
    (title, place), (below, phase) = window.header.lines()
    assert title.endswith("…") and below.endswith("…") and phase.endswith("…")
    if size[0] >= 1024:
        assert place == "Step 3 of 9"


@pytest.mark.parametrize("size", SIZES)
def test_on_every_screen(qtbot: QtBot, size: tuple[int, int]) -> None:
    for view in (stream(CLOUD), large(60)):
        window = presented(qtbot, view, size)
        for _ in range(5):
            _checked(window)
            assert window.header.lines()[0][0] == window.state.record.name
            assert not picture(window.header).isNull()
            QTest.keyClick(window, Qt.Key.Key_Right)
