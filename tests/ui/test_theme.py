"""Colours by role, in both themes."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from vsdesigner.model.reference import default_lanes
from vsdesigner.resource import resource_path
from vsdesigner.ui import theme
from vsdesigner.ui.colour import contrast, css, mix, readable
from vsdesigner.ui.theme import DARK, LIGHT, PRINT, THEMES, Theme, ThemeSwitch
from vsdesigner.ui.theme_qss import palette, style_sheet

ALL = pytest.mark.parametrize("worn", [LIGHT, DARK, PRINT], ids=lambda worn: worn.name)

# What stands on what: (text, ground)
TEXTS = [
    ("text", "window"),
    ("text", "panel"),
    ("text", "canvas"),
    ("text", "card"),
    ("text", "field"),
    ("text", "selection"),
    ("muted", "window"),
    ("muted", "panel"),
    ("muted", "card"),
    ("muted", "selection"),
    ("accent_text", "accent"),
    ("accent_ink", "panel"),
    ("accent_ink", "card"),
    ("accent_ink", "selection"),
    ("danger", "panel"),
    ("warning", "panel"),
    ("ok", "panel"),
]
LINES = [
    ("flow", "canvas"),
    ("accent", "canvas"),
    ("accent", "panel"),
    ("accent", "window"),
    ("control", "field"),
    ("control", "panel"),
]
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02X}{:02X}{:02X}".format(*rgb))


@ALL
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_is_readable(worn: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(worn, ink), getattr(worn, ground)) >= 4.5


@ALL
@pytest.mark.parametrize(("ink", "ground"), LINES)
def test_lines_and_focus_rings_are_visible(worn: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(worn, ink), getattr(worn, ground)) >= 3.0


@ALL
@pytest.mark.parametrize("role", ["danger", "warning", "ok"])
def test_words_are_readable_on_their_soft_ground(worn: Theme, role: str) -> None:
    assert contrast(worn.text, worn.soft(getattr(worn, role))) >= 4.5


@ALL
@given(colour=COLOURS)
def test_every_lane_colour_is_readable(worn: Theme, colour: str) -> None:
    lane = worn.lane(colour)
    for ground in (lane.band, lane.header, worn.card, worn.panel):
        assert contrast(lane.text, ground) >= 4.5
    assert contrast(lane.badge_text, lane.badge) >= 4.5
    for ground in (worn.canvas, worn.card, lane.header):
        assert contrast(lane.edge, ground) >= 3.0


@ALL
def test_the_six_activities_keep_their_hue(worn: Theme) -> None:
    for colour in (lane.color for lane in default_lanes()):
        lane, base = worn.lane(colour), QColor(colour)
        for derived in (lane.edge, lane.badge, lane.text):
            assert abs(derived.hslHue() - base.hslHue()) <= 3, (worn.name, colour, derived.name())
        assert lane.badge_text == QColor(255, 255, 255), "white numbers on all six"


def test_tints_are_as_strong_as_designed() -> None:
    lane = LIGHT.lane("#000000")
    assert lane.band == mix(LIGHT.canvas, QColor(0, 0, 0), 0.06)
    assert lane.header == mix(LIGHT.canvas, QColor(0, 0, 0), 0.14)


@pytest.mark.parametrize("nonsense", ["", "#", "#12", "red; background: url(x)", "\0", "#GGGGGG", "\ud83d"])
def test_nonsense_becomes_grey(nonsense: str) -> None:
    assert LIGHT.lane(nonsense).base == LIGHT.flow


def test_lane_palettes_are_shared() -> None:
    assert LIGHT.lane("#0E8A8A") is LIGHT.lane("#0E8A8A")
    assert LIGHT.lane("#0E8A8A") is not DARK.lane("#0E8A8A")


def test_readable_goes_the_right_way() -> None:
    grey = QColor(128, 128, 128)
    assert contrast(readable(grey, (QColor(255, 255, 255),), 7.0), QColor(255, 255, 255)) >= 7.0
    assert contrast(readable(grey, (QColor(0, 0, 0),), 7.0), QColor(0, 0, 0)) >= 7.0
    assert readable(grey, (QColor(0, 0, 0),), 1.0) == grey
    assert contrast(QColor(0, 0, 0), QColor(255, 255, 255)) == pytest.approx(21.0)


def test_fonts_are_shared_and_as_large_as_designed(qapp: QApplication) -> None:
    assert LIGHT.font("card") is DARK.font("card")
    assert [LIGHT.font(role).pixelSize() for role in ("card", "card_footer", "lane", "present_title")] == [
        13,
        11,
        14,
        34,
    ]
    assert all(theme.font(role).pixelSize() == size for role, (size, _) in theme.FONTS.items())


@ALL
def test_the_style_sheet_has_no_ambiguous_colour(worn: Theme) -> None:
    sheet = style_sheet(worn)
    assert "#" not in re.sub(r"QLabel#\w+", "", sheet), "Qt reads #RRGGBBAA as #AARRGGBB"
    assert "$" not in sheet
    assert css(worn.accent) in sheet


@ALL
def test_the_pictures_of_the_style_sheet_exist(worn: Theme) -> None:
    names = re.findall(r'url\("vscontrol:([^"]+)"\)', style_sheet(worn))
    assert len(set(names)) >= 6
    for name in names:
        assert resource_path("icons", "control", name).is_file()


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=lambda worn: worn.name)
def test_the_pictures_have_the_theme_s_colours(worn: Theme) -> None:
    for path in sorted(resource_path("icons", "control").glob(f"*-{worn.name}.svg")):
        colours = set(re.findall(r"#[0-9A-Fa-f]{6}", path.read_text(encoding="utf-8")))
        on_accent = path.stem.split("-")[0] in ("check", "partial")
        wanted = worn.accent_text if on_accent else worn.muted
        assert colours == {wanted.name().upper()}, path.name


def test_the_palette_is_complete(qapp: QApplication) -> None:
    colours = palette(DARK)
    assert colours.color(colours.ColorRole.Window) == DARK.panel
    assert colours.color(colours.ColorGroup.Disabled, colours.ColorRole.Text) == DARK.faint


def test_every_role_is_a_colour() -> None:
    assert set(THEMES) == {"light", "dark", "print"}
    for worn in THEMES.values():
        for field in fields(worn):
            if field.name not in ("name", "dark", "scheme"):
                assert getattr(worn, field.name).isValid(), (worn.name, field.name)


class FakeHints:
    """A system whose theme the test can change."""

    def __init__(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.asked: list[Qt.ColorScheme] = []

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        self.asked.append(scheme)


def test_the_switch_dresses_the_application(qtbot: QtBot, qapp: QApplication) -> None:
    switch = ThemeSwitch("dark")
    assert switch.theme is DARK
    assert theme.current() is DARK
    assert css(DARK.accent) in qapp.styleSheet()
    assert qapp.palette().color(qapp.palette().ColorRole.Window) == DARK.panel
    with qtbot.waitSignal(switch.changed):
        switch.set_choice("light")
    assert switch.theme is LIGHT
    assert css(LIGHT.accent) in qapp.styleSheet()
    with qtbot.assertNotEmitted(switch.changed):
        switch.set_choice("light")


def test_the_switch_follows_the_system_only_when_asked(qtbot: QtBot) -> None:
    switch = ThemeSwitch("system")
    assert switch.theme is LIGHT
    hints = FakeHints(Qt.ColorScheme.Dark)
    switch._hints = hints
    signal = QGuiApplication.styleHints().colorSchemeChanged
    with qtbot.waitSignal(switch.changed):
        signal.emit(Qt.ColorScheme.Dark)
    assert switch.theme is DARK
    switch.set_choice("light")
    assert hints.asked == [Qt.ColorScheme.Light]
    with qtbot.assertNotEmitted(switch.changed):
        signal.emit(Qt.ColorScheme.Dark)
    switch.set_choice("system")
    assert hints.asked[-1] == Qt.ColorScheme.Unknown, "the system decides again"
    assert switch.theme is DARK


def sample(parent: QWidget) -> tuple[QLineEdit, QListWidget]:
    """A field and a list, nested and filled before they are shown, as in a real window."""
    field, rows, frame = QLineEdit("Name"), QListWidget(), QFrame()
    frame.setProperty("role", "card")
    rows.addItems(["one", "two", "three"])
    outer, inner = QVBoxLayout(parent), QVBoxLayout(frame)
    outer.addWidget(frame)
    for part in (field, rows, QPushButton("Press")):
        inner.addWidget(part)
    return field, rows


def colours_of(picture: QImage) -> dict[str, int]:
    counts: dict[str, int] = {}
    for y in range(picture.height()):
        for x in range(picture.width()):
            name = picture.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1
    return counts


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_focus_ring_is_two_pixels_of_accent(qtbot: QtBot, choice: theme.Choice) -> None:
    switch = ThemeSwitch(choice)
    window = QWidget()
    qtbot.addWidget(window)
    field, _rows = sample(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.setFocus()
    quiet = field.sizeHint()
    assert switch.theme.accent.name() not in colours_of(field.grab().toImage())
    field.setFocus()
    picture = field.grab().toImage()
    middle = picture.height() // 2
    ring = [picture.pixelColor(x, middle).name() for x in (0, 1)]
    assert ring == [switch.theme.accent.name()] * 2
    assert field.sizeHint() == quiet, "nothing moves when the ring appears"


def test_rows_filled_before_showing_have_their_height(qtbot: QtBot) -> None:
    ThemeSwitch("light")
    window = QMainWindow()
    qtbot.addWidget(window)
    centre = QWidget()
    _field, rows = sample(centre)
    window.setCentralWidget(centre)
    with qtbot.waitExposed(window):
        window.show()
    rows.grab()
    assert rows.visualItemRect(rows.item(1)).top() >= 28
