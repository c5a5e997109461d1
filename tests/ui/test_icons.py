"""Icons by meaning."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from vsdesigner.resource import resource_path
from vsdesigner.ui import icons, theme
from vsdesigner.ui.icon_names import GLYPHS
from vsdesigner.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


def inks(picture: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }


def picture_of(
    icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
) -> QImage:
    return icon.pixmap(QSize(64, 64), mode, state).toImage()


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_every_meaning_has_a_drawing(name: str) -> None:
    box = icons.glyph_path(name).boundingRect()
    assert box.width() > 0.2 or box.height() > 0.2
    assert QRectF(-0.01, -0.01, 1.02, 1.02).contains(box), "it stays inside its square"


def test_unknown_meanings_are_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        icons.icon("no such thing")


def test_icons_wear_the_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    icon = icons.icon("save")
    assert inks(picture_of(icon)) == {LIGHT.text.name()}
    assert inks(picture_of(icon, QIcon.Mode.Disabled)) == {LIGHT.faint.name()}
    assert inks(picture_of(icon, state=QIcon.State.On)) == {LIGHT.accent_ink.name()}
    monkeypatch.setattr(theme, "_current", DARK)
    assert inks(picture_of(icon)) == {DARK.text.name()}, "the same object, after a change of theme"
    assert inks(picture_of(icons.icon("warning", "danger"))) == {DARK.danger.name()}


def test_no_room_is_no_trouble() -> None:
    assert icons.icon("close").pixmap(QSize(0, 0)).isNull()


def test_icons_are_shared() -> None:
    assert icons.icon("save") is icons.icon("save")
    assert icons.icon("save") is not icons.icon("save", "muted")


def test_icons_are_sharp_at_200_percent() -> None:
    pixmap = icons.icon("save").pixmap(QSize(20, 20), 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == 2.0


def test_a_button_shows_it(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    empty = button.grab().toImage()
    button.setIcon(icons.icon("undo"))
    assert button.grab().toImage() != empty


def test_copies_survive_their_original() -> None:
    copy = QIcon(icons.icon("redo"))
    action_icon = QToolButton()
    action_icon.setIcon(copy)
    del copy
    assert inks(picture_of(action_icon.icon())) == {LIGHT.text.name()}
    action_icon.deleteLater()


def test_glyphs_can_be_painted_as_text() -> None:
    family, character = icons.glyph("clock")
    font = QFont(family)
    font.setPixelSize(24)
    assert family == "Phosphor"
    assert QFontMetrics(font).inFontUcs4(ord(character))


def test_paint_glyph_keeps_the_painter() -> None:
    picture = QPixmap(40, 40)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    before = painter.transform(), painter.renderHints()
    icons.paint_glyph(painter, "task", QRectF(4, 4, 32, 32), QColor(LIGHT.danger))
    assert (painter.transform(), painter.renderHints()) == before
    painter.end()
    assert LIGHT.danger.name() in inks(picture.toImage())


def test_the_six_activities_differ_and_take_their_colour() -> None:
    colour = QColor(DARK.lane("#0E8A8A").text)
    pictures = [picture_of(icons.activity_icon(name, colour)) for name in icons.ACTIVITY_IDS]
    assert all(colour.name() in inks(picture) for picture in pictures)
    assert len({bytes(picture.constBits()) for picture in pictures}) == 6
    foreign = picture_of(icons.activity_icon("lane-17", colour))
    assert colour.name() in inks(foreign)


def test_our_drawings_use_only_what_qt_can_draw() -> None:
    # Qt draws the Tiny profile of SVG: it silently leaves out clip paths, masks and filters.
    for path in resource_path("icons").rglob("*.svg"):
        text = path.read_text(encoding="utf-8")
        for word in ("clipPath", "mask", "filter", "<style", "<text", "<image", "href"):
            assert word not in text, f"{path.name}: {word}"


def test_the_program_icon_reads_at_16_pixels() -> None:
    picture = icons.program_icon().pixmap(QSize(16, 16)).toImage()
    hues = {
        picture.pixelColor(2, y).hslHue() // 20
        for y in range(1, 15)
        if picture.pixelColor(2, y).alpha() > 200
    }
    assert len(hues) >= 5, "the six lanes can be told apart"


@pytest.fixture
def no_font(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An installation without the icon font."""
    caches = (icons._characters, icons._family, icons._outlines.font, icons._outlines.of)
    for cache in caches:
        cache.cache_clear()
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.logs("The icon font is missing")
def test_without_the_font_icons_are_empty_and_nothing_breaks(no_font: None) -> None:
    assert icons.glyph_path("save").isEmpty()
    assert icons.glyph("save") == ("", "")
    assert inks(picture_of(icons.icon("save"))) == set()


def test_drawing_libraries_are_loaded_late() -> None:
    code = (
        "import sys; import vsdesigner.ui.icons, vsdesigner.ui.theme;"
        "print([name for name in ('PySide6.QtSvg', 'qtawesome', 'qtpy') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_the_font_is_found_without_qtawesome_s_own_loader(qapp: QApplication) -> None:
    icons.icon("save").pixmap(QSize(16, 16))
    assert "qtawesome.iconic_font" not in sys.modules
