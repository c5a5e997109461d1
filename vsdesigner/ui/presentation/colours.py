"""The colours of a presentation: projectors are pale, so texts stand out more than in the window."""

from __future__ import annotations

from vsdesigner.ui.theme import DARK, LIGHT, Theme


def presenting_theme(*, dark: bool) -> Theme:
    """Return the theme that presentations wear."""
    return DARK if dark else LIGHT
