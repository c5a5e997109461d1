"""A step from the palette over the canvas: what is shown is what is made, also on a lane's header."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.strips import Strips
from vsdesigner.model.dimensions import CARD_WIDTH, LANE_PADDING, STEP_GAP
from vsdesigner.model.records import TerminalKind
from vsdesigner.ui.canvas.marks import GhostMark, VeilMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.proposal_mark import ProposalMark
from vsdesigner.ui.mime import NEW_STEP
from vsdesigner.ui.painting.looks import lane_colour

COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def ghost(drive: Driver) -> GhostMark:
    mark = drive.canvas.view.overlay.mark(Layer.GHOST)
    assert isinstance(mark, GhostMark)
    return mark


def words(mark: GhostMark) -> str:
    assert mark.look is not None
    return " ".join(mark.look.lines)


def test_the_ghost_is_the_card_that_will_be_made_not_the_one_that_was_taken(drive: Driver) -> None:
    drive.begin_palette_drag("Deliver and Support", drive.in_lane("Plan", 900))
    mark = ghost(drive)
    assert words(mark) == "Plan step"
    assert mark.look is not None
    assert mark.look.colour == mark.colour == lane_colour(drive.session.now, "plan")
    drive.leave_with_palette_drag()
    id = drive.drop_from_palette("Deliver and Support", 900, onto="Plan")
    rect = drive.layout.cards[id].rect
    assert drive.session.now.find(id).lane == "plan"  # type: ignore[union-attr]  # a step
    assert (rect.x, rect.y) == (mark.rect.x, mark.rect.y)


def test_the_ghost_follows_zoom_and_the_lanes_given_name(drive: Driver) -> None:
    with drive.session.edit("Rename lane") as draft:
        draft.update("plan", alias="Think ahead")
    drive.canvas.view.camera.zoom_at(0.5)
    drive.begin_palette_drag("Engage", drive.in_lane("Plan", 900))
    mark = ghost(drive)
    assert words(mark) == "Think ahead step"
    painted = drive.canvas.view.transform().mapRect(mark.area(drive.canvas.scene.drawing.inks))
    assert painted.width() < CARD_WIDTH * 0.7, "it is as large as a card is now"
    drive.leave_with_palette_drag()


def test_the_ghost_is_painted_in_its_lanes_colour(drive: Driver) -> None:
    drive.begin_palette_drag("Deliver and Support", drive.in_lane("Plan", 900))
    QApplication.processEvents()
    image = drive.viewport.grab().toImage()
    rect = ghost(drive).rect
    at = drive.at(rect.x + 25, rect.y + 22 - 7)
    badge = drive.canvas.scene.drawing.inks.lane(lane_colour(drive.session.now, "plan")).badge
    found, wanted = image.pixelColor(at * image.devicePixelRatio()), badge.color()
    assert abs(found.red() - wanted.red()) + abs(found.blue() - wanted.blue()) < 90
    drive.leave_with_palette_drag()


def test_a_new_step_on_value_pushes_value_on_and_stays_in_its_lane(drive: Driver) -> None:
    value = drive.terminal(TerminalKind.VALUE)
    drive.begin_palette_drag("Plan", drive.middle(value.id))
    mark = ghost(drive)
    assert mark.colour == lane_colour(drive.session.now, value.lane)
    band = drive.layout.band(value.lane)
    assert band.top <= mark.rect.y and mark.rect.bottom <= band.bottom
    veil = drive.canvas.view.overlay.mark(Layer.VEIL)
    assert isinstance(veil, VeilMark) and veil.rects == (drive.layout.cards[value.id].rect,)
    drive.leave_with_palette_drag()


def test_quick_add_fades_value_under_its_ghost(drive: Driver) -> None:
    drive.session.select((drive.id("Fix"),))
    drive.canvas.stage.quick_add.open_for_selection()
    drive.type("deliver:")
    value = drive.layout.cards[drive.terminal(TerminalKind.VALUE).id].rect
    overlay = drive.canvas.view.overlay
    proposal, veil = overlay.mark(Layer.PROPOSAL), overlay.mark(Layer.VEIL)
    assert isinstance(proposal, ProposalMark)
    assert proposal.cards[0][0].overlaps(value), "value makes room when the step is made"
    assert isinstance(veil, VeilMark) and veil.rects == (value,)
    drive.key(Qt.Key.Key_Escape)
    assert overlay.mark(Layer.VEIL) is None


# -- headers ------------------------------------------------------------------------------------------------
def content(drive: Driver, lane: str) -> QMimeData:
    made = QMimeData()
    made.setData(NEW_STEP, QByteArray(drive.lane(lane).encode()))
    return made


def drag_over_header(drive: Driver, data: QMimeData, at: QPoint) -> None:
    headers = drive.canvas.view.headers
    enter = QDragEnterEvent(at, COPY, data, LEFT, PLAIN)
    QApplication.sendEvent(headers, enter)
    assert headers.acceptDrops() and enter.isAccepted(), "the header does not take a step"
    QApplication.sendEvent(headers, QDragMoveEvent(at, COPY, data, LEFT, PLAIN))


@pytest.mark.parametrize("onto", ["Plan", "Engage", "Deliver and Support"])
def test_a_step_dropped_on_a_header_goes_to_the_start_of_that_lane(drive: Driver, onto: str) -> None:
    before = drive.session.now
    demand = drive.layout.cards[drive.terminal(TerminalKind.DEMAND).id].rect
    at = Strips(drive).lane(onto)
    data = content(drive, "Improve")
    drag_over_header(drive, data, at)
    mark = ghost(drive)
    assert drive.canvas.scene.drawing.lit_lane == drive.lane(onto)
    known = {step.id for step in drive.session.now.steps(drive.session.stream)}
    QApplication.sendEvent(drive.canvas.view.headers, QDropEvent(QPointF(at), COPY, data, LEFT, PLAIN))
    (id,) = {step.id for step in drive.session.now.steps(drive.session.stream)} - known
    assert drive.canvas.naming.id == id
    drive.finish_name("First")
    step = drive.step("First")
    assert (step.lane, step.y) == (drive.lane(onto), LANE_PADDING)
    rect = drive.layout.cards[id].rect
    assert (rect.x, rect.y) == (mark.rect.x, mark.rect.y)
    assert not any(rect.overlaps(card.rect) for other, card in drive.layout.cards.items() if other != id)
    if onto == "Plan":
        assert step.x == demand.right + STEP_GAP
    assert drive.layout.cards[drive.terminal(TerminalKind.DEMAND).id].rect == demand, "demand stays"
    undone(drive, before)


def test_a_drag_that_leaves_the_header_leaves_nothing(drive: Driver) -> None:
    drag_over_header(drive, content(drive, "Improve"), Strips(drive).lane("Plan"))
    QApplication.sendEvent(drive.canvas.view.headers, QDragLeaveEvent())
    assert drive.canvas.view.overlay.mark(Layer.GHOST) is None
    assert drive.canvas.scene.drawing.lit_lane == ""
    assert not drive.session.history.canUndo()
