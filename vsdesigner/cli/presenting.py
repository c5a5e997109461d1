"""What the command line asks of the window when it shall present; who opens windows says how."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vsdesigner.document.snapshot import Snapshot


class Presented(NamedTuple):
    """A stream to present. `step` is the id of the step to begin with, "" for the opening; `screen` is
    counted from 1, None leaves it to the program."""

    snapshot: Snapshot
    stream: str
    step: str
    dark: bool
    screen: int | None


Presenter = Callable[[Presented], int]

_presenter: list[Presenter] = []


def set_presenter(presenter: Presenter) -> None:
    """Say who presents; it answers the exit code once the presentation is over."""
    _presenter[:] = [presenter]


def presented(wish: Presented) -> int:
    """Present, and return the exit code; LookupError when nobody said how."""
    if not _presenter:
        raise LookupError("nobody can open a window here")
    return _presenter[0](wish)
