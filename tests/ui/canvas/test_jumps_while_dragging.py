"""A line jumps only over lines that are painted there, also while a card is dragged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt

from tests.ui.canvas.checks import assert_drawn, assert_painted
from tests.ui.canvas.drive import Driver
from vsdesigner.commands import flows, steps
from vsdesigner.model.place import Place
from vsdesigner.ui.painting.flow import rounded


def outline(drive: Driver, flow: str) -> QRectF:
    """The area of the painted line: a jump makes it higher."""
    item = drive.canvas.scene.flows[flow]
    assert item._look.points == drive.layout.routes[flow].points
    return rounded(item._look.points, item._jumps()).boundingRect()


@pytest.fixture
def level(empty: Driver) -> str:
    """A level flow from Left to Right, over which an upright one leads from Above to Below."""
    with empty.session.edit("Prepare") as draft:
        left, right, above, below = (
            steps.add(draft, empty.session.stream, Place(lane, x, 40.0), name)
            for lane, x, name in (
                ("plan", 250.0, "Left"),
                ("plan", 1_000.0, "Right"),
                ("engage", 600.0, "Above"),
                ("design_and_transition", 600.0, "Below"),
            )
        )
        flow = flows.connect(draft, left, right)
        flows.connect(draft, above, below)
    empty.canvas.view.camera.fit()
    return flow


def test_conv_36_no_line_jumps_over_what_is_dragged_away(empty: Driver, level: str) -> None:
    empty.canvas.grab()
    assert outline(empty, level).height() > 4
    start = empty.middle("Above")
    away = start + QPoint(150, 230)
    empty.begin_drag(start, away)
    assert outline(empty, level).height() == 0
    empty.key(Qt.Key.Key_Escape)
    empty.release(away)
    assert outline(empty, level).height() > 4
    assert_drawn(empty)
    assert_painted(empty)


def test_conv_36_after_the_drag_the_jumps_are_those_of_the_new_ways(empty: Driver, level: str) -> None:
    empty.canvas.grab()
    start = empty.middle("Above")
    empty.drag(start, start + QPoint(20, 10))
    empty.canvas.grab()
    assert outline(empty, level).height() > 4
    assert_drawn(empty)
    assert_painted(empty)
