"""Whatever the hand does to lines: what is drawn is what the document holds, and undo leads back."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.canvas.drive import Driver
from vsdesigner.document.references import dangling
from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.labels import along
from vsdesigner.layout.ports import Side
from vsdesigner.ui.canvas.line_marks import stub_center
from vsdesigner.ui.canvas.line_verbs import LINES
from vsdesigner.ui.canvas.marks import side_point
from vsdesigner.ui.canvas.overlay import Layer

Key, Mod = Qt.Key, Qt.KeyboardModifier
HELD = (Mod.NoModifier,) * 5 + (Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier)


class RandomHand:
    """Takes hold of lines, their ends and labels, of handles and cards, and lets go somewhere."""

    def __init__(self, drive: Driver, seed: int) -> None:
        self.drive = drive
        self.random = random.Random(seed)  # no secret

    def act(self) -> None:
        """Do one thing."""
        pick = self.random
        flows = self._flows()
        if flows and pick.random() < 0.6:
            self.drive.session.select((pick.choice(flows),))
        if pick.random() < 0.25:
            self._verb()
            return
        keys = pick.choice(HELD)
        end = self._somewhere()
        self.drive.begin_drag(self._hold(), end, keys)
        if pick.random() < 0.15:
            self.drive.key(Key.Key_Escape)
        self.drive.release(end, keys)
        self._finish()

    def _verb(self) -> None:
        verb = self.random.choice(sorted(LINES))
        if self.drive.canvas.can_run(verb):
            self.drive.canvas.run(verb)
        else:
            self.drive.key(self.random.choice((Key.Key_Left, Key.Key_Up, Key.Key_Delete)))
        self._finish()

    def _finish(self) -> None:
        """End what the gesture began: a name or the question for a step."""
        self.drive.canvas.stage.quick_add.cancel()
        if self.drive.canvas.naming.id:
            self.drive.key(self.random.choice((Key.Key_Return, Key.Key_Escape)))

    def _hold(self) -> QPoint:
        """A pixel of something that can be dragged."""
        pick, layout = self.random, self.drive.layout
        flow = self.drive.canvas.stage.single_flow()
        if flow:
            route = layout.routes[flow]
            spots = [route.points[0], route.points[-1], along(route.points, pick.random())]
            spots += [route.label.center] if route.label is not None else []
            return self._pixel(pick.choice(spots))
        rect = pick.choice(sorted(card.rect for card in layout.cards.values()))
        side = side_point(rect, pick.choice(list(Side)))
        return self._pixel(pick.choice([rect.center, side, stub_center(side)]))

    def _somewhere(self) -> QPoint:
        """A pixel on a card, on the middle of one of its sides, on a line, or anywhere."""
        pick, layout = self.random, self.drive.layout
        rect = pick.choice(sorted(card.rect for card in layout.cards.values()))
        spots = [rect.center, side_point(rect, pick.choice(list(Side)))]
        if layout.routes:
            spots.append(along(layout.routes[pick.choice(self._flows())].points, pick.random()))
        spot = pick.choice(spots)
        if pick.random() < 0.25:
            return QPoint(pick.randrange(1300), pick.randrange(850))
        return self.drive.at(*spot)

    def _flows(self) -> list[str]:
        """The flows in an order that is the same each time: their ids are not."""
        routes = self.drive.layout.routes
        return sorted(routes, key=lambda id: routes[id].points)

    def _pixel(self, spot: tuple[float, float]) -> QPoint:
        self.drive.show(Rect(spot[0] - 30, spot[1] - 30, 60, 60))
        return self.drive.at(*spot)


def assert_true_to_document(drive: Driver) -> None:
    """Assert that a layout from scratch is what the scene shows, and that nothing of a gesture is left.

    Pixels are not compared: dashes that are painted in two goes do not meet to the pixel.
    """
    now, scene = drive.session.now, drive.canvas.scene
    fresh = type(drive.layout)(now, drive.session.stream, drive.canvas._measurer)
    assert dict(fresh.routes) == dict(drive.layout.routes)
    for id, card in fresh.cards.items():
        assert (scene.cards[id].x(), scene.cards[id].y()) == (card.rect.x, card.rect.y)
    assert {id: item._look.points for id, item in scene.flows.items()} == {
        id: route.points for id, route in fresh.routes.items()
    }
    assert all(item.opacity() == 1.0 for item in scene.flows.values())
    overlay = drive.canvas.view.overlay
    left = (Layer.INSERTION, Layer.VEIL, Layer.CONNECTION, Layer.TARGET, Layer.SIDES, Layer.REASON)
    assert not [layer.name for layer in left if overlay.mark(layer) is not None]


@pytest.fixture
def labelled(drive: Driver) -> Iterator[Driver]:
    """A hand on the small stream whose flows have labels."""
    with drive.session.edit("Prepare") as draft:
        for flow in draft.view.flows(drive.session.stream):
            draft.update(flow.id, label=f"way {flow.id[-3:]}")
    drive.session.history.clear()
    yield drive


@pytest.mark.parametrize(("seed", "scale"), [(1, 1.0), (2, 0.5), (3, 0.7), (4, 2.0)])
def test_random_gestures_on_lines(labelled: Driver, seed: int, scale: float) -> None:
    drive = labelled
    first = drive.session.now
    drive.canvas.set_zoom(scale)
    hand = RandomHand(drive, seed)
    for index in range(60):
        hand.act()
        assert not dangling(drive.session.now)
        assert not drive.canvas.controller.busy
        if index % 12 == 0:
            assert_true_to_document(drive)
    assert_true_to_document(drive)
    assert drive.session.history.index() > 10, "hardly anything was changed"
    while drive.session.history.canUndo():
        drive.session.undo()
    assert drive.session.now == first
    assert_true_to_document(drive)
