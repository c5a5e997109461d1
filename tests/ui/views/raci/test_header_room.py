"""How much room the names of roles get: lying while they can, else upright, never cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from vsdesigner.model.records import Role
from vsdesigner.ui.editors.wrapped_text import wrapped_height
from vsdesigner.ui.views.grid.dress import scaled_font
from vsdesigner.ui.views.raci.header_painting import (
    NARROW,
    PAD,
    UPRIGHT_LIMIT,
    Look,
    paint_ring,
    paint_role,
    planned,
)

LONG = "Supplier of the network for all of the branch offices in the north and in the south of the country"


def test_short_names_lie(qapp: QApplication) -> None:
    plan = planned(["Client", "Service desk"], False, 600, 1.0)
    assert not plan.upright
    assert len(set(plan.widths)) == 1


def test_names_lie_over_more_width_before_they_stand(qapp: QApplication) -> None:
    narrow = planned(["Client"], False, 600, 1.0).widths[0]
    plan = planned(["Supplier of the network in the branch offices"], False, 600, 1.0)
    assert not plan.upright
    assert plan.widths[0] > narrow


def test_many_roles_stand_upright_in_narrow_columns(qapp: QApplication) -> None:
    plan = planned(["Client"] * 12, False, 600, 1.0)
    assert plan.upright
    assert plan.widths == (NARROW,) * 12


@pytest.mark.parametrize("scale", [0.7, 1.0, 2.0])
@pytest.mark.parametrize("name", [LONG, "Donaudampfschifffahrtsgesellschaftskapitaen", "X" * 120])
def test_an_upright_name_has_room_for_all_of_its_lines(qapp: QApplication, name: str, scale: float) -> None:
    plan = planned([name, "Client"], True, 400, scale)
    assert plan.upright
    font = scaled_font("panel_strong", scale)
    across = wrapped_height(name, font, int(UPRIGHT_LIMIT * scale))
    assert plan.widths[0] * scale >= across + 2 * PAD * scale - 1
    long = QFontMetricsF(font).horizontalAdvance(name)
    assert plan.height >= min(long, UPRIGHT_LIMIT * scale) + 2 * PAD * scale


@pytest.mark.parametrize("upright", [True, False])
def test_the_ring_stands_around_the_section_whatever_the_name_does(qapp: QApplication, upright: bool) -> None:
    pictures = []
    for has_keys in (False, True):
        picture = QImage(80, 120, QImage.Format.Format_RGB32)
        picture.fill(0)
        painter = QPainter(picture)
        paint_role(painter, QRectF(0, 0, 80, 120), Role(id="r", name="Client"), 1.0, upright=upright)
        paint_ring(painter, QRectF(0, 0, 80, 120), Look(True, here=True, has_keys=has_keys, hovered=False))
        painter.end()
        pictures.append(picture)
    for x, y in ((1, 60), (78, 60), (40, 1), (40, 118)):
        assert any(
            pictures[0].pixel(x + dx, y) != pictures[1].pixel(x + dx, y)
            or pictures[0].pixel(x, y + dx) != pictures[1].pixel(x, y + dx)
            for dx in (-1, 0, 1)
            if 0 <= x + dx < 80 and 0 <= y + dx < 120
        ), (x, y)
