"""What the drawing looks like through a lens: the rest fades, occurrences do not and are numbered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canvas.conftest import shown
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.streams import large_stream
from tests.ui.lens.build import followed_stream, role
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.ui import theme
from vsdesigner.ui.colour import mix
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme

SCALES = (1.5, 1.0, 0.5, 0.3, 0.15)


@pytest.fixture
def followed(qtbot: QtBot) -> Iterator[Driver]:
    yield from shown(qtbot, Session(followed_stream()))


def picture(drive: Driver) -> QImage:
    QApplication.processEvents()
    return drive.viewport.grab().toImage()


def on_screen(drive: Driver) -> QImage:
    """What was painted bit by bit; `picture` paints everything anew."""
    return QApplication.primaryScreen().grabWindow(drive.canvas.winId()).toImage()


def spot(drive: Driver, name: str, right: float, down: float) -> QPoint:
    """The pixel at these shares of a card's width and height."""
    rect = drive.layout.cards[drive.id(name)].rect
    return drive.at(rect.x + rect.width * right, rect.y + rect.height * down)


def far_apart(one: QColor, other: QColor) -> bool:
    parts = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return max(abs(a - b) for a, b in parts) > 12


def edge(drive: Driver, name: str) -> QPoint:
    """A pixel on the coloured left edge of a card, or on its block."""
    scale = drive.canvas.zoom()
    return spot(drive, name, 0.013 if scale > 0.4 else 0.02 if scale > 0.2 else 0.2, 0.35)


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("scale", SCALES)
def test_occurrences_stay_and_the_rest_fades(followed: Driver, scale: float, worn: Theme) -> None:
    drive = followed
    drive.canvas.set_theme(worn)
    drive.canvas.set_zoom(scale)
    seen = {}
    for name in ("Triage", "Diagnose", "Review", "Fix"):
        drive.middle(name)
        drive.session.look_through(None)
        before = picture(drive).pixelColor(edge(drive, name))
        drive.session.look_through(role(drive.session.now))
        after = picture(drive).pixelColor(edge(drive, name))
        seen[name] = far_apart(before, after)
        if seen[name]:
            wanted = mix(before, worn.canvas, worn.dim.alphaF())
            assert not far_apart(after, wanted), (name, after.name(), wanted.name())
    assert seen == {"Triage": False, "Diagnose": True, "Review": False, "Fix": False}


@pytest.mark.parametrize("scale", SCALES)
def test_the_number_stands_at_the_corner(followed: Driver, scale: float) -> None:
    drive = followed
    drive.session.look_through(role(drive.session.now))
    drive.canvas.set_zoom(scale)
    ground = theme.LIGHT.text
    for name, numbered in (("Triage", True), ("Diagnose", False), ("Fix", True)):
        drive.middle(name)
        image = picture(drive)
        corner = spot(drive, name, 1.0, 1.0)
        reach = round(14 * max(1.0, scale))
        near = [
            image.pixelColor(corner + QPoint(dx, dy))
            for dx in range(-reach, 8)
            for dy in range(-reach, 8)
            if image.rect().contains(corner + QPoint(dx, dy))
        ]
        assert (sum(colour == ground for colour in near) > 25) is numbered, name


@pytest.mark.parametrize("scale", [1.5, 1.0, 0.5])
def test_a_card_behind_the_headers_leaves_no_number_beside_them(followed: Driver, scale: float) -> None:
    drive = followed
    drive.session.look_through(role(drive.session.now))
    drive.canvas.set_zoom(scale)
    drive.middle("Fix")
    image, corner = picture(drive), spot(drive, "Fix", 1.0, 1.0)
    beside = [
        image.pixelColor(corner + QPoint(dx, dy))
        for dx in range(2, round(14 * max(1.0, scale)))
        for dy in range(-14, 14)
        if image.rect().contains(corner + QPoint(dx, dy))
    ]
    assert beside
    assert theme.LIGHT.text not in beside


def test_flows_between_occurrences_stay(followed: Driver) -> None:
    drive = followed
    drive.session.look_through(Lens(LensKind.TOOL, "chat"))  # Triage and Diagnose
    for source, target, stays in (("Triage", "Diagnose", True), ("Diagnose", "Fix", False)):
        line = drive.on_flow(source, target)
        image = picture(drive)
        darkest = min(
            image.pixelColor(line + QPoint(dx, dy)).lightness() for dx in (-1, 0, 1) for dy in (-1, 0, 1)
        )
        assert (darkest < 170) is stays, (source, target, darkest)


def test_what_is_selected_stays_visible_and_can_be_edited(followed: Driver) -> None:
    drive = followed
    drive.session.look_through(role(drive.session.now))
    where = drive.middle("Diagnose")
    faded = picture(drive).pixelColor(edge(drive, "Diagnose"))
    drive.click(where)
    assert drive.session.selection == (drive.id("Diagnose"),)
    assert far_apart(picture(drive).pixelColor(spot(drive, "Diagnose", 0.018, 0.5)), faded)
    QTest.keyClick(drive.canvas.view, Qt.Key.Key_Right)
    assert drive.session.history.undoText()
    drive.session.undo()


@pytest.mark.parametrize("scale", [1.0, 0.5, 0.3])
def test_dragging_leaves_no_traces(followed: Driver, scale: float) -> None:
    drive = followed
    drive.session.look_through(role(drive.session.now))
    drive.canvas.set_zoom(scale)
    for name in ("Fix", "Diagnose"):
        start = drive.middle(name)
        drive.press(start)
        for part in range(1, 9):
            drive.move(start + QPoint(8 * part, -5 * part))
            QApplication.processEvents()
        left = on_screen(drive)
        drive.viewport.update()
        QApplication.processEvents()
        assert on_screen(drive) == left, name
        drive.release(start + QPoint(64, -40))


def test_numbers_follow_an_edit_elsewhere(followed: Driver) -> None:
    drive = followed
    drive.session.look_through(role(drive.session.now))
    drive.middle("Fix")
    before = picture(drive)
    with drive.session.edit("Take letters") as draft:
        draft.update(drive.id("Triage"), raci=())
    after = picture(drive)
    rect = drive.layout.cards[drive.id("Fix")].rect
    corner = drive.at(rect.right, rect.bottom)
    size = QPoint(20, 11)
    around = QRect(corner - 2 * size, corner + size)
    assert before.copy(around) != after.copy(around)


def test_where_it_does_not_occur_nothing_fades(followed: Driver) -> None:
    drive = followed
    other = drive.session.now.streams[1].id
    drive.session.show_stream(other)
    before = picture(drive)
    drive.session.look_through(role(drive.session.now))
    assert picture(drive) == before


def test_from_far_away_of_a_thousand_steps(qtbot: QtBot) -> None:
    for drive in shown(qtbot, Session(large_stream(1_000))):
        drive.canvas.set_zoom(0.3)
        lane = drive.session.now.lanes[1].id
        drive.session.look_through(Lens(LensKind.ACTIVITY, lane))
        drive.middle("step-00007")
        image = picture(drive)
        faded = image.pixelColor(edge(drive, "step-00006"))
        stays = image.pixelColor(edge(drive, "step-00007"))
        assert stays.lightness() < 150 < faded.lightness()
