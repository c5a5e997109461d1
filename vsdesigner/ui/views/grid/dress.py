"""The type of a grid at its scale, and the sizes of its rows."""

from __future__ import annotations

from collections.abc import Mapping

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


def resize_sections(header: QHeaderView, sizes: Mapping[int, int], count: int) -> bool:
    """Give the sections of a header that has all `count` of them their sizes in px; whether any differed.

    Nobody is told: Qt works out all places again with every section that it tells of.
    """
    if header.count() < count:
        return False
    changed = {section: size for section, size in sizes.items() if header.sectionSize(section) != size}
    header.setUpdatesEnabled(False)
    header.blockSignals(True)
    for section, size in changed.items():
        header.resizeSection(section, size)
    header.blockSignals(False)
    header.setUpdatesEnabled(True)
    return bool(changed)
