"""The stage shows the present step with its neighbours and dims the rest, on every screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.presentation.stage_kit import (
    FULL_HD,
    SIZES,
    close_to,
    free,
    large,
    on,
    picture,
    presented,
    shades,
    stream,
    walk,
    walked,
)
from vsdesigner.analysis.journey import StopKind
from vsdesigner.commands import streams
from vsdesigner.model.records import Step
from vsdesigner.ui.colour import contrast, mix
from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.presentation.stage.aim import LEAST_READABLE, LETTERS, READABLE, SMALLEST
from vsdesigner.ui.presentation.stage.light import DIM
from vsdesigner.ui.presentation.window import PresentWindow

CLOUD = "examples/cloud-service"


# -- what is in view ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [CLOUD, "examples/three-phases", "templates/user-incident"])
def test_every_step_is_seen_whole_and_readable(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    window = presented(qtbot, stream(name), size)

    def look() -> None:
        state, scale = window.state, window.stage.camera.outlook.scale
        if state.stop.kind in (StopKind.OPENING, StopKind.CLOSING):
            for id in state.layout.cards:
                assert free(window).contains(on(window, id))
        else:
            assert free(window).contains(on(window, state.stop.id))
            assert scale >= SMALLEST * state.unit - 1e-6
            if scale < LEAST_READABLE * state.unit - 1e-6:  # only to have what follows in view
                assert free(window).contains(on(window, state.journey.path[state.journey.place + 1]))

    assert walk(window, look) > 5


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (2560, 1600), (3840, 2160)])
def test_before_and_behind_are_in_view(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = walked(qtbot, CLOUD, "step-build", size)
    journey = window.state.journey
    for id in journey.path[journey.place - 1 : journey.place + 2]:
        assert free(window).contains(on(window, id))
    assert window.stage.camera.outlook.scale * LETTERS >= READABLE * LETTERS * window.state.unit - 1e-6


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_stream_fits(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = walked(qtbot, CLOUD, "step-build", size)
    closer = window.stage.camera.outlook.scale
    QTest.keyClick(window, Qt.Key.Key_F)
    for id in window.state.layout.cards:
        assert free(window).contains(on(window, id))
    assert window.stage.camera.outlook.scale < closer
    QTest.keyClick(window, Qt.Key.Key_F)
    assert window.stage.camera.outlook.scale == pytest.approx(closer)


@pytest.mark.parametrize("dark", [True, False])
def test_in_the_whole_all_names_are_read(qtbot: QtBot, dark: bool) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    window.state.wear(presenting_theme(dark=dark))
    QTest.keyClick(window, Qt.Key.Key_F)
    image, view, free_area = picture(window.stage), window.state.view, window.stage.edges.free
    areas = {step.id: on(window, step.id).adjusted(4, 4, -4, -4) for step in view.steps(window.state.stream)}
    for band in window.state.layout.lanes:
        lane = window.stage.to_screen(QRectF(0, band.top, 1, band.height))
        areas[band.lane] = QRectF(8, lane.top() + 4, free_area.x - 12, lane.height() - 8)
    for id, area in areas.items():
        darkest, lightest = shades(image, area)
        assert (lightest + 0.05) / (darkest + 0.05) >= 4.5, id


def test_resizing_shows_the_same_step(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    window.resize(1024, 768)
    assert free(window).contains(on(window, "step-build"))


# -- dimming ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("dark", [False, True])
def test_the_rest_is_dimmed_and_not_hidden(qtbot: QtBot, dark: bool) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    window.state.wear(presenting_theme(dark=dark))
    image = picture(window.stage)

    def depth(step: str) -> float:
        low, high = shades(image, on(window, step).intersected(free(window)))
        return (high + 0.05) / (low + 0.05)

    present, next_one, far = depth("step-build"), depth("step-deploy"), depth("step-release")
    assert present > 7.0
    assert present > 1.5 * next_one > 1.5 * far
    assert far > 1.3  # one sees that something is there


@pytest.mark.parametrize("dark", [False, True])
def test_texts_of_the_present_step_stand_out(dark: bool) -> None:
    theme = presenting_theme(dark=dark)
    for colour in (theme.text, theme.muted):
        assert contrast(colour, theme.card) >= 7.0
        assert contrast(colour, theme.panel) >= 7.0


def test_nothing_is_dimmed_at_the_opening(qtbot: QtBot) -> None:
    window = presented(qtbot, stream(CLOUD))
    image = picture(window.stage)
    low, _high = shades(image, on(window, "step-release"))
    assert low < 0.05
    assert window.stage.light.veil == 0.0


def test_the_flow_walked_in_and_the_ways_out_are_in_accent(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-design")
    window.state.next(0)
    image, accent = picture(window.stage), window.state.theme.accent
    journey = window.state.journey
    for flow in (journey.flow_in, journey.ways[0].flow):
        assert flow
        x, y = _straight_middle(window, flow)
        assert any(
            close_to(image.pixelColor(x + dx, y + dy), accent, 40) for dx in (-1, 0, 1) for dy in (-1, 0, 1)
        )


def _straight_middle(window: PresentWindow, flow: str) -> tuple[int, int]:
    """A point on the first piece of a flow's way."""
    (x, y), (far_x, far_y), *_ = window.state.layout.routes[flow].points
    point = window.stage.to_screen(QRectF((x + far_x) / 2, (y + far_y) / 2, 0, 0)).topLeft()
    return round(point.x()), round(point.y())


