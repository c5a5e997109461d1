"""What a verb of the canvas is: something that menus, keys and the command palette can ask of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vsdesigner.ui.canvas.stage import Stage


def always(stage: Stage) -> bool:
    """Say yes: for what is possible at any time."""
    return True


@dataclass(frozen=True, slots=True)
class CanvasVerb:
    """What is done, and when it can be; `can` has to be quick: it is asked at every change."""

    do: Callable[[Stage], object]
    can: Callable[[Stage], bool] = always
    #: For a switch: whether it is on.
    on: Callable[[Stage], bool] | None = None
