"""Switches that outlive the window: what a part of it needs to keep them, without knowing the settings."""

from __future__ import annotations

from typing import Protocol


class Flags(Protocol):
    """Something that keeps yes and no under a name."""

    def flag(self, key: str, *, default: bool) -> bool:
        """Return what was kept, else the default."""
        ...

    def set_flag(self, key: str, *, on: bool) -> None:
        """Keep a yes or no."""
        ...


class PassingFlags:
    """Keeps them as long as it lives: for sessions without settings."""

    def __init__(self) -> None:
        self._flags: dict[str, bool] = {}

    def flag(self, key: str, *, default: bool) -> bool:
        return self._flags.get(key, default)

    def set_flag(self, key: str, *, on: bool) -> None:
        self._flags[key] = on
