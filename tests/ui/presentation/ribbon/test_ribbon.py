"""The ribbon shows the whole journey and where one is, however long it is and however small the screen."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.presentation.stage_kit import (
    SIZES,
    click,
    close_to,
    large,
    picture,
    presented,
    stream,
    walk,
    walked,
)
from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.commands import streams
from vsdesigner.model.records import Lane
from vsdesigner.ui.colour import contrast
from vsdesigner.ui.painting import text
from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.presentation.ribbon.nodes import nodes, phase_runs
from vsdesigner.ui.presentation.ribbon.places import nearest, places, rooms
from vsdesigner.ui.presentation.ribbon.ribbon import NAME_ROLE, PRESENT_ROLE, Ribbon
from vsdesigner.ui.presentation.window import PresentWindow

CLOUD = "examples/cloud-service"
STREAMS = (CLOUD, "examples/coffee-shop", "examples/three-phases", "templates/user-incident")


def _middle(ribbon: Ribbon, index: int) -> QPointF:
    return ribbon.node_area(index).center()


# -- content ------------------------------------------------------------------------------------------------
def test_it_has_the_path_and_the_closing(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    found, journey = window.ribbon.nodes, window.state.journey
    assert [node.id for node in found] == [*journey.path, ""]
    assert found[0].name == "Demand" and found[-1].name == "Closing"
    present = found[window.ribbon.place]
    assert present.id == "step-build" and present.number == "4"
    lane = window.state.view.get("obtain_build", Lane)
    assert present.colour == lane.color
    assert window.ribbon.accessibleName() and "Step 4 of 7" in window.ribbon.accessibleDescription()


def test_what_is_walked_more_than_once_is_there_more_than_once(qtbot: QtBot) -> None:
    window = walked(qtbot, "templates/user-incident", "step-confirm")
    back = next(i for i, way in enumerate(window.state.journey.ways) if way.target == "step-solve")
    window.state.next(back)
    ids = [node.id for node in window.ribbon.nodes]
    assert ids.count("step-solve") == 2
    assert window.ribbon.place == len(ids) - 1 - ids[::-1].index("step-solve")
    middles = [_middle(window.ribbon, index).x() for index in range(len(ids))]
    assert middles == sorted(middles)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STREAMS)
def test_everything_has_its_place_on_every_screen(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    window = presented(qtbot, stream(name), size)
    ribbon = window.ribbon

    def look() -> None:
        count, place = len(ribbon.nodes), ribbon.place
        areas = [ribbon.node_area(index) for index in range(count)]
        assert all(ribbon.rect().contains(area.toAlignedRect()) for area in areas)
        for before, after in itertools.pairwise(areas):
            assert before.right() < after.left()
        if 0 <= place < count:
            assert areas[place].width() == max(area.width() for area in areas)
            if place + 1 < count:
                assert areas[place].width() > areas[place + 1].width()
        _names_stay_apart(ribbon)

    walk(window, look)


def _names_stay_apart(ribbon: Ribbon) -> None:
    spans = []
    for index, (middle, room) in enumerate(ribbon.rooms()):
        lines = ribbon.name_lines(index)
        role = PRESENT_ROLE if index == ribbon.place else NAME_ROLE
        wide = max((text.width(line, role) for line in lines), default=0.0)
        assert wide <= room + 0.5
        assert len(lines) <= 3
        if lines:
            spans.append((middle - wide / 2, middle + wide / 2))
    assert all(before[1] < after[0] for before, after in itertools.pairwise(spans))
    assert all(left >= 0 for left, _right in spans)


@pytest.mark.parametrize(
    ("count", "size"), [*((60, size) for size in SIZES), (1_000, SIZES[0]), (1_000, SIZES[-1])]
)
def test_many_steps(qtbot: QtBot, count: int, size: tuple[int, int]) -> None:
    window = presented(qtbot, large(count), size)
    ribbon, steps = window.ribbon, window.state.view.steps(window.state.stream)
    middles: list[float] = []
    for step in (steps[0], steps[count // 2], steps[-1]):
        assert window.state.go_to(step.id)
        place = ribbon.place
        assert ribbon.nodes[place].id == step.id
        shown = " ".join(ribbon.name_lines(place))
        assert shown.startswith(step.name[:12])
        assert ribbon.node_area(place).width() >= 30 * window.state.unit
        for near in (place - 1, place + 1):
            assert ribbon.node_area(near).width() >= 18 * window.state.unit  # one reads its number
        _names_stay_apart(ribbon)
        assert ribbon.node_area(0).left() >= 0
        assert ribbon.node_area(len(ribbon.nodes) - 1).right() <= ribbon.width()
        middles.append(_middle(ribbon, place).x())
    assert middles == sorted(middles)
    assert middles[0] < 0.35 * ribbon.width() and middles[-1] > 0.65 * ribbon.width()


def test_an_empty_stream(qtbot: QtBot) -> None:
    window = presented(qtbot, streams.new_document())
    assert [node.name for node in window.ribbon.nodes] == ["Demand", "Value", "Closing"]
    assert not picture(window.ribbon).isNull()


# -- looks --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("dark", [False, True])
def test_what_was_walked_is_filled(qtbot: QtBot, dark: bool) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    window.state.wear(presenting_theme(dark=dark))
    ribbon, theme = window.ribbon, window.state.theme
    image = picture(ribbon)
    for index, node in enumerate(ribbon.nodes):
        area = ribbon.node_area(index)
        inside = image.pixelColor(round(area.center().x()), round(area.bottom() - 0.25 * area.height()))
        ground = theme.lane(node.colour).badge if node.colour else theme.accent
        if index <= ribbon.place:
            assert close_to(inside, ground), node
        else:
            assert close_to(inside, theme.panel), node
    here = _middle(ribbon, ribbon.place)
    for index, colour in ((ribbon.place - 1, theme.accent), (ribbon.place, theme.line)):
        between = (_middle(ribbon, index).x() + _middle(ribbon, index + 1).x()) / 2
        assert close_to(image.pixelColor(round(between), round(here.y())), colour)


@pytest.mark.parametrize("dark", [False, True])
def test_the_present_stop_stands_out(qtbot: QtBot, dark: bool) -> None:
    theme = presenting_theme(dark=dark)
    view = stream(CLOUD)
    assert contrast(theme.text, theme.panel) >= 7.0
    for node in nodes(view, presented(qtbot, view).state.journey):
        if node.colour:
            assert contrast(theme.lane(node.colour).badge_text, theme.lane(node.colour).badge) >= 7.0


def test_phases_are_marked_above(qtbot: QtBot) -> None:
    window = walked(qtbot, "examples/three-phases", "step-design")
    ribbon, theme = window.ribbon, window.state.theme
    image = picture(ribbon)
    present = window.state.journey.phase
    lit = [index for index, node in enumerate(ribbon.nodes) if node.phase == present]
    other = [index for index, node in enumerate(ribbon.nodes) if node.phase not in ("", present)]
    assert lit and other

    def bracket(index: int) -> bool:
        area = ribbon.node_area(index)
        x, top = round(area.center().x()), round(area.top())
        return any(close_to(image.pixelColor(x, y), theme.accent) for y in range(max(0, top - 40), top))

    window.state.next(0)  # else the halo of the present stop could be taken for it
    window.state.back()
    image = picture(ribbon)
    assert all(bracket(index) for index in lit if index != ribbon.place)
    assert not any(bracket(index) for index in other)


# -- going --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", SIZES)
def test_a_press_on_any_stop_goes_there(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = walked(qtbot, CLOUD, "step-build", size)
    for id in [node.id for node in window.ribbon.nodes]:
        if id == window.state.stop.id:
            continue
        index = [node.id for node in window.ribbon.nodes].index(id)
        click(window.ribbon, _middle(window.ribbon, index))
        assert window.state.stop.id == id
        if not id:
            assert window.state.stop.kind is StopKind.CLOSING


def test_a_press_on_a_name_goes_there(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    below = window.ribbon.node_area(1).center() + QPointF(0, 46)
    assert window.ribbon.node_at(below) == 1
    click(window.ribbon, below)
    assert window.state.stop.id == window.ribbon.nodes[1].id


def test_a_press_beside_goes_on(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    window.state.set_pages(1)
    click(window.ribbon, QPoint(4, 4))
    assert window.state.stop.id == "step-deploy"


@pytest.mark.parametrize("count", [60, 1_000])
def test_presses_among_many(qtbot: QtBot, count: int) -> None:
    window = presented(qtbot, large(count))
    assert window.state.go_to(f"step-{count // 2}")
    ribbon = window.ribbon
    for index in (ribbon.place - 2, ribbon.place + 1):
        id = ribbon.nodes[index].id
        click(ribbon, _middle(ribbon, index))
        assert window.state.stop.id == id
        window.state.back()
    far = _middle(ribbon, 3)
    click(ribbon, far)
    assert ribbon.place < 20  # one of those that are painted there


def test_a_stop_tells_its_name(qtbot: QtBot) -> None:
    window = presented(qtbot, large(60))
    window.state.go_to("step-30")
    point = _middle(window.ribbon, 5).toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, point, window.ribbon.mapToGlobal(point))
    QApplication.sendEvent(window.ribbon, event)
    assert window.ribbon.nodes[5].name in QToolTip.text()
    QToolTip.hideText()


def test_what_is_pointed_at_is_ringed(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    before = picture(window.ribbon)
    QTest.mouseMove(window.ribbon, _middle(window.ribbon, 2).toPoint())
    assert picture(window.ribbon) != before
    QTest.mouseMove(window.ribbon, QPoint(3, 3))
    assert picture(window.ribbon) == before


def test_names_follow_edits(qtbot: QtBot) -> None:
    window: PresentWindow = walked(qtbot, CLOUD, "step-build")
    with window.state.session.edit("Rename step") as draft:
        draft.update("step-build", name="Anew")
    assert window.ribbon.name_lines(window.ribbon.place) == ("Anew",)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.ribbon.name_lines(window.ribbon.place) != ("Anew",)


# -- places -------------------------------------------------------------------------------------------------
def test_few_stops_stand_evenly() -> None:
    found = places(9, 3, 1_920.0)
    gaps = [after - before for before, after in itertools.pairwise(found)]
    assert max(gaps) - min(gaps) < 1e-6 or min(gaps) > 150
    assert found[0] == 1_920.0 - found[-1]


@pytest.mark.parametrize("count", [1, 2, 3, 12, 60, 1_002, 5_002])
@pytest.mark.parametrize("width", [200.0, 1_080.0, 1_920.0])
def test_stops_fill_the_ribbon_in_order(count: int, width: float) -> None:
    for present in {-1, 0, count // 2, count - 1, count}:
        found = places(count, present, width)
        assert len(found) == count and found == sorted(found)
        assert found[0] >= 0 and found[-1] <= width + 1e-6
        if count > 1:
            assert found[0] == pytest.approx(width - found[-1])
            gaps = [after - before for before, after in itertools.pairwise(found)]
            here = min(max(present, 0), count - 2)
            assert gaps[here] >= 0.999 * max(gaps) or gaps[max(0, here - 1)] >= 0.999 * max(gaps)


def test_every_name_has_the_room_that_its_neighbours_leave() -> None:
    assert rooms([100.0, 200.0, 400.0], 460.0, 10.0) == [(100.0, 90.0), (200.0, 90.0), (400.0, 110.0)]
    assert rooms([10.0, 400.0], 500.0, 10.0)[0] == (10.0, 10.0)


@pytest.mark.parametrize("name", STREAMS)
def test_walking_changes_no_name_but_the_present_one(qtbot: QtBot, name: str) -> None:
    window = presented(qtbot, stream(name))
    ribbon, said = window.ribbon, {}

    def look() -> None:
        for index, node in enumerate(ribbon.nodes):
            if index != ribbon.place:
                key = index, node.id, len(ribbon.nodes)
                assert said.setdefault(key, ribbon.name_lines(index)) == ribbon.name_lines(index)

    walk(window, look)
    assert not any(line.endswith("…") for lines in said.values() for line in lines)


def test_a_phase_says_its_number_where_its_name_has_no_room(qtbot: QtBot) -> None:
    window = walked(qtbot, "examples/three-phases", "step-design", (1024, 768))
    runs = list(phase_runs(window.state.view, list(window.ribbon.nodes)))
    assert [run.names[-1] for run in runs] == ["1", "2", "3", "3"]
    assert runs[-1].names == ("Phase 3: deploy and support", "Phase 3", "3")
    image, theme = picture(window.ribbon), window.state.theme
    area = window.ribbon.node_area(runs[-1].first)
    above = range(round(area.top()) - 4)
    columns = range(round(area.center().x()) - 30, round(area.center().x()) + 30)
    inked = {y for y in above for x in columns if contrast(image.pixelColor(x, y), theme.panel) > 2}
    assert len(inked) >= 6, "letters, not a bare line"


def test_what_is_followed_is_marked(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    before = picture(window.ribbon)
    roles = {role.name: role.id for role in window.state.view.roles}
    window.state.session.look_through(Lens(LensKind.ROLE, roles["Client"]))
    QApplication.processEvents()
    after, sight, ribbon = picture(window.ribbon), window.state.sight, window.ribbon
    assert sight is not None
    met = {node.id: bool(sight.place(node.id)) for node in ribbon.nodes if node.number}
    assert len(set(met.values())) == 2
    for index, node in enumerate(ribbon.nodes):
        if node.number and index != ribbon.place:
            area = ribbon.node_area(index)
            ring = (round(area.center().x()), round(area.top() - 4.5 * window.state.unit))
            middle = (round(area.center().x()), round(area.bottom() - 0.25 * area.height()))
            assert close_to(after.pixelColor(*ring), window.state.theme.accent) is met[node.id], node
            if index < ribbon.place and not met[node.id]:
                assert after.pixelColor(*middle) != before.pixelColor(*middle), "it fades"


def test_nearest() -> None:
    middles = [10.0, 20.0, 40.0]
    assert [nearest(middles, x) for x in (-5.0, 14.0, 16.0, 31.0, 99.0)] == [0, 0, 1, 2, 2]
    assert nearest([], 3.0) == -1
