"""What a view of a stream is, for the switcher and the window that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.guidance import Guidance
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme


class View(Protocol):
    """What the window asks of the widget of a view; scale 1.0 is 100 %."""

    zoom_changed: SignalInstance
    verbs_changed: SignalInstance  # what `can_run` and `is_on` say may be something else now

    def zoom(self) -> float: ...
    def set_zoom(self, scale: float) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def fit_all(self) -> None: ...
    def fit_selection(self) -> None: ...
    def begin_rename(self, id: str) -> None: ...
    def set_theme(self, theme: Theme) -> None: ...
    def set_guidance(self, guidance: Guidance) -> None: ...

    # Actions that only some views know, by id. What a view `takes` it does in its own way, with its own
    # `can_run`, though the window has a way of its own (Delete clears cells in a table).
    def takes(self, id: str) -> bool: ...
    def run(self, id: str) -> None: ...
    def can_run(self, id: str) -> bool: ...
    def is_on(self, id: str) -> bool: ...

    # What an action is called while the view is shown, and its status tip; None as everywhere else.
    def words(self, id: str) -> tuple[str, str] | None: ...


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """A view by name. `make` builds its widget, which is a `View`, when it is shown for the first time.

    `text` stands on the switch, `entry` in the menu, with the mark of its letter there.
    """

    id: str
    text: str
    entry: str
    tip: str
    icon: str
    make: Callable[[Session], QWidget]
