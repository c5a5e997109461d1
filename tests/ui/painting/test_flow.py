"""How lines are painted: round corners, jumps over other lines, only the seen part of very long ones."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import FlowKind
from vsdesigner.ui.painting.flow import CORNER, JUMP, paint_flow, paint_part, shape_of, straight_part
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import FlowLook
from vsdesigner.ui.theme import LIGHT

LEVEL = ((0.0, 50.0), (100.0, 50.0))
TALL = ((0.0, 20.0), (50.0, 20.0), (50.0, 9_000.0), (100.0, 9_000.0))


def look(points: tuple[tuple[float, float], ...], kind: FlowKind = FlowKind.MAIN) -> FlowLook:
    return FlowLook(points, kind, None, ())


def painted(flow: FlowLook, jumps: tuple[tuple[float, float], ...] = ()) -> QImage:
    """The flow on white, 100 by 100 px."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_flow(painter, flow, shape_of(flow.points, jumps), Inks(LIGHT), lit=False)
    painter.end()
    return image


def is_inked(image: QImage, x: int, y: int) -> bool:
    return image.pixelColor(x, y).lightness() < 225


def test_corners_are_round_with_radius_10(qtbot: QtBot) -> None:
    path = shape_of(((0.0, 0.0), (60.0, 0.0), (60.0, 80.0))).line
    assert CORNER == 10
    assert not path.contains(QPointF(60, 0))
    assert (path.elementAt(1).x, path.elementAt(1).y) == (50, 0)


@pytest.mark.parametrize("kind", list(FlowKind))
def test_conv_36_a_jump_is_an_arc_of_radius_5_that_can_be_seen_with_any_dashes(
    qtbot: QtBot, kind: FlowKind
) -> None:
    assert JUMP == 5
    plain, jumping = painted(look(LEVEL, kind)), painted(look(LEVEL, kind), ((40.0, 50.0),))
    assert is_inked(jumping, 40, 45)
    assert not is_inked(jumping, 40, 50)
    assert not is_inked(plain, 40, 45)


def test_conv_36_jumps_close_together_become_one(qtbot: QtBot) -> None:
    image = painted(look(LEVEL), ((40.0, 50.0), (48.0, 50.0)))
    assert all(is_inked(image, x, 45) for x in range(40, 49))
    assert is_inked(image, 25, 50) and is_inked(image, 65, 50)


def test_a_line_that_runs_to_the_left_jumps_as_well(qtbot: QtBot) -> None:
    image = painted(look(tuple(reversed(LEVEL))), ((60.0, 50.0), (40.0, 50.0)))
    assert is_inked(image, 60, 45) and is_inked(image, 40, 45)


def test_of_a_very_long_line_the_seen_part_looks_as_the_whole(qtbot: QtBot) -> None:
    flow, seen = look(TALL), QRectF(0, 4_000, 100, 100)
    shape = shape_of(flow.points)
    part = straight_part(flow, shape, seen)
    assert part is not None
    pictures = []
    for whole in (True, False):
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -4_000)
        if whole:
            paint_flow(painter, flow, shape, Inks(LIGHT), lit=False)
        else:
            paint_part(painter, part, Inks(LIGHT), lit=False)
        painter.end()
        pictures.append(image)
    one, other = ([picture.pixelColor(x, 50).lightness() for x in range(100)] for picture in pictures)
    assert one == pytest.approx(other, abs=8)
    assert min(other) < 225
    assert is_inked(pictures[1], 50, 0) and is_inked(pictures[1], 50, 99)


@pytest.mark.parametrize("top", [0.0, 8_950.0])
def test_where_more_than_a_straight_part_is_seen_the_whole_is_painted(qtbot: QtBot, top: float) -> None:
    flow = look(TALL)
    assert straight_part(flow, shape_of(flow.points), QRectF(0, top, 100, 100)) is None
    labelled = FlowLook(TALL, FlowKind.MAIN, Rect(20, 4_040, 60, 20), ("label",))
    assert straight_part(labelled, shape_of(TALL), QRectF(0, 4_000, 100, 100)) is None
