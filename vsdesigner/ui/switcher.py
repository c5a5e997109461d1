"""The switch between the views of a stream: one segment a view, in the middle of the tool bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import escape_tooltip, menu_text
from vsdesigner.ui.views.registry import ViewSpec


class ViewSwitcher(QWidget):
    """Segments of which one is on; `chosen` carries the id of a view when the user picks it."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[ViewSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view_switcher")
        self.setAccessibleName(tr("View of the stream"))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for spec in specs:
            row.addWidget(self._segment(spec))

    def _segment(self, spec: ViewSpec) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"view.{spec.id}")
        button.setText(menu_text(tr(spec.text)))
        button.setToolTip(escape_tooltip(tr(spec.tip)))
        button.setStatusTip(tr(spec.tip))
        button.setIcon(icon(spec.icon))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(spec.id))
        self._group.addButton(button)
        self._buttons[spec.id] = button
        return button

    def show_current(self, id: str) -> None:
        """Show which view stands in the window, none when it is another page; nothing is emitted."""
        self.setEnabled(id in self._buttons)
        self._group.setExclusive(id in self._buttons)
        for name, button in self._buttons.items():
            button.setChecked(name == id)
