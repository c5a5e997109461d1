"""The colours of a presentation: projectors are pale, so texts stand out more than in the window."""

from __future__ import annotations

from vsdesigner.ui.theme import PRESENT_DARK, PRESENT_LIGHT, Theme


def presenting_theme(*, dark: bool) -> Theme:
    """Return the theme that presentations wear."""
    return PRESENT_DARK if dark else PRESENT_LIGHT