def test_phases_have_headers_and_the_present_one_is_lit(qtbot: QtBot) -> None:
    window = walked(qtbot, "examples/three-phases", "step-design")
    image, theme = picture(window.stage), window.state.theme
    top = window.stage.edges.free.y
    assert top > 0
    lines = {}
    for band in window.state.layout.phases:
        area = window.stage.to_screen(QRectF(band.x, 0, band.width, 1))
        x = round(min(max(area.center().x(), window.stage.edges.free.x + 5), window.stage.width() - 5))
        if area.left() < x < area.right():
            lines[band.phase] = image.pixelColor(x, round(top) - 1)
    present = window.state.journey.phase
    assert close_to(lines[present], theme.accent)
    assert len(lines) > 1
    assert not any(close_to(colour, theme.accent) for phase, colour in lines.items() if phase != present)


def test_notes_are_drawn(qtbot: QtBot) -> None:
    window = walked(qtbot, "examples/coffee-shop", "step-welcome")
    note = next(id for id in window.state.layout.cards if not window.state.layout.is_box(id))
    image, theme = picture(window.stage), window.state.theme
    area = on(window, note)
    corner = image.pixelColor(round(area.right() - 6), round(area.bottom() - 6))
    assert close_to(corner, mix(theme.soft(theme.warning), theme.canvas, DIM))


# -- keeping up ---------------------------------------------------------------------------------------------
def test_edits_are_seen_at_once(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    state, stage = window.state, window.stage
    before = picture(stage)
    with state.session.edit("Rename step") as draft:
        draft.update("step-build", name="Something else altogether")
    assert picture(stage) != before
    assert "Something else altogether" in stage.accessibleDescription()
    with state.session.edit("Move step") as draft:
        draft.update("step-build", x=state.view.get("step-build", Step).x + 400.0)
    assert free(window).contains(on(window, "step-build"))


def test_a_step_that_is_deleted_leaves_the_stage(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    with window.state.session.edit("Delete step") as draft:
        draft.remove("step-build")
    assert window.state.stop.id != "step-build"
    assert free(window).contains(on(window, window.state.stop.id))
    assert not picture(window.stage).isNull()


def test_another_theme_is_worn_at_once(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    ground = window.state.theme.canvas
    QTest.keyClick(window, Qt.Key.Key_T)
    assert window.state.theme.dark and window.state.theme.canvas != ground
    image = picture(window.stage)
    assert image.pixelColor(image.width() - 4, image.height() - 4).lightness() < 80


def test_an_empty_stream_is_shown(qtbot: QtBot) -> None:
    window = presented(qtbot, streams.new_document())

    def look() -> None:
        assert not picture(window.stage).isNull()
        stop = window.state.stop
        assert not stop.id or free(window).contains(on(window, stop.id))

    assert walk(window, look) == 4  # opening, demand, value, closing


def test_a_thousand_steps(qtbot: QtBot) -> None:
    window = presented(qtbot, large(1_000))
    assert all(free(window).contains(on(window, id)) for id in window.state.layout.cards)
    steps = window.state.view.steps(window.state.stream)
    for step in (steps[0], steps[500], steps[999]):
        assert window.state.go_to(step.id)
        assert free(window).contains(on(window, step.id))
        assert shades(picture(window.stage), on(window, step.id))[0] < 0.05


# -- pointing -----------------------------------------------------------------------------------------------
def test_it_says_what_it_is(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    assert window.stage.accessibleName()
    assert "Step 4 of 7" in window.stage.accessibleDescription()
    assert window.state.view.get("step-build", Step).name in window.stage.accessibleDescription()


def test_layers_are_painted_in_the_scene(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    colour = QColor(Qt.GlobalColor.magenta)
    rect = window.state.layout.cards["step-build"].rect
    told: list[tuple[QRectF, float]] = []

    class Patch:
        def paint(self, painter: QPainter, seen: QRectF, scale: float) -> None:
            told.append((seen, scale))
            painter.fillRect(QRectF(rect.x, rect.y, 20, 20), colour)

    layer = Patch()
    window.stage.add_layer(layer)
    place = on(window, "step-build").topLeft().toPoint()
    assert picture(window.stage).pixelColor(place.x() + 10, place.y() + 10) == colour
    seen, scale = told[-1]
    assert scale == window.stage.camera.outlook.scale and seen.contains(QRectF(*rect))
    window.stage.remove_layer(layer)
    assert picture(window.stage).pixelColor(place.x() + 10, place.y() + 10) != colour


def test_screen_and_scene(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build")
    stage, rect = window.stage, window.state.layout.cards["step-build"].rect
    middle = on(window, "step-build").center()
    assert stage.card_at(middle) == "step-build"
    assert stage.scene_at(middle) == QPointF(*rect.center)
    assert stage.card_at(QPointF(2, stage.height() - 2)) == ""


def test_high_resolution_shows_the_same(qtbot: QtBot) -> None:
    window = walked(qtbot, CLOUD, "step-build", FULL_HD)
    once = picture(window.stage)
    twice = QImage(once.size() * 2, QImage.Format.Format_RGB32)
    twice.setDevicePixelRatio(2.0)
    window.stage.render(twice)
    small = twice.scaled(
        once.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    apart = [
        (x, y)
        for x in range(4, once.width() - 4, 9)
        for y in range(4, once.height() - 4, 9)
        if not close_to(once.pixelColor(x, y), small.pixelColor(x, y), 60)
    ]
    assert len(apart) < 0.01 * once.width() * once.height() / 81, apart[:10]
