"""Texts of cells break at words, hang behind their dashes, and end with an ellipsis where room ends."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from vsdesigner.ui.views.grid.grid import scaled_font
from vsdesigner.ui.views.grid.wrapping import Wrapper

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def wrapper() -> Wrapper:
    return Wrapper(scaled_font("panel", 1.0))


def test_what_fits_is_one_line_and_line_breaks_are_kept(wrapper: Wrapper) -> None:
    assert [line.text for line in wrapper.lines("Write it down", 400)] == ["Write it down"]
    assert [line.text for line in wrapper.lines("One\n\nTwo", 400)] == ["One", "", "Two"]
    assert wrapper.height("One\n\nTwo", 400) == 3 * wrapper.line_height


@pytest.mark.parametrize("width", [30, 60, 90, 150])
def test_no_line_is_wider_than_its_room(wrapper: Wrapper, width: int) -> None:
    text = "– Write down what the cloud service has to do, Donaudampfschifffahrtsgesellschaft and all"
    lines = wrapper.lines(text, width)
    assert len(lines) > 1
    assert all(line.indent + wrapper.width(line.text) <= width + 1 for line in lines if len(line.text) > 1)
    assert "".join("".join(line.text for line in lines).split()) == "".join(text.split())


def test_wrapped_items_hang_behind_their_dash(wrapper: Wrapper) -> None:
    first, *others = wrapper.lines("– Write down what the cloud service has to do", 120)
    assert first.indent == 0
    assert {line.indent for line in others} == {wrapper.width("– ")}


def test_what_does_not_fit_ends_with_an_ellipsis(wrapper: Wrapper) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setPen("white")
    wrapper.paint(painter, QPointF(0, 0), "one\ntwo\nthree\nfour", 180, 2 * wrapper.line_height)
    painter.end()
    rows = {y for y in range(100) for x in range(200) if image.pixelColor(x, y).lightness() > 60}
    assert rows and max(rows) < 2 * wrapper.line_height + 4
