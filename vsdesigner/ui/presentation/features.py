"""The features of a presentation beside its four parts: each attaches itself to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vsdesigner.ui.presentation import (
    awake,
    bar,
    blank,
    drawing,
    editing,
    following,
    help_overlay,
    menu,
    notes_pane,
    opening,
    overview,
    playing,
    pointer,
    presenter,
    said_line,
    touch,
    wheel,
)

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
    wheel.attach,
    touch.attach,
    awake.attach,
    presenter.attach,
    overview.attach,
    help_overlay.attach,
    blank.attach,
    editing.attach,
)
