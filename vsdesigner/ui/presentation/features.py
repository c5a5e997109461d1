"""The features of a presentation beside its four parts: each attaches itself to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vsdesigner.ui.presentation import awake, following
from vsdesigner.ui.presentation.card import opening
from vsdesigner.ui.presentation.covers import blank, help_overlay, notes_pane, overview
from vsdesigner.ui.presentation.editing import editing
from vsdesigner.ui.presentation.hand import bar, letters, menu, pointer, said_line, touch, wheel
from vsdesigner.ui.presentation.ink import drawing
from vsdesigner.ui.presentation.playback import playing
from vsdesigner.ui.presentation.presenter import presenter

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

#: In the order in which what they lay over the window lies.
FEATURES: tuple[Callable[[PresentWindow], None], ...] = (
    opening.attach,
    following.attach,
    playing.attach,
    notes_pane.attach,
    drawing.attach,
    pointer.attach,
    bar.attach,
    said_line.attach,
    menu.attach,
    letters.attach,
    wheel.attach,
    touch.attach,
    awake.attach,
    presenter.attach,
    overview.attach,
    help_overlay.attach,
    blank.attach,
    editing.attach,
)
