"""Switches and short texts that outlive the window, for parts of it that need not know the settings."""

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

    def text(self, key: str, default: str = "") -> str:
        """Return the text that was kept (at most 4,096 characters), else the default."""
        ...

    def set_text(self, key: str, value: str) -> None:
        """Keep a text."""
        ...


class PassingFlags:
    """Keeps them as long as it lives: for sessions without settings."""

    def __init__(self) -> None:
        self._flags: dict[str, bool] = {}
        self._texts: dict[str, str] = {}

    def flag(self, key: str, *, default: bool) -> bool:
        return self._flags.get(key, default)

    def set_flag(self, key: str, *, on: bool) -> None:
        self._flags[key] = on

    def text(self, key: str, default: str = "") -> str:
        return self._texts.get(key, default)

    def set_text(self, key: str, value: str) -> None:
        self._texts[key] = value
