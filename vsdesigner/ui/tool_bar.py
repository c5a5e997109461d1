"""The quiet bar on top: files and undo at the left, the views in the middle, handing over at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.switcher import ViewSwitcher

ICON = 20


class TopBar(QToolBar):
    """Three groups in a grid whose outer columns are equally wide: the middle is the middle of the window."""

    def __init__(
        self, left: Sequence[QAction | None], switcher: ViewSwitcher, right: Sequence[QAction | None]
    ) -> None:
        """Show these actions as icons; None stands for a line between two groups."""
        super().__init__(tr("Tool bar"))
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        strip = QWidget()
        strip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(strip)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(_group(left), 0, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(switcher, 0, 1, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(_group(right), 0, 2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.addWidget(strip)


def _group(actions: Sequence[QAction | None]) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    for action in actions:
        row.addWidget(_line() if action is None else _button(action))
    return group


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"tool.{action.objectName().removeprefix('action.')}")
    button.setDefaultAction(action)
    button.setIconSize(QSize(ICON, ICON))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFixedHeight(ICON)
    return line
