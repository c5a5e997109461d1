"""The SVG picture as readers show it: every word inside its card in a browser, and nothing lost in Qt's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.exchange.html.browser import Browser
from tests.exchange.html.pages import connected, several
from tests.exchange.svg.reading import render, replaced
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.sans import SansMeasurer
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model.dimensions import LANE_HEADER_WIDTH
from vsdesigner.model.records import Flow, Lane, Step, Stream
from vsdesigner.palette import DARK, LIGHT, Scheme

OUTSIDE = """
[...document.querySelectorAll('.cards > g, .labels, .headers > g')].flatMap(group => {
  const bodies = [...group.querySelectorAll('rect')].map(e => e.getBoundingClientRect());
  return [...group.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    return !bodies.some(body => box.left >= body.left - 0.5 && box.right <= body.right + 0.5
      && box.top >= body.top - 1 && box.bottom <= body.bottom + 1);
  }).map(text => text.textContent);
})
"""

LONG = (
    "A name that is told at some length, Wholesale & Warehouse Management, WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
)


def shown(browser: Browser, folder: Path, content: bytes) -> Browser:
    path = folder / "stream.svg"
    path.write_bytes(content)
    browser.open(path, 1600, 1000)
    return browser


@pytest.mark.parametrize(
    "name", ["Plain", LONG, "中文的名字很长很长很长很长很长很长很长", "Ещё одно довольно длинное имя шага"]
)
def test_all_words_stay_inside_what_they_belong_to(browser: Browser, tmp_path: Path, name: str) -> None:
    view = several()
    for kind, field in (
        (Step, "name"),
        (Lane, "name"),
        (Stream, "demand"),
        (Stream, "value"),
        (Flow, "label"),
    ):
        view = replaced(view, kind, field, name)
    page = shown(browser, tmp_path, render(view))
    assert page.js("document.querySelectorAll('text').length") > 20
    assert page.js(OUTSIDE) == []
    assert not page.faults()


def test_the_picture_asks_for_nothing_and_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    view = replaced(connected(), Step, "name", "</text><script>window.hacked=1</script>")
    page = shown(browser, tmp_path, render(view, source="{}"))
    assert page.js("window.hacked") is None
    assert page.requests() == [(tmp_path / "stream.svg").as_uri()]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_qt_draws_cards_lanes_and_flows_where_they_belong(scheme: Scheme) -> None:
    view = connected()
    picture, left, top = _drawn(view, scheme)
    layout = StreamLayout(view, view.streams[0].id, SansMeasurer())

    def colour(x: float, y: float) -> str:
        return picture.pixelColor(round(x - left), round(y - top)).name().upper()

    for step in view.steps(layout.stream):
        rect = layout.cards[step.id].rect
        shades = scheme.lane(view.get(step.lane, Lane).color)
        assert colour(rect.x + 2, rect.center.y) == shades.edge.hex
        assert colour(rect.right - 6, rect.y + 40) == scheme.card.hex
        assert colour(left + 2, rect.center.y) == shades.edge.hex
        assert colour(left + LANE_HEADER_WIDTH - 4, rect.center.y) == shades.header.hex
        assert colour(rect.x - 14, rect.y - 12) == shades.band.hex
    for route in layout.routes.values():
        (x, y), (tip_x, tip_y) = route.points[-2:]
        middle = colour((x + tip_x) / 2, (y + tip_y) / 2)
        assert QColor(middle).lightness() == pytest.approx(QColor(scheme.flow.hex).lightness(), abs=40)


def _drawn(view: Snapshot, scheme: Scheme) -> tuple[QImage, float, float]:
    renderer = QSvgRenderer(QByteArray(render(view, values={"theme": scheme.name})))
    assert renderer.isValid()
    picture = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    box = renderer.viewBoxF()
    return picture, box.x(), box.y()


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Qt draws letters only with an application."""
