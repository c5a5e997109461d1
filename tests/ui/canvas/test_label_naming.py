"""Labelling a flow where one points: the editor opens there, and there the label stays."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPointF, Qt

from tests.ui.canvas.checks import assert_drawn, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.lines import Lines
from vsdesigner.layout.geometry import Point
from vsdesigner.model.parts import LabelPlace

FAR = 14.0  # px that editor and label may be beside the point


def spot(lines: Lines, share: float) -> Point:
    """A point on the longest piece of the way."""
    pieces = list(itertools.pairwise(lines.route.points))
    (x1, y1), (x2, y2) = max(
        pieces, key=lambda piece: abs(piece[0][0] - piece[1][0]) + abs(piece[0][1] - piece[1][1])
    )
    return Point(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share)


def middle_of_editor(drive: Driver) -> Point:
    middle = QPointF(drive.canvas.naming.editor.geometry().center())
    found = drive.canvas.view.camera.to_scene(middle)
    return Point(found.x(), found.y())


@pytest.mark.parametrize("share", [0.15, 0.5, 0.8])
def test_a_label_comes_to_where_one_double_clicked(drive: Driver, share: float) -> None:
    before = drive.session.now
    lines = Lines(drive, "Triage", "Diagnose")
    point = spot(lines, share)
    drive.double_click(lines.pixel(point))
    assert drive.canvas.naming.id == lines.id
    assert middle_of_editor(drive) == pytest.approx(point, abs=FAR)
    drive.finish_name("if known")
    label = lines.route.label
    assert label is not None
    assert label.center == pytest.approx(point, abs=FAR), "it does not jump"
    assert drive.session.history.undoText() == "Label flow"
    assert_drawn(drive)
    undone(drive, before)


def test_the_exact_middle_of_a_line_is_a_place_as_well(drive: Driver) -> None:
    lines = Lines(drive, "Triage", "Diagnose")
    drive.canvas.naming.begin(lines.id, at=spot(lines, 0.5))
    drive.finish_name("if known")
    assert lines.flow.label_place != LabelPlace()


def test_a_label_that_is_there_stays_where_it_is(drive: Driver) -> None:
    lines = Lines(drive, "Triage", "Diagnose")
    drive.double_click(lines.pixel(spot(lines, 0.5)))
    drive.finish_name("if known")
    place = lines.flow.label_place
    drive.double_click(lines.pixel(spot(lines, 0.1)))
    drive.finish_name("if not known")
    assert (lines.flow.label, lines.flow.label_place) == ("if not known", place)


def test_nothing_typed_puts_nothing_anywhere(drive: Driver) -> None:
    before = drive.session.now
    lines = Lines(drive, "Triage", "Diagnose")
    drive.double_click(lines.pixel(spot(lines, 0.15)))
    drive.key(Qt.Key.Key_Return)
    assert drive.session.now == before
    assert not drive.session.history.canUndo()


def test_by_key_the_editor_opens_where_the_label_will_stand(drive: Driver) -> None:
    lines = Lines(drive, "Triage", "Diagnose")
    lines.pixel(spot(lines, 0.5))
    lines.select()
    drive.key(Qt.Key.Key_F2)
    at = middle_of_editor(drive)
    drive.finish_name("Label")
    assert lines.route.label is not None
    assert lines.route.label.center == pytest.approx(at, abs=FAR)
    assert lines.flow.label_place == LabelPlace()


def test_the_editor_of_a_label_is_as_small_as_its_text(drive: Driver) -> None:
    lines = Lines(drive, "Diagnose", "Fix")
    lines.select()
    drive.canvas.begin_rename(lines.id)
    editor = drive.canvas.naming.editor
    drive.type("yes")
    assert editor.width() <= 84
    assert editor.lines == 1
    for card in ("Diagnose", "Fix"):
        assert not editor.geometry().contains(drive.middle(card))
    small = editor.width()
    drive.type(" and soon after")
    assert editor.lines == 1, "it grows before it breaks its line"
    assert small < editor.width() <= 160
    drive.type(" a good many more words follow here")
    assert editor.width() <= 160
    assert editor.lines > 1
