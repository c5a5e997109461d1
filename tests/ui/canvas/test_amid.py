"""Who comes back from presenting finds the step well inside the view, not at its edge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.conftest import shown
from tests.ui.canvas.drive import Driver
from tests.ui.presentation.stage_kit import stream
from vsdesigner.ui.canvas.camera import Outlook
from vsdesigner.ui.session import Session


@pytest.fixture
def wide(qtbot: QtBot) -> Iterator[Driver]:
    yield from shown(qtbot, Session(stream("examples/restore-cloud-service")))


def stands(drive: Driver, id: str) -> tuple[float, float]:
    """The shares of the view's width and height at which the middle of a card stands."""
    QApplication.processEvents()
    seen, card = drive.canvas.view.camera.visible, drive.layout.cards[id].rect
    return (card.center.x - seen.x()) / seen.width(), (card.center.y - seen.y()) / seen.height()


def put_at(drive: Driver, id: str, right: float, down: float) -> None:
    """Have a card's middle stand at these shares of the view."""
    camera, card = drive.canvas.view.camera, drive.layout.cards[id].rect
    seen = camera.visible
    x, y = card.center.x - right * seen.width(), card.center.y - down * seen.height()
    camera.show(Outlook(camera.outlook.scale, x, y))
    assert stands(drive, id) == pytest.approx((right, down), abs=0.02)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_step_at_the_edge_comes_to_the_middle(wide: Driver, scale: float) -> None:
    drive, step = wide, "step-prepare-fix"
    drive.canvas.set_zoom(scale)
    for right in (0.06, 0.94):
        put_at(drive, step, right, 0.5)
        drive.session.reveal([step])
        assert stands(drive, step)[0] == pytest.approx(right, abs=0.02), "as before: it can be seen"
        drive.session.reveal([step], amid=True)
        assert 0.3 < stands(drive, step)[0] < 0.7
        assert drive.session.selection == (step,)


def test_one_that_stands_well_moves_nothing(wide: Driver) -> None:
    drive, step = wide, "step-prepare-fix"
    drive.canvas.set_zoom(1.0)
    put_at(drive, step, 0.35, 0.5)
    before = drive.canvas.view.camera.visible
    drive.session.reveal([step], amid=True)
    QApplication.processEvents()
    assert drive.canvas.view.camera.visible == before


def test_the_first_step_stays_at_the_beginning_of_the_stream(wide: Driver) -> None:
    drive, step = wide, "step-acknowledge"
    drive.canvas.set_zoom(1.0)
    drive.session.reveal([step], amid=True)
    QApplication.processEvents()
    seen, bounds = drive.canvas.view.camera.visible, drive.layout.bounds
    assert seen.x() >= bounds.x - 60
    assert seen.intersects(QRectF(*drive.layout.cards[step].rect))
