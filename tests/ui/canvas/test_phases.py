"""Phases under the hand: made, named, moved with their steps, resized, removed; undo is exact."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.canvas.checks import assert_drawn, assert_painted, undone
from tests.ui.canvas.drive import Driver
from tests.ui.canvas.strips import Strips
from vsdesigner.commands import phases, steps, streams
from vsdesigner.layout.geometry import Point
from vsdesigner.model.dimensions import PHASE_LEAST_WIDTH, PHASE_WIDTH
from vsdesigner.model.place import Place
from vsdesigner.model.records import Phase
from vsdesigner.storage import documents
from vsdesigner.ui.canvas.context_menu import build_menu
from vsdesigner.ui.canvas.phase_strip import HEIGHT
from vsdesigner.ui.painting.thumbnail import picture, thumbnail
from vsdesigner.ui.theme import DARK, LIGHT

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def strips(drive: Driver) -> Strips:
    """The hand on the headers."""
    return Strips(drive)


@pytest.fixture
def two(drive: Driver, strips: Strips) -> tuple[str, str]:
    """Phases from 200 to 500 (Triage) and from 500 to 1000 (Diagnose, Review, Fix)."""
    stream = drive.session.stream
    with drive.session.edit("Phases") as draft:
        ids = phases.add(draft, stream, 200, 300, "Understand"), phases.add(draft, stream, 500, 500, "Solve")
    drive.session.history.clear()
    QApplication.processEvents()
    return ids


def spans(drive: Driver) -> list[tuple[float, float]]:
    """Left and right edges from left to right."""
    found = sorted(drive.session.now.phases(drive.session.stream), key=lambda phase: phase.x)
    return [(phase.x, phase.x + phase.width) for phase in found]


def xs(drive: Driver) -> dict[str, float]:
    return {name: drive.step(name).x for name in ("Triage", "Diagnose", "Fix", "Review")}


def only(drive: Driver) -> Phase:
    (phase,) = drive.session.now.phases(drive.session.stream)
    return phase


# -- making -------------------------------------------------------------------------------------------------
def test_a_phase_around_the_selected_steps_is_named_at_once(drive: Driver, strips: Strips) -> None:
    before = drive.session.now
    drive.select("Diagnose", "Fix")
    drive.canvas.run("insert.phase")
    assert drive.session.selection == (only(drive).id,)
    strips.write("Solve")
    phase = only(drive)
    assert phase.name == "Solve"
    assert (phase.x, phase.x + phase.width) == (520, 810 + 190 + 60)
    assert drive.session.history.undoText() == "Add phase"
    undone(drive, before)


def test_a_phase_without_a_selection_comes_behind_the_others(
    drive: Driver, strips: Strips, two: tuple[str, str]
) -> None:
    drive.canvas.run("insert.phase")
    strips.write("Learn")
    assert spans(drive)[-1] == (1000, 1000 + PHASE_WIDTH)
    assert_drawn(drive)


def test_the_strip_takes_no_room_without_a_phase(drive: Driver, strips: Strips) -> None:
    assert strips.phases.height() == 0
    drive.canvas.view.camera.zoom_at(1.0)
    top = drive.viewport.mapToGlobal(drive.middle("Triage")).y()
    drive.canvas.run("insert.phase")
    strips.write("First")
    QApplication.processEvents()
    assert strips.phases.height() == HEIGHT
    assert drive.viewport.geometry().top() == HEIGHT
    now = drive.viewport.mapToGlobal(drive.at(*drive.layout.cards[drive.id("Triage")].rect.center)).y()
    assert now == top, "what is seen stays where it is"
    drive.session.select((only(drive).id,))
    drive.key(Key.Key_Delete)
    QApplication.processEvents()
    assert drive.viewport.geometry().top() == 0
    assert_drawn(drive)


def test_drawing_a_phase_in_the_free_room(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    before = drive.session.now
    start, end = strips.over(1103), strips.over(1297)
    strips.begin_drag(strips.phases, start, end)
    assert_painted(drive)
    strips.release(strips.phases, end)
    strips.write("Learn")
    assert spans(drive)[-1] == (1100, 1300), "on the grid"
    undone(drive, before)


def test_a_drawn_phase_stops_at_its_neighbour(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    strips.drag(strips.phases, strips.over(1200), strips.over(900))
    strips.write("Learn")
    assert spans(drive) == [(200, 500), (500, 1000), (1000, 1200)]


def test_double_click_on_free_room_makes_a_phase(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    strips.double_click(strips.phases, strips.over(1060))
    strips.write("Learn")
    assert spans(drive)[-1] == (1000, 1000 + PHASE_WIDTH)


def test_a_click_on_free_room_clears_the_selection(
    drive: Driver, strips: Strips, two: tuple[str, str]
) -> None:
    strips.click(strips.phases, strips.phase(two[0]))
    assert drive.session.selection == (two[0],)
    assert_painted(drive)
    strips.click(strips.phases, strips.over(1100))
    assert drive.session.selection == ()
    assert_painted(drive)


# -- naming -------------------------------------------------------------------------------------------------
def test_double_click_renames(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    before = drive.session.now
    strips.double_click(strips.phases, strips.phase(two[1]))
    strips.write("Solve it")
    assert drive.session.now.get(two[1], Phase).name == "Solve it"
    assert drive.session.history.undoText() == "Rename phase “Solve”"
    undone(drive, before)


def test_renaming_is_asked_for_from_elsewhere(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    drive.session.rename_requested.emit(two[0])
    strips.write("Ask")
    assert drive.session.now.get(two[0], Phase).name == "Ask"


# -- moving -------------------------------------------------------------------------------------------------
def test_a_moved_phase_takes_its_steps_along(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    before, places = drive.session.now, xs(drive)
    start = strips.phase(two[1])
    strips.begin_drag(strips.phases, start, start + QPoint(52, 0))
    assert drive.canvas.scene.cards[drive.id("Fix")].x() == places["Fix"] + 50, "seen at once"
    assert_painted(drive)
    assert drive.session.now is before
    strips.release(strips.phases, start + QPoint(52, 0))
    assert spans(drive) == [(200, 500), (550, 1050)]
    moved = {"Diagnose": 590, "Fix": 860, "Review": 590}
    assert xs(drive) == {"Triage": 270} | moved
    assert drive.session.history.undoText() == "Move phase “Solve”"
    undone(drive, before)


def test_a_neighbour_in_the_way_moves_with_its_steps(
    drive: Driver, strips: Strips, two: tuple[str, str]
) -> None:
    before = drive.session.now
    start = strips.phase(two[0])
    strips.drag(strips.phases, start, start + QPoint(40, 0))
    assert spans(drive) == [(240, 540), (540, 1040)]
    assert xs(drive) == {"Triage": 310, "Diagnose": 580, "Fix": 850, "Review": 580}
    undone(drive, before)


def test_with_ctrl_the_phase_moves_alone(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    places = xs(drive)
    start = strips.phase(two[1])
    strips.drag(strips.phases, start, start + QPoint(50, 0), Mod.ControlModifier)
    assert spans(drive) == [(200, 500), (550, 1050)]
    assert xs(drive) == places


def test_alt_switches_the_grid_off(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    start = strips.phase(two[1])
    strips.drag(strips.phases, start, start + QPoint(53, 0), Mod.AltModifier)
    assert spans(drive)[1] == (553, 1053)


def test_esc_while_a_phase_is_moved(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    before = drive.session.now
    start = strips.phase(two[1])
    strips.begin_drag(strips.phases, start, start + QPoint(80, 0))
    drive.key(Key.Key_Escape)
    strips.release(strips.phases, start + QPoint(80, 0))
    assert drive.session.now is before
    assert_drawn(drive)


def test_a_phase_with_many_steps_is_moved(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    with drive.session.edit("Many") as draft:
        source = drive.id("Fix")
        for index in range(30):
            source = steps.append(draft, source, "plan")
            steps.place(draft, {source: Place("plan", 510 + 10 * (index % 3), 26 + 120 * index)})
    drive.session.history.clear()
    before = drive.session.now
    start = strips.phase(two[1])
    strips.begin_drag(strips.phases, start, start + QPoint(60, 0))
    assert_painted(drive)
    strips.release(strips.phases, start + QPoint(60, 0))
    assert spans(drive)[1] == (560, 1060)
    undone(drive, before)


# -- edges --------------------------------------------------------------------------------------------------
def test_an_edge_resizes_and_steps_stay(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    before, places = drive.session.now, xs(drive)
    start = strips.edge(two[1], left=False)
    strips.begin_drag(strips.phases, start, start + QPoint(98, 0))
    assert_painted(drive)
    strips.release(strips.phases, start + QPoint(98, 0))
    assert spans(drive) == [(200, 500), (500, 1100)]
    assert xs(drive) == places
    assert drive.session.history.undoText() == "Resize phase “Solve”"
    undone(drive, before)


@pytest.mark.parametrize("left", [True, False])
def test_a_common_edge_is_moved_for_both(
    drive: Driver, strips: Strips, two: tuple[str, str], left: bool
) -> None:
    before = drive.session.now
    start = strips.edge(two[1], left=True) if left else strips.edge(two[0], left=False)
    strips.drag(strips.phases, start, start - QPoint(60, 0))
    assert spans(drive) == [(200, 440), (440, 1000)]
    undone(drive, before)


def test_a_common_edge_leaves_both_their_least_width(
    drive: Driver, strips: Strips, two: tuple[str, str]
) -> None:
    start = strips.edge(two[0], left=False)
    strips.drag(strips.phases, start, start + QPoint(800, 0))
    assert spans(drive) == [(200, 1000 - PHASE_LEAST_WIDTH), (1000 - PHASE_LEAST_WIDTH, 1000)]


def test_with_ctrl_a_common_edge_is_moved_for_one(
    drive: Driver, strips: Strips, two: tuple[str, str]
) -> None:
    start = strips.edge(two[1], left=True)
    strips.drag(strips.phases, start, start + QPoint(60, 0), Mod.ControlModifier)
    assert spans(drive) == [(200, 500), (560, 1000)]
    start = strips.edge(two[1], left=True)
    strips.drag(strips.phases, start, start - QPoint(100, 0), Mod.ControlModifier)
    assert spans(drive) == [(200, 460), (460, 1000)], "the neighbour gives way"


def test_an_edge_stops_at_the_least_width(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    start = strips.edge(two[0], left=False)
    strips.drag(strips.phases, start, start - QPoint(400, 0))
    assert spans(drive) == [(200, 200 + PHASE_LEAST_WIDTH), (200 + PHASE_LEAST_WIDTH, 1000)]
    start = strips.edge(two[0], left=True)
    strips.move(strips.phases, start)
    assert strips.phases.cursor().shape() == Qt.CursorShape.SplitHCursor


def test_an_edge_meets_that_of_another_phase(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    with drive.session.edit("Apart") as draft:
        phases.resize(draft, two[1], 603, 400)
    start = strips.edge(two[1], left=True)
    strips.drag(strips.phases, start, start - QPoint(98, 0))
    assert spans(drive) == [(200, 500), (500, 1003)]


# -- the rest -----------------------------------------------------------------------------------------------
def test_delete_removes_the_phase_alone(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    before = drive.session.now
    strips.click(strips.phases, strips.phase(two[1]))
    drive.key(Key.Key_Delete)
    assert two[1] not in drive.session.now
    assert drive.session.history.undoText() == "Delete phase “Solve”"
    assert len(drive.session.now.steps(drive.session.stream)) == 4
    undone(drive, before)


def test_the_menu_of_a_phase(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    menu = strips.menu(strips.phases, strips.phase(two[1]))
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert texts == ["Rename", "Select Steps of Phase", "Delete"]
    strips.choose(strips.phases, strips.phase(two[1]), "Select Steps of Phase")
    assert set(drive.session.selection) == {drive.id(name) for name in ("Diagnose", "Fix", "Review")}
    strips.choose(strips.phases, strips.over(1100), "Add Phase Here")
    strips.write("Learn")
    assert len(spans(drive)) == 3


def test_the_menus_of_the_drawing_make_phases(drive: Driver, strips: Strips) -> None:
    stage = drive.canvas.stage

    def choose(text: str, x: float) -> None:
        menu = build_menu(stage, Point(x, 60))
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.deleteLater()

    choose("Add Phase Here", 400)
    strips.write("Here")
    assert spans(drive) == [(200, 600)]
    drive.select("Diagnose", "Fix")
    choose("Add Phase Around", 0)
    strips.write("There")
    assert spans(drive) == [(200, 520), (520, 1060)]
    choose("Select Steps of Phase", 0)  # as the menu key asks for it
    assert len(drive.session.selection) == 3
    drive.canvas.run("lane.leave")
    choose("Move Lane Down", 0)
    assert drive.session.history.undoText().startswith("Move lane")


def test_phases_by_keys_alone(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    run, said = drive.canvas.run, list[str]()
    drive.session.said.connect(said.append)
    run("phase.choose_next")
    assert said[-1] == "Phase 1 of 2, Understand"
    assert drive.session.selection == (two[0],)
    run("phase.choose_next")
    assert drive.session.selection == (two[1],)
    run("phase.move_right")
    run("phase.wider")
    assert spans(drive)[1] == (510, 1050)
    run("phase.narrower")
    run("phase.choose_previous")
    assert drive.session.selection == (two[0],)
    run("phase.select_steps")
    assert drive.session.selection == (drive.id("Triage"),)
    assert not drive.canvas.can_run("phase.move_left")


def test_the_strip_follows_scrolling_and_zooming(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    for change in (
        lambda: drive.canvas.view.camera.scroll_by(150, 40),
        lambda: drive.canvas.view.camera.zoom_at(0.3),
        lambda: drive.canvas.view.camera.zoom_at(1.7),
        lambda: drive.canvas.set_theme(DARK),
    ):
        change()
        for look, area in strips.phases.rows():
            assert area.left() == pytest.approx(drive.at(look.x, 0).x() + strips.phases.corner, abs=1.5)
        assert_painted(drive)
    assert strips.phases.geometry().bottom() < drive.viewport.geometry().top()


def test_phases_survive_saving(drive: Driver, strips: Strips, two: tuple[str, str], tmp_path: Path) -> None:
    documents.save(tmp_path / "a.vstream", drive.session.now, tmp_path / "backups")
    drive.session.replace(documents.read(tmp_path / "a.vstream").snapshot)
    QApplication.processEvents()
    assert spans(drive) == [(200, 500), (500, 1000)]
    assert strips.phases.height() == HEIGHT
    assert_drawn(drive)


def test_another_stream_has_its_own_phases(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    first = drive.session.stream
    with drive.session.edit("Add stream") as draft:
        second = streams.add(draft)
    drive.session.show_stream(second)
    QApplication.processEvents()
    assert strips.phases.height() == 0
    drive.session.show_stream(first)
    QApplication.processEvents()
    assert strips.phases.height() == HEIGHT
    assert_drawn(drive)


def test_pictures_show_the_phases(drive: Driver, strips: Strips, two: tuple[str, str]) -> None:
    now, stream = drive.session.now, drive.session.stream
    with_phases = picture(now, stream, 1.0, LIGHT)
    without = now.evolve(dict.fromkeys(two))
    assert with_phases.height() == picture(without, stream, 1.0, LIGHT).height() + HEIGHT
    small = QSize(300, 160)
    assert (
        thumbnail(now, stream, small, LIGHT).toImage() != thumbnail(without, stream, small, LIGHT).toImage()
    )


def test_reveal_shows_a_phase_that_is_out_of_view(
    drive: Driver, strips: Strips, two: tuple[str, str]
) -> None:
    drive.canvas.view.camera.zoom_at(1.5)
    drive.canvas.view.camera.scroll_by(2_000, 0)
    drive.session.reveal((two[0],))
    assert drive.canvas.stage.visible.x <= 200
