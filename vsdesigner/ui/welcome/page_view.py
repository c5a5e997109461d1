"""The welcome page in the place of a view: nothing of the document can be seen or done there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.guidance import Guidance

NEW = "file.new"
ALLOWED = ("file.", "help.", "view.theme_", "view.full_screen", "view.next_region", "view.previous_region")


class PageView(QWidget):
    """What the window asks of a view, answered by a page that shows no stream."""

    zoom_changed = Signal(float)
    verbs_changed = Signal()

    def zoom(self) -> float:
        return 1.0

    def set_zoom(self, scale: float) -> None:
        """Nothing here has a scale."""

    def zoom_in(self) -> None:
        """The same."""

    def zoom_out(self) -> None:
        """The same."""

    def fit_all(self) -> None:
        """The same."""

    def fit_selection(self) -> None:
        """The same."""

    def begin_rename(self, id: str) -> None:
        """Nothing of the document is shown here."""

    def set_guidance(self, guidance: Guidance) -> None:
        """Nothing is placed here."""

    def takes(self, id: str) -> bool:
        """What works on the drawing is not possible while it is not seen; a new document is one from here."""
        return id == NEW or not id.startswith(ALLOWED)

    def can_run(self, id: str) -> bool:
        """See `takes`."""
        return id == NEW

    def is_on(self, id: str) -> bool:
        return False

    def words(self, id: str) -> tuple[str, str] | None:
        """Return what an action is called here: as everywhere."""
        return None
