"""What must hold after every gesture: undo is exact, and the scene shows what the document holds."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.ui.canvas.drive import Driver
from vsdesigner.document.snapshot import Snapshot


def undone(drive: Driver, before: Snapshot, *, steps: int = 1) -> None:
    """Assert that `steps` undos lead back to exactly `before`, and the redos forth again."""
    after = drive.session.now
    assert after != before
    assert drive.session.history.index() == steps
    for _ in range(steps):
        drive.session.undo()
    assert drive.session.now == before
    for _ in range(steps):
        drive.session.redo()
    assert drive.session.now == after
    assert_drawn(drive)


def assert_drawn(drive: Driver) -> None:
    """Assert that the scene shows what the document holds, at the places of a layout from scratch."""
    stream = drive.session.stream
    now, scene = drive.session.now, drive.canvas.scene
    cards = {r.id for r in (*now.steps(stream), *now.terminals(stream), *now.notes(stream))}
    assert set(scene.cards) == cards
    assert set(scene.flows) == {flow.id for flow in now.flows(stream)}
    assert scene.overview.ids == {*scene.cards, *scene.flows}
    fresh = type(drive.layout)(now, stream, drive.canvas._measurer)
    for id, card in fresh.cards.items():
        assert (scene.cards[id].x(), scene.cards[id].y()) == (card.rect.x, card.rect.y)
    assert scene.drawing.bounds == fresh.bounds
    assert dict(fresh.routes) == dict(drive.layout.routes)
    assert scene.drawing.selected == frozenset(drive.session.selection)
    assert not drive.canvas.controller.busy
    assert_painted(drive)


def assert_painted(drive: Driver) -> None:
    """Assert that what partial updates left on the screen equals a picture that is painted afresh."""
    for _ in range(3):  # what is shown or moved asks for its painting in the next round
        QApplication.processEvents()
    canvas = drive.canvas
    on_screen = canvas.screen().grabWindow(canvas.winId()).toImage()
    fresh = canvas.grab().toImage().convertToFormat(on_screen.format())
    assert on_screen.size() == fresh.size()
    if on_screen != fresh:
        spots = [
            (x, y)
            for x in range(fresh.width())
            for y in range(fresh.height())
            if on_screen.pixel(x, y) != fresh.pixel(x, y)
        ]
        raise AssertionError(f"{len(spots)} pixels are stale, from {min(spots)} to {max(spots)}")
