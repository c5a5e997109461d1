"""The type of a grid at its scale."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView

from vsdesigner.ui import theme


def scaled_font(role: str, scale: float) -> QFont:
    """Return a font of the theme at a scale."""
    font = QFont(theme.font(role))
    font.setPixelSize(max(6, round(font.pixelSize() * scale)))
    return font


def dress_header(header: QHeaderView, scale: float) -> None:
    """Write a header at a scale: the window's style sheet, which says another size, counts before fonts."""
    size = scaled_font("panel_strong", scale).pixelSize()
    header.setStyleSheet(f"QHeaderView {{ font-size: {size}px; }}")
