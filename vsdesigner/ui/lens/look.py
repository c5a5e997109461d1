"""How the widgets of lenses look: in the window, and larger and in another theme while presenting."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap

from vsdesigner.ui.colour import css
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.theme import Theme


class Look(NamedTuple):
    """A theme, and how many times as large as in the window everything is."""

    theme: Theme
    size: float = 1.0

    def px(self, length: float) -> int:
        """Return a length of the window in px of this look."""
        return max(1, round(length * self.size))

    def font(self, role: str) -> QFont:
        """Return the font of a role at this size."""
        made = QFont(self.theme.font(role))
        made.setPixelSize(self.px(made.pixelSize()))
        return made


def picture(look: Look, name: str, length: float) -> QIcon:
    """Return an icon in the colours of a look; `length` is its side in px of the window."""
    dense = max(1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens()))
    made = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, look.theme.text), (QIcon.Mode.Disabled, look.theme.faint)):
        made.addPixmap(_pixmap(name, look.px(length), dense, colour), mode)
    return made


def _pixmap(name: str, side: int, dense: float, colour: QColor) -> QPixmap:
    pixmap = QPixmap(round(side * dense), round(side * dense))
    pixmap.setDevicePixelRatio(dense)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_glyph(painter, name, QRectF(0, 0, side, side), colour)
    painter.end()
    return pixmap


def sheet(look: Look, name: str) -> str:
    """Return the style sheet of a widget of this object name and what is in it."""
    worn, px = look.theme, look.px
    ground, line, text, muted = (colour.name() for colour in (worn.panel, worn.line, worn.text, worn.muted))
    hover = css(worn.hover)
    letters = f"font-size: {px(13)}px;"
    return f"""
        #{name} {{ background: {ground}; border: 1px solid {line}; border-radius: {px(6)}px; }}
        #{name}[flat="true"] {{ border: none; border-bottom: 1px solid {line}; border-radius: 0; }}
        #{name} QLabel {{ color: {text}; background: transparent; {letters} }}
        #{name} QLabel[role="muted"] {{ color: {muted}; }}
        #{name} QToolButton {{
            color: {text}; background: transparent; border: 1px solid transparent; {letters}
            border-radius: {px(6)}px; padding: {px(2)}px {px(6)}px; min-height: {px(22)}px;
        }}
        #{name} QToolButton:hover {{ background: {hover}; }}
        #{name} QToolButton:focus {{ border-color: {worn.accent.name()}; }}
        #{name} QToolButton:disabled {{ color: {worn.faint.name()}; }}
        #{name} QToolButton[role="chip"] {{
            background: {worn.selection.name()}; border-color: {line};
            border-radius: {px(13)}px; padding: {px(2)}px {px(12)}px; font-weight: 600;
        }}
        #{name} QToolButton[role="chip"]:hover, #{name} QToolButton[role="chip"]:focus {{
            border-color: {worn.accent.name()};
        }}
        #{name} QLineEdit {{
            color: {text}; background: {worn.field.name()}; border: 1px solid {worn.control.name()};
            border-radius: {px(6)}px; padding: {px(4)}px {px(8)}px; {letters}
            selection-background-color: {worn.accent.name()}; selection-color: {worn.accent_text.name()};
        }}
        #{name} QLineEdit:focus {{ border-color: {worn.accent.name()}; }}
        #{name} QListView {{ background: {ground}; border: none; outline: none; }}
    """
