"""The actions on the window and what it shows, and help."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAction, QKeySequence

from vsdesigner.ui.actions import handlers, rules
from vsdesigner.ui.actions.spec import ActionSpec, Key

Standard = QKeySequence.StandardKey
# Elsewhere the platform's key would be Alt+Enter, which belongs to the inspector.
FULL_SCREEN: tuple[Key, ...] = ("F11", Standard.FullScreen) if sys.platform == "darwin" else ("F11",)

VIEW = (
    ActionSpec(
        "view.zoom_in",
        "Zoom &In",
        "Show the stream larger.",
        handlers.zoom_in,
        (Standard.ZoomIn, "Ctrl+="),
        "zoom_in",
        can=rules.can_zoom_in,
    ),
    ActionSpec(
        "view.zoom_out",
        "Zoom &Out",
        "Show the stream smaller.",
        handlers.zoom_out,
        (Standard.ZoomOut,),
        "zoom_out",
        can=rules.can_zoom_out,
    ),
    ActionSpec(
        "view.zoom_reset",
        "&Actual Size",
        "Show the stream at 100 %.",
        handlers.zoom_reset,
        ("Ctrl+0",),
    ),
    ActionSpec(
        "view.fit",
        "&Fit Stream",
        "Show the whole stream.",
        handlers.fit_stream,
        ("Ctrl+1",),
        "fit",
    ),
    ActionSpec(
        "view.fit_selection",
        "Fit &Selection",
        "Show what is selected as large as possible.",
        handlers.fit_selection,
        ("Ctrl+2",),
        "fit_selection",
        can=rules.something_selected,
    ),
    ActionSpec(
        "view.palette",
        "&Palette",
        "Show or hide the palette of steps.",
        handlers.toggle_palette,
        checked=rules.palette_shown,
    ),
    ActionSpec(
        "view.outline",
        "Out&line",
        "Show or hide the list of steps.",
        handlers.toggle_outline,
        checked=rules.outline_shown,
    ),
    ActionSpec(
        "view.guide",
        "&Guide",
        "Show the steps of the method, how far each of them is, and what comes next.",
        handlers.toggle_guide,
        ("Ctrl+Shift+G",),
        "target",
        checked=rules.guide_shown,
    ),
    ActionSpec(
        "view.inspector",
        "I&nspector",
        "Show or hide the inspector.",
        handlers.toggle_inspector,
        checked=rules.inspector_shown,
    ),
    ActionSpec(
        "view.problems",
        "P&roblems",
        "Show or hide what the checks find in this document.",
        handlers.toggle_problems,
        ("Ctrl+Shift+M",),
        "problems",
        checked=rules.problems_shown,
    ),
    ActionSpec(
        "view.next_region",
        "Ne&xt Region",
        "Go on to the next region: canvas, palette, outline, guide, inspector, problems.",
        handlers.focus_next_region,
        ("F6",),
    ),
    ActionSpec(
        "view.previous_region",
        "Pre&vious Region",
        "Go back to the region before: problems, inspector, guide, outline, palette, canvas.",
        handlers.focus_previous_region,
        ("Shift+F6",),
    ),
    ActionSpec(
        "view.theme_system",
        "Follow the &System",
        "Be light or dark as the system is.",
        handlers.theme_system,
        checked=rules.theme_is_system,
    ),
    ActionSpec(
        "view.theme_light",
        "&Light",
        "Show the window in light colours.",
        handlers.theme_light,
        checked=rules.theme_is_light,
    ),
    ActionSpec(
        "view.theme_dark",
        "&Dark",
        "Show the window in dark colours.",
        handlers.theme_dark,
        checked=rules.theme_is_dark,
    ),
    ActionSpec(
        "view.full_screen",
        "F&ull Screen",
        "Use the whole screen, or come back from it.",
        handlers.toggle_full_screen,
        FULL_SCREEN,
        "full_screen",
        checked=rules.is_full_screen,
    ),
)

HELP = (
    ActionSpec(
        "help.guide",
        "&Getting Started",
        "Read how to draw, document and hand over a value stream.",
        handlers.show_guide,
        (Standard.HelpContents, "F1"),
        "help",
    ),
    ActionSpec(
        "help.shortcuts",
        "&Keyboard Shortcuts",
        "See all actions with their keys.",
        handlers.show_shortcuts,
        ("Ctrl+F1",),
        "keyboard",
    ),
    ActionSpec(
        "help.example",
        "Open &Example",
        "Open a finished value stream as a new document to look at and to try things with.",
        handlers.open_example,
        icon="tip",
    ),
    ActionSpec(
        "help.log_folder",
        "Show the &Log Folder",
        "Open the folder in which the program notes what went wrong.",
        handlers.show_log_folder,
        icon="folder",
        can=rules.has_log_folder,
    ),
    ActionSpec(
        "help.about",
        "&About VS Designer",
        "See which version this is and what it is made of.",
        handlers.show_about,
        icon="info",
        role=QAction.MenuRole.AboutRole,
    ),
)
