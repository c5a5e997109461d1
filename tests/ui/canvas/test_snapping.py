"""Guides, gaps and grid while a card is dragged, and the switches for them, by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.canvas.checks import assert_painted, undone
from tests.ui.canvas.drive import Driver
from vsdesigner.commands import steps
from vsdesigner.layout.geometry import Rect, united
from vsdesigner.model.place import Place
from vsdesigner.ui.canvas.arrange_marks import LinedUpMark
from vsdesigner.ui.canvas.overlay import Layer

Button, Mod = Qt.MouseButton, Qt.KeyboardModifier


def put(drive: Driver, **places: tuple[str, float, float]) -> None:
    with drive.session.edit("Set the stage") as draft:
        steps.place(draft, {drive.id(name): Place(*place) for name, place in places.items()})
    drive.session.history.clear()
    drive.session.select(())


def rect(drive: Driver, name: str) -> Rect:
    return drive.layout.cards[drive.id(name)].rect


def hold(
    drive: Driver, name: str, by: tuple[float, float], keys: Qt.KeyboardModifier = Mod.NoModifier
) -> None:
    """Drag a card by scene px and keep the button down."""
    start = drive.middle(name)
    scale = drive.canvas.zoom()
    drive.begin_drag(start, start + QPoint(round(by[0] * scale), round(by[1] * scale)), keys)


def let_go(drive: Driver, name: str) -> None:
    drive.release(drive.at(*rect(drive, name).center) + QPoint(0, 0))


def guides(drive: Driver) -> LinedUpMark | None:
    """All guides that are shown, the level ones first."""
    marks = [drive.canvas.stage.overlay.mark(layer) for layer in (Layer.GUIDES, Layer.UPRIGHT_GUIDES)]
    shown = [mark for mark in marks if isinstance(mark, LinedUpMark)]
    lines = tuple(line for mark in shown for line in mark.lines)
    gaps = tuple(gap for mark in shown for gap in mark.gaps)
    return LinedUpMark(lines, gaps) if shown else None


def shown_at(drive: Driver, name: str) -> tuple[float, float]:
    """Where a dragged card is shown."""
    item = drive.canvas.scene.cards[drive.id(name)]
    return item.x(), item.y()


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_conv_14_seven_px_on_screen_at_any_zoom(drive: Driver, zoom: float) -> None:
    drive.canvas.run("arrange.snap_to_grid")  # off: what holds now is the guide alone
    put(
        drive, Review=("improve", 433, 31), Fix=("deliver_and_support", 533, 26), Diagnose=("engage", 900, 26)
    )
    drive.canvas.set_zoom(zoom)
    drive.show(united((rect(drive, "Review"), rect(drive, "Fix"))).grown(30))
    reach = 6 / zoom
    hold(drive, "Review", (533 - 433 - reach, 0))
    assert shown_at(drive, "Review")[0] == 533
    drive.canvas.controller.cancel()
    hold(drive, "Review", (533 - 433 - 9 / zoom, 0))
    assert shown_at(drive, "Review")[0] == pytest.approx(533 - 9 / zoom, abs=1 / zoom)
    drive.canvas.controller.cancel()


def test_conv_15_a_straight_flow_comes_before_a_row_that_is_nearer(drive: Driver) -> None:
    # Review stands 2 px off the row of Fix; Diagnose, to which Triage leads, 5 px off on the other side.
    put(
        drive,
        Triage=("engage", 270, 100),
        Diagnose=("engage", 700, 26),
        Fix=("plan", 700, 26),
        Review=("engage", 1000, 33),
    )
    hold(drive, "Triage", (13, -69))  # the middle of Review would be 2 px away, that of Diagnose 5
    assert shown_at(drive, "Triage")[1] == rect(drive, "Diagnose").y
    mark = guides(drive)
    assert mark is not None
    assert mark.lines[0][0].y == rect(drive, "Diagnose").center.y
    drive.canvas.controller.cancel()


def test_conv_16_guides_run_through_the_view_and_gaps_have_numbers(drive: Driver) -> None:
    put(drive, Triage=("plan", 270, 26), Diagnose=("plan", 900, 26), Review=("plan", 560, 150))
    hold(drive, "Review", (28, -121))
    mark = guides(drive)
    assert mark is not None
    assert [round(gap.length) for gap in mark.gaps] == [125, 125]
    seen = drive.canvas.stage.visible
    assert (mark.lines[0][0].x, mark.lines[0][1].x) == (seen.x, seen.right)
    assert_painted(drive)
    drive.release(drive.middle("Review") + QPoint(28, -121))
    assert (drive.step("Review").x, drive.step("Review").y) == (585, 26)
    assert guides(drive) is None
    assert_painted(drive)


def test_conv_11_alt_snaps_to_nothing(drive: Driver) -> None:
    put(drive, Review=("improve", 433, 31))
    before = drive.session.now
    start = drive.middle("Review")
    drive.drag(start, start + QPoint(104, 3), Mod.AltModifier)
    assert (drive.step("Review").x, drive.step("Review").y) == (537, 34)
    undone(drive, before)


def test_without_guides_the_grid_holds_and_without_both_nothing(drive: Driver) -> None:
    put(drive, Review=("improve", 430, 26), Fix=("plan", 811, 26), Diagnose=("engage", 1200, 26))
    assert drive.canvas.is_on("arrange.snap_to_guides") and drive.canvas.is_on("arrange.snap_to_grid")
    drive.canvas.run("arrange.snap_to_guides")
    hold(drive, "Review", (379, 13))
    assert shown_at(drive, "Review") == (810, rect(drive, "Review").y + 10)
    assert guides(drive) is None
    drive.canvas.controller.cancel()
    drive.canvas.run("arrange.snap_to_grid")
    hold(drive, "Review", (379, 13))
    assert shown_at(drive, "Review") == (809, rect(drive, "Review").y + 13)
    drive.canvas.controller.cancel()


def test_the_grid_is_painted_when_it_is_wanted_and_not_from_far_away(drive: Driver) -> None:
    plain = drive.viewport.grab().toImage()
    drive.canvas.run("arrange.show_grid")
    assert drive.canvas.is_on("arrange.show_grid")
    assert_painted(drive)
    assert drive.viewport.grab().toImage() != plain
    drive.canvas.run("arrange.show_grid")
    assert drive.viewport.grab().toImage() == plain
    drive.canvas.set_zoom(0.3)
    far = drive.viewport.grab().toImage()
    drive.canvas.run("arrange.show_grid")
    assert drive.viewport.grab().toImage() == far


def test_shift_keeps_to_one_direction_and_shows_no_guide_for_the_other(drive: Driver) -> None:
    put(drive, Review=("improve", 430, 46), Fix=("improve", 900, 50))
    hold(drive, "Review", (40, 2), Mod.ShiftModifier)
    assert shown_at(drive, "Review") == (470, rect(drive, "Review").y)
    assert guides(drive) is None
    drive.canvas.controller.cancel()


def test_a_step_from_the_palette_lines_up_as_well(drive: Driver) -> None:
    put(drive, Fix=("plan", 433, 26), Review=("improve", 900, 26))
    band = drive.layout.band("improve")
    at = drive.at(433 + 95 + 5, band.top + 68)
    drive.begin_palette_drag("improve", at, (at - QPoint(30, 5),))
    mark = guides(drive)
    assert mark is not None and mark.lines[-1][0].x == 433 + 95
    assert_painted(drive)
    drive.leave_with_palette_drag()
    assert guides(drive) is None
    assert_painted(drive)
    id = drive.drop_from_palette("improve", 433 + 95 + 5)
    assert drive.step(id).x == 433
    assert guides(drive) is None
