"""Going by the pointer on the stage: cards, the numbers at a fork, empty ground; and the camera between."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.presentation.stage_kit import (
    FORKS,
    SIZES,
    click,
    close_to,
    fork_of,
    free,
    on,
    picture,
    presented,
    stream,
    walk,
    walked,
)
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.window import PresentWindow

CLOUD = "examples/cloud-service"


def _ground(window: PresentWindow) -> QPointF:
    """A point of the stage where nothing is."""
    area, stage = free(window), window.stage
    for x in range(round(area.left()) + 20, stage.width() - 20, 40):
        point = QPointF(x, stage.height() - 30)
        if not stage.card_at(point):
            return point
    raise AssertionError("everything is covered")


def test_a_press_on_a_card_goes_there(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    click(window.stage, on(window, "step-design").center())
    assert window.state.stop.id == "step-design"
    QTest.keyClick(window, Qt.Key.Key_Left)
    assert window.state.stop.id == "step-build"


def test_a_press_on_the_next_card_walks_there(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    click(window.stage, on(window, "step-deploy").center())
    assert window.state.stop.id == "step-deploy"
    assert window.state.journey.flow_in


def test_a_press_on_the_ground_goes_on(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    window.state.set_pages(1)
    click(window.stage, _ground(window))
    assert window.state.stop.id == "step-deploy"


def test_a_press_on_the_present_card_goes_on(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    window.state.set_pages(1)
    click(window.stage, on(window, "step-build").center())
    assert window.state.stop.id == "step-deploy"


def test_headers_are_no_cards(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    for id in window.state.layout.cards:
        area = on(window, id)
        if area.left() < free(window).left() - 12 and area.right() > 0:
            point = QPointF(
                max(2.0, area.left() + 4), min(max(area.center().y(), 2), window.stage.height() - 2)
            )
            assert window.stage.card_at(point) == ""


def test_at_the_opening_and_in_the_whole_a_press_leads_into_the_stream(qtbot: QtBot) -> None:
    window = presented(qtbot, stream(CLOUD))
    click(window.stage, on(window, "step-plan").center())
    assert window.state.stop.id == "step-plan"
    QTest.keyClick(window, Qt.Key.Key_F)
    click(window.stage, on(window, "step-release").center())
    assert window.state.stop.id == "step-release"
    assert not window.state.whole
    assert free(window).contains(on(window, "step-release"))


def test_what_is_pointed_at_has_an_outline(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    area, accent = on(window, "step-design"), window.state.theme.accent

    def outlined() -> bool:
        image = picture(window.stage)
        x, y = round(area.center().x()), round(area.bottom())
        return any(close_to(image.pixelColor(x, y + dy), accent, 30) for dy in range(1, 7))

    assert not outlined()
    QTest.mouseMove(window.stage, area.center().toPoint())
    assert outlined()
    QTest.mouseMove(window.stage, _ground(window).toPoint())
    assert not outlined()


# -- forks --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "step"), FORKS)
def test_every_way_has_its_number(qtbot: QtBot, name: str, step: str, size: tuple[int, int]) -> None:
    window = walked(qtbot, name, step, size)
    found = window.stage.badges
    assert [badge.number for badge in found] == list(range(1, len(window.state.journey.ways) + 1))
    assert [badge.way.target for badge in found] == fork_of(window.state.journey)
    present = on(window, step)
    areas = [window.stage.to_screen(badge.area) for badge in found]
    for index, area in enumerate(areas):
        assert free(window).adjusted(-1, -1, 1, 1).contains(area)
        assert area.width() >= 24 * window.state.unit
        assert not area.intersects(present)
        assert not any(area.intersects(other) for other in areas[index + 1 :])


@pytest.mark.parametrize(("name", "step"), FORKS)
def test_a_press_on_a_number_takes_that_way(qtbot: QtBot, name: str, step: str) -> None:
    for index in range(len(walked(qtbot, name, step).state.journey.ways)):
        window = walked(qtbot, name, step)
        badge = window.stage.badges[index]
        click(window.stage, window.stage.to_screen(badge.area).center())
        assert window.state.stop.id == badge.way.target
        assert window.state.journey.flow_in == badge.way.flow


def test_a_digit_takes_the_way_with_that_number(qtbot: QtBot) -> None:
    window = walked(qtbot, "templates/user-incident", "step-solve")
    second = window.stage.badges[1].way
    QTest.keyClick(window, Qt.Key.Key_2)
    assert window.state.stop.id == second.target


def test_a_press_on_a_card_at_the_end_of_a_way_takes_it(qtbot: QtBot) -> None:
    window = walked(qtbot, "templates/user-incident", "step-solve")
    second = window.stage.badges[1].way
    click(window.stage, on(window, second.target).center())
    assert window.state.stop.id == second.target
    assert window.state.journey.flow_in == second.flow


def test_the_main_way_is_marked(qtbot: QtBot) -> None:
    window = walked(qtbot, "templates/user-incident", "step-solve")
    first, second = window.stage.badges
    assert first.way.main and not second.way.main
    image, theme = picture(window.stage), window.state.theme
    for badge, ground in ((first, theme.accent), (second, theme.card)):
        area = window.stage.to_screen(badge.area)
        x = round(area.center().x())
        assert close_to(image.pixelColor(x, round(area.bottom() - 6 * window.state.unit)), ground)


def test_where_a_way_leads_is_said_when_it_is_out_of_view(qtbot: QtBot) -> None:
    window = walked(qtbot, "templates/new-feature", "step-prioritize")
    away = window.stage.badges[1]
    assert not free(window).contains(on(window, away.way.target))
    assert away.caption == away.way.label
    assert window.stage.badges[0].caption == ""


def test_no_numbers_without_a_choice(qtbot: QtBot) -> None:
    window = presented(qtbot, stream(CLOUD))

    def look() -> None:
        several = len(window.state.journey.ways) > 1
        assert bool(window.stage.badges) == several

    walk(window, look)


# -- the camera on its way ----------------------------------------------------------------------------------
def test_the_camera_and_the_light_glide(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = walked(qtbot, CLOUD, "step-design")
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")
    stage = window.stage
    start = stage.camera.outlook
    window.state.next(0)
    assert stage.camera.gliding
    qtbot.waitUntil(lambda: 0.2 < stage.camera.share < 1.0, timeout=3_000)
    light = stage.light
    assert 0.0 < light.frames["step-design"] < 1.0
    assert 0.0 < light.frames["step-build"] < 1.0
    assert not picture(stage).isNull()
    qtbot.waitUntil(lambda: not stage.camera.gliding, timeout=3_000)
    assert stage.light.frames == {"step-build": 1.0}
    assert stage.camera.outlook != start
    assert free(window).contains(on(window, "step-build"))


def test_going_on_quickly_ends_where_one_is(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = presented(qtbot, stream(CLOUD))
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")
    for _ in range(6):
        window.state.next(0)
        qtbot.wait(15)
    assert window.state.stop.kind is StopKind.STEP
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: not window.stage.camera.gliding, timeout=3_000)
    assert free(window).contains(on(window, window.state.stop.id))


def test_the_stage_that_becomes_smaller_still_arrives(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = presented(qtbot, stream(CLOUD))
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")
    wide = window.stage.width()
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert window.stage.width() < wide
    assert window.stage.camera.gliding
    qtbot.waitUntil(lambda: not window.stage.camera.gliding, timeout=3_000)
    assert free(window).contains(on(window, window.state.stop.id))


def test_a_press_between_two_steps_hits_what_is_seen(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    area = QRectF(on(window, "step-deploy"))
    inner = area.adjusted(4, 4, -4, -4)
    for corner in (inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight()):
        assert window.stage.card_at(corner) == "step-deploy"
    assert window.stage.card_at(QPointF(QPoint(round(area.left()) - 9, round(area.top()) - 9))) == ""
