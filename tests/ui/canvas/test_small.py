"""The canvas at small scales: what can be read, and what partial updates leave behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.checks import assert_painted
from tests.ui.canvas.conftest import shown
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import large_stream
from vsdesigner.commands import phases, steps
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind
from vsdesigner.ui import theme
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import BandLook
from vsdesigner.ui.painting.overview import FEW_CARDS
from vsdesigner.ui.painting.small import Words, paint_words
from vsdesigner.ui.session import Session


@pytest.fixture
def large(qtbot: QtBot) -> Iterator[Driver]:
    yield from shown(qtbot, Session(large_stream(200)))


# -- what a drag leaves -------------------------------------------------------------------------------------
def given_up(drive: Driver, name: str) -> None:
    """Drag a selected card far up and to the right, step by step, and give up."""
    drive.click(drive.middle(name))
    QApplication.processEvents()
    at = drive.middle(name)
    for offset in (QPoint(30, -20), QPoint(50, -60)):
        drive.begin_drag(at, at + offset)
        QApplication.processEvents()
    drive.key(Qt.Key.Key_Escape)
    QApplication.processEvents()


@pytest.mark.parametrize("zoom", [0.15, 0.3, 0.5])
def test_a_drag_that_is_given_up_leaves_no_marks(drive: Driver, zoom: float) -> None:
    drive.canvas.set_zoom(zoom)
    given_up(drive, "Fix")
    assert_painted(drive)


@pytest.mark.parametrize("zoom", [0.15, 0.3])
def test_a_drag_in_a_large_stream_leaves_no_marks(large: Driver, zoom: float) -> None:
    large.canvas.set_zoom(zoom)
    given_up(large, "step-00010")
    assert_painted(large)


# -- what can be read ---------------------------------------------------------------------------------------
def inked(drive: Driver, area: QRect) -> int:
    """How many pixels of an area on the viewport are not of its commonest colour."""
    picture = drive.viewport.grab(area).toImage()
    found = Counter(picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(found.values()) - max(found.values())


def area_of(drive: Driver, name: str) -> QRect:
    rect = drive.layout.cards[drive.id(name)].rect
    return QRect(drive.at(rect.x, rect.y), drive.at(rect.right, rect.bottom))


@pytest.mark.parametrize("zoom", [0.3, 0.39, 0.45])
def test_the_name_is_written_on_a_small_card(drive: Driver, zoom: float) -> None:
    drive.canvas.set_zoom(zoom)
    area = area_of(drive, "Fix").adjusted(4, 3, -3, -3)
    short = inked(drive, area)
    assert short > 15, "number and name"
    with drive.session.edit("Rename") as draft:
        draft.update(drive.id("Fix"), name="Fix every machine")
    assert inked(drive, area) > short + 15


def test_words_on_small_cards_are_of_readable_size_and_stay_inside(qapp: QApplication) -> None:
    for scale in (0.2, 0.3, 0.5):
        picture = QImage(200, 100, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.translate(50, 30)
        painter.scale(scale, scale)
        inks, pen = Inks(theme.LIGHT, scale), QPen(Qt.GlobalColor.black)
        words = Words("Measure how well the heavy machinery works", "card", "7")
        paint_words(painter, words, QRectF(0, 0, 190, 88), inks, pen, pen)
        painter.end()
        dark = [
            (x, y) for x in range(200) for y in range(100) if QColor(picture.pixel(x, y)).lightness() < 170
        ]
        assert min(x for x, _ in dark) >= 49 and max(x for x, _ in dark) <= 50 + 190 * scale + 1
        assert min(y for _, y in dark) >= 29 and max(y for _, y in dark) <= 30 + 88 * scale + 1
        tall = max(y for _, y in dark) - min(y for _, y in dark)
        assert tall >= 6, "letters of 9 px and more have capitals of 7"


@pytest.mark.parametrize("scale", [0.2, 0.25, 0.3])
def test_the_name_of_a_demand_is_made_smaller_before_it_is_broken(qapp: QApplication, scale: float) -> None:
    picture = QImage(100, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(scale, scale)
    inks, pen = Inks(theme.LIGHT, scale), QPen(Qt.GlobalColor.black)
    inset = 2.0 / scale
    area = QRectF(inset, 0, 150 - 2 * inset, 40 / scale)
    paint_words(painter, Words("Demand", "block_title", centred=True, whole=True), area, inks, pen, pen)
    painter.end()
    rows = [y for y in range(60) if any(QColor(picture.pixel(x, y)).lightness() < 170 for x in range(100))]
    assert rows and rows == list(range(rows[0], rows[-1] + 1)), "one line"
    assert len(rows) <= 9
    right = max(x for x in range(100) for y in range(60) if QColor(picture.pixel(x, y)).lightness() < 170)
    assert right <= 150 * scale


def test_kinds_of_flow_differ_and_have_heads_when_all_is_in_view(drive: Driver) -> None:
    drive.canvas.set_zoom(0.3)
    flow = drive.flow("Diagnose", "Fix")
    main = darkest(drive, flow.id)
    assert max(main[3:]) < 200, "a solid line"
    with drive.session.edit("Change kind of flow") as draft:
        draft.update(flow.id, kind=FlowKind.REWORK)
    dashed = darkest(drive, flow.id)
    assert min(dashed) < 200 and max(dashed) > 215, "dashes and gaps"


def darkest(drive: Driver, flow: str) -> list[int]:
    """The lightness of each column of a flow's first level piece; it has a head if it is the last one too."""
    points = drive.layout.routes[flow].points
    first, last = drive.at(*points[0]), drive.at(*points[1])
    line = QRect(first.x() + 1, first.y() - 4, last.x() - first.x() - 1, 9)
    picture = drive.viewport.grab(line).toImage()
    columns = [[QColor(picture.pixel(x, y)).lightness() for y in range(9)] for x in range(picture.width())]
    if len(points) == 2:
        assert max(sum(light < 200 for light in column) for column in columns[-7:]) >= 4, "an arrow head"
    return [min(column) for column in columns[:-7]]


