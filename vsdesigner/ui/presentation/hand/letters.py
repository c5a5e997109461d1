"""How menus and tooltips look while presenting: in its colours, and read from the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vsdesigner.ui.colour import css
from vsdesigner.ui.presentation.show import Show
from vsdesigner.ui.theme_qss import style_sheet

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

LETTERS, LEAST_LETTERS = 24.0, 13.0  # px: of the design, and whatever the window's size
TIP = 0.85  # of that, for tooltips


def letters(unit: float, share: float = 1.0) -> int:
    """Return how high letters are, in px of the window."""
    return round(max(LEAST_LETTERS, LETTERS * share * unit))


def menu_sheet(state: Show) -> str:
    """Return the style of a menu, whatever the program wears; as large as a finger has to hit."""
    high = letters(state.unit)
    return style_sheet(state.theme) + (
        f"QMenu {{ font-size: {high}px; padding: {high // 3}px; }}"
        f" QMenu::item {{ padding: {high // 3}px {high * 2}px {high // 3}px {high // 2}px; }}"
        f" QMenu::indicator {{ width: {high}px; height: {high}px; margin-left: {high // 2}px; }}"
        f" QMenu::right-arrow {{ width: {high}px; height: {high}px; }}"
    )


def tip_sheet(state: Show) -> str:
    """Return the style of a tooltip."""
    worn, high = state.theme, letters(state.unit, TIP)
    return (
        f"QToolTip {{ background: {css(worn.card)}; color: {css(worn.text)}; font-size: {high}px;"
        f" border: 1px solid {css(worn.line)}; padding: {high // 3}px {high // 2}px; }}"
    )


class Tips(QObject):
    """Has all tooltips of a presentation as large as its letters."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._window, self._state = window, window.state
        for signal in (self._state.looks_changed, self._state.unit_changed):
            signal.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        wanted = tip_sheet(self._state)
        if wanted != self._window.styleSheet():
            self._window.setStyleSheet(wanted)


def attach(window: PresentWindow) -> None:
    """Make tooltips large."""
    Tips(window)
