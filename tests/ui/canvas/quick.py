"""What tests ask of the quick-add card."""

from __future__ import annotations

from tests.ui.canvas.drive import Driver
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.quick_add import QuickAdd


def quick(drive: Driver) -> QuickAdd:
    return drive.canvas.stage.quick_add


def offered(drive: Driver) -> list[str]:
    return [activity.lane for activity in quick(drive).card.activities]


def chosen(drive: Driver) -> str:
    return quick(drive).card.activity.lane


def no_trace(drive: Driver) -> None:
    assert not quick(drive).shown
    assert not quick(drive).card.isVisible()
    assert drive.canvas.view.overlay.mark(Layer.PROPOSAL) is None
    assert drive.canvas.scene.drawing.lit_lane == ""
    assert drive.canvas.view.hasFocus()
