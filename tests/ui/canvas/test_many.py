"""Groups and large streams: the quick ways give the same picture and the same document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.checks import assert_drawn, assert_painted, undone
from tests.ui.canvas.conftest import shown
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import large_stream
from vsdesigner.ui.canvas.tools.carried import MANY
from vsdesigner.ui.session import Session

COUNT = 60


@pytest.fixture
def many(qtbot: QtBot) -> Iterator[Driver]:
    yield from shown(qtbot, Session(large_stream(COUNT)))


def ids(first: int, last: int) -> list[str]:
    return [f"step-{index:05}" for index in range(first, last)]


@pytest.mark.parametrize("zoom", [0.15, 0.3, 0.5, 1.0])
def test_moving_a_group(many: Driver, zoom: float) -> None:
    before = many.session.now
    many.canvas.set_zoom(zoom)
    group = ids(0, MANY + 6)
    many.session.select(group)
    grabbed = many.middle(group[3])
    many.drag(grabbed, grabbed + QPoint(round(100 * zoom), 0), Qt.KeyboardModifier.AltModifier)
    now = many.session.now
    moved = {now.get(id, type(before.find(id))).x - before.get(id, type(before.find(id))).x for id in group}  # type: ignore[arg-type]
    assert len(moved) == 1
    undone(many, before)
    flows = many.canvas.scene.flows.values()
    assert all((item.x(), item.y()) == (0.0, 0.0) for item in flows)


def test_flows_of_a_group_go_with_it_and_come_back(many: Driver) -> None:
    many.canvas.set_zoom(0.5)
    group = ids(0, MANY + 6)
    many.session.select(group)
    inside = many.canvas.scene.flows["flow-step-00000"]
    grabbed = many.middle(group[3])
    many.begin_drag(grabbed, grabbed + QPoint(50, 0), Qt.KeyboardModifier.AltModifier)
    assert inside.x() == pytest.approx(100.0)
    many.key(Qt.Key.Key_Escape)
    assert inside.x() == 0.0
    assert_drawn(many)


def test_picture_from_far_away_follows_a_drag_and_its_end(many: Driver) -> None:
    many.canvas.set_zoom(0.15)
    before = many.canvas.view.grab().toImage()
    spot = many.middle("step-00010")
    before = many.canvas.view.grab().toImage()
    many.begin_drag(spot, spot + QPoint(30, 40))
    assert many.canvas.view.grab().toImage() != before
    assert_painted(many)
    many.key(Qt.Key.Key_Escape)
    many.session.select(())
    many.canvas.controller.leave()
    QApplication.processEvents()
    after = many.canvas.view.grab().toImage()
    different = sum(
        before.pixel(x, y) != after.pixel(x, y)
        for x in range(0, before.width(), 2)
        for y in range(0, before.height(), 2)
    )
    assert different == 0


def test_select_all_and_delete_all(many: Driver) -> None:
    before = many.session.now
    many.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    many.key(Qt.Key.Key_Delete)
    assert not many.session.now.steps(many.session.stream)
    undone(many, before)


def test_deleting_and_undoing_keeps_the_overview(many: Driver) -> None:
    many.canvas.set_zoom(0.15)
    for round_ in range(4):
        many.session.select(ids(round_ * 10, round_ * 10 + 25))
        many.key(Qt.Key.Key_Delete)
        assert_painted(many)
        many.session.undo()
        many.session.select(())
        QApplication.processEvents()
    partial = many.canvas.view.grab().toImage()
    many.canvas.scene.show_stream(many.session.now, many.layout)
    QApplication.processEvents()
    assert partial == many.canvas.view.grab().toImage()