def test_one_step_more_than_is_painted_one_by_one_and_back(qtbot: QtBot) -> None:
    hand = shown(qtbot, Session(large_stream(FEW_CARDS - 2)))  # and demand and value
    drive = next(hand)
    drive.canvas.set_zoom(0.3)
    assert not drive.canvas.scene.drawing.in_one_go
    with drive.session.edit("Add step") as draft:
        steps.add(draft, drive.session.stream, Place("plan", 300.0, 130.0), "One more")
    assert drive.canvas.scene.drawing.in_one_go
    assert_painted(drive)
    drive.session.undo()
    assert not drive.canvas.scene.drawing.in_one_go
    assert_painted(drive)


# -- the lanes ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("wide", [520, 1500])
def test_the_numbers_of_steps_are_all_shown_or_none(drive: Driver, wide: int) -> None:
    headers = drive.canvas.view.headers
    with drive.session.edit("Add step") as draft:
        place = Place("deliver_and_support", 810.0, 130.0)
        steps.add(draft, drive.session.stream, place, "Below")  # makes its lane higher than the others
    drive.canvas.resize(wide, 900)
    QApplication.processEvents()
    seen = set()
    for zoom in (0.2, 0.25, 0.28, 0.3, 0.32, 0.36, 0.4, 0.5, 0.8):
        drive.canvas.set_zoom(zoom)
        drive.canvas.view.camera.scroll_by(0, -5_000)
        drive.show(drive.layout.bounds)
        shown_ones = {band.lane for band, area in headers.rows() if numbered(drive, band, area)}
        lanes = {band.lane for band in drive.canvas.scene.drawing.bands if band.steps}
        assert not shown_ones or shown_ones == lanes, zoom
        seen.add(bool(shown_ones))
    assert seen == {True, False}


def numbered(drive: Driver, band: BandLook, area: QRectF) -> bool:
    """Whether the header of a lane with steps looks otherwise than with another number of steps."""
    headers = drive.canvas.view.headers
    if not band.steps or not area.intersects(QRectF(headers.rect())):
        return False
    before = headers.grab(area.toRect()).toImage()
    drawing = drive.canvas.scene.drawing
    kept = drawing.bands
    drawing.bands = tuple(replace(one, steps=8) if one.lane == band.lane else one for one in kept)
    after = headers.grab(area.toRect()).toImage()
    drawing.bands = kept
    return before != after


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK])
def test_the_borders_of_phases_are_no_dashes(drive: Driver, worn: theme.Theme) -> None:
    with drive.session.edit("Add a phase") as draft:
        phases.add(draft, drive.session.stream, 400.0, 500.0, "Look")
    drive.canvas.set_theme(worn)
    QApplication.processEvents()
    band = drive.layout.lanes[1]
    picture = drive.viewport.grab().toImage()
    top, bottom = drive.at(400.0, band.top).y() + 4, drive.at(400.0, band.bottom).y() - 4
    column = {picture.pixel(drive.at(400.0, 0).x(), y) for y in range(top, bottom)}
    beside = {picture.pixel(drive.at(400.0, 0).x() - 5, y) for y in range(top, bottom)}
    assert len(column) == 1 and len(beside) == 1 and column != beside


# -- the bar ------------------------------------------------------------------------------------------------
def test_the_bar_covers_no_other_card_where_they_are_small(drive: Driver) -> None:
    place = drive.step("Diagnose")
    with drive.session.edit("Add steps") as draft:
        for dx, dy in ((0.0, 130.0), (-250.0, 130.0), (250.0, 130.0)):
            steps.add(draft, drive.session.stream, Place(place.lane, place.x + dx, place.y + dy), "Near")
    bar = drive.canvas.bar
    for zoom in (0.45, 0.55, 1.0):
        drive.canvas.set_zoom(zoom)
        shown_for = []
        for name in ("Triage", "Diagnose", "Review"):
            drive.session.select((drive.id(name),))
            drive.middle(name)
            if bar.isVisible():
                shown_for.append(name)
                areas = [
                    QRect(drive.at(card.rect.x, card.rect.y), drive.at(card.rect.right, card.rect.bottom))
                    for card in drive.layout.cards.values()
                ]
                assert zoom >= 0.6 or not any(bar.geometry().intersects(area) for area in areas), name
        assert "Review" in shown_for, "where there is room it is there"
