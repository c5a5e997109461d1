"""Keeps which sections of the inspector are open in the program's settings."""

from __future__ import annotations

from vsdesigner.ui.settings import Settings


class InspectorMemory:
    """The settings under the two names that the inspector knows them by."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def value(self, key: str, default: object = None, /) -> object:
        """Return what was stored, `default` when nothing was."""
        return self._settings.text(key) or default

    def setValue(self, key: str, value: object, /) -> None:
        """Store a yes or no."""
        self._settings.set_flag(key, on=bool(value))
