"""The base of everything that stands beside the drawing and follows the session."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vsdesigner.document.change import Change
from vsdesigner.ui.session import Session


class Panel(QWidget):
    """A widget with hooks that the session calls; override what you need.

    `on_selection` comes when the selection, the shown stream or the whole document is another one;
    `on_change` after every change of the document; `commit` when open editors have to hand in their text.
    Call `start()` at the end of `__init__` to be shown the present state.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        session.changed.connect(self._hear_change)
        session.selection_changed.connect(self._hear_selection)
        session.stream_changed.connect(self._hear_selection)
        session.replaced.connect(self._hear_replaced)
        session.committing.connect(self._hear_committing)

    def start(self) -> None:
        """Show the present state."""
        self._hear_selection()

    def on_selection(self, ids: tuple[str, ...]) -> None:
        """Show these records, or the stream where there are none."""

    def on_change(self, change: Change) -> None:
        """Show what has become another; the change is a fact already. Make no edits here."""

    def on_replaced(self) -> None:
        """Forget everything about the document that was open before; `on_selection` follows."""

    def commit(self) -> None:
        """Hand in what is being typed."""

    def _hear_change(self, change: Change) -> None:
        self.on_change(change)

    def _hear_selection(self) -> None:
        self.on_selection(self.session.selection)

    def _hear_replaced(self) -> None:
        self.on_replaced()

    def _hear_committing(self) -> None:
        self.commit()
