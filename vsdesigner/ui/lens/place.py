"""The place of the lens bar above the views: empty, and free of cost, while nothing is followed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vsdesigner.ui import theme
from vsdesigner.ui.session import Session


class LensPlace(QWidget):
    """Shows the bar while the session has a lens."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        session.lens_changed.connect(self._on_lens)

    def _on_lens(self) -> None:
        wanted = self._session.lens is not None
        if wanted and self._made is None:
            self._make()
        self.setVisible(wanted)

    def _make(self) -> None:
        from vsdesigner.ui.lens.bar import LensBar  # late: most windows never follow anything
        from vsdesigner.ui.lens.going import selected_step
        from vsdesigner.ui.lens.look import Look

        session = self._session
        bar = LensBar(
            session,
            Look(theme.current()),
            lambda: selected_step(session),
            lambda step: session.reveal([step]),
        )
        session.selection_changed.connect(bar.refresh_place)
        self._made = bar
        layout = self.layout()
        if layout is not None:
            layout.addWidget(bar)

    def wear(self, worn: theme.Theme) -> None:
        """Wear another theme."""
        if self._made is not None:
            from vsdesigner.ui.lens.bar import LensBar
            from vsdesigner.ui.lens.look import Look

            if isinstance(self._made, LensBar):
                self._made.wear(Look(worn))
