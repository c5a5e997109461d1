"""The features of a presentation beside its four parts: each attaches itself to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

#: In the order in which what they lay over the window lies.
FEATURES: tuple[Callable[[PresentWindow], None], ...] = ()
