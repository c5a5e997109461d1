"""New notes, texts and pictures find free ground."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.canvas.drive import Driver
from vsdesigner.commands import steps
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.place import Place
from vsdesigner.ui.canvas.free_ground import free_ground

HIGHS = ["insert.note", "insert.text"]


def covers_none(drive: Driver, id: str) -> bool:
    cards = drive.layout.cards
    return not any(cards[id].rect.overlaps(card.rect) for other, card in cards.items() if other != id)


def bands(drive: Driver) -> list[tuple[float, float]]:
    return [(band.top, band.height) for band in drive.layout.lanes]


def crowd(drive: Driver, lane: str) -> None:
    """Fill the middle of a lane with steps."""
    with drive.session.edit("Crowd") as draft:
        for index in range(6):
            steps.add(draft, drive.session.stream, Place(lane, 200.0 + 210 * index, 26.0), f"Busy {index}")


def newest(drive: Driver, known: set[str]) -> str:
    (id,) = {note.id for note in drive.session.now.notes(drive.session.stream)} - known
    return id


@pytest.mark.parametrize("action", HIGHS)
def test_something_new_covers_no_card_and_makes_no_lane_higher(drive: Driver, action: str) -> None:
    for lane in ("design_and_transition", "obtain_build"):
        crowd(drive, lane)
    drive.session.select(())
    made: set[str] = set()
    for index in range(8):
        before = bands(drive)
        seen = drive.canvas.stage.visible
        drive.canvas.run(action)
        drive.finish_name(f"Mind {index}")
        id = newest(drive, made)
        made.add(id)
        rect = drive.layout.cards[id].rect
        assert covers_none(drive, id)
        assert seen.encloses(rect), "it is where one looks"
        assert bands(drive) == before


def test_it_keeps_off_the_lines_where_that_is_near(drive: Driver) -> None:
    (route,) = [drive.layout.routes[flow.id] for flow in drive.session.now.outgoing(drive.id("Diagnose"))]
    middle = Point(*route.points[0])
    place = free_ground(drive.canvas.stage, middle, (180.0, 32.0))
    rect = drive.layout.rect_at(place, (180.0, 32.0))
    for here, there in itertools.pairwise(route.points):
        left, right = sorted((here[0], there[0]))
        top, bottom = sorted((here[1], there[1]))
        assert not rect.overlaps(Rect(left, top, max(1.0, right - left), max(1.0, bottom - top)))


def test_what_fits_nowhere_in_view_goes_on_in_the_lane_of_the_middle(drive: Driver) -> None:
    crowd(drive, "plan")
    band = drive.layout.band("plan")
    size = (300.0, 300.0)
    place = free_ground(drive.canvas.stage, Point(700.0, band.top + 60), size)
    rect = drive.layout.rect_at(place, size)
    assert place.lane == "plan"
    assert not any(
        rect.overlaps(drive.layout.cards[step.id].rect)
        for step in drive.session.now.steps(drive.session.stream)
        if step.lane == "plan"
    )


def test_a_note_asked_for_beside_a_card_does_not_cover_it(drive: Driver) -> None:
    rect = drive.layout.cards[drive.id("Diagnose")].rect
    at: QPoint = drive.at(rect.x - 30, rect.y + 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, drive.viewport.mapToGlobal(at))
    drive.session.select(())
    QApplication.sendEvent(drive.viewport, event)
    menu = next(menu for menu in drive.canvas.view.findChildren(QMenu) if menu.isVisible())
    (action,) = [action for action in menu.actions() if "note" in action.text().lower()]
    menu.close()
    action.trigger()
    drive.finish_name("Beside", Qt.Key.Key_Return)
    id = newest(drive, set())
    assert covers_none(drive, id)
    note = drive.layout.cards[id].rect
    assert abs(note.x - (rect.x - 30)) < 300
