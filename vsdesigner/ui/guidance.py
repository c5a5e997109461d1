"""How the program helps to place things: the grid, and what they snap to. One for all windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vsdesigner.ui.settings import Settings

GRID, TO_GUIDES, TO_GRID = "grid/shown", "snap/guides", "snap/grid"
_DEFAULTS = {GRID: False, TO_GUIDES: True, TO_GRID: True}


class Guidance(QObject):
    """Three switches; with `settings` they are remembered."""

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._on = {
            key: default if settings is None else settings.flag(key, default=default)
            for key, default in _DEFAULTS.items()
        }

    @property
    def grid_shown(self) -> bool:
        """Whether the grid is painted."""
        return self._on[GRID]

    @property
    def snaps_to_guides(self) -> bool:
        """Whether what is dragged lines up with what stands there."""
        return self._on[TO_GUIDES]

    @property
    def snaps_to_grid(self) -> bool:
        """Whether what is dragged keeps to the grid where it lines up with nothing."""
        return self._on[TO_GRID]

    def is_on(self, key: str) -> bool:
        """Return the state of a switch by its key."""
        return self._on[key]

    def toggle(self, key: str) -> None:
        """Turn a switch over."""
        self._on[key] = not self._on[key]
        if self._settings is not None:
            self._settings.set_flag(key, on=self._on[key])
        self.changed.emit()
