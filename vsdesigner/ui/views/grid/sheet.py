"""The ground of a view that is a grid: the port that the window asks of a view, and verbs by action id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.guidance import Guidance
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.session import Session
from vsdesigner.ui.theme import Theme
from vsdesigner.ui.views.grid.following import SelectionFollower
from vsdesigner.ui.views.grid.grid import Grid

LEAST, LARGEST = 0.5, 3.0
STEP = 1.1  # from one zoom step to the next


CLEAR = ("Clear Cells", "Empty the selected cells; no step is deleted by that.")


def _always(_view: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class SheetVerb:
    """What a view of cells does for an action: `do(view)`, whether it is possible and, of a switch, on.

    `text` and `tip` are its words in English where the action is called something else in cells.
    """

    do: Callable[[Any], None]
    can: Callable[[Any], bool] = _always
    on: Callable[[Any], bool] | None = None
    text: str = ""
    tip: str = ""


class SheetView(QWidget):
    """A view whose middle is a `Grid`. Subclasses build `grid` before calling `start` and override
    `begin_rename` and `fit_all` where they mean something."""

    zoom_changed = Signal(float)
    verbs_changed = Signal()

    #: Action id → verb: what this view does in its own way (edit.copy, edit.delete …) and what only it can.
    verbs: Mapping[str, SheetVerb] = {}

    def __init__(self, session: Session, grid: Grid, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.grid = grid
        grid.setParent(self)
        self.setFocusProxy(grid)
        self.following = SelectionFollower(session, grid, self)
        grid.zoom_turned.connect(lambda notches: self.set_zoom(self.zoom() * STEP**notches))
        session.committing.connect(grid.commit)
        session.rename_requested.connect(self._on_rename)
        session.name_requested.connect(lambda id, _key: self._on_rename(id))

    # -- the view's port --------------------------------------------------------------------------------
    def zoom(self) -> float:
        """Return the scale; 1.0 is 100 %."""
        return self.grid.scale

    def set_zoom(self, scale: float) -> None:
        """Show at this scale, within what can be read."""
        scale = min(LARGEST, max(LEAST, scale))
        if scale != self.grid.scale:
            self.grid.commit()
            self.grid.set_scale(scale)
            self.zoom_changed.emit(scale)

    def zoom_in(self) -> None:
        """Show larger by one step."""
        self.set_zoom(self.zoom() * STEP)

    def zoom_out(self) -> None:
        """Show smaller by one step."""
        self.set_zoom(self.zoom() / STEP)

    def fit_all(self) -> None:
        """Show at 100 %: a table scrolls."""
        self.set_zoom(1.0)

    def fit_selection(self) -> None:
        """Show the current cell."""
        self.grid.scrollTo(self.grid.currentIndex())

    def begin_rename(self, id: str) -> None:
        """Edit the name of a step where it stands in the table."""

    def takes(self, id: str) -> bool:
        """Whether this view does an action in its own way."""
        return id in self.verbs

    def run(self, id: str) -> None:
        """Carry out the verb of an action, unless it is not possible now."""
        if self.can_run(id):
            self.grid.commit()
            self.verbs[id].do(self)

    def can_run(self, id: str) -> bool:
        """Whether there is a verb of this id and it is possible now."""
        return id in self.verbs and self.verbs[id].can(self)

    def is_on(self, id: str) -> bool:
        """Whether the switch of this id is on."""
        on = self.verbs[id].on if id in self.verbs else None
        return on is not None and on(self)

    def words(self, id: str) -> tuple[str, str] | None:
        """Return what an action is called in cells, and its tip; None where that is what it is called."""
        verb = self.verbs.get(id)
        return (tr(verb.text), tr(verb.tip)) if verb is not None and verb.text else None

    def set_theme(self, worn: Theme) -> None:
        """Wear another theme at once."""
        self.grid.viewport().update()
        if self.grid.frozen is not None:
            self.grid.frozen.viewport().update()
        self.update()

    def set_guidance(self, guidance: Guidance) -> None:
        """A table has no grid to snap to."""

    def _on_rename(self, id: str) -> None:
        if self.isVisible():
            self.begin_rename(id)
