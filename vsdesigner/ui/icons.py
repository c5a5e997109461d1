"""The program's icons by meaning: glyphs of one icon font, tinted while painting, and our own drawings.

The glyphs are the Phosphor family that QtAwesome carries. We read its two files ourselves instead of calling
``qtawesome.icon``, which loads every family at first use, or its ``IconicFont``, whose import costs ten times
as much as the font. Glyphs are painted as outlines, so icons also work where the system forbids programs to
add fonts, they are sharp at every scale, and an exported picture needs no font. When the package is damaged
or missing, icons stay empty and every action is still there by its text.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import logging
import threading
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPixmap,
    QRawFont,
    QTransform,
)

from vsdesigner.resource import resource_path
from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.icon_names import GLYPHS

log = logging.getLogger(__name__)

EM = 256.0  # size at which outlines are taken from the font
ACTIVITY_IDS = ("engage", "plan", "design_and_transition", "obtain_build", "deliver_and_support", "improve")


def icon(name: str, role: str = "text") -> QIcon:
    """The icon that means ``name``, in the colour ``role`` of the window's theme, now and after a change.

    ``name`` must be one of ``icon_names.GLYPHS`` (KeyError otherwise); ``role`` is a field of ``Theme``.
    """
    return _icon(GLYPHS[name], role)


def glyph(name: str) -> tuple[str, str]:
    """Font family and character of an icon, for painting it as text; the family is "" without the font."""
    return _family(), _characters().get(GLYPHS[name], "")


def glyph_path(name: str) -> QPainterPath:
    """The outline of an icon in a square from (0, 0) to (1, 1): scale, move and fill it. Do not change it."""
    return _outline(GLYPHS[name])


def paint_glyph(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Fill the icon ``name`` into ``rect``; the state of the painter stays as it was."""
    _paint(painter, _outline(GLYPHS[name]), rect, colour)


@functools.cache
def program_icon() -> QIcon:
    """The icon of the program, for windows and the task bar."""
    return QIcon(str(resource_path("icons", "vsdesigner.svg")))


def activity_icon(lane_id: str, colour: QColor) -> QIcon:
    """The drawing of a value chain activity in ``colour``; lanes that are none of the six get a plain one."""
    return _activity_icon(lane_id if lane_id in ACTIVITY_IDS else "", colour.rgb())


@functools.lru_cache(maxsize=256)
def _activity_icon(activity: str, rgb: int) -> QIcon:
    if not activity:
        return QIcon(_GlyphEngine("rows", QColor.fromRgb(rgb)))
    drawing = resource_path("icons", f"activity-{activity}.svg").read_bytes()
    tinted = drawing.replace(b"currentColor", QColor.fromRgb(rgb).name().encode())
    return QIcon(_SvgEngine(tinted))


@functools.cache
def _icon(glyph_name: str, role: str) -> QIcon:
    return QIcon(_GlyphEngine(glyph_name, role))


class _GlyphEngine(QIconEngine):
    """Paints one glyph; asks for its colour each time, so a change of theme needs nothing but a repaint."""

    def __init__(self, glyph_name: str, colour: str | QColor) -> None:
        super().__init__()
        self._glyph_name = glyph_name
        self._colour = colour

    @guarded
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _paint(painter, _outline(self._glyph_name), QRectF(rect), self._ink(mode, state))

    @guarded(default=QPixmap)
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap()  # a button without room asks all the same
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    @guarded(on_error=lambda self: QIconEngine())
    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._glyph_name, self._colour)

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        worn = theme.current()
        if mode == QIcon.Mode.Disabled:
            return worn.faint
        if isinstance(self._colour, QColor):
            return self._colour
        if state == QIcon.State.On and self._colour == "text":
            return worn.accent_ink
        ink: QColor = getattr(worn, self._colour)
        return ink


class _SvgEngine(QIconEngine):
    """Paints one of our own drawings."""

    def __init__(self, drawing: bytes) -> None:
        from PySide6.QtSvg import QSvgRenderer  # late: the first frame may do without it

        super().__init__()
        self._drawing = drawing
        self._renderer = QSvgRenderer(QByteArray(drawing))

    @guarded
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(painter.opacity() * 0.4)
        side = min(rect.width(), rect.height())
        target = QRectF(0, 0, side, side)
        target.moveCenter(QRectF(rect).center())
        self._renderer.render(painter, target)
        painter.restore()

    @guarded(default=QPixmap)
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():
            return QPixmap()  # a button without room asks all the same
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    @guarded(on_error=lambda self: QIconEngine())
    def clone(self) -> QIconEngine:
        return _SvgEngine(self._drawing)


def _paint(painter: QPainter, outline: QPainterPath, rect: QRectF, colour: QColor) -> None:
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side, side)
    painter.fillPath(outline, colour)
    painter.restore()


def _outline(glyph_name: str) -> QPainterPath:
    return _outlines.of(glyph_name)


def _traced(glyph_name: str) -> QPainterPath:
    font, character = _outlines.font(), _characters().get(glyph_name, "")
    if font is None or not character:
        return QPainterPath()
    indexes = font.glyphIndexesForString(character)
    path = font.pathForGlyph(indexes[0])
    # The font's square is one em high; its base line lies at the ascent.
    path.translate(0.0, font.ascent())
    return QTransform.fromScale(1 / EM, 1 / EM).map(path)


def _font_file(ending: str) -> Path | None:
    found = importlib.util.find_spec("qtawesome")  # finds the package without importing it
    if found is not None and found.origin is not None:
        for path in sorted((Path(found.origin).parent / "fonts").glob(f"phosphor*{ending}")):
            return path
    log.error("The icon font is missing: QtAwesome has no Phosphor file %s", ending)
    return None


@functools.cache
def _characters() -> dict[str, str]:
    path = _font_file(".json")
    if path is None:
        return {}
    codes: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {name: chr(int(codes[name], 16)) for name in set(GLYPHS.values()) | {"rows"} if name in codes}


def _raw_font() -> QRawFont | None:
    path = _font_file(".ttf")
    if path is None:
        return None
    font = QRawFont(QByteArray(path.read_bytes()), EM)
    return font if font.isValid() else None


@functools.cache
def _family() -> str:
    path = _font_file(".ttf")
    if path is None:
        return ""
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else ""


class _Outlines(threading.local):
    """The icon font and what was taken from it: files are painted in threads of their own, and Qt's fonts and
    paths belong to one thread each."""

    def __init__(self) -> None:
        self.of = functools.cache(_traced)
        self.font = functools.cache(_raw_font)


_outlines = _Outlines()
