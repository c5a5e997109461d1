"""What can be chosen for every picture of a stream, whatever its format: one place for the same questions."""

from __future__ import annotations

from vsdesigner.exchange.options import Choice, Option, OptionKind

WHOLE, SELECTION, VIEW = "whole", "selection", "view"
LIGHT_THEME, DARK_THEME, PRINT_THEME, AUTO_THEME = "light", "dark", "print", "auto"

THEME = Option(
    "theme",
    "Theme",
    "The colours of the picture, whatever the window shows now.",
    OptionKind.CHOICE,
    LIGHT_THEME,
    (Choice(LIGHT_THEME, "Light"), Choice(DARK_THEME, "Dark"), Choice(PRINT_THEME, "Print")),
)
EXTENT = Option(
    "extent",
    "What to show",
    "The whole stream, what is selected with the flows between, or what the window shows now.",
    OptionKind.CHOICE,
    WHOLE,
    (Choice(WHOLE, "Whole stream"), Choice(SELECTION, "Selection"), Choice(VIEW, "Current view")),
)
TRANSPARENT = Option(
    "transparent",
    "Transparent background",
    "Leave the ground of the lanes out, to lay the picture on a page or a slide of another colour.",
    OptionKind.FLAG,
    default=False,
)
OUTLINES = Option(
    "outlines",
    "Text as outlines",
    "Letters become shapes: they look the same everywhere, but nobody can search or change them.",
    OptionKind.FLAG,
    default=False,
)
PAGE_THEME = Option(
    "theme",
    "Theme",
    "The colours in which the page opens; readers can change them.",
    OptionKind.CHOICE,
    AUTO_THEME,
    (
        Choice(AUTO_THEME, "As the reader’s system"),
        Choice(LIGHT_THEME, "Light"),
        Choice(DARK_THEME, "Dark"),
    ),
)
