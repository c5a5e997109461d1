"""What is revealed can be seen: it does not come to lie below the minimap."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.drive import Driver
from vsdesigner.ui.canvas.outlook import Outlook


@pytest.mark.parametrize("out", [(1.0, 1.0), (1.0, 0.7), (0.7, 1.0)])
def test_what_is_revealed_does_not_come_to_lie_below_the_minimap(
    drive: Driver, out: tuple[float, float]
) -> None:
    view, camera = drive.canvas.view, drive.canvas.view.camera
    covered = 0
    for id, card in drive.layout.cards.items():
        rect = card.rect
        across, down = view.viewport().width() * out[0], view.viewport().height() * out[1]
        camera.show(Outlook(1.6, rect.x - across / 1.6, rect.y - down / 1.6))
        QApplication.processEvents()
        if camera.shows(rect):
            continue
        drive.session.select(())
        drive.session.reveal((id,))
        overview = drive.canvas.aids.minimap
        shown = view.viewportTransform().mapRect(QRectF(*rect)).toRect()
        assert view.viewport().rect().intersects(shown)
        assert not overview.isVisible() or not overview.geometry().intersects(shown), id
        covered += 1
    assert covered, "nothing was revealed"
