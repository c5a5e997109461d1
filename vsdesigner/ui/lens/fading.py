"""Fades the rows of tables at whose steps the lens does not stay."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vsdesigner.ui import theme
from vsdesigner.ui.session import Session


class Fading(QObject):
    """Belongs to the view whose rows it fades. The selected step stays readable."""

    def __init__(self, session: Session, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        session.lens_changed.connect(self._on_lens)
        session.changed.connect(self._on_changed)

    def paint(self, painter: QPainter, cell: QRectF, step: str) -> None:
        """Lay a veil over a cell of the row of a step, unless it is an occurrence or none is."""
        sight = self._session.sight
        if sight is None or not sight.occurrences or not step:
            return
        if not sight.place(step) and step not in self._session.selection:
            painter.fillRect(cell, theme.current().dim)

    def _on_lens(self) -> None:
        view = self._view
        (view.viewport() if isinstance(view, QAbstractScrollArea) else view).update()

    def _on_changed(self) -> None:
        if self._session.lens is not None:
            self._on_lens()
